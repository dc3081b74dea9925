import pytest

from osce_analysis.documents import parse
from osce_analysis.documents.roles.gaps import lost_names

HEAD = "PC.DEL/9401/19\n2 May 2019\n\nENGLISH only\n\n"


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("I speak on behalf of , and Malta.", "I speak on behalf of , and Malta."),
        ("We, the Ministers of the Republic of , , met.", "We, the Ministers of the Republic of , , met."),
        (
            "The candidate countries and , align themselves.",
            "The candidate countries and , align themselves.",
        ),
        ("We thank the delegation of for its report.", "We thank the delegation of for its report."),
        ("They join ( , and ) in this.", "They join ( , and ) in this."),
        ("We and my own country agree with and .", "We and my own country agree with and ."),
        ("Nous parlons au nom de , et de Malte.", "Nous parlons au nom de , et de Malte."),
        ("Wir sprechen im Namen von , und Malta.", "Wir sprechen im Namen von , und Malta."),
        ("Hablamos en nombre de , y de Malta.", "Hablamos en nombre de , y de Malta."),
        ("Parliamo a nome di , e di Malta.", "Parliamo a nome di , e di Malta."),
        ("Мы выступаем от имени , и Мальты.", "Мы выступаем от имени , и Мальты."),
    ],
)
def test_a_lost_name_is_told_with_the_words_around(text, around):
    (problem,) = lost_names({"text": text})
    assert problem.step == "roles"
    assert problem.problem == (
        f'Names or other words seem to be lost in paragraph 1 ("{around}"): look at the original.'
    )


@pytest.mark.parametrize(
    "text",
    [
        "I speak on behalf of Canada, Malta and Norway.",
        "We agree , and so do others ; that is all .",  # a space before each sign, and nothing lost
        "Nous sommes d'accord : oui ; non !",
        "The question,, asked twice, stands.",  # a comma too many
        "what it stands for, and by, is known (see above).",
        "",
    ],
)
def test_nothing_is_lost(text):
    assert list(lost_names({"text": text})) == []


def test_places_are_named_by_part_and_paragraph():
    text = "We agree.\n\nWe speak on behalf of , and ."
    (problem,) = lost_names({"front": "STATEMENT BY THE DELEGATIONS OF , AND", "text": text, "closing": ""})
    assert 'the header ("STATEMENT BY THE DELEGATIONS OF , AND")' in problem.problem
    assert 'paragraph 2 ("We speak on behalf of , and .")' in problem.problem


def test_many_places_are_one_problem():
    text = "\n\n".join(["We speak on behalf of , who is not here today, and of others who are here."] * 5)
    (problem,) = lost_names({"text": text})
    assert problem.problem.count("paragraph") == 3
    assert "and 2 more" in problem.problem


@pytest.mark.parametrize(
    ("text", "signatories"),
    [
        ("I deliver this statement on behalf of , and my own country Canada.", {("CAN", "delivers")}),
        (
            "I deliver this statement on behalf of Norway, , and my own country Canada.",
            {("CAN", "delivers"), ("NOR", "represented")},
        ),
    ],
)
def test_no_signatory_is_guessed(text, signatories):
    title = "STATEMENT BY THE DELEGATION OF CANADA"
    (document,) = parse(f"{HEAD}{title}\n\nMr. Chair,\n\n{text}\n\nWe agree.")
    assert {(row.actor, row.role) for row in document.signatories} == signatories
    assert [problem.problem.split(" (")[0] for problem in document.problems] == [
        "Names or other words seem to be lost in paragraph 2"
    ]


def test_no_delegation_is_guessed():
    (document,) = parse(
        f"{HEAD}JOINT STATEMENT BY THE DELEGATIONS OF , , AND\n\nMr. Chair,\n\nWe agree with it."
    )
    assert (document.delegation, document.signatories, document.joint) == (None, (), True)
    assert len(document.problems) == 1


@pytest.mark.parametrize("piece", ["of , ", "and" + " " * 50, ", ", "behalf of  ", "(" * 9 + " "])
def test_gaps_are_found_in_linear_time(piece, timed):
    def seconds(times):
        text = piece * times
        return timed(lambda: list(lost_names({"text": text})))

    seconds(100)
    assert seconds(40_000) < 8 * max(seconds(10_000), 0.005)
