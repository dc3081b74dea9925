"""Who speaks, from what stands above the text: title, delegation line, "delivered by"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from osce_analysis.documents.roles.behalf import NOBODY, Behalf
from osce_analysis.documents.roles.formulas import any_of, begins, formulas
from osce_analysis.documents.roles.names import Name
from osce_analysis.documents.roles.phrases import NO_PHRASE, Phrase, read_phrases


@dataclass(frozen=True)
class Heading:
    """What stands above the text: its authors, who delivers it, on whose behalf."""

    authors: tuple[Name, ...] = ()
    deliverer: Name | None = None
    behalf: Behalf = NOBODY
    joint: bool = False
    for_others: bool = False


def read_heading(
    front: str,
    front_names: Callable[[], Mapping[int, Name]],
    title: str | None,
    text: str,
    text_names: Callable[[], Mapping[int, Name]],
) -> Heading:
    """Read the title first, then the other lines, until one of them names a speaker.

    Parameters
    ----------
    front, front_names
        Header and title as printed, and what gives the names in them by their start.
    title
        The title where the header knows it.
    text, text_names
        The first lines of the body, to which a "Delivered by N of S" may have slipped.

    Returns
    -------
    Heading
        Empty where nobody is named as speaking.
    """
    spot = _find_title(front, title)
    lines = [*([] if spot is None else [spot]), *_line_starts(front)]
    joint = any(begins("joint title", front, line) for line in lines)
    first_lines = list(_line_starts(text))
    phrases = [*read_phrases(front, front_names, lines), *read_phrases(text, text_names, first_lines)]
    titled = next((phrase for phrase in phrases if phrase and not phrase.delivery), NO_PHRASE)
    delivered = next((phrase for phrase in phrases if phrase and phrase.delivery), NO_PHRASE)
    if titled or delivered:
        return _merged(titled, delivered, joint)
    above_title = [line for line in lines if spot is None or line < spot]
    for part, part_names, where, read in (
        (front, front_names, lines, _read_group_line),
        (front, front_names, lines, _read_delegation_line),
        (front, front_names, lines, _read_own_line),
        (front, front_names, lines, _read_end_of_line),
        (front, front_names, above_title, _read_bare_line),
        (front, front_names, lines, _read_office_line),
        (text, text_names, first_lines, _read_delegation_alone),
    ):
        for line in where:
            author, *reader = read(part, part_names(), line) or (None,)
            if author:
                return Heading((author,), reader[0] if reader else None, joint=joint)
    return Heading(joint=joint)


def _merged(titled: Phrase, delivered: Phrase, joint: bool) -> Heading:
    """A title and the line that says who delivered, unless that line tells of another's statement."""
    authors = tuple(entry.name for entry in titled.speakers)
    deliverer = delivered.speakers[0].name if delivered.speakers else titled.reader
    joint = joint or titled.joint or delivered.joint
    if len(authors) == 1 and authors[0].kind == "state" and not joint:
        same = deliverer is not None and deliverer.actor == authors[0].actor
        behalf = titled.behalf if titled.behalf or not same else delivered.behalf
        return Heading(authors, None, behalf, joint)
    return Heading(authors, deliverer, titled.behalf or delivered.behalf, joint, titled.for_others)


def _find_title(front: str, title: str | None) -> int | None:
    """Where the title starts in the front, whatever its line ends and marks of emphasis."""
    words = (title or "").split()[:6]
    if not words:
        return None
    found = re.search(r"[\s*_#]+".join(map(re.escape, words)), front)
    return found.start() if found else None


def _line_starts(front: str) -> Iterator[int]:
    """Where the words of each line begin, or those after a colon or dash; no line that goes on from the one before."""
    for line in _LINE.finditer("\n" + front):  # so that every line has a line end before it
        if not _goes_on(front[max(0, line.start() - 20) : max(0, line.start() - 1)]):
            yield line.end() - 1


