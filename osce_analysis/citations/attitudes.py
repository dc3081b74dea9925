"""In which stances instruments are invoked, by the cue words around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from osce_analysis import measures
from osce_analysis.citations.groups import grouped
from osce_analysis.corpus.grouping import by_columns
from osce_analysis.corpus.options import check_columns
from osce_analysis.corpus.provenance import attrs
from osce_analysis.corpus.schema import STANCES
from osce_analysis.corpus.selection import values

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

MENTION = "mention"
COLUMNS = {
    "stance": "str",
    "count": "Int64",
    "negated": "Int64",
    "statements": "Int64",
    "delegations": "Int64",
    "share": "Float64",
    "low": "Float64",
    "high": "Float64",
}


def stances(
    corpus: Corpus,
    *,
    by: str | Sequence[str] | None = None,
    instrument: str | Sequence[str] | None = None,
    groups: str = "actor",
    reliability: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Count in which stances each group invokes instruments.

    The class of a cue word is an aid to reading and no finding: "Russia violated X" accuses an actor and upholds X.
    Label a sample (`coding_sheet`), and give what `reliability` found; the note of a chart carries it, or says
    that nothing was measured.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    by : str or list of str, optional
        As in `most_cited`.
    instrument : str or list of str, optional
        Canonical ids: only their citations.
    groups : {"actor", "expand", "drop"}
        As in `most_cited`.
    reliability : DataFrame, optional
        A result of `reliability`.

    Returns
    -------
    DataFrame
        The columns of `by`, stance ("mention" for citations without a cue), count (citations with such a cue; one
        with cues of two classes counts in both), negated (how many of them under a negation), statements and
        delegations (that use it), share (of the group's statements that cite at all), low, high (Wilson, 95 %).
        Citations in statements whose text is not held have no known stance and are left out, unless the table of
        cues knows the statement; `attrs["denominators"]` counts them.

    Raises
    ------
    ValueError
        For a column or an option that is not there.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> cited = pd.DataFrame({"citation_id": ["a#1", "a#2"], "instrument": ["HFA-1975", "VD-2011"]})
    >>> cited = cited.assign(statement_id="a")
    >>> cues = pd.DataFrame({"citation_id": ["a#1"], "stance": ["recall"], "cue": ["recall"]})
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a", "b"]}), citations=cited, cues=cues)
    >>> found = stances(corpus)
    >>> found[found["count"] > 0][["stance", "count", "share"]].values.tolist()
    [['recall', 1, 1.0], ['mention', 1, 1.0]]
    """
    check_columns(by_columns(by), COLUMNS)
    corpus = corpus.counted()
    found = grouped(corpus, by, groups)
    if instrument is not None:
        wanted = values(instrument)
        found = found._replace(citations=found.citations[found.citations["instrument"].isin(wanted)])
    dark = (
        corpus.statements["statement_id"].isin(unread(corpus)).to_numpy()[found.citations["row"].to_numpy()]
    )
    found = found._replace(citations=found.citations[~dark])
    said = found.joined().merge(_said(corpus), on="citation_id", how="left")
    said = said.assign(stance=said["stance"].fillna(MENTION), negated=said["negated"].eq(True))
    citing = _citing(found.joined(), found.columns)
    hits = (
        said.groupby([*found.columns, "stance"], dropna=False)
        .agg(
            count=("citation_id", "nunique"),
            negated=("negated", "sum"),
            statements=("row", "nunique"),
            delegations=("speaker", "nunique"),
        )
        .reset_index()
    )
    every = citing.merge(pd.DataFrame({"stance": pd.Series([*STANCES, MENTION], dtype="str")}), how="cross")
    table = every.merge(hits, on=[*found.columns, "stance"], how="left")
    table = table.fillna({"count": 0, "negated": 0, "statements": 0, "delegations": 0})
    low, high = measures.wilson(table["statements"], table["size"])
    table = table.assign(share=table["statements"] / table["size"], low=low, high=high)
    table = table.astype(COLUMNS)[[*found.columns, *COLUMNS]]
    options = {"by": by, "instrument": instrument, "groups": groups, "interval": "wilson"}
    made = {
        "denominators": {
            "statements": len(corpus),
            "citing": int(found.citations["row"].nunique()),
            "not_known": int(dark.sum()),
        },
        "validation": _validation(reliability),
    }
    table.attrs.update(attrs(corpus, "citations.stances", options, **made))
    return table


def unread(corpus: Corpus) -> set[str]:
    """The statements in which nobody could look for cues: those without a text, and without a row of cues."""
    statements, citations = corpus.statements, corpus.citations
    silent = statements.loc[statements["text"].isna(), "statement_id"]
    known = citations.loc[citations["citation_id"].isin(corpus.cues["citation_id"]), "statement_id"]
    return set(silent) - set(known)


def _said(corpus: Corpus) -> pd.DataFrame:
    """Each class of cue once for each citation, and whether all its cues of that class are negated."""
    cues = corpus.cues[["citation_id", "stance", "negated"]]
    return cues.groupby(["citation_id", "stance"])["negated"].all().reset_index()


def _citing(cited: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """How many statements of each group cite anything that is looked at."""
    if not columns:
        return pd.DataFrame({"size": [cited["row"].nunique()]})
    return cited.groupby(columns, dropna=False)["row"].nunique().rename("size").reset_index()


def _validation(reliability: pd.DataFrame | None) -> Mapping[str, Any] | None:
    """What is known of how far people agree on these labels."""
    if reliability is None:
        return None
    rows = reliability.set_index("coefficient")
    return {
        name: {key: float(rows.loc[name, key]) for key in ("value", "low", "high")} for name in rows.index
    } | {"n": int(reliability["n"].iloc[0])}
