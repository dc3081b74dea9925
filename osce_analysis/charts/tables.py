"""Which tables a chart takes: what names its rows, its sides and its values."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from osce_analysis.charts.notes import number


@dataclass(frozen=True)
class Measure:
    """A column of values: what was counted, the unit on the axis, and the factor into that unit."""

    column: str
    counted: str
    axis: str
    times: float = 1.0

    def axis_of(self, thing: str) -> str:
        """The axis of a chart that shows one term or instrument alone.

        Examples
        --------
        >>> Measure("share", "Statements that cite", "% of statements").axis_of("HFA-1975")
        'HFA-1975, % of statements'
        """
        return f"{thing}, {self.axis}"


def expect(table: object, chart: str, makers: str, *needed: Sequence[str]) -> None:
    """Refuse a table that lacks a column of one of the groups in `needed`.

    Raises
    ------
    ValueError
        One sentence that names the columns needed, who makes them, and those there are.
    """
    if isinstance(table, pd.DataFrame) and all(any(name in table for name in group) for group in needed):
        return
    wanted = ", ".join(" or ".join(group) for group in needed)
    if isinstance(table, pd.DataFrame):
        there = f"has {', '.join(map(str, table.columns)) or 'none'}"
    else:
        there = f"is a {type(table).__name__}"
    raise ValueError(
        f"{chart} needs the columns {wanted} of a table from {makers}; what it was given {there}."
    )


def measure(table: pd.DataFrame) -> Measure:
    """What a table of `terms.frequency` or `citations.most_cited` holds: rates, or shares in per cent."""
    if "rate" in table:
        axis = f"per {number((table.attrs.get('options') or {}).get('per', 1000))} tokens"
        return Measure("rate", f"Occurrences {axis}", axis)
    return Measure("share", "Statements that cite the instrument", "% of statements", 100.0)


def sides(table: pd.DataFrame, label: str) -> list[str]:
    """The columns of `by`: those that stand before the column `label`."""
    return [str(column) for column in table.columns[: list(table.columns).index(label)]]


def plotted(table: pd.DataFrame, of: Measure) -> pd.DataFrame:
    """The table with `value`, `low` and `high` in the unit of the axis; missing where it has none."""
    columns = {"value": of.column, "low": "low", "high": "high"}
    numbers = {
        name: pd.to_numeric(table[column], errors="coerce").astype(float) * of.times
        for name, column in columns.items()
        if column in table
    }
    return (
        table.reset_index(drop=True)
        .assign(low=float("nan"), high=float("nan"))
        .assign(**{name: values.reset_index(drop=True) for name, values in numbers.items()})
    )


PAIRS = {
    "count": ("Statements that both sign", "statements"),
    "jaccard": ("Jaccard index of statements signed", "Jaccard index"),
    "simpson": ("Simpson index of statements signed", "Simpson index"),
    "cosine": ("Cosine of statements signed", "cosine"),
    "newman": ("Newman weight: shared statements, each over its signatories less one", "Newman weight"),
    "kappa": ("Cohen's kappa", "Cohen's kappa"),
    "pi": ("Scott's pi", "Scott's pi"),
    "instruments": ("Statements that cite both instruments", "statements"),
    "two-mode": ("Who cites which instrument", "statements"),
}


def pair_measure(attrs: Mapping[Hashable, Any]) -> tuple[str, str]:
    """What the values of pairs, or of edges between nodes, are: as a phrase for the note, and for the axis."""
    options = attrs.get("options") or {}
    return PAIRS.get(options.get("measure") or options.get("mode") or "", ("Value of each pair", "value"))
