"""The header of a document: what stands before its body, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from osce_analysis.documents.dates import find_date_ranges, find_dates
from osce_analysis.documents.disclaimers import is_disclaimer
from osce_analysis.documents.layout import Block
from osce_analysis.documents.masthead import WEEKDAY, Masthead, read_masthead
from osce_analysis.documents.meetings import Meeting, find_meeting
from osce_analysis.documents.openings import is_capital, is_preamble, is_salutation, opens_body
from osce_analysis.documents.symbols import Symbol
from osce_analysis.documents.titles import SPEECH, subject_of, without_meeting
from osce_analysis.reference import find_actor

_T = TypeVar("_T")
LONGEST = 60  # lines; no header is longer

_FIRST_PERSON = re.compile(r"\b(?:I|we|our|us|my|je|nous|notre|ich|wir|unser\w*|noi|nosotros|мы|я|наш\w*)\b", re.IGNORECASE)
_SPECIMEN = re.compile(r"\bSPECIMEN\b")
# What a document viewer's page sets before the text.
_VIEWER = re.compile(r"(?:total page|file type|similar documents|download|<<$|size ?:|page \d+ ?:)", re.IGNORECASE)
_DELEGATION = re.compile(
    r"(?:the )?(?:permanent )?(?:delegation|mission|representation) (?:of|to)\b|délégation (?:de|du|des)\b|"
    r"représentation permanente|(?:ständige )?(?:delegation|vertretung) |delegación d|misión permanente|"
    r"delegazione |rappresentanza permanente|делегация |постоянное представительство",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(r"\b(?:mission|delegation|embassy|representation) to the\b", re.IGNORECASE)
# How a line says who spoke; the first of these opens no sentence of a body.
_AS_DELIVERED = re.compile(
    r"(?:as )?(?:delivered|prepared for delivery) (?:by|at|to|in)\b|as (?:delivered|prepared)\b|\(?check against delivery|"
    r"(?:eu )?statement delivered by|виголошен|vorgetragen von|prononcée? par|pronunciad[oa] por|pronunciat[oa] da",
    re.IGNORECASE,
)
_DELIVERY = re.compile(r"speaker ?:|by (?!the delegation)|read by|made by", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:to|at|before|on|in|during) (?:the|a)\b", re.IGNORECASE)
_AGENDA = re.compile(
    r"\b(?:agenda item|point|tagesordnungspunkt|punto|пункт(?: повестки дня)?)\s(?:no\.? ?)?"
    r"(?P<item>\d{1,2}(?: ?\([a-z]\)|[a-z]\b)?)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:,|\b(?:by|of|the|at|on|and|for|to|in|with|de|du|des|la|le|et|der|die|und|zu|del|el|y|di|della|e|на|по|о|и|в))$",
    re.IGNORECASE,
)
_WORD = r"[A-ZÀ-ŽА-Я][^\W\d_]*"
_PLACE = re.compile(
    rf"(?:^|[,(|]\s?|\b(?:in|OSCE|ОБСЕ)\s)({_WORD}(?:[ ./’'-]{{1,3}}(?:am |de |la |di |sur )?{_WORD}){{0,3}})"
    r"[\s,.)]*(?:(?:le|den|el|il|am)\s?)?$"
)
# A date after one of these is a term, not the day of the meeting.
_TERM = re.compile(r"\b(?:until|till|by|since|from|before|after|of|bis|seit|vom|jusqu['’]au|depuis|hasta|desde|fino al|dal|до|с)\s*$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:the )?main theses(?: are)?\b.{0,3}|\(?via video.{0,20}|begin text.?|full text.?|texte intégral|\(?begin transcript\)?|read completely|"
    r"основные тезисы.?",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?:\d\. ?)?(?:date|datum|fecha|data|дата) ?:", re.IGNORECASE)
_NO_PLACE = re.compile(
    r"\b(?:council|meeting|forum|session|osce|statement|delegation|minister|ambassador|chair\w*|conseil|rat|consejo|"
    r"consiglio|совет\w*|обс[еє]|рад\w|representative|europe|video|teleconference)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class HeaderLine:
    """A line of the header and what it is: one of the roles that `_role` gives."""

    text: str
    block: int
    bold: bool
    role: str
    masthead: Masthead


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
    delegation_line: str | None = None
    title: str | None = None
    subject: str | None = None
    specimen: bool = False
    disclaimers: tuple[str, ...] = field(default=())


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
    lines = tuple(_header_lines(blocks))
    official = next((line.masthead for line in lines if _bears_symbol(line)), None)
    symbol = official.symbol if official else None
    body = symbol.body if symbol else None
    title, subtitle = _titles(lines)
    meeting = _meeting(lines, title, symbol)
    issued, delivered = _days(lines)
    if symbol and symbol.series == "JOUR" and delivered is None:
        delivered = _journal_day(blocks)
    agenda = next((found for line in lines if (found := _AGENDA.search(line.text))), None)
    language = _first(line.masthead.language for line in lines)
    original = _first(line.masthead.original for line in lines)
    return Header(
        lines=lines,
        symbol=symbol,
        distribution=_first(line.masthead.distribution for line in lines if line.role != "title"),
        issued=issued,
        delivered=delivered,
        place=_place(lines),
        language=language or original,
        original_language=original,
        meeting_body=meeting.body if meeting else None,
        meeting_number=meeting.number if meeting else None,
        agenda_item=agenda["item"] if agenda else None,
        delegation_line=_first(line.masthead.rest for line in lines if line.role == "delegation"),
        title=title,
        subject=subject_of(title, subtitle, body) if title else subtitle,
        specimen=any(_SPECIMEN.search(line.text) for line in lines),
        disclaimers=tuple(line.text for line in lines if line.role == "disclaimer"),
    )


def _header_lines(blocks: Sequence[Block]) -> Iterator[HeaderLine]:
    """The lines before the body, each with its role; none where no line is a header's."""
    lines: list[HeaderLine] = []
    flat = [(number, block, text) for number, block in enumerate(blocks[:LONGEST]) for text in block.lines]
    for (number, block, text), following in zip(flat, [*(text for *_, text in flat[1:]), ""], strict=True):
        role, masthead = _role(text, block, number, lines)
        if role == "body" and _leads_in(text, following, lines):
            role = "lead-in"
        if role == "body" or len(lines) >= LONGEST:
            return iter(lines)
        lines.append(HeaderLine(text, number, block.bold, role, masthead))
    # No line opened a body: a header alone where it is an official one, else all is body.
    return iter(lines if any(line.masthead.is_official for line in lines) else ())


