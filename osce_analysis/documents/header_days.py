"""The two days of a header: when a document was issued, and when it was delivered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import dropwhile, pairwise

from osce_analysis.documents.dates import DateRange, find_date_ranges, find_dates
from osce_analysis.documents.header_lines import LONGEST, OFFICIAL, TELLING, HeaderLine, is_delivery
from osce_analysis.documents.layout import Block
from osce_analysis.documents.letters import small
from osce_analysis.documents.meetings import find_meeting
from osce_analysis.documents.page_lines import published_on
from osce_analysis.documents.places import is_term
from osce_analysis.reference.tries import trie

_DATE_LABEL = re.compile(trie(("date", "datum", "fecha", "data", "дата"), {}, behind=r"\w") + " ?:")
_JOURNAL_HEAD = 4_000  # characters within which a journal tells its day
# A page's lead-in ends with the day of the speech: "N. Doe recalls ... (13 February 2025)."
_IN_BRACKET = re.compile(r"\(([^()]{8,40})\)\.?$")
_AT_THE_END = 2  # blocks in which the line stands that says who delivered, where it follows the text


def read_days(lines: Sequence[HeaderLine]) -> tuple[date | None, date | None]:
    """The day of issue and the day of delivery.

    A date beside the symbol or language is the day of issue, and so is one that a page calls that of its
    publication; one in the title, with a place or a meeting is the day of delivery, else the second bare
    date is. On a page without symbol and language a lone date is the day of delivery.

    Parameters
    ----------
    lines : sequence of HeaderLine
        As `header_lines.header_lines` gives them, with what is told below the text.

    Examples
    --------
    >>> from osce_analysis.documents.header_lines import header_lines
    >>> lines = header_lines([Block(("PC.DEL/9001/21", "3 May 2021", "ENGLISH", "Vienna, 2 May 2021"))])
    >>> [day.isoformat() for day in read_days(lines)]
    ['2021-05-03', '2021-05-02']
    """
    notes = [line.text for line in lines if line.role in ("label", "lead-in")]
    below = _below_delivery(lines)
    told_in = [_meeting_day(line.text) for line in lines if line.role in TELLING or line in below]
    for line in lines:
        if line.role == "lead-in":
            told_in += [_bracketed(line.text), _meeting_day(line.text) if find_meeting(line.text) else None]
    official = [line for line in lines if line.role in OFFICIAL and line not in below]
    meetings = [line for line in official if not line.masthead.is_official and _days_of(line.text)]
    told_in += [_days_of(line.text) for line in meetings]
    official = [line for line in official if line not in meetings]
    bare = [day for line in official for day in line.masthead.dates]
    published = next(filter(None, map(published_on, notes)), None)
    told = next(filter(None, told_in), None)
    if told and told.first < told.last:
        told = _within(told, lines) or told
    first, second = [*bare, None, None][:2]
    if any(line.masthead.is_official for line in lines):
        return first or published, told.first if told else second
    if told and first and told.first <= first <= told.last:
        return published, first  # the day among those of the meeting
    if told:
        return published or first, told.first
    return published, first


def told_at_the_end(blocks: Sequence[Block]) -> Iterable[str]:
    """The lines after a text that say who delivered it, and where.

    Examples
    --------
    >>> list(told_at_the_end([Block(("We agree.",)), Block(("As delivered by N. Doe to the Council, Vienna",))]))
    ['As delivered by N. Doe to the Council, Vienna']
    """
    return (line for block in blocks[-_AT_THE_END:] for line in block.lines if is_delivery(line))


def journal_day(blocks: Sequence[Block]) -> date | None:
    """The day that a journal's first item names ("1. Date: ...").

    Examples
    --------
    >>> journal_day([Block(("1. Date: Thursday, 3 December 2020",))])
    datetime.date(2020, 12, 3)
    """
    head = " ".join(line for block in blocks[:LONGEST] for line in block.lines)[:_JOURNAL_HEAD]
    labels = (head[found.end() : found.end() + 60] for found in _DATE_LABEL.finditer(small(head)))
    return next((day for after in labels for _, _, day in find_dates(after)), None)


def _below_delivery(lines: Sequence[HeaderLine]) -> list[HeaderLine]:
    """A date alone under the line that says who delivered, before the symbol and the day of issue."""
    return [
        line
        for above, line in pairwise(lines)
        if above.role == "delivery" and line.role == "masthead" and above.block == line.block
        if line.masthead.dates and not line.masthead.is_official
    ]


def _meeting_day(text: str) -> DateRange | None:
    """The first date of a line that can be the meeting's day, or the first range of days."""
    return next(
        (
            found
            for found in find_date_ranges(text)
            if found.last > found.first or not is_term(text, found.start)
        ),
        None,
    )


def _days_of(text: str) -> DateRange | None:
    """The several days of a meeting, as a masthead may print them: "4 and 5 December 2014"."""
    found = find_date_ranges(text)
    return found[0] if found and found[0].last > found[0].first else None


def _within(meeting: DateRange, lines: Sequence[HeaderLine]) -> DateRange | None:
    """The one day among those of a meeting that a line of its own tells below: "Warsaw, 18 September 2018"."""
    below = dropwhile(lambda line: _meeting_day(line.text) != meeting, lines)
    told = (
        _meeting_day(line.text)
        for above, line in pairwise(below)
        if line.role in ("meeting", "delivery")
        or (line.role == "masthead" and above.role == "title" and above.block == line.block)
    )
    days = (day for day in told if day and day.first == day.last)
    return next((day for day in days if meeting.first <= day.first <= meeting.last), None)


def _bracketed(text: str) -> DateRange | None:
    """The date in brackets that ends a line."""
    bracket = _IN_BRACKET.search(text[-60:])
    return next(iter(find_date_ranges(bracket[1])), None) if bracket else None
