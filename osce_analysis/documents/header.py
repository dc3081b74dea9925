"""What a header says: symbol, dates, languages, meeting, title and subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from osce_analysis.documents.header_days import journal_day, read_days, told_at_the_end
from osce_analysis.documents.header_lines import (
    AGENDA,
    OFFICIAL,
    SPECIMEN,
    TELLING,
    HeaderLine,
    dangles,
    header_lines,
)
from osce_analysis.documents.layout import Block
from osce_analysis.documents.letters import small
from osce_analysis.documents.masthead import read_masthead
from osce_analysis.documents.meetings import Meeting, find_meeting
from osce_analysis.documents.openings import is_capital
from osce_analysis.documents.places import find_place
from osce_analysis.documents.symbols import Symbol
from osce_analysis.documents.titles import REPORT, SPEECH, subject_of

_T = TypeVar("_T")
_WHOSE = re.compile(r"(?:of|de|du|des|der|del|della|dell['’]|и)\b", re.IGNORECASE)
# What a page's list sets before a title: "31.12.2016 • Statement by".
_PAGE_DAY = re.compile(r"^(?:\[?\d{1,2}[./]\d{1,2}[./]\d{4}\]? ?[•|–—-]|[•·]) ?")
_ALIKE = 40  # characters


@dataclass(frozen=True)
class Header:
    """What a header says; `lines` are those that belong to it."""

    lines: tuple[HeaderLine, ...] = ()
    symbol: Symbol | None = None
    distribution: str | None = None
    issued: date | None = None
    delivered: date | None = None
    place: str | None = None
    language: str | None = None
    original_language: str | None = None
    meeting_body: str | None = None
    meeting_number: int | None = None
    agenda_item: str | None = None
    title: str | None = None
    subject: str | None = None
    specimen: bool = False


def read_header(blocks: Sequence[Block]) -> Header:
    """Read the header of a document.

    Parameters
    ----------
    blocks : sequence of Block
        The document's blocks, as `layout.blocks` gives them.

    Returns
    -------
    Header
        Its fields, None where the header does not say; `lines` is empty where there is no header.

    Examples
    --------
    >>> header = read_header([Block(("PC.DEL/9001/21", "2 December 2021")), Block(("ENGLISH only",))])
    >>> header.symbol.canonical, header.issued.isoformat(), header.original_language
    ('PC.DEL/9001/21', '2021-12-02', 'en')
    """
    lines = header_lines(blocks)
    symbol = _first(line.masthead.symbol for line in lines if line.role in (*OFFICIAL, "specimen"))
    title, subtitle = _titles(lines)
    telling = [*lines, *(_delivery_line(text) for text in told_at_the_end(blocks))]
    meeting = _meeting(telling, title, symbol)
    issued, delivered = read_days(telling)
    if symbol and symbol.series == "JOUR":
        delivered = journal_day(blocks) or delivered
    elif symbol is None:
        delivered = delivered or journal_day(blocks)
    language = _first(line.masthead.language for line in lines)
    original = _first(line.masthead.original for line in lines)
    return Header(
        lines=lines,
        symbol=symbol,
        distribution=_first(line.masthead.distribution for line in lines if line.role != "title"),
        issued=issued,
        delivered=delivered,
        place=_first(find_place(line.text) for line in telling if line.role in TELLING),
        language=language or original,
        original_language=original,
        meeting_body=meeting.body if meeting else None,
        meeting_number=meeting.number if meeting else None,
        agenda_item=_first(_agenda_item(line.text) for line in lines),
        title=title,
        subject=subject_of(title, subtitle, symbol.body if symbol else None) if title else None,
        specimen=any(SPECIMEN.search(line.text) for line in lines),
    )


def _agenda_item(line: str) -> str | None:
    """The number of the agenda item that a line names, as printed."""
    found = AGENDA.search(small(line))
    return line[found.start("item") : found.end("item")] if found else None


def _titles(lines: Sequence[HeaderLine]) -> tuple[str | None, str | None]:
    """The title, and the line under it that says what it is about.

    A title that says "statement" or the like comes first, else one in capitals or bold (a word alone
    after one that names a meeting), else the first. Titles below the symbol and language beat those above,
    which a viewer's page set.
    """
    below = _below_masthead(lines)
    groups = _title_groups(below) or ([] if any(map(_is_named, below)) else _title_groups(lines))
    texts = {" ".join(line.text for line in group): group for group in reversed(groups)}
    texts = dict(reversed(texts.items()))  # each title once, at its first place
    if not texts:
        return _first(line.text for line in reversed(lines) if _is_named(line)), None
    titles = list(texts)
    several = [title for title in titles if " " in title]
    chosen = _first(title for told in (SPEECH, REPORT) for title in several if told.search(small(title)))
    marked = [title for title, group in texts.items() if group[0].bold or is_capital(title)]
    numbered = (title for title in titles if (meeting := find_meeting(title)) and meeting.number)
    chosen = chosen or _first((*(title for title in marked if " " in title), *numbered, *marked))
    place = titles.index(chosen) if chosen else 0
    return _PAGE_DAY.sub("", titles[place]), titles[place + 1] if place + 1 < len(titles) else None


def _title_groups(lines: Sequence[HeaderLine]) -> list[list[HeaderLine]]:
    """The lines that are titles, those of one title together."""
    groups: list[list[HeaderLine]] = []
    last: HeaderLine | None = None
    for line in lines:
        if line.role == "title":
            if last is not None and last.role == "title" and _same_title(last, line):
                groups[-1].append(line)
            elif last is not None and last.role == "meeting" and _goes_on(last, line):
                groups.append([last, line])
            else:
                groups.append([line])
        last = line
    return groups


def _below_masthead(lines: Sequence[HeaderLine]) -> Sequence[HeaderLine]:
    """The lines below the last that bears a symbol or a language."""
    official = [
        number for number, line in enumerate(lines) if line.masthead.is_official and line.role != "title"
    ]
    return lines[official[-1] + 1 :] if official else lines


def _same_title(line: HeaderLine, following: HeaderLine) -> bool:
    """Whether two title lines are one title."""
    both = is_capital(line.text), is_capital(following.text)
    if line.text[:_ALIKE] == following.text[:_ALIKE]:
        return False  # a title printed twice
    if line.block == following.block:
        return both[0] == both[1] or dangles(line.text) or following.text[0].islower()
    return all(both) or (line.bold and following.bold) or dangles(line.text)


def _is_named(line: HeaderLine) -> bool:
    """Whether a line names a meeting of whichever council, as a journal's title does."""
    return line.role == "meeting" and find_meeting(line.text, "PC") is not None


