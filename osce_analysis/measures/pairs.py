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
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Matrix = NDArray[np.float64]
Places = NDArray[np.int64]

_PAIRS = 256
"""Pairs resampled at a time, which bounds the memory."""


class Tallies(NamedTuple):
    """What every measure is made of: occasions that both signed, that each signed and the other could, that both
    could sign, and those shared by Newman's weight (missing where it is not asked for)."""

    shared: Matrix
    first: Matrix
    second: Matrix
    occasions: Matrix
    weight: Matrix | None = None


def tallies(incidence: ArrayLike, measure: str) -> Tallies:
    """The tallies of all pairs that a measure needs, each actors x actors."""
    array = np.asarray(incidence, np.float64)
    own = signed(array)
    weight = newman(array) if measure == "newman" else None
    return Tallies(count(array), own, own.T, occasions(array), weight)


def resampled(incidence: ArrayLike, measure: str, first: Places, second: Places, weights: Matrix) -> Matrix:
    """A measure of some pairs under each row of weights of the occasions.

    Parameters
    ----------
    incidence : array, (occasions, actors)
    measure : str
        A name in `MEASURES`.
    first, second : int array, (pairs,)
        Columns of the actors.
    weights : array, (draws, occasions)
        How often each occasion stands in each resample.

    Returns
    -------
    float array, (draws, pairs)

    Examples
    --------
    >>> resampled([[1, 1], [1, 0]], "count", np.array([0]), np.array([1]), np.array([[1.0, 1], [2, 0]]))
    array([[1.],
           [2.]])
    """
    array = np.asarray(incidence, np.float64)
    # Counts of occasions are exact in 32 bits too, which take half the time.
    counts = weights.astype(np.float32)
    ones, possible = (array == 1).astype(np.float32), ~np.isnan(array)
    each = _newman_weights(array)[:, None]
    always = possible.all()
    own = counts @ ones
    found = np.empty((len(weights), len(first)))
    for start in range(0, len(first), _PAIRS):
        place = slice(start, start + _PAIRS)
        a, b = first[place], second[place]
        both = ones[:, a] * ones[:, b]
        weight = weights @ (both * each) if measure == "newman" else None
        if always:
            own_a, own_b, could = own[:, a], own[:, b], counts.sum(axis=1, keepdims=True)
        else:
            own_a, own_b, could = (
                counts @ cells
                for cells in (
                    ones[:, a] * possible[:, b], ones[:, b] * possible[:, a], possible[:, a] & possible[:, b],
                )
            )  # fmt: skip
        shared, own_a, own_b, could = (
            sums.astype(np.float64) for sums in (counts @ both, own_a, own_b, could)
        )
        found[:, place] = FORMULAS[measure](Tallies(shared, own_a, own_b, could, weight))
    return found


def occasions(incidence: ArrayLike) -> Matrix:
    """Occasions that both actors could sign (S of a pair).

    Examples
    --------
    >>> occasions([[1, 1], [0, float("nan")]])
    array([[2., 1.], [1., 1.]])
    """
    possible = ~np.isnan(np.asarray(incidence, np.float64))
    if possible.all():
        return np.full((possible.shape[1],) * 2, float(len(possible)))
    return _product(possible, possible)


def signed(incidence: ArrayLike) -> Matrix:
    """Occasions that the first actor (row) signed while the second (column) could.

    Examples
    --------
    >>> signed([[1, 1], [1, float("nan")]])
    array([[2., 1.], [1., 1.]])
    """
    array = np.asarray(incidence, np.float64)
    ones, possible = array == 1, ~np.isnan(array)
    if possible.all():
        return np.repeat(ones.sum(axis=0)[:, None].astype(np.float64), ones.shape[1], axis=1)
    return _product(ones, possible)


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
    array = np.asarray(incidence, np.float64)
    both = (array == 1).astype(np.float64)
    return np.asarray(both.T @ (both * _newman_weights(array)[:, None]))


