"""Several documents in one file: attachments, annexes, decisions in a journal, statements on a page."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.documents import parse
from osce_analysis.documents.attachments import split_documents
from osce_analysis.documents.labels import find_labels
from osce_analysis.documents.layout import fold

DECISION = """PC.DEC/9301
2 May 2019

Original: ENGLISH

DECISION No. 9301
THE BRIDGE

The Permanent Council,

Decides to build a bridge from one bank to the other before winter.

"""
STATEMENT = """

INTERPRETATIVE STATEMENT UNDER PARAGRAPH IV.1(A)6
OF THE RULES OF PROCEDURE

By the delegation of Malta:

"We understand that the bridge is short."
"""
HEADS = {
    "lines": "PC.DEC/9301\n2 May 2019\nAttachment 1\n\nOriginal: ENGLISH",
    "one line": "PC.DEC/9301 2 May 2019 Attachment 1\nOriginal: ENGLISH",
    "a page's number before": "- 3 -\nPC.DEC/9301 2 May 2019 Attachment 1 Original: ENGLISH",
    "the label first": "Attachment 1\nPC.DEC/9301\n2 May 2019\nOriginal: ENGLISH",
    "to a symbol": "Attachment 1 to PC.DEC/9301",
    "to the decision": "Attachment 1 to the decision",
    "to its number": "Attachment 1 to Decision No. 9301",
    "Markdown": "**PC.DEC/9301**\n2 May 2019\n**Attachment 1**\n\nOriginal: ENGLISH",
    "a heading": "## Attachment 1",
    "capitals": "ATTACHMENT 1",
    "a job number": "PCOEW1234\n\nPC.DEC/9301\n2 May 2019\nAttachment 1\n\nOriginal: ENGLISH",
    "no number": "PC.DEC/9301\n2 May 2019\nAttachment\n\nOriginal: ENGLISH",
    "no label": "",
    "organization above": "Organization for Security and Co-operation in Europe\nPC.DEC/9301\nAttachment 1",
    "distribution": "PC.DEC/9301\n2 May 2019\nAttachment 1\n\nOSCE+\nENGLISH only",
    "de": "PC.DEC/9301\n2. Mai 2019\nBeilage 1\n\nDEUTSCH\nOriginal: ENGLISCH",
    "de, English head": "PC.DEC/9301\n2 May 2019\nAttachment 1\n\nGERMAN\nOriginal: ENGLISH",
    "fr": "PC.DEC/9301\n2 mai 2019\nPièce complémentaire 1\n\nFRANÇAIS\nOriginal : ANGLAIS",
    "es": "PC.DEC/9301\n2 de mayo de 2019\nTexto agregado 1\n\nESPAÑOL\nOriginal: INGLÉS",
    "it": "PC.DEC/9301\n2 maggio 2019\nAppendice 1\n\nITALIANO\nOriginale: INGLESE",
    "ru": "PC.DEC/9301\n2 мая 2019 года\nДополнение 1\n\nРУССКИЙ\nОригинал: АНГЛИЙСКИЙ",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_an_attached_statement_under_each_head(head):
    decision, statement = parse(DECISION + head + STATEMENT)
    assert (decision.symbol, decision.kind, decision.within) == ("PC.DEC/9301", "decision", None)
    assert decision.text.endswith("before winter.")
    assert (statement.symbol, statement.kind) == ("PC.DEC/9301/Att.1", "interpretative statement")
    assert (statement.within, statement.delegation, statement.issued) == (0, "MLT", date(2019, 5, 2))
    assert '"We understand that the bridge is short."' in statement.text
    for paragraph in statement.paragraphs:
        assert statement.text[paragraph.start : paragraph.end] == paragraph.text


SPOKEN = [
    (
        "en",
        "INTERPRETATIVE STATEMENT UNDER PARAGRAPH IV.1(A)6\nOF THE RULES OF PROCEDURE",
        "The delegation of Romania, in its capacity as EU Presidency, passed the floor to the representative of the "
        "European Union, who delivered the following statement:",
        "By the delegation of the Russian Federation:",
    ),
    (
        "de",
        "INTERPRETATIVE ERKLÄRUNG GEMÄSS ABSCHNITT IV.1 (A) ABSATZ 6\nDER GESCHÄFTSORDNUNG",
        "Die Delegation Rumäniens als EU-Vorsitz gab das Wort an den Vertreter der Europäischen Union weiter, der "
        "folgende Erklärung abgab:",
        "Delegation der Russischen Föderation:",
    ),
    (
        "fr",
        "DÉCLARATION INTERPRÉTATIVE AU TITRE\nDU PARAGRAPHE IV.1 A) 6 DES RÈGLES DE PROCÉDURE",
        "La délégation de la Roumanie, qui préside l’Union, a donné la parole au représentant de l’Union européenne, "
        "qui a fait la déclaration suivante :",
        "Par la délégation de la Fédération de Russie :",
    ),
    (
        "es",
        "DECLARACIÓN INTERPRETATIVA EN VIRTUD\nDEL PÁRRAFO IV.1 A) 6 DEL REGLAMENTO",
        "La delegación de Rumania, que preside la Unión, cedió la palabra al representante de la Unión Europea, que "
        "efectuó la siguiente declaración:",
        "Por la delegación de la Federación de Rusia:",
    ),
    (
        "it",
        "DICHIARAZIONE INTERPRETATIVA AI SENSI DEL\nPARAGRAFO IV.1(A)6 DELLE NORME PROCEDURALI",
        "La delegazione della Romania, in qualità di Presidenza, ha ceduto la parola al rappresentante dell’Unione "
        "europea, che ha reso la seguente dichiarazione:",
        "Da parte della delegazione della Federazione Russa:",
    ),
    (
        "ru",
        "ИНТЕРПРЕТИРУЮЩЕЕ ЗАЯВЛЕНИЕ В СООТВЕТСТВИИ С\nПУНКТОМ IV.1(А)6 ПРАВИЛ ПРОЦЕДУРЫ",
        "Делегация Румынии в качестве председателя предоставила слово представителю Европейского союза, который "
        "сделал следующее заявление:",
        "Делегация Российской Федерации:",
    ),
]
LABELS = {"en": "ENGLISH", "de": "GERMAN", "fr": "FRENCH", "es": "SPANISH", "it": "ITALIAN", "ru": "RUSSIAN"}


@pytest.mark.parametrize(("language", "title", "presidency", "national"), SPOKEN, ids=[c[0] for c in SPOKEN])
def test_who_speaks_in_six_languages(language, title, presidency, national):
    def attachment(number, original, speaker):
        head = f"PC.DEC/9301\n2 May 2019\nAttachment {number}\n\n{LABELS[language]}\nOriginal: {original}"
        return f"{head}\n\n{title}\n\n{speaker}\n\n“{language}.”\n\n"

    text = DECISION + attachment(1, "ENGLISH", presidency) + attachment(2, "RUSSIAN", national)
    _, union, russia = parse(text)
    assert (union.symbol, union.delegation, union.language) == ("PC.DEC/9301/Att.1", "EU", language)
    assert (russia.symbol, russia.delegation, russia.original_language) == ("PC.DEC/9301/Att.2", "RUS", "ru")
    assert union.kind == russia.kind == "interpretative statement"
    assert union.title == russia.title == title.replace("\n", " ")


def test_all_on_one_line():
    text = (
        "Organization for Security and Co-operation in Europe Permanent Council PC.DEC/9301 2 May 2019 "
        "Original: ENGLISH 9230th Plenary Meeting PC Journal No. 9230, Agenda item 2 DECISION No. 9301 THE BRIDGE OF "
        "SZ AND ITS TWO ENDS The Permanent Council, Decides to build a bridge (PC.DEC/1039). PC.DEC/9301 2 May 2019 "
        "Attachment 1 Original: ENGLISH INTERPRETATIVE STATEMENT UNDER PARAGRAPH IV.1(A)6 OF THE RULES OF PROCEDURE "
        "The delegation of Malta would like to make the following interpretative statement on the decision that was "
        "taken today. PC.DEC/9301 2 May 2019 Attachment 2 ENGLISH Original: RUSSIAN INTERPRETATIVE STATEMENT UNDER "
        "PARAGRAPH IV.1(A)6 OF THE RULES OF PROCEDURE The delegation of Belarus would like to make the following "
        "interpretative statement on the decision that was taken today."
    )
    documents = parse(text)
    assert [(d.symbol, d.within, d.delegation, d.original_language) for d in documents] == [
        ("PC.DEC/9301", None, None, "en"),
        ("PC.DEC/9301/Att.1", 0, "MLT", "en"),
        ("PC.DEC/9301/Att.2", 0, "BLR", "ru"),
    ]
    assert documents[0].text.endswith("a bridge (PC.DEC/1039).")


def test_heads_of_later_pages_begin_nothing():
    head = "PC.DEC/9301\n2 May 2019\nAttachment 1\n\n"
    page = "\n\n- 2 -\n\nPC.DEC/9301\n2 May 2019\nAttachment 1\n\n"
    statement = STATEMENT.replace("that the bridge", f"that the{page}bridge")
    _, attached = parse(f"{DECISION}{head}Original: ENGLISH{statement}")
    assert attached.text.endswith('"We understand that the bridge is short."')


def test_a_decision_keeps_its_own_annex():
    head = "PC.DEC/9301\n2 May 2019\nAnnex\n\n"
    annex = f"{head}AGENDA\n\n1. Opening of the\n\n- 2 -\n\n{head}bridge\n\n"
    decision, statement = parse(f"{DECISION}{annex}{HEADS['no number']}{STATEMENT}")
    assert decision.text.split()[-8:] == [
        "winter.",
        "Annex",
        "AGENDA",
        "1.",
        "Opening",
        "of",
        "the",
        "bridge",
    ]
    assert (statement.symbol, statement.delegation) == ("PC.DEC/9301/Att.1", "MLT")


JOURNAL = """PC.JOUR/9230
2 May 2019

