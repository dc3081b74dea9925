"""The tab Co-signatories: behind each actor, edge and cell stand exactly the statements that are counted."""

from typing import Any

import pandas as pd
import pytest

import osce_analysis as osce
from osce_analysis.explorers.partners import Partners, leading_to

SIGNED = [
    ("s1", "ARM", "joint"), ("s1", "BLR", "joint"), ("s1", "KAZ", "joint"),
    ("s2", "ARM", "delivers"), ("s2", "BLR", "represented"),
    ("s3", "ARM", "joint"), ("s3", "KAZ", "joint"),  # its list was not read to its end
    ("e1", "EU", "delivers"), ("e1", "NOR", "aligned"), ("e1", "ISL", "aligned"),
    ("e2", "EU", "delivers"), ("e2", "NOR", "aligned"),
    ("e3", "EU", "delivers"), ("e3", "NOR", "aligned"),  # nor that of this one
]  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> osce.Corpus:
    ids = ["s1", "s2", "s3", "e1", "e2", "e3"]
    days = ["2019-01-10", "2020-01-09", "2020-02-06", "2019-03-07", "2020-03-05", "2020-04-02"]
    shown = ["yes", "yes", "cut", "yes", "yes", "cut"]
    statements = pd.DataFrame({"statement_id": ids, "date": days, "list_shown": shown})
    signatories = pd.DataFrame(SIGNED, columns=["statement_id", "actor", "role"])
    return osce.Corpus(statements, signatories=signatories)


def behind(corpus: osce.Corpus, query: Partners) -> dict[tuple[str, ...], list[str]]:
    """The statements behind each row."""
    return {row.key: query.text(corpus, row)[1] for row in query.answer(corpus).rows}


@pytest.mark.parametrize(
    ("asked", "key", "statements"),
    [
        ({}, ("ARM",), ["s1", "s2", "s3"]),
        ({}, ("ARM", "KAZ"), ["s1", "s3"]),
        ({"measure": "jaccard"}, ("ARM", "KAZ"), ["s1"]),  # an absence is no fact on a list that was cut
        ({"drawing": "matrix"}, ("ARM", "BLR"), ["s1", "s2"]),
        ({"roles": "aligned", "only_of": "European Union"}, ("ISL", "NOR"), ["e1"]),
        ({"drawing": "alignment"}, ("NOR",), ["e1", "e2"]),
        ({"drawing": "by year"}, ("2020", "NOR"), ["e2"]),
    ],
)
def test_behind_a_row_stand_the_statements_that_it_counts(
    corpus: osce.Corpus, asked: dict[str, Any], key: tuple[str, ...], statements: list[str]
) -> None:
    assert behind(corpus, Partners(**asked))[key] == statements


def test_actors_come_before_pairs_and_both_say_how_many_statements(corpus: osce.Corpus) -> None:
    labels = [row.label for row in Partners().answer(corpus).rows]
    assert labels[0] == "Armenia  ·  3 statements  ·  2 partners"
    assert labels[-1] == "Belarus – Kazakhstan  ·  1 statement"


def test_another_drawing_of_one_question_counts_nothing_anew(corpus: osce.Corpus) -> None:
    network = Partners(measure="cosine").answer(corpus)
    matrix = Partners(measure="cosine", drawing="matrix").answer(corpus)
    assert matrix.table is network.table
    assert Partners(measure="cosine", source="both").answer(corpus).table is not network.table


def test_speakers_in_journals_count_where_they_are_asked_for(corpus: osce.Corpus) -> None:
    rows = [("i1", "MDA"), ("i1", "UKR"), ("i2", "MDA"), ("i2", "UKR")]
    heard = pd.DataFrame(rows, columns=["intervention_id", "actor"])
    heard = heard.assign(role="joint", date="2020-01-09", list_shown="yes")
    answer = Partners(source="interventions").answer(corpus.replace(interventions=heard))
    assert [row.key for row in answer.rows] == [("MDA",), ("UKR",), ("MDA", "UKR")]
    assert answer.row(("MDA", "UKR")).behind == ("i1", "i2")  # type: ignore[union-attr]


def test_an_empty_backbone_still_lists_its_actors_and_tells_its_power(corpus: osce.Corpus) -> None:
    answer = Partners(backbone="sdsm").answer(corpus)
    assert [row.key for row in answer.rows] == [("ARM",), ("BLR",), ("KAZ",)]
    assert answer.chart is not None
    assert "which says nothing about ties" in answer.chart.drawn.note


@pytest.mark.parametrize(
    "asked",
    [
        {"backbone": "hypergeometric", "correction": None},
        {"measure": "kappa", "drawing": "matrix"},
        {"roles": "aligned", "only_of": "EU"},
        {"drawing": "alignment", "groups": "drop"},
        {"drawing": "by year", "with_": "European Union"},
        {"source": "both"},
        {"drawing": "alignment", "source": "both"},
    ],
)
def test_the_code_makes_the_same_table_and_chart(corpus: osce.Corpus, asked: dict[str, Any]) -> None:
    query = Partners(**asked)
    answer, made = query.answer(corpus), {"osce": osce, "selected": corpus}
    exec("\n".join(query.code()), made)
    pd.testing.assert_frame_equal(made["table"], answer.table)  # type: ignore[arg-type]
    assert answer.chart is not None
    assert made["figure"].drawn.alt == answer.chart.drawn.alt


def test_a_name_that_nobody_has_is_a_sentence(corpus: osce.Corpus) -> None:
    with pytest.raises(LookupError, match=r"'Germny'\. Did you mean Germany"):
        Partners(drawing="alignment", with_="Germny").answer(corpus)


def test_a_signatory_in_read_leads_to_its_row(corpus: osce.Corpus) -> None:
    for statement, actor in (("s1", "KAZ"), ("e1", "NOR")):
        query = Partners(**leading_to(corpus, statement, actor))
        assert query.answer(corpus).row(query.chosen) is not None