def _goes_on(meeting: HeaderLine, line: HeaderLine) -> bool:
    """Whether a line says whose meeting the line above it names: "OF THE FORUM AND THE COUNCIL"."""
    capital = is_capital(meeting.text) and is_capital(line.text) and meeting.block == line.block
    return (capital or line.text[0].islower()) and bool(_WHOSE.match(line.text))


def _meeting(lines: Sequence[HeaderLine], title: str | None, symbol: Symbol | None) -> Meeting | None:
    """The meeting that the title or another line names; a number beats a mere name."""
    if symbol and symbol.meeting:
        return Meeting(symbol.body, symbol.meeting, 0, 0)
    named = (find_meeting(line.text) for line in lines if line.role in OFFICIAL)
    body = symbol.body if symbol else _first(meeting.body for meeting in named if meeting)
    told = [line for line in lines if line.role in (*TELLING, "lead-in")]
    delivered = [line.text for line in told if line.role == "delivery"]  # a title may tell of another meeting
    texts = [*delivered, title or "", *(line.text for line in told)]
    found = [meeting for text in texts if (meeting := find_meeting(text, body))]
    numbered = _first(meeting for meeting in found if meeting.number)
    if not numbered and symbol and (symbol.body, symbol.series) == ("PC", "JOUR"):
        return Meeting("PC", symbol.number, 0, 0)  # this journal's number is its meeting's
    return numbered or _first(found)


def _delivery_line(text: str) -> HeaderLine:
    """A line below the text that tells what else stands in the header."""
    return HeaderLine(text, -1, False, "delivery", read_masthead(text))


def _first(values: Iterable[_T | None]) -> _T | None:
    """The first value that is there."""
    return next((value for value in values if value), None)
