"""The speakers of an item: entries parted by commas, with brackets, cut by pages, names lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from osce_analysis.documents.journals.brackets import Bracket, actors_named, depths, read_bracket
from osce_analysis.documents.journals.layout import PARAGRAPH, SENTENCE_END
from osce_analysis.documents.journals.speakers import known_speaker
from osce_analysis.documents.journals.wordings import chairs, wording
from osce_analysis.documents.symbols import find_symbols

_LONGEST = 250  # characters; no speaker's name is longer
_SEPARATORS = (",", ";", PARAGRAPH)
# What is left of a page's number.
_NUMBER = re.compile(r"(?<!\S)\d{1,3}$")


@dataclass(frozen=True)
class Entry:
    """One speaker as printed: the name, what its brackets say, and under which heading it stands."""

    name: str
    brackets: tuple[Bracket, ...] = ()
    behalf: str | None = None
    heading: str | None = None
    cut: bool = False

    @property
    def torn(self) -> bool:
        """Whether the list of those with the speaker was not read to its end."""
        return self.cut or any(bracket.cut or bracket.gap for bracket in self.brackets)


@dataclass(frozen=True)
class Journal:
    """What a journal's words are read with: the day of the meeting and the language."""

    on: date | None = None
    language: str | None = None


def read_entries(body: str, journal: Journal) -> list[Entry]:
    """Read the speakers of an item.

    Parameters
    ----------
    body : str
        The item's text without its title.
    journal : Journal
        Day and language.

    Returns
    -------
    list of Entry
        In order; an empty name with a bracket is one that was lost.

    Examples
    --------
    >>> [entry.name for entry in read_entries("Chairperson, Malta (PC.DEL/9001/21, OSCE+), Canada", Journal())]
    ['Chairperson', 'Malta', 'Canada']
    """
    entries: list[Entry] = []
    heading: str | None = None
    for part in _under_headings(_from_the_chair(body, journal), journal):
        if part.heading is not None:
            heading = part.heading or heading
        speakers = _without_sentences(part.text, journal)
        found = [entry for segment in _segments(speakers, journal) for entry in _entries(segment, journal)]
        entries += [replace(entry, heading=heading) for entry in _joined(found)]
    return entries


@dataclass(frozen=True)
class _Part:
    """A stretch of speakers; `heading` is "" under a label like "Point of order", None at the beginning."""

    text: str
    heading: str | None = None


def _under_headings(body: str, journal: Journal) -> Iterator[_Part]:
    """Cut the body at its colons: what stands before one is a subject, after the speakers of the last one."""
    depth = depths(body)
    listing = {found.end() - 1 for found in wording("behalf").finditer(body)}
    colons = [
        place for place, sign in enumerate(body) if sign == ":" and not depth[place] and place not in listing
    ]
    heading: str | None = None
    start = 0
    for colon in colons:
        speakers, subject = _subject(body[start:colon], journal)
        yield _Part(speakers, heading)
        heading = "" if wording("label").fullmatch(subject) else subject
        start = colon + 1
    yield _Part(body[start:], heading)


def _from_the_chair(body: str, journal: Journal) -> str:
    """The speakers without the lines above them that say what was presented: "Talk by N", then "Chairperson, N"."""
    first = body.split(PARAGRAPH, 1)[0]
    if wording("presented").match(body) and "(" not in first:
        body = body[len(first) + 1 :]
    for mark in re.finditer(PARAGRAPH, body):
        lead = body[: mark.start()]
        if chairs().match(body[mark.end() :].lstrip()):
            names = (lead[start:end] for start, end in _cuts(lead))
            speaks = any(known_speaker(name, journal.on, journal.language) for name in names)
            return body if "(" in lead or speaks else body[mark.end() :]
    return body


def _without_sentences(text: str, journal: Journal) -> str:
    """The speakers among whom sentences stand: "The Council took note of the report." names none."""
    kept, start, depth = [], 0, depths(text)
    for stop in SENTENCE_END.finditer(text):
        if depth[stop.start()]:
            continue
        speakers, sentence = _subject(text[start : stop.start()], journal)
        kept.append(speakers if sentence else text[start : stop.start()])
        start = stop.end()
    return f" {PARAGRAPH} ".join([*kept, text[start:]])


