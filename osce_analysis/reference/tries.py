"""Many words as one regular expression, nested by their common beginnings.

A plain alternation of a hundred words tries each of them at every place of a text; a tree costs about as
much as one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def trie(words: Iterable[str], meanings: Mapping[str, str], *, behind: str = "") -> str:
    """Write one expression that matches any of the words, the longest first, letter by letter.

    Parameters
    ----------
    words : iterable of str
        Literal words, in small letters where the text is.
    meanings : mapping
        Characters of the words that stand for a pattern: a space for any white space, say.
    behind : str
        A class of characters behind which no word begins. It is looked at after the first letter, so that a search
        passes over other letters quickly.

    Examples
    --------
    >>> trie(["decision", "decisions", "dec"], {})
    'dec(?:ision(?:s)?)?'
    >>> trie(["may", "june"], {}, behind=r"\\w")
    '(?:j(?<!\\\\wj)une|m(?<!\\\\wm)ay)'
    """
    ends = "" in (group := sorted(set(words)))
    tails: dict[str, list[str]] = {}
    for word in filter(None, group):
        tails.setdefault(word[0], []).append(word[1:])
    branches = [
        meanings.get(head, re.escape(head))
        + (f"(?<!{behind}{re.escape(head)})" if behind else "")
        + trie(others, meanings)
        for head, others in tails.items()
    ]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
