"""How often two actors sign together: one row a pair, in the measure asked for, with intervals over occasions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus.grouping import SIGNING
from osce_analysis.corpus.options import check, check_number
from osce_analysis.corpus.provenance import attrs
from osce_analysis.cosignatories.incidences import incidence_of
from osce_analysis.cosignatories.signings import Signing
from osce_analysis.measures import pairs
from osce_analysis.measures.resampling import bootstrap_weights

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

FEWEST = 5
"""A pair has an interval where it shares at least so many statements."""

INTERVALS = ("bootstrap", None)
OF_PRESENCES = ("count", "newman")
"""Measures to which an absence says nothing."""

COLUMNS = {
    "actor_a": "str",
    "actor_b": "str",
    "statements": "Int64",
    "statements_a": "Int64",
    "statements_b": "Int64",
    "occasions": "Int64",
    "value": "Float64",
    "low": "Float64",
    "high": "Float64",
}


def agreement(
    corpus: Corpus,
    *,
    measure: str = "count",
    roles: Sequence[str] = SIGNING,
    groups: str = "actor",
    source: str = "statements",
    occasions: str = "joint",
    occasions_of: str | None = None,
    interval: str | None = "bootstrap",
    draws: int = 999,
    seed: int = 0,
) -> pd.DataFrame:
    """Return how often each two actors sign together.

    Not signing is not disagreeing: an actor may not have been asked. Every pair has a row,
    those that share nothing included. A pair is judged on the occasions that both could sign.
    Statements whose list was not read to its end count in `count` and `newman` alone: to the
    other measures an absence is a fact.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    measure : {"count", "newman", "jaccard", "simpson", "cosine", "kappa", "pi"}
        Statements that both sign; Newman's weight, in which a statement of n actors counts
        1/(n - 1); or an index. Kappa and pi take joint absence for agreement: read them
        beside `occasions`.
    roles, groups, source, occasions, occasions_of
        As in `incidence`.
    interval : {"bootstrap", None}
        95 % percentile bootstrap over occasions, or none.
    draws : int
        Resamples.
    seed : int
        Of the resamples.

    Returns
    -------
    DataFrame
        actor_a, actor_b, statements (that both signed), statements_a and statements_b (that
        each signed and the other could have), occasions (that both could sign), value, low,
        high; sorted by value. The interval is missing where fewer than five are shared.

    Raises
    ------
    ValueError
        For a measure, a role or an option that is not there.

    References
    ----------
    Newman, M. E. J. (2001). Scientific collaboration networks. II. Physical Review E 64, 016132.
    Häge, F. M. (2011). Choice or circumstance? Political Analysis 19(3), 287-305.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> signed = [("s1", "ARM"), ("s1", "BLR"), ("s2", "ARM"), ("s2", "BLR"), ("s2", "KAZ")]
    >>> signatories = pd.DataFrame(signed, columns=["statement_id", "actor"]).assign(role="joint")
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["s1", "s2"]}), signatories=signatories)
    >>> agreement(corpus, measure="jaccard")[["actor_a", "actor_b", "value"]].values.tolist()
    [['ARM', 'BLR', 1.0], ['ARM', 'KAZ', 0.5], ['BLR', 'KAZ', 0.5]]
    """
    check("measure", measure, pairs.MEASURES)
    check("interval", interval, INTERVALS)
    check_number("draws", draws, 1)
    how = Signing(roles, groups, source, occasions, occasions_of)
    corpus = corpus.counted()
    signed, made = incidence_of(corpus, how, unread=measure in OF_PRESENCES)
    table = pairs_of(signed, measure)
    if interval:
        table = table.assign(**_intervals(signed, table, measure, draws, seed))
    table = ranked(table)
    options = {"measure": measure, **how.options(), "interval": interval, "draws": draws, "seed": seed}
    table.attrs.update(attrs(corpus, "cosignatories.agreement", options, cluster="occasion", **made))
    return table


def cells_of(signed: pd.DataFrame) -> NDArray[np.float64]:
    """The frame as `measures.pairs` takes it: missing cells are NaN."""
    return signed.to_numpy(dtype=np.float64, na_value=np.nan)


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """The columns of a result, the pair with the highest value first."""
    return table.astype(COLUMNS)[list(COLUMNS)].sort_values(
        ["value", "actor_a", "actor_b"], ascending=[False, True, True], ignore_index=True
    )


def pairs_of(signed: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Counts and values of every pair of a frame of `incidence`, each once, without intervals."""
    told = pairs.tallies(cells_of(signed), measure)
    first, second = np.triu_indices(len(signed.columns), k=1)
    codes = signed.columns.to_numpy(dtype=object)
    return pd.DataFrame(
        {
            "actor_a": codes[first],
            "actor_b": codes[second],
            "statements": told.shared[first, second],
            "statements_a": told.first[first, second],
            "statements_b": told.second[first, second],
            "occasions": told.occasions[first, second],
            "value": pairs.FORMULAS[measure](told)[first, second],
            "low": np.nan,
            "high": np.nan,
        }
    )


def _intervals(
    signed: pd.DataFrame, table: pd.DataFrame, measure: str, draws: int, seed: int
) -> dict[str, NDArray[np.float64]]:
    """Percentiles of the measure over resampled occasions, for pairs that share enough of them."""
    enough = np.flatnonzero((table["statements"] >= FEWEST) & table["value"].notna())
    bounds = np.full((2, len(table)), np.nan)
    if len(enough):
        cells = cells_of(signed)
        first, second = (index[enough] for index in np.triu_indices(len(signed.columns), k=1))
        found = [
            pairs.resampled(cells, measure, first, second, weights)
            for weights in bootstrap_weights(len(cells), draws, seed)
        ]
        bounds[:, enough] = np.nanpercentile(np.vstack(found), [2.5, 97.5], axis=0)
    return {"low": bounds[0], "high": bounds[1]}
