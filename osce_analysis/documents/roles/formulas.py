"""The wordings that show who speaks for whom, as data.

`formulas.csv` holds the phrases that open a list or name a speaker, `list_words.csv` the words between
the names of a list, `labels.csv` the headings of its groups ("the candidate countries"). Each row is a
regular expression in one language with a wording in which it was seen; a space stands for any white space.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

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
_BEFORE, _AFTER = 250, 120
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
    return sorted(
        (
            match
            for formula in formulas(kind)
            for first, last in stretches(_all_of(formula.needs, words), _BEFORE, _AFTER)
            for match in formula.pattern.finditer(text, max(start, first), min(stop, last))
        ),
        key=lambda match: match.start(),
    )


@lru_cache(maxsize=4)  # a part of a document is asked for one kind after another
def _words(text: str) -> str:
    """A text in small letters with plain spaces, one for one, in which literals are looked for."""
    text = text.replace("İ", "I").lower()  # the one letter that lower() makes two of
    for space in "\n\t\u00a0":
        text = text.replace(space, " ")
    return text


def _all_of(literals: Iterable[str], words: str) -> list[int]:
    """Where any of the literals stands, in order."""
    found: list[int] = []
    for literal in literals:
        place = words.find(literal)
        while place >= 0:
            found.append(place)
            place = words.find(literal, place + 1)
    return sorted(found)


@cache
def any_of(kind: str) -> re.Pattern[str]:
    """All wordings of one kind in one expression."""
    return re.compile("|".join(formula.pattern.pattern for formula in formulas(kind)), re.IGNORECASE)


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
