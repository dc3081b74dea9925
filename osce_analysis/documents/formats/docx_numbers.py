"""The numbers that Word sets before paragraphs by itself: the page shows them, and no text holds them."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from osce_analysis.documents.formats.docx_styles import Style, W, is_on, value

_PLACE = re.compile(r"%([1-9])")
_NUMBER = re.compile(r"\d{1,6}")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HIGHEST = 702  # a number above it is shown in digits, whatever its list says


class _Level(NamedTuple):
    """How the items of one level of a list are numbered."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    in_digits: bool = False  # also the numbers of the levels above
    style: str | None = None  # of paragraphs that are on this level by it


class Numbers:
    """Counts the items of a document's lists while its paragraphs are read in order."""

    def __init__(self, part: Any, styles: dict[str | None, Style]) -> None:
        stored = {item.get(f"{W}abstractNumId"): item for item in part.iterchildren(f"{W}abstractNum")}
        levels = {name: _levels(item) for name, item in stored.items()}
        self._counts: dict[str | None, dict[int, int]] = {}
        self._stored: dict[str | None, str | None] = {}  # a list that is used -> the one that it counts with
        self._levels: dict[str | None, dict[int, _Level]] = {}
        self._starts: dict[str | None, dict[int, int]] = {}
        for num in part.iterchildren(f"{W}num"):
            name, own = num.get(f"{W}numId"), value(num.find(f"{W}abstractNumId"))
            self._stored[name] = own
            self._levels[name] = levels.get(own, {}) | _changed(num)
            self._starts[name] = _starts(num)
        for name, own in self._stored.items():
            if own in stored and (link := value(stored[own].find(f"{W}numStyleLink"))) is not None:
                kept = styles.get(link, Style()).list_id  # the list is kept with a style
                self._levels[name] = self._levels.get(kept, {})

    def label(self, style: Style, style_id: str | None) -> str:
        """The number that stands before the next paragraph of this style, and no bullet; "" where none does."""
        levels = self._levels.get(style.list_id, {})
        by_style = next((n for n, level in levels.items() if style_id and level.style == style_id), 0)
        number = style.level if style.level is not None else by_style
        if number not in levels:
            return ""
        counts = self._counts.setdefault(self._stored[style.list_id], {})
        for upper in levels.keys() & range(number):  # an item opens those that it is within
            counts.setdefault(upper, levels[upper].start)
        started = self._starts[style.list_id].pop(number, None)
        counts[number] = started if started is not None else counts.get(number, levels[number].start - 1) + 1
        for deeper in [n for n in counts if n > number]:
            del counts[deeper]
        return _PLACE.sub(
            lambda place: _shown(int(place[1]) - 1, number, levels, counts), levels[number].text
        )


def _shown(number: int, own: int, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    """The count of one level as a label shows it."""
    level = levels.get(number, _Level())
    count = counts.get(number, level.start)
    if level.format.endswith("Letter") and 0 < count <= _HIGHEST and not levels[own].in_digits:
        shown = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif level.format.endswith("Roman") and 0 < count <= _HIGHEST and not levels[own].in_digits:
        shown = _roman(count)
    elif level.format == "decimalZero":
        return f"{count:02}"
    else:
        return str(count)
    return shown.upper() if level.format.startswith("upper") else shown


def _roman(count: int) -> str:
    """A number in small Roman letters."""
    letters = ""
    for size, letter in _ROMAN:
        letters += count // size * letter
        count %= size
    return letters


def _levels(item: Any) -> dict[int, _Level]:
    """The levels of a list, by number from 0."""
    levels = {}
    for element in item.iterchildren(f"{W}lvl"):
        kind = value(element.find(f"{W}numFmt")) or "decimal"
        text = "" if kind in ("bullet", "none") else value(element.find(f"{W}lvlText")) or ""
        legal = bool(is_on(element.find(f"{W}isLgl")))
        start = _integer(value(element.find(f"{W}start")), 1)
        level = _Level(kind, text, start, legal, value(element.find(f"{W}pStyle")))
        levels[_integer(element.get(f"{W}ilvl"), 0)] = level
    return levels


def _changed(num: Any) -> dict[int, _Level]:
    """The levels that a use of a list numbers in its own way."""
    return {
        n: level for override in num.iterchildren(f"{W}lvlOverride") for n, level in _levels(override).items()
    }


def _starts(num: Any) -> dict[int, int]:
    """Where a use of a list counts anew, by level."""
    found = {}
    for override in num.iterchildren(f"{W}lvlOverride"):
        start = value(override.find(f"{W}startOverride"))
        if start is not None:
            found[_integer(override.get(f"{W}ilvl"), 0)] = _integer(start, 1)
    return found


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and _NUMBER.fullmatch(text) else default
