"""Lines over time: one for each term or side, with intervals, named at their ends."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, drawing, finish, no_rows
from osce_analysis.charts.palette import Look, looks
from osce_analysis.charts.tables import Measure, expect, measure, plotted, sides
from osce_analysis.charts.times import STRETCHES, TIMES, Steps, steps

MOST_LINES = 6
_LABELS = 0.35  # of the width, at most
_HEIGHT = 0.6  # of the width, at most 90 mm


@drawing
def trend(table: pd.DataFrame, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw rates or shares over time, a line for each term and group.

    A step without a value breaks the line; nothing is drawn across it. Stretches of time, such as
    before and since an event, are dots with nothing between them. At most six lines are drawn, those
    with the most hits, fewer where many steps stand in a narrow chart.

    Parameters
    ----------
    table : DataFrame
        A result of `terms.trend`, or of `terms.frequency` or `citations.most_cited` with a column of
        time (`year`, `quarter`, `month` or `date`) among those of `by`.
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
    >>> table = pd.DataFrame({"year": [2020, 2021], "term": ["peace", "peace"], "count": [3, 5], "rate": [0.3, 0.5]})
    >>> trend(table).drawn.alt
    'Line chart from 2020 to 2021; vertical axis: per 1,000 tokens. peace: first 0.3, last 0.5, highest 0.5 in 2021.'
    """
    makers = "terms.trend, or terms.frequency or citations.most_cited by time"
    expect(table, "trend", makers, (*TIMES, STRETCHES), ["term", "instrument"], ["rate", "share"])
    value = measure(table)
    whole = plotted(table, value)
    time = next(column for column in (*TIMES, STRETCHES) if column in table)
    frame = whole[whole[time].notna() & whole["value"].notna()]
    if frame.empty:
        return no_rows("Line chart", table, notes.note(value.counted, table.attrs), width=width, note=note)
    every = steps(whole[time].dropna() if time == STRETCHES else frame[time])
    frame, found, total = _lines(frame, every, width)
    undated = notes.not_shown(len(table), int(table[time].notna().sum()), "rows")
    left_out = (notes.not_shown(total, len(found), "lines"), undated)
    text = notes.note(value.counted, table.attrs, *left_out, intervals=bool(frame["low"].notna().any()))
    height = min(width * _HEIGHT, 90.0)
    axis = _axis(frame, found, value, width)
    chart, axes = canvas(width, height, text if note else "")
    joined = time != STRETCHES
    _draw(axes, frame, found, width, joined=joined)
    ticks = every.ticks(width * 0.5, all_named=not joined)
    axes.set_xticks(list(ticks), list(ticks.values()), fontsize=theme.TEXT if joined else theme.SMALL)
    axes.set_ylabel(axis)
    _name_lines(axes, frame, found, height - 12, width * _LABELS)
    return finish(
        chart, Drawn(frame, text, _alt(frame, found, axis, "Line chart" if joined else "Dot plot")), note=note
    )


def _lines(frame: pd.DataFrame, every: Steps, width: float) -> tuple[pd.DataFrame, dict[str, Look], int]:
    """Rows with `line` and `x`, the looks of the largest lines, and how many lines there were."""
    label = "term" if "term" in frame else "instrument"
    groups = [column for column in sides(frame, label) if column not in (*TIMES, STRETCHES)]
    columns = groups if groups and frame[label].nunique() == 1 else [*groups, label]
    frame = frame.assign(
        line=labels.names(labels.with_titles(frame, width=width * _LABELS, lines=2), columns),
        first=frame[columns[0]].astype(object),
        x=every.at.reindex(frame.index),
        period=every.at.reindex(frame.index).map(every.every),
    ).sort_values("x", kind="stable")
    weight = frame.groupby("line")["count" if "count" in frame else "value"].sum()
    order = weight.sort_values(ascending=False, kind="stable").index
    kept = list(order[: _room(frame["x"].nunique(), width)])
    frame = frame[frame["line"].isin(kept)]
    first = dict(zip(frame["line"], frame["first"], strict=True))
    actors = columns[0] in labels.ACTOR_COLUMNS and len(columns) == 1
    found = looks([str(first[line]) if actors else line for line in kept], actors=actors)
    return frame.drop(columns="first"), dict(zip(kept, found.values(), strict=True)), len(order)


def _room(periods: int, width: float) -> int:
    """How many lines can be told apart: six, and fewer where there are many periods to a narrow chart."""
    return max(2, min(MOST_LINES, int(1.5 * width / periods)))


