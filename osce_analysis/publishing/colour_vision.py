"""Which colours look alike in grey print, or to a reader who is colour-blind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from matplotlib.colors import to_rgb
from numpy.typing import NDArray

ALIKE = 10.0
"""Colours nearer than this in CIE L*a*b* are taken for one where they are apart on a page."""

CHROMATIC = 15.0

# How linear red, green and blue are seen: luminance, and Machado et al. (2009) at full severity.
SEEN: dict[str, NDArray[np.float64]] = {
    "in grey": np.array([[0.2126, 0.7152, 0.0722]] * 3),
    "to a reader without red cones": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "to a reader without green cones": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "to a reader without blue cones": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = _TO_XYZ.sum(axis=1)


def confused(colours: Sequence[str]) -> list[tuple[str, str, str]]:
    """Pairs of colours that look alike, each with where it happens.

    Parameters
    ----------
    colours : sequence of str
        As matplotlib knows them.

    Returns
    -------
    list of tuple
        (colour, colour, "in grey" or to whom).

    References
    ----------
    Machado, Oliveira and Fernandes (2009), A physiologically-based model for simulation of color vision
    deficiency, IEEE Transactions on Visualization and Computer Graphics 15(6).

    Examples
    --------
    >>> confused(["#000000", "#ffffff"])
    []
    >>> confused(["#0072b2", "#d55e00"])
    [('#0072b2', '#d55e00', 'in grey')]
    """
    return [
        (first, second, where)
        for where, matrix in SEEN.items()
        for first, second in combinations(colours, 2)
        if np.linalg.norm(_lab(first, matrix) - _lab(second, matrix)) < ALIKE
    ]


def chromatic(colour: str) -> bool:
    """Whether a colour is more than a grey.

    Examples
    --------
    >>> chromatic("#8c8c8c"), chromatic("#0072b2")
    (False, True)
    """
    return bool(np.linalg.norm(_lab(colour)[1:]) > CHROMATIC)


def _lab(colour: str, matrix: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """CIE L*a*b* of a colour, as it is or as it is seen."""
    rgb = np.array(to_rgb(colour))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    if matrix is not None:
        linear = np.clip(matrix @ linear, 0, 1)
    x, y, z = _TO_XYZ @ linear / _WHITE
    f = [value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116 for value in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
