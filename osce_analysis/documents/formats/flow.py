"""From the lines of all pages to the paragraphs that were meant, blank lines between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from osce_analysis.documents.formats.columns import Line
from osce_analysis.documents.formats.contents import heading, note_mark
from osce_analysis.documents.hyphens import joint

_STOPS = (".", "!", "?", ":", ";", ".”", '."', ".»", "…")
_LISTED = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-–—•·▪●■\uf021-\uf0ff])\s")
_BULLET = re.compile(r"[•·▪●■\uf021-\uf0ff]")
_NOTE = re.compile(r"\[?(\d{1,3})\]?[.)]?\s?(?=[^\W\d_]|[\"“«])|[*†‡]{1,3}\s?(?=\S)")
_WIDE_GAP = 1.35  # of the usual distance of lines: a blank line
_SPACE = 0.45  # of a line's height: a space is narrower
_OTHER_SIZE = 0.12  # of a line's height
_NOTE_SIZE = 0.93  # of the text's height: footnotes are no larger
_NARROW = 8.0  # heights: in a narrower column a full line says nothing
_ONE_PLACE = 1.0  # points
_OVERFULL = 50  # lines, of which one may run over a margin
_SHORTER = 2.0  # heights
_LONG = 40  # characters: such a line is mostly text
_LONGEST_HEADING = 12  # lines

Margins = tuple[float, float]


@dataclass(frozen=True)
class Setting:
    """How a document is set: its text's margins, the usual height of a line and distance of two."""

    margins: Margins
    size: float
    distance: float


def flow(lines: Sequence[Line]) -> str:
    """The text of a document's lines.

    Lines that a margin ended are joined, over the end of a column or page too; footnotes go to the end.

    Parameters
    ----------
    lines : sequence of Line
        In reading order, without page furniture.

    Returns
    -------
    str
        In the form of `contents.Contents`.

    Examples
    --------
    >>> full = Line("We reaffirm all our old commit-", 50, 270, 700, 12, first=20)
    >>> print(flow([full, Line("ments.", 50, 80, 686, 12, first=30), Line("Thank you.", 50, 100, 650, 12)]))
    We reaffirm all our old commitments.
    <BLANKLINE>
    Thank you.
    """
    if not lines:
        return ""
    lines = list(_in_kept_columns(lines))
    setting = _setting(lines)
    text, notes = _without_notes(lines, setting.size)
    marked = not all(line.bold for line in lines)
    blocks = [block for part in (text, *notes) for block in _blocks(part, setting)]
    return "\n\n".join(_as_text(block, marked) for block in blocks)


