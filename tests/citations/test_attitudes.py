"""Stances: classes counted by citation and by statement, negation, and what is known of their validity."""

import pandas as pd
import pytest

from osce_analysis import citations
from osce_analysis.corpus import Corpus


@pytest.fixture
def corpus():
    frame = pd.DataFrame({"statement_id": list("abc"), "delegation": ["CHE", "NOR", "NOR"]})
    cited = pd.DataFrame(
        [
            ("a#1", "a", "HFA-1975"),
            ("a#2", "a", "VD-2011"),
            ("b#1", "b", "HFA-1975"),
            ("b#2", "b", None),
        ],
        columns=["citation_id", "statement_id", "instrument"],
    )
    cues = pd.DataFrame(
        [
            ("a#1", "recall", False),
            ("a#1", "recall", False),
            ("a#1", "accuse", True),
            ("b#1", "accuse", False),
            ("b#2", "reject", False),
        ],
        columns=["citation_id", "stance", "negated"],
    )
    return Corpus(frame, citations=cited, cues=cues)


def test_each_class_once_a_citation_and_a_mention_where_there_is_no_cue(corpus):
    # An open citation (b#2) is not counted: nobody knows what is rejected.
    assert {name: tuple(map(int, row)) for name, row in counts_of(citations.stances(corpus)).items()} == {
        "recall": (1, 0, 1),
        "accuse": (2, 1, 2),
        "mention": (1, 0, 1),
    }


def counts_of(table):
    held = table[table["count"] > 0].set_index("stance")
    return {stance: tuple(row) for stance, row in held[["count", "negated", "statements"]].iterrows()}


def test_shares_are_of_the_statements_that_cite(corpus):
    table = citations.stances(corpus, by="delegation").set_index(["delegation", "stance"])
    assert table.loc[("NOR", "accuse"), "share"] == 1  # of the one of two that cites
    assert table.loc[("CHE", "accuse"), ["count", "negated"]].tolist() == [1, 1]
    assert len(table) == 2 * 9


def test_one_instrument(corpus):
    assert counts_of(citations.stances(corpus, instrument="VD-2011")) == {"mention": (1, 0, 1)}


def test_the_result_carries_what_was_measured_or_nothing(corpus):
    assert citations.stances(corpus).attrs["validation"] is None
    labels = pd.DataFrame({"citation_id": ["a#1", "a#2", "b#1"], "label": ["recall", "mention", "accuse"]})
    found = citations.reliability(labels, labels.assign(label=["recall", "mention", "recall"]))
    held = citations.stances(corpus, reliability=found).attrs["validation"]
    assert held["n"] == 3
    assert held["agreement"]["value"] == pytest.approx(2 / 3)


def test_an_empty_corpus_has_zeros(corpus):
    table = citations.stances(corpus.select(since="2050"))
    assert table["count"].sum() == 0
    assert table["share"].isna().all()


def test_unknown_columns_are_refused(corpus):
    with pytest.raises(ValueError, match="no column 'delegaton'"):
        citations.stances(corpus, by="delegaton")
    with pytest.raises(ValueError, match="would stand twice"):
        citations.stances(corpus, by="stance")


def test_without_a_text_no_stance_is_known():
    frame = pd.DataFrame({"statement_id": ["a", "b"], "text": [None, "We cite the Helsinki Final Act."]})
    cited = pd.DataFrame({"statement_id": ["a", "b"], "instrument": "HFA-1975"})
    corpus = Corpus(frame, citations=cited.assign(citation_id=["a#1", "b#1"]))
    table = citations.stances(corpus)
    assert table.loc[table["count"] > 0, ["stance", "count"]].to_numpy().tolist() == [["mention", 1]]
    assert table.attrs["denominators"] == {"statements": 2, "citing": 1, "not_known": 1}
