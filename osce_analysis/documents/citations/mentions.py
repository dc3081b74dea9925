"""What the readers find, before it is told which instrument is meant: frozen records with folded offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Word = Literal["decision", "resolution"]


@dataclass(frozen=True)
class Body:
    """The name of a body that decides: of no interest in itself, but it says whose a number is."""

    start: int
    end: int
    body: str


@dataclass(frozen=True)
class Place:
    """The name of a place where ministers met."""

    start: int
    end: int
    place: str


@dataclass(frozen=True)
class Number:
    """One number of a list: ``3/04``, ``557 (2003)``, ``1514 (XV)``, ``38/58 C``, ``ES-11/1``."""

    start: int
    end: int
    number: int
    series: str | None = None  # what stands before the slash: a session of the General Assembly
    session: str | None = None  # what stands in brackets, in Roman figures
    letter: str = ""
    year: int | None = None  # two digits of n/yy, or the year in brackets or in a date
    slashed: bool = False


@dataclass(frozen=True)
class Numbered:
    """A word such as "Decisions" with the numbers after it and the names between the two."""

    start: int
    end: int
    word: Word
    numbers: tuple[Number, ...]
    signed: bool = False  # "No." stands before the first number
    body: str | None = None
    place: str | None = None


@dataclass(frozen=True)
class Printed:
    """A symbol as printed, which is an id already."""

    start: int
    end: int
    instrument: str
    note: str | None = None

    @property
    def word(self) -> Word | None:
        """What it may be called afterwards: "that resolution"."""
        if "/RES/" in self.instrument:
            return "resolution"
        return "decision" if ".DEC/" in self.instrument else None


@dataclass(frozen=True)
class Title:
    """A title, long or short: one instrument, or several that bear it."""

    start: int
    end: int
    instruments: tuple[str, ...]
    noun: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Anaphor:
    """A short form: "the Charter" for the one named before, "that resolution" for the `last` named."""

    start: int
    end: int
    noun: str
    last: bool


Mention = Body | Place | Numbered | Printed | Title | Anaphor
