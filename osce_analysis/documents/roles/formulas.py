"""The wordings that show who speaks for whom, as data.

`formulas.csv` holds the phrases that open a list or name a speaker, `list_words.csv` the words between
the names of a list, `labels.csv` the headings of its groups ("the candidate countries"). Each row is a
regular expression in one language with a wording in which it was seen; a space stands for any white space.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from osce_analysis.documents.letters import small
from osce_analysis.documents.stretches import stretches


class Formula(NamedTuple):
    """A compiled wording and its language."""

    language: str
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()  # one of these stands in every text that holds the wording


def table_rows(table: str) -> list[dict[str, str]]:
    """The rows of a table beside this module."""
    text = files(__package__).joinpath(table).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def spaced(pattern: str) -> str:
    """`pattern` with each space standing for any white space, line ends included."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")


# What a wording that is looked for may have before and behind one of its literals.
_BEFORE, _AFTER = 100, 120
# The end of a word, of an elided article ("l'"), or the space that a wording ends with.
_WORD_END = r"(?:(?<=[\s'’])|(?!\w))"


@cache
def formulas(kind: str) -> tuple[Formula, ...]:
    """All wordings of one kind, each ending at the end of a word."""
    return tuple(
        Formula(
            row["language"],
            re.compile(rf"(?<!\w)(?:{spaced(row['pattern'])}){_WORD_END}", re.IGNORECASE),
            tuple(row["needs"].split("|")),
        )
        for row in table_rows("formulas.csv")
        if row["formula"] == kind
    )


def places(kind: str, text: str, start: int = 0, stop: int | None = None) -> list[re.Match[str]]:
    """Where wordings of one kind stand in a text, in order; each is looked for around the literals it needs."""
    words = _words(text)
    stop = len(text) if stop is None else stop
    found = [
        match
        for needs, pattern in _by_literals(kind)
        for first, last in stretches(_all_of(words, needs), _BEFORE, _AFTER)
        for match in pattern.finditer(text, max(start, first), min(stop, last))
    ]
    return sorted(found, key=lambda match: match.start())


@cache
def _by_literals(kind: str) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """The wordings of one kind, in one expression where they need the same literals."""
    found: dict[tuple[str, ...], list[str]] = {}
    for formula in formulas(kind):
        found.setdefault(formula.needs, []).append(formula.pattern.pattern)
    return tuple((needs, re.compile("|".join(patterns), re.IGNORECASE)) for needs, patterns in found.items())


@lru_cache(maxsize=4)  # a part of a document is asked for one kind after another
def _words(text: str) -> str:
    """A text in small letters with plain spaces, one for one, in which wordings are looked for quickly."""
    text = small(text)
    for space in "\n\t\u00a0":
        text = text.replace(space, " ")
    return text


@lru_cache(maxsize=64)  # wordings of one kind need the same literals
def _all_of(words: str, literals: tuple[str, ...]) -> tuple[int, ...]:
    """Where any of the literals stands, in order."""
    found: list[int] = []
    for literal in literals:
        place = words.find(literal)
        while place >= 0:
            found.append(place)
            place = words.find(literal, place + 1)
    return tuple(sorted(found))


@cache
def any_of(kind: str) -> re.Pattern[str]:
    """All wordings of one kind in one expression."""
    return re.compile(_merged(kind), re.IGNORECASE)


def begins(kind: str, text: str, place: int) -> bool:
    """Whether a wording of one kind begins at a place; quicker than `any_of`, for small letters are compared."""
    return _in_small_letters(kind).match(_words(text), place) is not None


@cache
def _in_small_letters(kind: str) -> re.Pattern[str]:
    return re.compile(_merged(kind))


def _merged(kind: str) -> str:
    """The alternatives of one kind."""
    patterns = [spaced(row["pattern"]) for row in table_rows("formulas.csv") if row["formula"] == kind]
    return rf"(?<!\w)(?:{'|'.join(patterns)}){_WORD_END}"


@cache
def stop(language: str) -> re.Pattern[str]:
    """The words that end the phrase naming a speaker, in one language."""
    chosen = [formula.pattern.pattern for formula in formulas("stop") if formula.language == language]
    return re.compile(r"(?<!-)(?:" + "|".join(chosen) + r")(?!-)", re.IGNORECASE)


@cache
def list_words() -> re.Pattern[str]:
    """What may stand between two names of a list; `lastgroup` tells which kind of word it is."""
    by_word: dict[str, list[str]] = {}
    for row in table_rows("list_words.csv"):
        by_word.setdefault(row["word"], []).append(spaced(row["pattern"]))
    words = "|".join(
        rf"(?P<{word}>(?<!\w)(?:{'|'.join(patterns)}){_WORD_END})"
        for word, patterns in by_word.items()
        if word != "members"
    )
    return re.compile(rf"(?P<blank>\s+)|(?P<mark>{_MARK})|(?P<comma>[,;:/&+–—-])|{words}", re.IGNORECASE)


# The mark of a footnote, glued to the name before it or to a comma ("Croatia,1").
_MARK = r"[*†¹²³⁰-⁹]+|\[\d{1,2}\]|(?<=[\w,])\d(?!\w)|(?<=\w)\+"


@cache
def members() -> re.Pattern[str]:
    """ "and its Member States" and its like, which add nobody to the name of the group before them."""
    patterns = [spaced(row["pattern"]) for row in table_rows("list_words.csv") if row["word"] == "members"]
    return re.compile(rf"\s*+(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


@cache
def labels() -> re.Pattern[str]:
    """The headings of groups in a list; `lastgroup` is the group with "_" for "-"."""
    by_label: dict[str, list[str]] = {}
    for row in table_rows("labels.csv"):
        by_label.setdefault(row["label"].replace("-", "_"), []).append(spaced(row["pattern"]))
    order = ["aligning", "EFTA_EEA", "EFTA", "EEA", "SAP", "candidate", "acceding"]
    groups = "|".join(rf"(?P<{label}>{'|'.join(by_label[label])})" for label in order)
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)", re.IGNORECASE)
