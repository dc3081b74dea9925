"""The reading order of a page: words to lines, and lines of several columns one column after the other.

A page is read from the top in bands. Rows that leave the same gutter free make a band of
columns; a row that crosses the gutter ends it. So a letterhead's right column (symbol, date)
comes after the disclaimer beside it and before the title that runs across both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from osce_analysis.documents.formats.contents import note_mark
from osce_analysis.documents.formats.gutters import parted_at_gutters
from osce_analysis.documents.formats.pdf_words import Word

_SAME_ROW = 0.45  # of the lower one's height: how much two words of a row have in common
_GAP = 1.3  # heights: a wider gap between words parts two columns or cells
_GUTTER = 0.7  # heights: what rows of a band leave free in common is no narrower
_FAR = 2.5  # heights: rows farther apart are of one column no more
_LOOK_BACK = 100  # rows
_TOUCHING = 0.05  # heights
_RAISED = 0.85  # of its word's height: a raised mark is smaller
_NARROWEST = 4.0  # heights: a narrower left side is numbers or bullets, no column
_FLOWING = 14.0  # heights: a column of running text is no narrower
_FULL = 0.7  # of its column: a line of running text mostly fills it
_COLUMN = 6  # lines at least
_CELLS = 4  # rows at least
_APART = 1.6  # of the usual distance of rows: beside nothing, such a gap ends a letterhead
_DEEPEST = 5  # columns within columns
_ONE_GAP = 1.5  # points
_NUMBER = re.compile(
    r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-–—•·▪●■*\uf021-\uf0ff]", re.IGNORECASE
)  # of a list's item
_MASTHEAD = 0.6  # of the first page's height: above it columns need not flow


@dataclass(frozen=True)
class Line:
    """A line of one column, in points from the lower left corner; `margins` are its column's."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    first: float = 0.0  # the width of its first word
    page: int = 0
    margins: tuple[float, float] | None = None  # None where it stands in no column
    flows: bool = True  # whether its column is running text

    @property
    def width(self) -> float:
        """From the first word's left to the last word's right."""
        return self.right - self.left


Row = list[Line]
Gutter = tuple[float, float]


def lines_of(words: Sequence[Word], page: int = 0, height: float = 842.0) -> list[Line]:
    """The lines of one page in reading order.

    Parameters
    ----------
    words : sequence of Word
        In any order.
    page : int
        The number of the page from 0, kept in each line.
    height : float
        Of the page, in points.

    Returns
    -------
    list of Line
        Cells of a table's row are parted by tabs.

    Examples
    --------
    >>> at = lambda text, left, right, bottom: Word(text, left, right, bottom, 12)
    >>> words = [at("PC.DEL/1/20", 400, 480, 700), at("It", 50, 60, 700), at("is", 63, 70, 700)]
    >>> [line.text for line in lines_of(words)]
    ['It is\\tPC.DEL/1/20']
    """
    if not words:
        return []
    rows = [
        [line for part in parts for line in _segments(part, page)]
        for parts in parted_at_gutters(_rows(words))
    ]
    masthead = height * _MASTHEAD if page == 0 else None
    return list(_in_order(rows, masthead))


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand at one height, from the top of the page, each row from the left."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.bottom):
        if rows and _beside(rows[-1][0], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.left) for row in rows]


def _beside(upper: Word, lower: Word) -> bool:
    """Whether two words stand at one height, as a raised mark and its word do."""
    shared = min(upper.bottom + upper.size, lower.bottom + lower.size) - upper.bottom
    return shared > _SAME_ROW * min(upper.size, lower.size)


def _segments(row: list[Word], page: int) -> Row:
    """A row's words joined, except over gaps that part columns."""
    runs: list[list[Word]] = [[row[0]]]
    for word in row[1:]:
        last = runs[-1][-1]
        if word.left - last.right > _GAP * max(word.size, last.size):
            runs.append([])
        runs[-1].append(word)
    return [_line(run, page) for run in runs]


