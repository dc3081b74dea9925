"""How many sentences or paragraphs hold a term."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from osce_analysis.terms.counting import places_of
from osce_analysis.terms.lines import paragraphs_of, texts_of
from osce_analysis.terms.options import form_and_language
from osce_analysis.tokens import Hits

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from osce_analysis.corpus import Corpus

UNITS = ("statement", "paragraph", "sentence")


def units_holding(corpus: Corpus, searches: Sequence[str], form: str, unit: str) -> csr_array:
    """How many sentences (or paragraphs) of each statement hold each search (statements x searches)."""
    from scipy.sparse import coo_array

    known, language = form_and_language(corpus, form)
    number = _sentences if unit == "sentence" else _paragraphs
    here, pairs = places_of(corpus), []
    for search in searches:
        hits = corpus.index.find(search, known, corpus.rows, language)
        numbers = number(corpus, hits)
        cells = np.column_stack([here[hits.document], numbers])[numbers >= 0]
        pairs.append(np.unique(cells, axis=0)[:, 0])
    rows = np.concatenate([*pairs, np.zeros(0, np.int64)])
    columns = np.repeat(np.arange(len(searches)), [len(pair) for pair in pairs])
    return coo_array((np.ones(len(rows)), (rows, columns)), shape=(len(corpus), len(searches))).tocsr()


def _sentences(corpus: Corpus, hits: Hits) -> NDArray[np.int64]:
    """The number of the sentence of each hit."""
    index = corpus.index
    ends = np.flatnonzero(index.breaks)
    return np.searchsorted(ends, index.starts[hits.document] + hits.position)


def _paragraphs(corpus: Corpus, hits: Hits) -> NDArray[np.int64]:
    """The number of the paragraph in which each hit begins; -1 where the table has none."""
    texts = texts_of(corpus, hits.document)
    begins = corpus.index.spans(texts, hits.document, hits.position).start
    return paragraphs_of(corpus, hits.document).holding(hits.document, begins)
