"""Which resolution of the United Nations a number is."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from osce_analysis.documents.citations.forms import council_years
from osce_analysis.documents.citations.mentions import Number
from osce_analysis.documents.citations.pinpoints import numeral
from osce_analysis.documents.citations.readings import OPEN, Meaning
from osce_analysis.reference import instruments

# The General Assembly has counted by session, n/n, since the thirty-first; before, in Roman figures.
FIRST_SLASHED_SESSION, LAST_SESSION = 31, 99
# A bare number below is too small to be told from a count; above, the Council has not got there.
SMALLEST_BARE, LAST_OF_THE_COUNCIL = 100, 2999


_BEFORE_THE_FIRST_SESSION = 1945


# Whose resolutions bear a session in Roman figures; those of other bodies have no such symbol.
_WITH_ROMAN_SESSIONS: dict[str | None, str] = {None: "A", "GA": "A", "ECOSOC": "E"}


def resolution(
    number: Number, body: str | None, near: frozenset[str], known: AbstractSet[str] = frozenset()
) -> Meaning:
    """The resolution that a number means.

    `body` is named with the number, `near` in its sentence; `known` are the resolutions of that number that
    were named before.
    """
    if number.session:
        organ = _WITH_ROMAN_SESSIONS.get(body)
        if organ is None:
            return OPEN
        id = f"{organ}/RES/{number.number}({number.session}){number.letter.upper()}"
        return Meaning(None, (id,), "small letter for a part") if number.letter.islower() else Meaning(id)
    if number.slashed:
        return _of_a_session(number, body, near)
    if body in (None, "SC"):
        return _of_the_council(number, body, near, known)
    return OPEN


def _of_a_session(number: Number, body: str | None, near: frozenset[str]) -> Meaning:
    """``n/n``: of the General Assembly, unless the Human Rights Council or another body is named."""
    series = number.series or ""
    assembly = f"A/RES/{series}/{number.number}{number.letter}"
    rights = f"A/HRC/RES/{series}/{number.number}"
    if series.startswith("HRC-"):
        return Meaning(f"A/HRC/RES/{series[4:]}/{number.number}")
    if body == "HRC" or (body is None and near == {"HRC"}):
        return Meaning(rights)
    if body == "ECOSOC" and len(series) == 4:
        return Meaning(f"E/RES/{series}/{number.number}{number.letter}")
    if series.startswith(("ES-", "S-")):
        return Meaning(assembly)
    if body in ("other", "ECOSOC") or not FIRST_SLASHED_SESSION <= int(series) <= LAST_SESSION:
        return OPEN
    if body == "SC":
        return Meaning(None, (assembly,), "named as of the Security Council")
    if body is None and "HRC" in near:
        return Meaning(None, (assembly, rights), "two bodies named")
    return Meaning(assembly)


def _of_the_council(
    number: Number, body: str | None, near: frozenset[str], known: AbstractSet[str]
) -> Meaning:
    """``n (year)`` or ``n``: of the Security Council; a wrong year counts only where the body is named."""
    id = f"S/RES/{number.number}"
    if number.number > LAST_OF_THE_COUNCIL:
        return Meaning(next(iter(known)), note="number alone") if len(known) == 1 else OPEN
    if number.year is None:
        if body == "SC":
            return Meaning(id)
        if len(known) == 1:
            return Meaning(next(iter(known)), note="number alone")
        if near == {"SC"} and number.number >= SMALLEST_BARE:
            return Meaning(id, note="number alone")
        return Meaning(None, (id,), "number alone") if number.number >= SMALLEST_BARE else OPEN
    if fits(number.number, number.year):
        return Meaning(id)
    note = f"year {number.year} does not fit the number"
    return Meaning(id, note=note) if body == "SC" else Meaning(None, (id,), note)


@cache
def fits(number: int, year: int) -> bool:
    """Whether a Security Council resolution may be of that year, as far as the years are known.

    Examples
    --------
    >>> fits(242, 1967), fits(242, 1976), fits(2202, 2015), fits(2202, 1999)
    (True, False, True, False)
    """
    exact = [known for known, first, last in council_years() if first <= number <= last]
    if exact:
        return year == exact[0]
    years = _catalogued()
    earliest = max((known for other, known in years.items() if other <= number), default=1946)
    latest = min((known for other, known in years.items() if other >= number), default=9999)
    return earliest <= year <= latest


def year_adopted(instrument: str) -> int | None:
    """The year of a resolution whose number tells it: of the Council, or of a session of the Assembly its first.

    Examples
    --------
    >>> year_adopted("S/RES/242"), year_adopted("A/RES/38/58C"), year_adopted("A/RES/1514(XV)")
    (1967, 1983, 1960)
    """
    if number := re.fullmatch(r"S/RES/(\d{1,4})", instrument):
        return next((year for year, first, last in council_years() if first <= int(number[1]) <= last), None)
    session = re.fullmatch(r"A/RES/(?:(\d\d)/\d{1,3}|\d{1,4}\(([IVX]{1,6})\))[A-Z]?", instrument)
    if session is None:
        return None
    if session[1]:
        return _BEFORE_THE_FIRST_SESSION + int(session[1])
    return next((_BEFORE_THE_FIRST_SESSION + n for n in range(1, 31) if numeral(str(n)) == session[2]), None)


@cache
def _catalogued() -> dict[int, int]:
    """Number and year of the resolutions of the catalogue, and of the last one of each known year."""
    known = {last: year for year, _, last in council_years()}
    prefix = "S/RES/"
    for one in instruments():
        if one.instrument.startswith(prefix) and one.date[:4].isdigit():
            known[int(one.instrument.removeprefix(prefix))] = int(one.date[:4])
    return known
