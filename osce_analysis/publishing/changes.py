"""What is new since an older export: rows of the data and the statements they stand on."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pandas as pd

from osce_analysis.charts.notes import number

_MOST = 3  # changes named one by one
_SCALES = {"share": (100.0, " %")}


def changes(csv: Path, data: str, record: str) -> str:
    """A sentence on what differs from the files that stand there; nothing where there are none, or nothing differs.

    Parameters
    ----------
    csv : Path
        The older data, its record beside it with the ending .json.
    data, record : str
        The new ones.
    """
    try:
        old, new = (pd.read_csv(source) for source in (csv, io.StringIO(data)))
    except (OSError, ValueError):
        return ""
    if list(old.columns) != list(new.columns):
        return "The older export had other columns."
    said = [_statements(csv.with_suffix(".json"), record), *_rows(old, new, _per(record))]
    return "; ".join(phrase for phrase in said if phrase)


def _statements(old: Path, record: str) -> str:
    """How many statements came or went."""
    try:
        before, after = (
            json.loads(text)["result"]["corpus"]["statements"]
            for text in (old.read_text(encoding="utf-8"), record)
        )
        difference = int(after) - int(before)
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    if difference == 0:
        return ""
    plural = "" if abs(difference) == 1 else "s"
    return f"{abs(difference):,} statement{plural} {'added' if difference > 0 else 'gone'} since"


def _per(record: str) -> str:
    """The unit of the rates; nothing where it is not told."""
    per = (json.loads(record)["result"].get("options") or {}).get("per")
    return f" per {per:,} tokens" if isinstance(per, (int, float)) else ""


def _rows(old: pd.DataFrame, new: pd.DataFrame, per: str) -> list[str]:
    """Rows that came, went or changed; a row is known by its texts and years."""
    keys = [column for column in map(str, new) if not _measured(old, new, column)]
    values = [column for column in map(str, new) if column not in keys]
    if not keys or old.duplicated(keys).any() or new.duplicated(keys).any():
        return [] if old.equals(new) else [f"{len(old):,} rows before, {len(new):,} now"]
    both = old.astype(dict.fromkeys(keys, str)).merge(
        new.astype(dict.fromkeys(keys, str)), on=keys, how="outer", suffixes=("_old", "_new"), indicator=True
    )
    counted = both["_merge"].value_counts()
    said = [
        f"{counted[side]:,} row{'' if counted[side] == 1 else 's'} {word}"
        for side, word in (("right_only", "new"), ("left_only", "gone"))
        if counted[side]
    ]
    return said + _changed(both[both["_merge"] == "both"], keys, values, per)


def _measured(old: pd.DataFrame, new: pd.DataFrame, column: str) -> bool:
    """Whether a column holds measures: numbers, but no years or periods."""
    return all(pd.api.types.is_numeric_dtype(frame[column]) for frame in (old, new)) and column not in {
        "year", "period", "paragraph",
    }  # fmt: skip


def _changed(both: pd.DataFrame, keys: list[str], values: list[str], per: str) -> list[str]:
    """The first measure that differs, in the rows where it moved furthest."""
    for value in [name for name in ("value", "rate", "share", "log_ratio") if name in values] or values:
        times, unit = _SCALES.get(value, (1.0, per if value == "rate" else ""))
        old, new = both[f"{value}_old"] * times, both[f"{value}_new"] * times
        moved = (new - old).abs()
        moved = moved[moved > 0].sort_values(ascending=False, kind="stable")
        if moved.empty:
            continue
        said = [
            f"{_name(both.loc[row, keys])} {number(old[row])} to {number(new[row])}"
            for row in moved.index[:_MOST]
        ]
        more = len(moved) - len(said)
        return [f"{value}: {', '.join(said)}{unit}" + (f" and {more:,} more" if more else "")]
    return []


def _name(cells: pd.Series) -> str:
    """A row by the cells that tell it apart, each once."""
    return " ".join(dict.fromkeys(str(cell) for cell in cells if not pd.isna(cell)))
