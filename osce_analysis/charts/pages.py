"""Two sides on one page: the words that divide them, what each cites, who stands with each, and all over time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import SubFigure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, drawing, finish, legend_height, note_height
from osce_analysis.charts.key_terms import points, strongest
from osce_analysis.charts.palette import Look, looks
from osce_analysis.charts.times import TIMES, steps
from osce_analysis.comparison import Comparison

PAGE = 174.0
"""Width of a page's text in millimetres."""

MOST_WORDS, MOST_ROWS, MOST_LINES = 7, 12, 6
"""Words of each side, rows of commitments and partners, and words over time that are drawn at most."""
_ROW, _FRAME = 4.4, 16.0  # millimetres: a row, and what stands around the rows of a panel
_LABELS = 0.36  # of a panel's width, at most
_SIDES = ("target", "reference")


@dataclass(frozen=True)
class _Panel:
    """A panel: its title, the rows it draws, its height without the frame, and how it is drawn."""

    title: str
    rows: pd.DataFrame
    height: float
    draw: Callable[[Any, pd.DataFrame, dict[str, Look], float], None]
    missing: str


@drawing
def comparison(comparison: Comparison, *, width: float = PAGE, note: bool = True) -> Chart:
    """Draw two sides beside each other, in four panels: words, commitments, partners, and over time.

    Parameters
    ----------
    comparison : Comparison
        A result of `osce.compare`.
    width : float
        Width in millimetres; below 130 the panels stand under one another.
    note : bool
        Write the note under the panels; it is in `figure.drawn.note` either way.

    Returns
    -------
    Chart
        A matplotlib Figure with `drawn`: the rows of all panels (`panel` says which), the note, the alternative text.

    Raises
    ------
    ValueError
        For anything but a Comparison.

    Examples
    --------
    >>> from osce_analysis import compare
    >>> from osce_analysis.corpus import Corpus
    >>> def side(name, text):
    ...     rows = {"statement_id": [f"{name}{n}" for n in range(9)], "text": text, "year": 2020}
    ...     return Corpus(pd.DataFrame(rows), name=name)
    >>> comparison(compare(side("North", "Peace."), side("South", "War."))).drawn.alt[:72]
    'Page of four panels on North and South. Words: peace +4.17; war −4.17. C'
    """
    if not isinstance(comparison, Comparison):
        raise ValueError(
            f"comparison needs a result of osce.compare; what it was given is a {type(comparison).__name__}."
        )
    names = [labels.name(side, "actor") for side in comparison.sides]
    columns = 2 if width >= 130 else 1
    panels = _panels(comparison, width / columns)
    drawn = pd.concat([panel.rows.assign(panel=panel.title) for panel in panels], ignore_index=True)
    drawn.insert(0, "panel", drawn.pop("panel"))
    text = _note(comparison, panels)
    found = dict(zip(_called(comparison, names), looks(names, actors=False).values(), strict=True))
    head = legend_height(list(found), width) + 1.0
    chart, parts = _page(panels, columns, width, head, text if note else "")
    _legend(chart, found, width)
    for letter, part, panel in zip("abcd", parts, panels, strict=True):
        part.suptitle(f"{letter}  {panel.title}", x=0.01, ha="left", fontsize=theme.TEXT, fontweight="bold")
        if panel.rows.empty:
            _missing(part, panel.missing, width / columns)
        else:
            panel.draw(part, panel.rows, found, width / columns)
    return finish(chart, Drawn(drawn, text, _alt(names, panels)), note=note)


def _panels(of: Comparison, width: float) -> list[_Panel]:
    """The four panels in their order."""
    words = strongest(points(of.words), MOST_WORDS).sort_values("log_ratio", ascending=False, kind="stable")
    commitments = _most(labels.with_titles(of.commitments, width=width * _LABELS, lines=2), "instrument")
    partners = _most(_without_sides(of), "actor")
    followed = of.over_time["term"].unique()[:MOST_LINES]
    over_time = of.over_time[of.over_time["term"].isin(followed)]
    time = next(column for column in TIMES if column in over_time)
    over_time = over_time[over_time[time].notna() & over_time["rate"].notna()]
    over_time = over_time.assign(side=over_time["side"].map(dict(zip(of.sides, _SIDES, strict=True))))
    return [
        _Panel("Words that divide", words, len(words) * _ROW, _words, "No word divides the sides surely."),
        _Panel(
            "Commitments that each cites",
            commitments,
            _tall(commitments, width),
            _shares,
            "Neither side cites anything.",
        ),
        _Panel(
            "Who stands with each",
            partners,
            _tall(partners, width),
            _shares,
            "No actor but the sides themselves signs or aligns.",
        ),
        _Panel("Over time", over_time, len(followed) * 9.0, _over_time, "No statement has a date."),
    ]


