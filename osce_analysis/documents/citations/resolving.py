"""Which instrument is meant: one pass in the order of the text, in which what is ambiguous stays open.

The pass remembers what was named before, so that "resolution 242" and "the Charter" can stand for what has
been named in full. A wrong id is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from osce_analysis.documents.citations.councils import resolution
from osce_analysis.documents.citations.decisions import decision
from osce_analysis.documents.citations.drafts import in_time, is_draft
from osce_analysis.documents.citations.mentions import (
    Anaphor,
    Body,
    Number,
    Numbered,
    Place,
    Printed,
    Title,
)
from osce_analysis.documents.citations.numbered import date_after
from osce_analysis.documents.citations.pinpoints import pinpoints_before
from osce_analysis.documents.citations.readings import OPEN, Meaning, Reading
from osce_analysis.documents.citations.surroundings import Surroundings
from osce_analysis.documents.citations.titles import year_of
from osce_analysis.reference import instruments

# What may stand between a body and the word: "Security Council in its resolution", "Council's decision".
_BEFORE = re.compile(r"(?:'s?)?(?: +(?!and\b|et\b|und\b)[^\W\d]+){0,3} *[(\"']?")
_TOUCHING = re.compile(r"(?:'s)? *\(?")
# What may stand between the last number and the body: "of the", "du", nothing in Russian.
_LINK_WORDS = (
    r"of|by|the|du|de|la|l'|le|des|der|vom|del|dell'|dello|della|osce|csce|un|united|nations"
    r"|adopted|taken|issued|принят\w+"
)
_AFTER = re.compile(rf"(?: ?,?(?: +(?:{_LINK_WORDS}))+| ?)? *(?:l'|dell')?")
_CLAUSE = re.compile(r" ?, +(?:the|la|le|l'|die|der|il|el) *")
# "Ibid., document S/676", "Ibid., Eighteenth Year": of a series, not of what was named.
_OF_A_SERIES = re.compile(
    r"[ ,]{1,4}(?:document|doc\.|(?:special )?supplement|[a-z]+(?:-[a-z]+)? (?:year|session|special session)|plenary)"
)
# "the Vienna Document in 1999 and, twelve years later, in 2011"
_SECOND_EDITION = re.compile(
    r",? (?:and|et|und|и|y|e)\b[^.;:()]{0,60}?(?<!\d)(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_REACH = 90

_DECIDING = frozenset({"MC", "FSC"})
_RESOLVING = frozenset({"SC", "GA", "HRC"})


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


def _numbered(around: Surroundings, index: int, numbered: Numbered) -> Iterator[Reading]:
    """One reading for each number that can be told, or that has candidates."""
    start, end, body, place = _owner(around, index, numbered)
    if is_draft(around.folded, start):
        return
    numbers = _completed(numbered, body)
    meanings = [_meaning(around, numbered, number, body, place) for number in numbers]
    around.remember(numbered.word, tuple(one.instrument for one in meanings if one.instrument), end)
    for position, (number, meaning) in enumerate(zip(numbers, meanings, strict=True)):
        if meaning.instrument or meaning.candidates:
            yield Reading(
                start if position == 0 else number.start, end if len(numbers) == 1 else number.end, meaning
            )


def _completed(numbered: Numbered, body: str | None) -> tuple[Number, ...]:
    """The numbers of a list; in "Nos. 3 and 4/06" the first takes the year of the second."""
    if numbered.word == "resolution" or body == "PC":
        return numbered.numbers
    completed: list[Number] = []
    year: int | None = None
    for number in reversed(numbered.numbers):
        if number.slashed:
            year = number.year
        elif year is not None and number.year is None and number.number < 100:
            number = replace(number, year=year, slashed=True)
        completed.append(number)
    return tuple(reversed(completed))


def _meaning(
    around: Surroundings, numbered: Numbered, number: Number, body: str | None, place: str | None
) -> Meaning:
    """What one number of a list means."""
    if numbered.word == "decision":
        near = around.bodies_near(numbered.start, _DECIDING, 1) or {around.body} & _DECIDING
        meaning = decision(number, body, next(iter(near)) if len(near) == 1 else None, place)
        return in_time(meaning, None if number.year else _year(meaning), around.on)
    # "by its resolution 51/210 and Human Rights Council resolution 17/4": what is named later is another's.
    near = around.bodies_near(numbered.start, _RESOLVING, before=number.slashed)
    meaning = resolution(number, body, near, around.resolutions.get(number.number, set()))
    meaning = in_time(meaning, None if number.year else _year(meaning), around.on)
    if meaning.instrument:
        around.resolutions.setdefault(number.number, set()).add(meaning.instrument)
    return meaning


def _year(meaning: Meaning) -> int | None:
    return year_of(meaning.instrument) if meaning.instrument else None


def _owner(around: Surroundings, index: int, numbered: Numbered) -> tuple[int, int, str | None, str | None]:
    """Where the citation starts and ends with the body's name, the body, and the place of a meeting."""
    text, start, end = around.folded.text, numbered.start, numbered.end
    body, place = numbered.body, numbered.place
    after = around.mentions[index + 1] if index + 1 < len(around.mentions) else None
    if isinstance(after, Body) and body is None and _follows(around, end, after.start):
        # "In resolution 2833 (XXVI), the General Assembly expressed ..." names the body in a clause of its own.
        if not _CLAUSE.fullmatch(text, end, after.start):
            end, _ = date_after(around.folded, after.end)
        body = after.body
    for named in _names_before(around, index):
        apart = start - named.end > _REACH or around.folded.paragraph_ends(named.end, start)
        if apart or not _BEFORE.fullmatch(text, named.end, start):
            break
        if isinstance(named, Body):
            body = body or named.body
        else:
            place = place or named.place
        if not _TOUCHING.fullmatch(text, named.end, start):
            break
        start = named.start
    return start, end, body, place


