from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.tokens import TokenIndex, count_terms


def table(found):
    """Counts as one Counter for each text."""
    return [
        Counter({term: int(count) for term, count in zip(found.terms, row, strict=True) if count})
        for row in found.counts.toarray()
    ]


def test_words_are_counted_in_each_text():
    index = TokenIndex.build(["Rights and rights.", None, "and"])
    assert table(count_terms(index)) == [{"rights": 2, "and": 1}, {}, {"and": 1}]


def test_terms_of_several_words_stay_within_a_sentence():
    index = TokenIndex.build(["Human rights. Human rights law"])
    assert table(count_terms(index, 2)) == [{"human rights": 2, "rights law": 1}]
    assert table(count_terms(index, 3)) == [{"human rights law": 1}]
    assert table(count_terms(index, 5)) == [{}]


def test_rows_are_counted_in_their_order():
    index = TokenIndex.build(["a b", "b c", "c d"])
    assert table(count_terms(index, 2, rows=np.array([2, 0]))) == [{"c d": 1}, {"a b": 1}]


def test_rare_terms_are_left_out():
    index = TokenIndex.build(["a b", "a b", "a c"])
    assert table(count_terms(index, 2, min_count=2)) == [{"a b": 1}, {"a b": 1}, {}]


def test_forms():
    index = TokenIndex.build(["State States"])
    assert count_terms(index, form="surface").terms == ("State", "States")
    assert table(count_terms(index, form="stem")) == [{"state": 2}]


@pytest.mark.parametrize("ngram", [0, 6, 1.5, "2"])
def test_lengths_that_are_not_counted(ngram):
    with pytest.raises(ValueError, match="whole number from 1 to 5"):
        count_terms(TokenIndex.build(["a"]), ngram)


def test_an_empty_index():
    for ngram in range(1, 6):
        assert count_terms(TokenIndex.build([]), ngram).counts.shape == (0, 0)


@given(
    st.lists(st.lists(st.sampled_from(["a", "b", "."]), max_size=12), max_size=4),
    st.integers(1, 5),
    st.integers(1, 3),
)
def test_counts_are_those_of_a_plain_loop(documents, ngram, min_count):
    expected = [Counter() for _ in documents]
    for number, document in enumerate(documents):
        for sentence in " ".join(document).split("."):
            tokens = sentence.split()
            expected[number].update(
                " ".join(tokens[start : start + ngram]) for start in range(len(tokens) - ngram + 1)
            )
    totals = sum(expected, Counter())
    kept = [Counter({t: n for t, n in row.items() if totals[t] >= min_count}) for row in expected]
    index = TokenIndex.build([" ".join(document) for document in documents])
    assert table(count_terms(index, ngram, min_count=min_count)) == kept
