from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.documents import Unreadable, parse, parsing, read

JOINT = """The OSCE Secretariat bears no responsibility for its content and circulates this invented document \
without altering it. Its distribution is without prejudice to OSCE decisions.

MC.DEL/9039/21  
3 December 2021

ENGLISH  
Original: RUSSIAN

**JOINT STATEMENT BY  
THE MINISTERS FOR FOREIGN AFFAIRS OF  
THE REPUBLIC OF ARMENIA, THE KYRGYZ REPUBLIC  
AND THE RUSSIAN FEDERATION  
ON THE CARE OF MONUMENTS, AT THE TWENTY-EIGHTH MEETING OF THE  
OSCE MINISTERIAL COUNCIL**

Stockholm, 2 December 2021

We, the Ministers for Foreign Affairs of the Republic of Armenia, the Kyrgyz Republic and the Russian Federation, \
care for what our forebears built.

We recall Ministerial Council Decision No. 3/04, which stands, and the Charter of the United Nations.

The decisions of our \
bodies, MC.DEC/9/09 among them, must be carried out.

Thank you for your attention.

I request that this statement be attached to the journal of today's meeting.
"""  # noqa: W291 - Markdown's hard breaks are two spaces at a line's end


@pytest.fixture(scope="module")
def joint():
    (document,) = parse(JOINT)
    return document


def test_header_fields(joint):
    assert (joint.symbol, joint.body, joint.series, joint.number, joint.year) == (
        "MC.DEL/9039/21",
        "MC",
        "DEL",
        9039,
        2021,
    )
    assert (joint.issued, joint.delivered, joint.place) == (date(2021, 12, 3), date(2021, 12, 2), "Stockholm")
    assert (joint.meeting_body, joint.meeting_number) == ("MC", 28)
    assert (joint.language, joint.original_language) == ("en", "ru")
    assert (joint.kind, joint.joint, joint.delegation) == ("joint statement", True, None)
    assert joint.subject == "THE CARE OF MONUMENTS"
    assert joint.problems == ()


def test_parts(joint):
    assert [p.text.split()[0] for p in joint.paragraphs] == ["We,", "We", "The"]
    assert joint.closing.split("\n\n")[0] == "Thank you for your attention."
    assert "journal" in joint.closing
    assert joint.front.endswith("Stockholm, 2 December 2021")
    assert "*" not in joint.front + joint.text + joint.closing + joint.title


def test_every_offset_returns_its_words(joint):
    parts = {"front": joint.front, "text": joint.text, "closing": joint.closing}
    assert all(joint.text[p.start : p.end] == p.text for p in joint.paragraphs)
    assert joint.signatories
    for signatory in joint.signatories:
        assert parts[signatory.part][signatory.start : signatory.end] == signatory.name
    assert joint.citations
    for citation in joint.citations:
        assert parts[citation.part][citation.start : citation.end] == citation.surface


def test_citations_know_their_paragraph(joint):
    assert {(c.instrument, c.paragraph) for c in joint.citations} == {
        ("MC.DEC/3/04", 2),
        ("UN-CHARTER", 2),
        ("MC.DEC/9/09", 3),
    }


def test_neither_the_own_symbol_nor_the_disclaimer_is_cited(joint):
    assert all(citation.part == "text" for citation in joint.citations)


def test_wrapped_text_reads_as_the_unwrapped(joint):
    import textwrap

    blocks = [
        block if "  \n" in block or len(block) < 70 else textwrap.fill(block, 70)
        for block in JOINT.split("\n\n")
    ]
    wrapped = parse("\r\n\r\n".join(blocks).replace("\u00a0", " "))[0]
    assert wrapped.text == joint.text
    assert wrapped.title == joint.title
    assert wrapped.closing == joint.closing


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_read(joint, encoding):
    assert read(JOINT.encode(encoding), "joint.txt") == [joint]


