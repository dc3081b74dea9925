"""Every place where a search is found, with the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus.grouping import by_columns
from osce_analysis.corpus.options import check, check_number
from osce_analysis.corpus.provenance import attrs
from osce_analysis.corpus.selection import unknown_column
from osce_analysis.reference import near_miss
from osce_analysis.terms.counting import places_of
from osce_analysis.terms.lines import Window, lines_of, windows
from osce_analysis.terms.options import check_texts, form_and_language
from osce_analysis.tokens import Hits

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

BOUNDS = (None, "sentence", "paragraph")
SORTS = ("right", "left", *(f"{side} {word}" for side in ("right", "left") for word in (1, 2, 3)), None)
DTYPES = {
    "statement_id": "str",
    "left": "str",
    "match": "str",
    "right": "str",
    "paragraph": "Int64",
    "start": "int64",
    "end": "int64",
}


def concordance(
    corpus: Corpus,
    query: str,
    *,
    form: str = "lower",
    context: int = 8,
    bounds: str | None = None,
    sort: str | None = "right",
    columns: str | Sequence[str] = (),
    sample: int | None = None,
    seed: int = 0,
) -> pd.DataFrame:
    """List every match of a search with the words on both sides.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    query : str
        Words side by side are a phrase; ``a|b``, ``terror*``. No match goes across the end of a sentence.
    form : {"lower", "surface", "stem"}
        Words in lower case, as written, or by stem.
    context : int
        Words on each side.
    bounds : {None, "sentence", "paragraph"}
        Whether the context stops where the sentence or the paragraph does.
    sort : {"right", "left", None}, or a column
        By the words to the right, or to the left (the nearest first), by a column of `statements` such as "date"
        (missing values last), or in the order of the texts. "right 1" to "right 3" and "left 1" to "left 3" go by
        that word alone: "right 2" by the second word after the match.
    columns : str or list of str
        Columns of `statements` to add.
    sample : int, optional
        So many lines at random, at most.
    seed : int
        Of the sample.

    Returns
    -------
    DataFrame
        statement_id, left, match, right (as written, on one line), paragraph (its number, missing where there is
        none), start and end (code points in `text`), and the columns asked for.

    Raises
    ------
    ValueError
        For a search that cannot be read, a column or an option that is not there, or statements without texts.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> frame = pd.DataFrame({"statement_id": ["a"], "text": ["We recall Helsinki. We agree, again."]})
    >>> concordance(Corpus(frame), "we", context=1, bounds="sentence")[["match", "right"]]
      match   right
    0    We  agree,
    1    We  recall
    """
    asked = by_columns(columns)
    corpus = corpus.counted()
    _check_options(corpus, context, bounds, sort, asked, sample, seed)
    check_texts(corpus)
    known, language = form_and_language(corpus, form)
    found = corpus.index.find(query, known, corpus.rows, language)
    hits = _sampled(found, sample, seed)
    wanted = corpus.statements[list(dict.fromkeys(["statement_id", *asked]))]
    statements = wanted.take(places_of(corpus)[hits.document]).reset_index(drop=True)
    window = windows(corpus.index, hits, context, by_sentence=bounds == "sentence")
    order = _order(corpus, hits, window, sort)
    lines = lines_of(corpus, hits, window, by_paragraph=bounds == "paragraph")
    added = {name: statements[name] for name in asked if name not in DTYPES}
    table = (
        lines.assign(statement_id=statements["statement_id"])[list(DTYPES)]
        .astype(DTYPES)
        .assign(**added)
        .iloc[order]
        .reset_index(drop=True)
    )
    options = {
        "query": query,
        "form": form,
        "context": context,
        "bounds": bounds,
        "sort": sort,
        "columns": asked,
        "sample": sample,
        "seed": seed,
    }
    table.attrs.update(attrs(corpus, "terms.concordance", options, found=len(found.position)))
    return table


def _check_options(
    corpus: Corpus,
    context: int,
    bounds: str | None,
    sort: str | None,
    asked: Sequence[str],
    sample: int | None,
    seed: int,
) -> None:
    check_number("context", context, 0)
    check("bounds", bounds, BOUNDS)
    check_number("seed", seed, 0)
    if sample is not None:
        check_number("sample", sample, 1)
    there = corpus.statements.columns
    for name in asked:
        if name not in there:
            raise ValueError(unknown_column(name, there))
    if sort not in SORTS and not (isinstance(sort, str) and sort in there):
        near = near_miss(str(sort), [*filter(None, SORTS), *there])
        hint = f" Did you mean {near!r}?" if near else ""
        raise ValueError(
            f"There is no sort={sort!r}: use one of {', '.join(map(repr, SORTS))}, or a column of statements.{hint}"
        )


def _sampled(hits: Hits, sample: int | None, seed: int) -> Hits:
    """Some of the hits at random, in order of place."""
    size = len(hits.position)
    if sample is None or sample >= size:
        return hits
    chosen = np.sort(np.random.default_rng(seed).choice(size, sample, replace=False))
    return Hits(*(array[chosen] for array in hits))


def _order(corpus: Corpus, hits: Hits, window: Window, sort: str | None) -> NDArray[np.int64]:
    """The order of the lines; those that are alike stay in the order of the texts."""
    places = places_of(corpus)[hits.document]
    in_order = np.lexsort((hits.position, places))
    if sort is None:
        return in_order
    if sort not in SORTS:
        column = corpus.statements[sort].take(places[in_order]).reset_index(drop=True)
        return in_order[column.sort_values(kind="stable", na_position="last").index.to_numpy()]
    side, _, word = sort.partition(" ")
    keys = _neighbours(corpus, hits, window, side)[in_order]
    if word:
        keys = keys[:, int(word) - 1 : int(word)]
    return in_order[np.lexsort(keys.T[::-1])] if keys.shape[1] else in_order


def _neighbours(corpus: Corpus, hits: Hits, window: Window, side: str) -> NDArray[np.int64]:
    """The words beside each match, the nearest first, as ranks in the alphabet; -1 where there is none."""
    index = corpus.index
    ahead = window.last - (hits.position + hits.length - 1)
    behind = hits.position - window.first
    room = ahead if side == "right" else behind
    steps = np.arange(1, room.max(initial=0) + 1)
    edge, direction = (hits.position + hits.length - 1, steps) if side == "right" else (hits.position, -steps)
    there = steps <= room[:, None]
    tokens = (index.starts[hits.document] + edge)[:, None] + direction
    codes = index.codes[np.where(there, tokens, 0)]
    folds, terms = index.fold("lower")
    words, ranks = np.unique(folds[codes], return_inverse=True)
    alphabet = np.argsort(np.argsort([terms[word] for word in words], kind="stable"), kind="stable")
    return np.where(there, alphabet[ranks.reshape(codes.shape)], -1)
