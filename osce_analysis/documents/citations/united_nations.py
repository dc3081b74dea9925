"""Numbers of United Nations resolutions, in all their forms."""

from __future__ import annotations

import re

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.mentions import Number
from osce_analysis.documents.citations.numbered import date_after

_EMERGENCY = r"(?P<emergency>(?:es|s)-\d{1,2}) ?/ ?(?P<of_emergency>\d{1,3})(?!\d)"
_ROMAN = (
    r"(?P<roman>\d{1,4}) ?(?P<before>[a-h](?= ?\()|(?P<several>[a-h](?:,? ?(?:and|to|-|et) ?[a-h])+(?= ?\()))? ?"
    r"[(f](?P<session>(?:e?s-)?[ivxl]{1,7})\)(?: ?(?P<after>[a-h])(?![\w']))?"  # a bracket misread as f
)
_SLASHED = (
    r"(?P<series>\d{1,4}) ?/ ?(?P<of>\d{1,3})(?![\d/])"
    r"(?: ?(?P<letter>[a-z])(?!['\w]|\.\w)(?P<more>(?:,? ?(?:and|to|-) ?[a-z](?![\w'.]))*))?"
)
_YEARED = r"(?P<council>\d{1,4}) ?\( ?(?P<year>(?:19|20|[il]9)\d\d) ?\)"  # 1 misread as i or l
_HRC = r"a/hrc/(?:res/)?(?P<hrc>\d{1,2})/(?P<of_hrc>\d{1,3})(?![\d/])"
_BARE = r"(?P<bare>\d{1,4})(?![\w/%]| ?/|[.,]\d| ?\()"
_NUMBER = re.compile(f"{_EMERGENCY}|{_ROMAN}|{_SLASHED}|{_YEARED}|{_HRC}|{_BARE}")
# "A" and "I" may be the next word: "38/58 A and" has a part, "44/215 A new" has none.
_WORDS = ("a", "i")
_MISREAD = str.maketrans("il", "11")
_PART = re.compile(r" *(?:[,.;:)\]\"']|$)| +(?:and|or|of|to|on|adopted|et|und|и|y|e)\b")


def resolution_number(folded: Folded, start: int) -> Number | None:
    """``1373 (2001)``, ``1514 (XV)``, ``3390 B (XXX)``, ``38/58 C``, ``ES-11/1``, ``1325``."""
    found = _NUMBER.match(folded.text, start)
    if found is None:
        return None
    end, year = found.end(), int(found["year"].translate(_MISREAD)) if found["year"] else None
    digits = next(found[group] for group in _DIGITS if found[group])
    series = found["emergency"] or found["series"] or found["hrc"]
    letter = "" if found["several"] else found["before"] or found["after"] or found["letter"] or ""
    if found["letter"] and not _is_part(folded, found.start("letter")):
        letter, end = "", found.end("of")
    elif found["more"]:
        letter = ""  # "41/35 A to H": the whole
    if (
        letter
        and found["session"]
        and folded.capital(found.start("session"))
        and not _has_part(folded, found)
    ):
        letter = letter.lower()  # "323b (XXIX)" is a figure misread
    else:
        letter = letter.upper()
    end, dated = date_after(folded, end, with_year=year is None)
    return Number(
        start,
        end,
        int(digits),
        series=("HRC-" if found["hrc"] else "") + series.upper() if series else None,
        session=found["session"].upper() if found["session"] else None,
        letter=letter,
        year=year or dated,
        slashed=series is not None,
    )


def _has_part(folded: Folded, found: re.Match[str]) -> bool:
    """Whether the part of a resolution with a Roman session is a capital letter, as it has to be."""
    return folded.capital(found.start("before" if found["before"] else "after"))


def _is_part(folded: Folded, at: int) -> bool:
    """Whether the letter here is a part of the resolution before it."""
    return folded.capital(at) and (
        folded.text[at] not in _WORDS or _PART.match(folded.text, at + 1) is not None
    )


_DIGITS = ("of_emergency", "roman", "of", "council", "of_hrc", "bare")
