"""The names of actors in a stretch of text, by where they start.

An adjective is no name of an actor, except beside an office: "the Armenian delegation" speaks for Armenia.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from osce_analysis import reference
from osce_analysis.documents.records import ActorKind, Part
from osce_analysis.documents.roles.formulas import table_rows
from osce_analysis.reference.names import fold
from osce_analysis.reference.tries import trie

_FIRST_NAME = re.compile(r"\b(?:Ambassador|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Sir|Lord) [A-ZÀ-Ž][a-zà-ž]{2,12} \Z")
_NEAR = 30  # characters
# The organization in whose rooms all of this is said is never one of its own signatories.
_HOST = frozenset({"OSCE", "CSCE"})


@dataclass(frozen=True)
class Name:
    """An actor as written; `actor` is the printed name where no code is known."""

    start: int
    end: int
    text: str
    actor: str
    kind: ActorKind
    part: Part


# Gives the names between two offsets of a part, by their start.
NamesBetween = Callable[[int, int], Mapping[int, Name]]


def names_in(
    part: Part, text: str, start: int, end: int, on: date | None, language: str | None
) -> dict[int, Name]:
    """The names in `text[start:end]` of a part by their start, with offsets in `text`."""
    found = reference.mentions(text[start:end], on, language=language)
    return {
        start + mention.start: Name(
            start + mention.start, start + mention.end, mention.name, mention.actor, mention.kind, part
        )
        for mention in found
        if mention.actor not in _HOST and not _is_surname(text, start + mention.start)
    }


def _is_surname(text: str, start: int) -> bool:
    """Whether the name of a State is that of a person: "Ambassador Jane Holland"."""
    return _FIRST_NAME.search(text, max(0, start - _NEAR), start) is not None


def speakers_in(
    part: Part, text: str, start: int, end: int, on: date | None, language: str | None
) -> dict[int, Name]:
    """The names in `text[start:end]` and the adjectives before an office, by their start."""
    actors = _adjectives()
    folded = fold(f" {text[start:end]}")
    adjectives = [*_before_office().finditer(folded), *_after_delegation().finditer(folded)]
    before_office = {
        (first := start + found.start(1) - 1): Name(
            first,
            (last := start + found.end(1) - 1),
            (written := text[first:last]),
            actors[fold(written)],
            "state",
            part,
        )
        for found in adjectives
    }
    return before_office | names_in(part, text, start, end, on, language)


@cache
def _adjectives() -> dict[str, str]:
    """The adjectives of States, folded, and the codes."""
    return {fold(row["adjective"]): row["actor"] for row in table_rows("adjectives.csv")}


@cache
def _after_delegation() -> re.Pattern[str]:
    """A delegation followed by an adjective: "delegazione italiana"."""
    adjectives = trie(_adjectives(), meanings={})
    nouns = "delegation|representation|delegazione|rappresentanza|delegacion|representacion"
    return re.compile(rf"\W(?:{nouns})\s+(?:permanente\s+)?({adjectives})\b")


@cache
def _before_office() -> re.Pattern[str]:
    """An adjective followed by an office or a delegation."""
    adjectives = trie(_adjectives(), meanings={})
    return re.compile(
        rf"\W({adjectives})(?=\s+(?:(?:permanent|deputy|federal|foreign|prime|state)\s+){{0,2}}"
        r"(?:delegation|mission|minister|ministry|representative|representation|ambassador|secretary|president|statement)\b)"
    )