def _draw(axes: Axes, frame: pd.DataFrame, found: dict[str, Look], width: float, *, joined: bool) -> None:
    """A line, its markers and its whiskers for each of `found`; the lines stand a little apart."""
    step = 0.5 / max(len(found), 4)
    size = min(3.5, max(1.5, 0.6 * width / frame["x"].nunique() / theme.POINT))
    for place, (line, look) in enumerate(found.items()):
        rows = frame[frame["line"] == line].set_index("x").sort_index()
        every = rows["value"].reindex(range(rows.index.min(), rows.index.max() + 1))
        shift = (place - (len(found) - 1) / 2) * step
        axes.vlines(rows.index + shift, rows["low"], rows["high"], color=look.colour, linewidth=0.5)
        axes.plot(
            every.index + shift,
            every.to_numpy(),
            color=look.colour,
            marker=look.marker,
            linestyle="-" if joined else "none",
            label=line,
            markersize=size,
            clip_on=False,
        )
    if not joined:
        axes.set_xlim(frame["x"].min() - 0.5, frame["x"].max() + 0.5)
    axes.set_ylim(bottom=0)
    axes.yaxis.set_major_locator(MaxNLocator(5))


def _axis(frame: pd.DataFrame, found: dict[str, Look], value: Measure, width: float) -> str:
    """The unit, after the one term or instrument that all lines show."""
    label = "term" if "term" in frame else "instrument"
    alone = labels.alone(frame, label, width)
    return value.axis_of(alone) if frame[label].nunique() == 1 and alone not in found else value.axis


def _name_lines(axes: Axes, frame: pd.DataFrame, found: dict[str, Look], height: float, width: float) -> None:
    """Each line's name right of its last point, moved up or down so that none touches another."""
    top = axes.get_ylim()[1]
    texts = {line: labels.wrap(line, width, theme.TEXT) for line in found}
    last = frame.groupby("line")["value"].last()
    wanted = sorted(found, key=lambda line: float(last[line]))
    tall = [len(texts[line]) * theme.line(theme.TEXT) * 1.1 / height for line in wanted]
    places = spread([float(last[line]) / top for line in wanted], tall)
    for line, place in zip(wanted, places, strict=True):
        look = found[line]
        axes.plot(1.03, place, color=look.colour, marker=look.marker, transform=axes.transAxes, clip_on=False)
        axes.text(
            1.06, place, "\n".join(texts[line]), va="center", linespacing=1.05, transform=axes.transAxes
        )


def spread(wanted: list[float], tall: list[float]) -> list[float]:
    """Places near those wanted (ascending, 0 to 1) at which blocks `tall` high do not overlap.

    Blocks that touch move as one, to the middle of what its members want; none goes below 0
    or above 1 unless they need more room than there is.

    Examples
    --------
    >>> [round(place, 2) for place in spread([0.5, 0.5, 1.0], [0.2, 0.2, 0.2])]
    [0.4, 0.6, 0.9]
    """
    blocks: list[list[int]] = []
    for i in range(len(wanted)):
        blocks.append([i])
        while len(blocks) > 1 and _foot(blocks[-1], wanted, tall) < _head(blocks[-2], wanted, tall) - 1e-9:
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    places = []
    for block in blocks:
        foot = _foot(block, wanted, tall)
        for i in block:
            places.append(foot + tall[i] / 2)
            foot += tall[i]
    return places


def _foot(block: list[int], wanted: list[float], tall: list[float]) -> float:
    """Where a block of touching labels begins: nearest to what its members want, within 0 and 1."""
    feet, below = [], 0.0
    for i in block:
        feet.append(wanted[i] - tall[i] / 2 - below)
        below += tall[i]
    return max(min(sum(feet) / len(feet), 1 - below), 0.0)


def _head(block: list[int], wanted: list[float], tall: list[float]) -> float:
    """Where a block of touching labels ends."""
    return _foot(block, wanted, tall) + sum(tall[i] for i in block)


def _alt(frame: pd.DataFrame, found: dict[str, Look], axis: str, kind: str) -> str:
    """Kind, axes, and three numbers of the first line: first, last and highest."""
    line = next(iter(found))
    rows = frame[frame["line"] == line]
    highest = rows.sort_values("value", ascending=False, kind="stable").iloc[0]
    others = f" Other lines: {', '.join(list(found)[1:])}." if len(found) > 1 else ""
    periods = frame.sort_values("x")["period"]
    return (
        f"{kind} from {periods.iloc[0]} to {periods.iloc[-1]}; vertical axis: {axis}. "
        f"{line}: first {notes.number(rows['value'].iloc[0])}, last {notes.number(rows['value'].iloc[-1])}, "
        f"highest {notes.number(highest['value'])} in {highest['period']}.{others}"
    )
