"""How often each term of one to five words stands in each text, as a sparse matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from osce_analysis.tokens.forms import Form

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from osce_analysis.tokens.index import TokenIndex

LONGEST = 5


@dataclass(frozen=True, eq=False)
class TermCounts:
    """Counts of terms in texts.

    Attributes
    ----------
    counts : sparse array, (texts, terms)
    grams : int array, (terms, words in a term)
        Numbers of the words of each term, in `words`.
    words : tuple of str
    """

    counts: csr_array
    grams: NDArray[np.int64]
    words: tuple[str, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms, their words joined by a space."""
        columns = [[self.words[word] for word in column] for column in self.grams.T.tolist()]
        return tuple(columns[0] if len(columns) == 1 else map(" ".join, zip(*columns, strict=True)))

    def chosen(self, columns: NDArray[np.int64]) -> TermCounts:
        """Some of the terms, in the order given."""
        return TermCounts(self.counts[:, columns], self.grams[columns], self.words)


def count_terms(
    index: TokenIndex,
    ngram: int = 1,
    form: Form = "lower",
    rows: NDArray[np.int64] | None = None,
    *,
    min_count: int = 1,
    language: str = "en",
) -> TermCounts:
    """Count every term of `ngram` words; none crosses the end of a sentence.

    Parameters
    ----------
    index : TokenIndex
    ngram : int
        Words in a term, 1 to 5.
    form : {"lower", "surface", "stem"}
    rows : int array, optional
        Texts to count, in this order; all by default.
    min_count : int
        Terms with fewer hits in all these texts are left out.
    language : str
        ISO 639-1 code, for stems.

    Returns
    -------
    TermCounts
        In no order that means anything.

    Raises
    ------
    ValueError
        For an `ngram` outside 1 to 5.

    Examples
    --------
    >>> from osce_analysis.tokens import TokenIndex
    >>> found = count_terms(TokenIndex.build(["human rights. Human rights", "rights"]), 2)
    >>> found.terms, found.counts.toarray().tolist()
    (('human rights',), [[2.0], [0.0]])
    """
    if not isinstance(ngram, int) or not 1 <= ngram <= LONGEST:
        raise ValueError(f"ngram is {ngram!r}. Take a whole number from 1 to {LONGEST}.")
    texts = np.arange(len(index.starts) - 1) if rows is None else np.asarray(rows, np.int64)
    words = index.fold(form, language)[1]
    if ngram > 1:
        return TermCounts(*_grams(index, ngram, form, language, texts, min_count), words)
    everywhere, terms = index.word_counts(form, language, max(min_count, 1))
    counts = everywhere[texts]
    rare = counts.sum(axis=0) < max(min_count, 1)
    found = TermCounts(counts, terms[:, None], words)
    return found.chosen(np.flatnonzero(~rare)) if rare.any() else found


def _grams(
    index: TokenIndex, ngram: int, form: Form, language: str, texts: NDArray[np.int64], min_count: int
) -> tuple[csr_array, NDArray[np.int64]]:
    """Counts of terms of several words, and the numbers of their words; they grow by a word at a time."""
    words, breaks, sizes = _laid_out(index, texts, form, language)
    places, numbers = np.arange(len(words), dtype=np.int32), words.astype(np.int64)
    grams = np.arange(int(words.max(initial=-1)) + 1)[:, None]
    places, numbers, grams = _frequent(places, numbers, grams, min_count)
    for _ in range(ngram - 1):
        places, numbers, grams = _longer(places, numbers, grams, words, breaks)
        places, numbers, grams = _frequent(places, numbers, grams, min_count)
    return _matrix(places, numbers, sizes, len(grams)), grams


def _laid_out(
    index: TokenIndex, texts: NDArray[np.int64], form: Form, language: str
) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.int64]]:
    """The word numbers and breaks of some texts end to end, and the size of each text."""
    sizes = index.counts()[texts]
    ends = np.cumsum(sizes)
    places = np.repeat(index.starts[texts] - (ends - sizes), sizes) + np.arange(int(sizes.sum()))
    return index.fold(form, language)[0][index.codes[places]], index.breaks[places], sizes


def _longer(
    places: NDArray[np.int32],
    numbers: NDArray[np.int64],
    grams: NDArray[np.int64],
    words: NDArray[np.int32],
    breaks: NDArray[np.bool_],
) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64]]:
    """Every term with the word after it, where its sentence goes on."""
    import pandas as pd

    length = grams.shape[1]
    goes_on = ~breaks[places + length - 1]
    places, numbers = places[goes_on], numbers[goes_on]
    base = int(words.max(initial=0)) + 1
    numbers, keys = pd.factorize(numbers * base + words[places + length])
    return places, numbers, np.column_stack([grams[keys // base], keys % base])


def _frequent(
    places: NDArray[np.int32], numbers: NDArray[np.int64], grams: NDArray[np.int64], min_count: int
) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64]]:
    """Only the terms met `min_count` times: no longer term is more frequent than its beginning."""
    kept = np.bincount(numbers, minlength=len(grams)) >= max(min_count, 1)
    renumbered = np.cumsum(kept) - 1
    chosen = kept[numbers]
    return places[chosen], renumbered[numbers[chosen]], grams[kept]


def _matrix(
    places: NDArray[np.int32], numbers: NDArray[np.int64], sizes: NDArray[np.int64], terms: int
) -> csr_array:
    """Hits as a matrix (texts x terms); `places` are in the order of the texts."""
    from scipy.sparse import csr_array

    borders = np.searchsorted(places, np.concatenate([[0], np.cumsum(sizes)]))
    matrix = csr_array((np.ones(len(places)), numbers, borders), shape=(len(sizes), terms))
    matrix.sum_duplicates()
    return matrix
