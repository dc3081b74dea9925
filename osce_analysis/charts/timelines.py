"""When an instrument enters and leaves: a row for each, a mark for each year in which statements cite it."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, drawing, finish, legend, legend_height, no_rows
from osce_analysis.charts.tables import expect, measure, plotted, sides
from osce_analysis.charts.times import TIMES, Steps, steps

MOST_ROWS = 25
FEW = 10
"""A mark is hollow where there are fewer statements."""
_ROW, _LABELS = 3.8, 0.36  # millimetres, of the width
_LARGEST, _SMALLEST = 34.0, 2.5  # square points


@drawing
def timeline(table: pd.DataFrame, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw when instruments are cited: a row for each, a mark for each year, the larger the more statements cite it.

    At the end of a row stand the first and the last year in which it is cited. A mark is hollow where the year has
    fewer than ten statements; a year without any is grey: nothing is known of it.

    Parameters
    ----------
    table : DataFrame
        A result of `citations.most_cited` by year, quarter or month; the 25 instruments that most statements cite are
        drawn, by the first time that they are cited.
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
        Where the table is of another kind, or is divided by more than time.

    Examples
    --------
    >>> table = pd.DataFrame({"year": [2014, 2016], "instrument": ["HFA-1975"] * 2, "statements": [1, 2]})
    >>> timeline(table.assign(share=[0.5, 1.0])).drawn.alt
    'Timeline of 1 instrument from 2014 to 2016; size of a mark: % of statements. HFA-1975 2014–2016 (2).'
    """
    expect(
        table, "timeline", "citations.most_cited by time", TIMES, ["instrument"], ["share"], ["statements"]
    )
    groups = sides(table, "instrument")
    if len(groups) != 1:
        raise ValueError(
            f"timeline takes a table by time alone; this one is by {', '.join(groups)}: select one of the groups first."
        )
    time = groups[0]
    of = measure(table)
    known = plotted(table[table[time].notna()], of)
    cited = known[known["statements"] > 0]
    undated = notes.not_shown(len(table), len(known), "rows")
    if cited.empty:
        return no_rows(
            "Timeline", table, notes.note(of.counted, table.attrs, undated), width=width, note=note
        )
    every = steps(known[time])
    order = _order(cited.assign(x=every.at))
    size = known["statements"].astype(float) * 100 / known["value"]  # of the year
    frame = known.assign(x=every.at, few=size < FEW)
    frame = frame[frame["instrument"].isin(order)].reset_index(drop=True)
    silent = sorted(set(every.every) - set(every.at))
    text = notes.note(
        f"{of.counted}, by {time}",
        table.attrs,
        f"At the end: first and last {time}, and how many it is cited in of {known[time].nunique():,} with statements",
        f"Hollow: fewer than {FEW} statements" if frame["few"].any() else "",
        "Grey: no statements" if silent else "",
        notes.not_shown(cited["instrument"].nunique(), len(order), "instruments, those that most cite,"),
        undated,
        intervals=False,
    )
    rows = _rows(frame, order, width)
    top = float(frame["value"].where(~frame["few"]).max())
    top = float(frame["value"].max()) if pd.isna(top) or top == 0 else top
    sizes = {f"{share:.0f} % of statements": share for share in _examples(top)}
    heights = [max(_ROW, len(lines) * theme.line(theme.TEXT) + 0.8) for lines in rows]
    height = sum(heights) + 6 + legend_height(list(sizes), width)
    chart, axes = canvas(width, height, text if note else "")
    _draw(axes, frame, order, heights, every, silent, top)
    axes.set_yticks(axes.get_yticks(), ["\n".join(lines) for lines in rows])
    ticks = every.ticks(width * 0.4)
    axes.set_xticks(list(ticks), list(ticks.values()))
    for name, share in sizes.items():
        axes.scatter([], [], s=_area(share, top), color=theme.ACCENT, linewidth=0, label=name)
    legend(chart, width)
    return finish(chart, Drawn(frame, text, _alt(frame, order, every)), note=note)


def _order(cited: pd.DataFrame) -> list[str]:
    """The instruments that most statements cite, by the first time they are cited."""
    told = cited.groupby("instrument").agg(statements=("statements", "sum"), first=("x", "min")).reset_index()
    most = told.sort_values(["statements", "instrument"], ascending=[False, True])[:MOST_ROWS]
    ranked = most.sort_values(["first", "statements", "instrument"], ascending=[True, False, True])
    return ranked["instrument"].tolist()


def _rows(frame: pd.DataFrame, order: list[str], width: float) -> list[list[str]]:
    """What each instrument is called, in lines that fit."""
    named = labels.with_titles(frame, width=width * _LABELS, lines=2)["instrument"]
    called = dict(zip(frame["instrument"], named, strict=True))
    return [labels.wrap(called[instrument], width * _LABELS, theme.TEXT) for instrument in order]


def _examples(most: float) -> list[float]:
    """Two sizes for the legend: a round share near the largest, and a quarter of it."""
    top = next((share for share in (100, 80, 60, 40, 20, 10, 5, 2) if share <= most), 1)
    return [top / 4, top] if top >= 20 else [top]


def _area(share: float, top: float) -> float:
    """The area of a mark in square points; that of the largest share which rests on enough is the largest."""
    return max(_SMALLEST, _LARGEST * min(share / top, 1))


def _span(rows: pd.DataFrame, every: Steps) -> str:
    """First and last time, and in how many the instrument is cited."""
    there = rows[rows["statements"] > 0]["x"]
    first, last = every.every[there.min()], every.every[there.max()]
    return f"{first}–{last} ({len(there):,})" if len(there) > 1 else first


def _draw(
    axes: Axes,
    frame: pd.DataFrame,
    order: list[str],
    heights: list[float],
    every: Steps,
    silent: list[int],
    top: float,
) -> None:
    """From the top, a line from first to last and a mark for each time; what is not known is grey."""
    centres = [sum(heights[:place]) + height / 2 for place, height in enumerate(heights)]
    for step in silent:
        axes.axvspan(step - 0.5, step + 0.5, color="#eeeeee", linewidth=0, zorder=0)
    for instrument, y in zip(order, centres, strict=True):
        rows = frame[frame["instrument"] == instrument]
        cited = rows[rows["statements"] > 0]
        axes.hlines(y, cited["x"].min(), cited["x"].max(), color=theme.GREY, linewidth=0.6, zorder=1)
        axes.scatter(
            cited["x"], [y] * len(cited), s=[_area(share, top) for share in cited["value"]], edgecolor=theme.ACCENT,
            c=["white" if few else theme.ACCENT for few in cited["few"]], linewidth=0.6, zorder=2, clip_on=False,
        )  # fmt: skip
        axes.text(
            1.02,
            y,
            _span(rows, every),
            transform=axes.get_yaxis_transform(),
            va="center",
            fontsize=theme.SMALL,
        )
    axes.set(xlim=(min(every.every) - 0.5, max(every.every) + 0.5), ylim=(sum(heights), 0))
    axes.set_yticks(centres)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def _alt(frame: pd.DataFrame, order: list[str], every: Steps) -> str:
    """Kind, axes, and the span of the three most cited."""
    counted = frame.groupby("instrument")["statements"].sum().reindex(order)
    most = counted.sort_values(ascending=False, kind="stable").index[:3]
    said = [f"{instrument} {_span(frame[frame['instrument'] == instrument], every)}" for instrument in most]
    names = list(every.every.values())
    count = f"{len(order):,} instrument{'' if len(order) == 1 else 's'}"
    return f"Timeline of {count} from {names[0]} to {names[-1]}; size of a mark: % of statements. {'; '.join(said)}."