def _leads_in(text: str, following: str, before: list[HeaderLine]) -> bool:
    """Whether a sentence under a page's title tells of the speech whose greeting follows it."""
    titled = any(line.role == "title" for line in before) and not any(line.role == "lead-in" for line in before)
    return titled and is_salutation(following) and not is_salutation(text) and not _FIRST_PERSON.search(text)


def _role(text: str, block: Block, number: int, before: list[HeaderLine]) -> tuple[str, Masthead]:
    """What a line is, given those before it."""
    if is_disclaimer(text):
        return "disclaimer", read_masthead(text)
    masthead = read_masthead(text[:400])
    if is_preamble(text):
        return "body", masthead
    titled = any(line.role in _TELLING for line in before)
    if _VIEWER.match(text) or _LABEL.fullmatch(text):
        return "label", masthead
    if _AS_DELIVERED.match(text):
        return "delivery", masthead
    last = before[-1] if before else None
    in_title = last is not None and last.role == "title" and (last.block == number or _dangles(last.text))
    if in_title and last and _dangles(last.text) and not masthead.is_official:
        return "title", masthead
    if not masthead.rest or _SPECIMEN.search(text[:120]):
        return "masthead" if not masthead.rest else "specimen", masthead
    if masthead.is_official and len(masthead.rest.split()) <= 8:
        return "delegation", masthead
    if not block.bold and opens_body(text, titled=titled):
        return "body", masthead
    if not (in_title and (is_capital(text) or block.bold)):
        if _is_delegation(text):
            return "delegation", masthead
        if _DELIVERY.match(text) or (last and last.role == "delivery" and _GOES_ON.match(text)):
            return "delivery", masthead
        if _is_meeting(text, masthead):
            return "meeting", masthead
    return "title", masthead


def _dangles(text: str) -> bool:
    """Whether a title's line cannot end here."""
    return bool(_DANGLING.search(text))


def _is_delegation(text: str) -> bool:
    """Whether a line names a delegation or its letterhead."""
    if len(text.split()) > 10 or SPEECH.search(text):
        return False
    return bool(_DELEGATION.match(text) or _LETTERHEAD.search(text)) or find_actor(text) is not None


def _is_meeting(text: str, masthead: Masthead) -> bool:
    """Whether a line names nothing but a meeting, its place or its day."""
    if _AGENDA.match(text) or (masthead.dates and _place_before_date(text) and len(masthead.rest.split()) <= 4):
        return True
    if SPEECH.search(text):
        return False
    rest = without_meeting(text, "PC")
    return rest != text.strip() and len(rest.split()) <= 3


def _bears_symbol(line: HeaderLine) -> bool:
    return line.masthead.symbol is not None and line.role in ("masthead", "disclaimer", "delegation", "specimen")


