"""Concordance lines: the words around a match, cut from the text as it is written."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.tokens import Hits

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus
    from osce_analysis.tokens import TokenIndex

Ints = NDArray[np.int64]


class Line(NamedTuple):
    """A match between its contexts; `start` and `end` count in the text."""

    left: str
    match: str
    right: str
    paragraph: int | None
    start: int
    end: int


class Window(NamedTuple):
    """The first and the last token of the context of each match, counted in its text."""

    first: Ints
    last: Ints


class Paragraphs(NamedTuple):
    """Number, start and end of the paragraphs of one text, in order."""

    number: Ints
    start: Ints
    end: Ints

    def holding(self, place: int) -> int | None:
        """Which of them holds a code point."""
        found = int(self.ordinals(np.array([place]))[0])
        return None if found < 0 else found

    def ordinals(self, places: Ints) -> Ints:
        """Which of them holds each code point, -1 for none."""
        found = np.searchsorted(self.start, places, side="right") - 1
        if not len(self.end):
            return found
        return np.where(places < self.end[found], found, -1)


NO_PARAGRAPHS = Paragraphs(*[np.zeros(0, np.int64)] * 3)


def windows(index: TokenIndex, hits: Hits, context: int, by_sentence: bool) -> Window:
    """`context` tokens on both sides of each match, or as many as its text (or sentence) has."""
    base = index.starts[hits.document]
    begin, end = base, index.starts[hits.document + 1] - 1
    if by_sentence:
        ends = np.flatnonzero(index.breaks)
        sentence = np.searchsorted(ends, base + hits.position)
        end = ends[sentence]
        begin = np.maximum(base, np.concatenate([[-1], ends])[sentence] + 1)
    first = np.maximum(begin - base, hits.position - context)
    last = np.minimum(end - base, hits.position + hits.length - 1 + context)
    return Window(first, last)


def paragraphs_of(corpus: Corpus, ids: pd.Series) -> dict[str, Paragraphs]:
    """The paragraphs of some statements, by statement_id."""
    table = corpus.paragraphs
    table = table[table["statement_id"].isin(ids)].sort_values(["statement_id", "start"])
    numbers, starts, ends = (table[name].to_numpy(np.int64) for name in ("paragraph", "start", "end"))
    names = table["statement_id"].to_numpy(object)
    firsts = np.flatnonzero(names[1:] != names[:-1]) + 1
    borders = [0, *firsts.tolist(), len(names)] if len(names) else [0]
    return {
        str(names[first]): Paragraphs(numbers[first:stop], starts[first:stop], ends[first:stop])
        for first, stop in pairwise(borders)
    }


def lines_of(
    index: TokenIndex,
    document: int,
    text: str,
    hits: Hits,
    window: Window,
    paragraphs: Paragraphs,
    by_paragraph: bool,
) -> list[Line]:
    """The lines of one text."""
    size = len(hits.position)
    last = hits.position + hits.length - 1
    places = np.concatenate([window.first, hits.position, last, window.last])
    starts, ends = index.spans(document, text, places)
    return [
        _line(text, *bounds, paragraphs, by_paragraph)
        for bounds in zip(
            starts[:size].tolist(),
            starts[size : 2 * size].tolist(),
            ends[2 * size : 3 * size].tolist(),
            ends[3 * size :].tolist(),
            strict=True,
        )
    ]


def _line(
    text: str, left: int, start: int, end: int, right: int, paragraphs: Paragraphs, by_paragraph: bool
) -> Line:
    """The line of a match from `start` to `end`, its context beginning at `left` and stopping at `right`."""
    place = paragraphs.holding(start)
    number = None if place is None else int(paragraphs.number[place])
    if by_paragraph and place is not None:
        left, right = max(left, int(paragraphs.start[place])), min(right, int(paragraphs.end[place]))
    while left > 0 and _is_mark(text[left - 1]):
        left -= 1
    while right < len(text) and _is_mark(text[right]):
        right += 1
    return Line(
        _folded(text[left:start]), _folded(text[start:end]), _folded(text[end:right]), number, start, end
    )


def _is_mark(letter: str) -> bool:
    """Whether a character is a bracket, quotation mark or full stop that belongs to the word beside it."""
    return not letter.isalnum() and not letter.isspace()


def _folded(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())
