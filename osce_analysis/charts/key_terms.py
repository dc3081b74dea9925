"""Terms that divide two sides: how strongly, against how many statements carry them."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import LogLocator, MaxNLocator, NullLocator

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, drawing, finish, legend, legend_height, no_rows
from osce_analysis.charts.palette import looks, tint
from osce_analysis.charts.tables import expect

MOST_NAMED = 15
"""Terms of each side that are named at most."""
_NEEDED = [["term"], ["log_ratio"], ["statements_target"], ["statements_reference"]]


@drawing
def keyness(table: pd.DataFrame, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw each term by its log ratio and by how many statements of the side that uses it more hold it.

    The terms named are both strong and widespread; a hollow mark has no hit on the other side.

    Parameters
    ----------
    table : DataFrame
        A result of `terms.keyness` with the measure log_ratio.
    width : float
        Width in millimetres.
    note : bool
        Write the note under the chart; it is in `figure.drawn.note` either way.

    Returns
    -------
    Chart
        A matplotlib Figure with `drawn`: the terms drawn, the note, the alternative text.

    Raises
    ------
    ValueError
        Where the table is of another kind.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "term": ["peace", "war"], "log_ratio": [2.0, -1.5], "statements_target": [9, 2],
    ...     "statements_reference": [3, 8], "count_target": [12, 2], "count_reference": [3, 9],
    ... })
    >>> keyness(table).drawn.alt
    'Scatter of 2 terms by log ratio and statements. target: peace +2. reference: war −1.5.'
    """
    expect(table, "keyness", "terms.keyness", *_NEEDED)
    sides = list(table.attrs.get("sides") or ("target", "reference"))
    names = [labels.name(side, "actor") for side in sides]
    frame = points(table)
    what = f"Log ratio of {names[0]} to {names[1]}{_tested(table)}"
    if frame.empty:
        return no_rows("Scatter of terms", table, notes.note(what, table.attrs), width=width, note=note)
    chosen = strongest(frame, max(4, min(MOST_NAMED, int(width / 8))))
    chart, axes = canvas(
        width,
        min(width * 0.8, 110.0) + legend_height(names, width),
        _note(what, table, frame, len(chosen)) if note else "",
    )
    _draw(axes, frame, names, named=False)
    _frame(axes, frame, names)
    legend(chart, width)
    chart.draw_without_rendering()
    chart.set_layout_engine("none")
    named = _name(axes, frame, chosen)
    _draw(axes, frame[frame["term"].isin(named)], names, named=True)
    text = _note(what, table, frame, len(named))
    return finish(chart, Drawn(frame, text, _alt(frame, chosen, names)), note=note)


def _note(what: str, table: pd.DataFrame, frame: pd.DataFrame, named: int) -> str:
    """The note, with what a hollow mark is and how many terms are named."""
    hollow = "Hollow: no hit on the other side" if frame["alone"].any() else ""
    some = f"{named:,} of {len(frame):,} terms named" if named < len(frame) else ""
    return notes.note(what, table.attrs, hollow, some, intervals=False)


def points(table: pd.DataFrame) -> pd.DataFrame:
    """The terms with the side that leads, its statements, and whether the other side has none of it."""
    leads = table["log_ratio"] > 0
    frame = table.assign(
        side=np.where(leads, "target", "reference"),
        statements=np.where(leads, table["statements_target"], table["statements_reference"]),
        alone=np.where(leads, table["statements_reference"], table["statements_target"]) == 0,
    )
    return frame[frame["log_ratio"].notna() & (frame["statements"] > 0)].reset_index(drop=True)


def strongest(frame: pd.DataFrame, most: int) -> pd.DataFrame:
    """The terms to name: those of each side that are both strong and widespread."""
    weight = frame["log_ratio"].abs() * np.log2(1 + frame["statements"])
    ordered = frame.assign(weight=weight).sort_values(["weight", "term"], ascending=[False, True])
    return ordered.groupby("side", sort=False).head(most)