def _line(words: list[Word], page: int) -> Line:
    first = words[0]
    text = first.text
    for before, word in pairwise(words):
        if word.left - before.right > _TOUCHING * word.size:
            text += f" {word.text}"
        else:  # one word that a change of the font cut in two, or its mark
            text += note_mark(word.text) if word.size < _RAISED * before.size else word.text
    return Line(
        text,
        first.left,
        max(word.right for word in words),
        max(word.bottom for word in words) if len(words) < 3 else median(word.bottom for word in words),
        max(word.size for word in words),
        all(word.bold for word in words),
        first.right - first.left,
        page,
    )


def _in_order(rows: list[Row], masthead: float | None, depth: int = 0) -> Iterator[Line]:
    """The lines of `rows`, bands of columns read column by column."""
    for band in _bands(rows):
        gutter = _widest_gutter(band) if depth < _DEEPEST else None
        if gutter is None or not _is_columns(band, gutter, masthead):
            yield from (_joined(row) for row in band)
            continue
        sides = _sides(band, gutter)
        flowing = [_flows(side) for side in sides]
        end = len(band) if all(flowing) else _end_of_letterhead(band, sides)
        for side, flows in zip(_sides(band[:end], gutter), flowing, strict=True):
            margins = _extent(side)
            for line in _in_order(side, masthead, depth + 1):
                yield line if line.margins else replace(line, margins=margins, flows=flows)
        if end < len(band):
            yield from _in_order(band[end:], masthead, depth + 1)


def _bands(rows: list[Row]) -> Iterator[list[Row]]:
    """Runs of rows that leave a gutter free in common, from the top.

    The rows before one that ends a band are of the next where they share a gutter with it.
    """
    page = _extent(rows)
    least = _GUTTER * median(line.size for row in rows for line in row)
    band: list[Row] = []
    free: list[Gutter] = []
    reach = page
    for row in rows:
        left = _free(row, free, least)
        wider = _wider(reach, row)
        has_columns = len(row) > 1 or _inner(free, reach) is not None
        if band and (not left or (has_columns and not _inner(left, wider))):
            shared, left, wider = _shared(band, row, page, least)
            if shared < len(band):
                yield band[: len(band) - shared]
            band = band[len(band) - shared :]
        elif not band:
            left, wider = _free(row, [page], least), _wider(None, row)
        band.append(row)
        free, reach = left, wider
    yield band


def _shared(band: list[Row], row: Row, page: Gutter, least: float) -> tuple[int, list[Gutter], Gutter]:
    """How many rows at a band's end share a gutter with `row`, what they leave free, and how far they reach."""
    found = 0, _free(row, [page], least), _wider(None, row)
    _, free, reach = found
    below = row
    for number, before in enumerate(reversed(band[-_LOOK_BACK:]), 1):
        free, reach = _free(before, free, least), _wider(reach, before)
        if not free or before[0].bottom - below[0].bottom > _FAR * before[0].size:
            break
        if _inner(free, reach) is not None and number < len(band):
            found = number, free, reach
        below = before
    return found


def _wider(reach: Gutter | None, row: Row) -> Gutter:
    """How far lines reach with one more row."""
    left, right = row[0].left, row[-1].right
    return (min(reach[0], left), max(reach[1], right)) if reach else (left, right)


def _free(row: Row, gutters: list[Gutter], least: float) -> list[Gutter]:
    """What a row leaves free of `gutters`."""
    for line in row:
        pieces = [(start, min(end, line.left)) for start, end in gutters]
        pieces += [(max(start, line.right), end) for start, end in gutters]
        gutters = sorted({(start, end) for start, end in pieces if end - start > least})
    return gutters


def _inner(gutters: list[Gutter], reach: Gutter) -> Gutter | None:
    """The widest of `gutters` that has lines at both sides, where lines reach as far as `reach`."""
    between = [(start, end) for start, end in gutters if start > reach[0] and end < reach[1]]
    return max(between, key=lambda gutter: gutter[1] - gutter[0], default=None)


def _widest_gutter(rows: list[Row]) -> Gutter | None:
    """The widest stretch that no line of `rows` crosses, lines at both sides."""
    reach = _extent(rows)
    gutters = [reach]
    least = _GUTTER * median(line.size for row in rows for line in row)
    for row in rows:
        gutters = _free(row, gutters, least)
    return _inner(gutters, reach)


