"""Names that extraction dropped: "on behalf of , and my own country"; told, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from osce_analysis.documents.records import Part, Problem

# Words after which a name must follow, by language; a comma there stands for one that is gone.
BEFORE_A_NAME: dict[str, str] = {
    "en": "of|by|for|from|with|between|and|the|as well as|countries|delegations",
    "fr": "de|du|des|par|avec|entre|et|la|le|les|ainsi que|pays",
    "de": "von|der|des|durch|mit|zwischen|und|sowie",
    "es": "de|del|por|con|entre|y|la|el|así como|países",
    "it": "di|del|della|dei|da|con|tra|e|la|il|nonché|Paesi",
    "ru": "и|от имени|между|а также|странами|государствами|делегаци[ийя]",
}
_BEFORE = re.compile(rf"(?:(?<!\w)(?:{'|'.join(BEFORE_A_NAME.values())})|[,(])\Z", re.IGNORECASE)
_SPACED = re.compile(r"(?<! ) +(?=[,;)]|\.\s|\.\Z)")
_SPACED_MARKS = (" ,", " ;", " )", " .")  # one of them stands in every text with such a gap
_NAMELESS = re.compile(
    r" of(?:(?<=behalf of)|(?<=elegation of)|(?<=elegations of)|(?<=epublic of)) +(?=(?:for|to|on|and)\b)"
)
_LONGEST = 16  # characters; no word before a name is longer
_AROUND = 40  # characters shown on each side
_NEAR = 60  # characters within which gaps are one place
_SHOWN = 3  # places that the sentence names


def lost_names(parts: Mapping[Part, str]) -> Iterator[Problem]:
    """Tell where names seem to be lost.

    Parameters
    ----------
    parts
        Front, text and closing of a document.

    Yields
    ------
    Problem
        One, with the paragraph and the words around each place.

    Examples
    --------
    >>> [problem.problem for problem in lost_names({"text": "I speak on behalf of , and Malta."})]
    ['Names or other words seem to be lost in paragraph 1 ("I speak on behalf of , and Malta."): look at the original.']
    """
    places = [place for part, text in parts.items() for place in _places(part, text)]
    if places:
        more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        told = "; ".join(places[:_SHOWN])
        yield Problem("roles", f"Names or other words seem to be lost in {told}{more}: look at the original.")


def _places(part: Part, text: str) -> Iterator[str]:
    """Each place with a gap: its paragraph, and the words around."""
    last, paragraph = -_NEAR, 1
    for found in sorted((*_gaps(text), *_NAMELESS.finditer(text)), key=lambda found: found.start()):
        if found.start() - last < _NEAR:
            continue
        paragraph += text.count("\n\n", max(last, 0), found.start())
        last = found.start()
        name = {"text": f"paragraph {paragraph}", "front": "the header", "closing": "the closing"}[part]
        yield f'{name} ("{_around(text, found.start(), found.end())}")'


def _gaps(text: str) -> Iterator[re.Match[str]]:
    """The spaces before a comma that follow a word after which a name must come."""
    for found in _SPACED.finditer(text) if any(mark in text for mark in _SPACED_MARKS) else ():
        if _BEFORE.search(text, max(0, found.start() - _LONGEST), found.start()):
            yield found


def _around(text: str, start: int, end: int) -> str:
    """The words around a gap, whole and of its line."""
    first = max(0, start - _AROUND, text.rfind("\n", 0, start) + 1)
    while first and first < start and not text[first - 1].isspace():
        first += 1
    stop = min(len(text), end + _AROUND)
    stop = text.find("\n", end, stop) if "\n" in text[end:stop] else stop
    while end < stop < len(text) and not text[stop].isspace():
        stop -= 1
    return text[first:stop].rstrip()
