"""What is read from one document: plain, frozen records with offsets.

Every `start` and `end` counts code points in the named part of the document
(`front`, `text` or `closing`), so that ``part[start:end]`` returns the words.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

Part = Literal["front", "text", "closing"]
Role = Literal["delivers", "joint", "represented", "aligned"]
ActorKind = Literal["state", "group", "organisation"]
Severity = Literal["unreadable", "duplicate", "conflict", "warning"]
Step = Literal["format", "layout", "header", "roles", "journals", "citations", "load"]


@dataclass(frozen=True)
class Problem:
    """One sentence about something that could not be read, parsed or counted."""

    step: Step
    problem: str
    severity: Severity = "warning"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body; `number` is as printed ("3.", "(a)") or None."""

    text: str
    start: int
    end: int
    number: str | None = None


@dataclass(frozen=True)
class Signatory:
    """An actor in a role, at its first mention; `kind` is None for a name that is not known."""

    actor: str
    kind: ActorKind | None
    role: Role
    name: str | None
    part: Part | None = None
    start: int | None = None
    end: int | None = None
    as_group: str | None = None
    scope: str | None = None


@dataclass(frozen=True)
class Cue:
    """The words that show how a citation is invoked (offsets in the citation's part)."""

    stance: str
    cue: str
    negated: bool
    start: int
    end: int


@dataclass(frozen=True)
class Citation:
    """An instrument named in a text; `instrument` is None where `candidates` stay open."""

    instrument: str | None
    kind: str
    surface: str
    start: int
    end: int
    part: Part = "text"
    pinpoint: str | None = None
    candidates: tuple[str, ...] = ()
    in_catalogue: bool = False
    note: str | None = None
    paragraph: int | None = None
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True)
class Intervention:
    """A speaker in a journal, or a State in a speaker's bracket (role `aligned` or `represented`)."""

    intervention_id: str
    journal: str | None
    item: str | None
    item_title: str | None
    order: int
    actor: str | None
    delivered_by: str | None
    role: Role
    on_behalf_of: str | None = None
    symbol: str | None = None
    distribution: str | None = None
    date: datetime.date | None = None
    list_shown: str = "yes"  # "cut" where the list of those with the speaker was not read to its end


@dataclass(frozen=True)
class Document:
    """One document as read: the row of `statements` and the rows that hang on it."""

    text: str
    front: str = ""
    closing: str = ""
    kind: str | None = None
    symbol: str | None = None
    body: str | None = None
    series: str | None = None
    number: int | None = None
    year: int | None = None
    revision: str | None = None
    distribution: str | None = None
    issued: date | None = None
    delivered: date | None = None
    place: str | None = None
    meeting_body: str | None = None
    meeting_number: int | None = None
    agenda_item: str | None = None
    language: str | None = None
    original_language: str | None = None
    delegation: str | None = None
    delivered_by: str | None = None
    joint: bool = False
    specimen: bool = False
    title: str | None = None
    subject: str | None = None
    within: int | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    citations: tuple[Citation, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    def with_problems(self, *problems: Problem) -> Document:
        """The same document with `problems` added to its own."""
        return replace(self, problems=(*self.problems, *problems))
