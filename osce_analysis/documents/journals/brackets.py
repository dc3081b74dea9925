"""What stands in the brackets of an entry: symbols, the States that align, those spoken for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from osce_analysis import reference
from osce_analysis.documents.journals.wordings import wording
from osce_analysis.documents.records import Role
from osce_analysis.documents.roles.formulas import labels
from osce_analysis.documents.symbols import Symbol, find_symbols

_SYMBOL = re.compile(r"[A-Z]{2}")  # what begins like one and is no list
_GAP = re.compile(r"(?:,|\band|\bund|\be|\bet|\by|и)\s*(?:[,;)]|$)|(?:^|;)\s*,", re.IGNORECASE)


@dataclass(frozen=True)
class Bracket:
    """The content of one bracket, told apart."""

    text: str
    symbols: tuple[Symbol, ...] = ()
    role: Role | None = None
    actors: tuple[str, ...] = ()
    gap: bool = False
    marked: bool = False
    cut: bool = False  # the text ends, or a page's end tears it, within a list


def depths(text: str) -> list[int]:
    """How many brackets are open at each character; one that others follow must close to count.

    Examples
    --------
    >>> depths("a(b)(")
    [0, 1, 1, 1, 1]
    """
    opened: list[int] = []
    change = [0] * (len(text) + 1)
    for place, sign in enumerate(text):
        if sign == "(":
            opened.append(place)
        elif sign == ")" and opened:
            change[opened.pop()] += 1
            change[place + 1] -= 1
    if opened and opened[-1] > text.rfind(")"):
        change[opened[-1]] += 1  # the text ends within this one
    depth, found = 0, []
    for step in change[: len(text)]:
        depth += step
        found.append(depth)
    return found


def read_bracket(content: str, on: date | None, language: str | None, *, closed: bool = True) -> Bracket:
    """Tell what a bracket's content is.

    Examples
    --------
    >>> read_bracket("also on behalf of Iceland and Norway", None, "en").actors
    ('ISL', 'NOR')
    """
    symbols = tuple(symbol for _, _, symbol in find_symbols(content))
    behalf = wording("behalf").match(content.lstrip())
    aligned = not behalf and (wording("aligned").search(content) or labels().search(content))
    if not (behalf or aligned):
        marked = bool(wording("mark").search(content))
        cut = not (closed or symbols or marked or _SYMBOL.match(content))
        return Bracket(content, symbols, marked=marked, cut=cut)
    role: Role = "represented" if behalf else "aligned"
    kinds = ("state", "group") if behalf else ("state",)
    return Bracket(
        content,
        symbols,
        role,
        tuple(_actors(content, on, language, kinds)),
        gap=bool(_GAP.search(content)),
        cut=not closed,
    )


def actors_named(text: str, on: date | None, language: str | None) -> tuple[str, ...]:
    """The States and groups in a list, each once, in its order."""
    return tuple(_actors(text, on, language, ("state", "group")))


def _actors(text: str, on: date | None, language: str | None, kinds: tuple[str, ...]) -> Iterator[str]:
    told = set()
    for mention in reference.mentions(text, on, language=language):
        if mention.kind in kinds and mention.actor not in told:
            told.add(mention.actor)
            yield mention.actor