def _in_kept_columns(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; those of a page that fills but one of the columns of the page before have its margins."""
    columns: set[Margins] = set()
    for _, on_page in groupby(lines, key=lambda line: line.page):
        page = list(on_page)
        own = {line.margins for line in page if line.margins}
        held = [one for one in columns if not own and all(_is_within(line, one) for line in page)]
        columns = own or set(held)
        left, right = min(held, key=lambda one: one[1] - one[0], default=(0.0, 0.0))
        right = max(right, *(line.right for line in page))
        yield from (replace(line, margins=(left, right)) for line in page) if held else page


def _is_within(line: Line, column: Margins) -> bool:
    """Whether a line stands in a column, whose own lines may all be somewhat shorter."""
    return column[0] - _ONE_PLACE <= line.left and line.right <= column[1] + _SHORTER * line.size


def _setting(lines: Sequence[Line]) -> Setting:
    """What most of the lines have in common."""
    usual = median([line.size for line in lines if len(line.text) >= _LONG] or [line.size for line in lines])
    running = [line for line in lines if line.margins is None]
    running = running if len(running) > len(lines) // 4 else list(lines)  # a title above columns
    beyond = len(running) // _OVERFULL  # some lines run over a margin
    margins = (
        sorted(line.left for line in running)[beyond],
        sorted(line.right for line in running)[-1 - beyond],
    )
    rough = Setting(margins, usual, 0.0)
    distances = [
        line.bottom - following.bottom
        for line, following in pairwise(lines)
        if _is_below(line, following) and _is_full(line, following, rough)
    ]
    return replace(rough, distance=median(distances) if distances else 1.15 * usual)


def _without_notes(lines: Sequence[Line], usual: float) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the text, and those of each footnote: smaller ones at the foot of a page from a mark on."""
    text: list[Line] = []
    notes: list[list[Line]] = []
    for _, on_page in groupby(lines, key=lambda line: line.page):
        page = list(on_page)
        start = len(page)
        while start and page[start - 1].size < _NOTE_SIZE * usual:
            start -= 1
        marks = [number for number in range(max(start, 1), len(page)) if _NOTE.match(page[number].text)]
        text += page[: marks[0]] if marks else page
        notes += [page[mark:end] for mark, end in pairwise([*marks, len(page)])]
    return text, [[_as_note(note[0]), *note[1:]] for note in notes]


def _as_note(line: Line) -> Line:
    """A footnote's first line with its mark as the text has it."""
    mark = _NOTE.match(line.text)
    if mark is None or mark[1] is None:
        return line
    return replace(line, text=f"{note_mark(mark[1])} {line.text[mark.end() :]}")


def _blocks(lines: Sequence[Line], setting: Setting) -> list[list[list[Line]]]:
    """Blocks of pieces of lines: pieces are joined to one line each, blocks parted by a blank one."""
    blocks: list[list[list[Line]]] = [[[lines[0]]]] if lines else []
    for line, following in pairwise(lines):
        if _goes_on(line, following, setting):
            blocks[-1][-1].append(following)
        elif _stands_under(line, following, setting) and (
            following.bold or not _is_paragraph(blocks[-1][-1])
        ):
            blocks[-1].append([following])
        else:
            blocks.append([[following]])
    return blocks


def _goes_on(line: Line, following: Line, setting: Setting) -> bool:
    """Whether `following` is the rest of what `line` begins."""
    if not _is_below(line, following):
        return _goes_on_after_break(line, following, setting)
    if _ends_row(line, following) or _differs(line, following):
        return False
    if line.bottom - following.bottom > _WIDE_GAP * max(setting.distance, line.size):
        return False
    left, right = _column(line, setting)
    if (
        following.text[0].islower()
        and not line.text.endswith((*_STOPS, ","))
        and 2 * line.width > right - left
    ):
        return True
    if _BULLET.match(following.text):
        return False
    if line.text.endswith(_STOPS) and (_LISTED.match(following.text) or _is_indented(line, following)):
        return False
    return line.flows and right - left >= _NARROW * line.size and _is_full(line, following, setting)


def _goes_on_after_break(line: Line, following: Line, setting: Setting) -> bool:
    """Whether the first line of a column or page is the rest of what the last one before begins."""
    stopped = line.text.endswith(_STOPS)
    if following.text[0].islower() and not stopped:
        return True
    if not (line.flows and following.flows) or line.bold != following.bold or line.bottom > following.bottom:
        return False
    indented = following.left - _column(following, setting)[0] > line.size
    return not (stopped and (indented or _LISTED.match(following.text))) and _is_full(
        line, following, setting
    )


def _ends_row(line: Line, following: Line) -> bool:
    """Whether one of two lines is a row of cells."""
    return "\t" in line.text or "\t" in following.text


def _differs(line: Line, following: Line) -> bool:
    """Whether two lines are set in letters of different sizes."""
    return abs(line.size - following.size) > _OTHER_SIZE * line.size


def _stands_under(line: Line, following: Line, setting: Setting) -> bool:
    """Whether two lines stand together, as a title's or a letterhead's do."""
    distance = line.bottom - following.bottom
    usual = max(setting.distance, line.size)
    return _is_below(line, following) and distance <= _WIDE_GAP * usual and line.bold == following.bold


def _is_paragraph(piece: list[Line]) -> bool:
    """Whether joined lines are a paragraph of running text: it stands alone."""
    return len(piece) > 2 or (len(piece) > 1 and piece[-1].text.endswith(_STOPS))


def _is_below(line: Line, following: Line) -> bool:
    """Whether two lines follow each other on one page and in one column."""
    return (
        line.page == following.page and line.margins == following.margins and line.bottom > following.bottom
    )


def _is_full(line: Line, following: Line, setting: Setting) -> bool:
    """Whether the first word of `following` had no room left on `line`."""
    left, right = _column(line, setting)
    before, after = line.left - left, right - line.right
    if before > line.size and abs(before - after) < line.size:
        # Indented at both sides as a quotation is, else centred.
        after += -before if abs(line.left - following.left) < _ONE_PLACE else before
    elif before > 0.3 * (right - left):
        return False  # set to the right, as dates and symbols are
    return after < following.first + _SPACE * line.size


def _is_indented(line: Line, following: Line) -> bool:
    """Whether `following` opens a paragraph by its indent, and not by a list's."""
    return not _LISTED.match(line.text) and line.size < following.left - line.left < 6 * line.size


def _column(line: Line, setting: Setting) -> Margins:
    return line.margins or setting.margins


def _as_text(block: list[list[Line]], marked: bool) -> str:
    """A block as text; one all in bold as a heading."""
    text = "\n".join(map(_joined, block))
    lines = [line for piece in block for line in piece]
    is_heading = marked and len(lines) <= _LONGEST_HEADING and all(line.bold for line in lines)
    return heading(text) if is_heading else text


def _joined(lines: Iterable[Line]) -> str:
    """Lines as one, the hyphens that broke words taken off."""
    pieces: list[str] = [""]
    for line in lines:
        # Two lines at a time: joining to all before would copy them again for each line.
        pieces[-1:] = joint(pieces[-1], line.text) if pieces[-1] else (line.text,)
    return "".join(pieces)
