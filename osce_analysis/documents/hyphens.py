"""Hyphens at the ends of lines: those that only broke a word go, those of the word stay."""

from __future__ import annotations

import re

_HYPHENATED = re.compile(r"\b([^\W_]{1,40})-$")
_FIRST_WORD = re.compile(r"[^\W_][\w’'-]*")
# Before these and after those a hyphen is part of the word, also where no line ends.
_BEFORE = """
    co non self well long short anti ex vice cross counter neo north south east west so high low full all two three
    four five politico socio
    celui celle ceux celles peut au par ci là vis
    по из кое военно политико социально общественно торгово северо юго восточно западно
"""
_AFTER = """
    based related led driven building making makers finding sharing wide free oriented sensitive specific responsive
    called up off term scale standing being general elect backed sponsored brokered funded friendly border
    ci là même mêmes être dessus dessous delà либо нибудь то таки за
"""
# Beginnings of words as often as words by themselves: a hyphen stays before what begins so.
_SYLLABLES = "inter intra multi pre post pro semi sub part time mid trans"
_BY_ITSELF = (
    "agency", "annual", "war", "conflict", "crisis", "cultural", "democracy", "dimension", "elect", "ethnic",
    "existing", "faith", "independence", "parliament", "party", "permanent", "regional", "religious", "sector",
    "session", "soviet", "stakeholder", "state", "term", "time", "trial", "western", "year",
)  # fmt: skip
_ALSO_SYLLABLES = frozenset(_SYLLABLES.split())
_WORDS_BEFORE, _WORDS_AFTER = frozenset(_BEFORE.split()), frozenset(_AFTER.split())


def joint(line: str, following: str) -> tuple[str, ...]:
    """The pieces that make two lines one; a hyphen that only broke a word is in none of them.

    Parameters
    ----------
    line, following : str
        Without spaces at their ends.

    Examples
    --------
    >>> "".join(joint("the govern-", "ment")), "".join(joint("full co-", "operation"))
    ('the government', 'full co-operation')
    >>> "".join(joint("Inter-", "national talks")), "".join(joint("inter-", "ethnic peace"))
    ('International talks', 'inter-ethnic peace')
    """
    hyphenated = _HYPHENATED.search(line) if line.endswith("-") else None
    if not hyphenated:
        return line, " ", following
    first = _FIRST_WORD.match(following)
    if first is None or not _is_broken(hyphenated[1], first[0]):
        return line, following
    return line[:-1], following


def _is_broken(begun: str, rest: str) -> bool:
    """Whether a hyphen between two pieces only broke a word."""
    rest = rest.rstrip("-’'")
    if not rest[0].islower() or "-" in rest or not (begun.islower() or begun.istitle()):
        return False  # Nagorno-Karabakh, Chairperson-in-Office, OSCE-wide
    begun, rest = begun.lower(), rest.lower()
    if begun in _ALSO_SYLLABLES:
        return not rest.startswith(_BY_ITSELF)
    return begun not in _WORDS_BEFORE and rest not in _WORDS_AFTER