def _titles(lines: Sequence[HeaderLine]) -> tuple[str | None, str | None]:
    """The title, and the line under it that says what it is about."""
    groups: list[list[HeaderLine]] = []
    last: HeaderLine | None = None
    after = _after_masthead(lines)
    for line in after if any(line.role == "title" for line in after) else lines:
        if line.role == "title":
            if last is not None and last.role == "title" and _same_title(last, line):
                groups[-1].append(line)
            else:
                groups.append([line])
        last = line
    joined = [" ".join(line.text for line in group) for group in groups]
    groups = [group for n, group in enumerate(groups) if joined[n].casefold() not in map(str.casefold, joined[:n])]
    texts = list(dict.fromkeys(" ".join(line.text for line in group) for group in groups))
    if not texts:
        return _first(line.text for line in lines if line.role == "meeting"), None
    strong = [number for number, text in enumerate(texts) if SPEECH.search(text)]
    strong += [n for n, group in enumerate(groups) if group[0].bold or is_capital(texts[n])]
    chosen = strong[0] if strong else 0
    return texts[chosen], texts[chosen + 1] if chosen + 1 < len(texts) else None


def _after_masthead(lines: Sequence[HeaderLine]) -> Sequence[HeaderLine]:
    """The lines below the last that bears a symbol or a language: a viewer's title stands above."""
    official = [number for number, line in enumerate(lines) if line.masthead.is_official and line.role != "title"]
    return lines[official[-1] + 1 :] if official else lines


def _same_title(line: HeaderLine, following: HeaderLine) -> bool:
    """Whether two title lines are one title."""
    if line.block == following.block:
        return is_capital(line.text) == is_capital(following.text) or _dangles(line.text)
    alike = is_capital(line.text) and is_capital(following.text)
    return alike or (line.bold and following.bold) or _dangles(line.text)


def _meeting(lines: Sequence[HeaderLine], title: str | None, symbol: Symbol | None) -> Meeting | None:
    """The meeting that the title or another line names; a number beats a mere name."""
    body = symbol.body if symbol else None
    texts = [title or "", *(line.text for line in lines if line.role in ("meeting", "delivery", "title", "specimen"))]
    found = [meeting for text in texts if (meeting := find_meeting(text, body))]
    if symbol and symbol.meeting:
        return Meeting(symbol.body, symbol.meeting, 0, 0)
    return next((meeting for meeting in found if meeting.number), found[0] if found else None)


def _days(lines: Sequence[HeaderLine]) -> tuple[date | None, date | None]:
    """The day of issue and the day of delivery.

    A date beside the symbol or language is the day of issue; one in the title, with a
    place or a meeting is the day of delivery, else the second bare date is. On a page
    without symbol and language a lone date is the day of delivery.
    """
    bare = [day for line in lines if line.role in ("masthead", "disclaimer", "delegation") for day in line.masthead.dates]
    told = _first(day for line in lines if line.role in _TELLING for day in _meeting_days(line.text))
    if any(line.masthead.is_official for line in lines):
        return (bare[0] if bare else None), told or (bare[1] if len(bare) > 1 else None)
    if told:
        return (bare[0] if bare else None), told
    return None, (bare[0] if bare else None)


def _journal_day(blocks: Sequence[Block]) -> date | None:
    """The day that a journal's first item names ("1. Date: ...")."""
    told = (line for block in blocks[:LONGEST] for line in block.lines if _TOLD.match(line))
    return _first(day for line in told for _, _, day in find_dates(line[:120]))


def _meeting_days(text: str) -> list[date]:
    """The dates of a line that can be the meeting's day."""
    return [found.first for found in find_date_ranges(text) if not _TERM.search(text[: found.start])]


_TELLING = ("meeting", "title", "delivery", "specimen")


def _place(lines: Sequence[HeaderLine]) -> str | None:
    """The place printed before a date, or after the meeting's name."""
    telling = [line.text for line in lines if line.role in _TELLING]
    return _first(map(_place_before_date, telling)) or _first(map(_place_after_meeting, telling))


def _place_before_date(text: str) -> str | None:
    ranges = find_date_ranges(text)
    if not ranges or _TERM.search(text[: ranges[0].start]):
        return None
    before = WEEKDAY.sub("", text[: ranges[0].start])
    meeting = find_meeting(before)
    return _as_place(before[meeting.end :] if meeting and meeting.number is not None else before)


def _place_after_meeting(text: str) -> str | None:
    meeting = find_meeting(text)
    return _as_place(text[meeting.end :]) if meeting else None


def _as_place(text: str) -> str | None:
    """The last words of `text`, where they can be a place's name."""
    found = _PLACE.search(text.strip())
    if not found or not found[1][0].isupper() or _NO_PLACE.search(found[1]) or not found[1].strip():
        return None
    place = found[1].strip(" ,.")
    return place.title() if place.isupper() else place


def _first(values: Iterable[_T | None]) -> _T | None:
    """The first value that is there."""
    return next((value for value in values if value), None)
