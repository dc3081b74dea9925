"""Page furniture told by where it stands: what each page repeats at its head and foot, and page numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from osce_analysis.documents.formats.columns import Line
from osce_analysis.documents.symbols import parse_symbol

_MARGIN = 0.15  # of a page's height, at its head and foot
_LONGEST = 160  # characters
_SAME_HEIGHT = 4.0  # points
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(
    r"[-–—]?\s?(?:page|seite|página|pagina|стр\.|страница)?\s?(\d{1,4})\s?(?:(?:/|of|de|von|sur|di|из)\s?\d{1,4})?\s?[-–—]?",
    re.IGNORECASE,
)


def without_running_heads(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[Line]:
    """The lines of all pages but for page numbers and what the pages repeat; the first page's head stays.

    Parameters
    ----------
    pages : sequence of sequences of Line
        The lines of each page in reading order.
    heights : sequence of float
        The pages' heights in points.

    Examples
    --------
    >>> pages = [[Line("PC.DEL/1/20", 50, 99, 800, 12), Line("- 1 -", 50, 70, 20, 12)],
    ...          [Line("PC.DEL/1/20", 50, 99, 800, 12), Line("Thank you.", 50, 99, 500, 12)]]
    >>> [line.text for line in without_running_heads(pages, [842.0, 842.0])]
    ['PC.DEL/1/20', 'Thank you.']
    """
    repeated = _repeated(pages, heights)
    symbols = {line.text.strip() for line in (pages[0] if pages else ()) if parse_symbol(line.text)}
    return [
        line
        for number, (page, height) in enumerate(zip(pages, heights, strict=True))
        for line in page
        if not _in_margin(line, height)
        or _opens_document(line, number, height)
        or not (_numbers_page(line, number) or _is_repeated(line, repeated) or line.text.strip() in symbols)
    ]


def _opens_document(line: Line, number: int, height: float) -> bool:
    """Whether a line stands in the first page's head, which later pages repeat."""
    return number == 0 and line.bottom > height / 2 and not _numbers_page(line, number)


def _repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> dict[str, list[float]]:
    """What stands at the head or foot of two pages and of a third of all, digits aside, with its heights."""
    seen: dict[str, dict[int, float]] = defaultdict(dict)
    for number, (page, height) in enumerate(zip(pages, heights, strict=True)):
        for line in page:
            if len(line.text) <= _LONGEST and _in_margin(line, height):
                seen[_key(line)].setdefault(number, line.bottom)
    least = max(2, len(pages) // 3)
    return {key: sorted(places.values()) for key, places in seen.items() if len(places) >= least}


def _is_repeated(line: Line, repeated: dict[str, list[float]]) -> bool:
    """Whether a line stands at one height with what two pages have."""
    heights = repeated.get(_key(line), [])
    near = bisect_right(heights, line.bottom + _SAME_HEIGHT) - bisect_left(
        heights, line.bottom - _SAME_HEIGHT
    )
    return near >= 2


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _in_margin(line: Line, height: float) -> bool:
    return not _MARGIN * height <= line.bottom <= (1 - _MARGIN) * height


def _numbers_page(line: Line, number: int) -> bool:
    """Whether a line is no more than the page's own number (or one marked as a page's)."""
    match = _PAGE.fullmatch(line.text.strip())
    return match is not None and (not line.text.strip().isdecimal() or int(match[1]) == number + 1)
