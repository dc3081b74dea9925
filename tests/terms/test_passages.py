"""Passages that several statements share, as a table."""

import pandas as pd
import pytest

from osce_analysis import terms
from osce_analysis.corpus import Corpus

THANKS = "I thank the Chair and the Secretariat for all they did in this long and busy year"
DTYPES = ["str", "int64", "int64", "int64", "str", "int64", "int64"]


@pytest.fixture
def corpus():
    texts = [f"Speech {n}. {THANKS} {own}." for n, own in enumerate(["now", "again", "as ever"])]
    texts += [f"Mr.\nChair. We differ on point {n}." for n in range(5)]
    frame = pd.DataFrame({"statement_id": [f"s{n}" for n in range(8)], "text": texts})
    return Corpus(frame.assign(delegation=["CHE", "CHE", "NOR", *"ABCDE"], date="2020-01-01"))


def test_each_passage_with_who_has_it_and_where_it_is_first_met(corpus):
    found = terms.boilerplate(corpus)
    assert found["passage"].tolist() == ["Mr. Chair", THANKS]
    assert found["statements"].tolist() == [5, 3]
    assert found["delegations"].tolist() == [5, 2]
    assert found["tokens"].tolist() == [2, 17]
    texts = corpus.statements.set_index("statement_id")["text"]
    for row in found.itertuples():
        assert " ".join(texts[row.statement_id][row.start : row.end].split()) == row.passage


def test_the_tokens_left_out_are_those_that_select_leaves_out(corpus):
    left = corpus.select(boilerplate=False).statements["tokens"].sum()
    made = terms.boilerplate(corpus).attrs["left_out"]
    assert made == {"tokens": corpus.statements["tokens"].sum() - left, "passages": 2}
    assert made["tokens"] == 5 * 2 + 3 * 17


def test_of_a_selection_its_own_passages(corpus):
    found = terms.boilerplate(corpus.select(statement_id=["s1", "s2", "s3"]))
    assert found[["passage", "statements", "statement_id"]].values.tolist() == [[THANKS, 2, "s1"]]


def test_one_after_they_are_left_out(corpus):
    pd.testing.assert_frame_equal(
        terms.boilerplate(corpus.select(boilerplate=False)), terms.boilerplate(corpus)
    )


def test_the_title_of_a_convention_that_all_cite_still_counts():
    title = "Convention on the Use of Rivers and Lakes by Ships of Many Flags"
    texts = [
        f"{who} the ({title}) {how}." for who, how in [("Sign", "now"), ("Read", "again"), ("Burn", "never")]
    ]
    frame = pd.DataFrame({"statement_id": ["a", "b", "c"], "text": texts})
    cited = frame[["statement_id"]].assign(
        citation_id=["a#1", "b#1", "c#1"],
        part="text",
        start=[text.index("Convention") for text in texts],
        end=[text.index(")") for text in texts],
    )
    assert len(terms.boilerplate(Corpus(frame))) == 1
    assert len(terms.boilerplate(Corpus(frame, citations=cited))) == 0
    kept = Corpus(frame, citations=cited.iloc[:2]).select(boilerplate=False)
    assert terms.frequency(kept, terms=["rivers"], interval=None)["count"].tolist() == [2]


@pytest.mark.parametrize("texts", [[], ["No word twice."]])
def test_nothing_shared(texts):
    frame = pd.DataFrame({"statement_id": [f"s{n}" for n in range(len(texts))], "text": texts})
    found = terms.boilerplate(Corpus(frame))
    assert len(found) == 0
    assert found.dtypes.astype(str).tolist() == DTYPES


def test_what_cannot_be_asked(corpus):
    with pytest.raises(ValueError, match="top=0 is not a whole number of at least 1"):
        terms.boilerplate(corpus, top=0)
    with pytest.raises(ValueError, match="has a text"):
        terms.boilerplate(Corpus(pd.DataFrame({"statement_id": ["a"]})))
