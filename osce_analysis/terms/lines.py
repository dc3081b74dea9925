"""Concordance lines: the words around a match, cut from the text as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.terms.counting import places_of
from osce_analysis.tokens import Hits

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus
    from osce_analysis.tokens import TokenIndex

Ints = NDArray[np.int64]


class Window(NamedTuple):
    """The first and the last token of the context of each match, counted in its text."""

    first: Ints
    last: Ints


class Paragraphs(NamedTuple):
    """Paragraphs in order of place: the row of their statement's text in the index, number, start and end."""

    document: Ints
    number: Ints
    start: Ints
    end: Ints

    def holding(self, documents: Ints, points: Ints) -> Ints:
        """Which of them holds each code point of a text, -1 for none."""
        found = np.searchsorted(_keys(self.document, self.start), _keys(documents, points), side="right") - 1
        if not len(self.end):
            return found
        held = (self.document[found] == documents) & (points < self.end[found])
        return np.where((found >= 0) & held, found, -1)


def _keys(documents: Ints, points: Ints) -> Ints:
    """One number for each place in each text, in order."""
    return documents << 32 | points


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


def texts_of(corpus: Corpus, documents: Ints) -> dict[int, str]:
    """The texts of some rows of the index."""
    rows = np.unique(documents)
    column = corpus.statements["text"].array  # taking some of them would copy their letters once more
    return {
        row: column[place] for row, place in zip(rows.tolist(), places_of(corpus)[rows].tolist(), strict=True)
    }


def paragraphs_of(corpus: Corpus, documents: Ints) -> Paragraphs:
    """The paragraphs of some rows of the index."""
    table = corpus.paragraphs
    rows = np.unique(documents)
    ids = corpus.statements["statement_id"].take(places_of(corpus)[rows])
    places = pd.Index(ids).get_indexer(table["statement_id"])
    here = np.flatnonzero(places >= 0)
    number, start, end = (table[name].take(here).to_numpy(np.int64) for name in ("paragraph", "start", "end"))
    found = Paragraphs(rows[places[here]], number, start, end)
    order = np.argsort(_keys(found.document, found.start), kind="stable")
    return Paragraphs(*(array[order] for array in found))


def lines_of(corpus: Corpus, hits: Hits, window: Window, by_paragraph: bool) -> pd.DataFrame:
    """The lines of all hits: left, match, right, paragraph, start and end."""
    texts, size = texts_of(corpus, hits.document), len(hits.position)
    last = hits.position + hits.length - 1
    positions = np.concatenate([window.first, hits.position, last, window.last])
    found = corpus.index.spans(texts, np.tile(hits.document, 4), positions)
    left, start = found.left[:size], found.start[size : 2 * size]
    end, right = found.end[2 * size : 3 * size], found.right[3 * size :]
    paragraphs = paragraphs_of(corpus, hits.document)
    place = paragraphs.holding(hits.document, start)
    held = place >= 0
    if by_paragraph:
        left[held] = np.maximum(left[held], paragraphs.start[place[held]])
        right[held] = np.minimum(right[held], paragraphs.end[place[held]])
    number = pd.array(np.zeros(size, np.int64), "Int64")
    number[held], number[~held] = paragraphs.number[place[held]], pd.NA
    borders = zip(
        hits.document.tolist(), *(array.tolist() for array in (left, start, end, right)), strict=True
    )
    columns = [
        (_folded(text[a:b]), _folded(text[b:c]), _folded(text[c:d]))
        for document, a, b, c, d in borders
        for text in [texts[document]]
    ]
    table = pd.DataFrame(columns, columns=["left", "match", "right"], dtype="str")
    return table.assign(paragraph=number, start=start, end=end)


def _folded(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())
