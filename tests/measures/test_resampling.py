import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from osce_analysis.measures import benjamini_hochberg, bootstrap_weights, holm, resampling

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=20)


def test_each_resample_is_as_large_as_the_sample():
    weights = np.vstack(list(bootstrap_weights(7, 50, seed=0)))
    assert weights.shape == (50, 7)
    assert (weights.sum(axis=1) == 7).all()
    assert weights.std() > 0.5


def test_blocks_bound_the_memory(monkeypatch):
    monkeypatch.setattr(resampling, "_CELLS", 30)
    sizes = [len(block) for block in bootstrap_weights(10, 8, seed=0)]
    assert sizes == [3, 3, 2]


@pytest.mark.parametrize(
    ("adjust", "raw", "adjusted"),
    [
        (holm, [0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]),
        (holm, [0.6, 0.7], [1, 1]),
        (holm, [np.nan, 0.01, np.nan, 0.02], [np.nan, 0.02, np.nan, 0.02]),  # two comparisons, not four
        (holm, [np.nan], [np.nan]),
        (holm, [], []),
        (benjamini_hochberg, [0.01, 0.04, 0.03, 0.005], [0.02, 0.04, 0.04, 0.02]),
        (benjamini_hochberg, [np.nan, 0.01, 0.9], [np.nan, 0.02, 0.9]),
        (benjamini_hochberg, [], []),
    ],
)
def test_adjusted(adjust, raw, adjusted):
    assert adjust(raw) == pytest.approx(adjusted, nan_ok=True)


@given(P_VALUES)
def test_benjamini_hochberg_is_that_of_scipy(raw):
    assert benjamini_hochberg(raw) == pytest.approx(false_discovery_control(raw))


@given(P_VALUES)
def test_holm_lies_between_the_raw_and_bonferroni(raw):
    adjusted = holm(raw)
    assert (adjusted >= raw).all()
    assert (adjusted <= np.minimum(np.array(raw) * len(raw), 1) + 1e-12).all()
    assert (np.diff(adjusted[np.argsort(raw, kind="stable")]) >= 0).all()
