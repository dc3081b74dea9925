"""Tables of rates: one row for each side and term, with intervals and who carries the term."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus.options import check, check_number
from osce_analysis.corpus.parties import GROUPS
from osce_analysis.terms.counting import Counted
from osce_analysis.terms.options import CLUSTERS, INTERVALS, WEIGHTS
from osce_analysis.terms.rates import clustered, rates
from osce_analysis.terms.sides import Sides, carriers, owners_of

if TYPE_CHECKING:
    from scipy.sparse import csr_array

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


class Rating(NamedTuple):
    """How rates are taken: the options that `frequency`, `trend` and `dictionary` share."""

    per: float
    weight: str
    interval: str | None
    cluster: str
    groups: str
    seed: int

    def check(self) -> None:
        """Raise ValueError for an option that is not known."""
        check("groups", self.groups, GROUPS)
        check("weight", self.weight, WEIGHTS)
        check("interval", self.interval, INTERVALS)
        check("cluster", self.cluster, CLUSTERS)
        check_number("seed", self.seed, 0)
        if not isinstance(self.per, (int, float)) or not self.per > 0:
            raise ValueError(f"per={self.per!r} is not a number of tokens above 0.")


def denominators(corpus: Corpus) -> dict[str, int]:
    """What rates are taken of: all tokens, function words included, of the statements that have a text."""
    statements = corpus.statements
    without = int(statements["text"].isna().sum())
    return {
        "tokens": int(statements["tokens"].sum()),
        "statements": len(statements) - without,
        "without_text": without,
    }


def rate_table(corpus: Corpus, counted: Counted, found: Sides, rating: Rating) -> pd.DataFrame:
    """One row for each side and term.

    Parameters
    ----------
    corpus : Corpus
    counted : Counted
        Hits in each statement.
    found : Sides
        Whose keys stand before the columns of `DTYPES`.
    rating : Rating
    """
    statements = corpus.statements
    tokens = statements["tokens"].fillna(0).to_numpy(np.float64)
    owners = owners_of(statements["delegation"])

    def side(rows: NDArray[np.int64], hits: NDArray[np.float64]) -> dict[str, NDArray[Any]]:
        """The columns of one side, a value for each term."""
        own = owners.of(rows)
        clusters = clustered(hits[rows], tokens[rows], own.codes, rating.weight, rating.cluster)
        value, low, high = rates(clusters, rating.interval, rating.seed)
        return {
            "tokens": np.full(hits.shape[1], tokens[rows].sum()),
            "rate": value * rating.per,
            "low": low * rating.per,
            "high": high * rating.per,
            **carriers(hits[rows], own),
        }

    blocks = [[side(rows, hits) for rows in found.rows] for hits in _dense(counted.hits)]
    return _joined(found.keys, counted.terms, blocks)[[*found.keys.columns, *DTYPES]]


def _dense(hits: csr_array) -> Iterator[NDArray[np.float64]]:
    """The hits as plain arrays, some terms at a time, so that many terms take no more memory than few."""
    for first in range(0, max(hits.shape[1], 1), _BLOCK):
        yield hits[:, first : first + _BLOCK].toarray()


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
