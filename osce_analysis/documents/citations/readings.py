"""What a form means, and what becomes of it: frozen records of the pass that resolves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Meaning:
    """An id, or the candidates for one; with neither, the form cites nothing that can be told."""

    instrument: str | None
    candidates: tuple[str, ...] = ()
    note: str | None = None


OPEN = Meaning(None)


@dataclass(frozen=True)
class Reading:
    """A citation read, with folded offsets."""

    start: int
    end: int
    meaning: Meaning
    pinpoint: str | None = None
