"""Who speaks, from what stands above the text: title, delegation line, "delivered by".

"STATEMENT BY MR. N, PERMANENT REPRESENTATIVE OF S TO THE OSCE": after the words that open such a title,
the first name before "to", "on", "at" is the speaker; States named later are addressed, accused or described.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from osce_analysis.documents.records import Part
from osce_analysis.documents.roles.formulas import Formula, any_of, formulas, stop
from osce_analysis.documents.roles.lists import NO_LIST, Entry, NameList, read_list
from osce_analysis.documents.roles.names import Name

# The phrase that names a speaker is never longer than this many characters (names of 57 States and their offices).
_PHRASE = 3000
# Between the opening words and the first name: a person, an office.
_BEFORE_NAME = 400


@dataclass(frozen=True)
class Heading:
    """What the front says: who speaks, with whom as co-authors, on whose behalf."""

    speakers: tuple[Entry, ...] = ()
    behalf: NameList = NO_LIST
    joint: bool = False
    part: Part = "front"
    reader: Name | None = None  # who reads it where a group speaks: "Germany-European Union"

    def __bool__(self) -> bool:
        return bool(self.speakers or self.behalf.entries)


NO_HEADING = Heading()


def read_heading(front: str, names: Mapping[int, Name], title: str | None) -> Heading:
    """Read the title first, then the other lines of `front`, until one of them names a speaker.

    Parameters
    ----------
    front
        Header and title as printed.
    names
        The names in it by their start.
    title
        The title where the header knows it.

    Returns
    -------
    Heading
        Empty where nobody is named as speaking.
    """
    spot = _find_title(front, title)
    lines = [*([spot] if spot is not None else []), *_line_starts(front)]
    titled = _merged(_read_title(front, names, line) for line in lines)
    joint = any(any_of("joint title").match(front, line) for line in lines)
    if titled:
        return replace(titled, joint=titled.joint or joint)
    for read in (_read_group_line, _read_own_line, _read_bare_line):
        for line in lines:
            heading = read(front, names, line)
            if heading:
                return replace(heading, joint=joint)
    return Heading(joint=joint)


def _merged(headings: Iterable[Heading]) -> Heading:
    """The first that names somebody, with "on behalf of" from a later line that names the same speaker."""
    found = NO_HEADING
    for heading in headings:
        found = replace(found, joint=found.joint or (heading.joint and not found))
        if not found:
            found = replace(heading, joint=found.joint or heading.joint)
        elif not found.behalf.entries and _actors(heading) == _actors(found):
            found = replace(found, behalf=heading.behalf)
    return found


def _actors(heading: Heading) -> list[str]:
    """The codes of the speakers."""
    return [entry.name.actor for entry in heading.speakers]


def read_delivery(text: str, names: Mapping[int, Name]) -> Heading:
    """Read the lines at the head of the body as a title: "Delivered by N of S" may have come to stand there."""
    return replace(_merged(_read_title(text, names, line) for line in _line_starts(text)), part="text")


def _find_title(front: str, title: str | None) -> int | None:
    """Where the title starts in the front, whatever its line ends and marks of emphasis."""
    words = (title or "").split()[:6]
    if not words:
        return None
    found = re.search(r"[\s*_#]+".join(map(re.escape, words)), front)
    return found.start() if found else None


def _line_starts(front: str) -> Iterator[int]:
    """Where the words of each line begin, or those after a colon; no line that goes on from the one before."""
    for line in _LINE.finditer(front):
        if not _GOES_ON.search(front, max(0, line.start() - 20), line.start()):
            yield line.end()


_LINE = re.compile(r"(?:^|(?<=\n)|:)[^\w\n]*(?:the\b\s*)?(?=\w)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:\b(?:to|the|of|by|on|and|in|for|with|a|at|from|à|au|de|la|du|sur|auf|die|der|das|a|en|на|о|к)|,)[ \t]*\n?$",
    re.IGNORECASE,
)


def _read_title(front: str, names: Mapping[int, Name], line: int) -> Heading:
    """A title that opens with "STATEMENT BY" or its like."""
    for formula in formulas("title"):
        opening = formula.pattern.match(front, line)
        if opening:
            joint = bool(any_of("joint").search(front, line, opening.end()))
            return _read_phrase(front, names, opening.end(), formula, joint)
    return NO_HEADING


def _read_phrase(front: str, names: Mapping[int, Name], start: int, formula: Formula, joint: bool) -> Heading:
    """The phrase after "by": person, office, State or States, and "on behalf of"."""
    end = _phrase_end(front, start, formula.language)
    behalf = any_of("behalf").search(front, start, end)
    first = _first_name(front, names, start, behalf.start() if behalf else end)
    on_behalf = read_list(front, names, behalf.end(), _paragraph_end(front, start)) if behalf else NO_LIST
    if first is None:
        return Heading((), on_behalf, joint)
    speakers = read_list(front, names, first, behalf.start() if behalf else end).entries
    several = joint or _plural(front[start:first])
    return Heading(speakers if several else speakers[:1], on_behalf, joint)


def _phrase_end(front: str, start: int, language: str) -> int:
    """Where the phrase that names a speaker ends: a word like "at", or an empty line."""
    limit = _paragraph_end(front, start)
    ending = stop(language).search(front, start, limit)
    return ending.start() if ending else limit


def _paragraph_end(front: str, start: int) -> int:
    """The next empty line, or where no phrase reaches."""
    limit = min(len(front), start + _PHRASE)
    blank = re.compile(r"\n[ \t]*\n").search(front, start, limit)
    return blank.start() if blank else limit


def _first_name(front: str, names: Mapping[int, Name], start: int, end: int) -> int | None:
    """Where the first name is that speaks: not one "for S", nor in the bracket after an office."""
    for place in sorted(place for place in names if start <= place < min(end, start + _BEFORE_NAME)):
        before = front[start:place]
        if re.search(r"\bfor\s+(?:the\s+)?$", before, re.IGNORECASE):
            return None
        if before.count("(") <= before.count(")") or _STATES_IN_BRACKET.search(before):
            return place
    return None


# "the Co-Chair countries (S, S and S)" are the States; "Co-Chair of the Group (S)" names who holds the office.
_STATES_IN_BRACKET = re.compile(r"\b(?:countries|States|delegations|members)\s*\([^()]*$", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:delegations|ministers|representatives|governments|heads|ambassadors|countries|states|missions|délégations|ministres"
    r"|délegations|delegationen|außenminister|delegaciones|delegazioni|ministri|делегаций|министров|представителей|государств)\b",
    re.IGNORECASE,
)


def _plural(words: str) -> bool:
    """Whether the office before the names is held by several."""
    return bool(_PLURAL.search(words))


def _read_group_line(front: str, names: Mapping[int, Name], line: int) -> Heading:
    """ "Germany-European Union": a group, and the State that reads for it."""
    reader = names.get(line)
    if reader is None:
        return NO_HEADING
    dash = re.compile(r"\s*[-–—/]\s*").match(front, reader.end)
    group = names.get(dash.end()) if dash else None
    if group is None or group.kind != "group":
        return NO_HEADING
    return Heading((Entry(group),), reader=reader)


def _read_own_line(front: str, names: Mapping[int, Name], line: int) -> Heading:
    """ "Delegation of S" alone on its line, or a title that opens with the speaker: "EU statement on"."""
    for formula in formulas("delegation"):
        opening = formula.pattern.match(front, line)
        if opening:
            name = names.get(_past(_ARTICLE, front, opening.end()))
            return Heading((Entry(name),)) if name else NO_HEADING
    name = names.get(line)
    if name and any_of("own line").match(front, _past(_BLANK, front, name.end)):
        return Heading((Entry(name),))
    return NO_HEADING


_ARTICLE = re.compile(r"[\s:]*(?:the\s+)?", re.IGNORECASE)
_BLANK = re.compile(r"\s*")


def _past(pattern: re.Pattern[str], text: str, position: int) -> int:
    """Where the words end that `pattern` takes at `position`."""
    found = pattern.match(text, position)
    return found.end() if found else position


def _read_bare_line(front: str, names: Mapping[int, Name], line: int) -> Heading:
    """A State or group alone on its line."""
    name = names.get(line)
    if name and re.compile(r"[ \t]*(?:\n|$|Original:)").match(front, name.end):
        return Heading((Entry(name),))
    return NO_HEADING
