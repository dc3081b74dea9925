"""Headers of every family that real documents show, in words of our own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.documents.header import read_header
from osce_analysis.documents.layout import blocks
from osce_analysis.documents.unfolding import unfold

DISCLAIMER = (
    "The OSCE Secretariat bears no responsibility for what this invented document contains and circulates it without "
    "altering a word. Its distribution by Conference Services is without prejudice to OSCE decisions."
)
BODY = "\n\nWe welcome the report and thank its author for the work that the whole team has done this year.\n"


def header(text):
    return read_header(unfold(blocks(text)))


def told(text, *names):
    found = header(text)
    return tuple(getattr(found, name) for name in names)


OFFICIAL = f"""{DISCLAIMER}

PC.DEL/9073/20
31 January 2020

ENGLISH
Original: RUSSIAN

Delegation of the Russian Federation

STATEMENT BY
MR. N. IVANOV, PERMANENT REPRESENTATIVE OF
THE RUSSIAN FEDERATION, AT THE 9257th MEETING OF THE
OSCE PERMANENT COUNCIL

30 January 2020

On the protection of monuments

Mr. Chairperson,{BODY}"""


def test_official_header():
    found = header(OFFICIAL)
    assert found.symbol.canonical == "PC.DEL/9073/20"
    assert (found.issued, found.delivered) == (date(2020, 1, 31), date(2020, 1, 30))
    assert (found.language, found.original_language) == ("en", "ru")
    assert (found.meeting_body, found.meeting_number) == ("PC", 9257)
    assert found.title.startswith("STATEMENT BY MR. N. IVANOV, PERMANENT REPRESENTATIVE OF THE RUSSIAN")
    assert found.title.endswith("AT THE 9257th MEETING OF THE OSCE PERMANENT COUNCIL")
    assert found.subject == "the protection of monuments"
    assert [line.text for line in found.lines if line.role == "disclaimer"] == [DISCLAIMER]
    assert found.specimen is False
    assert found.lines[-1].text == "On the protection of monuments"


LAYOUTS = [
    pytest.param(  # the whole header on one line, the symbol and date threaded into the disclaimer
        "The OSCE Secretariat bears no responsibility for the content PC.DEL/9073/20 and circulates it. The "
        "distribution by OSCE 31 January 2020 Conference Services is without prejudice to what was agreed by OSCE "
        "participating States. ENGLISH Original: RUSSIAN Delegation of the Russian Federation STATEMENT BY THE "
        "PERMANENT REPRESENTATIVE AT THE 9257th MEETING OF THE OSCE PERMANENT COUNCIL 30 January 2020 On the "
        "protection of monuments Mr. Chairperson, We welcome the report and its author.",
        {
            "issued": date(2020, 1, 31),
            "delivered": date(2020, 1, 30),
            "language": "en",
            "meeting_number": 9257,
            "subject": "the protection of monuments",
        },
        id="one line",
    ),
    pytest.param(
        f"PC.DEL/9449/20\n12 May 2020\nENGLISH only\n\nEUROPEAN UNION\nOSCE Permanent Council No. 9266 Vienna, 7 May "
        f"2020\n\nEU Statement on the occasion of Europe Day\n\nMr. Chair,{BODY}",
        {
            "issued": date(2020, 5, 12),
            "delivered": date(2020, 5, 7),
            "place": "Vienna",
            "meeting_number": 9266,
            "title": "EU Statement on the occasion of Europe Day",
            "subject": "Europe Day",
            "original_language": "en",
        },
        id="letterhead and meeting line",
    ),
    pytest.param(
        f"Ongoing Harm to Monuments\n\nAs delivered by Ambassador N. Doe\nto the Permanent Council, Vienna\n"
        f"December 3, 2020\n\nThank you, Mr. Chair.{BODY}",
        {
            "symbol": None,
            "issued": None,
            "delivered": date(2020, 12, 3),
            "place": "Vienna",
            "meeting_body": "PC",
            "title": "Ongoing Harm to Monuments",
            "subject": "Ongoing Harm to Monuments",
        },
        id="title, then delivered by",
    ),
    pytest.param(
        f"Monuments in Times of Sickness\n\nAs delivered by Ambassador N. Doe\nto the Permanent Council, Vienna "
        f"(via video teleconference)\nMay 7, 2020\n\nPC.DEL/9074/20\n8 May 2020\nENGLISH only{BODY}",
        {"issued": date(2020, 5, 8), "delivered": date(2020, 5, 7), "place": "Vienna"},
        id="the day of delivery under who delivered, above the symbol and the day of issue",
    ),
    pytest.param(
        f"FSC.DEC/9001/20\n22 July 2020\nOriginal: ENGLISH\n\nSecond day of the Twenty-Fifth Meeting\n"
        f"MC(25) Journal No. 2, Agenda item 7\n\nDECISION No. 9001/20\nTHE CARE OF MONUMENTS\n\nThe Forum,{BODY}",
        {"subject": "THE CARE OF MONUMENTS", "agenda_item": "7", "meeting_number": 25},
        id="a line on the journal under the day of the meeting",
    ),
    pytest.param(
        "PC.DEC/9202\n10 March 2016\n\nOrganization for Security and Co-operation in Europe\nPermanent Council\n"
        "ENGLISH\nOriginal: ENGLISH\n\n9092nd Plenary Meeting\nPC Journal No. 9092, Agenda item 1(a)\n\n"
        "DECISION No. 9202\nPROTECTION OF MONUMENTS ON FRONTIERS\n\nThe Permanent Council,\n\nRecalling its decisions,",
        {
            "issued": date(2016, 3, 10),
            "delivered": None,
            "meeting_number": 9092,
            "agenda_item": "1(a)",
            "title": "DECISION No. 9202 PROTECTION OF MONUMENTS ON FRONTIERS",
            "subject": "PROTECTION OF MONUMENTS ON FRONTIERS",
        },
        id="decision",
    ),
    pytest.param(
        "<<\n\nPC.JOUR/9296 Organization for Security and Co-operation in 17 December 2020 Permanent Council Original: "
        "ENGLISH\n\nChairmanship:\n\n9296th PLENARY MEETING OF THE COUNCIL\n\n1. Date: Wednesday, 16 December 2020\n\n"
        "Opened: 10 a.m.",
        {
            "issued": date(2020, 12, 17),
            "delivered": date(2020, 12, 16),  # from the journal's first item
            "meeting_body": "PC",
            "meeting_number": 9296,
            "language": "en",
        },
        id="journal on one line",
    ),
    pytest.param(
        f"MC.DEL/9012/07 30 November 2007 Original: SPANISH DISCURSO DEL SR. MINISTRO EN LA SESIÓN DE APERTURA DE LA "
        f"OSCE MADRID, 29-XI-07 Señor Presidente, nos sumamos a las palabras de bienvenida.{BODY}",
        {"issued": date(2007, 11, 30), "delivered": date(2007, 11, 29), "place": "Madrid", "language": "es"},
        id="Roman month, no language line",
    ),
    pytest.param(
        f"PC.DEL/9034/12\n26 July 2012\nOriginal: GERMAN\nÖSTERREICH\n\nErklärung zum Schutz der Denkmäler\n\n"
        f"Herr Vorsitzender,{BODY}",
        {"language": "de", "original_language": "de", "title": "Erklärung zum Schutz der Denkmäler"},
        id="the text is the original",
    ),
    pytest.param(
        f"PC.DEL/9020/14\n25 июля 2014 года\n\nРУССКИЙ\nОригинал: РУССКИЙ\n\nЗАЯВЛЕНИЕ\nДЕЛЕГАЦИИ РЕСПУБЛИКИ БЕЛАРУСЬ\n"
        f"НА 9149-м ЗАСЕДАНИИ ПОСТОЯННОГО СОВЕТА ОБСЕ\n\n24 июля 2014 года\n\nО защите памятников\n\n"
        f"Уважаемый господин Председатель,{BODY}",
        {
            "issued": date(2014, 7, 25),
            "delivered": date(2014, 7, 24),
            "language": "ru",
            "meeting_number": 9149,
            "subject": "защите памятников",
        },
        id="Russian",
    ),
    pytest.param(
        f"Viewer's Statement Title\nTotal Page:16\n{OFFICIAL}",
        {"meeting_number": 9257, "subject": "the protection of monuments"},
        id="a viewer's title above",
    ),
    pytest.param(
        f"The monuments stay vital: UK statement to OSCE\nAmbassador N. Doe thanks Croatia for its choice of subject.\n"
        f"Thank you, Mr Chair, for this choice. {'A page holds each paragraph on a line of its own. ' * 5}{BODY}",
        {"title": "The monuments stay vital: UK statement to OSCE", "subject": "The monuments stay vital"},
        id="a lead-in before the greeting",
    ),
    pytest.param(
        f"OSCE Special Permanent Council No. 9695: EU interpretative statement on the mandate until 31 December 2008 "
        f"(Vienna)\n\nEU statement delivered by H.E. N. Doe{BODY}",
        {"meeting_number": 9695, "delivered": None, "subject": "the mandate until 31 December 2008"},
        id="a term is no day",
    ),
    pytest.param(
        f"STATEMENT by Mr. N. Doe at the sixteenth Ministerial Council (Helsinki, 5 December 2008)\n8 December 2008\n\n"
        f"Mr. Chairman,{BODY}",
        {
            "issued": date(2008, 12, 8),
            "delivered": date(2008, 12, 5),
            "place": "Helsinki",
            "meeting_body": "MC",
            "meeting_number": 16,
        },
        id="the page's date and the title's",
    ),
    pytest.param(
        "OSCE Permanent Council No. 9460 Vienna, 8 February 2024\n- The European Union warmly welcomes the President.\n"
        "- Since we met, much has changed for all of us.",
        {"delivered": date(2024, 2, 8), "place": "Vienna", "meeting_number": 9460},
        id="a meeting for a title",
    ),
    pytest.param(
        f"SPECIMEN - made-up text\n\nPC.DEL/9014/23 OSCE+\n17 February 2023\n\nStatement on monuments{BODY}",
        {"specimen": True, "distribution": "OSCE+", "title": "Statement on monuments"},
        id="specimen",
    ),
    pytest.param(
        f"MC(9).DEC/6\n4 December 2001\n\nDecision on monuments{BODY}",
        {"meeting_body": "MC", "meeting_number": 9},
        id="the meeting in the symbol",
    ),
    pytest.param(
        "PC.JOUR/9348 Organizzazione per la sicurezza e la cooperazione in Europa 9 December 2021 Consiglio "
        "permanente\n\nITALIAN\n\nOriginal: ENGLISH Presidenza: Svezia\n\n9348\n\na\n\nSEDUTA PLENARIA DEL "
        "CONSIGLIO\n\n1. Data: giovedì 9 dicembre 2021",
        {"meeting_number": 9348, "language": "it", "original_language": "en", "delivered": date(2021, 12, 9)},
        id="an ordinal torn apart",  # the journal's number is its meeting's
    ),
    pytest.param(
        f"PC.DEL/9297/18 16 March 2018\n\nENGLISH Original: RUSSIAN Delegation of the Russian Federation\n\n"
        f"15 March 2018\n\nOn monuments of in\n\nMr. Chairperson,{BODY}",
        {"issued": date(2018, 3, 16), "delivered": date(2018, 3, 15), "subject": "monuments of in"},
        id="the title and names are lost",  # "in" does not swallow the greeting
    ),
    pytest.param(
        f"AS DELIVERED. EU Statement by H.E. Ms. N. Lind, at the 26th OSCE Ministerial Council\nBratislava, 5 December "
        f"2019\n\nMr. Chairman-in-Office,{BODY}",
        {"delivered": date(2019, 12, 5), "place": "Bratislava", "meeting_body": "MC", "meeting_number": 26},
        id="as delivered, in the title",
    ),
    pytest.param(
        "24\nPCOGJ9210 PC.JOUR/9210 Organisation für Sicherheit und Zusammenarbeit in Europa 20 December 2018 "
        "Ständiger Rat GERMAN Original: ENGLISH Vorsitz: Italien 9210. PLENARSITZUNG DES RATES 1. Datum: Mittwoch, 19. "
        "Dezember 2018 Beginn: 9.10 Uhr",
        {
            "issued": date(2018, 12, 20),
            "delivered": date(2018, 12, 19),
            "language": "de",
            "meeting_number": 9210,
            "title": "9210. PLENARSITZUNG DES RATES",
        },
        id="German journal on one line, under a page's number",
    ),
    pytest.param(
        "Transcription\n\nForum pour la coopération en matière de sécurité\nConseil permanent\nPrésidence du FCS : "
        "Malte\nFSC-PC.JOUR/947\n14 July 2015\nFRENCH\nOriginal: ENGLISH\nPrésidence de l’OSCE : Serbie\n960e SÉANCE "
        "COMMUNE\nDU FORUM POUR LA COOPÉRATION EN MATIÈRE\nDE SÉCURITÉ ET DU CONSEIL PERMANENT\n1.\nDate :\nLundi 13 "
        "juillet 2015\nOuverture :\n15 h 35",
        {
            "issued": date(2015, 7, 14),
            "delivered": date(2015, 7, 13),
            "meeting_body": "FSC-PC",
            "meeting_number": 960,
            "title": "960e SÉANCE COMMUNE DU FORUM POUR LA COOPÉRATION EN MATIÈRE DE SÉCURITÉ ET DU CONSEIL PERMANENT",
        },
        id="labels and what they label on lines of their own",
    ),
    pytest.param(
        f"Выступление о старых мостах\n\nОпубликовано чт, 05/10/2018 - 08:45\n\nВыступление Постоянного представителя "
        f"на заседании Постоянного совета ОБСЕ о старых мостах, Вена, 3 мая 2018 года\n\nУважаемый господин "
        f"Председатель,{BODY}",
        {
            "issued": None,
            "delivered": date(2018, 5, 3),
            "meeting_body": "PC",
            "title": "Выступление о старых мостах",
        },
        id="published on a day that may be two",
    ),
    pytest.param(
        f"Н. Линд: «Мосты нужны всем»\n\n29.07.2016\n\nВыступление посла Н. Линд на заседании Постоянного совета ОБСЕ, "
        f"Вена, 28 июля 2016 года в ответ на выступления главы миссии и её заместителя по мостам.\n\nУважаемый "
        f"господин Председатель,{BODY}",
        {"issued": date(2016, 7, 29), "delivered": date(2016, 7, 28), "meeting_body": "PC"},
        id="the lead-in tells the meeting and its day",
    ),
    pytest.param(
        "- 1 - PC.JOUR/9200 19 October 2018\nENGLISH\nOriginal: ENGLISH\n\n9200th PLENARY MEETING OF THE COUNCIL\n\n"
        "1. Date: Thursday, 18 October 2018",
        {
            "issued": date(2018, 10, 19),
            "delivered": date(2018, 10, 18),
            "meeting_body": "PC",
            "meeting_number": 9200,
        },
        id="a page number before the symbol",
    ),
    pytest.param(
        "SEGUNDO DÍA DE LA VIGESIMOCUARTA REUNIÓN DEL CONSEJO … · 2020-05-06 ·...\n\n78\nMC(24).JOUR/2/Corr.1 1 "
        "Organización para la Seguridad y la Cooperación en Europa 9 December 2016 Consejo Ministerial "
        "SPANISH Original: ENGLISH SEGUNDO DÍA DE LA VIGESIMOCUARTA REUNIÓN DEL CONSEJO 1. Fecha: 8 diciembre 2016",
        {
            "issued": date(2016, 12, 9),
            "delivered": date(2016, 12, 8),
            "meeting_number": 24,
            "title": "SEGUNDO DÍA DE LA VIGESIMOCUARTA REUNIÓN DEL CONSEJO",
        },
        id="a viewer's cut title with a day of its own",
    ),
    pytest.param(
        f"Выступление на заседании Постоянного совета ОБСЕ\n\n09.07.2023\n\nВыступление посла Н. Линд на заседании "
        f"Постоянного совета ОБСЕ, 6 июля 2023 года, на отчет о мостах:\n\n— Господин Председатель,{BODY}",
        {"issued": date(2023, 7, 9), "delivered": date(2023, 7, 6), "meeting_body": "PC"},
        id="a greeting after a dash",
    ),
    pytest.param(
        "Organización para la Seguridad y la Cooperación en Europa\n\nV A L E T A ______\n\n2034\n\nVigesimocuarta "
        "Reunión\n\ndel Consejo Ministerial\n\n4 y 5 de diciembre de 2034\n\nDecisiones del Consejo\n\nMC24SW89\n\n"
        "6 December 2034\n\nSPANISH Original: ENGLISH\n\nÍNDICE Página\n\nI. DECLARACIONES",
        {
            "issued": date(2034, 12, 6),
            "delivered": date(2034, 12, 4),
            "meeting_body": "MC",
            "meeting_number": 24,
            "title": "Vigesimocuarta Reunión del Consejo Ministerial",
            "language": "es",
        },
        id="the cover of a volume",
    ),
    pytest.param(
        "1 Organizzazione per la sicurezza e la cooperazione in Europa M A L T A 2034 Ventiquattresima riunione del "
        "Consiglio dei ministri 4 e 5 dicembre 2034 Dichiarazioni del Consiglio dei ministri Decisioni del Consiglio "
        "dei ministri Dichiarazioni delle delegazioni Rapporti al Consiglio dei ministri Malta 2034\n\n2 6 dicembre "
        "2034 ITALIAN Original: ENGLISH MC24IW70\n\n3 INDICE Pagina I. DICHIARAZIONI",
        {
            "issued": date(2034, 12, 6),
            "delivered": date(2034, 12, 4),
            "meeting_number": 24,
            "language": "it",
            "original_language": "en",
        },
        id="the cover of a volume on one line",
    ),
    pytest.param(
        f"PC.\nDEC/9638\nPermanent Council\n10 March 2004\n\nMonuments{BODY}",
        {"issued": date(2004, 3, 10)},
        id="a broken symbol",
    ),
    pytest.param(
        f"PC.DEL/9638/19\n10\nMarch\n2019\n\nENGLISH only\n\nDelegation of Malta\n\nMonuments\n9 March\n2019{BODY}",
        {"issued": date(2019, 3, 10), "delivered": date(2019, 3, 9)},
        id="dates over several lines",
    ),
    pytest.param(
        f"HDIM.DEL/9638/18\n19 March 2018\n\nENGLISH only\n\nReview of monuments\nWarsaw, 10-21 March 2018\n\n"
        f"Statement of Malta\nWarsaw, 18 March 2018{BODY}",
        {"issued": date(2018, 3, 19), "delivered": date(2018, 3, 18)},
        id="a day among those of the meeting",
    ),
    pytest.param(
        f"SEC.DEL/9638/18\n21 March 2018\n\nReview of monuments\nWarsaw, 19-21 March 2018\nStatement in Session II\n"
        f"20 March 2018{BODY}",
        {"issued": date(2018, 3, 21), "delivered": date(2018, 3, 20)},
        id="a bare day among those of the meeting",
    ),
    pytest.param(
        f"PC.NGO/9638/18\n19 March 2018\n\nReview of monuments from 2 May 2017 through 10 March 2018{BODY}",
        {"issued": date(2018, 3, 19), "delivered": None},
        id="the term of a report",
    ),
    pytest.param(
        f"PC.DEL/9638/11\n19 March 2011\n\nENGLISH only\n\nMalta speaks\nat the PC meeting of 18 March, 2011{BODY}",
        {"issued": date(2011, 3, 19), "delivered": date(2011, 3, 18)},
        id="the meeting of a day",
    ),
]


@pytest.mark.parametrize(("text", "fields"), LAYOUTS)
def test_layouts(text, fields):
    assert dict(zip(fields, told(text, *fields), strict=True)) == fields


BODIES = [
    "Mr. Chairperson,\n\nwe agree.",
    "Thank you, Chair. We agree.",
    "1. We welcome the President of the Assembly and thank her for her words to us.",
    "The OSCE has amassed a robust set of commitments, and each of them was agreed by consensus among all.",
    "See MC.DEC/3/04 of 7 December 2004 for what we agreed, and for what remains to be done by all of us here.",
    "Having considered the report of the Secretary General on the state of monuments,",
    "Les représentants des Etats participants à la Conférence, réunis à Malte",
    "ÍNDICE Página",
]


@pytest.mark.parametrize("text", BODIES)
def test_no_header(text):
    assert header(text).lines == ()
    assert header(text).symbol is None


def test_prose_that_was_left_wrapped_is_no_title():
    wrapped = (
        "The purpose of this survey is to give an overview of the bridges and of the mandates",
        "relating to their care in the past and today. It should also make it easy to refer to",
        "the documents of the Organization and the decisions that it took on this subject when",
        "they fell.",
    )
    found = header("SEC.GAL/9001/21\n\n3 May 2021\n\nENGLISH only\n\nNote\n\n" + "\n\n".join(wrapped))
    assert (found.title, found.lines[-1].text) == ("Note", "Note")


@pytest.mark.parametrize("text", BODIES)
def test_the_body_begins_after_the_title(text):
    found = header(f"PC.DEL/9001/21\n\nStatement on monuments\n\n{text}")
    assert [line.text for line in found.lines] == ["PC.DEL/9001/21", "Statement on monuments"]


def test_a_symbol_of_the_body_is_not_the_documents_own():
    assert header(f"Statement on monuments\n\nMr. Chair,\n\nWe recall PC.DEL/9001/21.{BODY}").symbol is None
    assert header(f"Statement on the follow-up to MC.DEC/9/09\n\nMr. Chair,{BODY}").symbol is None


pieces = st.sampled_from(
    [
        DISCLAIMER,
        "PC.DEL/9001/21",
        "3 December 2021",
        "ENGLISH only",
        "Original: RUSSIAN",
        "STATEMENT BY",
        "Vienna, 2 May",
        "Mr. Chair,",
        "On monuments",
        "",
        "AT THE 9001st MEETING OF THE",
        "OSCE PERMANENT COUNCIL",
        "We agree.",
        "SPECIMEN",
    ]
)


@given(st.lists(pieces | st.text(max_size=30), max_size=14))
def test_never_raises(lines):
    laid_out = unfold(blocks("\n".join(lines)))
    found = read_header(laid_out)
    printed = [line for block in laid_out for line in block.lines]
    assert [line.text for line in found.lines] == printed[: len(found.lines)]
    assert found.title is None or found.title.strip()