def test_unreadable():
    with pytest.raises(Unreadable, match=r"^empty\.txt is empty"):
        read(b"", "empty.txt")


def test_a_given_language_stands_in_for_a_missing_one():
    assert parse("Mr. Chair,\n\nWe agree.", language="en")[0].language == "en"
    assert parse("Original: RUSSIAN\n\nMr. Chair,\n\nWe agree.", language="en")[0].language == "ru"


GERMAN = "Der Bericht über alte Brücken ist sehr lesenswert. Wir bekräftigen den Beschluss Nr. 3/04 des Ministerrats."


def test_the_language_of_a_text_is_told_where_no_line_says_it():
    (document,) = parse(f"Erklärung zu alten Brücken\n\nHerr Vorsitzender,\n\n{GERMAN}")
    assert document.language == "de"
    assert document.original_language is None  # only what is printed
    assert [cue.cue for citation in document.citations for cue in citation.cues] == ["bekräftigen"]
    assert parse(GERMAN, headers=False)[0].language == "de"
    assert parse(GERMAN, headers=False, language="fr")[0].language == "fr"
    assert parse(f"ENGLISH\n\nStatement\n\nMr. Chair,\n\n{GERMAN}")[0].language == "en"  # the line wins
    assert parse("Erklärung zu alten Brücken")[0].language is None  # too little to tell


def test_a_press_release_gives_its_day_and_place():
    text = "Officials praise monuments\n\nVIENNA / KYIV, 3 December 2021 – The monuments of both were praised today."
    (document,) = parse(text)
    assert (document.kind, document.symbol, document.delegation) == ("press release", None, None)
    assert (document.issued, document.delivered, document.place) == (date(2021, 12, 3), None, "Vienna / Kyiv")


@pytest.mark.parametrize(
    "text",
    [
        "In joining consensus, Malta would like to make the following interpretative statement.",
        "La Suisse souhaite faire la déclaration interprétative suivante au titre des Règles de procédure.",
        "Deutschland möchte folgende interpretative Erklärung abgeben.",
        "España desea formular la siguiente declaración interpretativa.",
        "L'Italia desidera rendere la seguente dichiarazione interpretativa.",
        "В связи с решением Соединенные Штаты хотели бы сделать следующее интерпретирующее заявление.",
    ],
)
def test_a_text_that_says_so_is_an_interpretative_statement(text):
    (document,) = parse(f"Wien, 3. Mai 2021\n\n{text}\n\nThe bridges of all States are open.")
    assert document.kind == "interpretative statement"
    assert document.delegation in ("MLT", "CHE", "DEU", "ESP", "ITA", "USA")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("HDIM.NGO/9001/12\n25 September 2012\n\nBelgium\n\nThe bridges of Brussels", "NGO paper"),
        ("ODIHR.GAL/9001/20\n5 February 2020\n\nMALTA\n\nINTERIM REPORT ON BRIDGES", "report"),
    ],
)
def test_nobody_delivers_papers_and_reports_for_a_state(head, kind):
    (document,) = parse(f"{head}\n\n{BRIDGES}")
    assert (document.kind, document.delegation, document.signatories) == (kind, None, ())


def test_without_headers_all_is_text():
    text = "33: We met Mr.\u00a0Lind.\r\n34: We recall S/RES/242.\n\nThank you."
    (document,) = parse(text, headers=False, language="en")
    assert document.text == "33: We met Mr. Lind.\n34: We recall S/RES/242.\n\nThank you."
    assert (document.front, document.closing, document.signatories, document.kind) == ("", "", (), None)
    assert [(p.number, document.text[p.start : p.end]) for p in document.paragraphs] == [
        ("33:", "33: We met Mr. Lind."),
        ("34:", "34: We recall S/RES/242."),
        (None, "Thank you."),
    ]
    (citation,) = document.citations
    assert (citation.instrument, citation.paragraph) == ("S/RES/242", 2)


