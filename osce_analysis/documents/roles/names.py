"""The names of actors in a stretch of text, by where they start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from osce_analysis import reference
from osce_analysis.documents.records import ActorKind, Part

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
        if mention.actor not in _HOST
    }
