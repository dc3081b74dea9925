"""The bipartite configuration model: how likely each actor is to sign each occasion, given both margins only.

q = x y / (1 + x y), with one x for each actor and one y for each occasion, so that the expected sums of all rows
and columns are those observed. Cells that could not be signed take no part.

References
----------
Saracco, F., Di Clemente, R., Gabrielli, A. and Squartini, T. (2015). Randomizing bipartite networks: the case of
the World Trade Web. Scientific Reports 5, 10595.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Matrix = NDArray[np.float64]

_CLOSE = 1e-9
"""How near the expected sums must come to those observed."""

_STEPS = 500


class Kinds(NamedTuple):
    """Probabilities for each kind of occasion: occasions with one sum that the same actors could sign are alike.

    probability (actors x kinds; NaN where the actor could not sign), times (occasions of each kind), kind (of each
    occasion).
    """

    probability: Matrix
    times: NDArray[np.int64]
    kind: NDArray[np.int64]


class Margins(NamedTuple):
    """Sums of the kinds of actors and occasions, how many there are of each, and who could sign what."""

    rows: Matrix
    columns: Matrix
    row_times: Matrix
    column_times: Matrix
    possible: NDArray[np.bool_]


def configuration(incidence: ArrayLike) -> Kinds:
    """Solve the model for an array of occasions x actors.

    Actors and occasions without or with every possible signature are certain: they are taken off first, again and
    again; the rest is solved once for each kind.

    Parameters
    ----------
    incidence : array, (occasions, actors)
        1 signed, 0 not, NaN could not sign.

    Returns
    -------
    Kinds
        Probabilities by kind of occasion.

    Raises
    ------
    ValueError
        Where the sums cannot be met, which an observed array never gives.

    Examples
    --------
    >>> found = configuration([[0, 0, 1], [0, 1, 0], [1, 0, 1]])
    >>> found.probability[:, found.kind].round(3)
    array([[0.216, 0.216, 0.568],
           [0.216, 0.216, 0.568],
           [0.568, 0.568, 0.863]])
    """
    array = np.asarray(incidence, np.float64)
    possible, signed = ~np.isnan(array), array == 1
    times, kind, first = _alike(possible, signed.sum(axis=1))
    _, actor, chosen = _alike(possible[first].T, signed.sum(axis=0))
    margins = Margins(
        signed.sum(axis=0)[chosen].astype(np.float64),
        signed.sum(axis=1)[first].astype(np.float64),
        np.bincount(actor).astype(np.float64),
        times.astype(np.float64),
        possible[np.ix_(first, chosen)].T,
    )
    probability = _solved(margins)[actor]
    return Kinds(np.where(possible[first].T, probability, np.nan), times, kind)


def _alike(
    possible: NDArray[np.bool_], sums: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Kinds of rows with one pattern and one sum: how many, of which kind each row is, the first of each."""
    rows = np.hstack(
        [np.packbits(possible, axis=1), sums[:, None].astype(">i8").view(np.uint8).reshape(len(sums), 8)]
    )
    _, first, kind, times = np.unique(
        rows, axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    return times, kind.ravel(), first


def _solved(margins: Margins) -> Matrix:
    """Probabilities by kind of actor (rows) and kind of occasion (columns)."""
    found = np.zeros(margins.possible.shape)
    rows, columns = margins.rows.copy(), margins.columns.copy()
    left = margins.possible.copy()
    while True:
        room_rows, room_columns = left @ margins.column_times, margins.row_times @ left
        full = left & ((rows == room_rows)[:, None] | (columns == room_columns)[None, :])
        empty = left & ((rows == 0)[:, None] | (columns == 0)[None, :])
        if not (full | empty).any():
            break
        found[full] = 1.0
        rows -= full @ margins.column_times
        columns -= margins.row_times @ full
        left &= ~(full | empty)
    alive_rows, alive_columns = left.any(axis=1), left.any(axis=0)
    if alive_rows.any():
        rest = Margins(
            rows[alive_rows],
            columns[alive_columns],
            margins.row_times[alive_rows],
            margins.column_times[alive_columns],
            left[np.ix_(alive_rows, alive_columns)],
        )
        found[left] = _fitted(rest)[rest.possible]
    return found


def _fitted(margins: Margins) -> Matrix:
    """Newton's method on the likelihood, which is concave in log x and log y."""
    weight = margins.possible * np.outer(margins.row_times, margins.column_times)
    total = np.sqrt(margins.row_times @ margins.rows)
    x, y = np.log(margins.rows / total), np.log(margins.columns / total)
    for _ in range(_STEPS):
        probability = 1 / (1 + np.exp(-(x[:, None] + y)))
        expected = weight * probability
        off_rows = margins.row_times * margins.rows - expected.sum(axis=1)
        off_columns = margins.column_times * margins.columns - expected.sum(axis=0)
        if (
            max(np.abs(off_rows / margins.row_times).max(), np.abs(off_columns / margins.column_times).max())
            < _CLOSE
        ):
            return probability
        step_x, step_y = _newton(expected * (1 - probability), off_rows, off_columns)
        size, start = 1.0, _likelihood(x, y, weight, margins)
        while (
            _likelihood(x + size * step_x, y + size * step_y, weight, margins) < start - 1e-9 and size > 1e-9
        ):
            size /= 2
        x, y = x + size * step_x, y + size * step_y
    raise ValueError(
        "The sums of actors and occasions cannot be met together: the configuration model has no solution."
    )


def _newton(curvature: Matrix, off_rows: Matrix, off_columns: Matrix) -> tuple[Matrix, Matrix]:
    """The step: occasions are eliminated, and what one constant may be moved between x and y for is left at 0."""
    by_column = curvature.sum(axis=0)
    reduced = np.diag(curvature.sum(axis=1)) - (curvature / by_column) @ curvature.T
    step_x = np.linalg.lstsq(reduced, off_rows - (curvature / by_column) @ off_columns, rcond=1e-12)[0]
    return step_x, (off_columns - curvature.T @ step_x) / by_column


def _likelihood(x: Matrix, y: Matrix, weight: Matrix, margins: Margins) -> float:
    """The log-likelihood of log x and log y."""
    told = margins.row_times * margins.rows @ x + margins.column_times * margins.columns @ y
    return float(told - (weight * np.logaddexp(0, x[:, None] + y)).sum())
