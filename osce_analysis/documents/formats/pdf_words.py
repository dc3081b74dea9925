"""The words of a PDF page and where each stands, as pdfium finds them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

# pdfium puts one of these where it takes a line's last hyphen off and joins the next line on.
LINE_HYPHENS = "\x02\ufffe"
_WORD = re.compile(rf"[^\s\x00{LINE_HYPHENS}]+[{LINE_HYPHENS}]?")
_RAISED = 0.85  # a raised mark is no higher than this share of its word
_MARKED = re.compile(r"(.*?[^\d\s])(\d{1,3})([.,;:!?)»”’\"]{0,3})")
_OPENED = re.compile(r"(\d{1,3})([^\W\d].*)")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_NAME_BYTES = 128
_FARTHEST = 1e5  # points from a page's corner; also what is at no number is farther
_SLANT = 0.5  # how far a word may stray from the way that it runs, by its length
_SHORT = 3  # letters; of a shorter word a raised mark is much
_FROM_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")  # Hebrew and Arabic letters


class Word(NamedTuple):
    """A word in points from the lower left corner of the page as seen; `size` is its line's height."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    bold: bool = False


class Page(NamedTuple):
    """The words of a page turned the way that most of them run, and those that run otherwise."""

    words: list[Word]
    asides: list[Word]  # a stamp up the margin, a mark across the page
    height: float  # in points


Box = tuple[float, float, float, float]  # left, bottom, right, top
# Where a word that runs in so many degrees is seen once its page, so wide and high, is turned upright.
_TURNED: dict[int, Callable[[Box, float, float], Box]] = {
    0: lambda box, _width, _height: box,
    90: lambda box, width, _height: (box[1], width - box[2], box[3], width - box[0]),
    180: lambda box, width, height: (width - box[2], height - box[3], width - box[0], height - box[1]),
    270: lambda box, _width, height: (height - box[3], box[0], height - box[1], box[2]),
}


# A word as it stands on the page: its first letter's box and its last one's tell which way it runs.
_Found = tuple[str, Box, Box, bool]


def read_page(page: Any) -> Page:
    """The words of a page of pypdfium2's, in the order of the page's content, and where they are seen.

    `bold` is told by the font's name or weight at the first word of each of pdfium's lines and kept
    for the line, since asking for each word would take longer than all else.
    """
    text = page.get_textpage()
    try:
        left, bottom, right, top = page.get_cropbox()
        written = list(_words(text.raw, text.count_chars(), left, bottom))
    finally:
        text.close()
    width, height = max(right - left, 1.0), max(top - bottom, 1.0)
    # What stands beyond the page's edges is not seen, as a printer's notes are not.
    found = [word for word in written if _overlaps(word[1], width, height)] or written
    ways = _ways(found)
    usual = max(_TURNED, key=ways.count)
    page_words = Page([], [], width if usual in (90, 270) else height)
    turn = _TURNED[usual]
    for (text, first, last, bold), way in zip(found, ways, strict=True):
        x, y, _, top = turn(first, width, height)
        end = turn(last, width, height)[2]
        (page_words.words if way == usual else page_words.asides).append(Word(text, x, end, y, top - y, bold))
    return page_words


def _overlaps(box: Box, width: float, height: float) -> bool:
    """Whether a box stands on a page so wide and high, at least in part."""
    return box[2] > 0 and box[0] < width and box[3] > 0 and box[1] < height


def _ways(words: list[_Found]) -> list[int | None]:
    """In how many degrees each word runs, None where aslant; a letter by itself goes with the word before."""
    ways: list[int | None] = []
    way: int | None = 0
    for text, first, last, _ in words:
        along, up = last[0] - first[0], last[1] - first[1]
        if along > 2 * abs(up):
            way = 0
        elif len(text) > 1 and (text.isascii() or not _FROM_RIGHT.search(text)):
            way = _way(along, up, _SLANT if len(text) > _SHORT else 1.0)
        ways.append(way)
    return ways


def _way(along: float, up: float, slant: float) -> int | None:
    """Which way leads `along` and `up`, if in a quarter of a turn but for a slant."""
    if abs(up) < abs(along) * slant:
        return 0 if along > 0 else 180
    if abs(along) < abs(up) * _SLANT:
        return 90 if up > 0 else 270
    return None if slant < 1 else 0


def _words(page: Any, count: int, x: float, y: float) -> Iterator[_Found]:
    """Each word with the boxes of its first and last characters, the room above and below them included.

    Places are measured from the corner `x`, `y`.
    """
    characters = _characters(page, count)
    aligned = len(characters) == count
    box = pdfium.FS_RECTF()
    place, into = pdfium.FPDFText_GetLooseCharBox, ctypes.byref(box)
    line_end, bold = -1, False
    for match in _WORD.finditer(characters):
        text = match[0]
        first, last = match.start(), match.end() - 1
        if first > line_end:
            line_end = characters.find("\n", first)
            line_end = line_end if line_end >= 0 else len(characters)
            bold = _is_bold(page, first)
        if text[-1] in LINE_HYPHENS:
            text, last = text[:-1] + "-", last - 1
            line_end = last  # what follows stands on the next line
        if not aligned:
            first, last = (pdfium.FPDFText_GetCharIndexFromTextIndex(page, end) for end in (first, last))
        if not place(page, first, into) or not abs(box.left) + abs(box.bottom) < _FARTHEST:
            continue
        opening = box.left - x, box.bottom - y, box.right - x, box.top - y
        if not place(page, last, into):
            continue
        closing = box.left - x, box.bottom - y, box.right - x, box.top - y
        if (marked := _MARKED.fullmatch(text)) is not None:
            place(page, first + marked.end(2) - 1, into)
            if _is_raised(opening, (0.0, box.bottom - y, 0.0, box.top - y)):
                text = f"{marked[1]}[{marked[2]}]{marked[3]}"
        elif (marked := _OPENED.match(text)) is not None and _is_raised(closing, opening):
            text = f"[{marked[1]}] {marked[2]}"
            opening = opening[0], closing[1], opening[2], closing[3]
        yield text if text.isascii() else _paired(text), opening, closing, bold


def _is_raised(letter: Box, mark: Box) -> bool:
    """Whether of two characters of a word one is smaller and higher, as a footnote's mark is."""
    return mark[3] - mark[1] < _RAISED * (letter[3] - letter[1]) and mark[1] > letter[1]


def _characters(page: Any, count: int) -> str:
    """The page's text as UTF-16 units, which is how pdfium counts."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(page, 0, count, buffer) if count > 0 else 0
    units = memoryview(buffer).cast("B").cast("H")[: max(written - 1, 0)]
    return "".join(map(chr, units))


def _paired(text: str) -> str:
    """UTF-16 units beyond the first plane as the characters they stand for."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _is_bold(page: Any, character: int) -> bool:
    name = ctypes.create_string_buffer(_NAME_BYTES)
    pdfium.FPDFText_GetFontInfo(page, character, name, _NAME_BYTES, None)
    named = _BOLD.search(name.value.decode("utf-8", "replace"))
    return named is not None or pdfium.FPDFText_GetFontWeight(page, character) >= _BOLD_WEIGHT
