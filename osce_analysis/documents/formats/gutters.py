"""The gutters between columns that stand close together: line after line begins at one place behind them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from osce_analysis.documents.formats.pdf_words import Word

NARROWEST = 0.35  # of a line's height
_ROWS = 6  # words within lines hardly begin at one place in so many
_GAP = 2.5  # heights: so far from each other rows are of one column no more
_CELLS = 800  # a page is looked at in so many stretches at most
_STEP = 1.0  # points, at least
_AT_ONE_PLACE = 2  # stretches

Grid = npt.NDArray[np.bool_]


def parted_at_gutters(rows: Sequence[list[Word]]) -> list[list[list[Word]]]:
    """Each row's words, parted where a gutter is.

    Parameters
    ----------
    rows : sequence of lists of Word
        From the top of a page, each from the left.

    Returns
    -------
    list of lists of lists of Word
        One list for each row, with its words in one or more lists.

    Examples
    --------
    >>> row = [Word("one", 0, 20, 0, 10), Word("two", 28, 48, 0, 10)]
    >>> len(parted_at_gutters([row])[0]), len(parted_at_gutters([row] * 8)[0])
    (1, 2)
    """
    start = min(row[0].left for row in rows)
    width = max(word.right for row in rows for word in row) - start
    step = max(width / _CELLS, _STEP)
    gutters = _gutters(rows, start, step, int(width / step) + 2)
    if not gutters.any():
        return [[row] for row in rows]
    return [_parted(row, free, start, step) for row, free in zip(rows, gutters, strict=True)]


def _gutters(rows: Sequence[list[Word]], start: float, step: float, cells: int) -> Grid:
    """What of each row is right before a place where lines on end begin, words on their left."""
    covered, begins, on_left = (np.zeros((len(rows), cells), dtype=bool) for _ in range(3))
    for number, row in enumerate(rows):
        before = -np.inf
        for word in row:
            first, last = max(int((word.left - start) / step), 0), int((word.right - start) / step)
            covered[number, first : last + 1] = True
            if word.left - before >= NARROWEST * word.size:
                begins[number, max(first - _AT_ONE_PLACE, 0) : first] = True
            before = word.right
        on_left[number, int((row[0].right - start) / step) :] = True
    begins &= _near(on_left) & ~covered
    # Rows on end that leave a place free are of one run: a covered one or a wide gap begins the next.
    gaps = [before[0].bottom - row[0].bottom > _GAP * row[0].size for before, row in pairwise(rows)]
    runs = (np.cumsum(covered, axis=0) + np.cumsum([False, *gaps])[:, None]) * cells + np.arange(cells)
    where, of = np.nonzero(begins)[0], runs[begins]
    count = int(runs.max()) + 1
    start_row, end_row = np.full(count, len(rows)), np.full(count, -1)
    np.minimum.at(start_row, of, where)
    np.maximum.at(end_row, of, where)
    at = np.arange(len(rows))[:, None]
    enough = np.bincount(of, minlength=count) >= _ROWS
    free: Grid = ~covered & enough[runs] & (start_row[runs] <= at) & (at <= end_row[runs])
    return free


def _near(rows: Grid) -> Grid:
    """What a row or one of its neighbours has: columns need not stand at one height."""
    near = rows.copy()
    near[1:] |= rows[:-1]
    near[:-1] |= rows[1:]
    return near


def _parted(row: list[Word], free: npt.NDArray[np.bool_], start: float, step: float) -> list[list[Word]]:
    """A row's words, parted where a gutter is between two."""
    parts = [[row[0]]]
    for before, word in pairwise(row):
        first, last = int((before.right - start) / step) + 1, int((word.left - start) / step)
        if word.left - before.right >= NARROWEST * word.size and free[max(first, 0) : last].any():
            parts.append([])
        parts[-1].append(word)
    return parts