def test_marks_of_headings_are_no_text_without_headers_either():
    (document,) = parse("# STATEMENT BY\n# CANADA\n\n\nWe **agree**, # 5.\n", headers=False)
    assert document.text == "STATEMENT BY\nCANADA\n\nWe agree, # 5."


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("blocks", "layout"),
        ("read_header", "header"),
        ("split_parts", "header"),
        ("find_signatories", "roles"),
        ("find_citations", "citations"),
    ],
)
def test_a_failing_step_leaves_a_problem_and_what_came_before(monkeypatch, step, name):
    def fail(*_, **__):
        raise RuntimeError("it broke")

    monkeypatch.setattr(parsing, step, fail)
    (document,) = parse(JOINT)
    assert {problem.step for problem in document.problems} >= {name}
    assert f"The step '{name}' failed (RuntimeError: it broke)" in document.problems[0].problem
    assert "care for what our forebears built." in document.text.replace("\n", " ")


@pytest.mark.parametrize(
    "text", ["", " \n ", "MC.DEL/9039/21", "Thank you.", "\n\n\n", "# 5", "3 December 2021"]
)
def test_little_is_enough(text):
    (document,) = parse(text)
    assert (document.front + document.text + document.closing).split() == text.removeprefix("# ").split()


@given(st.text(max_size=300))
def test_parse_never_raises_and_loses_nothing(text):
    (document,) = parse(text)
    assert document.problems == ()
    assert [document.text[p.start : p.end] for p in document.paragraphs] == [
        p.text for p in document.paragraphs
    ]
    (whole,) = parse(text, headers=False)
    assert whole.problems == ()


def test_a_header_cites_in_its_title_alone():
    text = (
        "PC.DEC/9002\n22 June 2017\n\nENGLISH only\n\n9002nd Plenary Meeting\nPC Journal No. 9002, Agenda item 2\n\n"
        "STATEMENT BY THE DELEGATION OF NORWAY ON PERMANENT COUNCIL DECISION No. 1202\n\nMr. Chair,\n\nWe agree."
    )
    citations = parse(text)[0].citations
    assert [(citation.instrument, citation.part) for citation in citations] == [("PC.DEC/1202", "front")]


@pytest.mark.parametrize(
    "opening",
    [
        "I am speaking on behalf of the following countries:\nAlbania\nAndorra\nSan\nMarino",
        "Je prends la parole au nom des pays suivants :\nAlbanie\nAndorre\nSaint-\nMarin",
        "Ich spreche im Namen der folgenden Länder:\nAlbanien\nAndorra\nSan\nMarino",
        "Tomo la palabra en nombre de los siguientes países:\nAlbania\nAndorra\nSan\nMarino",
        "Prendo la parola a nome dei seguenti Paesi:\nAlbania\nAndorra\nSan\nMarino",
        "Я выступаю от имени следующих стран:\nАлбания\nАндорра\nСан-\nМарино",
    ],
)
def test_a_list_of_those_spoken_for_is_no_title(opening):
    (document,) = parse(f"{opening}\n\nWe condemn the attack on the bridge and ask that it be repaired.")
    assert (document.title, document.front) == (None, "")
    assert [(row.actor, row.role) for row in document.signatories] == [
        *(("ALB", "represented"), ("AND", "represented"), ("SMR", "represented")),
    ]
    assert document.kind == "joint statement"


BRIDGES = (
    "The bridges of the region want care, and we thank those who look after them day by day in all weathers."
)


