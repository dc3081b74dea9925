"""Where the phrases of a query stand in a token index."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import translate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from osce_analysis.tokens.forms import Form, folding, lower
from osce_analysis.tokens.query import Query, Word

if TYPE_CHECKING:
    from osce_analysis.tokens.index import TokenIndex


_NONE = np.zeros(0, np.int64)


class Hits(NamedTuple):
    """Matches in order of place, as arrays of one length.

    Attributes
    ----------
    document : int64 array
        The row of the index.
    position : int64 array
        The first token of the match, counted from 0 in its document.
    length : int64 array
        Tokens of the match.
    """

    document: NDArray[np.int64]
    position: NDArray[np.int64]
    length: NDArray[np.int64]


def match(index: TokenIndex, query: Query, form: Form, language: str, rows: NDArray[np.int64] | None) -> Hits:
    """The matches of `query` in the texts `rows`, none within a longer or earlier one, none across sentences."""
    found = [
        (places, np.full(len(places), len(phrase)))
        for phrase in query.phrases
        for places in [_phrase_places(index, [_codes(index, word, form, language) for word in phrase])]
    ]
    places, lengths = (np.concatenate(arrays) for arrays in zip(*found, strict=True))
    kept = leftmost_longest(places, lengths)
    places, lengths = places[kept], lengths[kept]
    documents = np.searchsorted(index.starts, places, side="right") - 1
    if rows is not None:
        held = np.zeros(len(index.starts), np.bool_)
        held[rows] = True
        here = held[documents]
        places, lengths, documents = places[here], lengths[here], documents[here]
    return Hits(documents, places - index.starts[documents], lengths)


def _codes(index: TokenIndex, word: Word, form: Form, language: str) -> NDArray[np.int64]:
    """The surface forms that a word of a query stands for; wildcards are matched letter by letter, not by stem."""
    if word.wildcard:
        folds, terms = index.fold("surface" if form == "surface" else "lower")
        pattern = word.text if form == "surface" else lower(word.text)
        matches = _wildcard(pattern).match
        wanted = np.fromiter((matches(term) is not None for term in terms), np.bool_, len(terms))
        return np.flatnonzero(wanted[folds])
    folds, terms = index.fold(form, language)
    term = folding(form, language)(word.text)
    return np.flatnonzero(folds == terms.index(term)) if term in terms else _NONE


def _wildcard(pattern: str) -> re.Pattern[str]:
    """The regular expression of a wildcard; `fnmatch` writes one that cannot run away."""
    return re.compile(translate(pattern.replace("[", "[[]")))


def _phrase_places(index: TokenIndex, phrase: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Where the words of a phrase follow one another within a sentence."""
    order, starts = index.postings
    sizes = [int((starts[codes + 1] - starts[codes]).sum()) for codes in phrase]
    rarest = int(np.argmin(sizes))
    slices = [order[starts[code] : starts[code + 1]] for code in phrase[rarest]]
    places = np.sort(np.concatenate([*slices, _NONE])) - rarest
    places = places[(places >= 0) & (places + len(phrase) <= len(index.codes))]
    for offset, codes in enumerate(phrase):
        if offset < len(phrase) - 1:
            places = places[~index.breaks[places + offset]]
        if offset != rarest:
            wanted = np.zeros(len(index.vocabulary), np.bool_)
            wanted[codes] = True
            places = places[wanted[index.codes[places + offset]]]
    return places


def leftmost_longest(places: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of the matches that do not overlap, in order: of two the earlier, of two at one place the longer.

    Examples
    --------
    >>> leftmost_longest(np.array([7, 3, 3, 4]), np.array([1, 1, 2, 3])).tolist()
    [2, 0]
    """
    order = np.lexsort((-lengths, places))
    places, lengths = places[order], lengths[order]
    if (places[1:] >= (places + lengths)[:-1]).all():
        return order
    return order[np.fromiter(_free(zip(places.tolist(), lengths.tolist(), strict=True)), np.int64)]


def _free(matches: Iterable[tuple[int, int]]) -> Iterable[int]:
    """The numbers of the matches that begin after the last one taken has ended."""
    free_from = 0
    for number, (place, length) in enumerate(matches):
        if place >= free_from:
            free_from = place + length
            yield number
