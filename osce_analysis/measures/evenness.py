"""How evenly a term is spread over the parts of a corpus, and how varied the words of a text are.

`hits` is an array of parts, or of parts x terms; `sizes` holds the tokens of each part. Parts without a token
are left out.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def dp(hits: ArrayLike, sizes: ArrayLike) -> Array:
    """Gries's deviation of proportions: 0 where each part has its share of the hits, towards 1 where one has all.

    Returns
    -------
    float or float array, (terms,)
        NaN for a term without a hit.

    References
    ----------
    Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus
    Linguistics 13(4), 403-437.

    Examples
    --------
    >>> dp([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(4)
    np.float64(0.18)
    """
    hits, sizes = _parts(hits, sizes)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.abs(hits / hits.sum(axis=0) - sizes / sizes.sum()).sum(axis=0) / 2)[()]


def dp_norm(hits: ArrayLike, sizes: ArrayLike) -> Array:
    """DP over the largest value that it can take with these parts: DP / (1 - smallest share).

    References
    ----------
    Lijffijt, J. and Gries, S. Th. (2012). Correction to "Dispersions and adjusted frequencies in corpora".
    International Journal of Corpus Linguistics 17(1), 147-149.

    Examples
    --------
    >>> dp_norm([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(4)
    np.float64(0.2195)
    """
    _, parts = _parts(hits, sizes)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(dp(hits, sizes) / (1 - (parts / parts.sum()).min(initial=1)))[()]


def juilland_d(hits: ArrayLike, sizes: ArrayLike) -> Array:
    """Juilland's D on the rates of the parts: 1 where all are alike, 0 where one part has all.

    Returns
    -------
    float or float array, (terms,)
        NaN for a term without a hit, or with a single part.

    References
    ----------
    Juilland, A. and Chang-Rodríguez, E. (1964). Frequency Dictionary of Spanish Words. Mouton.

    Examples
    --------
    >>> juilland_d([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(4)
    np.float64(0.7852)
    """
    hits, sizes = _parts(hits, sizes)
    rates = hits / sizes
    if len(rates) < 2:
        return np.full(rates.shape[1:], np.nan)[()]
    with np.errstate(divide="ignore", invalid="ignore"):
        variation = rates.std(axis=0) / rates.mean(axis=0)
    return np.asarray(1 - variation / np.sqrt(len(rates) - 1))[()]


def mtld(words: Sequence[Hashable], threshold: float = 0.72) -> float:
    """Lexical diversity: the mean length of the stretches whose type-token ratio stays at the threshold.

    Parameters
    ----------
    words : sequence
        Tokens in order.
    threshold : float
        A stretch ends when its ratio falls below this (some programs end it at the value itself).

    Returns
    -------
    float
        The mean of the forward and the backward reading; NaN where no word comes back.

    References
    ----------
    McCarthy, P. M. and Jarvis, S. (2010). MTLD, vocd-D, and HD-D. Behavior Research Methods 42(2), 381-392.

    Examples
    --------
    >>> mtld("a b a b".split()), mtld("a b c d".split())
    (4.0, nan)
    """
    return (_stretch(words, threshold) + _stretch(words[::-1], threshold)) / 2


def _stretch(words: Sequence[Hashable], threshold: float) -> float:
    """Mean length of the stretches in one direction; the last one counts by how far it got."""
    factors = 0.0
    types: set[Hashable] = set()
    tokens = 0
    for word in words:
        types.add(word)
        tokens += 1
        if len(types) / tokens < threshold:
            factors += 1
            types, tokens = set(), 0
    if tokens:
        factors += (1 - len(types) / tokens) / (1 - threshold)
    return len(words) / factors if factors else float("nan")


def _parts(hits: ArrayLike, sizes: ArrayLike) -> tuple[Array, Array]:
    """Hits and sizes of the parts that hold a token, shaped so that one divides the other."""
    hits, sizes = np.asarray(hits, np.float64), np.asarray(sizes, np.float64)
    hits, sizes = hits[sizes > 0], sizes[sizes > 0]
    return hits, sizes.reshape(-1, *[1] * (hits.ndim - 1))