def _tested(table: pd.DataFrame) -> str:
    """What was asked of a term to be here."""
    options = table.attrs.get("options") or {}
    if (
        options.get("keep") != "reliable"
        or options.get("terms") is not None
        or not options.get("permutations")
    ):
        return ""
    return "; terms with p < .05 (permutation of statements, maxT) in at least three statements of two delegations"


def _draw(axes: Axes, frame: pd.DataFrame, names: list[str], *, named: bool) -> None:
    """A mark for each term, paler where it has no name."""
    for side, look in zip(("target", "reference"), looks(names, actors=False).values(), strict=True):
        colour = look.colour if named else tint(look.colour, 0.6)
        for alone, rows in frame[frame["side"] == side].groupby("alone"):
            axes.scatter(
                rows["log_ratio"],
                rows["statements"],
                s=9 if named else 5,
                marker=look.marker,
                facecolor="white" if alone else colour,
                edgecolor=colour,
                linewidth=0.6,
                zorder=3 if named else 2,
            )


def _frame(axes: Axes, frame: pd.DataFrame, names: list[str]) -> None:
    """The axes: zero, the sides on either hand, and statements on a scale of ratios."""
    for name, look in looks(names, actors=False).items():
        axes.scatter([], [], s=9, marker=look.marker, color=look.colour, label=name)
    axes.axvline(0, color=theme.INK, linewidth=0.5, zorder=1)
    axes.set_yscale("log")
    axes.yaxis.set_minor_locator(NullLocator())
    ticks = _ticks(float(frame["statements"].min()), float(frame["statements"].max()))
    axes.set_yticks(ticks, [f"{tick:,}" for tick in ticks])
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.margins(x=0.12, y=0.08)
    label = f"Log ratio (← {names[1]} | {names[0]} →)"
    room = axes.get_figure().get_figwidth() / theme.MM - 18  # type: ignore[union-attr]
    axes.set_xlabel("\n".join(labels.wrap(label, room, theme.TEXT)))
    axes.set_ylabel("Statements that hold the term")


def _ticks(low: float, high: float) -> list[int]:
    """Whole numbers on a scale of ratios: 1, 2, 5 and their tens, or those between where the range is narrow.

    Examples
    --------
    >>> _ticks(3, 150), _ticks(12, 19)
    ([5, 10, 20, 50, 100], [12, 14, 17, 19])
    """
    ticks = [int(tick) for tick in LogLocator(subs=(1, 2, 5)).tick_values(low, high) if low <= tick <= high]
    few = np.linspace(low, high, 4).round().astype(int).tolist()
    return ticks if 2 <= len(ticks) <= 7 else sorted(set(few))


def _name(axes: Axes, frame: pd.DataFrame, chosen: pd.DataFrame) -> list[str]:
    """Write the terms where they overlap neither one another nor a mark; those for which there was room."""
    from textalloc import allocate

    terms = chosen["term"].tolist()
    _, _, texts, _ = allocate(
        axes,
        chosen["log_ratio"].to_numpy(),
        chosen["statements"].to_numpy(),
        terms,
        x_scatter=frame["log_ratio"].to_numpy(),
        y_scatter=frame["statements"].to_numpy(),
        textsize=theme.SMALL,
        min_distance=0.01,
        max_distance=0.1,
        avoid_label_lines_overlap=True,
        avoid_crossing_label_lines=True,
        margin=0.004,
        linecolor=theme.GREY,
        linewidth=0.4,
        draw_all=False,
    )
    return [term for term, text in zip(terms, texts, strict=True) if text is not None]


def _alt(frame: pd.DataFrame, chosen: pd.DataFrame, names: list[str]) -> str:
    """Kind, axes, and the three terms of each side that matter most."""
    said = []
    for side, name in zip(("target", "reference"), names, strict=True):
        rows = chosen[chosen["side"] == side].head(3)
        terms = [
            f"{term} {'+' if ratio > 0 else ''}{notes.number(ratio)}"
            for term, ratio in zip(rows["term"], rows["log_ratio"], strict=True)
        ]
        said.append(f"{name}: {', '.join(terms) or 'none'}.")
    return f"Scatter of {len(frame):,} terms by log ratio and statements. {' '.join(said)}"
