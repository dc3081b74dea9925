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
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_NAME_BYTES = 128


class Word(NamedTuple):
    """A word in points from the lower left corner of the page as seen; `size` is its line's height."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    bold: bool = False


# Where a word of a page that is turned by so many quarters is seen: its corners -> the same as seen.
_Corners = tuple[float, float, float, float]  # left, bottom, right, top
_TURNED: dict[int, Callable[[_Corners, float, float], _Corners]] = {
    90: lambda c, width, _height: (c[1], width - c[2], c[3], width - c[0]),
    180: lambda c, width, height: (width - c[2], height - c[3], width - c[0], height - c[1]),
    270: lambda c, _width, height: (height - c[3], c[0], height - c[1], c[2]),
}


def page_words(page: Any) -> list[Word]:
    """The words of a page of pypdfium2's, in the order of the page's content.

    `bold` is told by the font's name or weight at the first word of each of pdfium's lines and kept
    for the line, since asking for each word would take longer than all else.
    """
    text = page.get_textpage()
    try:
        words = list(_words(text.raw, text.count_chars()))
    finally:
        text.close()
    turn = _TURNED.get(page.get_rotation() % 360)
    if turn is None:
        return words
    left, bottom, right, top = page.get_mediabox()
    seen = []
    for word in words:
        corners = (
            word.left - left,
            word.bottom - bottom,
            word.right - left,
            word.bottom + word.size - bottom,
        )
        x, y, u, v = turn(corners, right - left, top - bottom)
        seen.append(Word(word.text, x, u, y, v - y, word.bold))
    return seen


def _words(page: Any, count: int) -> Iterator[Word]:
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
        left, bottom, size = box.left, box.bottom, box.top - box.bottom
        if not place(page, last, into):
            continue
        if text[-1].isdecimal() and box.top - box.bottom < _RAISED * size and box.bottom > bottom:
            text = _with_mark(text)
        yield Word(text if text.isascii() else _paired(text), left, box.right, bottom, size, bold)


def _characters(page: Any, count: int) -> str:
    """The page's text as UTF-16 units, which is how pdfium counts."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(page, 0, count, buffer) if count > 0 else 0
    units = memoryview(buffer).cast("B").cast("H")[: max(written - 1, 0)]
    return "".join(map(chr, units))


def _paired(text: str) -> str:
    """UTF-16 units beyond the first plane as the characters they stand for."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _with_mark(word: str) -> str:
    """A word with the raised digits at its end in brackets: they are a footnote's."""
    bare = word.rstrip("0123456789")
    return f"{bare}[{word[len(bare) :]}]" if bare else word


def _is_bold(page: Any, character: int) -> bool:
    name = ctypes.create_string_buffer(_NAME_BYTES)
    pdfium.FPDFText_GetFontInfo(page, character, name, _NAME_BYTES, None)
    named = _BOLD.search(name.value.decode("utf-8", "replace"))
    return named is not None or pdfium.FPDFText_GetFontWeight(page, character) >= _BOLD_WEIGHT
