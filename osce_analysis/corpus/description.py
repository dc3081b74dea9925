"""What a corpus holds, in words and small tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from osce_analysis.corpus import versions
from osce_analysis.corpus.grouping import by_columns

if TYPE_CHECKING:
    from osce_analysis.corpus.corpus import Corpus

_COUNTS = ["interventions", "with_symbol", "restricted", "text_held"]
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
        Columns of `interventions`, ``"delegation"`` (its actor), ``"year"``, or ``"language"`` (of the text
        that is held); none for the whole.

    Returns
    -------
    DataFrame
        The columns of `by`, interventions (speakers who deliver), with_symbol, restricted, text_held, share,
        language (of the texts held, and of how many each: "en 12, ru 3").

    Raises
    ------
    ValueError
        For a column that is not there.
    """
    table = _spoken(corpus)
    names = by_columns(by)
    unknown = [name for name in names if name not in table.columns]
    if unknown:
        raise ValueError(
            f"The interventions have no column {unknown[0]!r}: columns are {', '.join(table.columns)}."
        )
    keys = [table[name] for name in names] or [pd.Series(0, table.index)]
    parts = table.groupby(keys, dropna=False, sort=True)
    summed = parts[_COUNTS].sum()
    if not names:
        summed = summed.reindex([0], fill_value=0)  # nothing said is a row too
    spoken = parts["language"].agg(_counted).reindex(summed.index).astype("str")
    summed = summed.astype("int64").assign(
        share=(summed["text_held"] / summed["interventions"].replace(0, np.nan)).astype("float64"),
        **({} if "language" in names else {"language": spoken.where(spoken != "")}),
    )
    return summed.reset_index(drop=not names)


def _spoken(corpus: Corpus) -> pd.DataFrame:
    """The speakers in journals: what is counted of each, delegation, year, and the language of the text held."""
    rows = corpus.interventions
    rows = rows[rows["role"] == "delivers"]
    years = rows["date"].dt.year.astype("Int64")
    if "year" in rows:
        years = years.fillna(rows["year"].astype("Int64"))
    statements = corpus.counted().statements
    held = statements[statements["text"].notna()].dropna(subset="symbol").drop_duplicates("symbol")
    return rows.assign(
        delegation=rows["actor"],
        year=years,
        interventions=1,
        with_symbol=rows["symbol"].notna(),
        restricted=rows["distribution"].str.contains(RESTRICTED, na=False),
        text_held=rows["symbol"].isin(held["symbol"]),
        language=rows["symbol"].map(held.set_index("symbol")["language"]).astype("str"),
    )


def _counted(column: pd.Series) -> str:
    counts = column.value_counts()
    return ", ".join(f"{value} {count}" for value, count in counts.items())
