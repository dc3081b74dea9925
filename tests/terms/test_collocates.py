"""Collocations: reach, each token once, sides, and the measures against counts made by hand."""

import numpy as np
import pandas as pd
import pytest

from osce_analysis import measures, terms
from osce_analysis.corpus import Corpus


@pytest.fixture
def corpus():
    rows = [
        ("a", "CHE", "We defend free media. Media freedom matters. Free elections matter."),
        ("b", "NOR", "Independent media and free media need help."),
        ("c", "NOR", "Peace is free."),
    ]
    return Corpus(pd.DataFrame(rows, columns=["statement_id", "delegation", "text"]))


def near(corpus, query="media", **options):
    table = terms.collocations(corpus, query, **{"min_count": 1, **options})
    return dict(zip(table["term"], table["count"], strict=True))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"window": 1, "direction": "left"}, {"free": 2, "independent": 1}),  # "and" is counted and not shown
        ({"window": 1, "direction": "right"}, {"freedom": 1, "need": 1}),
        ({"window": 1}, {"free": 2, "independent": 1, "freedom": 1, "need": 1}),
        # The sentence ends the reach: "matter" of the third sentence is near nothing.
        (
            {"window": 9, "direction": "right"},
            {"freedom": 1, "matters": 1, "free": 1, "media": 1, "need": 1, "help": 1},
        ),
    ],
)
def test_reach(corpus, options, expected):
    assert near(corpus, **options) == expected


def test_a_token_in_reach_of_two_hits_counts_once(corpus):
    assert near(corpus, window=5)["free"] == 2


def test_a_phrase_is_reached_from_its_ends(corpus):
    assert near(corpus, '"free media"', window=1) == {"defend": 1, "need": 1}


@pytest.mark.parametrize("measure", ["log_dice", "mi", "npmi", "t", "g2"])
def test_the_measures_take_the_counts_of_the_corpus(corpus, measure):
    found = terms.collocations(corpus, "media", window=1, direction="left", measure=measure, min_count=1)
    value = found.set_index("term")["value"]["free"]
    joint, free, media, total = 2, 4, 4, 10 + 7 + 3
    expected = {
        "log_dice": measures.log_dice(joint, media, free),
        "mi": np.log2(joint * total / (media * free)),
        "npmi": np.log2(joint * total / (media * free)) / -np.log2(joint / total),
        "t": (joint - media * free / total) / np.sqrt(joint),
        # three tokens stand left of a hit within its sentence: free twice, independent once
        "g2": measures.log_likelihood(joint, free - joint, 3, total - 3),
    }
    assert value == pytest.approx(float(expected[measure]))


def test_each_side_has_counts_of_its_own(corpus):
    found = terms.collocations(corpus, "media", window=1, direction="left", by="delegation", min_count=1)
    rows = found.set_index(["delegation", "term"])
    assert rows.loc[("CHE", "free"), ["count", "count_term", "count_query"]].tolist() == [1, 2, 2]
    assert rows.loc[("NOR", "free"), ["count", "count_term", "count_query"]].tolist() == [1, 2, 2]
    assert found["top_share"].eq(1).all()


def test_nothing_found_is_an_empty_table_with_its_columns(corpus):
    found = terms.collocations(corpus, "war")
    assert len(found) == 0
    assert list(found) == list(terms.collocations(corpus, "media", min_count=1))
    assert len(terms.collocations(corpus.select(delegation="CHE", containing="media"), "peace")) == 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"measure": "logdice"}, "Did you mean 'log_dice'"),
        ({"direction": "up"}, "There is no direction='up'"),
        ({"window": 0}, "window=0 is not a whole number of at least 1"),
        ({"by": "count"}, "would stand twice"),
    ],
)
def test_what_cannot_be_read_is_refused(corpus, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        terms.collocations(corpus, "media", **options)
