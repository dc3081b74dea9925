"""Where a sentence ends, told from a token and the marks that follow it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

PARAGRAPH = "¶"
"""The mark that stands for a blank line while a text is split into chunks; it ends a sentence."""

_END = re.compile(r"[.!?…¶][^\w]*\Z")


def ends_sentence(token: str, marks: str) -> bool:
    """Whether a sentence ends after `token` when `marks` follow it before the next white space.

    A full stop after an abbreviation, an initial or initials (``U.S.``) ends none.

    Examples
    --------
    >>> ends_sentence("area", '."'), ends_sentence("Mr", "."), ends_sentence("J", "."), ends_sentence("area", ",")
    (True, False, False, False)
    """
    if not marks or not _END.search(marks):
        return False
    return not marks.startswith(".") or PARAGRAPH in marks or not _takes_a_stop(token)


def starts_sentence(before: str, after: str) -> bool:
    """Whether a full stop glued between two words divides sentences: ``attacks.The``, not ``PC.DEC``.

    Examples
    --------
    >>> starts_sentence("attacks", "The"), starts_sentence("PC", "DEC"), starts_sentence("v", "2")
    (True, False, False)
    """
    return before[-1:].islower() and after[:1].isupper()


def _takes_a_stop(token: str) -> bool:
    """Whether a full stop after `token` belongs to the token."""
    is_initial = len(token) == 1 and token.isalpha()
    is_initials = "." in token and not any(letter.isdigit() for letter in token)
    return is_initial or is_initials or token in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    """Words that a full stop follows inside a sentence, as written."""
    lines = files("osce_analysis.tokens").joinpath("data/abbreviations.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())
