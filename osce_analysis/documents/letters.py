"""Small letters in place of capitals: patterns without case take a fifth of the time on them."""

from __future__ import annotations


def small(text: str) -> str:
    """A text in small letters, one for each of its characters, so that offsets hold.

    Examples
    --------
    >>> small("İZMİR"), len(small("İZMİR"))
    ('izmir', 5)
    """
    return text.replace("İ", "I").lower()  # the one letter that lower() makes two of
