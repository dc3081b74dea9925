"""Resampling with a seed, the same in any process."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_CELLS = 4_000_000
"""Weights held at a time."""


def bootstrap_weights(n: int, draws: int, seed: int) -> Iterator[NDArray[np.float64]]:
    """How often each of `n` clusters stands in each of `draws` resamples of `n`.

    Parameters
    ----------
    n : int
        Clusters, at least one.
    draws : int
        Resamples.
    seed : int
        For numpy's default generator.

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
    block = max(1, _CELLS // n)
    for start in range(0, draws, block):
        rows = min(block, draws - start)
        chosen = generator.integers(n, size=(rows, n)) + np.arange(rows)[:, None] * n
        yield np.bincount(chosen.ravel(), minlength=rows * n).reshape(rows, n).astype(np.float64)
