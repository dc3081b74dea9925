"""What a corpus holds, in words and small tables."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from osce_analysis.corpus import versions
from osce_analysis.corpus.schema import TABLES

if TYPE_CHECKING:
    from osce_analysis.corpus.corpus import Corpus

LISTED = 20  # values that a codebook row names
RESTRICTED = r"\+|Restr|Limited"  # marks of documents that are not public


def summary(corpus: Corpus) -> str:
    """One line: statements, years, delegations, languages, problems."""
    statements = corpus.statements
    years = statements["year"].dropna()
    parts = [
        f"{len(statements):,} statements",
        f"{years.min()}-{years.max()}" if len(years) else "no dates",
        f"{statements['delegation'].nunique()} delegations",
        " ".join(sorted(statements["language"].dropna().unique())) or "language not given",
    ]
    problems = len(corpus.problems)
    if problems:
        parts.append(f"{problems} problems")
    name = f" {corpus.name!r}" if corpus.name else ""
    return f"<Corpus{name}: {' · '.join(parts)}>"


def describe(corpus: Corpus) -> pd.DataFrame:
    """What is here: counts, span, values, problems, corrections, versions and coverage.

    Returns
    -------
    DataFrame
        item, value (text).
    """
    statements, problems = corpus.statements, corpus.problems
    days = statements["date"].dropna()
    items: dict[str, object] = {
        "statements": len(statements),
        "with text": int(statements["text"].notna().sum()),
        "specimen texts": int(statements["specimen"].sum()),
        "tokens": int(statements["tokens"].sum()),
        "first day": days.min().date() if len(days) else None,
        "last day": days.max().date() if len(days) else None,
        "without a day": int(statements["date"].isna().sum()),
        "kinds": _counted(statements["kind"]),
        "bodies": _counted(statements["body"]),
        "delegations": _counted(statements["delegation"]),
        "languages": _counted(statements["language"]),
        "original languages": _counted(statements["original_language"]),
        "joint": int(statements["joint"].sum()),
        "signatory rows": len(corpus.signatories),
        "citations": len(corpus.citations),
        "citations without an id": int(corpus.citations["instrument"].isna().sum()),
        "other versions": int((~versions.counted(statements)).sum()),
        "corrections applied": corpus.corrections,
        "problems": _counted(problems["severity"]),
    }
    held = coverage(corpus, by=[])
    if held["interventions"].sum():
        items["interventions in journals"] = int(held["interventions"].sum())
        items["of these held as text"] = int(held["text_held"].sum())
    rows = [(item, "" if value is None else str(value)) for item, value in items.items()]
    return pd.DataFrame(rows, columns=["item", "value"], dtype="str")


def coverage(corpus: Corpus, by: str | list[str] = "actor") -> pd.DataFrame:
    """How much of what journals list is held as text: missing text is not random.

    Parameters
    ----------
    by : str or list of str
        Columns of `interventions`, or ``"year"``; none for the whole.

    Returns
    -------
    DataFrame
        The columns of `by`, interventions (speakers who deliver), with_symbol, restricted, text_held, share.

    Raises
    ------
    ValueError
        For a column that is not there.
    """
    rows = corpus.interventions
    rows = rows[rows["role"] == "delivers"].assign(year=lambda frame: frame["date"].dt.year.astype("Int64"))
    names = [by] if isinstance(by, str) else list(by)
    unknown = [name for name in names if name not in rows.columns]
    if unknown:
        raise ValueError(
            f"The interventions have no column {unknown[0]!r}: columns are {', '.join(rows.columns)}."
        )
    statements = corpus.statements
    held = statements.loc[statements["text"].notna(), "symbol"].dropna()
    table = rows.assign(
        interventions=1,
        with_symbol=rows["symbol"].notna(),
        restricted=rows["distribution"].str.contains(RESTRICTED, na=False),
        text_held=rows["symbol"].isin(held) & rows["symbol"].notna(),
    )
    counts = ["interventions", "with_symbol", "restricted", "text_held"]
    if names:
        summed = table.groupby(names, dropna=False, sort=True)[counts].sum().reset_index()
    else:
        summed = table[counts].sum().to_frame().T
    share = summed["text_held"] / summed["interventions"].replace(0, np.nan)
    return summed.astype(dict.fromkeys(counts, "int64")).assign(share=share.astype("float64"))


def codebook(corpus: Corpus, path: str | os.PathLike[str] | None = None) -> pd.DataFrame:
    """Each column of each table: dtype, meaning, rule, share missing, values.

    Parameters
    ----------
    path : path, optional
        Where to write it as CSV.

    Returns
    -------
    DataFrame
        table, column, dtype, meaning, rule, missing (0 to 1), values (all where they are few).
    """
    rows = []
    for table, columns in TABLES.items():
        frame = getattr(corpus, table)
        for name in frame.columns:
            column = columns.get(name)
            rows.append(
                {
                    "table": table,
                    "column": name,
                    "dtype": str(frame[name].dtype),
                    "meaning": column.meaning if column else "the user's own column",
                    "rule": column.rule if column else "as given",
                    "missing": float(frame[name].isna().mean()) if len(frame) else np.nan,
                    "values": _listed(frame[name], column.values if column else ()),
                }
            )
    book = pd.DataFrame(rows)
    if path is not None:
        book.to_csv(Path(path), index=False)
    return book


def _counted(column: pd.Series) -> str:
    counts = column.value_counts()
    return ", ".join(f"{value} {count}" for value, count in counts.items())


def _listed(column: pd.Series, allowed: tuple[str, ...]) -> str:
    if allowed:
        return ", ".join(allowed)
    if column.dtype != "str" or column.name in ("text", "front", "closing", "title"):
        return ""
    found = sorted(column.dropna().unique())
    return ", ".join(found) if len(found) <= LISTED else ""
