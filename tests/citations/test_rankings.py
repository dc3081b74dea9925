"""most_cited: counts, shares of all statements of a group, and what they rest on."""

import json

import numpy as np
import pandas as pd
import pytest

from osce_analysis import charts
from osce_analysis.citations import most_cited
from osce_analysis.citations.rankings import COLUMNS
from osce_analysis.corpus import Corpus
from osce_analysis.measures.intervals import wilson


def row(table, instrument, **group):
    for column, value in group.items():
        table = table[table[column].isna() if value is None else table[column] == value]
    return table[table["instrument"] == instrument].iloc[0]


def test_counts_statements_delegations_and_the_share_of_all_statements(corpus):
    first = most_cited(corpus).iloc[0]
    assert first["instrument"] == "HFA-1975"
    assert first["title"] == "Helsinki Final Act"
    assert (first["count"], first["statements"], first["delegations"]) == (4, 3, 2)
    assert first["share"] == 0.75  # of four statements, the one that cites nothing included
    low, high = wilson(3, 4)
    assert (first["low"], first["high"]) == (low, high)


def test_citations_in_front_and_closing_count(corpus):
    assert row(most_cited(corpus), "PC.DEC/1202")["statements"] == 1


def test_by_delegation_each_group_has_every_instrument_and_its_own_denominator(corpus):
    table = most_cited(corpus, by="delegation")
    assert row(table, "HFA-1975", delegation="RUS")["share"] == 1
    assert row(table, "UN-CHARTER", delegation="EU")[["count", "statements", "share"]].tolist() == [0, 0, 0]
    assert row(table, "HFA-1975", delegation=None)["share"] == 0  # the statement without a delegation
    assert len(table) == 3 * most_cited(corpus)["instrument"].nunique()
    assert table.attrs["denominators"]["groups"] == {"EU": 1, "RUS": 2, "missing": 1}


def test_by_actor_a_joint_statement_counts_for_each(corpus):
    signatories = pd.DataFrame(
        {"statement_id": ["s1", "s1", "s2"], "actor": ["RUS", "BLR", "EU"], "role": "joint"}
    )
    table = most_cited(corpus.replace(signatories=signatories), by="actor")
    assert row(table, "UN-CHARTER", actor="BLR")["share"] == 1
    assert row(table, "UN-CHARTER", actor="RUS")["share"] == 1
    assert row(table, "HFA-1975", actor=None)["share"] == 0.5  # s3 and s4, whom nobody signs


@pytest.mark.parametrize(
    ("groups", "delegations"),
    [("actor", {"RUS", "EU", None}), ("drop", {"RUS", None}), ("expand", {"RUS", "FRA", "EST", None})],
)
def test_a_group_as_one_as_its_members_or_left_out(corpus, groups, delegations):
    table = most_cited(corpus.select(versions="all"), by="delegation", groups=groups)
    found = {None if pd.isna(code) else code for code in table["delegation"]}
    assert delegations <= found
    assert len(found) == {"actor": 3, "drop": 2, "expand": 29}[groups]  # 27 members in 2021
    if groups == "expand":
        assert row(table, "HFA-1975", delegation="FRA")["share"] == 1


def test_several_columns(corpus):
    table = most_cited(corpus, by=["delegation", "year"])
    assert table.columns.tolist()[:2] == ["delegation", "year"]
    assert row(table, "HFA-1975", delegation="RUS", year=2020)["share"] == 1


def test_actors_beside_columns_that_a_day_needs_too(corpus):
    table = most_cited(corpus, by=["delegation", "statement_id", "date"], top=1)
    assert table.columns.tolist()[:3] == ["delegation", "statement_id", "date"]
    assert row(table, "HFA-1975", statement_id="s1")["share"] == 1
    assert len(table) == 4


def test_columns_dtypes_with_and_without_rows(corpus):
    for table in (most_cited(corpus), most_cited(Corpus(pd.DataFrame({"statement_id": []})))):
        assert {name: str(dtype) for name, dtype in table.dtypes.items()} == COLUMNS


@pytest.mark.parametrize("by", [None, "delegation", "actor"])
def test_an_empty_corpus_gives_an_empty_table(by):
    assert most_cited(Corpus(pd.DataFrame({"statement_id": []})), by=by).empty


def test_a_corpus_without_texts_counts_what_its_table_says():
    citations = pd.DataFrame({"statement_id": ["a", "a"], "instrument": ["X-1", None]})
    table = most_cited(Corpus(pd.DataFrame({"statement_id": ["a", "b"]}), citations=citations))
    assert table[["instrument", "count", "share"]].values.tolist() == [["X-1", 1, 0.5]]
    assert table["title"].isna().all()
    assert table.attrs["denominators"] == {
        "statements": 2, "citing": 1, "citations": 1, "open": 1, "without_text": 2, "groups": {},
    }  # fmt: skip


def test_top_is_over_the_whole_corpus_and_none_is_all(corpus):
    assert most_cited(corpus, top=1)["instrument"].tolist() == ["HFA-1975"]
    assert most_cited(corpus, by="delegation", top=1)["instrument"].unique().tolist() == ["HFA-1975"]
    assert len(most_cited(corpus, top=None)) == 4


def test_order_is_by_statements_then_citations_then_id(corpus):
    assert most_cited(corpus)["instrument"].tolist() == [
        "HFA-1975",
        "UN-CHARTER",
        "MC.DEC/3/04",
        "PC.DEC/1202",
    ]


def test_only_the_latest_version_counts():
    statements = pd.DataFrame(
        {"statement_id": ["a", "b"], "symbol": "PC.DEL/1/20", "revision": [None, "Rev.1"], "language": "en"}
    )
    citations = pd.DataFrame({"statement_id": ["a", "b"], "instrument": ["X-1", "X-2"]})
    corpus = Corpus(statements, citations=citations)
    assert most_cited(corpus)["instrument"].tolist() == ["X-2"]
    assert most_cited(corpus).attrs["denominators"]["statements"] == 1


def test_attrs_are_json_and_the_chart_takes_the_table(corpus):
    table = most_cited(corpus, by="delegation")
    assert json.loads(json.dumps(table.attrs))["call"] == "citations.most_cited"
    note = charts.bars(table).drawn.note
    assert note.startswith("Statements that cite the instrument; 4 statements")
    assert "95 % intervals (Wilson)" in note


def test_shares_lie_within_their_intervals(corpus):
    table = most_cited(corpus, by="delegation")
    assert np.all(table["low"] <= table["share"])
    assert np.all(table["share"] <= table["high"])


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"by": "delegatoin"}, r"no column 'delegatoin'. Did you mean 'delegation'\?"),
        (
            {"by": "delegation", "groups": "members"},
            "There is no groups='members': use one of 'actor', 'expand', 'drop'.",
        ),
        ({"top": 0}, "top=0 is not a whole number of at least 1."),
        ({"top": "25"}, "top='25' is not a whole number of at least 1"),
    ],
)
def test_bad_options_are_one_sentence(corpus, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        most_cited(corpus, **options)
