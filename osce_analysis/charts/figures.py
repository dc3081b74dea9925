"""A chart as a figure that knows its table, its note and its alternative text."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Collection
from copy import deepcopy
from dataclasses import dataclass
from functools import partial, wraps
from html import escape
from math import ceil
from pathlib import PurePath
from typing import Any, ParamSpec

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from osce_analysis.charts import theme
from osce_analysis.charts.labels import legend_columns, wrap

_Given = ParamSpec("_Given")

# Without these, matplotlib writes the time into the file and no two are alike.
_UNDATED: dict[str, dict[str, None]] = {
    "svg": {"Date": None},
    "pdf": {"CreationDate": None},
}


@dataclass(frozen=True)
class Drawn:
    """What a figure shows: the rows drawn, the line under it, and its alternative text."""

    table: pd.DataFrame
    note: str
    alt: str


class Chart(Figure):
    """A matplotlib Figure with `drawn`, which saves the same bytes each time and shows itself in a notebook.

    `redraw(width=174)` draws it anew from the same table at another width; `redraw.func`, `redraw.args` and
    `redraw.keywords` tell how it was drawn.
    """

    drawn: Drawn
    redraw: partial[Chart]

    def savefig(self, fname: Any, **options: Any) -> None:
        """Save as matplotlib does, in the theme and without a date in the file.

        Parameters
        ----------
        fname : path or file object
            Where to; the ending gives the format unless `format=` does.
        **options
            Handed on to `matplotlib.figure.Figure.savefig`.
        """
        ending = PurePath(fname).suffix[1:] if isinstance(fname, (str, PurePath)) else ""
        kind = (options.get("format") or ending or "png").lower()
        options["metadata"] = {**_UNDATED.get(kind, {}), **(options.get("metadata") or {})}
        with theme.style():
            super().savefig(fname, **options)

    def _repr_html_(self) -> str:
        """The chart as an image with its alternative text."""
        return picture(self)


def drawing(draw: Callable[_Given, Chart]) -> Callable[_Given, Chart]:
    """A chart function that draws in the theme, and whose charts remember a copy of what they were drawn from."""

    @wraps(draw)
    def drawn(*args: _Given.args, **options: _Given.kwargs) -> Chart:
        with theme.style():
            chart = draw(*args, **options)
        chart.redraw = partial(drawn, *deepcopy(args), **deepcopy(options))
        return chart

    return drawn


def canvas(width: float, height: float, note: str = "") -> tuple[Chart, Axes]:
    """A chart with one set of axes, `width` by `height` millimetres and room for the note below them."""
    foot = note_height(note, width)
    whole = height + foot
    chart = Chart(figsize=(width * theme.MM, whole * theme.MM))
    FigureCanvasAgg(chart)
    pad = 1 * theme.MM
    chart.set_layout_engine("constrained", w_pad=pad, h_pad=pad, rect=(0, foot / whole, 1, height / whole))
    return chart, chart.add_subplot()


def finish(chart: Chart, drawn: Drawn, *, note: bool) -> Chart:
    """Hang `drawn` on the chart, write its note underneath if asked, and settle the layout."""
    chart.drawn = drawn
    if note:
        width, height = (size / theme.MM for size in chart.get_size_inches())
        lines = "\n".join(_note_lines(drawn.note, width))
        chart.text(1 / width, 1 / height, lines, va="bottom", fontsize=theme.SMALL, linespacing=1.17)
    chart.draw_without_rendering()
    return chart


def legend(chart: Chart, width: float) -> None:
    """A legend above the axes, in as many columns as fit."""
    handles, names = chart.axes[0].get_legend_handles_labels()
    chart.legend(handles, names, loc="outside upper left", ncols=legend_columns(names, width))


def legend_height(names: Collection[str], width: float) -> float:
    """Millimetres that the legend takes; none where there is only one name."""
    if len(names) < 2:
        return 0.0
    return ceil(len(names) / legend_columns(list(names), width)) * theme.line(theme.TEXT) * 1.25 + 1.5


def no_rows(
    kind: str, table: pd.DataFrame, text: str, *, width: float, note: bool, says: str = "No rows to draw"
) -> Chart:
    """A chart that says there is nothing to draw, and why."""
    chart, axes = canvas(width, 20, text if note else "")
    axes.set_axis_off()
    lines = "\n".join(wrap(says, width - 8, theme.TEXT))
    axes.text(0.5, 0.5, lines, ha="center", va="center", transform=axes.transAxes)
    alt = f"{kind}: {says[0].lower()}{says[1:].rstrip('.')}."
    return finish(chart, Drawn(table, text, alt), note=note)


def picture(chart: Chart, *, dpi: int = 200) -> str:
    """The chart as an HTML image with its alternative text.

    Parameters
    ----------
    chart : Chart
        As a function of `osce_analysis.charts` returns it.
    dpi : int
        Pixels per inch of the image; it is shown at 1.5 times its size in print.

    Returns
    -------
    str
        An `<img>` element that holds the image; all text in it is escaped.
    """
    stream = io.BytesIO()
    chart.savefig(stream, format="png", dpi=dpi)
    data = base64.b64encode(stream.getvalue()).decode("ascii")
    width = round(chart.get_figwidth() * 96 * 1.5)
    return (
        f'<img alt="{escape(chart.drawn.alt)}" style="width:{width}px;max-width:100%;background:#fff" '
        f'src="data:image/png;base64,{data}">'
    )


def _note_lines(text: str, width: float) -> list[str]:
    """The note in lines that fit, with a margin on either side."""
    return wrap(text.replace(" %", "\N{NO-BREAK SPACE}%"), width - 3, theme.SMALL)


def note_height(text: str, width: float) -> float:
    """Millimetres that the note takes; none for an empty one."""
    return len(_note_lines(text, width)) * theme.line(theme.SMALL) + 1.5 if text else 0.0
