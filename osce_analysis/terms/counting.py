"""Which terms are counted, and how often each stands in each statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from osce_analysis.terms.options import form_and_language, languages
from osce_analysis.tokens import TermCounts, count_terms, function_words
from osce_analysis.tokens.forms import Form, folding, lower
from osce_analysis.tokens.stop_words import LANGUAGES

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from osce_analysis.corpus import Corpus


class Counted(NamedTuple):
    """Hits (statements x terms, sparse), the terms, and which of them a table shows: not bare function words."""

    hits: csr_array
    terms: list[str]
    shown: NDArray[np.bool_]


def count_searches(corpus: Corpus, searches: str | Sequence[str], form: str) -> Counted:
    """Hits of each search in each statement, in the order given.

    Raises
    ------
    ValueError
        For a search that cannot be read; the sentence names the place.
    """
    from scipy.sparse import coo_array

    terms = list(dict.fromkeys([searches] if isinstance(searches, str) else searches))
    known, language = form_and_language(corpus, form)
    here = places_of(corpus)
    found = [here[corpus.index.find(term, known, corpus.rows, language).document] for term in terms]
    rows = np.concatenate([*found, np.zeros(0, np.int64)])
    columns = np.repeat(np.arange(len(terms)), [len(documents) for documents in found])
    shape = (len(corpus), len(terms))
    hits = coo_array((np.ones(len(rows)), (rows, columns)), shape=shape).tocsr()
    return Counted(hits, terms, np.ones(len(terms), np.bool_))


def count_top(corpus: Corpus, ngram: int, form: str, top: int | None, min_count: int) -> Counted:
    """Hits of the most frequent terms that neither begin nor end with a function word, most frequent first."""
    known, language = form_and_language(corpus, form)
    counted = count_terms(corpus.index, ngram, known, corpus.rows, min_count=min_count, language=language)
    shown = np.flatnonzero(_is_shown(counted, corpus, known, language))
    totals = np.asarray(counted.counts.sum(axis=0)).ravel()[shown]
    least = np.sort(totals)[-top] if top is not None and top < len(totals) else 0
    frequent = counted.chosen(shown[totals >= least])
    sums = np.asarray(frequent.counts.sum(axis=0)).ravel()
    order = sorted(range(len(sums)), key=lambda place: (-sums[place], frequent.terms[place]))[:top]
    chosen = frequent.chosen(np.array(order, np.int64))
    return Counted(chosen.counts, list(chosen.terms), np.ones(len(order), np.bool_))


def count_frequent(corpus: Corpus, ngram: int, form: str, min_count: int) -> Counted:
    """Hits of every term met `min_count` times, in no order that means anything."""
    known, language = form_and_language(corpus, form)
    counted = count_terms(corpus.index, ngram, known, corpus.rows, min_count=min_count, language=language)
    shown = _is_shown(counted, corpus, known, language)
    return Counted(counted.counts, list(counted.terms), shown)


def function_word_languages(corpus: Corpus) -> list[str]:
    """The languages whose function words are left out of what is shown."""
    return [language for language in languages(corpus) if language in LANGUAGES]


def places_of(corpus: Corpus) -> NDArray[np.int64]:
    """For each row of the index its place in `corpus.statements`; -1 where it is not in this selection."""
    places = np.full(len(corpus.index.starts) - 1, -1)
    places[corpus.rows] = np.arange(len(corpus))
    return places


def empty_words(words: Sequence[str], corpus: Corpus, form: Form, language: str) -> NDArray[np.bool_]:
    """Which words are function words of the languages of the statements."""
    fold = folding(form, language)
    empty = {fold(word) for spoken in function_word_languages(corpus) for word in function_words(spoken)}
    terms = map(lower, words) if form == "surface" else words
    return np.fromiter((term in empty for term in terms), np.bool_, len(words))


def _is_shown(counted: TermCounts, corpus: Corpus, form: Form, language: str) -> NDArray[np.bool_]:
    """Which terms neither begin nor end with a function word."""
    is_empty = empty_words(counted.words, corpus, form, language)
    return np.asarray(~is_empty[counted.grams[:, 0]] & ~is_empty[counted.grams[:, -1]])
