"""Corrections that a person made to the tables, applied at each load and counted."""

from __future__ import annotations

import pandas as pd

from osce_analysis.corpus.corpus import Corpus
from osce_analysis.corpus.schema import BOOLEAN, DATE, TABLES, conform

# The columns whose values, joined by "|", are the `key` of a row.
KEYS = {
    "statements": ("statement_id",),
    "paragraphs": ("statement_id", "paragraph"),
    "signatories": ("statement_id", "actor", "role"),
    "interventions": ("intervention_id", "actor"),
    "citations": ("citation_id",),
    "cues": ("citation_id", "cue"),
}
# Offsets count in these, so that they are mended in the file itself.
FIXED = ("front", "text", "closing", "statement_id", "citation_id", "start", "end")


def corrected(corpus: Corpus, corrections: pd.DataFrame) -> Corpus:
    """A corpus with each correction applied; one that cannot be has a row in `problems`.

    Parameters
    ----------
    corrections : DataFrame
        Columns table, key (the values of `KEYS` joined by "|"), column, value (empty: missing).

    Raises
    ------
    ValueError
        Where one of the four columns is not there.
    """
    missing = [name for name in ("table", "key", "column", "value") if name not in corrections.columns]
    if missing:
        raise ValueError(
            f"The corrections have no column {missing[0]!r}: they need table, key, column, value."
        )
    tables = {name: getattr(corpus, name) for name in KEYS}
    faults: list[str] = []
    applied = 0
    for row in corrections.to_dict("records"):
        fault = _apply(tables, str(row["table"]), str(row["key"]), str(row["column"]), row["value"])
        applied += fault is None
        faults += [fault] if fault is not None else []
    problems = pd.DataFrame(
        [
            {"source": "corrections", "step": "load", "problem": fault, "severity": "warning"}
            for fault in faults
        ]
    )
    if faults:
        tables["problems"] = conform(pd.concat([corpus.problems, problems], ignore_index=True), "problems")
    return corpus.replace(**tables, corrections=corpus.corrections + applied)


def _apply(tables: dict[str, pd.DataFrame], table: str, key: str, column: str, value: object) -> str | None:
    """Change one cell in place of its table; the sentence that says why not, or None."""
    if table not in KEYS:
        return f"There is no table {table!r} to correct: tables are {', '.join(KEYS)}."
    frame = tables[table]
    if column in FIXED or column not in frame.columns:
        return f"{table}.{column} cannot be corrected: mend the file itself, or name another column."
    keys = frame[list(KEYS[table])].astype("str").agg("|".join, axis=1)
    rows = keys == key
    if not rows.any():
        return f"No row of {table} has the key {key!r} that a correction names."
    cell = _cast(value, TABLES[table][column].dtype if column in TABLES[table] else "str")
    if isinstance(cell, ValueError):
        return f"The correction of {table}.{column} for {key!r} does not fit: {cell}."
    tables[table] = _follow(frame.assign(**{column: frame[column].mask(rows, cell)}), table, column, rows)
    return None


def _follow(frame: pd.DataFrame, table: str, column: str, rows: pd.Series) -> pd.DataFrame:
    """A corrected day moves the columns that are derived from it."""
    if table == "statements" and column in ("delivered", "issued"):
        frame = frame.assign(date=frame["date"].mask(rows, frame["delivered"].fillna(frame["issued"])))
        column = "date"
    if table == "statements" and column == "date":
        frame = frame.assign(year=frame["year"].mask(rows, frame["date"].dt.year.astype("Int64")))
    return conform(frame, table)


def _cast(value: object, dtype: str) -> object:
    if pd.isna(value) or value == "":  # type: ignore[call-overload]
        return False if dtype == BOOLEAN else pd.NaT if dtype == DATE else None
    try:
        if dtype == BOOLEAN:
            return str(value).strip().lower() in ("true", "1", "yes")
        if dtype == DATE:
            return pd.Timestamp(str(value))
        return int(str(value)) if dtype == "Int64" else str(value)
    except ValueError as error:
        return error
