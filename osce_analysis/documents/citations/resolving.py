"""Which instrument is meant: one pass in the order of the text, in which what is ambiguous stays open.

The pass remembers what was named before, so that "resolution 242" and "the Charter" can stand for what has
been named in full. A wrong id is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from osce_analysis.documents.citations.councils import resolution
from osce_analysis.documents.citations.decisions import decision
from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.mentions import (
    Anaphor,
    Body,
    Mention,
    Numbered,
    Place,
    Printed,
    Title,
)
from osce_analysis.documents.citations.pinpoints import pinpoints_before
from osce_analysis.documents.citations.readings import OPEN, Meaning, Reading
from osce_analysis.documents.citations.titles import year_of
from osce_analysis.documents.sentences import sentences
from osce_analysis.reference import instruments

# What may stand between a body and the word: "Security Council in its resolution", "Council's decision".
_BEFORE = re.compile(r"(?:'s?)?(?: +(?!and\b|et\b|und\b)[^\W\d]+){0,3} *[(\"']?")
_TOUCHING = re.compile(r"(?:'s)? *\(?")
# What may stand between the last number and the body: "of the", "du", nothing in Russian.
_LINK_WORDS = (
    r"of|by|the|du|de|la|l'|le|des|der|vom|del|dell'|dello|della|osce|csce|un|united|nations"
    r"|adopted|taken|issued|принят\w+"
)
_AFTER = re.compile(rf" ?,?(?: +(?:{_LINK_WORDS}))* *(?:l'|dell')?")
_REACH = 90


@dataclass
class Surroundings:
    """A text with what is known about it, and what the pass has met so far."""

    folded: Folded
    mentions: Sequence[Mention]
    body: str | None = None
    on: date | None = None
    council: dict[int, str] = field(default_factory=dict)
    titles: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where the sentences start."""
        return [start for start, _ in sentences(self.folded.kept)]

    @cached_property
    def bodies(self) -> list[Body]:
        """The bodies named in the text."""
        return [mention for mention in self.mentions if isinstance(mention, Body)]

    def body_near(self, start: int, among: frozenset[str]) -> str | None:
        """The one body of those `among` that the sentence names, else the one before; None where two are."""
        starts = self.sentence_starts
        sentence = max(bisect_right(starts, start) - 1, 0)
        bounds = [*starts, len(self.folded.text)]
        for first, last in ((sentence, sentence + 1), (sentence - 1, sentence)):
            if first < 0 or last >= len(bounds):
                continue
            named = {
                one.body
                for one in self.bodies
                if bounds[first] <= one.start < bounds[last] and one.body in among
            }
            if named:
                return named.pop() if len(named) == 1 else None
        return None


def resolve(around: Surroundings) -> Iterator[Reading]:
    """The citations of a text, in order."""
    for index, mention in enumerate(around.mentions):
        match mention:
            case Numbered():
                yield from _numbered(around, index, mention)
            case Printed():
                yield _printed(around, mention)
            case Title():
                yield from _title(around, mention)
            case Anaphor():
                yield from _anaphor(around, mention)


_DECIDING = frozenset({"MC", "FSC"})
_RESOLVING = frozenset({"SC", "GA", "HRC", "ECOSOC", "other"})


def _numbered(around: Surroundings, index: int, numbered: Numbered) -> Iterator[Reading]:
    """One reading for each number that can be told, or that has candidates."""
    start, end, body, place = _owner(around, index, numbered)
    near = None
    if body is None:
        among = _DECIDING if numbered.word == "decision" else _RESOLVING
        near = around.body_near(numbered.start, among)
        near = near or (around.body if around.body in among else None)
    numbers = numbered.numbers
    for position, number in enumerate(numbers):
        if numbered.word == "decision":
            if number.year is None and number.number < 100 and body != "PC":  # "Nos. 3 and 4/06"
                later = next((n for n in numbers[position:] if n.slashed), None)
                number = replace(number, year=later.year, slashed=True) if later else number
            meaning = decision(number, body, near, place)
        else:
            meaning = resolution(number, body, near, around.council)
            if meaning.instrument and meaning.instrument.startswith("S/RES/"):
                around.council[number.number] = meaning.instrument
        if meaning == OPEN:
            continue
        yield Reading(
            start if position == 0 else number.start,
            end if len(numbers) == 1 else number.end,
            meaning,
        )


