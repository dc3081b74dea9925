"""Dates as documents print them, in six languages; a missing day or year is never guessed."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from osce_analysis.documents.letters import small
from osce_analysis.documents.stretches import stretches
from osce_analysis.reference.tries import trie

# Month by month: the forms seen in en, fr, de, es, it, ru (nominative and genitive), with abbreviations,
# and the Ukrainian genitive.
MONTHS: tuple[str, ...] = (
    "january jan janvier janv januar jänner jan enero ene gennaio genn январь января січня янв",
    "february feb février fevrier févr fév februar feber febrero febbraio febb февраль февраля лютого февр фев",
    "march mar mars märz marz maerz marzo март марта березня мар",
    "april apr avril avr abril abr aprile апрель апреля квітня апр",
    "may mai mayo maggio magg май мая травня",
    "june jun juin juni junio giugno giu июнь июня червня июн",
    "july jul juillet juil juli julio luglio lug июль июля липня июл",
    "august aug août aout agosto ago август августа серпня авг",
    "september sept sep septembre septiembre setiembre settembre sett сентябрь сентября вересня сент сен",
    "october oct octobre oktober okt octubre ottobre ott октябрь октября жовтня окт",
    "november nov novembre noviembre novembre ноябрь ноября листопада нояб ноя",
    "december dec décembre decembre déc dezember dez diciembre dic dicembre декабрь декабря грудня дек",
)
MONTH_NUMBERS = {form: number for number, forms in enumerate(MONTHS, 1) for form in forms.split()}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
         "xi": 11, "xii": 12}  # fmt: skip

_MONTH = trie(MONTH_NUMBERS, {})
_MONTH_WORD = trie(MONTH_NUMBERS, {}, behind=r"\w") + r"\b"
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|°|-?го|-?е|-?ое)?"
_OF = r"(?:de |del |of |d['’])?"
_TO = r"\s?(?:-|–|—|/|to|and|и|по|und|bis|et|au|y|e|al)\s?"
_YEAR = r",?\s?(?:de |del )?(?P<y>(?:19|20)\d\d)(?!\d)(?:\s(?:года|году|року|г\.))?"

# For texts in small letters. Each names its groups d (day), m (month), y (year) and, for a range, d2 and m2.
# A first digit looks back from behind itself: the search then passes over all else quickly.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<d>\d(?<![\d.,/-].)\d?){_ORDINAL}(?:\s{_OF}(?P<m>{_MONTH})\.?)?{_TO}"
        rf"(?P<d2>\d{{1,2}}){_ORDINAL}\s?{_OF}(?P<m2>{_MONTH})\b\.?{_YEAR}",
        rf"(?P<d>\d(?<![\d.,/-].)\d?){_ORDINAL}[\s-]?{_OF}(?P<m>{_MONTH})\b\.?-?{_YEAR}",
        rf"(?P<m>{_MONTH_WORD})\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"(?:{_TO}(?:(?P<m2>{_MONTH})\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s(?P<y>(?:19|20)\d\d)(?!\d)",
        r"(?P<d>\d(?<![\d.].)\d?)\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d)(?![\d])",
        r"(?P<d>\d(?<![\d/].)\d?)/(?P<m>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\d/])",
        r"(?P<y>(?:19|20)(?<![\d-]..)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?![\d-])",
        r"(?P<d>\d(?<![\d.-].)\d?)[-./](?P<m>[ivx]{1,4})[-./](?P<y>(?:19|20)\d\d|\d\d)(?!\d)",
    )
)
*_DATED, _ROMAN_DATE = _PATTERNS
_SLASHED = _PATTERNS[4]
# A date of a letterhead whose parts stand on lines of their own.
_BROKEN = re.compile(r"^(\d{1,2}\.?)[ \n]([^\W\d_]{3,10}\.?)[ \n]((?:19|20)\d\d)$", re.MULTILINE)
_DAY_ALONE = re.compile(r"\n\d{1,2}\.?\n")
_HEAD = 1_500  # characters in which a letterhead stands
# Patterns are tried only near a year: most of a text has none.
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE, _AFTER = 60, 14
_ROMAN_MONTH = re.compile(r"[-./][IVXivx]{1,4}[-./]\d\d")


class DateRange(NamedTuple):
    """A date or a range of days in a text; `last` equals `first` for a single day."""

    start: int
    end: int
    first: date
    last: date


@lru_cache(maxsize=256)  # a line of a header is read for its role, its day and its place
def find_date_ranges(text: str) -> tuple[DateRange, ...]:
    """Find the dates and ranges of days in a text.

    Parameters
    ----------
    text : str
        Any text in English, French, German, Italian, Russian or Spanish.

    Returns
    -------
    tuple of DateRange
        In order, none inside another; impossible dates are left out.

    Examples
    --------
    >>> [(r.first.isoformat(), r.last.isoformat()) for r in find_date_ranges("Hamburg, 8 and 9 December 2016")]
    [('2016-12-08', '2016-12-09')]
    """
    years = [year.start() for year in _ANY_YEAR.finditer(text)]
    roman = _ROMAN_MONTH.search(text)
    if not years and not roman:
        return ()
    searched = [(start, end, _DATED) for start, end in stretches(years, _BEFORE, _AFTER)]
    if roman:
        searched.append((0, len(text), [_ROMAN_DATE]))
    text = small(text)
    matches = [
        match
        for start, end, patterns in searched
        for pattern in patterns
        for match in pattern.finditer(text, start, end)
    ]
    ranges = sorted(filter(None, map(_date_range, matches)), key=lambda r: (r.start, -r.end))
    kept: list[DateRange] = []
    for candidate in ranges:
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return tuple(kept)


def find_dates(text: str) -> list[tuple[int, int, date]]:
    """Find the dates in a text; a range gives its first day.

    Examples
    --------
    >>> find_dates("le 3 décembre 2021")
    [(3, 18, datetime.date(2021, 12, 3))]
    """
    return [(found.start, found.end, found.first) for found in find_date_ranges(text)]


def parse_date(text: str) -> date | None:
    """Read a string that is a date and nothing else (a weekday, place or full stop may stand by it).

    Parameters
    ----------
    text : str
        As printed, at most 80 characters long.

    Returns
    -------
    date or None
        The day, or the first of a range; None where day, month or year is missing or impossible.

    Examples
    --------
    >>> parse_date("2 декабря 2021 года"), parse_date("December 2021")
    (datetime.date(2021, 12, 2), None)
    """
    found = find_date_ranges(text) if len(text) <= 80 else []
    return found[0].first if len(found) == 1 else None


def mend_dates(text: str) -> str:
    """Join the dates in a text's head that a line's end broke.

    Examples
    --------
    >>> mend_dates("PC.DEL/9001/21\\n2\\nDecember\\n2021")
    'PC.DEL/9001/21\\n2 December 2021'
    """
    head = text[:_HEAD]
    if "\n20" not in head and "\n19" not in head and not _DAY_ALONE.search(head):
        return text
    return _BROKEN.sub(_joined, head) + text[_HEAD:]


def _joined(broken: re.Match[str]) -> str:
    """A broken date on one line; what is no date stays."""
    joined = " ".join(broken.groups())
    return joined if parse_date(joined) else broken[0]


def _date_range(match: re.Match[str]) -> DateRange | None:
    groups = match.groupdict()
    year = full_year(int(groups["y"]))
    if match.re is _SLASHED and _ambiguous(groups):
        return None
    last_month = _month(groups.get("m2") or groups["m"])
    month = _month(groups["m"] or groups.get("m2"))
    first_year = year - 1 if month > last_month else year
    try:
        first = date(first_year, month, int(groups["d"]))
        last = date(year, last_month, int(groups.get("d2") or groups["d"]))
    except ValueError:
        return None
    return DateRange(match.start(), match.end(), first, last) if first <= last else None


def full_year(year: int) -> int:
    """A year of two digits belongs to 1973-2072: the CSCE began in 1973.

    Examples
    --------
    >>> full_year(75), full_year(21), full_year(1999)
    (1975, 2021, 1999)
    """
    return year if year > 99 else year + (1900 if year >= 73 else 2000)


def _month(name: str | None) -> int:
    """The number of a month; 0, which no date takes, where it is none."""
    key = name or ""
    return int(key) if key.isdecimal() else MONTH_NUMBERS.get(key) or ROMAN.get(key, 0)


def _ambiguous(groups: dict[str, str | None]) -> bool:
    """Whether 03/04/2020 may be a day in March or in April."""
    day, month = groups["d"], groups["m"]
    return day != month and int(day or 0) <= 12 and int(month or 0) <= 12
