"""The small notation in which the data tables write the forms of words.

``charter of paris [for a new europe]`` has an optional part, ``хельсинкск~ заключительн~ акт~`` open word
endings, ``(nos|no)`` alternatives, ``{human dimension}`` brackets; a space stands for any white space and a
hyphen for a hyphen, a space or nothing. Cells are folded as texts are, so accents, capitals and curly
quotes do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from osce_analysis.documents.citations.folding import fold_words
from osce_analysis.reference.tries import trie

_PIECES = re.compile(r" ?\[| ?\(|\]|[|)~ \-.,{}]|[^ \[\](|)~\-.,{}]+")
_MEANINGS = {
    " [": "(?: +",
    "[": "(?:",
    "]": ")?",
    " (": " +(?:",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "~": r"\w*",
    " ": " +",
    "-": "[- ]?",
    ".": r"\.?",
    ",": ",?",
    "{": r"\(",
    "}": r"\)",
}
_T = TypeVar("_T")


def pattern(wording: str) -> str:
    """The regular expression (for folded text) of one wording.

    Examples
    --------
    >>> pattern("Permanent Council")
    'permanent +council'
    >>> pattern("Charter of Paris [for a New Europe]")
    'charter +of +paris(?: +for +a +new +europe)?'
    """
    return "".join(_MEANINGS.get(piece) or re.escape(piece) for piece in _PIECES.findall(fold_words(wording)))


def alternatives(wordings: Iterable[str]) -> str:
    """One expression for several wordings, the longest first; it ends at a word's end."""
    longest_first = sorted(set(wordings), key=lambda wording: (-len(wording), wording))
    return "(?:" + "|".join(pattern(wording) for wording in longest_first) + r")(?!\w)"


def expanded(wording: str) -> list[str]:
    """A wording that starts with a choice, as wordings that start with a literal.

    Examples
    --------
    >>> expanded("[UN] Security Council"), expanded("(Paris|Istanbul) Charter")
    (['UN Security Council', 'Security Council'], ['Paris Charter', 'Istanbul Charter'])
    """
    found = re.match(r"\[([^\]]*)\] |\(([^)]*)\)", wording)
    if found is None:
        return [wording]
    rest = wording[found.end() :]
    if found[2]:
        return [choice + rest for choice in found[2].split("|")]
    return [f"{wide} {rest}" for wide in expanded(found[1])] + expanded(rest)


def opening(wording: str) -> str:
    """The literal a wording starts with, with a mark where it ends with a whole word.

    Examples
    --------
    >>> opening("харти~ Парижа"), opening("Charter of Paris [for a New Europe]").strip(WORD_END)
    ('харти', 'charter of paris')
    """
    folded = fold_words(wording)
    literal = re.match(r"[^\[\](|)~.,{}]*", folded)
    if literal is None:
        return ""
    whole = _WHOLE.match(folded, literal.end()) or literal[0].endswith(" ")
    return literal[0].rstrip(" -") + (WORD_END if whole else "")


# Sorts behind all letters: of the literals that match, the longest is taken.
WORD_END = "\uffff"
_WHOLE = re.compile(r"\.?(?: |$)")


@dataclass(frozen=True)
class Openings(Generic[_T]):
    """The literals that forms begin with, and what may stand where one of them does.

    One expression finds the literals; so of some hundred forms only those few are tried that can match. A
    search for what follows a character that is of no word passes over all others quickly.
    """

    pattern: re.Pattern[str]
    following: re.Pattern[str]
    begun: Mapping[str, tuple[_T, ...]]
    literals: tuple[str, ...]

    def at(self, text: str, start: int) -> tuple[_T, ...]:
        """What may begin here."""
        found = self.pattern.match(text, start)
        return self.behind(found[1]) if found else ()

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first literal from `start` on: the group of the match."""
        first = self.pattern.match(text, 0, end) if start == 0 else None
        return first or self.following.search(text, max(start - 1, 0), end)

    def behind(self, literal: str) -> tuple[_T, ...]:
        """What may begin with a literal as found."""
        return self.begun[" ".join(literal.split()) if "  " in literal else literal]


def openings(forms: Iterable[tuple[str, _T]]) -> Openings[_T]:
    """Tell forms by the literals that they begin with.

    Examples
    --------
    >>> some = openings([("co-operation", 1), ("co", 2), ("coal", 3), (f"cost{WORD_END}", 4)])
    >>> some.at("cooperation", 0), some.at("coat", 0), some.at("the coal", 2), some.at("costs", 0)
    ((2, 1), (2,), (), (2,))
    """
    begun: dict[str, list[_T]] = {}
    literals = set()
    for literal, form in forms:
        for hyphen in ("-", " ", "") if "-" in literal else ("-",):
            literals.add(written := literal.replace("-", hyphen))
            begun.setdefault(written.rstrip(WORD_END), []).append(form)
    heads = {literal: [literal[:end] for end in range(1, len(literal) + 1)] for literal in begun}
    any_of_them = trie(literals, {" ": " +", WORD_END: r"(?![^\W\d])"})
    return Openings(
        re.compile(rf"(?<!\w)({any_of_them})"),
        re.compile(rf"\W({any_of_them})"),
        {
            literal: tuple(dict.fromkeys(form for head in found for form in begun.get(head, ())))
            for literal, found in heads.items()
        },
        tuple(literals),
    )


def openings_of(forms: Iterable[tuple[str, _T]]) -> Openings[tuple[_T, re.Pattern[str]]]:
    """What is written in one of the wordings given, each with the expression that matches it to a word's end."""
    return openings(
        (opening(one), (value, re.compile(pattern(one) + r"(?!\w)")))
        for wording, value in forms
        for one in expanded(wording)
    )
