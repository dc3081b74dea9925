"""Intervals of 95 %: for shares of statements, and for rates with the statement as the unit.

They describe how far a figure would move had other, comparable statements been made. Statements are resampled
whole: tokens of one speech are not independent, and intervals that take them so are far too narrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from osce_analysis.measures.resampling import bootstrap_weights

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""

FEWEST = 5
"""A rate has an interval where at least so many clusters hold the term."""


def wilson(hits: ArrayLike, n: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Wilson's score interval of a share.

    Parameters
    ----------
    hits, n : array of int
        Successes and trials.

    Returns
    -------
    low, high : float arrays
        Between 0 and 1; NaN where there was no trial.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the
    American Statistical Association 22, 209-212.

    Examples
    --------
    >>> low, high = wilson([3, 0], [10, 10])
    >>> low.round(4), high.round(4)
    (array([0.1078, 0. ]), array([0.6032, 0.2775]))
    """
    hits, n = np.broadcast_arrays(np.asarray(hits, np.float64), np.asarray(n, np.float64))
    with np.errstate(divide="ignore", invalid="ignore"):
        share = hits / n
        centre = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
        half = Z / (1 + Z**2 / n) * np.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    # At the ends the bound is the end itself; rounding would leave it a hair outside.
    low = np.where(hits == 0, 0.0, centre - half)
    high = np.where(hits == n, 1.0, centre + half)
    return np.where(n > 0, low, np.nan), np.where(n > 0, high, np.nan)


def rate(
    hits: NDArray[np.float64] | csr_array, sizes: ArrayLike, units: ArrayLike | None = None
) -> NDArray[np.float64]:
    """Hits over sizes of all clusters, or the mean of the units' rates.

    Parameters
    ----------
    hits : array or sparse array, (clusters, terms)
    sizes : array, (clusters,)
    units : int array, (clusters,), optional
        Each unit counts alike.

    Returns
    -------
    float array, (terms,)
        NaN where there is nothing to count over.

    Examples
    --------
    >>> hits, sizes = np.array([[1.0], [1], [4]]), [10, 10, 10]
    >>> rate(hits, sizes), rate(hits, sizes, units=[0, 0, 1])
    (array([0.2]), array([0.25]))
    """
    sizes = np.asarray(sizes, np.float64)
    return np.asarray(weighted_rates(np.ones((1, len(sizes))), hits, sizes, members_of(units))[0])


def rate_interval(
    hits: NDArray[np.float64] | csr_array,
    sizes: ArrayLike,
    *,
    units: ArrayLike | None = None,
    draws: int = 999,
    seed: int = 0,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Percentile bootstrap interval of rates, whole clusters drawn with replacement.

    Parameters
    ----------
    hits : array or sparse array, (clusters, terms)
        What is counted in each cluster (statement or delegation).
    sizes : array, (clusters,)
        What it is counted over: tokens, or 1 for each statement alike.
    units : int array, (clusters,), optional
        Take the mean of these units' rates instead of one pooled rate: each unit counts alike.
    draws : int
        Resamples.
    seed : int
        The same seed gives the same interval in any process.

    Returns
    -------
    low, high : float arrays, (terms,)
        On the scale of hits / sizes; NaN where fewer than five clusters hold the term.

    References
    ----------
    Efron, B. and Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman and Hall.
    On why the statement is the unit and the token is not: Mildenberger, arXiv 2308.13383.

    Examples
    --------
    >>> low, high = rate_interval(np.array([[1.0], [2], [0], [3], [1], [2]]), [100] * 6)
    >>> bool(low[0] < 9 / 600 < high[0])
    True
    >>> rate_interval(np.array([[5.0], [0], [0]]), [100] * 3)
    (array([nan]), array([nan]))
    """
    sizes = np.asarray(sizes, np.float64)
    held = np.asarray((hits != 0).sum(axis=0)).ravel()
    if len(sizes) < FEWEST:
        return np.full(len(held), np.nan), np.full(len(held), np.nan)
    groups = members_of(units)
    drawn = [
        weighted_rates(weights, hits, sizes, groups) for weights in bootstrap_weights(len(sizes), draws, seed)
    ]
    low, high = np.quantile(np.vstack(drawn), [0.025, 0.975], axis=0)
    return np.where(held >= FEWEST, low, np.nan), np.where(held >= FEWEST, high, np.nan)


def members_of(units: ArrayLike | None) -> Sequence[slice | NDArray[np.int64]]:
    """The clusters of each unit; all together where there are no units."""
    if units is None:
        return [slice(None)]
    codes = np.asarray(units)
    order = np.argsort(codes, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(codes[order])) + 1)


def weighted_rates(
    weights: NDArray[np.float64],
    hits: NDArray[np.float64] | csr_array,
    sizes: NDArray[np.float64],
    groups: Sequence[slice | NDArray[np.int64]],
) -> NDArray[np.float64]:
    """The rates (draws x terms) under each row of weights; the mean over groups where there are several.

    A group that a resample leaves without a token takes no part in that resample's mean.
    """
    total = np.zeros((len(weights), hits.shape[1]))
    present = np.zeros((len(weights), 1))
    for group in groups:
        size = weights[:, group] @ sizes[group]
        there = (size > 0)[:, None]
        own = hits if len(groups) == 1 else hits[group]
        total += np.divide(weights[:, group] @ own, size[:, None], out=np.zeros_like(total), where=there)
        present += there
    return np.divide(total, present, out=np.full_like(total, np.nan), where=present > 0)