def _owner(around: Surroundings, index: int, numbered: Numbered) -> tuple[int, int, str | None, str | None]:
    """Where the citation starts and ends with the body's name, the body, and the place of a meeting."""
    text, start, end = around.folded.text, numbered.start, numbered.end
    body, place = numbered.body, numbered.place
    after = around.mentions[index + 1] if index + 1 < len(around.mentions) else None
    if body is None and isinstance(after, Body) and _AFTER.fullmatch(text, end, after.start):
        body, end = after.body, after.end
    before = index - 1
    while (
        before >= 0
        and isinstance(named := around.mentions[before], Body | Place)
        and start - named.end < _REACH
    ):
        if isinstance(named, Body):
            if not _BEFORE.fullmatch(text, named.end, start):
                break
            body = body or named.body
        elif not _BEFORE.fullmatch(text, named.end, start):
            break
        else:
            place = place or named.place
        if _TOUCHING.fullmatch(text, named.end, start):
            start = named.start
        else:
            break
        before -= 1
    return start, end, body, place


def _printed(around: Surroundings, printed: Printed) -> Reading:
    """A symbol is its own id."""
    if printed.instrument.startswith("S/RES/"):
        around.council[int(printed.instrument.removeprefix("S/RES/"))] = printed.instrument
    return Reading(printed.start, printed.end, Meaning(printed.instrument, note=printed.note))


def _title(around: Surroundings, title: Title) -> Iterator[Reading]:
    """A title is its instrument; of several, the year or the day of the text says which."""
    if not title.instruments:
        return
    meaning = _edition(around, title)
    if meaning.instrument and title.noun:
        named = around.titles.setdefault(title.noun, [])
        if meaning.instrument not in named:
            named.append(meaning.instrument)
    yield Reading(title.start, title.end, meaning)


def _edition(around: Surroundings, title: Title) -> Meaning:
    """The instrument of those that bear the title."""
    if len(title.instruments) == 1:
        [instrument] = title.instruments
        own = year_of(instrument)
        wrong = title.year is not None and own is not None and title.year != own
        return Meaning(instrument, note=f"year {title.year} does not fit the title" if wrong else None)
    of_the_year = tuple(id for id in title.instruments if title.year and year_of(id) == title.year)
    if len(of_the_year) == 1:
        return Meaning(of_the_year[0])
    days = {one.instrument: one.date for one in instruments() if one.instrument in title.instruments}
    if around.on and title.year is None and title.instruments[0].startswith("VD-"):
        in_force = [id for id in title.instruments if days[id] <= around.on.isoformat()]
        if in_force:
            return Meaning(in_force[-1], note="edition in force on the date")
    return Meaning(None, of_the_year or title.instruments, "title borne by several")


def _anaphor(around: Surroundings, anaphor: Anaphor) -> Iterator[Reading]:
    """ "The Charter" is the one charter named before; with an article or chapter, that of the United Nations."""
    named = around.titles.get(anaphor.noun, [])
    if len(named) == 1:
        yield Reading(
            anaphor.start, anaphor.end, Meaning(named[0], note="short form of a title named before")
        )
    elif named:
        yield Reading(anaphor.start, anaphor.end, Meaning(None, tuple(named), "short form of several titles"))
    elif anaphor.noun == "charter" and _cites_articles(around.folded.text, anaphor.start):
        yield Reading(anaphor.start, anaphor.end, Meaning("UN-CHARTER", note="by its articles"))


def _cites_articles(text: str, start: int) -> bool:
    return any(pin.label.startswith(("Article", "Chapter")) for pin in pinpoints_before(text, start))
