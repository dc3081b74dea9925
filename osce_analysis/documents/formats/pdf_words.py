"""The words of a PDF page and where each stands, as pdfium finds them."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
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


class _Found(NamedTuple):
    """A word as it stands on the page; its first letter and last one tell which way it runs."""

    text: str
    first: Box
    last: Box
    bold: bool


def read_page(page: Any) -> Page:
    """The words of a page of pypdfium2's, in the order of the page's content, and where they are seen.

    `bold` is told by the font's name or weight at the first word of each of pdfium's lines and kept
    for the line, since asking for each word would take longer than all else.
    """
    text = page.get_textpage()
    try:
        found = list(_words(text.raw, text.count_chars()))
    finally:
        text.close()
    left, bottom, right, top = page.get_cropbox()
    width, height = max(right - left, 1.0), max(top - bottom, 1.0)
    ways = list(_ways(found))
    letters = Counter[int | None]()
    for word, way in zip(found, ways, strict=True):
        letters[way] += len(word.text)
    usual = max(_TURNED, key=letters.__getitem__)
    turned = Page([], [], width if usual in (90, 270) else height)
    for word, way in zip(found, ways, strict=True):
        seen = _seen(word, left, bottom, _TURNED[usual], width, height)
        (turned.words if way == usual else turned.asides).append(seen)
    return turned


def _ways(words: list[_Found]) -> Iterator[int | None]:
    """In how many degrees each word runs, None where aslant; a letter by itself goes with the word before."""
    way: int | None = 0
    for word in words:
        along, up = word.last[0] - word.first[0], word.last[1] - word.first[1]
        if len(word.text) > 1 and not _FROM_RIGHT.search(word.text):
            if abs(up) < abs(along) * (_SLANT if len(word.text) > _SHORT else 1):
                way = 0 if along > 0 else 180
            elif abs(along) < abs(up) * _SLANT:
                way = 90 if up > 0 else 270
            elif len(word.text) > _SHORT:
                way = None
        yield way


def _seen(word: _Found, left: float, bottom: float, turn: Callable[[Box, float, float], Box], width: float, height: float) -> Word:
    """A word where it is seen; its height is its first letter's."""
    first, last = (
        turn((box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom), width, height)
        for box in (word.first, word.last)
    )
    return Word(word.text, first[0], last[2], first[1], first[3] - first[1], word.bold)


def _words(page: Any, count: int) -> Iterator[_Found]:
    """Each word with the boxes of its first and last characters, the room above and below them included."""
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
        if not place(page, first, into):
            continue
        opening = box.left, box.bottom, box.right, box.top
        if not place(page, last, into):
            continue
        closing = box.left, box.bottom, box.right, box.top
        if (marked := _MARKED.fullmatch(text)) is not None:
            place(page, first + marked.end(2) - 1, into)
            if _is_raised(opening, (box.left, box.bottom, box.right, box.top)):
                text = f"{marked[1]}[{marked[2]}]{marked[3]}"
        elif (marked := _OPENED.match(text)) is not None and _is_raised(closing, opening):
            text = f"[{marked[1]}] {marked[2]}"
            opening = opening[0], closing[1], opening[2], closing[3]
        yield _Found(text if text.isascii() else _paired(text), opening, closing, bold)


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
