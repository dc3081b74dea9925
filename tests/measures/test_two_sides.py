"""Exchange and bootstrap of two sides: the worked example by enumeration and by draws, nulls, strata."""

from itertools import product
from math import comb

import numpy as np
import pytest

from osce_analysis import measures

# 40 speeches of 800 tokens, 20 a side: four of them hold the word.
HITS = np.zeros((40, 1))
HITS[[0, 1, 20, 21], 0] = [24, 1, 2, 1]
SIZES, IN_TARGET = np.full(40, 800.0), np.arange(40) < 20


def enumerated(extreme):
    """The share of all exchanges that are as extreme as observed, from where the four carriers can go."""
    held = total = 0
    for sides in product([0, 1], repeat=4):
        ways = comb(36, 20 - sum(sides))
        a = float(np.dot(sides, [24, 1, 2, 1]))
        total += ways
        held += ways * extreme(a, 28 - a)
    assert total == comb(40, 20)
    return held / total


def g2(a, b):
    return float(measures.log_likelihood(a, b, 16000, 16000))


def test_one_speech_makes_tokens_significant_and_statements_not():
    assert g2(25, 3) == pytest.approx(19.7634, abs=5e-5)
    assert float(measures.log_likelihood_p(g2(25, 3))) == pytest.approx(8.8e-6, rel=0.01)
    two_sided = enumerated(lambda a, b: abs(g2(a, b)) >= g2(25, 3) - 1e-9)
    assert two_sided == pytest.approx(0.8753, abs=5e-5)
    assert enumerated(lambda a, b: a - b >= 22) == pytest.approx(0.4376, abs=5e-5)


def test_draws_find_the_enumerated_p_within_error():
    p, adjusted = measures.rate_difference_p(HITS, SIZES, IN_TARGET, draws=9999)
    assert p[0] == pytest.approx(0.8753, abs=4 * np.sqrt(0.8753 * 0.1247 / 9999))
    assert adjusted[0] == p[0]  # one term is its own family


def test_token_counts_reject_true_nulls_and_exchange_does_not():
    """Words that come in bursts, the same in both sides: the share of terms below .05."""
    random = np.random.default_rng(5)
    hits = random.negative_binomial(0.05, 0.05 / 1.05, size=(60, 400)) * 1.0
    sizes, in_target = np.full(60, 500.0), np.arange(60) < 30
    a, b = hits[in_target].sum(axis=0), hits[~in_target].sum(axis=0)
    tokens = measures.log_likelihood_p(measures.log_likelihood(a, b, 15000, 15000))
    p, adjusted = measures.rate_difference_p(hits, sizes, in_target, draws=499)
    assert np.nanmean(tokens < 0.05) > 0.4
    assert (p < 0.05).mean() < 0.05 + 3 * np.sqrt(0.05 * 0.95 / 400)
    assert not (adjusted < 0.05).any()


def test_strata_take_away_what_they_explain():
    """The word stands in every speech of one agenda item, which the target speaks on more often."""
    item = np.repeat([0, 1], 20)
    in_target = np.r_[np.arange(20) < 16, np.arange(20) < 4]
    hits = (item == 0).astype(float)[:, None]
    free, _ = measures.rate_difference_p(hits, np.full(40, 100.0), in_target)
    within, _ = measures.rate_difference_p(hits, np.full(40, 100.0), in_target, strata=item)
    assert free[0] < 0.01
    assert within[0] == 1


def test_units_count_alike():
    """One owner with many speeches outvotes the others by tokens, not by units."""
    units = np.array([0] * 10 + [1, 2, 3, 4, 5, 6])
    in_target = np.isin(units, [0, 1, 2])
    hits = np.where(units == 0, 9.0, 1.0)[:, None]
    pooled, _ = measures.rate_difference_p(hits, np.full(16, 100.0), in_target)
    alike, _ = measures.rate_difference_p(hits, np.full(16, 100.0), in_target, units=units)
    assert pooled[0] < 0.01
    assert alike[0] > pooled[0]


def test_max_t_is_never_smaller_and_the_smallest_p_is_one_draw():
    hits = np.r_[np.full((20, 3), 4.0), np.zeros((20, 3))]
    p, adjusted = measures.rate_difference_p(hits, np.full(40, 100.0), np.arange(40) < 20, draws=199)
    assert p.tolist() == [1 / 200] * 3
    assert (adjusted >= p).all()


def test_the_log_ratio_interval_is_missing_where_a_side_has_none():
    hits = np.zeros((12, 2))
    hits[:6, 0], hits[6:, 0], hits[:6, 1] = [3, 4, 5, 3, 4, 5], [1, 2, 1, 1, 2, 1], 2
    low, high = measures.log_ratio_bootstrap(hits, np.full(12, 100.0), np.arange(12) < 6)
    assert low[0] < np.log2(24 / 8) < high[0]
    assert np.isnan([low[1], high[1]]).all()


def test_strata_keep_their_numbers():
    strata = np.array([0, 0, 0, 1, 1])
    weights = np.vstack(list(measures.bootstrap_weights(5, 50, 0, strata)))
    assert (weights[:, :3].sum(axis=1) == 3).all()
    labels = measures.exchanges([True, False, False, True, False], 50, 0, strata)
    assert (labels[:3].sum(axis=0) == 1).all()
    assert len(np.unique(labels, axis=1).T) > 1
