"""p-values of many comparisons, adjusted; missing ones stay missing and do not count as comparisons."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray


def holm(p: ArrayLike) -> NDArray[np.float64]:
    """Adjust p-values by Holm's method (family-wise error).

    Parameters
    ----------
    p : array
        Raw p-values; NaN where a comparison could not be made.

    Returns
    -------
    float array
        In the same order.

    References
    ----------
    Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of
    Statistics 6, 65-70.

    Examples
    --------
    >>> holm([0.01, float("nan"), 0.04, 0.03])
    array([0.03,  nan, 0.06, 0.06])
    """
    raw, order = _sorted(p)
    factors = len(order) - np.arange(len(order))
    return _restored(raw, order, np.maximum.accumulate(raw[order] * factors))


def benjamini_hochberg(p: ArrayLike) -> NDArray[np.float64]:
    """Adjust p-values by Benjamini and Hochberg's method (false discovery rate).

    Parameters
    ----------
    p : array
        Raw p-values; NaN where a comparison could not be made.

    Returns
    -------
    float array
        In the same order.

    References
    ----------
    Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal
    Statistical Society B 57, 289-300.

    Examples
    --------
    >>> benjamini_hochberg([0.01, float("nan"), 0.04, 0.03])
    array([0.03,  nan, 0.04, 0.04])
    """
    raw, order = _sorted(p)
    factors = len(order) / np.arange(1, len(order) + 1)
    return _restored(raw, order, np.minimum.accumulate((raw[order] * factors)[::-1])[::-1])


CORRECTIONS: Mapping[str | None, Callable[[ArrayLike], NDArray[np.float64]]] = {
    "holm": holm,
    "bh": benjamini_hochberg,
    None: lambda p: np.asarray(p, np.float64),
}
"""The corrections by the names that options give them."""


def _sorted(p: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The p-values, and the places of those present from small to large."""
    raw = np.asarray(p, np.float64)
    order = np.argsort(raw, kind="stable")
    return raw, order[: int((~np.isnan(raw)).sum())]


def _restored(
    raw: NDArray[np.float64], order: NDArray[np.int64], adjusted: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Adjusted values in the order of the raw ones, none above 1."""
    result = np.full(raw.shape, np.nan)
    result[order] = np.minimum(adjusted, 1.0)
    return result
