"""Which decision a number is."""

from __future__ import annotations

from osce_analysis.documents.citations.mentions import Number
from osce_analysis.documents.citations.readings import OPEN, Meaning
from osce_analysis.reference import Meeting, meeting

# Decisions of ministers carry the year since 2003, before that the meeting.
FIRST_YEAR = 2003
FIRST_FORUM_YEAR = 1993
LARGEST_OF_A_YEAR = 60
YEARED = ("MC", "FSC")
LAST_PLAUSIBLE = 2099


def decision(number: Number, body: str | None, near: str | None, place: str | None) -> Meaning:
    """The decision that a number means.

    `body` is named with the number, `near` in its sentence, the one before or the heading; `place` stands
    for a year, since ministers met in it.
    """
    if number.slashed:
        return _of_a_year(number, body or near)
    if 100 <= number.number < 1900 and body in (None, "PC", *YEARED):
        wrongly = body in YEARED
        return Meaning(f"PC.DEC/{number.number}", note=f"named as of the {body}" if wrongly else None)
    if body == "PC":
        return Meaning(f"PC.DEC/{number.number}") if number.number < 1900 else OPEN
    if body == "MC" or (place and near == "MC"):
        return _of_ministers(number.number, number.year, place)
    return OPEN


def _of_a_year(number: Number, body: str | None) -> Meaning:
    """``n/yy``: of the ministers or of the Forum; open where neither is named."""
    year = number.year or 0
    if body == "PC" and number.number >= 100:
        return Meaning(f"PC.DEC/{number.number}", note=f"year {year} printed after the number")
    if number.number > LARGEST_OF_A_YEAR or not FIRST_FORUM_YEAR <= year <= LAST_PLAUSIBLE:
        return OPEN
    if body == "MC":
        return _of_ministers(number.number, year, None)
    forum = f"FSC.DEC/{number.number}/{year % 100:02d}"
    if body == "FSC":
        return Meaning(forum)
    if body is not None and body != "PC":
        return OPEN
    ministers = _of_ministers(number.number, year, None).instrument
    return Meaning(None, (ministers, forum) if ministers else (forum,), "body not named")


def _of_ministers(number: int, year: int | None, place: str | None) -> Meaning:
    """A decision of the Ministerial Council, by year, or by the place and the year of its meeting."""
    met = meeting("MC", place=place, year=year) if place or year else None
    year = year or (_year(met) if met else None)
    if year is None:
        return OPEN
    if year >= FIRST_YEAR:
        return Meaning(f"MC.DEC/{number}/{year % 100:02d}")
    return Meaning(f"MC({met.number}).DEC/{number}") if met else OPEN


def _year(met: Meeting) -> int:
    return int(met.first_day[:4])
