"""Who cites what: groups across, instruments down, the share of each group's statements in each cell."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
import pandas as pd

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.cells import paint
from osce_analysis.charts.figures import Chart, Drawn, canvas, finish, no_rows
from osce_analysis.charts.tables import expect, measure, plotted, sides
from osce_analysis.charts.times import TIMES

MOST_ROWS, MOST_COLUMNS = 25, 40
_CELL, _NUMBERED, _LARGEST, _BAR = 2.35, 4.0, 9.0, 11.0  # millimetres
_LABELS = 0.42  # of the width, at most


def crossing(table: pd.DataFrame, *, width: float, note: bool) -> Chart:
    """Draw a table of `citations.most_cited` with `by` as a heat map; see `matrices.heatmap`."""
    expect(table, "heatmap", "citations.most_cited with by=", ["instrument"], ["share"], ["statements"])
    groups = sides(table, "instrument")
    if not groups:
        raise ValueError(
            'heatmap crosses groups with instruments: make the table with by=, as by="delegation".'
        )
    value, over_time = measure(table), groups[0] in TIMES
    frame = plotted(table, value).assign(group=labels.names(table.reset_index(drop=True), groups))
    frame = frame.dropna(subset=["value"])
    if not (frame["value"] > 0).any():
        return no_rows("Heat map", table, notes.note(value.counted, table.attrs), width=width, note=note)
    cited = frame.groupby("instrument")["statements"].sum().sort_values(ascending=False, kind="stable")
    named = labels.with_titles(frame, width=width * _LABELS, lines=2).set_index(frame["instrument"])[
        "instrument"
    ]
    rows = list(cited[cited > 0].index[:MOST_ROWS])
    wrapped = [
        labels.wrap(named[~named.index.duplicated()][row], width * _LABELS, theme.TEXT) for row in rows
    ]
    room = width - 5 - max(labels.text_width(line, theme.TEXT) for lines in wrapped for line in lines)
    shown, total = _columns(frame, min(MOST_COLUMNS, int(room / _CELL)), in_order=over_time)
    cells = frame.pivot(index="instrument", columns="group", values="value").reindex(
        index=rows, columns=shown
    )
    if not over_time:
        cells = cells[_alike(cells)]
    kept = frame[frame["group"].isin(shown) & frame["instrument"].isin(rows)].reset_index(drop=True)
    text = notes.note(
        value.counted,
        table.attrs,
        notes.not_shown(len(cited), len(rows), "instruments"),
        notes.not_shown(
            total, len(shown), f"groups, {'the latest' if over_time else 'those that cite most'},"
        ),
        "In brackets: statements of the group" if _sizes(table, groups) else "",
        intervals=False,
    )
    chart = _drawn(
        cells, wrapped, _names(cells, _sizes(table, groups)), value.axis, room, width, text if note else ""
    )
    return finish(chart, Drawn(kept, text, _alt(kept, cells, value.axis)), note=note)


def _columns(frame: pd.DataFrame, most: int, *, in_order: bool) -> tuple[list[str], int]:
    """The groups with the most citing statements, or the latest over time; and how many groups there are."""
    citing = frame.groupby("group", sort=False)["statements"].sum()
    ranked = citing[citing > 0].sort_values(ascending=False, kind="stable")
    return list(citing.index[-most:] if in_order else ranked.index[:most]), len(citing)


def _alike(cells: pd.DataFrame) -> list[str]:
    """The columns in an order that brings groups that cite alike together."""
    if cells.shape[1] < 3:
        return list(cells.columns)
    from scipy.cluster.hierarchy import leaves_list, linkage

    tree = linkage(cells.fillna(0.0).to_numpy().T, "average", optimal_ordering=True)
    return [cells.columns[place] for place in leaves_list(tree)]


def _sizes(table: pd.DataFrame, groups: list[str]) -> dict[str, int]:
    """Statements of each group by the name that its column has in the chart, as far as the table tells."""
    sizes = (table.attrs.get("denominators") or {}).get("groups") or {}
    if len(groups) > 1:
        return {}
    return {
        labels.name(None if group == "missing" else group, groups[0]): size for group, size in sizes.items()
    }


def _names(cells: pd.DataFrame, sizes: dict[str, int]) -> list[str]:
    """What stands under the columns: a group and how many statements it has."""
    return [f"{group} ({sizes[group]:,})" if group in sizes else group for group in cells.columns]


def _drawn(
    cells: pd.DataFrame,
    wrapped: list[list[str]],
    names: list[str],
    axis: str,
    room: float,
    width: float,
    text: str,
) -> Chart:
    """The chart: instruments down, most cited first, groups across."""
    cell = min(_LARGEST, room / len(names))
    heights = [max(3.6, len(lines) * theme.line(theme.TEXT) + 0.8) for lines in wrapped]
    below = max(labels.text_width(name, theme.SMALL) for name in names) + 5
    chart, axes = canvas(width, sum(heights) + below + _BAR, text)
    down = [0.0, *accumulate(heights)]
    across = [cell * place for place in range(len(names) + 1)]
    numbers = [[f"{value:.0f}" if value else "" for value in row] for row in cells.to_numpy()]
    paint(axes, cells.to_numpy(), numbers if cell >= _NUMBERED else None, axis, across=across, down=down)
    axes.set_xticks(np.add(across[:-1], cell / 2), names, rotation=90, fontsize=theme.SMALL)
    axes.set_yticks(
        [top + height / 2 for top, height in zip(down, heights, strict=False)],
        ["\n".join(lines) for lines in wrapped],
    )
    axes.set_aspect("equal", anchor="W")
    return chart


def _alt(kept: pd.DataFrame, cells: pd.DataFrame, axis: str) -> str:
    """Kind, size, and the three highest cells."""
    highest = kept.sort_values(["value", "statements"], ascending=False, kind="stable").head(3)
    said = [
        f"{group}, {instrument} {notes.number(round(value, 1))}"
        for group, instrument, value in zip(
            highest["group"], highest["instrument"], highest["value"], strict=True
        )
    ]
    size = f"{len(cells):,} instruments by {cells.shape[1]:,} groups"
    return f"Heat map of {size}; colour: {axis}. {'; '.join(said)}."
