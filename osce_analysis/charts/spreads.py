"""How evenly terms are spread: a dot for each term, or a strip of its parts."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, drawing, finish, no_rows
from osce_analysis.charts.tables import expect, sides

MOST_ROWS = 25
_ROW = 4.6
_SHADES = LinearSegmentedColormap.from_list("shades", ["#f2f2f2", theme.ACCENT])


@drawing
def dispersion(table: pd.DataFrame, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw how evenly terms are spread over parts, the most even first; with a row for each part, as strips.

    Parameters
    ----------
    table : DataFrame
        A result of `terms.dispersion`; with `detail=True` it is drawn as strips, one cell for each part in order,
        the darker the higher the rate.
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
    >>> table = pd.DataFrame({"term": ["peace", "war"], "range": [3, 1], "parts": 4, "dp_norm": [0.2, 1.0]})
    >>> dispersion(table).drawn.alt
    'Dot plot of the dispersion (DPnorm) of 2 terms. peace 0.2; war 1.'
    """
    expect(table, "dispersion", "terms.dispersion", ["term"], ["range", "part"], ["dp_norm"])
    strips = "part" in table
    parts = _parts(table)
    what = f"Dispersion over {parts} (DPnorm: 0 even, 1 in one part)"
    rows = table[["dp_norm"]].assign(key=labels.names(table, [*sides(table, "term"), "term"]))
    order = rows.dropna().groupby("key", sort=False)["dp_norm"].first().sort_values(kind="stable")
    kept = list(order.index[:MOST_ROWS])
    frame = table.assign(key=rows["key"])[rows["key"].isin(kept)].reset_index(drop=True)
    said = notes.not_shown(table.assign(key=rows["key"])["key"].nunique(), len(kept), "terms")
    text = notes.note(what, table.attrs, said, intervals=False)
    if not kept:
        return no_rows("Dispersion", table, text, width=width, note=note)
    chart, axes = canvas(width, len(kept) * _ROW + 11, text if note else "")
    (_strips if strips else _dots)(axes, frame, kept)
    axes.set_yticks(range(len(kept)), ["\n".join(labels.wrap(key, width * 0.35, theme.TEXT)) for key in kept])
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(len(kept) - 0.5, -0.5)
    ends = "; ".join(
        f"{key} {notes.number(round(order[key], 2))}" for key in dict.fromkeys([*kept[:2], kept[-1]])
    )
    kind = "Strips" if strips else "Dot plot"
    return finish(
        chart,
        Drawn(frame, text, f"{kind} of the dispersion (DPnorm) of {len(kept)} terms. {ends}."),
        note=note,
    )


def _parts(table: pd.DataFrame) -> str:
    """What the terms are spread over, as a plural."""
    given = (table.attrs.get("options") or {}).get("parts", "part")
    names = [given] if isinstance(given, str) else list(given)
    return " and ".join(name.replace("_", " ") + "s" for name in names)


def _dots(axes: Axes, frame: pd.DataFrame, kept: list[str]) -> None:
    """A dot for each row, and beside it how many parts hold the term."""
    y = frame["key"].map(kept.index).astype(float)
    axes.hlines(y, 0, 1, color=theme.FAINT, linewidth=0.5, zorder=1)
    axes.scatter(frame["dp_norm"], y, s=14, color=theme.ACCENT, zorder=2)
    for place, held, parts in zip(y, frame["range"], frame["parts"], strict=True):
        axes.text(1.03, place, f"{held:,} of {parts:,}", va="center", fontsize=theme.SMALL, clip_on=False)
    axes.set_xlim(0, 1)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel("DPnorm (0: even, 1: in one part)")


def _strips(axes: Axes, frame: pd.DataFrame, kept: list[str]) -> None:
    """A strip for each row: the rate in each part over the highest of the row, and DPnorm at its end."""
    parts = list(dict.fromkeys(frame["part"]))
    cells = frame.pivot_table(index="key", columns="part", values="rate", sort=False, dropna=False)
    rates = cells.reindex(index=kept, columns=parts).to_numpy(float)
    highest = np.nanmax(np.where(np.isnan(rates), 0, rates), axis=1, keepdims=True)
    shades = np.divide(rates, highest, out=np.zeros_like(rates), where=highest > 0)
    edges = np.arange(len(parts) + 1)
    for place, strip in enumerate(shades):
        axes.pcolormesh(
            edges, [place - 0.38, place + 0.38], strip[None, :], cmap=_SHADES, vmin=0, vmax=1, rasterized=True
        )
    values = frame.groupby("key")["dp_norm"].first()
    for place, key in enumerate(kept):
        axes.text(
            len(parts) * 1.015, place, f"{values[key]:.2f}", va="center", fontsize=theme.SMALL, clip_on=False
        )
    shown = np.unique(np.linspace(0, len(parts) - 1, min(len(parts), 4)).round().astype(int))
    axes.set_xticks(shown + 0.5, [parts[place] if len(parts[place]) < 12 else "" for place in shown])
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.set_xlim(0, len(parts))
    axes.set_xlabel(f"{len(parts):,} {_parts(frame)} in order; at the end DPnorm")
