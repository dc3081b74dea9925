"""Who invokes what the others do not: shares of statements set against those of all others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from osce_analysis import measures, reference
from osce_analysis.citations.groups import Grouped, grouped
from osce_analysis.corpus.grouping import by_columns
from osce_analysis.corpus.options import check, check_columns, check_number
from osce_analysis.corpus.provenance import attrs
from osce_analysis.measures.multiplicity import CORRECTIONS

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

COLUMNS = {
    "instrument": "str",
    "title": "str",
    "statements_target": "Int64",
    "statements_reference": "Int64",
    "share_target": "Float64",
    "share_reference": "Float64",
    "value": "Float64",
    "low": "Float64",
    "high": "Float64",
    "p": "Float64",
    "p_adjusted": "Float64",
}


def association(
    corpus: Corpus,
    *,
    by: str | Sequence[str] = "delegation",
    min_statements: int = 5,
    correction: str | None = "holm",
    groups: str = "actor",
) -> pd.DataFrame:
    """Find the instruments that a group invokes more, or less, than all other statements do.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    by : str or list of str
        As in `most_cited`: each group (target) is set against the statements that are not in it (reference).
    min_statements : int
        Only instruments that so many statements cite, and only groups of so many statements that are set against
        as many.
    correction : {"holm", "bh", None}
        Of p over all pairs of group and instrument.
    groups : {"actor", "expand", "drop"}
        As in `most_cited`.

    Returns
    -------
    DataFrame
        The columns of `by`, instrument, title, statements_target and statements_reference (that cite it),
        share_target and share_reference (of all statements of either), value (the difference of the shares, -1 to
        1), low, high (Newcombe, 95 %), p (Fisher's exact test over statements), p_adjusted. Sorted by value.

    Raises
    ------
    ValueError
        For a column or an option that is not there.

    References
    ----------
    Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of
    eleven methods. Statistics in Medicine 17, 873-890.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> frame = pd.DataFrame({"statement_id": list("abcdefgh"), "delegation": ["CHE"] * 4 + ["NOR"] * 4})
    >>> cited = pd.DataFrame({"statement_id": list("abcd"), "instrument": "HFA-1975"})
    >>> found = association(Corpus(frame, citations=cited), min_statements=4)
    >>> found[["delegation", "share_target", "value", "p"]].round(3).values.tolist()
    [['CHE', 1.0, 1.0, 0.029], ['NOR', 0.0, -1.0, 0.029]]
    """
    check("correction", correction, CORRECTIONS)
    check_number("min_statements", min_statements, 1)
    check_columns(by_columns(by), COLUMNS)
    corpus = corpus.counted()
    found = grouped(corpus, by, groups)
    table = _crossed(found, min_statements)
    sizes = table["size"].to_numpy()
    against = measures.contrast(
        table["statements_target"].to_numpy(),
        sizes,
        table["statements_reference"].to_numpy(),
        len(corpus) - sizes,
        correction,
    )
    table = table.assign(title=table["instrument"].map(reference.instrument_title), **against._asdict())
    ordered = table.sort_values(["value", "instrument"], ascending=[False, True], kind="stable")
    result = ordered.astype(COLUMNS)[[*found.columns, *COLUMNS]].reset_index(drop=True)
    options = {"by": by, "min_statements": min_statements, "correction": correction, "groups": groups}
    unread = int(corpus.statements["text"].isna().sum())
    made = {
        "interval": "newcombe",
        "denominators": {"statements": len(corpus), "compared": len(result), "without_text": unread},
    }
    result.attrs.update(attrs(corpus, "citations.association", options, **made))
    return result


def _crossed(found: Grouped, least: int) -> pd.DataFrame:
    """Each group and instrument with the statements that cite it inside and outside of the group."""
    held = found.citations.groupby("instrument")["row"].nunique().rename("cited")
    wanted = held[held >= least].reset_index()
    sizes = found.sizes()
    inside = (
        found.joined().groupby([*found.columns, "instrument"], dropna=False)["row"].nunique().rename("inside")
    )
    others = len(found.statements["row"].unique()) - sizes["size"]
    crossed = sizes[(sizes["size"] >= least) & (others >= least)].merge(wanted, how="cross")
    crossed = crossed.merge(inside.reset_index(), on=[*found.columns, "instrument"], how="left")
    target = crossed["inside"].fillna(0).astype("int64")
    return crossed.assign(statements_target=target, statements_reference=crossed["cited"] - target)
