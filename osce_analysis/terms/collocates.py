"""Collocations: the words that stand near a search more often than chance would have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis import measures
from osce_analysis.corpus.grouping import by_columns
from osce_analysis.corpus.options import check, check_columns, check_number
from osce_analysis.corpus.parties import GROUPS
from osce_analysis.corpus.provenance import attrs
from osce_analysis.terms.counting import empty_words, function_word_languages, places_of
from osce_analysis.terms.options import check_texts, form_and_language
from osce_analysis.terms.rate_tables import denominators
from osce_analysis.terms.sides import carriers_of_many, named, owners_of, sides
from osce_analysis.terms.translations import remarks

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from osce_analysis.corpus import Corpus
    from osce_analysis.tokens import Hits, TokenIndex

DIRECTIONS = {"both": (-1, 1), "left": (-1,), "right": (1,)}
DTYPES = {
    "term": "str",
    "count": "int64",
    "count_term": "int64",
    "count_query": "int64",
    "statements": "int64",
    "delegations": "int64",
    "value": "float64",
    "top_delegation": "str",
    "top_share": "float64",
}


class Cells(NamedTuple):
    """What a measure is taken of, term by term: hits near the search, of the term, of the search; and places.

    `near` is how many tokens stand in reach of a hit, `total` all tokens, `span` the places looked at around each.
    """

    joint: NDArray[np.float64]
    term: NDArray[np.float64]
    query: float
    near: float
    total: float
    span: int


def _log_likelihood(of: Cells) -> NDArray[np.float64]:
    """G2 of the term among the tokens in reach of the search against all others."""
    return np.asarray(
        measures.log_likelihood(of.joint, of.term - of.joint, of.near, np.maximum(of.total - of.near, 0))
    )


MEASURES: dict[str, Callable[[Cells], NDArray[np.float64]]] = {
    "log_dice": lambda of: measures.log_dice(of.joint, of.query, of.term),
    "mi": lambda of: measures.mutual_information(of.joint, of.query, of.term, of.total, of.span),
    "npmi": lambda of: measures.npmi(of.joint, of.query, of.term, of.total, of.span),
    "t": lambda of: measures.t_score(of.joint, of.query, of.term, of.total, of.span),
    "g2": _log_likelihood,
}


def collocations(
    corpus: Corpus,
    query: str,
    *,
    window: int = 5,
    direction: str = "both",
    measure: str = "log_dice",
    by: str | Sequence[str] | None = None,
    form: str = "lower",
    min_count: int = 5,
    top: int | None = 50,
    groups: str = "actor",
) -> pd.DataFrame:
    """Find the words that stand near a search, in all statements or on each side.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    query : str
        Words side by side are a phrase; ``a|b``, ``terror*``.
    window : int
        Words looked at on each side of a hit; the end of a sentence ends it.
    direction : {"both", "left", "right"}
        Which side of the hit.
    measure : {"log_dice", "mi", "npmi", "t", "g2"}
        logDice (14 where two adjacent words stand nowhere else; comparable between corpora), mutual information
        and its normalised form (reward rare words), t score (rewards frequent ones), or signed log-likelihood.
    by : str or list of str, optional
        As in `frequency`.
    form : {"lower", "surface", "stem"}
        Words in lower case, as written, or by stem.
    min_count : int
        Least hits of a word near the search, on its side.
    top : int, optional
        How many words on each side; None for all. Function words are counted and not shown.
    groups : {"actor", "expand", "drop"}
        As in `frequency`.

    Returns
    -------
    DataFrame
        The columns of `by`, then term, count (tokens of the term in reach of a hit, each counted once), count_term
        and count_query (all hits of the term and of the search on that side), statements and delegations (in
        which the term stands near the search), value, top_delegation and top_share (of count). Sorted by value,
        side by side.

    Raises
    ------
    ValueError
        For a search that cannot be read, a column or an option that is not there, or statements without texts.

    References
    ----------
    Rychlý, P. (2008). A lexicographer-friendly association score. RASLAN 2008, 6-9.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> texts = ["Free media and free elections.", "Free media. Elections are held."]
    >>> frame = pd.DataFrame({"statement_id": ["a", "b"], "delegation": ["CHE", "NOR"], "text": texts})
    >>> found = collocations(Corpus(frame), "media", window=1, direction="left", min_count=2)
    >>> found[["term", "count", "count_term", "value"]].round(2)
       term  count  count_term  value
    0  free      2           3  13.68
    """
    options = {
        "query": query,
        "window": window,
        "direction": direction,
        "measure": measure,
        "by": by,
        "form": form,
        "min_count": min_count,
        "top": top,
        "groups": groups,
    }
    _check(options)
    corpus = corpus.counted()
    check_texts(corpus)
    known, language = form_and_language(corpus, form)
    hits = corpus.index.find(query, known, corpus.rows, language)
    folds, words = corpus.index.fold(known, language)
    near = _near(corpus, _reach(corpus.index, hits, window, DIRECTIONS[direction]), folds, len(words))
    everywhere = corpus.index.word_counts(known, language)[0][corpus.rows]
    shown = ~empty_words(words, corpus, known, language)
    queries = np.bincount(places_of(corpus)[hits.document], minlength=len(corpus))
    tokens = corpus.statements["tokens"].fillna(0).to_numpy(np.float64)
    owners = owners_of(corpus.statements["delegation"])

    def side(rows: NDArray[np.int64]) -> pd.DataFrame:
        """The words of one side."""
        joint = near[rows]
        count = joint.sum(axis=0)
        chosen = np.flatnonzero(shown & (count >= min_count))
        joint, count, all_of = joint[:, chosen], count[chosen], everywhere[rows].sum(axis=0)[chosen]
        span = window * len(DIRECTIONS[direction])
        cells = Cells(count, all_of, queries[rows].sum(), near[rows].sum(), tokens[rows].sum(), span)
        found = pd.DataFrame(
            {
                "term": np.array(words, object)[chosen],
                "count_term": all_of,
                "count_query": queries[rows].sum(),
                "value": MEASURES[measure](cells),
                **carriers_of_many(joint, owners.of(rows), np.arange(len(rows))),
            }
        )
        return found.sort_values(["value", "term"], ascending=[False, True], kind="stable")[:top]

    found = sides(corpus, by, groups)
    table = found.stacked([side(rows) for rows in found.rows], DTYPES)
    made = {
        "denominators": denominators(corpus) | {"hits": len(hits.document)},
        "left_out": {"function_words": function_word_languages(corpus)},
        **remarks(corpus.statements, named(found) if by else {}),
    }
    table.attrs.update(attrs(corpus, "terms.collocations", options, **made))
    return table


def _reach(index: TokenIndex, hits: Hits, window: int, ways: Sequence[int]) -> NDArray[np.int64]:
    """Places of the tokens within `window` of a hit and in its sentence, each once, the hit itself left out."""
    # The sentence of each token, by how many ended before it.
    sentence = np.concatenate([[0], np.cumsum(index.breaks)])[:-1]
    first = index.starts[hits.document] + hits.position
    edges = {-1: first, 1: first + hits.length - 1}
    places = []
    for way in ways:
        for step in range(1, window + 1):
            place = edges[way] + way * step
            inside = (place >= 0) & (place < len(sentence))
            place, edge = place[inside], edges[way][inside]
            places.append(place[sentence[place] == sentence[edge]])
    return np.unique(np.concatenate(places))


def _near(corpus: Corpus, places: NDArray[np.int64], folds: NDArray[np.int32], words: int) -> csr_array:
    """How often each word stands in reach of the search in each statement (statements x words)."""
    from scipy.sparse import coo_array

    index = corpus.index
    documents = np.searchsorted(index.starts, places, side="right") - 1
    cells = (np.ones(len(places)), (places_of(corpus)[documents], folds[index.codes[places]]))
    return coo_array(cells, shape=(len(corpus), words)).tocsr()


def _check(options: dict[str, Any]) -> None:
    """Raise ValueError for an option that is not known."""
    check("direction", options["direction"], DIRECTIONS)
    check("measure", options["measure"], MEASURES)
    check("groups", options["groups"], GROUPS)
    check_columns(by_columns(options["by"]), DTYPES)
    for name in ("window", "min_count"):
        check_number(name, options[name], 1)
    if options["top"] is not None:
        check_number("top", options["top"], 1)
