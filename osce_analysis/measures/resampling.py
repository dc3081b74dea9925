"""Resampling with a seed, the same in any process."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike, NDArray

_CELLS = 4_000_000
"""Weights held at a time."""


def bootstrap_weights(
    n: int, draws: int, seed: int, strata: ArrayLike | None = None
) -> Iterator[NDArray[np.float64]]:
    """How often each of `n` clusters stands in each of `draws` resamples of `n`.

    Parameters
    ----------
    n : int
        Clusters, at least one.
    draws : int
        Resamples.
    seed : int
        For numpy's default generator.
    strata : int array, (n,), optional
        Draw from each stratum as many as it has.

    Yields
    ------
    float array, (some draws, n)
        In blocks that bound the memory; each row sums to `n`.

    Examples
    --------
    >>> blocks = list(bootstrap_weights(4, 3, seed=0))
    >>> np.vstack(blocks).shape, np.vstack(blocks).sum(axis=1).tolist()
    ((3, 4), [4.0, 4.0, 4.0])
    """
    generator = np.random.default_rng(seed)
    codes = np.zeros(n, np.int64) if strata is None else np.asarray(strata)
    order = np.argsort(codes, kind="stable")
    sizes = np.unique(codes, return_counts=True)[1]
    first, size = np.repeat(np.cumsum(sizes) - sizes, sizes), np.repeat(sizes, sizes)
    block = max(1, _CELLS // n)
    for start in range(0, draws, block):
        rows = min(block, draws - start)
        chosen = order[first + generator.integers(size, size=(rows, n))] + np.arange(rows)[:, None] * n
        yield np.bincount(chosen.ravel(), minlength=rows * n).reshape(rows, n).astype(np.float64)


def exchanges(
    in_target: ArrayLike, draws: int, seed: int, strata: ArrayLike | None = None
) -> NDArray[np.float64]:
    """Which clusters are in the target when the two sides are exchanged at random.

    Parameters
    ----------
    in_target : bool array, (n,)
        As observed.
    draws : int
        Exchanges.
    seed : int
        For numpy's default generator.
    strata : int array, (n,), optional
        Exchange within each stratum only.

    Returns
    -------
    float array, (n, draws)
        1 in the target, 0 not; each side keeps its number of clusters, in each stratum.

    Examples
    --------
    >>> exchanges([True, False, False], 4, seed=0).sum(axis=0).tolist()
    [1.0, 1.0, 1.0, 1.0]
    """
    observed = np.asarray(in_target, np.float64)
    codes = np.zeros(len(observed), np.int64) if strata is None else np.asarray(strata)
    labels = np.repeat(observed[:, None], draws, axis=1)
    generator = np.random.default_rng(seed)
    order = np.argsort(codes, kind="stable")
    for members in np.split(order, np.flatnonzero(np.diff(codes[order])) + 1):
        labels[members] = generator.permuted(labels[members], axis=0)
    return labels
