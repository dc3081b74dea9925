"""The token index: every token of a corpus as a number, and what is found by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from osce_analysis.tokens.chunks import ChunkTable, encode
from osce_analysis.tokens.forms import Form, fold
from osce_analysis.tokens.matching import Hits, match
from osce_analysis.tokens.query import Query, parse_query
from osce_analysis.tokens.spans import ChunkPlaces, Spans

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True, eq=False)
class TokenIndex:
    """The tokens of many texts as codes.

    Attributes
    ----------
    codes : int32 array, (tokens,)
        For each token, in order, the number of its surface form.
    starts : int64 array, (texts + 1,)
        Text i holds the tokens from ``starts[i]`` to ``starts[i + 1]``.
    breaks : bool array, (tokens,)
        True where a sentence, a paragraph or a text ends after the token.
    steps : int array, (tokens,)
        White-space chunks between the token and the one before it in its text, by which `spans` finds its place.
    vocabulary : tuple of str
        Surface forms, apostrophes and hyphens unified.
    """

    codes: NDArray[np.int32]
    starts: NDArray[np.int64]
    breaks: NDArray[np.bool_]
    steps: NDArray[np.integer]
    vocabulary: tuple[str, ...]
    _folds: dict[tuple[str, str], tuple[NDArray[np.int32], tuple[str, ...]]] = field(
        default_factory=dict, repr=False
    )

    _counts: dict[tuple[str, str, int], tuple[csr_array, NDArray[np.int64]]] = field(
        default_factory=dict, repr=False
    )

    @classmethod
    def build(cls, texts: Sequence[str | None]) -> TokenIndex:
        """Index `texts`; None has no tokens.

        Examples
        --------
        >>> index = TokenIndex.build(["We recall MC.DEC/3/04. We agree.", None])
        >>> [index.vocabulary[code] for code in index.codes]
        ['We', 'recall', 'MC.DEC/3/04', 'We', 'agree']
        >>> index.counts().tolist(), index.breaks.tolist()
        ([5, 0], [False, False, True, False, True])
        """
        table = ChunkTable()
        codes, breaks, steps, counts = encode(texts, table)
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        breaks[starts[1:][counts > 0] - 1] = True
        return cls(codes, starts, breaks, steps, tuple(table.words))

    def counts(self) -> NDArray[np.int64]:
        """Tokens in each text."""
        return np.diff(self.starts)

    def fold(self, form: Form = "lower", language: str = "en") -> tuple[NDArray[np.int32], tuple[str, ...]]:
        """For each surface form the number of its term, and the terms (see `forms.fold`)."""
        key = (form, language if form == "stem" else "")
        if key not in self._folds:
            codes, terms = fold(self.vocabulary, form, language)
            self._folds[key] = codes, tuple(terms)
        return self._folds[key]

    def find(
        self,
        query: str | Query,
        form: Form = "lower",
        rows: NDArray[np.int64] | None = None,
        language: str = "en",
    ) -> Hits:
        """Where a query stands.

        Parameters
        ----------
        query : str or Query
            See `parse_query`.
        form : {"lower", "surface", "stem"}
            The form under which words are compared.
        rows : int array, optional
            Only these texts.
        language : str
            ISO 639-1 code, for stems.

        Returns
        -------
        Hits
            In order of place; matches of one query never overlap: the leftmost, then the longest counts.

        Raises
        ------
        ValueError
            For a query that cannot be read.

        Examples
        --------
        >>> hits = TokenIndex.build(["Human rights. Rights of all humans."]).find("human rights|rights|human*")
        >>> hits.position.tolist(), hits.length.tolist()
        ([0, 2, 5], [2, 1, 1])
        """
        parsed = query if isinstance(query, Query) else parse_query(query)
        return match(self, parsed, form, language, rows)

    def spans(
        self, texts: Mapping[int, str], documents: NDArray[np.int64], positions: NDArray[np.int64]
    ) -> Spans:
        """Where tokens stand in their texts.

        Parameters
        ----------
        texts : mapping of int to str
            The texts concerned, as they were indexed, by their row of the index.
        documents, positions : int arrays
            Row and place of each token, counted from 0 in its text.

        Returns
        -------
        Spans

        Examples
        --------
        >>> text = "We (all) agree."
        >>> spans = TokenIndex.build([text]).spans({0: text}, np.array([0, 0]), np.array([2, 1]))
        >>> spans.start.tolist(), spans.end.tolist(), spans.left.tolist(), spans.right.tolist()
        ([9, 4], [14, 7], [9, 3], [15, 8])
        """
        return self._chunk_places.spans(texts, documents, positions)

    def within(
        self,
        texts: Mapping[int, str],
        documents: NDArray[np.int64],
        starts: NDArray[np.int64],
        ends: NDArray[np.int64],
    ) -> NDArray[np.bool_]:
        """Which tokens stand in stretches of text, with all that is written together with them.

        Parameters
        ----------
        texts : mapping of int to str
            The texts concerned, as they were indexed, by their row of the index.
        documents, starts, ends : int arrays
            Row, first and one past the last code point of each stretch.

        Returns
        -------
        bool array, (tokens,)

        Examples
        --------
        >>> text = "Recalling (Helsinki) again."
        >>> index = TokenIndex.build([text])
        >>> index.within({0: text}, np.array([0]), np.array([11]), np.array([19])).tolist()
        [False, True, False]
        """
        return self._chunk_places.within(texts, documents, starts, ends)

    @cached_property
    def _chunk_places(self) -> ChunkPlaces:
        return ChunkPlaces(self)

    def without(self, tokens: NDArray[np.bool_]) -> TokenIndex:
        """The index less some tokens; what remains keeps its place in the texts.

        A white-space chunk goes only as a whole, and no phrase reaches over what is gone.

        Examples
        --------
        >>> index = TokenIndex.build(["Thank you, Chair, for peace."])
        >>> less = index.without(np.array([True, True, True, False, False]))
        >>> [less.vocabulary[code] for code in less.codes], less.counts().tolist()
        (['for', 'peace'], [2])
        """
        texts = np.repeat(np.arange(len(self.starts) - 1), self.counts())
        firsts = self.steps > 0
        firsts[self.starts[:-1][self.counts() > 0]] = True
        begins = np.flatnonzero(firsts)
        whole = np.add.reduceat(tokens, begins, dtype=np.int64) if len(begins) else np.zeros(0)
        sizes = np.diff([*begins, len(tokens)])
        kept = np.flatnonzero(np.repeat(whole < sizes, sizes))
        chunks = np.cumsum(self.steps, dtype=np.int64)
        before = np.concatenate([[0], chunks])[self.starts[texts[kept]]]
        same = np.diff(texts[kept], prepend=-1) == 0
        before[same] = chunks[kept[:-1]][same[1:]]
        follows = np.diff(kept, append=-1) == 1
        starts = np.concatenate([[0], np.cumsum(np.bincount(texts[kept], minlength=len(self.starts) - 1))])
        return TokenIndex(
            self.codes[kept], starts, self.breaks[kept] | ~follows, chunks[kept] - before, self.vocabulary
        )

    def word_counts(
        self, form: Form = "lower", language: str = "en", min_count: int = 1
    ) -> tuple[csr_array, NDArray[np.int64]]:
        """How often each term of one word stands in each text.

        Returns
        -------
        counts : sparse array, (texts, terms)
            Of the terms with `min_count` hits in all texts.
        terms : int array, (terms,)
            Their numbers in `fold`.
        """
        from scipy.sparse import csr_array

        key = (form, language if form == "stem" else "", min_count)
        if key not in self._counts:
            folds, terms = self.fold(form, language)
            words = folds[self.codes]
            frequent = np.bincount(words, minlength=len(terms)) >= min_count
            numbers = np.cumsum(frequent, dtype=np.int32) - 1
            kept = frequent[words]
            starts = np.concatenate([[0], np.cumsum(kept)])[self.starts].astype(np.int32)
            cells = (np.ones(starts[-1]), numbers[words[kept]], starts)
            counts = csr_array(cells, shape=(len(self.starts) - 1, int(frequent.sum())))
            counts.sum_duplicates()
            self._counts[key] = counts, np.flatnonzero(frequent)
        return self._counts[key]

    @cached_property
    def postings(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Token places sorted by code, and where each code's places start."""
        from scipy.sparse import csr_array

        # Turning a matrix (tokens x words) of single cells by columns is a counting sort: a third of argsort's time.
        # Offsets of the same 32 bits as the codes spare it a copy of all cells.
        size = len(self.codes)
        cells = (np.ones(size, np.int8), self.codes, np.arange(size + 1, dtype=np.int32))
        columns = csr_array(cells, shape=(size, len(self.vocabulary))).tocsc()
        return columns.indices, columns.indptr
