"""How strongly a term belongs to one of two sides.

In all functions `a` and `b` are the hits in target and reference, `c` and `d` their tokens, counted over the
same tokens. Arrays are taken term by term.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from osce_analysis.measures.intervals import Z

Array = NDArray[np.float64]


def log_likelihood(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Array:
    """G2 over the four cells of hits and other tokens, positive where the target uses the term more.

    Parameters
    ----------
    a, b, c, d : arrays
        Hits in target and reference; tokens of target and reference.

    Returns
    -------
    float array
        Signed G2; NaN where a side has no token. UCREL's form sums two cells only and gives less.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational
    Linguistics 19(1), 61-74.

    Examples
    --------
    >>> log_likelihood(700, 200, 1000, 1000).round(4)
    np.float64(530.0218)
    """
    a, b, c, d = _floats(a, b, c, d)
    total, hits = c + d, a + b
    with np.errstate(divide="ignore", invalid="ignore"):
        cells = (
            _cell(a, c * hits / total)
            + _cell(b, d * hits / total)
            + _cell(c - a, c * (total - hits) / total)
            + _cell(d - b, d * (total - hits) / total)
        )
        value = np.sign(a / c - b / d) * 2 * np.maximum(cells, 0)
    return np.asarray(np.where((c > 0) & (d > 0), value, np.nan))[()]


def log_likelihood_p(g2: ArrayLike) -> Array:
    """The p-value of G2 with one degree of freedom; by tokens, so too small for statements.

    Examples
    --------
    >>> log_likelihood_p(19.7634).round(7)
    np.float64(8.8e-06)
    """
    from scipy.special import erfc

    return np.asarray(erfc(np.sqrt(np.abs(np.asarray(g2, np.float64)) / 2)))[()]


def log_ratio(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Array:
    """Binary logarithm of the ratio of the rates; 1 means twice as often in the target.

    Parameters
    ----------
    a, b, c, d : arrays
        Hits in target and reference; tokens of target and reference.

    Returns
    -------
    float array
        A count of zero is taken as 0.5; NaN where neither side has the term or a side has no token.

    References
    ----------
    Hardie, A. (2014). Log Ratio: an informal introduction. CASS blog, Lancaster University.

    Examples
    --------
    >>> log_ratio([10, 100], [0, 50], [10_000, 1_000_000], [10_000, 1_000_000]).round(4)
    array([4.3219, 1.    ])
    """
    a, b, c, d = _halved(a, b, c, d)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.log2((a / c) / (b / d)))[()]


def log_ratio_interval(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> tuple[Array, Array]:
    """The analytic 95 % interval of the log ratio, tokens taken as independent (so too narrow for speeches).

    Examples
    --------
    >>> low, high = log_ratio_interval(100, 50, 1_000_000, 1_000_000)
    >>> low.round(4), high.round(4)
    (np.float64(0.5103), np.float64(1.4897))
    """
    value = log_ratio(a, b, c, d)
    a, b, c, d = _halved(a, b, c, d)
    with np.errstate(divide="ignore", invalid="ignore"):
        half = Z * np.sqrt(1 / a - 1 / c + 1 / b - 1 / d) / np.log(2)
    return value - half, value + half


def percent_difference(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Array:
    """Difference of the rates in per cent of the reference's; infinite where the reference has none.

    Code derived from UCREL's divides by 1e-18 there and gives a very large number instead.

    Examples
    --------
    >>> percent_difference([100, 1, 0], [50, 0, 0], 1_000_000, 1_000_000)
    array([100.,  inf,  nan])
    """
    a, b, c, d = _floats(a, b, c, d)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(100 * (a / c - b / d) / (b / d))[()]


def log_odds(
    a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike, prior: ArrayLike, prior_total: float | None = None
) -> tuple[Array, Array]:
    """Log-odds ratio shrunk by a Dirichlet prior ("Fightin' Words"): a score, not a test.

    Parameters
    ----------
    a, b, c, d : arrays
        Hits in target and reference; tokens of target and reference.
    prior : array
        Prior count of each term (see `background_prior`).
    prior_total : float, optional
        Sum of the prior over the whole vocabulary; by default over the terms given.

    Returns
    -------
    delta, z : float arrays
        The difference of the log-odds, and the same over its standard deviation.

    References
    ----------
    Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008). Fightin' words: lexical feature selection and
    evaluation for identifying the content of political conflict. Political Analysis 16(4), 372-403.

    Examples
    --------
    >>> delta, z = log_odds([1, 2], [0, 2], 9, 9, prior=[0.05, 0.05], prior_total=0.55)
    >>> z.round(4)
    array([0.6894, 0.    ])
    """
    a, b, c, d, prior = _floats(a, b, c, d, prior)
    p0 = float(prior.sum()) if prior_total is None else prior_total
    with np.errstate(divide="ignore", invalid="ignore"):
        delta = np.log((a + prior) / (c + p0 - a - prior)) - np.log((b + prior) / (d + p0 - b - prior))
        z = delta / np.sqrt(1 / (a + prior) + 1 / (b + prior))
    return np.asarray(delta)[()], np.asarray(z)[()]


def background_prior(counts: ArrayLike, strength: float) -> Array:
    """Prior counts in the proportions of a background, `strength` words in all.

    Parameters
    ----------
    counts : array
        Hits of every term of the vocabulary in the background; zero is taken as 0.5.
    strength : float
        How many words the prior weighs as much as (p0).

    Examples
    --------
    >>> background_prior([3, 1, 0], 9)
    array([6., 2., 1.])
    """
    counts = np.maximum(np.asarray(counts, np.float64), 0.5)
    return np.asarray(strength * counts / counts.sum())


def _floats(*arrays: ArrayLike) -> tuple[Array, ...]:
    return tuple(np.broadcast_arrays(*(np.asarray(array, np.float64) for array in arrays)))


def _halved(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> tuple[Array, Array, Array, Array]:
    """The counts with 0.5 for zero; NaN where neither side has the term, or a side no token."""
    a, b, c, d = _floats(a, b, c, d)
    judged = ((a > 0) | (b > 0)) & (c > 0) & (d > 0)
    return np.where(judged, np.maximum(a, 0.5), np.nan), np.where(judged, np.maximum(b, 0.5), np.nan), c, d


def _cell(observed: Array, expected: Array) -> Array:
    """O ln(O/E), zero where nothing was observed."""
    return np.where(observed > 0, observed * np.log(observed / expected), 0.0)
