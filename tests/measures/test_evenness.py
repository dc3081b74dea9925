"""Values: Gries's example of five parts; MTLD by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.measures import dp, dp_norm, juilland_d, mtld

HITS, SIZES = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]


@pytest.mark.parametrize(
    ("measure", "value"),
    [(dp, 0.18), (dp_norm, 0.2195), (juilland_d, 0.7852)],  # D of raw counts would be 0.7643
)
def test_five_parts(measure, value):
    assert measure(HITS, SIZES) == pytest.approx(value, abs=5e-5)


@pytest.mark.parametrize(("measure", "value"), [(dp, 0), (dp_norm, 0), (juilland_d, 1)])
def test_an_even_term(measure, value):
    assert measure(SIZES, SIZES) == pytest.approx(value)


@pytest.mark.parametrize(("measure", "value"), [(dp, 0.75), (dp_norm, 1), (juilland_d, 0)])
def test_a_term_of_one_part(measure, value):
    assert measure([7, 0, 0, 0], [10] * 4) == pytest.approx(value)


@pytest.mark.parametrize("measure", [dp, dp_norm, juilland_d])
def test_terms_side_by_side(measure):
    hits = np.column_stack([HITS, SIZES, [0] * 5])
    values = measure(hits, SIZES)
    assert values[0] == pytest.approx(measure(HITS, SIZES))
    assert np.isnan(values[2])


@pytest.mark.parametrize("measure", [dp, dp_norm, juilland_d])
def test_parts_without_a_token_are_left_out(measure):
    assert measure([*HITS, 0], [*SIZES, 0]) == pytest.approx(measure(HITS, SIZES))


def test_a_single_part_has_no_spread():
    assert np.isnan(juilland_d([3], [10]))
    assert np.isnan(dp_norm([3], [10]))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a b a b", 4),  # one stretch of three tokens in each direction; the fourth adds nothing
        ("a a a a", 2),  # a stretch ends at each second token
        ("a b c a", 4 / (0.25 / 0.28)),  # never below 0.72: a partial stretch only
        ("a b c d", np.nan),
        ("", np.nan),
    ],
)
def test_mtld(words, value):
    assert mtld(words.split()) == pytest.approx(value, nan_ok=True)


def test_mtld_cuts_below_the_threshold_and_not_at_it():
    words = ["a", "b", "a", "a", "a"]
    assert mtld(words[:3], threshold=2 / 3) == pytest.approx(3)  # one partial stretch, full but not cut
    assert mtld(words, threshold=2 / 3) == pytest.approx((5 / (1 + 0) + 5 / (2 + 0)) / 2)


def test_mtld_reads_both_ways():
    words = ["a", "a", "b", "c", "d", "e", "f"]
    forward, backward = 7 / 1, 7 / ((1 - 6 / 7) / 0.28)
    assert mtld(words) == pytest.approx((forward + backward) / 2)


@given(st.lists(st.integers(0, 30), min_size=2, max_size=8))
def test_bounds(hits):
    sizes = [30] * len(hits)
    if sum(hits):
        assert 0 <= dp(hits, sizes) <= 1
        assert -1e-9 <= juilland_d(hits, sizes) <= 1
