import subprocess
import sys

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.stats import binomtest

from osce_analysis.measures import rate, rate_interval, wilson


@pytest.mark.parametrize(
    ("hits", "n", "interval"),
    [
        (3, 10, (0.1077913, 0.6032219)),
        (0, 10, (0, 0.2775328)),
        (10, 10, (1 - 0.2775328, 1)),
        (0, 0, (np.nan, np.nan)),
    ],
)
def test_wilson(hits, n, interval):
    assert wilson(hits, n) == pytest.approx(interval, abs=5e-8, nan_ok=True)


def test_wilson_is_that_of_scipy():
    for hits in range(21):
        theirs = binomtest(hits, 20).proportion_ci(method="wilson")
        assert wilson(hits, 20) == pytest.approx((theirs.low, theirs.high))


SPEECHES = np.random.default_rng(1).poisson(3, size=(40, 3)).astype(float)
TOKENS = np.random.default_rng(2).integers(500, 1500, 40)


def test_the_interval_holds_the_rate():
    low, high = rate_interval(SPEECHES, TOKENS)
    rates = SPEECHES.sum(axis=0) / TOKENS.sum()
    assert (low < rates).all()
    assert (rates < high).all()


def test_its_width_is_that_of_the_linearised_variance():
    """The delta method over clusters gives nearly the same where there are many."""
    low, high = rate_interval(SPEECHES, TOKENS, draws=4000)
    rates = SPEECHES.sum(axis=0) / TOKENS.sum()
    residuals = SPEECHES - rates * TOKENS[:, None]
    widths = 2 * 1.96 * np.sqrt((residuals**2).sum(axis=0)) / TOKENS.sum()
    assert high - low == pytest.approx(widths, rel=0.08)


def test_one_repetitive_speech_widens_it():
    spread = np.array([[5.0]] * 20)
    one = np.array([[1.0]] * 19 + [[81.0]])
    sizes = np.full(20, 800)
    low, high = rate_interval(np.hstack([spread, one]), sizes)
    assert high[0] == low[0]  # each speech alike: no resample moves it
    assert high[1] > 3 * low[1]


def test_fewer_than_five_clusters_hold_the_term():
    hits = np.zeros((10, 2))
    hits[:4, 0] = hits[:5, 1] = 3
    low, high = rate_interval(hits, [100] * 10)
    assert np.isnan([low[0], high[0]]).all()
    assert low[1] < 15 / 1000 < high[1]


@pytest.mark.parametrize("clusters", [0, 1, 4])
def test_few_clusters(clusters):
    low, high = rate_interval(np.ones((clusters, 2)), [10] * clusters)
    assert np.isnan([low, high]).all()


def test_a_sparse_array_gives_the_same():
    assert np.array_equal(rate_interval(csr_array(SPEECHES), TOKENS), rate_interval(SPEECHES, TOKENS))


def test_units_count_alike():
    """One delegation of 30 speeches and one of 10 weigh the same; with one unit the rate is pooled."""
    units = np.repeat([0, 1], [30, 10])
    hits = np.where(units == 0, 2.0, 10.0)[:, None]
    low, high = rate_interval(hits, np.full(40, 1000), units=units)
    assert (low[0], high[0]) == pytest.approx((0.006, 0.006))  # not the pooled 0.004
    pooled = rate_interval(hits, np.full(40, 1000), units=np.zeros(40, int))
    assert np.array_equal(pooled, rate_interval(hits, np.full(40, 1000)))


def test_clusters_without_a_token():
    low, high = rate_interval(np.ones((6, 1)), [0, 0, 0, 0, 0, 0])
    assert np.isnan([low, high]).all()


def test_the_same_seed_gives_the_same_in_another_process():
    code = (
        "import numpy as np; from osce_analysis.measures import rate_interval;"
        "print(rate_interval(np.arange(12.0)[:, None], [100] * 12, seed=7))"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in "12"
    }
    assert runs == {f"{rate_interval(np.arange(12.0)[:, None], [100] * 12, seed=7)}\n".encode()}
    other = rate_interval(np.arange(12.0)[:, None], [100] * 12, seed=8)
    assert not np.array_equal(other, rate_interval(np.arange(12.0)[:, None], [100] * 12, seed=7))


def test_rates_by_hand():
    hits, sizes = np.array([[1.0, 0], [1, 0], [4, 2]]), [10, 10, 20]
    assert rate(hits, sizes) == pytest.approx([6 / 40, 2 / 40])
    assert rate(hits, sizes, units=[5, 5, 2]) == pytest.approx([(2 / 20 + 4 / 20) / 2, (0 + 2 / 20) / 2])
    assert rate(hits, sizes, units=[0, 1, 2]) == pytest.approx([(0.1 + 0.1 + 0.2) / 3, 0.1 / 3])


@pytest.mark.parametrize("sizes", [[], [0, 0]])
def test_a_rate_over_nothing(sizes):
    assert np.isnan(rate(np.zeros((len(sizes), 2)), sizes)).tolist() == [True, True]


def test_the_layer_loads_nothing_slow():
    code = (
        "import sys, osce_analysis.measures; names = ('scipy', 'pandas', 'networkx', 'osce_analysis.tokens');"
        "print([name for name in names if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
