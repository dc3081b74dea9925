"""Names of bodies and places: whose a number is, and in which year ministers met."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.forms import Name, bodies, places
from osce_analysis.documents.citations.mentions import Body, Place
from osce_analysis.documents.citations.wording import alternatives, expanded

_WORD_START = re.compile(r"\b\w")


def read_body(folded: Folded, start: int, stop: int | None = None) -> Body | None:
    """The body named here, the longest form first."""
    found = _named(folded, start, stop, _bodies())
    return Body(*found) if found else None


def read_place(folded: Folded, start: int, stop: int | None = None) -> Place | None:
    """The place named here."""
    found = _named(folded, start, stop, _places())
    return Place(*found) if found else None


def body_within(folded: Folded, start: int, end: int) -> str | None:
    """The last body named within a span."""
    found = [read_body(folded, at, end) for at in _word_starts(folded, start, end)]
    return next((name.body for name in reversed(found) if name), None)


def place_within(folded: Folded, start: int, end: int) -> str | None:
    """The last place named within a span."""
    found = [read_place(folded, at, end) for at in _word_starts(folded, start, end)]
    return next((name.place for name in reversed(found) if name), None)


def _word_starts(folded: Folded, start: int, end: int) -> list[int]:
    return [start + found.start() for found in _WORD_START.finditer(folded.text[start:end])]


def _named(
    folded: Folded, start: int, stop: int | None, table: Iterable[tuple[str, bool, re.Pattern[str]]]
) -> tuple[int, int, str] | None:
    """Start, end and code of the longest name that starts here and is written as it must be."""
    stop = len(folded.text) if stop is None else stop
    spans = [
        (found.end(), code)
        for code, capital, form in table
        if (found := form.match(folded.text, start, stop)) and (folded.capital(start) or not capital)
    ]
    if not spans:
        return None
    end, code = max(spans)
    return start, end, code


def _compiled(names: Iterable[Name]) -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """One expression for the forms of each code, those apart that need a capital."""
    groups: dict[tuple[str, bool], list[str]] = {}
    for name in names:
        groups.setdefault((name.code, name.capital), []).extend(expanded(name.form))
    return tuple(
        (code, capital, re.compile(alternatives(forms))) for (code, capital), forms in groups.items()
    )


@cache
def _bodies() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    return _compiled(bodies())


@cache
def _places() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    return _compiled(places())
