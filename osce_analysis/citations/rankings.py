"""Which instruments are invoked most, by how many statements, and by what share of each group's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from osce_analysis import reference
from osce_analysis.citations.groups import Grouped, grouped
from osce_analysis.corpus.options import check_number
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
    if top is not None:
        check_number("top", top, 1)
    corpus = corpus.counted()
    found = grouped(corpus, by, groups)
    ranked = _ranked(found.citations)[:top]
    table = _counted(found, ranked).astype(COLUMNS)[[*found.columns, *COLUMNS]]
    options = {"by": by, "top": top, "groups": groups, "interval": "wilson"}
    table.attrs.update(
        attrs(corpus, "citations.most_cited", options, denominators=_denominators(corpus, found))
    )
    return table


def _ranked(cited: pd.DataFrame) -> list[str]:
    """Instruments by statements that cite them, then by citations, then by id."""
    sizes = (
        cited.groupby("instrument").agg(statements=("row", "nunique"), count=("row", "size")).reset_index()
    )
    ordered = sizes.sort_values(["statements", "count", "instrument"], ascending=[False, False, True])
    return ordered["instrument"].tolist()


def _counted(found: Grouped, ranked: list[str]) -> pd.DataFrame:
    """A row for each group and instrument, in the order of the groups and of the ranking."""
    hits = (
        found.joined()
        .groupby([*found.columns, "instrument"], dropna=False)
        .agg(count=("row", "size"), statements=("row", "nunique"), delegations=("speaker", "nunique"))
        .reset_index()
    )
    every = found.sizes().merge(pd.DataFrame({"instrument": pd.Series(ranked, dtype="str")}), how="cross")
    table = every.merge(hits, on=[*found.columns, "instrument"], how="left")
    table = table.fillna({"count": 0, "statements": 0, "delegations": 0})
    low, high = wilson(table["statements"], table["size"])
    return table.assign(
        title=table["instrument"].map(reference.instrument_title),
        share=table["statements"] / table["size"],
        low=low,
        high=high,
    )


def _denominators(corpus: Corpus, found: Grouped) -> dict[str, Any]:
    """What the shares rest on."""
    return {
        "statements": len(corpus),
        "citing": int(found.citations["row"].nunique()),
        "citations": len(found.citations),
        "open": int(corpus.citations["instrument"].isna().sum()),
        "without_text": int(corpus.statements["text"].isna().sum()),
        "groups": dict(zip(found.names(), found.sizes()["size"].tolist(), strict=True))
        if found.columns
        else {},
    }