@pytest.mark.parametrize(
    ("text", "title", "opening"),
    [
        (  # a letterhead on two lines
            "PC.DEL/9001/21\n3 May 2021\n\nPERMANENT MISSION OF MALTA\nTO THE ORGANIZATION FOR SECURITY AND "
            f"CO-OPERATION IN EUROPE\n\nSTATEMENT BY MS. N. DOE\n\nMr. Chairman,\n\n{BRIDGES}",
            "STATEMENT BY MS. N. DOE",
            "Mr. Chairman,",
        ),
        (  # all on one line: the letterhead, a title in small letters, who delivered
            "PC.DEL/9001/21 3 May 2021 ENGLISH only Permanent Mission of Malta to the Organizations in Vienna "
            f"Statement on old bridges As delivered by the Delegation of Malta, 2 May 2021 Mr. Chairperson, {BRIDGES}",
            "Statement on old bridges",
            "Mr. Chairperson,",
        ),
        (  # all on one line: no language, an address before the title
            "PC.DEL/9001/21 3 May 2021 Malta Mission Some Street 5, 1010 Vienna Tel: 402 Statement by Malta on old "
            f"bridges at the 1290th meeting of the Permanent Council, 2 May 2021 Dear Mr. Chairperson, {BRIDGES}",
            "Statement by Malta on old bridges at the 1290th meeting of the Permanent Council, 2 May 2021",
            "Dear Mr. Chairperson,",
        ),
        (  # all on one line: the Union, which greets nobody
            "PC.DEL/9001/21 3 May 2021 ENGLISH only EUROPEAN UNION Permanent Council No. 1290 Vienna, 2 May 2021 EU "
            f"Statement on old bridges The European Union thanks those who mend them. {BRIDGES}",
            "EU Statement on old bridges",
            "The European Union thanks those who mend them.",
        ),
        (  # all on one line: capitals in the text below
            "PC.DEL/9001/21 3 May 2021 ENGLISH only EUROPEAN UNION Permanent Council No. 1290 2 May 2021 EU "
            "statement on old bridges The European Union likes them. The Candidate Countries the REPUBLIC OF "
            "NORTH MACEDONIA and MONTENEGRO align themselves with this statement.",
            "EU statement on old bridges",
            "The European Union likes them.",
        ),
        (  # the Chairperson-in-Office is greeted by office alone
            f"MC.DEL/9001/20\n3 December 2020\n\nStatement of Malta\n\nChairperson-in-Office,\n"
            f"Excellencies,\n\n{BRIDGES}",
            "Statement of Malta",
            "Chairperson-in-Office,",
        ),
        (  # all on one line: a day in brackets
            "PC.DEL/9001/21 3 May 2021 RUSSIAN only Делегация Мальты ЗАЯВЛЕНИЕ ПОСТОЯННОГО ПРЕДСТАВИТЕЛЯ МАЛЬТЫ "
            f"(2 мая 2021 г., г. Вена) О старых мостах Уважаемый г-н Председатель, {BRIDGES}",
            "ЗАЯВЛЕНИЕ ПОСТОЯННОГО ПРЕДСТАВИТЕЛЯ МАЛЬТЫ",
            "Уважаемый г-н Председатель,",
        ),
        (  # a place and a day between title and greeting
            "MC.DEL/9/07 30 November 2007 Original: SPANISH DISCURSO DEL MINISTRO EN LA SESIÓN INAUGURAL Madrid, "
            f"29-XI-07 Señores Ministros, Señoras y señores, {BRIDGES}",
            "DISCURSO DEL MINISTRO EN LA SESIÓN INAUGURAL",
            "Señores Ministros,",
        ),
        (  # the greeting ends the title's line
            "INTERVENCIÓN DEL MINISTRO DE MALTA ANTE EL CONSEJO\nPERMANENTE DE LA OSCE Señor Presidente,\n\n"
            f"{BRIDGES}",
            "INTERVENCIÓN DEL MINISTRO DE MALTA ANTE EL CONSEJO PERMANENTE DE LA OSCE",
            "Señor Presidente,",
        ),
        (  # a note on the language, in another one
            f"Diese Stellungnahme wurde auf Englisch gelesen.\n\nMadam President,\n\n{BRIDGES}",
            None,
            "Madam President,",
        ),
        (  # a page's own paragraphs, then the speech that they announce
            "The minister went to Vienna on Monday, where the bridges of the region were the subject.\n\n"
            f"Below is the full text of the statement by the minister.\n\nMr. Chairperson,\n\n{BRIDGES}",
            None,
            "Mr. Chairperson,",
        ),
        (  # all on one line, without symbol and language
            "INTERVENTO DI MALTA ALLA 763ma SEDUTA PLENARIA DEL CONSIGLIO PERMANENTE DELL'OSCE (Oggetto: Ponti) "
            f"Vienna - Giovedì, 4 giugno 2009 Signora Presidente, {BRIDGES}",
            "INTERVENTO DI MALTA ALLA 763ma SEDUTA PLENARIA DEL CONSIGLIO PERMANENTE DELL'OSCE",
            "Signora Presidente,",
        ),
        (  # a picture's caption between a title and the same title
            "Bridges in Malta\n\nPeople cross the old bridge in the rain, with coats, hats, umbrellas and bags in "
            "their hands, on a Sunday morning in May, while others look down at the water, at the boats and at the "
            "ducks, and wait for the sun, which does not come that day, as the\n\nBridges in Malta\n\nAs delivered by "
            f"N. Doe\nto the Permanent Council, Vienna\nMay 3, 2021\n\nThank you, Mr. Chairperson.\n\n{BRIDGES}",
            "Bridges in Malta",
            "Thank you, Mr. Chairperson.",
        ),
        (  # a report's first section
            f"PC.FR/9001/21\n3 May 2021\n\nREPORT BY THE MISSION TO MALTA\n\n1. INTRODUCTION\n\n{BRIDGES}",
            "REPORT BY THE MISSION TO MALTA",
            "1. INTRODUCTION",
        ),
        (  # letters of a script in which size tells nothing, over two columns
            "PC.DEL/9001/21\n3 May 2021\n\nსაქართველოს მუდმივი წარმომადგენლობა ხიდების და მდინარეების საქმეებში\n"
            "\nლამაზი ხიდები Permanent Mission of Georgia to the Organizations that mend bridges\n\n"
            f"Some Street 5/5, 1010 Vienna; Tel: (43-1) 403 00 00; Fax: (43-1) 403 00 00-20; E-mail: n@doe.example\n\n"
            f"Statement on old bridges\n\nMr. Chairperson,\n\n{BRIDGES}",
            "Statement on old bridges",
            "Mr. Chairperson,",
        ),
        (  # questions are asked
            f"Comment by the press service\n\nQuestion: Do they stand?\n\nAnswer: Yes. {BRIDGES}",
            "Comment by the press service",
            "Question: Do they stand?",
        ),
    ],
)
def test_where_the_body_begins(text, title, opening):
    document = parse(text)[0]
    assert document.title == title
    assert document.text.startswith(opening)


@pytest.mark.parametrize(
    "text",
    [
        "Bridges praised\nWien (XYZ) - Die Brücken seien in gutem Zustand, sagte der Minister am 3. Mai bei der\n"
        "Eröffnung einer Tagung. Er erinnerte die Gäste daran, dass solche Werke viel Pflege brauchen und dass\n"
        "sie allen Menschen der ganzen Region dienen, die über sie gehen.",
        "Мосты региона\n\nПоследнее обновление: 03.05.2021 09:07\n\nВ Вене состоялась встреча строителей мостов. "
        "Министр отметил, что мосты нуждаются в уходе, и рассказал о них.",
        "El ministro ha participado en una reunión sobre los puentes de la región, que se ha celebrado en Viena.",
        "Die Minister der Region trafen am Mittwoch zu einer langen Beratung über alte Brücken in Wien ein.",
    ],
    ids=[
        "an agency's dateline under a wrapped headline",
        "an update",
        "a report of who took part",
        "a day of the week",
    ],
)
def test_what_others_said_and_did_is_a_press_release(text):
    document = parse(text)[0]
    assert (document.kind, document.delivered) == ("press release", None)
