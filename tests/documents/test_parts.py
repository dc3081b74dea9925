import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.documents.closings import closing_kind, closing_start
from osce_analysis.documents.disclaimers import is_disclaimer
from osce_analysis.documents.header import Header, read_header
from osce_analysis.documents.layout import blocks
from osce_analysis.documents.openings import is_salutation
from osce_analysis.documents.parts import number_of, paragraphs_in, split_parts

ALIGNED = "The candidate countries North Macedonia* and Serbia align themselves with this statement."
NOTE = "* North Macedonia continues to be part of the Stabilisation and Association Process."
REQUEST = "We kindly ask that this statement be attached to the journal of the day."


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Thank you for your attention.", "formula"),
        ("I thank you, Madam Chair.", "formula"),
        ("Thank you, Mr. Chair. I ask that this statement be attached to the journal of the day.", "formula"),
        (REQUEST, "formula"),
        (
            "I would be grateful if this statement could be attached to the journal of today's meeting.",
            "formula",
        ),
        ("The delegation requests to register this statement in the journal of the day.", "formula"),
        ("We request that this reply be attached to the journal of today's meeting.", "formula"),
        ("Le ruego que adjunte esta declaración al diario de la sesión.", "formula"),
        ("Wir danken und ersuchen, diese Erklärung dem Bericht über das Forum beizufügen.", "formula"),
        ("+ Iceland continues to be a member of the EFTA and of the European Economic Area.", "note"),
        ("Благодарю за внимание.", "formula"),
        ("Прошу приложить текст данного заявления к Журналу заседания.", "formula"),
        ("Je vous remercie, Monsieur le Président.", "formula"),
        ("Ich danke Ihnen für Ihre Aufmerksamkeit.", "formula"),
        ("Muchas gracias, Señor Presidente.", "formula"),
        ("Grazie, Signor Presidente.", "formula"),
        (
            "Thank you to the experts, whose patient work over so many months has changed the lives of those in need.",
            None,
        ),
        (NOTE, "note"),
        (
            "1 North Macedonia and Serbia continue to be part of the Stabilisation and Association Process.",
            "note",
        ),
        ("Check against delivery", "note"),
        ("PCOEW9471 Translation by OSCE Language Services", "note"),  # a page's foot
        ("As delivered by Ambassador N. Doe to the Permanent Council, Vienna | May 12, 2016", "note"),
        (ALIGNED, "alignment"),
        ("L'Albanie et la Serbie s'alignent sur la présente déclaration.", "alignment"),
        ("N. Lind, Ambassador", "signature"),
        ("We regret this.", None),
        ("", "signature"),
    ],
)
def test_closing_kinds(paragraph, kind):
    assert closing_kind(paragraph) == kind


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        (["We regret this."], ["Thank you.", REQUEST]),
        (["We regret this.", ALIGNED], ["Thank you."]),  # before the formulas: body
        (["We regret this."], ["Thank you.", ALIGNED, NOTE]),  # after them: closing
        (["We regret this."], [REQUEST, ALIGNED, "Thank you."]),  # among them
        (["We regret this.", ALIGNED], [NOTE]),  # a note alone draws no list
        (["Thank you, Chair.", "We regret this."], []),  # thanks for the floor
        (["Thank you, Chair."], []),
        (["We regret this."], ["Thank you.", "N. Lind", "Ambassador"]),  # signature
        (["We regret this.", "N. Lind"], []),  # without a formula it may be anything
    ],
)
def test_closing_start(text, closing):
    assert closing_start([*text, *closing]) == len(text)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Secretariat bears no responsibility for the content; as set out in documents agreed by all.",
        "The OSCE Secretariat takes no responsibility for its content.",
        "Секретариат ОБСЕ не несет ответственности за содержание.",
        "Le Secrétariat de l'OSCE décline toute responsabilité.",
        "Das OSZE-Sekretariat übernimmt keine Verantwortung für den Inhalt.",
    ],
)
def test_disclaimers(paragraph):
    assert is_disclaimer(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The OSCE Secretariat has a responsibility that we all share.",
        "We recall OSCE decisions, without prejudice to our position.",
        "It bears no responsibility for the content.",  # of what?
    ],
)
def test_no_disclaimers(paragraph):
    assert not is_disclaimer(paragraph)


@pytest.mark.parametrize(
    "line",
    [
        "Mr. Chairperson,",
        "Thank you, Chair.",
        "Excellencies,",
        "Dear colleagues,",
        "Monsieur le Président,",
        "Chair,",
        "Sehr geehrter Herr Vorsitzender,",
        "Señor Presidente:",
        "Signor Presidente,",
        "Уважаемый г-н Председатель!",
        "Chairperson Doe, distinguished ministers, colleagues,",
        "“Minister Doe,",  # a page's quotation mark
    ],
)
def test_salutations(line):
    assert is_salutation(line)


@pytest.mark.parametrize(
    "line",
    [
        "Mr. N. Doe, Permanent Representative",
        "CHAIR, PERMANENT COUNCIL",
        "Chairmanship: Albania",
        "Minister for Foreign Affairs of Norway,",  # a title goes on
        "Ambassador N. Doe, Head of the Delegation",
        "We agree.",
    ],
)
def test_no_salutations(line):
    assert not is_salutation(line)


@pytest.mark.parametrize(
    ("paragraph", "number"),
    [
        ("3. We agree.", "3."),
        ("1.We agree.", "1."),  # glued
        ("33: We met.", "33:"),
        ("(a) to ensure", "(a)"),
        ("b) to ensure", "b)"),
        ("IV. Conclusions", "IV."),
        ("(12) agrees", "(12)"),
        ("2020 was hard.", None),
        ("3.5 per cent", None),
        ("A. Petrov", None),
    ],
)
def test_numbers(paragraph, number):
    assert number_of(paragraph) == number


def test_a_disclaimer_within_the_body_goes_to_the_front():
    foot = "The OSCE Secretariat bears no responsibility for its content and circulates it."
    laid_out = blocks(f"Statement on monuments\n\nWe agree with all of it.\n\n{foot}\n\nWe have more to say.")
    parts = split_parts(laid_out, read_header(laid_out))
    assert parts.text == "We agree with all of it.\n\nWe have more to say."
    assert parts.front == f"Statement on monuments\n\n{foot}"


def test_wrapped_and_unwrapped_texts_that_stay():
    wrapped = "We met in the capital and spoke at some length on\nmonuments.\n\n"
    wrapped += "Then we went home to our capitals and wrote\nit up."
    assert [p.number for p in paragraphs_in("1. One\n2. Two\n\n3. Three")] == ["1.", "2.", "3."]
    assert [p.text.split()[0] for p in paragraphs_in(wrapped)] == ["We", "Then"]
    assert paragraphs_in("") == ()


@given(
    st.lists(
        st.sampled_from([ALIGNED, NOTE, REQUEST, "Thank you.", "We regret this.", "3. We agree.", "N. Lind"])
    )
)
def test_all_words_are_in_one_of_the_parts(paragraphs):
    text = "\n\n".join(paragraphs)
    parts = split_parts(blocks(text), Header())
    assert f"{parts.text} {parts.closing}".split() == text.split()
    assert [parts.text[p.start : p.end] for p in parts.paragraphs] == [p.text for p in parts.paragraphs]
