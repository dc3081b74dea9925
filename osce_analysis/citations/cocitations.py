"""Which instruments are invoked together, and in which statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from osce_analysis import reference
from osce_analysis.citations.groups import cited
from osce_analysis.corpus.options import check, check_number
from osce_analysis.corpus.provenance import attrs
from osce_analysis.measures import pairs

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

MEASURES = ("cosine", "jaccard", "simpson", "count")
UNITS = ("statement", "paragraph")
COLUMNS = {
    "instrument_a": "str",
    "instrument_b": "str",
    "title_a": "str",
    "title_b": "str",
    "statements": "Int64",
    "statements_a": "Int64",
    "statements_b": "Int64",
    "value": "Float64",
    "statement_ids": "str",
}


def cocitation(
    corpus: Corpus,
    *,
    measure: str = "cosine",
    unit: str = "statement",
    min_statements: int = 2,
    top: int | None = None,
) -> pd.DataFrame:
    """Return the pairs of instruments that are invoked together.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    measure : {"cosine", "jaccard", "simpson", "count"}
        What `value` is, over the units that cite either.
    unit : {"statement", "paragraph"}
        Together in one statement, or in one paragraph of it.
    min_statements : int
        Least statements that cite both.
    top : int, optional
        Only so many instruments, those that most statements cite.

    Returns
    -------
    DataFrame
        instrument_a, instrument_b, title_a, title_b, statements (that cite both in one unit), statements_a,
        statements_b (that cite each), value, statement_ids (of those behind the pair, ";" between). Sorted by
        statements, then value.

    Raises
    ------
    ValueError
        For an option that is not there.

    References
    ----------
    Small, H. (1973). Co-citation in the scientific literature. Journal of the American Society for Information
    Science 24(4), 265-269.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> cited = pd.DataFrame({"statement_id": ["a", "a", "b", "b"], "instrument": ["HFA-1975", "PARIS-1990"] * 2})
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a", "b"]}), citations=cited)
    >>> cocitation(corpus)[["instrument_a", "instrument_b", "statements", "value", "statement_ids"]].values.tolist()
    [['HFA-1975', 'PARIS-1990', 2, 1.0, 'a;b']]
    """
    check("measure", measure, MEASURES)
    check("unit", unit, UNITS)
    check_number("min_statements", min_statements, 1)
    if top is not None:
        check_number("top", top, 1)
    corpus = corpus.counted()
    held = _held(corpus, unit, top)
    table = _pairs(held, corpus.statements["statement_id"])
    table = table[table["statements"] >= min_statements]
    each = held.groupby("instrument")["row"].nunique()
    for side in ("a", "b"):
        table[f"title_{side}"] = table[f"instrument_{side}"].map(reference.instrument_title)
        table[f"statements_{side}"] = table[f"instrument_{side}"].map(each)
    table["value"] = _values(held, table, measure)
    order = ["statements", "value", "instrument_a", "instrument_b"]
    table = table.sort_values(order, ascending=[False, False, True, True], ignore_index=True)
    options = {"measure": measure, "unit": unit, "min_statements": min_statements, "top": top}
    made = {"denominators": {"statements": len(corpus), "citing": int(held["row"].nunique())}}
    table = table.astype(COLUMNS)[list(COLUMNS)]
    table.attrs.update(attrs(corpus, "citations.cocitation", options, **made))
    return table


def _held(corpus: Corpus, unit: str, top: int | None) -> pd.DataFrame:
    """Each instrument once for each unit that cites it: row (of the statement), unit, instrument."""
    found = cited(corpus)
    keys = ["row"] if unit == "statement" else ["row", "part", "paragraph"]
    found = found.assign(unit=found.groupby(keys, dropna=False).ngroup())
    if top is not None:
        sizes = found.groupby("instrument")["row"].nunique().reset_index()
        ranked = sizes.sort_values(["row", "instrument"], ascending=[False, True])["instrument"][:top]
        found = found[found["instrument"].isin(ranked)]
    return found[["row", "unit", "instrument"]].drop_duplicates(ignore_index=True)


def _pairs(held: pd.DataFrame, ids: pd.Series) -> pd.DataFrame:
    """Each pair of instruments that stand in one unit, with the statements in which they do."""
    shared = held.merge(held, on=["unit", "row"], suffixes=("_a", "_b"))
    shared = shared[shared["instrument_a"] < shared["instrument_b"]]
    shared = shared.drop_duplicates(["instrument_a", "instrument_b", "row"])
    shared = shared.assign(statement_id=ids.take(shared["row"].to_numpy()).to_numpy())
    found = shared.groupby(["instrument_a", "instrument_b"])["statement_id"]
    return found.agg(statements="nunique", statement_ids=";".join).reset_index()


def _values(held: pd.DataFrame, table: pd.DataFrame, measure: str) -> np.ndarray:
    """The measure of each pair of the table, over the units."""
    incidence = pd.crosstab(held["unit"], held["instrument"]).clip(upper=1)
    if not len(table):
        return np.zeros(0)
    values = getattr(pairs, measure)(incidence.to_numpy(np.float64))
    places = [incidence.columns.get_indexer(pd.Index(table[f"instrument_{side}"])) for side in ("a", "b")]
    return np.asarray(values[places[0], places[1]])
