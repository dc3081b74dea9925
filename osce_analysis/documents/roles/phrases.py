"""The phrase that names a speaker: "STATEMENT BY MR. N, PERMANENT REPRESENTATIVE OF S TO THE OSCE".

After the words that open such a phrase, the first name before "to", "on", "at" is the speaker;
States named later are addressed, accused or described.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from osce_analysis.documents.roles.behalf import NOBODY, Behalf, read_behalf
from osce_analysis.documents.roles.formulas import (
    any_of,
    begins,
    formulas,
    list_words,
    places,
    stop,
    table_rows,
)
from osce_analysis.documents.roles.lists import Entry, names_between, read_list
from osce_analysis.documents.roles.names import Name

# A phrase is never longer than this many characters (57 States with their offices).
_PHRASE = 3000
# Between the opening words and the first name: a person, an office.
_BEFORE_NAME = 400


@dataclass(frozen=True)
class Phrase:
    """Who is named as speaking, on whose behalf, and whether as the one who delivers or as author."""

    speakers: tuple[Entry, ...] = ()
    behalf: Behalf = NOBODY
    joint: bool = False
    delivery: bool = False
    for_others: bool = False  # "on behalf of" stands there, whether or not names follow
    reader: Name | None = None  # "Statement of the Union delivered by A"

    def __bool__(self) -> bool:
        return bool(self.speakers or self.behalf)


NO_PHRASE = Phrase()


def read_phrases(text: str, names: Callable[[], Mapping[int, Name]], lines: Iterable[int]) -> list[Phrase]:
    """Read the titles and delivery lines that begin at some of these places.

    Parameters
    ----------
    text
        The part of the document.
    names
        Gives the names in it by their start; not asked where no line is such a phrase.
    lines
        Where the words of each line begin.

    Returns
    -------
    list of Phrase
        One for each such line; empty where it names nobody.
    """
    return [_read_phrase(text, names(), line) for line in lines if begins("title", text, line)]


def _read_phrase(text: str, names: Mapping[int, Name], line: int) -> Phrase:
    """What a title or delivery line says."""
    for formula in formulas("title"):
        opening = formula.pattern.match(text, line)
        if opening:
            start, end = opening.end(), _phrase_end(text, names, opening.end(), formula.language)
            behalf = _behalf(text, start, end)
            limit = _paragraph_end(text, start)
            on_behalf = read_behalf(text, names, behalf.end(), limit) if behalf else NOBODY
            end = min(end, behalf.start()) if behalf else end
            joint = bool(any_of("joint").search(text, line, start))
            speakers = _speakers(text, names, (line, start, end), joint)
            reader = _reader(text, names, end) if speakers and speakers[0].name.kind == "group" else None
            delivery = bool(_DELIVERY.search(opening.group()))
            return Phrase(speakers, on_behalf, joint, delivery, bool(behalf), reader)
    return NO_PHRASE


_DELIVERY = re.compile(
    r"\b(?:deliv\w*|delie\w*|held|presented|read|made|given|prepared|prononcée?|faite)\b", re.IGNORECASE
)


def _reader(text: str, names: Mapping[int, Name], end: int) -> Name | None:
    """Who reads for a group, where the phrase that names it ends with "delivered by"."""
    delivered = _DELIVERED.match(text, end)
    first = (
        _first_name(text, names, delivered.end(), _paragraph_end(text, delivered.end()))
        if delivered
        else None
    )
    return None if first is None else names[first]


_DELIVERED = re.compile(
    r"[\s,(]{0,3}(?:as\s+)?(?:delivered|read(?:\s+out)?|presented|made|given)\s+by\b", re.IGNORECASE
)


def _behalf(text: str, start: int, end: int) -> re.Match[str] | None:
    """ "on behalf of" in the phrase, or after it where nothing speaks of another's statement in between."""
    found = next(iter(places("behalf", text, start, _paragraph_end(text, start))), None)
    return found if found and not _ANOTHER.search(text, end, max(end, found.start())) else None


_ANOTHER = re.compile(r"\b(?:statement|response|reply|address|report|delivered|made|by)\b", re.IGNORECASE)


def _speakers(
    text: str, names: Mapping[int, Name], phrase: tuple[int, int, int], joint: bool
) -> tuple[Entry, ...]:
    """The first name after "by", or the whole list where several speak."""
    line, start, end = phrase
    first = _first_name(text, names, start, end)
    if first is None:
        return ()
    listed = read_list(text, names, first, end).entries
    if not joint and not any_of("plural").search(text, line, first) and not _coupled(text, listed):
        return (Entry(names[first]),)
    everybody = names_between(text, names, first, end).entries
    return listed if len(listed) >= len(everybody) else everybody


def _coupled(text: str, listed: tuple[Entry, ...]) -> bool:
    """Whether a list ends with an "and": "Statement by A, B and C", not "by the Ambassador of A, B"."""
    if len(listed) < 2:
        return False
    before_last = text[listed[-2].name.end : listed[-1].name.start]
    return any(word.lastgroup == "separator" for word in list_words().finditer(before_last))


def _phrase_end(text: str, names: Mapping[int, Name], start: int, language: str) -> int:
    """Where the phrase that names a speaker ends: a word like "at", a colon after a name, or an empty line."""
    limit = _paragraph_end(text, start)
    colon = text.find(":", start, limit)
    limit = colon if any(start <= place < colon for place in names) else limit
    ending = stop(language).search(text, start, limit)
    return ending.start() if ending else limit


def _paragraph_end(text: str, start: int) -> int:
    """The next empty line after words, or where no phrase reaches."""
    limit = min(len(text), start + _PHRASE)
    blanks = (blank.start() for blank in _BLANK_LINE.finditer(text, start + 1, limit))
    return next((blank for blank in blanks if text[start:blank].strip()), limit)


_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def _first_name(text: str, names: Mapping[int, Name], start: int, end: int) -> int | None:
    """Where the first name is that speaks: not one "for S", nor in the bracket after an office."""
    limit = min(end, start + _BEFORE_NAME)
    for place in sorted(place for place in names if start <= place < limit):
        before = text[start:place]
        if (
            _FOR.search(before)
            or _in_known_town().search(before)
            or (_IN_A_TOWN.search(before) and _LINE_END.match(text, names[place].end))
        ):
            return None
        if before.count("(") <= before.count(")") or _STATES_IN_BRACKET.search(before):
            return place
    return None


# "Prague, Czech Republic", a line below the speaker's name: where, not who.
_IN_A_TOWN = re.compile(
    r"(?:\n| [-–—|] )(?:the )?[^\W\d_][\w.’'-]{2,20}(?: [^\W\d_][\w.’'-]{2,20})?,\s(?:the )?$", re.IGNORECASE
)


@cache
def _in_known_town() -> re.Pattern[str]:
    """The same on one line: "by Ambassador N. Doe Prague, Czech Republic"."""
    towns = "|".join(re.escape(row["town"]) for row in table_rows("towns.csv"))
    return re.compile(rf"\b(?:{towns}),\s+(?:the\s+)?\Z", re.IGNORECASE)


_LINE_END = re.compile(r"[ .]*(?:\n|$|,\s*\d)")
_FOR = re.compile(r"\bfor\s+(?:the\s+)?$", re.IGNORECASE)
# "the Co-Chair countries (S, S and S)" are the States; "Co-Chair of the Group (S)" names who holds the office.
_STATES_IN_BRACKET = re.compile(r"\b(?:countries|States|delegations|members)\s*\([^()]*$", re.IGNORECASE)
