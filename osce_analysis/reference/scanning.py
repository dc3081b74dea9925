"""Names of actors in running text: all of them in one pass, longest first.

All names stand in one regular expression, a tree in which each character is tried
once (linear in the text). It runs over a folded copy of the same length, so that its
offsets hold in the text as given. A match is an offer: whether the name is meant on
that day, in that case and language is looked up afterwards, and where it is not, the
shorter names within it get their turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from osce_analysis.reference.actors import ActorKind, actors
from osce_analysis.reference.days import as_day
from osce_analysis.reference.names import Name, by_key, fold, key, meaning
from osce_analysis.reference.tables import rows
from osce_analysis.reference.tries import trie

_WORD = re.compile(r"\s+")
_SPACED = {" ": r"\s+", "-": r"-\s*"}  # white space may be any, and may follow a hyphen


@dataclass(frozen=True)
class Mention:
    """An actor's name in a text: `text[start:end]` is `name`."""

    start: int
    end: int
    name: str
    actor: str
    kind: ActorKind


def mentions(text: str, on: date | str | None = None, *, language: str | None = None) -> list[Mention]:
    """Find every name of an actor in a text, from left to right.

    The longest name wins; names are whole words, in capitals or not, and may run over a line
    end. Adjectives are no names. `Serbia and Montenegro` is one State in a text of the days
    when it was one; otherwise, and without a day, two are named.

    Parameters
    ----------
    text : str
        Any text in the six OSCE languages.
    on : date or str, optional
        The day of the text: a State that has ended is not named after it.
    language : str, optional
        ISO 639-1 code of the text's language; with it the names count that are words of
        another language (German `Island`).

    Returns
    -------
    list of Mention
        `start` and `end` count code points in `text`; mentions do not overlap.

    Examples
    --------
    >>> [(m.name, m.actor) for m in mentions("THE RUSSIAN FEDERATION and Bosnia and Herzegovina")]
    [('RUSSIAN FEDERATION', 'RUS'), ('Bosnia and Herzegovina', 'BIH')]
    """
    day = as_day(on)
    folded = fold(f" {text}")  # so that something stands before every name
    found: list[Mention] = []
    position = 0
    while match := _pattern().search(folded, position):
        start = match.start()
        length, name = _read(text[start : match.end() - 1], day, language)
        position = start + length
        if name:
            kind = actors()[name.code].kind
            found.append(Mention(start, position, text[start:position], name.code, kind))
    return found


@lru_cache(maxsize=4096)  # the same few names stand in a text again and again
def _read(written: str, on: date | None, language: str | None) -> tuple[int, Name | None]:
    """Read the longest name that is meant at the head of what was matched, and how far on the search resumes."""
    for stop in _stops(written):
        spelling = key(written[:stop])
        if spelling in _lookalikes():
            return stop, None
        if name := _meant(by_key().get(spelling, ()), written[:stop], on, language):
            return stop, name
    return 1, None


def _meant(names: tuple[Name, ...], written: str, on: date | None, language: str | None) -> Name | None:
    """Choose the name that is meant in running text, if any."""
    usable = {"always": True, "dated": on is not None, "never": False}
    return meaning(
        tuple(
            name
            for name in names
            if usable.get(name.scan, language in name.language.split("|")) and name.fits(written)
        ),
        on,
    )


def _stops(written: str) -> Iterable[int]:
    """Yield where the match may end: itself, then before each of its words from the last."""
    yield len(written)
    yield from reversed([gap.start() for gap in _WORD.finditer(written)])


@cache
def _lookalikes() -> frozenset[str]:
    """Return the keys of phrases that hold an actor's name and name none (South Georgia)."""
    return frozenset(key(row["name"]) for row in rows("lookalikes"))


@cache
def _pattern() -> re.Pattern[str]:
    """Compile all keys into one expression, whole words only, after what is no letter: so the search skips letters."""
    scanned = {folded for folded, names in by_key().items() if any(name.scan != "never" for name in names)}
    return re.compile(rf"\W{trie(scanned | _lookalikes(), _SPACED)}(?!\w)")