def _subject(text: str, journal: Journal) -> tuple[str, str]:
    """The speakers in `text`, and the subject that follows them."""
    position = 0
    for start, end in _cuts(text):
        segment = text[start:end]
        if not segment.strip() or "(" in segment or known_speaker(segment, journal.on, journal.language):
            position = end + 1
            continue
        chair = chairs().match(segment.lstrip())
        if chair and segment.lstrip()[chair.end() : chair.end() + 1] == " ":
            position = start + len(segment) - len(segment.lstrip()) + chair.end()
        break
    return text[:position], " ".join(text[position:].strip(f" ,{PARAGRAPH}").replace(PARAGRAPH, " ").split())


def _cuts(text: str) -> list[tuple[int, int]]:
    """The stretches between separators outside brackets."""
    depth = depths(text)
    ends = [place for place, sign in enumerate(text) if sign in _SEPARATORS and not depth[place]]
    starts = [0, *(end + 1 for end in ends)]
    return list(zip(starts, [*ends, len(text)], strict=True))


def _segments(text: str, journal: Journal) -> list[str]:
    """The stretches of speakers, those that a page's end cut in two whole again."""
    segments: list[str] = []
    broken = False
    for start, end in _cuts(text):
        segment = text[start:end].strip()
        if not wording("mark").match(segment):  # "Annex 2" keeps its number
            segment = _NUMBER.sub("", segment)
        ends_paragraph = text[end : end + 1] == PARAGRAPH
        if segments and broken and segment and _goes_on(segments[-1], segment, journal):
            segments[-1] = f"{segments[-1]} {segment}"
        elif segment or not (broken or ends_paragraph or end == len(text)):
            segments.append(segment)
        broken = ends_paragraph
    return [segment.replace(PARAGRAPH, " ") for segment in segments]


def _goes_on(before: str, segment: str, journal: Journal) -> bool:
    """Whether `segment` is the rest of a name that a paragraph's end cut, or its bracket."""
    if before and segment.startswith("("):
        return not (before.endswith(")") and find_symbols(before[before.rfind("(") :]))
    if not before or before.endswith((")", ".")):
        return False
    return segment[0].islower() or known_speaker(before, journal.on, journal.language) is None


def _entries(segment: str, journal: Journal) -> Iterator[Entry]:
    """The entries of a segment: one, or several where a comma or a line's end was lost."""
    name, brackets, depth, start = "", [], depths(segment), 0
    while start < len(segment):
        inside = depth[start] > 0
        end = next(
            (place for place in range(start, len(segment)) if (depth[place] > 0) != inside), len(segment)
        )
        words = segment[start:end].strip()
        if inside:
            closed = words.endswith(")")
            content = words[1:].removesuffix(")")
            brackets += [read_bracket(content, journal.on, journal.language, closed=closed)]
        elif brackets and any(map(str.isalnum, words)):
            yield Entry(name, tuple(brackets))
            name, brackets = words, []
        elif not brackets:
            name = words
        start = end
    yield from _after_chair(name, tuple(brackets), journal)


def _after_chair(name: str, brackets: tuple[Bracket, ...], journal: Journal) -> Iterator[Entry]:
    """ "Chairperson Norway (N)" are two entries; "The agenda was adopted (Annex 1)" is none."""
    chair = chairs().match(name)
    rest = name[chair.end() :] if chair else ""
    if chair and rest.startswith(" ") and known_speaker(rest, journal.on, journal.language):
        yield Entry(chair[0])
        yield Entry(rest.strip(), brackets)
    elif not wording("told").search(name):
        yield Entry(name, brackets)
    elif chair:
        yield Entry(chair[0])


def _joined(entries: list[Entry]) -> Iterator[Entry]:
    """Entries with the marks and lists that commas parted from them; what is too long for a name is none."""
    pending: Entry | None = None
    listing = False
    for entry in entries:
        behalf = wording("behalf").match(entry.name)
        if pending and behalf:
            pending = replace(pending, behalf=entry.name, brackets=pending.brackets + entry.brackets)
            listing = not entry.brackets
        elif pending and wording("mark").match(entry.name):
            mark = Bracket(entry.name, marked=True)
            pending, listing = replace(pending, brackets=(*pending.brackets, mark, *entry.brackets)), False
        elif pending and listing:
            pending = replace(
                pending,
                behalf=f"{pending.behalf}, {entry.name}",
                brackets=pending.brackets + entry.brackets,
            )
            listing = not entry.brackets
        else:
            if pending:
                yield pending
            pending = entry if len(entry.name) <= _LONGEST else None
            listing = False
    if pending:
        yield pending


def behalf_of(entry: Entry, journal: Journal) -> tuple[str, ...]:
    """The actors in the list that follows the name without a bracket."""
    return actors_named(entry.behalf, journal.on, journal.language) if entry.behalf else ()
