"""Where tokens stand in their text: only the chunks asked for are tokenised again."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from osce_analysis.tokens.tokenising import tokenise

_LAST_SPACE = 0x3000
"""The ideographic space is the last white space in Unicode."""


def token_spans(
    text: str, steps: NDArray[np.integer], positions: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First and one past the last code point of some tokens of a text.

    Parameters
    ----------
    text : str
        As it was indexed.
    steps : int array, (tokens,)
        For each token of the text, how many chunks it stands after the token before (0: the same chunk); for
        the first, how many after the beginning of the text.
    positions : int array
        The tokens, counted from 0.

    Returns
    -------
    starts, ends : int64 arrays

    Examples
    --------
    >>> token_spans("We (all) agree.", np.array([1, 1, 1]), np.array([2, 1]))
    (array([9, 4]), array([14,  7]))
    """
    begins, stops = _chunk_bounds(text)
    ordinals = np.cumsum(steps) - 1
    chunks = ordinals[positions]
    within = positions - np.searchsorted(ordinals, chunks)
    spans = [
        (begin + span[0], begin + span[1])
        for begin, stop, place in zip(
            begins[chunks].tolist(), stops[chunks].tolist(), within.tolist(), strict=True
        )
        for span in [_inner_spans(text[begin:stop])[place]]
    ]
    places = np.array(spans, np.int64).reshape(-1, 2)
    return places[:, 0], places[:, 1]


def _chunk_bounds(text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the white-space chunks of a text begin and stop."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    white = np.ones(len(points) + 2, np.bool_)
    white[1:-1] = _white_space().take(points, mode="clip")
    borders = np.flatnonzero(white[1:] != white[:-1])
    return borders[::2], borders[1::2]


@cache
def _white_space() -> NDArray[np.bool_]:
    """Whether each code point is white space; the last entry stands for all beyond."""
    return np.array([chr(point).isspace() for point in range(_LAST_SPACE + 2)], np.bool_)


@lru_cache(maxsize=100_000)
def _inner_spans(chunk: str) -> tuple[tuple[int, int], ...]:
    return tuple((token.start, token.end) for token in tokenise(chunk))