Organization for Security and Co-operation in Europe
Permanent Council

Original: ENGLISH

Chairmanship: Slovakia

9230th PLENARY MEETING OF THE COUNCIL

1. Date: Thursday, 2 May 2019

Agenda item 1: REVIEW OF CURRENT ISSUES

Chairperson, Malta ({label} 1), Norway (PC.DEL/9402/19), Spain ({label} 2)

2. Next meeting:

Thursday, 9 May 2019

"""


def annex(label, number, original, speaker, language=""):
    return (
        f"PC.JOUR/9230\n2 May 2019\n{label} {number}\n\n{language}\nOriginal: {original}\n\n9230th Plenary Meeting\n"
        f"PC Journal No. 9230, Agenda item 1\n\nSTATEMENT BY\nTHE DELEGATION OF {speaker}\n\nMr. Chairperson,\n\n"
        f"We have crossed the bridge.\n\nThank you.\n\n"
    )


@pytest.mark.parametrize(
    "label", ["Annex", "Anhang", "Приложение", "Annexe", "Anexo", "Annesso", "Allegato", "ANNEX"]
)
def test_statements_annexed_to_a_journal(label):
    text = JOURNAL.format(label=label) + annex(label, 1, "ENGLISH", "MALTA")
    journal, malta, spain = parse(text + annex(label, 2, "SPANISH", "SPAIN", "ENGLISH"))
    assert (journal.symbol, journal.kind) == ("PC.JOUR/9230", "journal")
    assert journal.text.endswith("Thursday, 9 May 2019")
    assert len([row for row in journal.interventions if row.role == "delivers"]) == 4
    assert (malta.symbol, malta.kind, malta.within) == ("PC.JOUR/9230/Annex.1", "statement", 0)
    assert (malta.delegation, malta.meeting_number, malta.agenda_item) == ("MLT", 9230, "1")
    assert (malta.delivered, malta.language) == (date(2019, 5, 2), "en")
    assert (spain.symbol, spain.delegation, spain.original_language) == ("PC.JOUR/9230/Annex.2", "ESP", "es")
    assert (spain.text, spain.closing) == ("Mr. Chairperson,\n\nWe have crossed the bridge.", "Thank you.")


def test_a_decision_appended_to_a_journal_holds_its_own_attachments():
    head = "Organization for Security and Co-operation in Europe\nPermanent Council\nOriginal: ENGLISH\n\n"
    decision = DECISION.replace("Original: ENGLISH\n", f"{head}9230th Plenary Meeting\nPC Journal No. 9230\n")
    text = JOURNAL.format(label="Annex") + annex("Annex", 1, "ENGLISH", "MALTA")
    documents = parse(text + decision + HEADS["no number"] + STATEMENT)
    assert [(d.symbol, d.kind, d.within) for d in documents] == [
        ("PC.JOUR/9230", "journal", None),
        ("PC.JOUR/9230/Annex.1", "statement", 0),
        ("PC.DEC/9301", "decision", 0),
        ("PC.DEC/9301/Att.1", "interpretative statement", 2),
    ]


@pytest.mark.parametrize("between", ["\n\n", " "], ids=["in lines", "on one line"])
def test_a_journal_in_which_heads_are_lines_of_their_own_or_none(between):
    text = between.join(
        [
            "PC.JOUR/9230 Organization for Security and Co-operation in Europe 2 May 2019 Permanent Council "
            "Original: ENGLISH",
            "9230th PLENARY MEETING OF THE COUNCIL",
            "1. Date: Thursday, 2 May 2019",
            "Agenda item 1: REVIEW OF CURRENT ISSUES",
            "Chairperson, Malta (Annex), Norway (PC.DEL/9402/19)",
            "2. Next meeting: Thursday, 9 May 2019",
            "PCOEJ9230 PC.JOUR/9230 2 May 2019 Annex ENGLISH Original: RUSSIAN 9230th Plenary Meeting PC Journal "
            "No. 9230, Agenda item 1 STATEMENT BY THE DELEGATION OF MALTA",
            "Mr. Chairperson, We have crossed the bridge, which is longer than we thought it was when we began.",
            "PC.DEC/9301 Organization for Security and Co-operation in Europe 2 May 2019 Permanent Council "
            "Original: ENGLISH 9230th Plenary Meeting PC Journal No. 9230, Agenda item 2",
            "DECISION No. 9301 THE BRIDGE AND ITS TWO ENDS",
            "The Permanent Council, Decides to build a bridge.",
        ]
    )
    journal, malta, decision = parse(text)
    assert (journal.symbol, journal.meeting_number, journal.delivered) == (
        "PC.JOUR/9230",
        9230,
        date(2019, 5, 2),
    )
    assert (malta.symbol, malta.delegation, malta.issued) == ("PC.JOUR/9230/Annex.1", "MLT", date(2019, 5, 2))
    assert malta.text.endswith("it was when we began.")
    assert (decision.symbol, decision.kind, decision.within) == ("PC.DEC/9301", "decision", 0)
    assert decision.text == "The Permanent Council, Decides to build a bridge."


def test_an_annexed_agenda_is_no_statement():
    agenda = (
        "PC.JOUR/9230\n2 May 2019\nAnnex\n\nAGENDA OF THE MEETING\n\n1. Opening of the meeting by the Chair."
    )
    _, attached = parse(JOURNAL.format(label="Annex") + agenda)
    assert (attached.symbol, attached.kind, attached.delegation) == ("PC.JOUR/9230/Annex.1", "other", None)


def test_an_attachment_in_a_file_of_its_own():
    (document,) = parse(HEADS["lines"] + STATEMENT)
    assert (document.symbol, document.kind, document.delegation) == (
        "PC.DEC/9301/Att.1",
        "interpretative statement",
        "MLT",
    )
    assert (document.within, document.issued) == (None, date(2019, 5, 2))


def test_the_revision_stays_beside_the_symbol():
    text = DECISION.replace("PC.DEC/9301", "MC.DEC/9/19/Corr.1")
    decision, statement = parse(
        text + HEADS["lines"].replace("PC.DEC/9301", "MC.DEC/9/19/Corr.1") + STATEMENT
    )
    assert [(d.symbol, d.revision) for d in (decision, statement)] == [
        ("MC.DEC/9/19", "Corr.1"),
        ("MC.DEC/9/19/Att.1", "Corr.1"),
    ]


def statement(symbol, speaker, head=True):
    official = f"{symbol}\n2 May 2019\n\nENGLISH only\n\n" if head else ""
    return (
        f"{official}STATEMENT BY THE DELEGATION OF {speaker}\n\nMr. Chair,\n\nWe have read the report of {speaker} "
        "with care.\n\nThank you.\n\n"
    )


def test_statements_one_after_the_other():
    first, second = parse(statement("PC.DEL/9401/19", "MALTA") + statement("PC.DEL/9402/19", "NORWAY"))
    assert [(d.symbol, d.delegation, d.within) for d in (first, second)] == [
        ("PC.DEL/9401/19", "MLT", None),
        ("PC.DEL/9402/19", "NOR", None),
    ]


def test_statements_on_one_page():
    page = "Statements on the report\n\nVienna, 2 May 2019\n\n"
    first, second = parse(page + statement("", "MALTA", head=False) + statement("", "NORWAY", head=False))
    assert [(d.delegation, d.within, d.delivered) for d in (first, second)] == [
        ("MLT", None, date(2019, 5, 2)),
        ("NOR", 0, date(2019, 5, 2)),
    ]


def test_numbered_statements_on_one_page():
    page = "Interpretative Statements on two decisions\n\nVienna, 2 May 2019\n\n"
    body = "Thank you, Mr. Chair.\n\nMalta makes the following interpretative statement on the decision.\n\n"
    title = "INTERPRETATIVE STATEMENT UNDER § IV.1(A)6 OF THE RULES OF PROCEDURE\n\n"
    first, second = parse(f"{page}1. {title}{body}2. {title}{body}")
    assert [(d.kind, d.delegation, d.within) for d in (first, second)] == [
        ("interpretative statement", "MLT", None),
        ("interpretative statement", "MLT", 0),
    ]


@pytest.mark.parametrize("title", ["RIGHT OF REPLY\nBY THE DELEGATION OF MALTA", "Right of reply"])
def test_a_right_of_reply_is_a_document_within(title):
    spoken, reply = parse(
        f"{statement('PC.DEL/9401/19', 'MALTA')}{title}\n\nMr. Chair,\n\nWe answer what was said of our bridge."
    )
    assert (reply.within, reply.kind, reply.issued) == (0, "statement", date(2019, 5, 2))
    assert (spoken.closing, reply.front) == ("Thank you.", title)


@pytest.mark.parametrize(
    "line", ["By the delegation of Malta:", "Par la délégation de Malte :", "От имени делегации Мальты:"]
)
def test_who_made_an_attached_statement_stands_in_its_front(line):
    _, attached = parse(f"{DECISION}{HEADS['lines']}\n\nINTERPRETATIVE STATEMENT\n\n{line}\n\nWe note it.")
    assert (attached.front.endswith(line), attached.text) == (True, "We note it.")


WHOLE = {
    "labels in sentences": "\nAnnex 1 of the report says so, and Attachment 2 to the decision says the opposite.",
    "an annex of the statement's own": "\nAnnex 1\n\nList of bridges\n\nBridge one\n\nBridge two",
    "a list of symbols": "\nPC.DEL/9402/19\n\nPC.DEC/1202\n10 March 2016\n\nPC.DEC/1039\n26 April 2012\n\nThank you.",
    "contents": "\nAttachment 1 ......... 5\n\nAnnex 2 ........ 7",
    "a label that goes on": "\nAnnex 1: Bridges\n\nAttachment 1. What we saw",
}


@pytest.mark.parametrize("more", WHOLE.values(), ids=WHOLE.keys())
def test_what_begins_no_document(more):
    (document,) = parse(statement("PC.DEL/9401/19", "MALTA") + more)
    assert more.split()[-1] in document.text + document.closing


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Attachment 12", ["Att.12"]),
        ("Annexe n° 2", ["Annex.2"]),
        ("Beilage 1 zum Beschluss Nr. 1", ["Att.1"]),
        ("Pièce complémentaire", ["Att.1"]),
        ("PIÈCE COMPLÉMENTAIRE 3", ["Att.3"]),
        ("Приложение 2 к Журналу", ["Annex.2"]),
        ("Annex 3/04", ["Annex.1"]),  # a symbol's number is not the label's
        ("annex 1", []),
        ("Annexed to", []),
        ("Re-Attachment 1", []),
    ],
)
def test_labels(line, names):
    assert [label.name for label in find_labels(line)] == names


@given(st.text(alphabet="Aatchmen 1\nPC.DE/901Original:ENGLISH2May", max_size=300))
def test_splitting_loses_no_word(text):
    pieces = split_documents(fold(text))
    kept = [word for piece in pieces for word in piece.text.split()]
    words = text.split()
    assert len(kept) <= len(words)
    if not list(find_labels(text)):
        assert kept == words
    assert all(piece.within is None or piece.within < place for place, piece in enumerate(pieces))


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "Attachment 1\n",
            "PC.DEC/1\n2 May 2019\nAttachment 1\n\nOriginal: ENGLISH\n\n",
            "PC.DEC/1 ",
            "STATEMENT BY ",
        ),
        *(
            "PC.DEL/{}/19\n2 May 2019\n\nENGLISH only\n\nSTATEMENT\n\n",
            "INTERPRETATIVE STATEMENT\n\nMr. Chair,\n\n",
        ),
        *(
            "Annex " * 5,
            "Attachment to the decision ",
            "\n",
            "- 2 - PC.DEC/1 2 May 2019 Annex 1 ",
            "Annex {}\n\nENGLISH\n",
        ),
    ],
)
def test_splitting_takes_linear_time(piece, timed):
    def seconds(times):
        text = "".join(piece.format(number) for number in range(times))
        return timed(lambda: split_documents(text))

    seconds(50)
    assert seconds(2_000) < 8 * max(seconds(500), 0.01)
