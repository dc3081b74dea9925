"""Which instruments are invoked most, by how many statements, and by what share of each group's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus import grouping
from osce_analysis.corpus.parties import with_parties
from osce_analysis.corpus.provenance import attrs
from osce_analysis.measures.intervals import wilson

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

COLUMNS = {
    "instrument": "str",
    "title": "str",
    "count": "Int64",
    "statements": "Int64",
    "delegations": "Int64",
    "share": "Float64",
    "low": "Float64",
    "high": "Float64",
}


def most_cited(
    corpus: Corpus, *, by: str | Sequence[str] | None = None, top: int | None = 25, groups: str = "actor"
) -> pd.DataFrame:
    """Return the instruments that most statements cite.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    by : str or list of str, optional
        A column of `statements`, "actor" (a statement counts for each of its signatories),
        "month", "quarter", or a list of these; a missing value is a group of its own.
    top : int, optional
        How many instruments, those that most statements of the whole corpus cite; None for
        all. Each has a row in every group, one that never cites it too.
    groups : {"actor", "expand", "drop"}
        With `by` of actors or delegations: a group such as the EU as one, as its members on
        the day, or left out.

    Returns
    -------
    DataFrame
        The columns of `by`, instrument, title (missing where the catalogue has none), count
        (citations), statements and delegations (that cite it), share (of all statements of
        the group, those that cite nothing included; 0 to 1), low, high (Wilson, 95 %).
        Citations whose instrument stays open are not counted; `attrs["denominators"]` says
        how many there are.

    Raises
    ------
    ValueError
        For a column or an option that is not there, a `top` that is no positive number, or
        `groups="expand"` without dates.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> cited = pd.DataFrame({"statement_id": ["a", "a", "b"], "instrument": ["HFA-1975", "HFA-1975", "UN-CHARTER"]})
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a", "b", "c", "d"]}), citations=cited)
    >>> most_cited(corpus)[["instrument", "count", "statements", "share"]].values.tolist()
    [['HFA-1975', 2, 1, 0.25], ['UN-CHARTER', 1, 1, 0.25]]
    """
    if top is not None and (isinstance(top, bool) or not isinstance(top, int) or top < 1):
        raise ValueError(f"top={top!r} is no number of instruments: give 1 or more, or None for all.")
    corpus = corpus.counted()
    columns = grouping.by_columns(by)
    grouped = with_parties(corpus, grouping.groups(corpus, columns), groups)
    cited = _cited(corpus)
    ranked = _ranked(cited)[:top]
    table = _counted(grouped, cited[cited["instrument"].isin(ranked)], ranked, columns)
    table = table.astype(COLUMNS)[[*columns, *COLUMNS]]
    options = {"by": by, "top": top, "groups": groups, "interval": "wilson"}
    made = {"denominators": _denominators(corpus, cited, grouped, columns)}
    table.attrs.update(attrs(corpus, "citations.most_cited", options, **made))
    return table


def _cited(corpus: Corpus) -> pd.DataFrame:
    """One row a citation of a known instrument: row (of its statement), instrument, delegation."""
    statements = corpus.statements[["statement_id", "delegation"]].assign(row=range(len(corpus)))
    return corpus.citations[["statement_id", "instrument"]].dropna().merge(statements, on="statement_id")


def _ranked(cited: pd.DataFrame) -> list[str]:
    """Instruments by statements that cite them, then by citations, then by id."""
    sizes = (
        cited.groupby("instrument").agg(statements=("row", "nunique"), count=("row", "size")).reset_index()
    )
    ordered = sizes.sort_values(["statements", "count", "instrument"], ascending=[False, False, True])
    return ordered["instrument"].tolist()


def _counted(
    grouped: pd.DataFrame, cited: pd.DataFrame, ranked: list[str], columns: list[str]
) -> pd.DataFrame:
    """A row for each group and instrument, in the order of the groups and of the ranking."""
    sizes = _sizes(grouped, columns)
    found = grouped.merge(
        cited[["row", "instrument", "delegation"]], on="row", suffixes=("", "_of_statement")
    )
    delegation = "delegation_of_statement" if "delegation" in columns else "delegation"
    hits = (
        found.groupby([*columns, "instrument"], dropna=False)
        .agg(count=("row", "size"), statements=("row", "nunique"), delegations=(delegation, "nunique"))
        .reset_index()
    )
    every = sizes.merge(pd.DataFrame({"instrument": pd.Series(ranked, dtype="str")}), how="cross")
    table = every.merge(hits, on=[*columns, "instrument"], how="left")
    table = table.fillna({"count": 0, "statements": 0, "delegations": 0})
    low, high = wilson(table["statements"], table["size"])
    return table.assign(
        title=table["instrument"].map(reference.instrument_title),
        share=table["statements"] / table["size"],
        low=low,
        high=high,
    )


def _sizes(grouped: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """How many statements each group has, in the order of the groups."""
    if not columns:
        return pd.DataFrame({"size": [len(grouped)]})
    return grouped.groupby(columns, dropna=False)["row"].nunique().rename("size").reset_index()


def _denominators(
    corpus: Corpus, cited: pd.DataFrame, grouped: pd.DataFrame, columns: list[str]
) -> dict[str, Any]:
    """What the shares rest on."""
    sizes = _sizes(grouped, columns)
    names = [
        ", ".join("missing" if pd.isna(cell) else str(cell) for cell in cells)
        for cells in sizes[columns].itertuples(index=False, name=None)
    ]
    return {
        "statements": len(corpus),
        "citing": int(cited["row"].nunique()),
        "citations": len(cited),
        "open": int(corpus.citations["instrument"].isna().sum()),
        "without_text": int(corpus.statements["text"].isna().sum()),
        "groups": dict(zip(names, sizes["size"].tolist(), strict=True)) if columns else {},
    }
