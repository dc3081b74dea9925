import pytest

from osce_analysis.corpus.schema import KINDS
from osce_analysis.documents.kinds import CUES, is_reported, is_spoken, is_told_of, kind_of_document
from osce_analysis.documents.symbols import parse_symbol


@pytest.mark.parametrize(
    ("symbol", "title", "spoken", "kind"),
    [
        ("PC.DEL/9001/21", "Joint Statement on media law", False, "joint statement"),
        ("PC.DEL/9001/21", "СОВМЕСТНОЕ ЗАЯВЛЕНИЕ", False, "joint statement"),
        (
            "PC.DEL/9001/21",
            "Interpretative statement on the adoption of the decision",
            False,
            "interpretative statement",
        ),
        ("PC.DEL/9001/21", "A title that says nothing", False, "statement"),
        ("PC.DEC/9001", "DECISION No. 9001 JOINT STATEMENTS", False, "decision"),
        ("PC.JOUR/9001", "9001st PLENARY MEETING", False, "journal"),
        ("HDIM.NGO/9001/16", "Media law", False, "NGO paper"),
        ("HDIM.ODIHR/9001/11", "Recommendations", False, "report"),
        ("SEC.GAL/9001/20", "Annual report of the Secretariat", False, "report"),
        (None, "Press release: statement on media law", False, "press release"),
        (None, "Address by the Minister", False, "statement"),
        (None, "Решение № 9001", False, "decision"),
        (None, "Media law", True, "statement"),
        (None, "Media law", False, "other"),
        (None, "", False, "other"),
    ],
)
def test_kind(symbol, title, spoken, kind):
    assert kind_of_document(symbol and parse_symbol(symbol), title, spoken=spoken) == kind
    assert kind in KINDS


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (
            "Journal of the 9001st Plenary Meeting of the Permanent Council",
            "journal",
        ),  # a page that sums it up
        ("Journal der 9001. Plenarsitzung des Ständigen Rates", "journal"),
        ("Journal de la 9001ème séance plénière", "journal"),
        ("Diario de la 9001ª sesión plenaria", "journal"),
        ("Giornale della 9001a Seduta plenaria", "journal"),
        ("Журнал 9001-го пленарного заседания", "journal"),
        ("Statement by Malta on the journal of the day", "statement"),
        ("9001st PLENARY MEETING OF THE COUNCIL", "journal"),  # the symbol was lost
        ("960e SÉANCE COMMUNE DU FORUM ET DU CONSEIL PERMANENT", "journal"),
        ("9001. PLENARSITZUNG DES RATES", "journal"),
        ("9001ª SESIÓN PLENARIA DEL CONSEJO", "journal"),
        ("9001ª SEDUTA PLENARIA DEL CONSIGLIO", "journal"),
        ("9001-е ПЛЕНАРНОЕ ЗАСЕДАНИЕ СОВЕТА", "journal"),
        ("Rede auf der 9001. Plenarsitzung des Ständigen Rates", "statement"),
        ("ISTANBUL SUMMIT DECLARATION", "other"),
        ("Presseaussendung: Brücken bauen", "press release"),
        ("Déclaration ministérielle sur les vieux ponts", "other"),
        ("Ministererklärung zu alten Brücken", "other"),
        ("DÉCLARATION INTERPRÉTATIVE AU TITRE DU PARAGRAPHE IV.1 A) 6", "interpretative statement"),
        ("INTERPRETATIVE ERKLÄRUNG GEMÄSS ABSCHNITT IV.1 (A) ABSATZ 6", "interpretative statement"),
        ("DECLARACIÓN INTERPRETATIVA EN VIRTUD DEL PÁRRAFO IV.1 A) 6", "interpretative statement"),
        ("DICHIARAZIONE INTERPRETATIVA AI SENSI DEL PARAGRAFO IV.1(A)6", "interpretative statement"),
        ("ИНТЕРПРЕТИРУЮЩЕЕ ЗАЯВЛЕНИЕ В СООТВЕТСТВИИ С ПУНКТОМ IV.1(A)6", "interpretative statement"),
        ("Interpretive\nstatement on the budget", "interpretative statement"),
        ("Pressemitteilung: Rede des Vorsitzenden", "press release"),
        ("Comunicato stampa", "press release"),
        ("Отчёт о семинаре", "report"),
        ("Statement by the NGO Example Forum on media law", "NGO paper"),
        ("Statement by Malta on the role of NGOs", "statement"),
        ("Reporting from the field", "other"),  # no word of its own
    ],
)
def test_a_title_tells_the_kind(title, kind):
    assert kind_of_document(None, title, spoken=False) == kind