def _extent(rows: list[Row]) -> Gutter:
    """From the leftmost to the rightmost point of some rows."""
    return min(line.left for row in rows for line in row), max(line.right for row in rows for line in row)


def _sides(rows: list[Row], gutter: Gutter) -> tuple[list[Row], list[Row]]:
    """The rows left and right of a gutter."""
    left = [[line for line in row if line.right <= gutter[0]] for row in rows]
    right = [[line for line in row if line.left >= gutter[1]] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _is_columns(rows: list[Row], gutter: Gutter, masthead: float | None) -> bool:
    """Whether what stands at both sides of a gutter is read one after the other.

    Sides that hold only a row beside each other, numbers before a list's items and the cells
    of a table are read row by row.
    """
    left, right = _sides(rows, gutter)
    size = median(line.size for row in rows for line in row)
    start, end = _extent(left)
    if end - start < _NARROWEST * size:
        return False
    top, low = min(left[0][0].bottom, right[0][0].bottom), max(left[-1][0].bottom, right[-1][0].bottom)
    beside = [
        sum(low - size / 2 <= row[0].bottom <= top + size / 2 for row in side) for side in (left, right)
    ]
    if min(beside) < 2 and sum(beside) < 4:
        return False
    if any(map(_is_figures, (left, right))) and not any(map(_is_prose, (left, right))):
        return False
    is_letterhead = (
        masthead is not None and low > masthead and 2 * sum(len(row) > 2 for row in rows) < len(rows)
    )
    return is_letterhead or _flows(left) or _flows(right)


def _end_of_letterhead(band: list[Row], sides: tuple[list[Row], list[Row]]) -> int:
    """The number of the row before which a gap parts what stands beside nothing from a letterhead.

    Where so much running text follows that it is the rest of a column, none does.
    """
    ended = max(side[-1][0].bottom for side in sides)
    longer = min(sides, key=lambda side: side[-1][0].bottom)
    usual = 1.2 * longer[0][0].size
    for number, (row, following) in enumerate(pairwise(longer), 1):
        distance = row[0].bottom - following[0].bottom
        if following[0].bottom < ended - row[0].size / 2 and distance > _APART * usual:
            if len(longer) - number >= _COLUMN and _flows(longer[number:]):
                return len(band)
            return next(n for n, banded in enumerate(band) if following[0] in banded)
        usual = min(distance, usual)
    return len(band)


def _flows(rows: list[Row]) -> bool:
    """Whether a side is running text: lines that mostly fill it."""
    lines = [line for row in rows for line in row]
    start, end = _extent(rows)
    width = end - start
    full = sum(line.width >= _FULL * width for line in lines)
    return (
        width >= _FLOWING * median(line.size for line in lines) and len(lines) >= 3 and full >= len(lines) / 2
    )


def _is_figures(rows: list[Row]) -> bool:
    """Whether a side holds figures with few letters, as the cells of a table may."""
    text = "".join(line.text for row in rows for line in row)
    return len(rows) >= _CELLS and 4 * sum(map(str.isalpha, text)) < len(text) - text.count(" ")


def _is_prose(rows: list[Row]) -> bool:
    """Whether a side is running text of which lines begin within sentences, as no label of a row does."""
    return _flows(rows) and 4 * sum(row[0].text[0].islower() for row in rows) >= len(rows)


def _joined(row: Row) -> Line:
    """A row's segments as one line: a list's number before its item, words far apart, or cells parted by tabs."""
    if len(row) == 1:
        return row[0]
    running = _is_justified(row) or (len(row) == 2 and _NUMBER.fullmatch(row[0].text) is not None)
    return replace(
        row[0],
        text=(" " if running else "\t").join(line.text for line in row),
        right=row[-1].right,
        bold=all(line.bold for line in row),
        flows=running,
    )


def _is_justified(row: Row) -> bool:
    """Whether single words stand at one distance: the few words of a line that fills a narrow column."""
    gaps = [after.left - before.right for before, after in pairwise(row)]
    return len(gaps) > 1 and max(gaps) - min(gaps) < _ONE_GAP and not any(" " in line.text for line in row)
