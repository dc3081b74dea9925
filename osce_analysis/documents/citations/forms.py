"""The forms in which instruments, bodies and places are written: the tables of the folder ``data``."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from osce_analysis.reference import instruments

# Kinds of the catalogue that are known by their title; decisions and resolutions have topics for titles.
BY_TITLE = ("document", "charter", "treaty")
LONG_TITLE = 4


@dataclass(frozen=True)
class Name:
    """A form of a body's or a place's name."""

    code: str
    form: str
    capital: bool


@dataclass(frozen=True)
class WordForm:
    """A word that numbers follow, and the body that it implies."""

    word: str
    body: str | None
    form: str


@dataclass(frozen=True)
class TitleForm:
    """A form of a title; with several instruments the year, the date or nothing tells which.

    `capital` says how much of it must be written with capitals: "no", "first" word, "all" long words, "every" letter.
    A form that stands `alone` is no more than a name's beginning where "of" or "for" goes on.
    """

    instruments: tuple[str, ...]
    form: str
    capital: str
    alone: bool
    noun: str | None


@dataclass(frozen=True)
class AnaphorForm:
    """A short form: of the one title of its kind named before, or of the `last` instrument of its kind."""

    noun: str
    last: bool
    form: str


@dataclass(frozen=True)
class CueForm:
    """A cue: the words that show how something is invoked."""

    stance: str
    language: str
    form: str


def rows(table: str) -> list[dict[str, str]]:
    """The rows of one table."""
    text = files(__package__).joinpath("data", f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def bodies() -> tuple[Name, ...]:
    """The names of bodies; `other` marks those whose numbers are not resolved."""
    return tuple(Name(row["body"], row["form"], row["capital"] == "yes") for row in rows("bodies"))


@cache
def places() -> tuple[Name, ...]:
    """The names of the places where ministers met, which stand for a year."""
    return tuple(Name(row["place"], row["form"], True) for row in rows("places"))


@cache
def words() -> tuple[WordForm, ...]:
    """The words for decision and resolution; some say whose ("UNSCR")."""
    return tuple(WordForm(row["word"], row["body"] or None, row["form"]) for row in rows("words"))


@cache
def titles() -> tuple[TitleForm, ...]:
    """The titles; those without an instrument are lookalikes that cite nothing."""
    own = tuple(
        TitleForm(
            tuple(filter(None, row["instrument"].split("|"))),
            row["form"],
            row["capital"],
            row["alone"] == "yes",
            row["noun"] or None,
        )
        for row in rows("titles")
    )
    written = {form.form for form in own}
    return own + tuple(
        TitleForm((one.instrument,), title, "all", False, None)
        for one in instruments()
        if one.kind in BY_TITLE and (title := _plain(one.title)) and title not in written
    )


def _plain(title: str) -> str:
    """A title of the catalogue as a wording: what it has in brackets is no part of it."""
    bare = re.sub(r"\(.*?\)", "", title).strip()
    return bare if len(bare.split()) >= LONG_TITLE and not re.search(r"[\[\]|~{}()]", bare) else ""


@cache
def anaphors() -> tuple[AnaphorForm, ...]:
    """Definite short forms, with the kind of instrument that each stands for."""
    return tuple(
        AnaphorForm(row["noun"], row["stands_for"] == "last", row["form"]) for row in rows("anaphors")
    )


@cache
def cues() -> tuple[CueForm, ...]:
    """The cues, by stance and language."""
    return tuple(CueForm(row["stance"], row["language"], row["form"]) for row in rows("cues"))


@cache
def aliases() -> Mapping[str, str]:
    """Symbols of documents that have a name of their own in the catalogue."""
    return {row["symbol"]: row["instrument"] for row in rows("aliases")}


@cache
def council_years() -> tuple[tuple[int, int, int], ...]:
    """Year, first and last number of the Security Council's resolutions, as far as they are known."""
    return tuple((int(row["year"]), int(row["first"]), int(row["last"])) for row in rows("council_years"))
