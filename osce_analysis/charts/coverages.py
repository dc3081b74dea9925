"""How much of what journals list is held as text: a bar for each delegation or year, in three parts."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, drawing, finish, legend, legend_height, no_rows
from osce_analysis.charts.tables import expect, sides
from osce_analysis.charts.times import TIMES

MOST_ROWS = 40
_ROW = 3.6
_LABELS = 0.4  # of the width, at most
_PARTS = {  # name: colour, hatch
    "text held": (theme.ACCENT, ""),
    "with a symbol only": ("#b8d4e8", ""),
    "no symbol": ("white", "//////"),
}


@drawing
def coverage(table: pd.DataFrame, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw how many of the speakers whom journals list are held as text.

    Parameters
    ----------
    table : DataFrame
        A result of `Corpus.coverage`; the 40 rows with the most interventions are drawn, over time in order.
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
    >>> table = pd.DataFrame({"actor": ["NOR"], "interventions": [8], "with_symbol": [5], "restricted": [1]})
    >>> coverage(table.assign(text_held=2)).drawn.alt
    'Bar chart of 1 row; horizontal axis: interventions listed in journals. Norway 2 of 8 held.'
    """
    counted = ["interventions", "with_symbol", "restricted", "text_held"]
    expect(table, "coverage", "Corpus.coverage", *([name] for name in counted))
    groups = sides(table, "interventions")
    held, listed = int(table["text_held"].sum()), int(table["interventions"].sum())
    what = f"Speakers listed in journals: {listed:,}; held as text: {held:,}"
    if not listed:
        return no_rows("Bar chart", table, notes.note(what, table.attrs), width=width, note=note)
    frame = table.assign(key=labels.names(table, groups) if groups else "all").reset_index(drop=True)
    kept = frame.sort_values("interventions", ascending=False, kind="stable")[:MOST_ROWS]
    kept = kept.sort_index() if groups and groups[0] in TIMES else kept
    text = notes.note(
        what,
        table.attrs,
        "At the end: held of listed, and how many of these are restricted",
        notes.not_shown(len(frame), len(kept), "rows"),
        intervals=False,
    )
    rows = [labels.wrap(key, width * _LABELS, theme.TEXT) for key in kept["key"]]
    heights = [max(_ROW, len(lines) * theme.line(theme.TEXT) + 0.8) for lines in rows]
    chart, axes = canvas(width, sum(heights) + 10 + legend_height(_PARTS, width), text if note else "")
    _draw(axes, kept, heights)
    axes.set_yticks(axes.get_yticks(), ["\n".join(lines) for lines in rows])
    legend(chart, width)
    return finish(chart, Drawn(kept.reset_index(drop=True), text, _alt(kept)), note=note)


def _draw(axes: Axes, kept: pd.DataFrame, heights: Sequence[float]) -> None:
    """Bars from the top in three parts, and the counts at their ends."""
    centres = [sum(heights[:place]) + height / 2 for place, height in enumerate(heights)]
    counts = {
        "text held": kept["text_held"],
        "with a symbol only": kept["with_symbol"] - kept["text_held"],
        "no symbol": kept["interventions"] - kept["with_symbol"],
    }
    left = kept["interventions"] * 0
    for name, (colour, hatch) in _PARTS.items():
        axes.barh(
            centres, counts[name], left=left, height=_ROW * 0.66, color=colour, hatch=hatch,
            edgecolor=theme.GREY, linewidth=0.4, label=name,
        )  # fmt: skip
        left = left + counts[name]
    said = zip(kept["text_held"], kept["interventions"], kept["restricted"], strict=True)
    for y, (held, listed, restricted) in zip(centres, said, strict=True):
        axes.text(
            1.02, y, f"{held:,} of {listed:,}" + (f"; {restricted:,}" if restricted else ""),
            transform=axes.get_yaxis_transform(), va="center", fontsize=theme.SMALL,
        )  # fmt: skip
    axes.set(xlim=(0, kept["interventions"].max()), ylim=(sum(heights), 0))
    axes.set_yticks(centres)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.set_xlabel("interventions listed in journals")


def _alt(kept: pd.DataFrame) -> str:
    """Kind, axis, and the three longest bars."""
    most = kept.sort_values("interventions", ascending=False, kind="stable").head(3)
    said = [
        f"{key} {held:,} of {listed:,} held"
        for key, held, listed in zip(most["key"], most["text_held"], most["interventions"], strict=True)
    ]
    count = f"{len(kept):,} row{'' if len(kept) == 1 else 's'}"
    return f"Bar chart of {count}; horizontal axis: interventions listed in journals. {'; '.join(said)}."
