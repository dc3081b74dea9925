"""Whether two sides differ by more than their statements differ among themselves: exchange and bootstrap.

In all functions `hits` is an array of clusters x terms (sparse or not), `sizes` what is counted over in each
cluster, `in_target` which of the two sides a cluster is on, and `units`, where given, the owner of each cluster:
a side's rate is then the mean of its units' rates instead of one pooled rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from osce_analysis.measures.intervals import FEWEST, members_of, weighted_rates
from osce_analysis.measures.resampling import bootstrap_weights, exchanges

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Array = NDArray[np.float64]
_BLOCK = 512
"""Terms taken at a time."""
_ROUNDING = 1e-9
"""Two differences that are equal but for rounding count as equal."""


def rate_difference_p(
    hits: Array | csr_array,
    sizes: ArrayLike,
    in_target: ArrayLike,
    *,
    units: ArrayLike | None = None,
    strata: ArrayLike | None = None,
    draws: int = 999,
    seed: int = 0,
) -> tuple[Array, Array]:
    """Two-sided permutation p-values of the difference of the two rates, alone and over all terms.

    Parameters
    ----------
    hits, sizes, in_target, units
        See the module.
    strata : int array, (clusters,), optional
        Clusters are exchanged within a stratum only.
    draws : int
        Exchanges; no p is smaller than 1 / (draws + 1).
    seed : int
        The same seed gives the same values in any process.

    Returns
    -------
    p, p_adjusted : float arrays, (terms,)
        The second by maxT: the share of exchanges in which any term reaches this one's difference, each
        difference over its own standard deviation under exchange.

    References
    ----------
    Westfall, P. H. and Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.
    Phipson, B. and Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in
    Genetics and Molecular Biology 9(1), 39.

    Examples
    --------
    >>> hits = np.array([[5.0, 1], [4, 1], [6, 1], [5, 1], [0, 1], [0, 1], [1, 1], [0, 1]])
    >>> p, adjusted = rate_difference_p(hits, [100] * 8, [True] * 4 + [False] * 4)
    >>> bool(p[0] < 0.05), float(p[1])
    (True, 1.0)
    """
    from scipy.sparse import csc_array

    columns, sizes = csc_array(hits), np.asarray(sizes, np.float64)
    observed = np.asarray(in_target, np.float64)[:, None]
    labels = np.hstack([observed, exchanges(in_target, draws, seed, strata)])
    groups = [np.arange(len(sizes))[group] for group in members_of(units)]
    raised = np.zeros((2, columns.shape[1]))
    largest = np.zeros(draws)
    for first in range(0, columns.shape[1], _BLOCK):
        block = slice(first, first + _BLOCK)
        difference = np.abs(_differences(columns[:, block].T.tocsr(), sizes, labels, groups))
        spread = np.sqrt((difference[:, 1:] ** 2).mean(axis=1, keepdims=True))
        raised[0, block] = (difference[:, 1:] >= difference[:, :1] * (1 - _ROUNDING)).sum(axis=1)
        difference /= np.where(spread > 0, spread, np.inf)
        raised[1, block] = difference[:, 0]
        largest = np.maximum(largest, difference[:, 1:].max(axis=0, initial=0))
    beyond = draws - np.searchsorted(np.sort(largest), raised[1] * (1 - _ROUNDING))
    return (1 + raised[0]) / (1 + draws), (1 + beyond) / (1 + draws)


def log_ratio_bootstrap(
    hits: Array,
    sizes: ArrayLike,
    in_target: ArrayLike,
    *,
    units: ArrayLike | None = None,
    strata: ArrayLike | None = None,
    floors: tuple[float, float] | None = None,
    draws: int = 999,
    seed: int = 0,
) -> tuple[Array, Array]:
    """Percentile bootstrap interval of the log ratio, whole clusters drawn within each side (and stratum).

    Parameters
    ----------
    hits, sizes, in_target, units
        See the module.
    strata : int array, (clusters,), optional
        From each stratum of a side as many clusters are drawn as it has.
    floors : pair of floats, optional
        The rates of half a hit in target and reference, which stand for a resample without the term; by default
        half a hit over the sum of `sizes`, which are then tokens.
    draws, seed
        Resamples; the same seed gives the same interval in any process.

    Returns
    -------
    low, high : float arrays, (terms,)
        NaN where fewer than five clusters of both sides hold the term, or one side has none of it: there the
        ratio has no bound that its clusters could tell.

    Examples
    --------
    >>> hits = np.array([[5.0], [4], [6], [5], [1], [2], [1], [2]])
    >>> low, high = log_ratio_bootstrap(hits, [100] * 8, [True] * 4 + [False] * 4)
    >>> bool(low[0] < np.log2(20 / 6) < high[0])
    True
    """
    sizes, inside = np.asarray(sizes, np.float64), np.asarray(in_target, np.bool_)
    drawn = []
    for offset, side in enumerate((inside, ~inside)):
        own = None if strata is None else np.asarray(strata)[side]
        groups = members_of(None if units is None else np.asarray(units)[side])
        weights = bootstrap_weights(int(side.sum()), draws, 2 * seed + offset, own)
        rates = [weighted_rates(block, hits[side], sizes[side], groups) for block in weights]
        # A resample that misses the term counts half a hit, as in the log ratio itself.
        floor = 0.5 / sizes[side].sum() if floors is None else floors[offset]
        drawn.append(np.maximum(np.vstack(rates), floor))
    low, high = np.quantile(np.log2(drawn[0] / drawn[1]), [0.025, 0.975], axis=0)
    held = np.asarray(hits) != 0
    judged = (held.sum(axis=0) >= FEWEST) & held[inside].any(axis=0) & held[~inside].any(axis=0)
    return np.where(judged, low, np.nan), np.where(judged, high, np.nan)


def _differences(terms: csr_array, sizes: Array, labels: Array, groups: list[NDArray[np.int64]]) -> Array:
    """Rate in the target less rate in the rest (terms x draws) under each column of labels."""
    sums = np.zeros((2, terms.shape[0], labels.shape[1]))
    present = np.zeros((2, labels.shape[1]))
    for group in groups:
        own, here = terms if len(groups) == 1 else terms[:, group], labels[group]
        inside, size = own @ here, sizes[group] @ here
        rest, left = own.sum(axis=1)[:, None] - inside, sizes[group].sum() - size
        for side, (count, over) in enumerate(((inside, size), (rest, left))):
            sums[side] += np.divide(count, over, out=np.zeros_like(count), where=over > 0)
            present[side] += over > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        target, rest = sums / present[:, None, :]
    return np.asarray(target - rest)
