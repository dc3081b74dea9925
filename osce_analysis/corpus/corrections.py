"""Corrections that a person made to the tables, applied at each load and counted."""

from __future__ import annotations

import os
from typing import Any

import numpy as np
import pandas as pd

from osce_analysis.corpus.corpus import Corpus
from osce_analysis.corpus.schema import BOOLEAN, DATE, INTEGER, conform
from osce_analysis.corpus.usertables import table_file

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
COLUMNS = ("table", "key", "column", "value")


def corrected(corpus: Corpus, corrections: pd.DataFrame | str | os.PathLike[str]) -> Corpus:
    """A corpus with each correction applied; one that cannot be has a row in `problems`.

    Parameters
    ----------
    corrections : DataFrame or path
        Columns table, key (the values of `KEYS` joined by "|", as they are before any correction),
        column, value (empty: missing). Of two for one cell the later holds.

    Raises
    ------
    FileNotFoundError, ValueError
        Where the file cannot be read, or one of the four columns is not there.
    """
    rows = corrections if isinstance(corrections, pd.DataFrame) else table_file(corrections)
    missing = [name for name in COLUMNS if name not in rows.columns]
    if missing:
        raise ValueError(
            f"The corrections have no column {missing[0]!r}: they need table, key, column, value."
        )
    asked = set(rows["table"].astype("str"))
    frames = {name: getattr(corpus, name) for name in KEYS if name in asked}
    places = {name: _places(frame, name) for name, frame in frames.items()}
    cells: dict[tuple[str, str], dict[int, object]] = {}
    faults: list[str] = []
    for row in rows[list(COLUMNS)].itertuples(index=False):
        table, key, column = str(row.table), str(row.key), str(row.column)
        fault = _fault(frames, places, table, key, column)
        try:
            cell = None if fault else _cast(row.value, frames[table][column].dtype)
        except ValueError as error:
            fault = f"The correction of {table}.{column} for {key!r} does not fit: {error}."
        if fault:
            faults.append(fault)
        else:
            cells.setdefault((table, column), {}).update(dict.fromkeys(places[table][key], cell))
    for name, frame in frames.items():
        frames[name] = _changed(
            frame, name, {column: new for (table, column), new in cells.items() if table == name}
        )
    if faults:
        frames["problems"] = _with_faults(corpus.problems, faults)
    return corpus.replace(**frames, corrections=corpus.corrections + len(rows) - len(faults))


def _places(frame: pd.DataFrame, table: str) -> dict[str, np.ndarray]:
    """The key of each row -> where the rows with it stand."""
    keys = (
        frame[list(KEYS[table])].astype("str").agg("|".join, axis=1) if len(frame) else pd.Series(dtype="str")
    )
    return {str(key): np.asarray(rows) for key, rows in keys.groupby(keys.to_numpy()).indices.items()}


def _fault(
    frames: dict[str, pd.DataFrame],
    places: dict[str, dict[str, np.ndarray]],
    table: str,
    key: str,
    column: str,
) -> str | None:
    """The sentence that says why a correction cannot be applied, or None."""
    if table not in KEYS:
        return f"There is no table {table!r} to correct: tables are {', '.join(KEYS)}."
    if column in FIXED or column not in frames[table].columns:
        return f"{table}.{column} cannot be corrected: mend the file itself, or name another column."
    if key not in places[table]:
        return f"No row of {table} has the key {key!r} that a correction names."
    return None


def _changed(frame: pd.DataFrame, table: str, cells: dict[str, dict[int, object]]) -> pd.DataFrame:
    """A table with new cells, its columns -> place of the row -> cell; what is derived from them follows."""
    for column, new in cells.items():
        frame = frame.assign(**{column: _put(frame[column], new)})
    if table == "statements":
        day = frame["delivered"].fillna(frame["issued"])  # the year follows in the corpus
        places = {**cells.get("issued", {}), **cells.get("delivered", {})}.keys() - cells.get(
            "date", {}
        ).keys()
        frame = frame.assign(date=_put(frame["date"], {place: day.iloc[place] for place in places}))
    return conform(frame, table)


def _put(column: pd.Series, cells: dict[int, object]) -> pd.Series:
    """A column with new cells at some places, of a wider dtype where one of the user's own does not take them."""
    changed = column.copy()
    try:
        changed.iloc[list(cells)] = list(cells.values())
    except (TypeError, ValueError):
        return pd.Series([cells.get(place, cell) for place, cell in enumerate(column)], index=column.index)
    return changed


def _with_faults(problems: pd.DataFrame, faults: list[str]) -> pd.DataFrame:
    rows = pd.DataFrame({"problem": faults}).assign(source="corrections", step="load", severity="warning")
    return conform(pd.concat([problems, rows], ignore_index=True), "problems")


def _cast(value: Any, dtype: Any) -> Any:
    """A correction's value as a column of that dtype takes it; ValueError where it does not fit."""
    if pd.isna(value) or value == "":
        return False if dtype == BOOLEAN else pd.NaT if dtype == DATE else None
    if dtype == BOOLEAN:
        return str(value).strip().lower() in ("true", "1", "yes")
    if dtype == DATE:
        return pd.Timestamp(str(value))
    if dtype == INTEGER:
        return int(str(value))
    return dtype.type(value) if isinstance(dtype, np.dtype) and dtype.kind in "if" else str(value)
