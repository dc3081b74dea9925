"""Where tokens stand in their texts: only the chunks asked for are tokenised again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from osce_analysis.tokens.tokenising import tokenise

if TYPE_CHECKING:
    from osce_analysis.tokens.index import TokenIndex

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_LAST_SPACE = 0x3000
"""The ideographic space is the last white space in Unicode."""


class Spans(NamedTuple):
    """Places of tokens in code points, as arrays of one length.

    Attributes
    ----------
    start, end : int64 arrays
        First and one past the last code point of each token.
    left, right : int64 arrays
        The same with the marks that stand right before and after it: brackets, quotation marks, full stops.
    """

    start: Ints
    end: Ints
    left: Ints
    right: Ints


class ChunkPlaces:
    """Where the white-space chunks of an index begin in their texts.

    A text is looked through when it is first asked for, and what was found is kept: four bytes a chunk.
    """

    def __init__(self, index: TokenIndex) -> None:
        is_first = index.steps > 0
        self._firsts = np.flatnonzero(is_first).astype(np.int32)
        self._steps = index.steps
        self._texts = index.starts
        self._borders = np.searchsorted(self._firsts, index.starts)
        self._begins = np.zeros(len(self._firsts) + 1, np.int32)
        self._known = np.zeros(len(index.starts) - 1, np.bool_)

    def spans(self, texts: Mapping[int, str], documents: Ints, positions: Ints) -> Spans:
        """See `TokenIndex.spans`."""
        for document, text in texts.items():
            if not self._known[document]:
                self._look_through(document, text)
        tokens = self._texts[documents] + positions
        # Of one type with what is searched, which would else be copied.
        chunks = np.searchsorted(self._firsts, tokens.astype(np.int32), side="right") - 1
        begins = self._begins[chunks]
        last_of_text = chunks + 1 == self._borders[documents + 1]
        stops = np.where(last_of_text, np.iinfo(np.int32).max, self._begins[chunks + 1])
        begins = self._begins[chunks]
        inner = [
            _inner_spans(texts[document][begin:stop])[place]
            for document, begin, stop, place in zip(
                documents.tolist(),
                begins.tolist(),
                stops.tolist(),
                (tokens - self._firsts[chunks]).tolist(),
                strict=True,
            )
        ]
        flat = np.fromiter(chain.from_iterable(inner), np.int64, 4 * len(inner)).reshape(-1, 4)
        return Spans(*(flat + begins[:, None]).T)

    def within(self, texts: Mapping[int, str], documents: Ints, starts: Ints, ends: Ints) -> Bools:
        """See `TokenIndex.within`."""
        touched = np.zeros(len(self._firsts), np.bool_)
        for document, start, end in zip(documents.tolist(), starts.tolist(), ends.tolist(), strict=True):
            if not self._known[document]:
                self._look_through(document, texts[document])
            border, stop = self._borders[document : document + 2].tolist()
            begins = self._begins[border:stop]
            first = max(int(np.searchsorted(begins, start, side="right")) - 1, 0)
            touched[border + first : border + int(np.searchsorted(begins, end))] = True
        return np.repeat(touched, np.diff(self._firsts, append=len(self._steps)))

    def _look_through(self, document: int, text: str) -> None:
        own = slice(*self._borders[document : document + 2].tolist())
        ordinals = np.cumsum(self._steps[self._firsts[own]]) - 1
        self._begins[own] = _chunk_begins(text)[ordinals]
        self._known[document] = True


def _chunk_begins(text: str) -> Ints:
    """Where the white-space chunks of a text begin."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    white = np.ones(len(points) + 1, np.bool_)
    white[1:] = _white_space().take(points, mode="clip")
    return np.flatnonzero(white[:-1] & ~white[1:])


@cache
def _white_space() -> NDArray[np.bool_]:
    """Whether each code point is white space; the last entry stands for all beyond."""
    return np.array([chr(point).isspace() for point in range(_LAST_SPACE + 2)], np.bool_)


@lru_cache(maxsize=100_000)
def _inner_spans(chunk: str) -> tuple[tuple[int, int, int, int], ...]:
    """Start, end, left and right (see `Spans`) of each token of a chunk."""
    return tuple(
        (token.start, token.end, *_with_marks(chunk, token.start, token.end)) for token in tokenise(chunk)
    )


def _with_marks(chunk: str, start: int, end: int) -> tuple[int, int]:
    """How far the marks reach that stand right before and after a token."""
    while start > 0 and _is_mark(chunk[start - 1]):
        start -= 1
    while end < len(chunk) and _is_mark(chunk[end]):
        end += 1
    return start, end


def _is_mark(letter: str) -> bool:
    """Whether a character is neither a letter or digit nor white space."""
    return not letter.isalnum() and not letter.isspace()
