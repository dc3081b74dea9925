"""One plain spelling of a text, with the way back to the text as given.

Forms are looked for in lower case, without accents, with one kind of space, quote and dash. Almost all of
that is done character by character; what has to go altogether (soft hyphens, a hyphen that breaks a word at
a line's end, combining accents) is remembered, so that every span can be counted in the text as given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from osce_analysis.documents.letters import small

_SPACES = "\n\t\r\f\v\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\u2028\u2029"
_ACCENTS = {
    "a": "áàâäãåā",
    "c": "çć",
    "e": "éèêëē",
    "i": "íìîïı",
    "n": "ñ",
    "o": "óòôöõ",
    "u": "úùûü",
    "и": "й",
    "е": "ё",
    "'": "\u2018\u2019\u201b\u2032`´",
    '"': "\u201c\u201d\u201e\u201f«»\u2033",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
}
_REPLACED = [(odd, plain) for plain, odds in _ACCENTS.items() for odd in odds]
_MARKS = "\u00ad\u200b\u2060\ufeff\u0300-\u036f"  # soft hyphen, zero-width marks, combining accents
_HYPHENS = r"\-\u2010\u2011"
# One set of characters comes first: the search then passes over all others quickly.
_REMOVED = re.compile(
    rf"[{_MARKS}{_HYPHENS}](?:(?<=[{_MARKS}])"
    rf"|(?<=[^\W\d_][{_HYPHENS}])[ \t]?\r?\n[ \t]{{0,12}}(?=[^\W\d_]))"  # a word broken at a line's end
)

_EMPTY_LINE = re.compile(r"\n[ \t\r]{0,8}\n")


@dataclass(frozen=True)
class Folded:
    """A text as given, what is kept of it, that folded, and where something was left out.

    `kept` and `text` have the same length: `kept` still has its capitals.
    """

    given: str
    kept: str
    text: str
    gaps: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text as given that the folded span `start`:`end` stands for."""
        return self._given(start), self._given(end - 1) + 1

    def _given(self, position: int) -> int:
        """The given offset of one folded character."""
        if not self.gaps:
            return position
        passed = bisect_right(self.gaps, position)
        return position + (self.shifts[passed - 1] if passed else 0)

    def capital(self, start: int) -> bool:
        """Whether the word that starts at the folded offset is written with a capital."""
        return self.kept[start].isupper()

    def paragraph_ends(self, start: int, end: int) -> bool:
        """Whether an empty line stands between the two folded offsets."""
        return _EMPTY_LINE.search(self.kept, start, end) is not None


def fold_words(words: str) -> str:
    """Fold a form of the data tables as texts are folded.

    Examples
    --------
    >>> fold_words("Décision n° 4")
    'decision n° 4'
    """
    return _plain(_REMOVED.sub("", words))


def fold(text: str, skip: Iterable[tuple[int, int]] = ()) -> Folded:
    """Fold a text; the spans in `skip` are blotted out, so that nothing is found in them.

    Examples
    --------
    >>> folded = fold("The Reso\u00adlution")
    >>> folded.text, folded.span(4, 14)
    ('the resolution', (4, 15))
    """
    shown = text
    for start, end in skip:
        shown = shown[:start] + "\0" * len(shown[start:end]) + shown[end:]
    removed = [match.span() for match in _REMOVED.finditer(shown)]
    if not removed:
        return Folded(text, shown, _plain(shown))
    kept_starts = [0, *(end for _, end in removed)]
    kept_ends = [*(start for start, _ in removed), len(shown)]
    kept = "".join(shown[a:b] for a, b in zip(kept_starts, kept_ends, strict=True))
    shifts = tuple(accumulate(end - start for start, end in removed))
    before = (0, *shifts[:-1])
    gaps = tuple(start - passed for (start, _), passed in zip(removed, before, strict=True))
    return Folded(text, kept, _plain(kept), gaps, shifts)


def _plain(text: str) -> str:
    """Lower case and plain characters, one for one."""
    for space in _SPACES[:5] if text.isascii() else _SPACES:
        text = text.replace(space, " ")
    if text.isascii():
        return text.lower()
    lowered = small(text)
    for odd, plain in _REPLACED:
        lowered = lowered.replace(odd, plain)
    return lowered
