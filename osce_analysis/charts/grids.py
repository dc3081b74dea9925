"""Who aligns when: a row for each State, a cell for each year, and nothing drawn from one cell to the next."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.collections import PatchCollection
from matplotlib.colors import Normalize
from matplotlib.patches import Rectangle

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, finish, no_rows
from osce_analysis.charts.times import Steps, steps

MOST_ROWS = 40
_ROW, _LARGEST, _NARROW, _BESIDE, _AROUND = 3.4, 9.0, 2.2, 13.0, 19.0  # millimetres
_SHADES = "Blues"
_DARK = 0.25  # the share from which on a cell is hatched in white


def over_time(table: pd.DataFrame, time: str, what: str, *, few: int, width: float, note: bool) -> Chart:
    """Draw a table of `cosignatories.alignment` by time as a matrix; see `dot_plots.alignment`."""
    known = table[table[time].notna() & (table["occasions"] > 0)].reset_index(drop=True)
    undated = notes.not_shown(len(table), len(known), "rows")
    if known.empty:
        return no_rows(
            "Heat map", table, notes.note(what, table.attrs, undated, intervals=False), width=width, note=note
        )
    totals = known.groupby("actor", sort=False)[["statements", "occasions"]].sum()
    totals = totals.assign(share=totals["statements"] / totals["occasions"]).sort_values(
        ["share", "occasions"], ascending=False, kind="stable"
    )
    kept = totals[:MOST_ROWS]
    names = [labels.name(code, "actor") for code in kept.index]
    room = width - 4 - _BESIDE - max(labels.text_width(name, theme.SMALL) for name in names)
    every = steps(known[time])
    gaps = room / len(every.every) >= _NARROW
    every = every if gaps else every.without_gaps()
    cell = min(_LARGEST, room / len(every.every))
    upright = not gaps and cell >= _NARROW  # each column has its name
    below = 0 if not upright else max(labels.text_width(name, theme.SMALL) for name in every.every.values())
    frame = known.assign(x=every.at, few=known["occasions"] < few)
    frame = frame[frame["actor"].isin(kept.index)].reset_index(drop=True)
    text = notes.note(
        what,
        table.attrs,
        "Above: occasions, the most that a State had" if cell >= _NARROW else "",
        "Blank: none" if gaps else f"Only a {time} with an occasion has a place",
        f"Hatched: fewer than {few} occasions, too few to compare" if frame["few"].any() else "",
        notes.not_shown(len(totals), len(kept), "States"),
        undated,
        intervals=False,
    )
    chart, axes = canvas(width, len(kept) * _ROW + _AROUND + below, text if note else "")
    _draw(axes, frame, list(kept.index), every, cell, upright=upright)
    axes.set_yticks(np.arange(len(names)) + 0.5, names, fontsize=theme.SMALL)
    for place, row in enumerate(kept.itertuples()):
        axes.text(
            1 + 1.5 / (cell * len(every.every)), place + 0.5, f"{row.statements:,} of {row.occasions:,}",
            transform=axes.get_yaxis_transform(), va="center", fontsize=theme.SMALL,
        )  # fmt: skip
    axes.set_box_aspect(len(kept) * _ROW / (cell * len(every.every)))
    axes.set_anchor("W")
    bar = chart.colorbar(
        ScalarMappable(Normalize(0, 100), _SHADES),
        ax=axes,
        location="bottom",
        shrink=0.6,
        aspect=30,
        pad=0.02,
    )
    bar.set_label("% of occasions")
    bar.outline.set_visible(False)
    return finish(chart, Drawn(frame, text, _alt(frame, kept, every)), note=note)


def _draw(
    axes: Axes, frame: pd.DataFrame, actors: list[str], every: Steps, cell: float, *, upright: bool
) -> None:
    """Cells shaded by share and outlined, hatched where they rest on few occasions; the occasions above them."""
    first = next(iter(every.every))
    down = frame["actor"].map({code: place for place, code in enumerate(actors)})
    squares = [Rectangle((x - first, y), 1, 1) for x, y in zip(frame["x"], down, strict=True)]
    cells = PatchCollection(
        squares, cmap=_SHADES, norm=Normalize(0, 100), edgecolor=theme.FAINT, linewidth=0.3
    )
    cells.set_array(frame["share"].astype(float).to_numpy() * 100)
    axes.add_collection(cells)
    for colour, here in (("white", frame["share"] >= _DARK), (theme.GREY, frame["share"] < _DARK)):
        hatched = [square for square, few in zip(squares, frame["few"] & here, strict=True) if few]
        axes.add_collection(
            PatchCollection(
                hatched, facecolor="none", edgecolor=theme.FAINT, hatch="////////", hatchcolor=colour,
                linewidth=0.3,
            )
        )  # fmt: skip
    axes.set(xlim=(0, len(every.every)), ylim=(len(actors), 0))
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    ticks = every.every if upright else every.ticks(cell * len(every.every) * 0.8)
    axes.set_xticks(
        [place - first + 0.5 for place in ticks], list(ticks.values()), fontsize=theme.SMALL,
        rotation=90 if upright else 0,
    )  # fmt: skip
    if cell < _NARROW:
        return
    most = frame.groupby("x")["occasions"].max()
    turned = max(labels.text_width(f"{n:,}", theme.SMALL) for n in most) > cell - 0.6
    for x, occasions in most.items():
        axes.annotate(
            f"{occasions:,}", (float(str(x)) - first + 0.5, 0), (0, 2), textcoords="offset points", ha="center",
            va="bottom", fontsize=theme.SMALL, rotation=90 if turned else 0,
        )  # fmt: skip


def _alt(frame: pd.DataFrame, kept: pd.DataFrame, every: Steps) -> str:
    """Kind, axes, the three who align most, and on how many occasions the cells rest."""
    most = [
        f"{labels.name(code, 'actor')} {row.statements:,} of {row.occasions:,}"
        for code, row in zip(kept.index[:3], kept[:3].itertuples(), strict=True)
    ]
    names = list(every.every.values())
    span = f"{names[0]} to {names[-1]}"
    few = f"{int(frame['few'].sum()):,} of {len(frame):,} cells rest on few occasions"
    return (
        f"Heat map of {len(kept):,} States by time, {span}; colour: % of occasions. {'; '.join(most)}. {few}."
    )
