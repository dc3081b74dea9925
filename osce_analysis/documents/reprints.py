"""A text that a file prints twice, as on one line and then by page."""

from __future__ import annotations

import re
from collections import Counter

_ANCHOR = 12  # words in a row that two texts share only where one is the other
_FEWEST = 60  # words; a shorter text is not looked at
_PLACES = (0.2, 0.3, 0.4)  # where in the file such words are taken from
_ALIKE = 0.9  # share of words that both prints have
_WORD = re.compile(r"\S+")


def printed_once(text: str) -> tuple[str, bool]:
    """Take one of two prints out of a text.

    Parameters
    ----------
    text : str
        The text of a file.

    Returns
    -------
    tuple of (str, bool)
        The text with the print that keeps more of its lines, and whether there were two.

    Examples
    --------
    >>> text = " ".join(f"word{number}" for number in range(80))
    >>> printed_once(f"{text}\\n{text}") == (text, True), printed_once(text) == (text, False)
    (True, True)
    """
    words = text.split()
    length = _distance(words)
    if length is None or _likeness(words[-2 * length : -length], words[-length:]) < _ALIKE:
        return text, False
    starts = [found.start() for found in _WORD.finditer(text)]
    first, second = starts[-2 * length], starts[-length]
    prints = text[first:second].rstrip(), text[second:]
    return text[:first] + max(prints, key=lambda part: part.count("\n")), True


def _distance(words: list[str]) -> int | None:
    """How many words after the first print the second begins."""
    if len(words) < _FEWEST:
        return None
    line = " ".join(words)
    for place in _PLACES:
        start = int(place * len(words))
        anchor = " ".join(words[start : start + _ANCHOR])
        again = line.rfind(f" {anchor}")
        here = sum(map(len, words[:start])) + start
        if again > here:
            return line.count(" ", here, again + 1)
    return None


def _likeness(words: list[str], others: list[str]) -> float:
    """The share of words that two stretches have in common."""
    common = sum((Counter(words) & Counter(others)).values())
    return common / max(len(words), len(others), 1)
