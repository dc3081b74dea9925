"""From the lines of all pages to the paragraphs that were meant, blank lines between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from osce_analysis.documents.formats.columns import Line
from osce_analysis.documents.formats.contents import heading
from osce_analysis.documents.wrapping import join_pair

_STOPS = (".", "!", "?", ":", ";", ".”", '."', ".»", "…")
_LISTED = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-–—•·▪])\s")
_NOTE = re.compile(r"\[?(\d{1,3})\]?[.)]?\s?(?=[^\W\d_]|[\"“«])|[*†‡]{1,3}\s?\S")
_WIDE_GAP = 1.35  # of the usual distance of lines: a blank line
_OTHER_SIZE = 0.12  # of a line's height
_NOTE_SIZE = 0.93  # of the text's height: footnotes are no larger
_NARROW = 15.0  # heights: in a narrower column a full line says nothing
_LONGEST_HEADING = 12  # lines


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
    >>> first = Line("We reaffirm our commit-", 50, 170, 700, 12, first=20)
    >>> print(flow([first, Line("ments.", 50, 80, 686, 12, first=30), Line("Thank you.", 50, 100, 650, 12)]))
    We reaffirm our commitments.
    <BLANKLINE>
    Thank you.
    """
    if not lines:
        return ""
    text, notes = _without_notes(lines)
    plain = [_blocks(part) for part in (text, *notes) if part]
    marked = not all(line.bold for line in lines)
    blocks = [block for part in plain for block in part]
    return "\n\n".join(_as_text(block, marked) for block in blocks)


Piece = tuple[str, bool, int]  # lines joined, whether all were bold, how many they were


def _as_text(block: list[Piece], marked: bool) -> str:
    text = "\n".join(text for text, *_ in block)
    is_heading = (
        marked and all(bold for _, bold, _ in block) and sum(count for *_, count in block) <= _LONGEST_HEADING
    )
    return heading(text) if is_heading else text


def _without_notes(lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the text, and those of each footnote: smaller ones at the foot of a page from a mark on."""
    usual = _usual_size(lines)
    text: list[Line] = []
    notes: list[list[Line]] = []
    for page in _pages(lines):
        start = len(page)
        while start and page[start - 1].size < _NOTE_SIZE * usual:
            start -= 1
        foot = page[start:]
        while foot and (not start or not _NOTE.match(foot[0].text)):
            start, foot = start + 1, foot[1:]
        text += page[: len(page) - len(foot)]
        for line in foot:
            if _NOTE.match(line.text):
                notes.append([])
            notes[-1].append(line)
    return text, [[_as_note(note[0]), *note[1:]] for note in notes]
