"""Values: METHODS of the project (UCREL, NLTK's doctests, Monroe et al.), recomputed independently."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from osce_analysis.measures import (
    background_prior,
    log_likelihood,
    log_likelihood_p,
    log_odds,
    log_ratio,
    log_ratio_interval,
    percent_difference,
)

COUNTS = st.tuples(*[st.integers(0, 50)] * 2, *[st.integers(50, 1000)] * 2)


def contingency(joint, f_x, f_y, total):
    """Dunning's four numbers as hits and sizes of two sides."""
    return joint, f_y - joint, f_x, total - f_x


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ((700, 200, 1000, 1000), 530.0218),  # UCREL's two-cell form would give 294.1938
        ((200, 700, 1000, 1000), -530.0218),  # the sign says which side
        (contingency(110, 2552, 221, 31777), 270.72),
        (contingency(8, 13, 32, 31777), 95.29),
        ((0, 0, 10, 10), 0),
        ((5, 5, 10, 10), 0),
        ((1, 0, 0, 10), np.nan),  # a side without a token
    ],
)
def test_log_likelihood(cells, value):
    assert log_likelihood(*cells) == pytest.approx(value, abs=0.005, nan_ok=True)


@given(COUNTS)
def test_log_likelihood_is_that_of_scipy(cells):
    a, b, c, d = cells
    if a + b == 0 or a + b == c + d:
        assert log_likelihood(*cells) == 0
        return
    test = chi2_contingency([[a, b], [c - a, d - b]], correction=False, lambda_="log-likelihood")
    assert abs(log_likelihood(*cells)) == pytest.approx(test.statistic, abs=1e-8)
    assert log_likelihood_p(log_likelihood(*cells)) == pytest.approx(test.pvalue, abs=1e-8)


@pytest.mark.parametrize(("g2", "p"), [(19.7634, 8.8e-6), (-19.7634, 8.8e-6), (3.841459, 0.05), (0, 1)])
def test_p_of_log_likelihood(g2, p):
    assert log_likelihood_p(g2) == pytest.approx(p, rel=0.01)


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ((10, 0, 10_000, 10_000), 4.3219),  # zero is taken as 0.5
        ((0, 10, 10_000, 10_000), -4.3219),
        ((100, 50, 1_000_000, 1_000_000), 1),
        ((10, 10, 1_000, 2_000), 1),
        ((0, 0, 10, 10), np.nan),  # neither side has it
        ((1, 1, 0, 10), np.nan),
    ],
)
def test_log_ratio(cells, value):
    assert log_ratio(*cells) == pytest.approx(value, abs=5e-5, nan_ok=True)


def test_analytic_interval_of_log_ratio():
    assert log_ratio_interval(100, 50, 10**6, 10**6) == pytest.approx((0.5103, 1.4897), abs=5e-5)


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ((100, 50, 10**6, 10**6), 100),
        ((50, 100, 10**6, 10**6), -50),
        ((1, 0, 10, 10), np.inf),  # no 1e-18
        ((0, 0, 10, 10), np.nan),
    ],
)
def test_percent_difference(cells, value):
    assert percent_difference(*cells) == pytest.approx(value, nan_ok=True)


TARGET = ["the", "quick", "brown", "fox", "jumps", "over", "the", "lazy", "pig"]
REFERENCE = ["the", "lazy", "purple", "pig", "jumps", "over", "the", "lazier", "donkey"]
WORDS = sorted({*TARGET, *REFERENCE})
A = np.array([TARGET.count(word) for word in WORDS])
B = np.array([REFERENCE.count(word) for word in WORDS])


def test_log_odds_with_a_flat_prior():
    delta, z = log_odds(A, B, 9, 9, np.full(len(WORDS), 0.05))
    assert z[WORDS.index("brown")] == pytest.approx(0.68942279, abs=1e-8)
    assert z[WORDS.index("the")] == 0
    assert np.sign(delta).tolist() == np.sign(A - B).tolist()


def test_log_odds_with_the_pooled_background():
    delta, z = log_odds(A, B, 9, 9, background_prior(A + B, 10))
    assert delta[WORDS.index("brown")] == pytest.approx(1.085361, abs=1e-6)
    assert z[WORDS.index("brown")] == pytest.approx(0.694425, abs=1e-6)


def test_the_prior_of_some_terms_is_that_of_all():
    whole = log_odds(A, B, 9, 9, np.full(len(WORDS), 0.05))
    some = log_odds(A[:3], B[:3], 9, 9, np.full(3, 0.05), prior_total=0.05 * len(WORDS))
    assert np.array(some) == pytest.approx(np.array(whole)[:, :3])


def test_a_term_that_the_background_lacks_has_a_prior():
    prior = background_prior([10, 0], 5)
    assert prior[1] > 0
    assert prior.sum() == pytest.approx(5)


def test_arrays_of_terms():
    values = log_likelihood([700, 0], [200, 0], 1000, 1000)
    assert values == pytest.approx([530.0218, 0], abs=1e-4)
