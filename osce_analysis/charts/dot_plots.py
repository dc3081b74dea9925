"""Shares as dots with their intervals: who aligns, in which stance, who invokes what the others do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from osce_analysis.charts import grids, labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, drawing, finish, legend, legend_height, no_rows
from osce_analysis.charts.palette import Look, looks
from osce_analysis.charts.tables import expect, sides
from osce_analysis.charts.times import TIMES

MOST_ROWS, MOST_SIDES = 40, 4
FEW = 10
"""Below so many occasions a dot is hollow."""
_ROW, _SHIFT = 3.6, 1.1
_LABELS = 0.42  # of the width, at most


@dataclass(frozen=True)
class _Dots:
    """What is drawn: rows with key, side, value, low, high, hollow and `beside` (written at the end)."""

    rows: pd.DataFrame
    order: Sequence[str]
    sides: dict[str, Look]
    axis: str


@drawing
def alignment(table: pd.DataFrame, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw how often each State aligns, with intervals; hollow where there were fewer than ten occasions.

    Over time it is a matrix of States and years instead, each cell by itself: shaded by share, blank where there was
    no occasion, hatched where there were fewer than ten.

    Parameters
    ----------
    table : DataFrame
        A result of `cosignatories.alignment`; with a column of `by` beside the actors each pair is a row, but for
        year, quarter, month and date.
    width : float
        Width in millimetres.
    note : bool
        Write the note under the chart; it is in `figure.drawn.note` either way.

    Returns
    -------
    Chart
        A matplotlib Figure with `drawn`: the rows drawn, the note, the alternative text.

    Raises
    ------
    ValueError
        Where the table is of another kind.

    Examples
    --------
    >>> table = pd.DataFrame({"actor": ["MNE", "TUR"], "statements": [33, 2], "occasions": [33, 9]})
    >>> alignment(table.assign(share=[1.0, 0.2], low=0.1, high=1.0)).drawn.alt
    'Dot plot of 2 rows; horizontal axis: % of occasions. Montenegro 100; Türkiye 20.'
    """
    needed: list[list[str]] = [["actor"], ["occasions"], ["share"], ["low"], ["high"]]
    expect(table, "alignment", "cosignatories.alignment", *needed)
    with_ = labels.name(table.attrs.get("with_", "the deliverer"), "actor")
    what = f"Share of occasions on which a State aligned with {with_}"
    groups = sides(table, "actor")
    if len(groups) == 1 and groups[0] in TIMES:
        return grids.over_time(table, groups[0], what, few=FEW, width=width, note=note)
    frame = _percent(table).assign(
        key=labels.names(table, [*groups, "actor"]),
        hollow=table["occasions"] < FEW,
        beside=[
            f"{held:,} of {of:,}" for held, of in zip(table["statements"], table["occasions"], strict=True)
        ],
    )
    hollow = f"Hollow: fewer than {FEW} occasions" if frame["hollow"].any() else ""
    return _drawn(table, frame, what, "% of occasions", [hollow], width=width, note=note)


