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

_ARTICLE = re.compile(r"^(?:the|la|les?|el|l[ao]s|il|lo|gli|i|d(?:er|ie|as|em|en)|l['’]) *\b", re.IGNORECASE)
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
            return _level(" ".join(written.split())) == _level(self.name)
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
    """Choose the first name that means its actor on a day; any does where no day is known.

    A name means nobody before it came into use, nor after its actor has ended. Out of use it
    goes on meaning its actor while that exists: old names live on in lists.

    Examples
    --------
    >>> fyrom, yugoslavia = by_key()["former yugoslav republic of macedonia"], by_key()["yugoslavia"]
    >>> meaning(fyrom, date(2020, 1, 1)).code, meaning(yugoslavia, date(2020, 1, 1))
    ('MKD', None)
    """
    return next((name for name in names if holds(name.since, ends()[name.code], on)), None)


def without_article(name: str) -> str:
    """Take a leading article off a name, in whatever language.

    Examples
    --------
    >>> without_article("the Netherlands"), without_article("l’Ukraine")
    ('Netherlands', 'Ukraine')
    """
    return _ARTICLE.sub("", name)
