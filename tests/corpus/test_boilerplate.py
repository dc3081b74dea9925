"""Passages that several statements share: kept, left out or counted once, in every analysis alike."""

import pandas as pd
import pytest

import osce_analysis as osce
from osce_analysis import terms
from osce_analysis.corpus import Corpus

SHARED = "The candidate countries and the countries of the association process align themselves with this statement."


@pytest.fixture
def corpus():
    texts = [f"We defend free media. {SHARED}", f"Peace comes first. {SHARED}", f"War is no answer. {SHARED}"]
    dates = pd.to_datetime(["2020-03-01", "2020-01-01", "2020-02-01"])
    frame = pd.DataFrame(
        {"statement_id": list("abc"), "delegation": ["EU", "EU", "CAN"], "date": dates, "text": texts}
    )
    return Corpus(frame, name="three")


@pytest.mark.parametrize(
    ("way", "hits", "tokens"),
    [(True, 3, 3 * 15 + 4 + 3 + 4), (False, 0, 4 + 3 + 4), ("once", 1, 15 + 4 + 3 + 4)],
)
def test_words_of_shared_passages(corpus, way, hits, tokens):
    chosen = corpus.select(boilerplate=way)
    found = terms.frequency(chosen, terms="candidate countries")
    assert found[["count", "tokens"]].iloc[0].tolist() == [hits, tokens]
    assert found.attrs["corpus"]["boilerplate"] == way
    assert chosen.statements["tokens"].sum() == tokens


def test_counted_once_is_counted_in_the_earliest(corpus):
    lines = terms.concordance(corpus.select(boilerplate="once"), "candidate")
    assert lines["statement_id"].tolist() == ["b"]
    start, end = lines[["start", "end"]].iloc[0]
    assert corpus.statement("b")["text"][start:end] == "candidate"


def test_two_selections_still_share_the_index(corpus):
    eu, canada = (corpus.select(delegation=code, boilerplate=False) for code in ("EU", "CAN"))
    found = terms.keyness(eu, canada, keep="all", min_count=1, permutations=0)
    assert "candidate" not in set(found["term"])
    assert {"media", "answer"} <= set(found["term"])


def test_a_selection_of_a_selection_keeps_the_way_and_can_go_back(corpus):
    eu = corpus.select(boilerplate=False).select(delegation="EU").named("EU")
    assert eu.boilerplate is False
    assert eu.statements["tokens"].sum() == 7
    assert eu.select(boilerplate=True).statements["tokens"].sum() == 37


def test_what_is_saved_is_whole(corpus, tmp_path):
    corpus.select(boilerplate=False).save(tmp_path / "kept")
    again = osce.load(tmp_path / "kept", progress=False)
    assert again.statements["tokens"].sum() == corpus.statements["tokens"].sum()


def test_another_way_is_refused(corpus):
    with pytest.raises(ValueError, match="There is no boilerplate='twice'"):
        corpus.select(boilerplate="twice")
