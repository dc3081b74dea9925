"""How alike the rows of two actors are: measures over every pair of an incidence array.

All functions take `incidence`, an array of occasions (rows) x actors (columns) with 1 for signed, 0 for not and
NaN where the actor could not sign (it was not a participating State on that day). A pair is judged on the
occasions that both could sign; all return an actors x actors array, NaN where the measure is not defined.

References
----------
Newman, M. E. J. (2001). Scientific collaboration networks. II. Physical Review E 64, 016132.
Häge, F. M. (2011). Choice or circumstance? Adjusting measures of foreign policy similarity for chance
agreement. Political Analysis 19(3), 287-305.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

Matrix = NDArray[np.float64]


def occasions(incidence: ArrayLike) -> Matrix:
    """Occasions that both actors could sign (S of a pair).

    Examples
    --------
    >>> occasions([[1, 1], [0, float("nan")]])
    array([[2., 1.], [1., 1.]])
    """
    possible = ~np.isnan(np.asarray(incidence, np.float64))
    return _product(possible, possible)


def signed(incidence: ArrayLike) -> Matrix:
    """Occasions that the first actor (row) signed while the second (column) could.

    Examples
    --------
    >>> signed([[1, 1], [1, float("nan")]])
    array([[2., 1.], [1., 1.]])
    """
    array = np.asarray(incidence, np.float64)
    return _product(array == 1, ~np.isnan(array))


def count(incidence: ArrayLike) -> Matrix:
    """Occasions that both signed.

    Examples
    --------
    >>> count([[1, 1], [1, 0]])
    array([[2., 1.], [1., 1.]])
    """
    both = np.asarray(incidence, np.float64) == 1
    return _product(both, both)


def newman(incidence: ArrayLike) -> Matrix:
    """Shared occasions, each weighted by 1/(n - 1) of its n signatories; an occasion of one counts nothing.

    Examples
    --------
    >>> newman([[1, 1, 1], [1, 1, 0]])[0]
    array([1.5, 1.5, 0.5])
    """
    both = (np.asarray(incidence, np.float64) == 1).astype(np.float64)
    sizes = both.sum(axis=1)
    weights = np.divide(1.0, sizes - 1, out=np.zeros_like(sizes), where=sizes > 1)
    return np.asarray(both.T @ (both * weights[:, None]))


def jaccard(incidence: ArrayLike) -> Matrix:
    """Shared occasions of those that either signed: k / (d_i + d_j - k).

    Examples
    --------
    >>> jaccard([[1, 1], [1, 0]])[0, 1]
    np.float64(0.5)
    """
    shared, own = count(incidence), signed(incidence)
    return _ratio(shared, own + own.T - shared)


def simpson(incidence: ArrayLike) -> Matrix:
    """Shared occasions of those that the less active of the two signed: k / min(d_i, d_j).

    Examples
    --------
    >>> simpson([[1, 1], [1, 0]])[0, 1]
    np.float64(1.0)
    """
    own = signed(incidence)
    return _ratio(count(incidence), np.minimum(own, own.T))


def cosine(incidence: ArrayLike) -> Matrix:
    """Shared occasions over the geometric mean of both actors' own: k / sqrt(d_i d_j).

    Examples
    --------
    >>> cosine([[1, 1], [1, 0]])[0, 1].round(4)
    np.float64(0.7071)
    """
    own = signed(incidence)
    return _ratio(count(incidence), np.sqrt(own * own.T))


def kappa(incidence: ArrayLike) -> Matrix:
    """Cohen's kappa: agreement beyond chance, each actor with its own rate of signing.

    Joint absence counts as agreement; read it beside the number of occasions.

    Examples
    --------
    >>> kappa([[1, 1], [1, 1], [1, 0], [0, 0]])[0, 1]
    np.float64(0.5)
    """
    total, own = occasions(incidence), signed(incidence)
    rate = _ratio(own, total)
    return _beyond_chance(incidence, rate * rate.T + (1 - rate) * (1 - rate.T))


def pi(incidence: ArrayLike) -> Matrix:
    """Scott's pi: agreement beyond chance, both actors with one common rate of signing.

    Joint absence counts as agreement; read it beside the number of occasions.

    Examples
    --------
    >>> pi([[1, 1], [1, 1], [1, 0], [0, 0]])[0, 1].round(4)
    np.float64(0.4667)
    """
    total, own = occasions(incidence), signed(incidence)
    rate = _ratio(own + own.T, 2 * total)
    return _beyond_chance(incidence, rate**2 + (1 - rate) ** 2)


MEASURES: Mapping[str, Callable[[ArrayLike], Matrix]] = {
    "count": count,
    "newman": newman,
    "jaccard": jaccard,
    "simpson": simpson,
    "cosine": cosine,
    "kappa": kappa,
    "pi": pi,
}
"""The measures of agreement by name."""


def _product(left: NDArray[np.bool_], right: NDArray[np.bool_]) -> Matrix:
    """Occasions on which the first holds for the one actor and the second for the other."""
    return np.asarray(left.T.astype(np.float64) @ right.astype(np.float64))


def _ratio(part: Matrix, whole: Matrix) -> Matrix:
    """`part` of `whole`, NaN where there is no whole."""
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)


def _beyond_chance(incidence: ArrayLike, expected: Matrix) -> Matrix:
    """Agreement (both or neither signed) over what chance would give; NaN where chance gives all."""
    total, own, shared = occasions(incidence), signed(incidence), count(incidence)
    observed = _ratio(total - own - own.T + 2 * shared, total)
    return _ratio(observed - expected, 1 - expected)