@pytest.mark.parametrize(
    ("letterhead", "spoken", "kind"),
    [
        ("Example Human Rights Forum\nStreet 5, Vienna", False, "NGO paper"),
        ("Mission to Ruritania\nDaily Report 5/2021", False, "report"),
        ("Example Foundation", True, "statement"),  # who speaks in the room does not send a paper
        ("Permanent Mission of Norway", False, "other"),
    ],
)
def test_what_a_letterhead_tells(letterhead, spoken, kind):
    assert kind_of_document(None, "Media law", spoken=spoken, letterhead=letterhead) == kind


def test_a_letterhead_tells_an_ngo():
    paper = {"symbol": None, "title": "Media law in Ruritania", "spoken": False}
    assert kind_of_document(**paper, letterhead="Example Forum\nan NGO in Ruritania") == "NGO paper"
    assert kind_of_document(**paper, letterhead="Mongolia") == "other"


def test_a_letterhead_tells_a_press_release_in_which_nobody_speaks():
    page = {"symbol": None, "title": "Bridges bring people together", "letterhead": "NOTA DE PRENSA 112"}
    assert kind_of_document(**page, spoken=False) == "press release"
    assert kind_of_document(**page, spoken=True) == "statement"


def test_each_cue_is_of_a_kind_and_a_working_language():
    assert {kind for kind, _, _ in CUES} <= set(KINDS)
    for kind in {kind for kind, _, _ in CUES}:
        assert sorted(language for name, language, _ in CUES if name == kind) == [
            "de",
            "en",
            "es",
            "fr",
            "it",
            "ru",
        ]


@pytest.mark.parametrize(
    ("paragraphs", "closing", "spoken"),
    [
        (["The report is thorough."], "Thank you.", True),
        (["1. Dear Ambassador, welcome."], "", True),  # a greeting after its number
        (["The report is thorough.", "We agree with it."], "", True),
        (["The Minister said: “We agree with it.”"], "", False),  # quoted
        (["1. We, the Heads of State, have met."], "", False),  # a declaration
        (["I. Reports to the Council"], "", False),  # a Roman number
        (["The Council met on Monday."], "", False),
        ([], "", False),
    ],
)
def test_spoken(paragraphs, closing, spoken):
    assert is_spoken(paragraphs, closing) is spoken


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("The Minister said that the bridges stand.", True),
        ("Der Minister betonte, dass die Brücken stehen.", True),
        ("Le ministre a souligné que les ponts tiennent.", True),
        ("El ministro ha participado en la reunión.", True),
        ("Il ministro ha dichiarato che i ponti reggono.", True),
        ("Министр отметил, что мосты стоят.", True),
        ("Ask: who says that the bridges stand?", False),  # a reader's own note
        ("The bridges stand.", False),
        ("Мосты стоят.", False),
    ],
)
def test_reported(sentence, reported):
    assert is_reported([sentence]) is reported


@pytest.mark.parametrize(
    ("title", "paragraphs", "told"),
    [
        ("Joint statement on Malta", ["Ambassador Doe delivered a joint statement on 3 May."], True),
        ("Friends of Malta adopt statement", ["The group met in Vienna."], True),
        ("Joint statement on Malta", ["I delivered a joint statement on 3 May, as we all know."], False),
        ("Joint statement on Malta", ["The Foreign Ministers regret this."], False),
    ],
)
def test_told_of(title, paragraphs, told):
    assert is_told_of(title, paragraphs) is told
