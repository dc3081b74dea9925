"""Passages that several statements share: what `Corpus.select(boilerplate=)` leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus.options import check_number
from osce_analysis.corpus.provenance import attrs
from osce_analysis.terms.counting import places_of
from osce_analysis.terms.lines import texts_of
from osce_analysis.terms.options import check_texts

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus
    from osce_analysis.tokens import TokenIndex

DTYPES = {
    "passage": "str",
    "statements": "int64",
    "delegations": "int64",
    "tokens": "int64",
    "statement_id": "str",
    "start": "int64",
    "end": "int64",
}


def boilerplate(corpus: Corpus, *, top: int | None = 50) -> pd.DataFrame:
    """List the passages that several statements share, which `corpus.select(boilerplate=False)` leaves out.

    Parameters
    ----------
    corpus : Corpus
        Passages are looked for in the whole corpus that this is a selection of (ten words that three statements
        have, a sentence that five have); those of the selection are listed. A passage that holds little but the
        title of what is cited (fewer than five words beside it) is none.
    top : int, optional
        How many; None for all.

    Returns
    -------
    DataFrame
        passage (within a sentence; as written where it is first met), statements and delegations (that have
        it), tokens (of one passage), and the first place: statement_id, start and end (code points in `text`).
        Those in most statements first, and of these the longest. `attrs["left_out"]` holds the tokens of all
        shared passages. A passage that only part of a longer one equals is listed where two statements cut it
        alike.

    Raises
    ------
    ValueError
        Where no statement has a text, or `top` is no number.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> texts = [f"Thank you very much, Chair. We speak of {topic}." for topic in ("a", "b", "c", "d", "e")]
    >>> frame = pd.DataFrame({"statement_id": list("vwxyz"), "text": texts})
    >>> boilerplate(Corpus(frame))[["passage", "statements", "tokens", "statement_id"]]
                         passage  statements  tokens statement_id
    0  Thank you very much, Chair           5       5            v
    """
    if top is not None:
        check_number("top", top, 1)
    corpus = corpus.counted().select(boilerplate=True)
    check_texts(corpus)
    shared = corpus.shared_tokens()
    table = _passages(corpus, shared)
    listed = table.sort_values(["statements", "tokens"], ascending=False, kind="stable")
    listed = _cut(corpus, listed.iloc[:top].reset_index(drop=True))
    sizes = corpus.index.counts()
    mine = np.repeat(np.isin(np.arange(len(sizes)), corpus.rows), sizes)
    left_out = {"tokens": int((shared & mine).sum()), "passages": len(table)}
    listed.attrs.update(attrs(corpus, "terms.boilerplate", {"top": top}, left_out=left_out))
    return listed


def _passages(corpus: Corpus, shared: NDArray[np.bool_]) -> pd.DataFrame:
    """Each passage that two statements of the selection have, with its first place."""
    index, statements = corpus.index, corpus.statements
    begins, ends = _pieces(index, shared)
    documents = np.searchsorted(index.starts, begins, side="right") - 1
    places = places_of(corpus)[documents]
    words = index.fold("lower")[0][index.codes]
    kept = np.flatnonzero((places >= 0) & (ends - begins > 1))
    frame = pd.DataFrame(
        {
            "key": [words[begins[piece] : ends[piece]].tobytes() for piece in kept.tolist()],
            "place": places[kept],
            "first": begins[kept],
            "last": ends[kept] - 1,
            "tokens": (ends - begins)[kept],
        }
    ).sort_values(["place", "first"])
    frame["delegation"] = statements["delegation"].to_numpy(object)[frame["place"]]
    grouped = frame.groupby("key", sort=False)
    table = grouped.agg(
        statements=("place", "nunique"),
        delegations=("delegation", "nunique"),
        tokens=("tokens", "first"),
        place=("place", "first"),
        first=("first", "first"),
        last=("last", "first"),
    ).reset_index(drop=True)
    return table[table["statements"] > 1]


def _pieces(index: TokenIndex, shared: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where runs of shared tokens begin and end, cut where a sentence ends."""
    before = np.concatenate([[True], index.breaks[:-1] | ~shared[:-1]]) if len(shared) else shared
    begins = np.flatnonzero(shared & before)
    after = np.concatenate([index.breaks[:-1] | ~shared[1:], [True]]) if len(shared) else shared
    return begins, np.flatnonzero(shared & after) + 1


def _cut(corpus: Corpus, table: pd.DataFrame) -> pd.DataFrame:
    """The passages as written, with their places."""
    index, documents = corpus.index, corpus.rows[table["place"].to_numpy()]
    texts, base = texts_of(corpus, documents), index.starts[documents]
    start = index.spans(texts, documents, table["first"].to_numpy() - base).start
    end = index.spans(texts, documents, table["last"].to_numpy() - base).end
    written = zip(documents.tolist(), start.tolist(), end.tolist(), strict=True)
    cut = pd.DataFrame({"passage": [" ".join(texts[row][a:b].split()) for row, a, b in written]})
    ids = corpus.statements["statement_id"].take(table["place"].to_numpy()).reset_index(drop=True)
    cut = cut.assign(statement_id=ids, start=start, end=end)
    return cut.join(table[["statements", "delegations", "tokens"]])[list(DTYPES)].astype(DTYPES)
