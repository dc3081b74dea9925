"""How strongly two words attract one another (collocations).

`joint` is how often they stand together, `f_x` and `f_y` how often each stands at all, `total` the tokens.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def log_dice(joint: ArrayLike, f_x: ArrayLike, f_y: ArrayLike) -> Array:
    """14 + log2 of the Dice coefficient: at most 14, and comparable between corpora of any size.

    References
    ----------
    Rychlý, P. (2008). A lexicographer-friendly association score. RASLAN 2008, 6-9.

    Examples
    --------
    >>> log_dice(500, 1000, 1500).round(4)
    np.float64(12.6781)
    """
    joint, f_x, f_y = (np.asarray(array, np.float64) for array in (joint, f_x, f_y))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(14 + np.log2(2 * joint / (f_x + f_y)))[()]


def expected(f_x: ArrayLike, f_y: ArrayLike, total: ArrayLike, span: float = 1) -> Array:
    """How often two words would stand together by chance: f_x f_y span / total.

    Parameters
    ----------
    f_x, f_y, total : arrays
        Hits of each word; tokens.
    span : float
        Places looked at around each hit; 1 for adjacent words.

    Examples
    --------
    >>> expected(1000, 1500, 1_000_000, span=10)
    np.float64(15.0)
    """
    f_x, f_y, total = (np.asarray(array, np.float64) for array in (f_x, f_y, total))
    return np.asarray(f_x * f_y * span / total)[()]


def mutual_information(
    joint: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, total: ArrayLike, span: float = 1
) -> Array:
    """Binary logarithm of observed over expected; it rewards rare words, so set a least count.

    References
    ----------
    Church, K. W. and Hanks, P. (1990). Word association norms, mutual information, and lexicography.
    Computational Linguistics 16(1), 22-29.

    Examples
    --------
    >>> mutual_information(20, [42, 15019], [20, 15629], 14307668).round(2)
    array([18.38,  0.29])
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.log2(np.asarray(joint, np.float64) / expected(f_x, f_y, total, span)))[()]


def npmi(joint: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, total: ArrayLike, span: float = 1) -> Array:
    """Mutual information over its own maximum: -1 never together, 0 by chance, 1 always together.

    References
    ----------
    Bouma, G. (2009). Normalized (pointwise) mutual information in collocation extraction. GSCL 2009, 31-40.

    Examples
    --------
    >>> npmi([20, 0], 42, 20, 14307668).round(4)
    array([ 0.945, -1.   ])
    """
    joint = np.asarray(joint, np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = mutual_information(joint, f_x, f_y, total, span) / -np.log2(joint / np.asarray(total))
    value = np.where(joint == total, 1.0, value)
    return np.asarray(np.where(joint == 0, -1.0, value))[()]


def t_score(joint: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, total: ArrayLike, span: float = 1) -> Array:
    """Observed less expected, over the square root of observed; it rewards frequent words.

    References
    ----------
    Church, K., Gale, W., Hanks, P. and Hindle, D. (1991). Using statistics in lexical analysis. In Zernik, U.
    (ed.), Lexical Acquisition, 115-164.

    Examples
    --------
    >>> t_score([8, 20], [15828, 42], [4675, 20], 14307668).round(4)
    array([0.9999, 4.4721])
    """
    joint = np.asarray(joint, np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray((joint - expected(f_x, f_y, total, span)) / np.sqrt(joint))[()]
