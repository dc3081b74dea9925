"""What a row of the roles holds, beyond who and which role; any text at all; and the seed."""

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osce_analysis.documents.roles import Roles, find_signatories

EU = "EU Statement"


def read(front: str = "", text: str = "", closing: str = "", **more: Any) -> Roles:
    """The roles of a document in English of May 2022, unless told otherwise."""
    given = {"title": None, "language": "en", "on": date(2022, 5, 5), **more}
    return find_signatories(front=front, text=text, closing=closing, **given)


def groups(roles: Roles) -> dict[str, str | None]:
    return {row.actor: row.as_group for row in roles.signatories if row.role == "aligned"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The candidate countries Türkiye, Montenegro* and Albania*, the country of the Stabilisation and "
            "Association Process and potential candidate Bosnia and Herzegovina, and the EFTA countries Iceland "
            "and Norway, members of the European Economic Area, as well as Ukraine and Georgia align themselves "
            "with this statement.",
            {"TUR": "candidate", "MNE": "candidate", "ALB": "candidate", "BIH": "SAP", "ISL": "EFTA-EEA"}
            | {"NOR": "EFTA-EEA", "UKR": "other", "GEO": "other"},
        ),
        # an acceding country is no candidate
        (
            "The acceding country Croatia and the EFTA country Switzerland align themselves with this statement.",
            {"HRV": "acceding", "CHE": "EFTA"},
        ),
        # the label stands after the names
        (
            "Se suman a esta declaración Montenegro y Albania, países candidatos; Islandia y Noruega, países de la "
            "Asociación Europea de Libre Comercio y miembros del Espacio Económico Europeo; así como Ucrania.",
            {"MNE": "candidate", "ALB": "candidate", "ISL": "EFTA-EEA", "NOR": "EFTA-EEA", "UKR": "other"},
        ),
        # no group is named: none is inferred from what the States are
        ("Norway, as well as Ukraine, align themselves with this statement.", {"NOR": None, "UKR": None}),
    ],
)
def test_the_group_that_an_aligned_state_stands_under(text: str, expected: dict[str, str | None]) -> None:
    assert groups(read(EU, text)) == expected


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Norway aligns itself with this statement.", None),
        ("Norway aligns itself with paragraphs 1 to 3 of this statement.", "paragraphs 1 to 3"),
        ("Norway aligns itself with the first part of this statement.", "the first part"),
        (
            "Norway aligns itself with this statement, with the exception of paragraph 4.",
            "with the exception of paragraph 4",
        ),
    ],
)
def test_partial_alignment_keeps_its_scope_as_written(text: str, scope: str | None) -> None:
    (row,) = [row for row in read(EU, text).signatories if row.role == "aligned"]
    assert row.scope == scope


@pytest.mark.parametrize(
    ("front", "text", "delegation", "delivered_by", "joint"),
    [
        ("STATEMENT BY THE DELEGATION OF NORWAY", "", "NOR", None, False),
        ("Germany-European Union", "", "EU", "DEU", False),
        ("STATEMENT BY THE DELEGATION OF FINLAND ON BEHALF OF THE EUROPEAN UNION", "", "EU", "FIN", False),
        (
            "STATEMENT BY THE DELEGATION OF FINLAND",
            "I speak on behalf of the European Union.",
            "EU",
            "FIN",
            False,
        ),
        # aligned States make no statement joint
        (EU, "Norway aligns itself with this statement.", "EU", None, False),
        ("STATEMENT BY THE DELEGATION OF CANADA, ALSO ON BEHALF OF ICELAND", "", "CAN", None, True),
        ("JOINT STATEMENT BY THE DELEGATIONS OF CANADA AND ICELAND", "", None, None, True),
        # a title that says so, though no name can be read
        ("JOINT STATEMENT ON THE DEATH PENALTY", "", None, None, True),
        # "joint" belongs to the statement that is answered
        ("STATEMENT BY BELARUS IN RESPONSE TO THE JOINT STATEMENT BY CANADA", "", "BLR", None, False),
    ],
)
def test_in_whose_name(front: str, text: str, delegation: str, delivered_by: str | None, joint: bool) -> None:
    roles = read(front, text)
    assert (roles.delegation, roles.delivered_by, roles.joint) == (delegation, delivered_by, joint)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "I speak on behalf of the following 9 participating States: Albania, Malta and my own country, Canada.",
            "The text speaks of 9 States, but its list names 3.",
        ),
        ("I speak on behalf of Canada, Freedonia and Malta.", "'Freedonia' stands in a list of States"),
        ("I speak on behalf of Canada, Japan and Malta.", "'Japan' (JPN) is named but did not participate"),
        (
            "I speak on behalf of Canada, the , Malta and Spain.",
            'lost in paragraph 1 ("I speak on behalf of Canada, the , Malta and Spain.")',
        ),
        (
            "The candidate countries and others align themselves with this statement.",
            "its list could not be read",
        ),
    ],
)
def test_what_does_not_fit_is_told(text: str, said: str) -> None:
    assert [said in problem.problem for problem in read("", text).problems] == [True]


