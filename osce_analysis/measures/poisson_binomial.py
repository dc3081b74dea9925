"""The upper tail of a sum of independent yes-or-no trials, each with a probability of its own."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Vector = NDArray[np.float64]

_NEGLIGIBLE = 45.0
"""Mass below exp(-45) of the whole, 3e-20, is out of the reach of a double."""

_STEPS = 100


def upper_tail(probabilities: ArrayLike, times: ArrayLike, least: int) -> float:
    """P(X >= least) of a Poisson-binomial X, as the sum of its probability mass.

    The trials are tilted so that `least` becomes their mean: the masses that are summed are then the largest
    ones, and a small p keeps its digits (1e-30 is 1e-30, not the rounding of 1 - 1).

    Parameters
    ----------
    probabilities : float array, (kinds,)
        Of success, one for each kind of trial.
    times : int array, (kinds,)
        Trials of each kind.
    least : int
        Successes.

    Returns
    -------
    float
        Between 0 and 1.

    References
    ----------
    Hong, Y. (2013). On computing the distribution function for the Poisson binomial distribution.
    Computational Statistics and Data Analysis 59, 41-51.

    Examples
    --------
    >>> round(upper_tail([0.5, 0.2], [2, 1], 3), 12), upper_tail([0.5, 0.2], [2, 1], 0)
    (0.05, 1.0)
    """
    p, n = np.asarray(probabilities, np.float64), np.asarray(times, np.float64)
    least -= round(float(n[p >= 1].sum()))
    p, n = p[(p > 0) & (p < 1)], n[(p > 0) & (p < 1)]
    total = round(float(n.sum()))
    if least <= 0:
        return 1.0
    if least >= total:
        return float(np.exp((n * np.log(p)).sum())) if least == total else 0.0
    odds = np.log(p) - np.log1p(-p)
    tilt = _tilt(odds, n, least) if n @ p < least else 0.0
    tilted = _chances(odds + tilt)
    first, masses = _masses(tilted, n)
    counts = first + np.arange(len(masses))
    upper = counts >= least
    # Of a mass under the tilt, the mass itself: times exp(-tilt x) and the tilt's normalisation.
    scale = float(n @ np.logaddexp(np.log1p(-p), np.log(p) + tilt)) - tilt * least
    found = np.exp(scale) * (masses[upper] * np.exp(-tilt * (counts[upper] - least))).sum()
    return float(min(found, 1.0))


def _chances(odds: Vector) -> Vector:
    """Probabilities from their log-odds, the smallest too."""
    return np.asarray(np.exp(-np.logaddexp(0, -odds)))


def _tilt(odds: Vector, times: Vector, mean: int) -> float:
    """The shift of the log-odds under which the sum has this mean: by bisection."""
    low, high = 0.0, 1.0
    while times @ _chances(odds + high) < mean:
        low, high = high, 2 * high
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if times @ _chances(odds + middle) < mean:
            low = middle
        else:
            high = middle
        if high - low < 1e-6:
            break
    return (low + high) / 2


def _masses(p: Vector, times: Vector) -> tuple[int, Vector]:
    """The probability masses around the mean, and the count of the first of them.

    They come from the characteristic function, over a window outside of which Bernstein's inequality leaves
    less than a double can hold.
    """
    total, mean, variance = round(float(times.sum())), float(times @ p), float(times @ (p * (1 - p)))
    reach = _NEGLIGIBLE / 3 + np.sqrt((_NEGLIGIBLE / 3) ** 2 + 2 * _NEGLIGIBLE * variance)
    first = max(0, int(np.floor(mean - reach)))
    length = min(total, int(np.ceil(mean + reach))) - first + 1
    angles = 2j * np.pi * np.arange(length // 2 + 1) / length
    transformed = np.exp(times @ np.log1p(p[:, None] * np.expm1(-angles)) + angles * first)
    return first, np.maximum(np.fft.irfft(transformed, length), 0.0)
