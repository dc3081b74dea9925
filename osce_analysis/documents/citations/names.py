"""Names of bodies and places: whose a number is, and in which year ministers met."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.forms import Name, bodies, places
from osce_analysis.documents.citations.mentions import Body, Place
from osce_analysis.documents.citations.wording import Openings, openings_of

_Form = tuple[Name, re.Pattern[str]]
_WORD_START = re.compile(r"\b\w")


def read_body(folded: Folded, start: int, stop: int | None = None) -> Body | None:
    """The body named here, the longest form first."""
    found = _named(folded, start, stop, body_forms())
    return Body(*found) if found else None


def read_place(folded: Folded, start: int, stop: int | None = None) -> Place | None:
    """The place named here."""
    found = _named(folded, start, stop, place_forms())
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
    folded: Folded, start: int, stop: int | None, forms: Openings[_Form]
) -> tuple[int, int, str] | None:
    """Start, end and code of the longest name that starts here and is written as it must be."""
    stop = len(folded.text) if stop is None else stop
    spans = [
        (found.end(), name.code)
        for name, form in forms.at(folded.text, start)
        if (found := form.match(folded.text, start, stop)) and (folded.capital(start) or not name.capital)
    ]
    if not spans:
        return None
    end, code = max(spans)
    return start, end, code


def _compiled(names: Iterable[Name]) -> Openings[_Form]:
    """The forms, each with its name."""
    return openings_of((name.form, name) for name in names)


@cache
def body_forms() -> Openings[_Form]:
    """The names of bodies, compiled."""
    return _compiled(bodies())


@cache
def place_forms() -> Openings[_Form]:
    """The names of places, compiled."""
    return _compiled(places())
