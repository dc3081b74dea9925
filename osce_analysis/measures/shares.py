"""Two shares of statements set against one another: their difference, its interval, and an exact test.

`a` of `n` statements on one side and `b` of `m` on the other have what is counted; arrays are taken row by row.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from osce_analysis.measures.intervals import wilson
from osce_analysis.measures.multiplicity import CORRECTIONS

Array = NDArray[np.float64]
Counts = NDArray[np.int64]
_BLOCK = 4096
"""Rows tested at a time."""
_ROUNDING = 1e-7
"""Two tables whose chances differ by less are as likely as one another."""


def difference_interval(a: ArrayLike, n: ArrayLike, b: ArrayLike, m: ArrayLike) -> tuple[Array, Array]:
    """Newcombe's hybrid score interval (95 %) of the difference of two shares, a/n - b/m.

    Returns
    -------
    low, high : float arrays
        Between -1 and 1; NaN where a side has no statement.

    References
    ----------
    Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of
    eleven methods. Statistics in Medicine 17, 873-890. Method 10; its example (d) is below.

    Examples
    --------
    >>> low, high = difference_interval(56, 70, 48, 80)
    >>> low.round(4), high.round(4)
    (np.float64(0.0524), np.float64(0.3339))
    """
    a, n, b, m = (np.asarray(value, np.float64) for value in (a, n, b, m))
    with np.errstate(divide="ignore", invalid="ignore"):
        first, second = a / n, b / m
    low_first, high_first = wilson(a, n)
    low_second, high_second = wilson(b, m)
    value = first - second
    low = value - np.sqrt((first - low_first) ** 2 + (high_second - second) ** 2)
    high = value + np.sqrt((high_first - first) ** 2 + (second - low_second) ** 2)
    return np.asarray(low)[()], np.asarray(high)[()]


def fisher_p(a: ArrayLike, n: ArrayLike, b: ArrayLike, m: ArrayLike) -> Array:
    """Fisher's exact test, two-sided: the tables no likelier than the one seen, all margins as they are.

    Returns
    -------
    float array
        NaN where a side has no statement.

    References
    ----------
    Fisher, R. A. (1935). The logic of inductive inference. Journal of the Royal Statistical Society 98, 39-54.

    Examples
    --------
    >>> fisher_p([3, 4], 4, [1, 0], 4).round(4)
    array([0.4857, 0.0286])
    """
    a, n, b, m = np.broadcast_arrays(*(np.asarray(value, np.int64) for value in (a, n, b, m)))
    found = np.full(a.shape, np.nan)
    judged = np.flatnonzero((n.ravel() > 0) & (m.ravel() > 0))
    for places in np.array_split(judged, len(judged) // _BLOCK + 1):
        found.flat[places] = _fisher(*(value.ravel()[places] for value in (a, n, b, m)))
    return found[()]


def _fisher(a: Counts, n: Counts, b: Counts, m: Counts) -> Array:
    """The test of a block of rows: the chances of all tables with their margins, side by side."""
    from scipy.special import gammaln

    def log_choose(total: Counts, held: Counts) -> Array:
        return np.asarray(gammaln(total + 1) - gammaln(held + 1) - gammaln(total - held + 1))

    held = a + b
    low, high = np.maximum(0, held - m), np.minimum(held, n)
    possible = low[:, None] + np.arange(int((high - low).max(initial=0)) + 1)
    inside = possible <= high[:, None]
    possible = np.minimum(possible, high[:, None])
    chances = log_choose(n[:, None], possible) + log_choose(m[:, None], held[:, None] - possible)
    seen = log_choose(n, a) + log_choose(m, b)
    whole = log_choose(n + m, held)
    as_rare = inside & (chances <= seen[:, None] + _ROUNDING)
    return np.minimum(1.0, np.where(as_rare, np.exp(chances - whole[:, None]), 0).sum(axis=1))


class Contrast(NamedTuple):
    """Two shares against one another, row by row."""

    share_target: Array
    share_reference: Array
    value: Array
    low: Array
    high: Array
    p: Array
    p_adjusted: Array


def contrast(
    a: ArrayLike, n: ArrayLike, b: ArrayLike, m: ArrayLike, correction: str | None = "holm"
) -> Contrast:
    """Shares, their difference with Newcombe's interval, and Fisher's p, corrected over the rows.

    Parameters
    ----------
    a, n, b, m : arrays
        Statements that have what is counted, and all, in target and reference.
    correction : {"holm", "bh", None}

    Examples
    --------
    >>> found = contrast([4, 2], 4, [0, 2], 4)
    >>> found.value, found.p_adjusted.round(3)
    (array([1., 0.]), array([0.057, 1.   ]))
    """
    a, n, b, m = np.broadcast_arrays(*(np.asarray(value, np.float64) for value in (a, n, b, m)))
    with np.errstate(divide="ignore", invalid="ignore"):
        target, reference = a / n, b / m
    low, high = difference_interval(a, n, b, m)
    p = fisher_p(a, n, b, m)
    return Contrast(target, reference, target - reference, low, high, p, CORRECTIONS[correction](p))