def test_a_joint_statement_that_names_nobody_is_told() -> None:
    roles = read("Joint Statement on bridges", "The meeting was held in Malta.")
    assert (roles.joint, roles.signatories) == (True, ())
    assert [problem.problem for problem in roles.problems] == [
        "The title tells of a joint statement, but who makes it could not be read."
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "the following 3 participating States: Albania, Malta and my own country, Canada",
        # the EU counts as its 27 members of that day
        "the following 29 participating States: Albania, the European Union and its Member States and Canada",
        "the following 2 participating States: Albania and Malta",
    ],
)
def test_a_number_that_agrees_with_its_list_is_no_problem(listed: str) -> None:
    assert read("", f"I am delivering this statement on behalf of {listed}.").problems == ()


def test_the_first_mention_counts() -> None:
    roles = read(
        "JOINT STATEMENT BY THE DELEGATIONS OF MALTA AND SPAIN",
        "We, the Heads of the Delegations of Malta and Spain, agree.",
    )
    assert [(row.part, row.name) for row in roles.signatories] == [("front", "MALTA"), ("front", "SPAIN")]


def test_the_title_is_read_before_the_lines_above_it() -> None:
    front = "AUSTRIA\n\nSTATEMENT BY THE DELEGATION OF MALTA"
    assert read(front, title="STATEMENT BY THE DELEGATION OF MALTA").delegation == "MLT"


WORDS = (
    "STATEMENT BY THE DELEGATION OF on behalf of the following 3 countries: We, Ministers align themselves with this "
    "statement. candidate countries as well as , and ; ( ) * \n my own country Canada Norway, Ukraine Freedonia "
    "the European Union and its Member States Мы, министры Bosnia and Herzegovina issued a joint statement . "
    "we, the ambassadors which is co-chaired by Rest assured that Malta values"
)
TEXTS = st.lists(st.sampled_from(WORDS.split(" ")), max_size=60).map(" ".join) | st.text(max_size=120)


@settings(max_examples=150, deadline=None)
@given(front=TEXTS, text=TEXTS, closing=TEXTS)
def test_any_text_gives_rows_whose_offsets_return_the_name(front: str, text: str, closing: str) -> None:
    parts = {"front": front, "text": text, "closing": closing}
    roles = read(**parts)
    for row in roles.signatories:
        assert row.part is not None
        assert parts[row.part][row.start : row.end] == row.name
    assert len({(row.actor, row.role) for row in roles.signatories}) == len(roles.signatories)


@pytest.mark.parametrize(
    "piece",
    [
        "I speak on behalf of Canada, Norway and Malta, ",
        "The candidate countries Albania and Malta align themselves with this statement. ",
        "We, the Ministers of Malta and ",
        "STATEMENT BY THE DELEGATION OF\n",
        ", , , and the ",
        "Freedonia, ",
        "\n",
        "I on behalf of ",
        "Malta and Cyprus issued a joint statement. ",
        ", we, the ambassadors of Malta and ",
        "Foreign Ministers of Malta ",
        "In Malta, Norway values us. ",
    ],
)
def test_twice_the_text_takes_no_more_than_about_twice_the_time(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.perf_counter()
        read(text, text, text)
        return time.perf_counter() - start

    seconds(10)
    short = min(seconds(300) for _ in range(3))
    long = min(seconds(1200) for _ in range(3))
    assert long < 4 * 2.5 * short + 0.05  # four times the text


def test_the_seed(shared: Path) -> None:
    (file,) = (shared / "seeds").glob("000_*.txt")
    seed = file.read_text(encoding="utf-8")
    cut, end = seed.index("We, the Ministers"), seed.index("Thank you for")
    roles = read(seed[:cut], seed[cut:end], seed[end:], on=date(2021, 12, 2))
    assert {(row.actor, row.role) for row in roles.signatories} == {
        (actor, "joint") for actor in ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")
    }
    assert len(roles.signatories) == 6
    assert (roles.delegation, roles.joint, roles.problems) == (None, True, ())