# Each way to begin has a first character of its own, by which the search passes over all others.
_LINE = re.compile(
    r"(?:\n|[oO]riginal:\s+\w+|:(?<!\bre:)(?<!\bRe:)(?<!\bRE:)| [-–—|]\s)[^\w\n]{0,80}(?:[tT][hH][eE]\b\s*)?(?=\w)"
)
_LINKING = "to the of by on and in for with a at from à au de la du sur auf die der das en на о к"
_LINKS = frozenset(_LINKING.split())


def _goes_on(before: str) -> bool:
    """Whether what stands before a line cannot end there: "STATEMENT BY THE"."""
    end = before.removesuffix("\n").removesuffix("\n").rstrip(" \t")
    return end.endswith(",") or any(word.lower() in _LINKS for word in end.split()[-1:])


def _read_group_line(front: str, names: Mapping[int, Name], line: int) -> tuple[Name, ...]:
    """ "Germany-European Union": a group, and the State that reads for it."""
    reader = names.get(line)
    if reader is None:
        return ()
    dash = re.compile(r"\s*[-–—/]\s*").match(front, reader.end)
    group = names.get(dash.end()) if dash else None
    if group is None or group.kind != "group":
        return ()
    return (group, reader)


def _read_delegation_line(front: str, names: Mapping[int, Name], line: int) -> tuple[Name, ...]:
    """ "Delegation of S", "Permanent Mission of S to the OSCE"."""
    for formula in formulas("delegation"):
        opening = formula.pattern.match(front, line)
        if opening:
            name = names.get(_past(_ARTICLE, front, opening.end()))
            return (name,) if name else ()
    return ()


def _read_delegation_alone(text: str, names: Mapping[int, Name], line: int) -> tuple[Name, ...]:
    """ "Delegation of S" with nothing else on its line, at the head of a body that swallowed it."""
    found = _read_delegation_line(text, names, line)
    return found if found and re.compile(r"[ \t:]*(?:\n|$)").match(text, found[0].end) else ()


def _read_office_line(front: str, names: Mapping[int, Name], line: int) -> tuple[Name, ...]:
    """ "Minister for Foreign Affairs of S", the one name on its line and at its end."""
    if not begins("office line", front, line):
        return ()
    rest = front[line:].split("\n", 1)[0].rstrip(" .,;)")
    named = [name for start, name in names.items() if line <= start < line + len(rest)]
    return tuple(named) if len(named) == 1 and named[0].end == line + len(rest) else ()


def _read_own_line(front: str, names: Mapping[int, Name], line: int) -> tuple[Name, ...]:
    """A title that opens with the speaker: "EU statement on"."""
    name = names.get(line)
    return (name,) if name and any_of("own line").match(front, _past(_BLANK, front, name.end)) else ()


def _read_end_of_line(front: str, names: Mapping[int, Name], line: int) -> tuple[Name, ...]:
    """A title that ends with the speaker: "Meeting of the Forum: UK statement"."""
    end = front.find("\n", line)
    end = len(front) if end < 0 else end
    return next(
        (
            (name,)
            for start, name in names.items()
            if line < start < end and _STATEMENT.match(front, name.end, end)
        ),
        (),
    )


_STATEMENT = re.compile(
    r" (?:closing |opening |national )?(?:statement|response|reply|remarks)\W*\Z", re.IGNORECASE
)
_ARTICLE = re.compile(r"[\s:]*(?:the\s+)?", re.IGNORECASE)
_BLANK = re.compile(r"[ \t]*")


def _past(pattern: re.Pattern[str], text: str, position: int) -> int:
    """Where the words end that `pattern` takes at `position`."""
    found = pattern.match(text, position)
    return found.end() if found else position


def _read_bare_line(front: str, names: Mapping[int, Name], line: int) -> tuple[Name, ...]:
    """A State or group alone on its line."""
    name = names.get(line)
    alone = re.compile(r"(?:^|\n)\W*(?:the\s+)?$", re.IGNORECASE).search(front, max(0, line - 40), line)
    if name and alone and re.compile(r"[ \t]*(?:\n|$|Original:)").match(front, name.end):
        return (name,)
    return ()
