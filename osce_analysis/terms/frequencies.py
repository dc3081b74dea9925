"""How often terms are used, by whom, with intervals over statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus.grouping import by_columns
from osce_analysis.corpus.provenance import attrs
from osce_analysis.terms.counting import Counted, count_searches, count_top, function_word_languages
from osce_analysis.terms.options import (
    CLUSTERS,
    GROUPS,
    INTERVALS,
    WEIGHTS,
    check,
    check_columns,
    check_number,
    check_texts,
)
from osce_analysis.terms.rates import clustered, rates
from osce_analysis.terms.sides import carriers, owners_of, sides

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

DTYPES = {
    "term": "str",
    "count": "int64",
    "tokens": "int64",
    "statements": "int64",
    "delegations": "int64",
    "rate": "float64",
    "low": "float64",
    "high": "float64",
    "top_delegation": "str",
    "top_share": "float64",
}


_BLOCK = 512
"""Terms taken at a time."""


def frequency(
    corpus: Corpus,
    *,
    by: str | Sequence[str] | None = None,
    terms: str | Sequence[str] | None = None,
    ngram: int = 1,
    form: str = "lower",
    per: float = 1000,
    weight: str = "tokens",
    top: int | None = 50,
    min_count: int = 1,
    interval: str | None = "bootstrap",
    cluster: str = "statement",
    groups: str = "actor",
    seed: int = 0,
) -> pd.DataFrame:
    """Count terms, in all statements or in each group of them.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language; those without a text are left out.
    by : str or list of str, optional
        A column of `statements`, "actor" (a statement counts for each of its signatories), "month", "quarter",
        or a list. A missing value is a group of its own.
    terms : str or list of str, optional
        Searches: words, phrases, ``a|b``, ``terror*``. Without them, the most frequent terms of all statements
        together, function words left out of what is shown.
    ngram : int
        Words in a term, 1 to 5, where no `terms` are given.
    form : {"lower", "surface", "stem"}
        Words in lower case, as written, or by stem.
    per : float
        Rates are per so many tokens.
    weight : {"tokens", "statements", "delegations"}
        Tokens pooled, each statement's rate alike, or each delegation's alike.
    top : int, optional
        How many terms where none are given; None for all.
    min_count : int
        Least hits of a term, in all, where none are given.
    interval : {"bootstrap", None}
        95 % percentile bootstrap, or none.
    cluster : {"statement", "delegation"}
        What is resampled whole.
    groups : {"actor", "expand", "drop"}
        With `by` of actors or delegations: a group such as the EU as one, as its members on the day, or left out.
    seed : int
        Of the bootstrap.

    Returns
    -------
    DataFrame
        The columns of `by`, then term, count (hits), tokens (all of the group, function words included),
        statements and delegations (that hold the term), rate (per `per` tokens), low, high (missing where fewer
        than five statements hold the term), top_delegation (who has most of the hits), top_share (its share,
        0 to 1). One row for each group and term, zeros included.

    Raises
    ------
    ValueError
        For a search that cannot be read, a column or an option that is not there, or statements without texts.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> texts = ["Peace and security.", "Security, peace, human rights."]
    >>> frame = pd.DataFrame({"statement_id": ["a", "b"], "delegation": ["CHE", "NOR"], "text": texts})
    >>> frequency(Corpus(frame), terms=["peace", "human rights"])[["term", "count", "tokens", "rate"]]
               term  count  tokens        rate
    0         peace      2       7  285.714286
    1  human rights      1       7  142.857143
    """
    options = {
        "by": by,
        "terms": terms,
        "ngram": ngram,
        "form": form,
        "per": per,
        "weight": weight,
        "top": top,
        "min_count": min_count,
        "interval": interval,
        "cluster": cluster,
        "groups": groups,
        "seed": seed,
    }
    _check_options(weight, interval, cluster, groups, per)
    _check_numbers(top, min_count, seed)
    check_columns(by_columns(by), DTYPES)
    corpus = corpus.counted()
    check_texts(corpus)
    counted = (
        count_top(corpus, ngram, form, top, min_count)
        if terms is None
        else count_searches(corpus, terms, form)
    )
    table = _table(corpus, counted, by, groups, weight, cluster, interval, seed)
    table = table.assign(**{name: table[name] * per for name in ("rate", "low", "high")})
    made = {
        "interval": interval,
        "cluster": cluster,
        "denominators": _denominators(corpus),
        "left_out": {"function_words": function_word_languages(corpus) if terms is None else []},
    }
    table.attrs.update(attrs(corpus, "terms.frequency", options, **made))
    return table


def _check_options(weight: str, interval: str | None, cluster: str, groups: str, per: float) -> None:
    check("groups", groups, GROUPS)
    check("weight", weight, WEIGHTS)
    check("interval", interval, INTERVALS)
    check("cluster", cluster, CLUSTERS)
    if not isinstance(per, (int, float)) or not per > 0:
        raise ValueError(f"per={per!r} is not a number of tokens above 0.")


def _check_numbers(top: int | None, min_count: int, seed: int) -> None:
    check_number("seed", seed, 0)
    check_number("min_count", min_count, 1)
    if top is not None:
        check_number("top", top, 1)


def _denominators(corpus: Corpus) -> dict[str, int]:
    """What rates are taken of: all tokens, function words included, of the statements that have a text."""
    statements = corpus.statements
    without = int(statements["text"].isna().sum())
    return {
        "tokens": int(statements["tokens"].sum()),
        "statements": len(statements) - without,
        "without_text": without,
    }


def _table(
    corpus: Corpus,
    counted: Counted,
    by: str | Sequence[str] | None,
    groups: str,
    weight: str,
    cluster: str,
    interval: str | None,
    seed: int,
) -> pd.DataFrame:
    """One row for each side and term; rates per token."""
    statements = corpus.statements
    tokens = statements["tokens"].fillna(0).to_numpy(np.float64)
    owners = owners_of(statements["delegation"])
    found = sides(corpus, by, groups)

    def side(rows: NDArray[np.int64], hits: NDArray[np.float64]) -> dict[str, NDArray[Any]]:
        """The columns of one side, a value for each term."""
        own = owners.of(rows)
        value, low, high = rates(
            clustered(hits[rows], tokens[rows], own.codes, weight, cluster), interval, seed
        )
        return {
            "count": hits[rows].sum(axis=0),
            "tokens": np.full(hits.shape[1], tokens[rows].sum()),
            "statements": (hits[rows] > 0).sum(axis=0),
            "rate": value,
            "low": low,
            "high": high,
            **carriers(hits[rows], own)._asdict(),
        }

    blocks = [[side(rows, hits) for rows in found.rows] for hits in _dense(counted)]
    return _joined(found.keys, counted.terms, blocks)[[*by_columns(by), *DTYPES]]


def _dense(counted: Counted) -> Iterator[NDArray[np.float64]]:
    """The hits as plain arrays, some terms at a time, so that many terms take no more memory than few."""
    for first in range(0, max(len(counted.terms), 1), _BLOCK):
        yield counted.hits[:, first : first + _BLOCK].toarray()


def _joined(
    keys: pd.DataFrame, terms: list[str], blocks: list[list[dict[str, NDArray[Any]]]]
) -> pd.DataFrame:
    """Blocks of terms, each a list of sides, as one table: the terms of the first side, of the next, ..."""
    sides_of = list(zip(*blocks, strict=True))
    columns: dict[str, Any] = {
        name: np.concatenate([block[name] for side in sides_of for block in side]) if sides_of else []
        for name in DTYPES
        if name != "term"
    }
    frame = pd.DataFrame({"term": terms * len(sides_of), **columns}).astype(DTYPES)
    return pd.concat([keys.loc[keys.index.repeat(len(terms))].reset_index(drop=True), frame], axis=1)
