"""Bars with intervals: terms, instruments or groups, one side or several side by side."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, drawing, finish, legend, legend_height, no_rows
from osce_analysis.charts.palette import Look, looks
from osce_analysis.charts.tables import Measure, expect, measure, plotted, sides

MOST_BARS, MOST_SIDES = 25, 4
_BAR, _GAP = 2.6, 1.6
_LABELS = 0.42  # of the width, at most
_ONE_SIDE = Look(theme.ACCENT, "o", "")


@dataclass(frozen=True)
class _Content:
    """Rows to draw (`key`, `side`, `value`, `low`, `high`), and how they are named, from the top."""

    bars: pd.DataFrame
    rows: dict[str, list[str]]
    sides: dict[str, Look]
    axis: str
    noun: str
    left_out: tuple[str, ...]

    def height(self, key: str) -> float:
        """Millimetres that the row takes: its bars or the lines of its label."""
        return max(_BAR * len(self.sides), len(self.rows[key]) * theme.line(theme.TEXT)) + _GAP


@drawing
def bars(table: pd.DataFrame, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw rates or shares as bars, largest first.

    One term or instrument in several groups makes a bar for each group; several of
    them in several groups make bars side by side, at most four groups and 25 bars.

    Parameters
    ----------
    table : DataFrame
        A result of `terms.frequency` or `citations.most_cited`.
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
    >>> table = pd.DataFrame({"term": ["peace", "security"], "count": [3, 5], "rate": [0.3, 0.5]})
    >>> bars(table).drawn.alt
    'Bar chart of 2 terms; horizontal axis: per 1,000 tokens. security 0.5; peace 0.3.'
    """
    expect(
        table, "bars", "terms.frequency or citations.most_cited", ["term", "instrument"], ["rate", "share"]
    )
    value = measure(table)
    frame = plotted(table, value).dropna(subset=["value"])
    if frame.empty:
        return no_rows("Bar chart", table, notes.note(value.counted, table.attrs), width=width, note=note)
    content = _content(frame, value, width)
    text = notes.note(
        value.counted, table.attrs, *content.left_out, intervals=bool(frame["low"].notna().any())
    )
    height = sum(map(content.height, content.rows)) + 9 + legend_height(content.sides, width)
    chart, axes = canvas(width, height, text if note else "")
    _draw(axes, content)
    if len(content.sides) > 1:
        legend(chart, width)
    return finish(chart, Drawn(content.bars, text, _alt(content)), note=note)


def _content(frame: pd.DataFrame, value: Measure, width: float) -> _Content:
    """Tell rows from sides, keep the largest, and put them in order."""
    label = "term" if "term" in frame else "instrument"
    groups = sides(frame, label)
    things = frame[label].unique()
    by_group = bool(groups) and len(things) == 1
    row_columns, side_columns = (groups, []) if by_group else ([label], groups)
    frame = frame.assign(
        key=labels.names(frame, row_columns),
        side=labels.names(frame, side_columns) if side_columns else "",
        code=frame[side_columns[0]].astype(object) if side_columns else "",
    )
    weight = (
        frame.groupby("side")["count"].sum() if "count" in frame else frame.groupby("side")["value"].sum()
    )
    kept_sides = list(weight.sort_values(ascending=False, kind="stable").index[:MOST_SIDES])
    frame = frame[frame["side"].isin(kept_sides)]
    order = frame.groupby("key", sort=False)["value"].max().sort_values(ascending=False, kind="stable").index
    kept = list(order[: MOST_BARS // len(kept_sides)])
    frame = frame[frame["key"].isin(kept)]
    noun = "groups" if by_group else f"{label}s"
    said = labels.names(labels.with_titles(frame, width=width * _LABELS, lines=3), row_columns)
    rows = {
        key: labels.wrap(text, width * _LABELS, theme.TEXT)
        for key, text in zip(frame["key"], said, strict=True)
    }
    codes = dict(zip(frame["side"], frame["code"], strict=True))
    return _Content(
        bars=frame.drop(columns="code"),
        rows={key: rows[key] for key in kept},
        sides=_looks(kept_sides, codes, side_columns),
        axis=value.axis_of(labels.alone(frame, label, width)) if by_group else value.axis,
        noun=noun if len(kept) > 1 else noun[:-1],
        left_out=(
            notes.not_shown(len(order), len(kept), noun),
            notes.not_shown(len(weight), len(kept_sides), "groups"),
        ),
    )


def _looks(names: list[str], codes: dict[str, object], columns: list[str]) -> dict[str, Look]:
    """The look of each side: the accent where there is one, an actor's own, else by its place."""
    if not columns:
        return {"": _ONE_SIDE}
    actors = columns[0] in labels.ACTOR_COLUMNS
    found = looks([str(codes[name]) for name in names], actors=actors and len(columns) == 1)
    return dict(zip(names, found.values(), strict=True))


def _draw(axes: Axes, content: _Content) -> None:
    """Bars from the top, a whisker on each, and a legend where there is more than one side."""
    top, centres = 0.0, {}
    for key in content.rows:
        centres[key] = top + content.height(key) / 2
        top += content.height(key)
    for place, (side, look) in enumerate(content.sides.items()):
        rows = content.bars[content.bars["side"] == side]
        shift = (place - (len(content.sides) - 1) / 2) * _BAR
        y = rows["key"].map(centres).astype(float) + shift
        axes.barh(
            y, rows["value"], height=_BAR * 0.86, color=look.colour, hatch=look.hatch, hatchcolor="white",
            edgecolor="none", label=side or None,
        )  # fmt: skip
        axes.hlines(y, rows["low"], rows["high"], color=theme.INK, linewidth=0.8)
    axes.set_ylim(top, 0)
    axes.set_xlim(left=0)
    axes.set_yticks(list(centres.values()), ["\n".join(lines) for lines in content.rows.values()])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.axvline(0, color=theme.INK, linewidth=0.5)
    axes.xaxis.set_major_locator(MaxNLocator(5))
    axes.set_xlabel(content.axis)


def _alt(content: _Content) -> str:
    """Kind, axis, and the three largest bars."""
    what = f"Bar chart of {len(content.rows):,} {content.noun}"
    if len(content.sides) > 1:
        what += f" for {', '.join(content.sides)}"
    largest = content.bars.sort_values("value", ascending=False, kind="stable").head(3)
    said = [
        f"{' '.join(content.rows[key])}{f' ({side})' if side else ''} {notes.number(value)}"
        for key, side, value in zip(largest["key"], largest["side"], largest["value"], strict=True)
    ]
    return f"{what}; horizontal axis: {content.axis}. {'; '.join(said)}."