def _follows(around: Surroundings, end: int, start: int) -> bool:
    """Whether the body that starts here belongs to the number that ends there."""
    within = not around.folded.paragraph_ends(end, start)
    return within and _AFTER.fullmatch(around.folded.text, end, start) is not None


def _names_before(around: Surroundings, index: int) -> Iterator[Body | Place]:
    """The names of bodies and places before a mention, from the nearest on."""
    for before in range(index - 1, -1, -1):
        named = around.mentions[before]
        if not isinstance(named, Body | Place):
            return
        yield named


def _printed(around: Surroundings, printed: Printed) -> Reading:
    """A symbol is its own id."""
    around.remember(printed.word, (printed.instrument,), printed.end)
    if printed.instrument.startswith("S/RES/"):
        number = int(printed.instrument.removeprefix("S/RES/"))
        around.resolutions.setdefault(number, set()).add(printed.instrument)
    return Reading(printed.start, printed.end, Meaning(printed.instrument, note=printed.note))


def _title(around: Surroundings, title: Title) -> Iterator[Reading]:
    """A title is its instrument; of several, the year or the day of the text says which."""
    if not title.instruments:
        return
    meaning = _edition(around, title)
    around.remember(None, (meaning.instrument,) if meaning.instrument else (), title.end)
    if meaning.instrument and title.noun:
        around.remember_title(title.noun, meaning.instrument)
    yield Reading(title.start, title.end, meaning)
    again = _SECOND_EDITION.match(around.folded.text, title.end) if len(title.instruments) > 1 else None
    if again and title.year:
        other = replace(title, start=again.start("year"), end=again.end("year"), year=int(again["year"]))
        if (second := _edition(around, other)).instrument:
            yield Reading(other.start, other.end, second)


def _edition(around: Surroundings, title: Title) -> Meaning:
    """The instrument of those that bear the title."""
    if len(title.instruments) == 1:
        [instrument] = title.instruments
        own = year_of(instrument)
        wrong = title.year is not None and own is not None and title.year != own
        note = f"year {title.year} does not fit the title" if wrong else None
        return in_time(Meaning(instrument, note=note), own, around.on)
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
    """A short form is what it stands for; "Article 2 of the Charter" cites that of the United Nations."""
    if not anaphor.noun and _OF_A_SERIES.match(around.folded.text, anaphor.end):
        around.remember(None, (), anaphor.end)
        return
    if anaphor.last:
        named, note = around.last_referred(anaphor), "refers to the one named before"
    else:
        named, note = around.named_as(anaphor), "short form of a title named before"
    if len(named) == 1:
        meaning = Meaning(named[0], note=note)
    elif named:
        meaning = Meaning(None, named, "short form of several")
    elif anaphor.noun == "charter" and (told := _told_by(around, anaphor)):
        meaning = Meaning("UN-CHARTER", note=told)
        around.remember_title("charter", "UN-CHARTER")
    else:
        meaning = OPEN
    around.remember(
        anaphor.noun if anaphor.last and named else None, named if len(named) == 1 else (), anaphor.end
    )
    if meaning != OPEN:
        yield Reading(anaphor.start, anaphor.end, meaning)


def _told_by(around: Surroundings, anaphor: Anaphor) -> str | None:
    """What tells that "the Charter" is that of the United Nations, where no charter was named in full before."""
    if not around.only_charter_is(anaphor, "UN-CHARTER"):
        return None
    start = anaphor.start
    pins = pinpoints_before(around.folded, start)
    if any(pin.label.startswith(("Article", "Chapter")) for pin in pins):
        return "by its articles"
    return "by the United Nations beside it" if around.united_nations_near(start) else None