@drawing
def stances(table: pd.DataFrame, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw in which stances instruments are invoked, by at most four groups.

    The note carries how far people agreed on the labels, or says that this was not measured.

    Parameters
    ----------
    table : DataFrame
        A result of `citations.stances`.
    width : float
        Width in millimetres.
    note : bool
        Write the note under the chart; it is in `figure.drawn.note` either way.

    Returns
    -------
    Chart
        A matplotlib Figure with `drawn`: the rows drawn, the note, the alternative text.

    Raises
    ------
    ValueError
        Where the table is of another kind.

    Examples
    --------
    >>> table = pd.DataFrame({"stance": ["recall", "accuse"], "count": [4, 1], "share": [0.8, 0.2]})
    >>> stances(table.assign(low=0.1, high=0.9)).drawn.note[-53:]
    'Labels by cue words, not checked by people labelling.'
    """
    needed: list[list[str]] = [["stance"], ["share"], ["low"], ["high"]]
    expect(table, "stances", "citations.stances", *needed)
    groups = sides(table, "stance")
    frame = _percent(table).assign(
        key=table["stance"].astype("str"),
        side=labels.names(table, groups) if groups else "",
        code=table[groups[0]].astype(object) if groups else "",
    )
    what = "Share of citing statements with a citation in this stance"
    said = [_validation(table.attrs.get("validation"))]
    return _drawn(table, frame, what, "% of statements that cite", said, width=width, note=note)


@drawing
def association(table: pd.DataFrame, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw who invokes what more, or less, than all others: differences of shares with intervals.

    Drawn are the pairs with p_adjusted below .05 that differ most; without any, the chart says so.

    Parameters
    ----------
    table : DataFrame
        A result of `citations.association`.
    width : float
        Width in millimetres.
    note : bool
        Write the note under the chart; it is in `figure.drawn.note` either way.

    Returns
    -------
    Chart
        A matplotlib Figure with `drawn`: the rows drawn, the note, the alternative text.

    Raises
    ------
    ValueError
        Where the table is of another kind.

    Examples
    --------
    >>> table = pd.DataFrame({"delegation": ["CHE"], "instrument": ["HFA-1975"], "value": [0.4], "p_adjusted": [0.01]})
    >>> association(table.assign(low=0.2, high=0.5)).drawn.alt
    'Dot plot of 1 rows; horizontal axis: points of share more than others. Switzerland, HFA-1975 40.'
    """
    needed: list[list[str]] = [["instrument"], ["value"], ["low"], ["high"], ["p_adjusted"]]
    expect(table, "association", "citations.association", *needed)
    significant = table[table["p_adjusted"] < 0.05]
    most = significant.reindex(significant["value"].abs().sort_values(ascending=False, kind="stable").index)
    named = labels.with_titles(most, width=theme.SINGLE * _LABELS, lines=2)
    frame = _percent(most, "value").assign(
        key=labels.names(named, [*sides(most, "instrument"), "instrument"])
    )
    correction = (table.attrs.get("options") or {}).get("correction")
    what = (
        f"Share of statements citing an instrument, less that of all others; p < .05 (Fisher, {correction})"
    )
    axis = "points of share more than others"
    left = f"{len(significant):,} of {len(table):,} pairs differ" if len(table) else ""
    return _drawn(table, frame[:MOST_ROWS], what, axis, [left], width=width, note=note)


def _percent(table: pd.DataFrame, value: str = "share") -> pd.DataFrame:
    """value, low and high in per cent, with the columns that `_drawn` takes where a chart sets none."""
    numbers = {
        name: pd.to_numeric(table[column], errors="coerce").astype(float) * 100
        for name, column in (("value", value), ("low", "low"), ("high", "high"))
    }
    return table.assign(**numbers, side="", code="", hollow=False, beside="")


def _validation(found: object) -> str:
    """What is known of the labels."""
    if not isinstance(found, dict):
        return "Labels by cue words, not checked by people labelling"
    alpha = found["alpha"]
    bounds = f"{alpha['low']:.2f} to {alpha['high']:.2f}"
    return (
        f"Two people labelled {found['n']:,} citations: Krippendorff's alpha {alpha['value']:.2f} ({bounds})"
    )


def _drawn(
    table: pd.DataFrame,
    frame: pd.DataFrame,
    what: str,
    axis: str,
    said: Sequence[str],
    *,
    width: float,
    note: bool,
) -> Chart:
    """The chart of some rows, largest first."""
    frame = frame.dropna(subset=["value"]).reset_index(drop=True)
    if frame.empty:
        return no_rows("Dot plot", table, notes.note(what, table.attrs, *said), width=width, note=note)
    weight = frame.groupby("side", sort=False)["statements" if "statements" in frame else "value"].sum()
    kept_sides = list(weight.sort_values(ascending=False, kind="stable").index[:MOST_SIDES])
    ranked = frame[frame["side"].isin(kept_sides)].groupby("key", sort=False)["value"].max()
    order = list(ranked.sort_values(ascending=False, kind="stable").index)
    kept = frame[frame["side"].isin(kept_sides) & frame["key"].isin(order[:MOST_ROWS])]
    left_out = (
        notes.not_shown(len(order), min(len(order), MOST_ROWS), "rows"),
        notes.not_shown(len(weight), len(kept_sides), "groups"),
    )
    text = notes.note(what, table.attrs, *said, *left_out, intervals=bool(kept["low"].notna().any()))
    dots = _Dots(kept, order[:MOST_ROWS], _looks(kept, kept_sides), axis)
    wrapped = [labels.wrap(key, width * _LABELS, theme.TEXT) for key in dots.order]
    row = max(_ROW, len(kept_sides) * _SHIFT + 1.6)
    height = sum(max(row, len(lines) * theme.line(theme.TEXT) + 0.8) for lines in wrapped)
    chart, axes = canvas(width, height + 10 + legend_height(kept_sides, width), text if note else "")
    _draw(axes, dots, [len(lines) for lines in wrapped], row)
    axes.set_yticks(axes.get_yticks(), ["\n".join(lines) for lines in wrapped])
    if len(kept_sides) > 1:
        legend(chart, width)
    return finish(chart, Drawn(kept, text, _alt(dots)), note=note)


def _looks(frame: pd.DataFrame, kept: Sequence[str]) -> dict[str, Look]:
    """The look of each side: an actor's own, or the accent where there is one side."""
    if list(kept) == [""]:
        return {"": Look(theme.ACCENT, "o", "")}
    codes = dict(zip(frame["side"], frame["code"], strict=True))
    found = looks([str(codes[side]) for side in kept], actors=True)
    return dict(zip(kept, found.values(), strict=True))


def _draw(axes: Axes, dots: _Dots, lines: Sequence[int], row: float) -> None:
    """Dots from the top, a line for each interval, and what stands beside them."""
    heights = [max(row, count * theme.line(theme.TEXT) + 0.8) for count in lines]
    centres = [sum(heights[:place]) + height / 2 for place, height in enumerate(heights)]
    at = dict(zip(dots.order, centres, strict=True))
    for place, (side, look) in enumerate(dots.sides.items()):
        rows = dots.rows[dots.rows["side"] == side]
        y = rows["key"].map(at).astype(float) + (place - (len(dots.sides) - 1) / 2) * _SHIFT
        axes.hlines(y, rows["low"], rows["high"], color=look.colour, linewidth=0.8, zorder=2)
        colours = ["white" if hollow else look.colour for hollow in rows["hollow"]]
        axes.scatter(
            rows["value"], y, s=12, marker=look.marker, c=colours, edgecolor=look.colour, linewidth=0.8, zorder=3,
            clip_on=False,
        )  # fmt: skip
        axes.scatter([], [], s=12, marker=look.marker, color=look.colour, label=side or None)
        for spot, beside in zip(y, rows["beside"], strict=True):
            axes.text(
                1.06, spot, beside, transform=axes.get_yaxis_transform(), va="center", fontsize=theme.SMALL
            )
    axes.set_ylim(sum(heights), 0)
    axes.set_yticks(centres)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    low = min(0.0, float(dots.rows["low"].min(skipna=True)))
    whole = 100.0 if dots.axis.startswith("%") else 0.0
    axes.set_xlim(low, max(whole, float(dots.rows[["value", "high"]].max(skipna=True).max())))
    axes.axvline(0, color=theme.INK, linewidth=0.5, zorder=1)
    axes.grid(axis="x", color=theme.FAINT, linewidth=0.4, zorder=0)
    axes.set_axisbelow(True)
    axes.xaxis.set_major_locator(MaxNLocator(5))
    axes.set_xlabel(dots.axis)


def _alt(dots: _Dots) -> str:
    """Kind, axis, and the three largest dots."""
    largest = dots.rows.sort_values("value", ascending=False, kind="stable").head(3)
    said = [
        f"{key}{f' ({side})' if side else ''} {notes.number(round(value, 1))}"
        for key, side, value in zip(largest["key"], largest["side"], largest["value"], strict=True)
    ]
    return f"Dot plot of {len(dots.order):,} rows; horizontal axis: {dots.axis}. {'; '.join(said)}."
