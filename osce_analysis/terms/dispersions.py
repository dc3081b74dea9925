"""Dispersion: whether a term is spread over the parts of a corpus or sits in a few of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis import measures
from osce_analysis.corpus.grouping import by_columns
from osce_analysis.corpus.options import check, check_columns
from osce_analysis.corpus.parties import GROUPS
from osce_analysis.corpus.provenance import attrs
from osce_analysis.terms.counting import count_searches
from osce_analysis.terms.options import check_texts
from osce_analysis.terms.rate_tables import denominators
from osce_analysis.terms.sides import carriers, named, owners_of, sides, summed
from osce_analysis.terms.translations import remarks

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

DTYPES = {
    "term": "str",
    "count": "int64",
    "tokens": "int64",
    "statements": "int64",
    "delegations": "int64",
    "parts": "int64",
    "range": "int64",
    "dp": "float64",
    "dp_norm": "float64",
    "juilland_d": "float64",
    "top_delegation": "str",
    "top_share": "float64",
}
DETAIL = {
    "term": "str",
    "part": "str",
    "count": "int64",
    "tokens": "int64",
    "rate": "float64",
    "dp_norm": "float64",
}


def dispersion(
    corpus: Corpus,
    terms: str | Sequence[str],
    *,
    parts: str | Sequence[str] = "statement",
    by: str | Sequence[str] | None = None,
    detail: bool = False,
    form: str = "lower",
    groups: str = "actor",
) -> pd.DataFrame:
    """Tell how evenly terms are spread over statements, delegations, years or other parts.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language; those without a text are left out.
    terms : str or list of str
        Searches: words, phrases, ``a|b``, ``terror*``.
    parts : "statement", or a column or list as in `by`
        What the term may be spread over.
    by : str or list of str, optional
        Sides, each with parts of its own; as in `frequency`.
    detail : bool
        A row for each part instead of a summary: what `charts.dispersion` draws as strips.
    form : {"lower", "surface", "stem"}
        Words in lower case, as written, or by stem.
    groups : {"actor", "expand", "drop"}
        As in `frequency`.

    Returns
    -------
    DataFrame
        The columns of `by`, then term, count, tokens, statements and delegations (that hold the term), parts (that
        hold a token), range (parts that hold the term), dp (0 where each part has its share of the hits, towards
        1 where one part has all), dp_norm (the same over its maximum), juilland_d (1 where all rates are alike),
        top_delegation and top_share. The three measures are missing where there is no hit. With `detail`, the
        columns of `by`, then term, part (its name; statements by date), count, tokens, rate (per 1,000 tokens) and
        dp_norm (of the term over all parts).

    Raises
    ------
    ValueError
        For a search that cannot be read, a column or an option that is not there, or statements without texts.

    References
    ----------
    Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus
    Linguistics 13(4), 403-437.
    Lijffijt, J. and Gries, S. Th. (2012). Correction to the above. 17(1), 147-149.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> texts = ["peace peace peace", "war war war", "war and war"]
    >>> frame = pd.DataFrame({"statement_id": list("abc"), "delegation": ["CHE", "NOR", "ISL"], "text": texts})
    >>> dispersion(Corpus(frame), ["peace", "war"])[["term", "range", "dp", "dp_norm"]].round(2)
        term  range    dp  dp_norm
    0  peace      1  0.67      1.0
    1    war      2  0.33      0.5
    """
    options = {"terms": terms, "parts": parts, "by": by, "detail": detail, "form": form, "groups": groups}
    check("groups", groups, GROUPS)
    dtypes = DETAIL if detail else DTYPES
    check_columns([*by_columns(by), *by_columns(parts)], dtypes)
    corpus = corpus.counted()
    check_texts(corpus)
    counted = count_searches(corpus, terms, form)
    hits = counted.hits.toarray()
    tokens = corpus.statements["tokens"].fillna(0).to_numpy(np.float64)
    owners = owners_of(corpus.statements["delegation"])
    found, pieces = sides(corpus, by, groups), _parts(corpus, parts, groups)

    def side(rows: NDArray[np.int64]) -> pd.DataFrame:
        """The terms of one side."""
        place, piece = _within(rows, list(pieces.values()))
        spread, sizes = summed(hits[place], piece), summed(tokens[place], piece)
        if detail:
            return _detail(counted.terms, np.array(list(pieces))[np.unique(piece)], spread, sizes)
        columns: dict[str, Any] = {
            "term": counted.terms,
            "tokens": tokens[rows].sum(),
            "parts": (sizes > 0).sum(),
            "range": (spread > 0).sum(axis=0),
            "dp": measures.dp(spread, sizes),
            "dp_norm": measures.dp_norm(spread, sizes),
            "juilland_d": measures.juilland_d(spread, sizes),
            **carriers(hits[rows], owners.of(rows)),
        }
        return pd.DataFrame(columns)

    table = found.stacked([side(rows) for rows in found.rows], dtypes)
    made = {
        "denominators": denominators(corpus),
        **remarks(corpus.statements, named(found) if by else {}),
    }
    table.attrs.update(attrs(corpus, "terms.dispersion", options, **made))
    return table


def _parts(corpus: Corpus, parts: str | Sequence[str], groups: str) -> dict[str, NDArray[np.int64]]:
    """The statements of each part under its name; statements by date, other parts in order of their values."""
    if parts != "statement":
        return named(sides(corpus, parts, groups))
    statements = corpus.statements
    spoken = statements[statements["text"].notna()].sort_values("date", kind="stable")
    return {name: np.array([row]) for row, name in spoken["statement_id"].items()}


def _within(
    rows: NDArray[np.int64], pieces: list[NDArray[np.int64]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Statements of a side and the part each is in; one of several delegations is in as many parts."""
    place = np.concatenate([*pieces, np.zeros(0, np.int64)])
    piece = np.repeat(np.arange(len(pieces)), [len(held) for held in pieces])
    inside = np.isin(place, rows)
    return place[inside], piece[inside]


def _detail(
    terms: list[str], parts: NDArray[np.str_], spread: NDArray[np.float64], sizes: NDArray[np.float64]
) -> pd.DataFrame:
    """One row for each term and part."""
    rates = np.divide(
        1000 * spread, sizes[:, None], out=np.full(spread.shape, np.nan), where=sizes[:, None] > 0
    )
    return pd.DataFrame(
        {
            "term": np.repeat(np.array(terms, object), len(parts)),
            "part": np.tile(parts, len(terms)),
            "count": spread.T.ravel(),
            "tokens": np.tile(sizes, len(terms)),
            "rate": rates.T.ravel(),
            "dp_norm": np.repeat(measures.dp_norm(spread, sizes), len(parts)),
        }
    )
