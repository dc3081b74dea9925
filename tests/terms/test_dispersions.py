"""Dispersion: the published parts, parts of other kinds, sides, and what is refused."""

import numpy as np
import pandas as pd
import pytest

from osce_analysis import terms
from osce_analysis.corpus import Corpus


def corpus_of(hits, sizes, **columns):
    texts = [" ".join(["peace"] * n + ["word"] * (size - n)) for n, size in zip(hits, sizes, strict=True)]
    frame = pd.DataFrame({"statement_id": [f"s{n}" for n in range(len(texts))], "text": texts})
    return Corpus(frame.assign(**columns))


def test_the_published_parts():
    found = terms.dispersion(corpus_of([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]), "peace").iloc[0]
    assert found[["count", "tokens", "parts", "range"]].tolist() == [15, 50, 5, 5]
    assert found["dp"] == pytest.approx(0.18, abs=5e-5)
    assert found["dp_norm"] == pytest.approx(0.2195, abs=5e-5)
    assert found["juilland_d"] == pytest.approx(0.7852, abs=5e-5)


def test_parts_may_be_years_and_a_missing_one_is_a_part():
    corpus = corpus_of([1, 2, 3, 4, 5, 0], [5, 4, 10, 10, 10, 11], year=[2020, 2020, 2021, 2022, 2023, None])
    found = terms.dispersion(corpus, "peace", parts="year").iloc[0]
    assert found[["parts", "range"]].tolist() == [5, 4]


def test_a_statement_of_two_actors_is_in_two_parts():
    joint = pd.DataFrame(
        {"statement_id": ["s0", "s0", "s1"], "actor": ["CHE", "NOR", "CHE"], "role": "joint"}
    )
    corpus = corpus_of([2, 0], [4, 4]).replace(signatories=joint)
    found = terms.dispersion(corpus, "peace", parts="actor").iloc[0]
    assert found[["parts", "range", "count"]].tolist() == [2, 2, 2]


def test_each_side_has_parts_of_its_own():
    corpus = corpus_of([4, 0, 2, 2], [4, 4, 4, 4], delegation=["CHE", "CHE", "NOR", "NOR"])
    found = terms.dispersion(corpus, "peace", by="delegation").set_index("delegation")
    assert found["dp"].tolist() == [0.5, 0]
    assert found["top_delegation"].tolist() == ["CHE", "NOR"]


def test_a_term_that_is_nowhere_has_no_dispersion():
    found = terms.dispersion(corpus_of([0, 0], [4, 4]), "peace").iloc[0]
    assert (found["count"], found["range"]) == (0, 0)
    assert np.isnan(found["dp"])


def test_a_corpus_without_statements_gives_zeros():
    empty = corpus_of([1], [2]).select(since="2050")
    found = terms.dispersion(empty, ["peace"])
    assert found[["count", "parts", "range"]].to_numpy().tolist() == [[0, 0, 0]]


def test_detail_has_a_row_for_each_part_in_order_of_time():
    days = pd.to_datetime(["2021-01-01", "2020-01-01", None])
    found = terms.dispersion(corpus_of([1, 2, 0], [10, 10, 10], date=days), ["peace", "word"], detail=True)
    assert found["part"].tolist() == ["s1", "s0", "s2"] * 2
    assert found["rate"].tolist() == [200, 100, 0, 800, 900, 1000]
    assert found["dp_norm"].nunique() == 2


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"parts": "yer"}, "no column 'yer'"),
        ({"by": "dp"}, "would stand twice"),
        ({"groups": "expnd"}, "Did you mean 'expand'"),
    ],
)
def test_what_cannot_be_read_is_refused(options, sentence):
    with pytest.raises(ValueError, match=sentence):
        terms.dispersion(corpus_of([1], [2]), "peace", **options)
