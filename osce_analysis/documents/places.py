"""The place of a meeting, as a header's line prints it."""

from __future__ import annotations

import re

from osce_analysis import reference
from osce_analysis.documents.dates import find_date_ranges
from osce_analysis.documents.masthead import WEEKDAY
from osce_analysis.documents.meetings import find_meeting

_WORD = r"[A-ZÀ-ŽА-Я][^\W\d_]*"
_PLACE = re.compile(
    rf"(?:^|[,(|]\s?|\b(?:in|OSCE|ОБСЕ)\s)({_WORD}(?:[ ./’'-]{{1,3}}(?:am |de |la |di |sur )?{_WORD}){{0,3}})"
    r"[\s,.)|]{0,4}(?:(?:le|den|el|il|am)\s?)?$"
)
_YEAR_AFTER = re.compile(rf"({_WORD}) ((?:19|20)\d\d)")
_NO_PLACE = re.compile(
    r"\b(?:council|meeting|forum|session|osce|statement|delegation|minister|ambassador|chair\w*|conseil|rat|consejo|"
    r"osze|consiglio|совет\w*|обс[еє]|рад\w|representative|europe|video|teleconference)\b",
    re.IGNORECASE,
)
_REMOTE = re.compile(r"\s?\((?:via|by|par|por|mediante|in|per|в) [^()]{1,40}\)[\s,.]{0,3}$", re.IGNORECASE)
# A date after one of these is a term, not the day of a meeting.
_TERM = re.compile(
    r"\b(?:until|till|through|by|since|from|before|after|(?<!meeting )(?<!session )of|bis|seit|vom|jusqu['’]au|"
    r"depuis|hasta|desde|fino al|dal|до|с)\s{0,3}$",
    re.IGNORECASE,
)


def is_term(text: str, start: int) -> bool:
    """Whether the date that begins at `start` is a term ("until 31 December 2008").

    Examples
    --------
    >>> is_term("the mandate until 31 December 2008", 18)
    True
    """
    return bool(_TERM.search(text[max(0, start - 20) : start]))


def find_place(text: str) -> str | None:
    """The place that a line prints before its date, else after its meeting.

    Parameters
    ----------
    text : str
        A line of a header.

    Returns
    -------
    str or None
        As printed; capitals become small letters ("STOCKHOLM" -> "Stockholm").

    Examples
    --------
    >>> find_place("Stockholm, 2 December 2021"), find_place("to the Permanent Council, Vienna")
    ('Stockholm', 'Vienna')
    """
    return place_before_date(text) or _place_after_meeting(text) or _place_and_year(text)


def place_before_date(text: str) -> str | None:
    """The place that a line prints before its date.

    Examples
    --------
    >>> place_before_date("OSCE Permanent Council No. 1266 Vienna, 7 May 2020")
    'Vienna'
    """
    ranges = find_date_ranges(text)
    if not ranges or is_term(text, ranges[0].start):
        return None
    before = WEEKDAY.sub("", text[: ranges[0].start])
    meeting = find_meeting(before)
    return _as_place(before[meeting.end :] if meeting and meeting.number is not None else before)


def _place_after_meeting(text: str) -> str | None:
    meeting = find_meeting(text)
    return _as_place(text[meeting.end :]) if meeting else None


def _place_and_year(text: str) -> str | None:
    """The place where the Ministerial Council met that year, alone on a line: "Milan 2018"."""
    found = _YEAR_AFTER.fullmatch(text.strip())
    return found[1] if found and reference.meeting("MC", place=found[1], year=int(found[2])) else None


def _as_place(text: str) -> str | None:
    """The last words of `text`, where they can be a place's name."""
    found = _PLACE.search(_REMOTE.sub("", text.strip()))
    if not found or _NO_PLACE.search(found[1]):
        return None
    return found[1].title() if found[1].isupper() else found[1]
