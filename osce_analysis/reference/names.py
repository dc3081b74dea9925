"""The names of actors: how a name is folded, and which actor it means on a day.

Names stand in `data/actor_names.csv`, one row each, with their language, the days
between which they were in use, and two columns that keep a search in running text
from finding too much:

`case`
    any: in capitals or not; capital: with a capital letter at least (Turkey);
    exact: as it stands only (US).
`scan`
    always; dated: in a text of a known day only (Serbia and Montenegro);
    language: in a text of this language only (German Island is Iceland);
    never: a name in a table or list, but not in running text (Chairperson).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from osce_analysis.reference.days import holds
from osce_analysis.reference.tables import rows

ARTICLES = ("the ", "l'", "la ", "le ", "les ", "el ", "los ", "las ", "il ", "lo ", "gli ", "i ")
GERMAN_ARTICLES = ("der ", "die ", "das ", "dem ", "den ")

_LATIN = {
    character: bare
    for character in map(chr, range(0xC0, 0x180))
    if (bare := unicodedata.normalize("NFD", character)[0]).isascii()
}
_LEVEL = {"ё": "е", "Ё": "Е", "’": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"}
_FOLDED = {**_LATIN, **_LEVEL}
_FOLDABLE = re.compile(f"[{''.join(map(re.escape, _FOLDED))}]")


@dataclass(frozen=True)
class Name:
    """A name of an actor, with what limits its use."""

    code: str
    name: str
    language: str
    form: str
    since: str
    until: str
    case: str
    scan: str
    source: str
    verified: str

    def fits(self, written: str) -> bool:
        """Tell whether `written`, the same but for case, is in a case that this name allows."""
        if self.case == "exact":
            return _level(written) == _level(self.name)
        return self.case == "any" or written[:1].isupper()


def fold(text: str) -> str:
    """Lower the case, take accents off, level hyphens: one character for one, so that offsets hold.

    Examples
    --------
    >>> fold("TÜRKİYE"), len(fold("TÜRKİYE"))
    ('turkiye', 7)
    """
    return _level(text).lower()


def _level(text: str) -> str:
    """Take accents off and level hyphens and apostrophes, which capitals and typed lists often lack."""
    for character in set(_FOLDABLE.findall(text)):  # a tenth of the time of str.translate
        text = text.replace(character, _FOLDED[character])
    return text


def key(text: str) -> str:
    """Fold a whole name and its white space to the form in which names are compared.

    Examples
    --------
    >>> key("BOSNIA and\\nHERZEGOVINA")
    'bosnia and herzegovina'
    """
    return " ".join(fold(unicodedata.normalize("NFC", text)).split()).replace("- ", "-")


@cache
def by_key() -> Mapping[str, tuple[Name, ...]]:
    """Return the names that share each key."""
    found = defaultdict(list)
    for row in rows("names"):
        name = Name(**row)
        found[key(name.name)].append(name)
    return {folded: tuple(names) for folded, names in found.items()}


@cache
def ends() -> Mapping[str, str]:
    """Return the last day of each actor, empty where it lasts."""
    return {row["code"]: row["ended"] for row in rows("actors")}


def meaning(names: tuple[Name, ...], on: date | None) -> Name | None:
    """Choose among names of one spelling the one that is meant on a day.

    A name in use on the day comes first. One that is out of use still means its actor while
    that exists (old names live on in lists), but a State that has ended is named by none.
    Without a day the first row of the table counts.

    Examples
    --------
    >>> meaning(by_key()["yugoslavia"], date(2010, 1, 1)) is None
    True
    """
    in_use = [name for name in names if holds(name.since, name.until, on)]
    surviving = in_use or [name for name in names if holds("", ends()[name.code], on)]
    return surviving[0] if surviving else None


def without_article(folded: str) -> str:
    """Take a leading article off a key.

    Examples
    --------
    >>> without_article("the netherlands")
    'netherlands'
    """
    for article in (*ARTICLES, *GERMAN_ARTICLES):
        if folded.startswith(article):
            return folded[len(article) :]
    return folded
