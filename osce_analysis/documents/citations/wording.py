"""The small notation in which the data tables write the forms of words.

``charter of paris [for a new europe]`` has an optional part, ``хельсинкск~ заключительн~ акт~`` open word
endings, ``(nos|no)`` alternatives, ``{human dimension}`` brackets; a space stands for any white space and a
hyphen for a hyphen, a space or nothing. Cells are folded as texts are, so accents, capitals and curly
quotes do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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
_SPACES = {head: _MEANINGS[head] for head in " -"}


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
    """The literal a wording starts with: what the prefilter looks for.

    Examples
    --------
    >>> opening("харти~ Парижа"), opening("Charter of Paris [for a New Europe]")
    ('харти', 'charter of paris')
    """
    found = re.match(r"[^\[\](|)~.,{}]*", fold_words(wording))
    return found.group().rstrip(" -") if found else ""


def openings_pattern(literals: Iterable[str]) -> re.Pattern[str]:
    """One expression that finds where a word begins with one of many literals.

    Examples
    --------
    >>> openings_pattern(["decision", "dec"]).findall("Indecisive, the decision of 3 dec".lower())
    ['decision', 'dec']
    """
    return re.compile(rf"(?<!\w){trie(literals, _SPACES)}")