def jaccard(incidence: ArrayLike) -> Matrix:
    """Shared occasions of those that either signed: k / (d_i + d_j - k).

    Examples
    --------
    >>> jaccard([[1, 1], [1, 0]])[0, 1]
    np.float64(0.5)
    """
    return FORMULAS["jaccard"](tallies(incidence, "jaccard"))


def simpson(incidence: ArrayLike) -> Matrix:
    """Shared occasions of those that the less active of the two signed: k / min(d_i, d_j).

    Examples
    --------
    >>> simpson([[1, 1], [1, 0]])[0, 1]
    np.float64(1.0)
    """
    return FORMULAS["simpson"](tallies(incidence, "simpson"))


def cosine(incidence: ArrayLike) -> Matrix:
    """Shared occasions over the geometric mean of both actors' own: k / sqrt(d_i d_j).

    Examples
    --------
    >>> cosine([[1, 1], [1, 0]])[0, 1].round(4)
    np.float64(0.7071)
    """
    return FORMULAS["cosine"](tallies(incidence, "cosine"))


def kappa(incidence: ArrayLike) -> Matrix:
    """Cohen's kappa: agreement beyond chance, each actor with its own rate of signing.

    Joint absence counts as agreement; read it beside the number of occasions.

    Examples
    --------
    >>> kappa([[1, 1], [1, 1], [1, 0], [0, 0]])[0, 1]
    np.float64(0.5)
    """
    return FORMULAS["kappa"](tallies(incidence, "kappa"))


def pi(incidence: ArrayLike) -> Matrix:
    """Scott's pi: agreement beyond chance, both actors with one common rate of signing.

    Joint absence counts as agreement; read it beside the number of occasions.

    Examples
    --------
    >>> pi([[1, 1], [1, 1], [1, 0], [0, 0]])[0, 1].round(4)
    np.float64(0.4667)
    """
    return FORMULAS["pi"](tallies(incidence, "pi"))


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
    # Eight occasions to a byte: exact, and quicker than a product of floats, whose threads other work holds up.
    first, second = (np.ascontiguousarray(np.packbits(cells, axis=0).T) for cells in (left, right))
    shared = [np.bitwise_count(row & second).sum(axis=1) for row in first]
    return np.array(shared, np.float64).reshape(len(first), len(second))


def _ratio(part: Matrix, whole: Matrix) -> Matrix:
    """`part` of `whole`, NaN where there is no whole."""
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)


def _newman_weights(array: Matrix) -> Matrix:
    """1/(n - 1) of the n signatories of each occasion; 0 where there is one."""
    sizes = (array == 1).sum(axis=1).astype(np.float64)
    return np.divide(1.0, sizes - 1, out=np.zeros_like(sizes), where=sizes > 1)


def _kappa(t: Tallies) -> Matrix:
    rate_a, rate_b = _ratio(t.first, t.occasions), _ratio(t.second, t.occasions)
    return _beyond_chance(t, rate_a * rate_b + (1 - rate_a) * (1 - rate_b))


def _pi(t: Tallies) -> Matrix:
    rate = _ratio(t.first + t.second, 2 * t.occasions)
    return _beyond_chance(t, rate**2 + (1 - rate) ** 2)


def _beyond_chance(t: Tallies, expected: Matrix) -> Matrix:
    """Agreement (both or neither signed) over what chance would give; NaN where chance gives all."""
    observed = _ratio(t.occasions - t.first - t.second + 2 * t.shared, t.occasions)
    return _ratio(observed - expected, 1 - expected)


FORMULAS: Mapping[str, Callable[[Tallies], Matrix]] = {
    "count": lambda t: t.shared,
    "newman": lambda t: np.asarray(t.weight),
    "jaccard": lambda t: _ratio(t.shared, t.first + t.second - t.shared),
    "simpson": lambda t: _ratio(t.shared, np.minimum(t.first, t.second)),
    "cosine": lambda t: _ratio(t.shared, np.sqrt(t.first * t.second)),
    "kappa": _kappa,
    "pi": _pi,
}