def _most(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows that either side has most, those of the target first; `label` is what they are called."""
    either = table[["share_target", "share_reference"]].max(axis=1)
    kept = table.loc[either.sort_values(ascending=False, kind="stable").index[:MOST_ROWS]]
    kept = kept.sort_values("value", ascending=False, kind="stable", ignore_index=True)
    return kept.assign(label=labels.names(kept, [column]))


def _without_sides(of: Comparison) -> pd.DataFrame:
    """The partners without the sides, where these are actors."""
    names = of.partners["actor"].map(lambda code: labels.name(code, "actor"))
    return of.partners[~names.isin(of.sides) & ~of.partners["actor"].isin(of.sides)]


def _tall(rows: pd.DataFrame, width: float) -> float:
    """Millimetres that labelled rows take."""
    return sum(_heights(rows, width))


def _heights(rows: pd.DataFrame, width: float) -> list[float]:
    lines = [len(labels.wrap(label, width * _LABELS, theme.TEXT)) for label in rows["label"]]
    return [max(_ROW, count * theme.line(theme.TEXT) + 1.2) for count in lines]


def _page(
    panels: list[_Panel], columns: int, width: float, head: float, note: str
) -> tuple[Chart, list[SubFigure]]:
    """A chart with a part for each panel, as high as the higher of those beside each other."""
    high = [max(panel.height, 20.0) + _FRAME for panel in panels]
    rows = [max(high[at : at + columns]) for at in range(0, len(high), columns)]
    foot = note_height(note, width)
    whole = sum(rows) + head + foot
    chart = Chart(figsize=(width * theme.MM, whole * theme.MM))
    FigureCanvasAgg(chart)
    pad = 1 * theme.MM
    chart.set_layout_engine("constrained", w_pad=pad, h_pad=pad, rect=(0, foot / whole, 1, sum(rows) / whole))
    parts = chart.subfigures(len(rows), columns, height_ratios=rows, squeeze=False)
    return chart, list(parts.ravel())


def _called(of: Comparison, names: list[str]) -> list[str]:
    """The sides with the number of their statements, where that is told."""
    sizes = of.commitments.attrs.get("denominators") or {}
    held = [sizes.get(f"statements_{side}") for side in _SIDES]
    return [
        name if count is None else f"{name} ({count:,} statement{'' if count == 1 else 's'})"
        for name, count in zip(names, held, strict=True)
    ]


def _legend(chart: Chart, found: dict[str, Look], width: float) -> None:
    """The sides above all panels."""
    marks = [
        Line2D([], [], linestyle="none", marker=look.marker, color=look.colour, label=name)
        for name, look in found.items()
    ]
    chart.legend(
        handles=marks, loc="upper left", ncols=labels.legend_columns(list(found), width), borderaxespad=0.2
    )


def _missing(part: SubFigure, says: str, width: float) -> None:
    """A sentence where there is nothing to draw."""
    axes = part.add_subplot()
    axes.set_axis_off()
    axes.text(0, 0.9, "\n".join(labels.wrap(says, width - 8, theme.TEXT)), va="top")


def _rows(axes: Axes, names: list[str], heights: list[float], width: float) -> np.ndarray:
    """Rows from the top with their labels; the place of each."""
    ends = np.cumsum(heights)
    places = ends - np.array(heights) / 2
    axes.set_ylim(float(ends[-1]), 0)
    axes.set_yticks(places, ["\n".join(labels.wrap(name, width * _LABELS, theme.TEXT)) for name in names])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x", color=theme.FAINT, linewidth=0.4)
    axes.set_axisbelow(True)
    return places


def _words(part: SubFigure, rows: pd.DataFrame, found: dict[str, Look], width: float) -> None:
    """Log ratios with intervals; hollow where the other side has none."""
    axes = part.add_subplot()
    places = _rows(axes, rows["term"].tolist(), [_ROW] * len(rows), width)
    axes.axvline(0, color=theme.INK, linewidth=0.5)
    for side, look in zip(_SIDES, found.values(), strict=True):
        here = (rows["side"] == side).to_numpy()
        own = rows[here]
        axes.hlines(places[here], own["low"], own["high"], color=look.colour, linewidth=0.8)
        _dots(axes, own["log_ratio"], places[here], look, hollow=own["alone"])
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.set_xlabel("log ratio")


def _shares(part: SubFigure, rows: pd.DataFrame, found: dict[str, Look], width: float) -> None:
    """The share of each side in a row, joined by a line; beside it their difference with its interval."""
    axes = part.add_subplot()
    places = _rows(axes, rows["label"].tolist(), _heights(rows, width), width)
    axes.hlines(
        places, rows["share_target"] * 100, rows["share_reference"] * 100, color=theme.GREY, linewidth=0.8
    )
    alike = rows["value"].abs() < 0.03 * float(
        rows[["share_target", "share_reference"]].to_numpy(float).max()
    )
    for side, look, apart in zip(_SIDES, found.values(), (-0.6, 0.6), strict=True):
        spots = places + np.where(alike, apart, 0)  # so that neither mark hides the other
        _dots(axes, rows[f"share_{side}"] * 100, spots, look, hollow=rows["p_adjusted"] >= 0.05)
    intervals = rows[["value", "low", "high"]].to_numpy(float)
    for place, (value, low, high) in zip(places, intervals, strict=True):
        says = f"{_points(value, sign=True)} ({_points(low)} to {_points(high)})"
        across = axes.get_yaxis_transform()
        axes.text(1.07, place, says, transform=across, va="center", fontsize=theme.SMALL)
    axes.set_xlim(left=0)
    axes.xaxis.set_major_locator(MaxNLocator(4))
    axes.set_xlabel("% of statements")


def _points(share: float, *, sign: bool = False) -> str:
    """A share in whole points of per cent."""
    return f"{100 * share:{'+' if sign else ''}.0f}".replace("-", "−")


def _dots(axes: Axes, values: Any, places: Any, look: Look, *, hollow: Any) -> None:
    """Marks of one side."""
    faces = ["white" if empty else look.colour for empty in hollow]
    axes.scatter(
        values, places, s=14, marker=look.marker, c=faces, edgecolor=look.colour, linewidth=0.8, zorder=3,
        clip_on=False,
    )  # fmt: skip


def _over_time(part: SubFigure, rows: pd.DataFrame, found: dict[str, Look], width: float) -> None:
    """A strip for each word, with a line for each side."""
    time = next(column for column in TIMES if column in rows)
    every = steps(rows[time])
    words = rows["term"].unique()
    strips = part.subplots(len(words), 1, sharex=True, squeeze=False)[:, 0]
    for axes, word in zip(strips, words, strict=True):
        for side, look in zip(_SIDES, found.values(), strict=True):
            own = rows[(rows["term"] == word) & (rows["side"] == side)]
            line = own["rate"].set_axis(every.at[own.index]).sort_index()
            whole = (
                line.reindex(range(int(line.index.min()), int(line.index.max()) + 1)) if len(line) else line
            )
            axes.plot(
                whole.index, whole, color=look.colour, marker=look.marker, markersize=1.8, clip_on=False
            )
        axes.set_ylim(bottom=0)
        axes.yaxis.set_major_locator(MaxNLocator(1, min_n_ticks=2))
        axes.text(
            1.03,
            0.5,
            "\n".join(labels.wrap(word, width * 0.3, theme.TEXT)),
            va="center",
            transform=axes.transAxes,
        )
        axes.tick_params(axis="x", length=0 if axes is not strips[-1] else 2)
    ticks = every.ticks(width * 0.45)
    strips[-1].set_xticks(list(ticks), list(ticks.values()))
    per = notes.number((rows.attrs.get("options") or {}).get("per", 1000))
    part.supylabel(f"per {per} tokens", fontsize=theme.TEXT)


def _note(of: Comparison, panels: list[_Panel]) -> str:
    """What was counted in each panel, over what, and what is left out."""
    words, commitments, partners, over_time = (panel.rows for panel in panels)
    left = [
        notes.not_shown(len(of.words), len(words), "words"),
        notes.not_shown(len(of.commitments), len(commitments), "instruments"),
        notes.not_shown(len(_without_sides(of)), len(partners), "partners"),
        notes.not_shown(of.over_time["term"].nunique(), over_time["term"].nunique(), "words over time"),
    ]
    hollow = (
        "Hollow: in a, no hit on the other side; in b and c, p ≥ .05 (Fisher, Holm)" if len(of.words) else
        "Hollow: p ≥ .05 (Fisher, Holm)"
    )  # fmt: skip
    beside = "Beside b and c the difference in points, with its 95 % interval (Newcombe)"
    return notes.note("Words by log ratio", of.words.attrs, beside, hollow, *left)


def _alt(names: list[str], panels: list[_Panel]) -> str:
    """The sides, and what leads in each panel."""
    words, commitments, partners, over_time = (panel.rows for panel in panels)
    ratios = zip(words["term"].tolist(), words["log_ratio"].tolist(), strict=True)
    said = {
        "Words": [f"{term} {'+' if ratio > 0 else ''}{notes.number(ratio)}" for term, ratio in ratios],
        "Commitments": _said(commitments),
        "Partners": _said(partners),
    }
    parts = [f"{what}: {'; '.join(_ends(each)) or 'none'}." for what, each in said.items()]
    parts.append(f"Over time: {', '.join(over_time['term'].unique()) or 'nothing'}.")
    return f"Page of four panels on {names[0]} and {names[1]}. {' '.join(parts)}"


def _said(rows: pd.DataFrame) -> list[str]:
    """Each row with the shares of both sides."""
    shares = zip(*(rows[name].tolist() for name in ("label", "share_target", "share_reference")), strict=True)
    return [f"{label} {_points(target)} and {_points(reference)} %" for label, target, reference in shares]


def _ends(said: list[str]) -> list[str]:
    """The first and the last."""
    return said[:1] + said[1:][-1:]
