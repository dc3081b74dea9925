"""A result made in many ways: each way a dot, beside the line of how it was made."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.ticker import MaxNLocator

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, drawing, finish, no_rows
from osce_analysis.charts.tables import expect

MOST_VARIANTS, MOST_ROWS = 25, 3
_ROW, _LABELS = 3.6, 0.36
_TICK = 9  # millimetres of an axis for each of its numbers


@drawing
def robustness(table: pd.DataFrame, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw the estimate and interval of each way to make a result, beside the line of how it was made.

    Drawn are the first three rows of the result, each in a panel, and the variants that move them furthest: choose
    others by selecting rows of the table.

    Parameters
    ----------
    table : DataFrame
        A result of `osce_analysis.robustness`, or some rows of it.
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
    >>> table = pd.DataFrame({"variant": ["as it was made", "without Norway"], "term": "peace", "rate": [4.0, 6.0]})
    >>> table = table.assign(low=3.0, high=7.0, difference=[0.0, 2.0])
    >>> table.attrs = {"estimate": "rate", "keys": ["term"]}
    >>> robustness(table).drawn.alt
    'Dot plot of 2 variants of 1 row; horizontal axis: rate per 1,000 tokens. Peace: 4 as it was made; ....'
    """
    expect(table, "robustness", "robustness", ["variant"], ["difference"])
    value, keys = str(table.attrs.get("estimate", "value")), list(table.attrs.get("keys") or [])
    axis, times = _axis(value, table.attrs.get("options") or {})
    frame = table.assign(row=labels.names(table, keys) if keys else "")
    for name, column in {"value": value, "low": "low", "high": "high"}.items():
        frame[name] = pd.to_numeric(table[column]).astype(float) * times if column in table else float("nan")
    frame = frame.dropna(subset="value")
    every = list(dict.fromkeys(frame["row"]))
    frame = frame[frame["row"].isin(every[:MOST_ROWS])]
    order, variants = _order(frame), frame["variant"].nunique()
    kept = frame[frame["variant"].isin(order)]
    text = notes.note(
        f"The {value.replace('_', ' ')} when made in other ways",
        table.attrs,
        notes.not_shown(variants, len(order), "variants"),
        notes.not_shown(len(every), min(len(every), MOST_ROWS), "rows"),
        intervals=bool(kept["low"].notna().any()),
    )
    if kept.empty:
        return no_rows("Dot plot", table, text, width=width, note=note)
    chart = _panels(kept, every[:MOST_ROWS], order, axis, text if note else "", width)
    return finish(
        chart, Drawn(table.loc[kept.index], text, _alt(kept, every[:MOST_ROWS], order, axis)), note=note
    )


def _axis(value: str, options: Mapping[Hashable, Any]) -> tuple[str, float]:
    """What the axis says, and how many of its units the estimate counts as: shares are in per cent."""
    if value == "share":
        return "share (%)", 100.0
    if value == "rate":
        return f"rate per {notes.number(options.get('per', 1000))} tokens", 1.0
    return value.replace("_", " "), 1.0


def _order(frame: pd.DataFrame) -> list[str]:
    """The variants to draw: as it was made, then those that move a row furthest."""
    moved = frame["difference"].abs().groupby(frame["variant"], sort=False).max()
    base = list(frame["variant"].drop_duplicates()[:1])
    others = moved.drop(index=base).sort_values(ascending=False, kind="stable").index
    return [*base, *others][:MOST_VARIANTS]


def _panels(
    frame: pd.DataFrame, rows: Sequence[str], order: Sequence[str], axis: str, text: str, width: float
) -> Chart:
    """A panel for each row of the result, the names of the variants before the first."""
    names = [labels.wrap(name, width * _LABELS, theme.TEXT) for name in order]
    heights = [max(_ROW, len(lines) * theme.line(theme.TEXT) + 0.8) for lines in names]
    places = dict(
        zip(order, [sum(heights[:n]) + height / 2 for n, height in enumerate(heights)], strict=True)
    )
    titles = [labels.wrap(row, (width * (1 - _LABELS)) / len(rows) - 3, theme.TEXT) for row in rows]
    chart, first = canvas(width, sum(heights) + 9 + max(map(len, titles)) * theme.line(theme.TEXT), text)
    first.remove()
    panels = chart.subplots(1, len(rows), sharey=True, squeeze=False)[0]
    for axes, row, title in zip(panels, rows, titles, strict=True):
        part = frame[frame["row"] == row]
        base = part.loc[part["variant"] == order[0], "value"]
        if len(base):
            axes.axvline(base.iloc[0], color=theme.GREY, linewidth=0.5, zorder=1)
        y = part["variant"].map(places).astype(float)
        colours = [theme.INK if variant == order[0] else theme.ACCENT for variant in part["variant"]]
        axes.hlines(y, part["low"], part["high"], color=colours, linewidth=0.8, zorder=2)
        axes.scatter(part["value"], y, s=10, c=colours, zorder=3, clip_on=False)
        axes.set_title("\n".join(title), fontsize=theme.TEXT)
        axes.xaxis.set_major_locator(MaxNLocator(max(1, int(width * (1 - _LABELS) / len(rows) / _TICK))))
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
    panels[0].set_ylim(sum(heights), 0)
    panels[0].set_yticks(list(places.values()), ["\n".join(lines) for lines in names])
    panels[len(panels) // 2].set_xlabel(axis)
    return chart


def _alt(frame: pd.DataFrame, rows: Sequence[str], order: Sequence[str], axis: str) -> str:
    """Kind, axis, and for each row how far it moves, and by what."""
    said = []
    for row in rows:
        part = frame[frame["row"] == row].set_index("variant")["value"]
        furthest = (part - part.iloc[0]).abs().idxmax()
        span = f"from {notes.number(part.min())} to {notes.number(part.max())}"
        said.append(
            f"{row[:1].upper()}{row[1:]}: {notes.number(part.iloc[0])} {part.index[0]}; {span} ({furthest})"
        )
    plural = "" if len(rows) == 1 else "s"
    head = f"Dot plot of {len(order):,} variants of {len(rows)} row{plural}; horizontal axis: {axis}."
    return f"{head} {'. '.join(said)}."
