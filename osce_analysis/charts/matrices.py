"""Heat maps: who agrees with whom, in an order that brings those who do together, and who cites what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from osce_analysis.charts import blocs as of_blocs
from osce_analysis.charts import crossings, labels, notes, theme
from osce_analysis.charts.cells import paint
from osce_analysis.charts.figures import Chart, Drawn, canvas, drawing, finish, no_rows
from osce_analysis.charts.tables import expect, pair_measure

MOST_LABELS = 40
_CELL, _LARGEST_CELL, _BAR = 2.35, 9.0, 11.0  # millimetres
_FEW = 12  # actors up to which each cell shows its number


@drawing
def heatmap(
    table: pd.DataFrame, *, blocs: pd.DataFrame | None = None, width: float = theme.SINGLE, note: bool = True
) -> Chart:
    """Draw a measure of pairs as a symmetric heat map, or who cites what.

    Actors who agree with the same others stand together, and so do groups that cite the same instruments. A pair
    without a value is hatched; a measure that goes below zero is coloured from zero in both directions.

    Parameters
    ----------
    table : DataFrame
        A result of `cosignatories.agreement`, or of `citations.most_cited` with `by`.
    blocs : DataFrame, optional
        A result of `cosignatories.blocs`: the actors of a bloc stand together, with lines between the blocs.
    width : float
        Width in millimetres; at most 40 actors or groups, and no more than can be labelled in it.
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
    >>> table = pd.DataFrame({"actor_a": ["ARM"], "actor_b": ["BLR"], "statements_a": [3], "statements_b": [2],
    ...                       "value": [2.0]})
    >>> heatmap(table).drawn.alt
    'Heat map of 2 actors by 2; colour: value. Armenia and Belarus 2.'
    """
    if isinstance(table, pd.DataFrame) and "instrument" in table:
        return crossings.crossing(table, width=width, note=note)
    expect(table, "heatmap", "cosignatories.agreement", ["actor_a"], ["actor_b"], ["statements_a"], ["value"])
    counted, axis = pair_measure(table.attrs)
    if table["value"].notna().sum() == 0:
        return no_rows(
            "Heat map", table, notes.note(counted, table.attrs, intervals=False), width=width, note=note
        )
    signed = pd.concat(
        [table.groupby("actor_a")["statements_a"].max(), table.groupby("actor_b")["statements_b"].max()]
    )
    sizes = signed.groupby(level=0).max().sort_values(ascending=False, kind="stable")
    room = width - 5 - max(labels.text_width(labels.name(code, "actor"), theme.SMALL) for code in sizes.index)
    actors = list(sizes.index[: min(MOST_LABELS, int(room / _CELL))])
    shown = table[table["actor_a"].isin(actors) & table["actor_b"].isin(actors)].reset_index(drop=True)
    homes = of_blocs.homes(blocs)
    values = _by_bloc(_matrix(shown, actors), homes)
    names = [labels.name(code, "actor") for code in values.index]
    text = notes.note(
        counted,
        table.attrs,
        notes.not_shown(len(sizes), len(actors), "actors, those with the most statements,"),
        "Hatched: no value" if shown["value"].isna().any() else "",
        of_blocs.said(blocs),
        intervals=False,
    )
    side = min(room, _LARGEST_CELL * len(actors))
    below = max(labels.text_width(name, theme.SMALL) for name in names) + 5
    chart, axes = canvas(width, side + below + _BAR, text if note else "")
    _draw(axes, values, names, axis)
    _divide(axes, [homes.get(code) for code in values.index])
    return finish(chart, Drawn(shown, text, _alt(shown, names, axis)), note=note)


def _matrix(table: pd.DataFrame, actors: list[str]) -> pd.DataFrame:
    """Values of all pairs, both ways round; missing on the diagonal and where there is none."""
    values = table.pivot(index="actor_a", columns="actor_b", values="value").astype(float)
    values = values.reindex(index=actors, columns=actors)
    return values.fillna(values.T)


def _ordered(values: pd.DataFrame) -> pd.DataFrame:
    """Rows and columns in the order of an average-linkage tree whose neighbours are as alike as can be."""
    if len(values) < 3:
        return values
    from scipy.cluster.hierarchy import leaves_list, linkage
    from scipy.spatial.distance import squareform

    filled = values.fillna(0.0).to_numpy(copy=True)
    apart = filled.max() - filled
    np.fill_diagonal(apart, 0.0)
    order: list[int] = leaves_list(
        linkage(squareform(apart, checks=False), "average", optimal_ordering=True)
    ).tolist()
    return values.iloc[order].iloc[:, order]


def _by_bloc(values: pd.DataFrame, homes: Mapping[str, int]) -> pd.DataFrame:
    """Bloc after bloc, those in none last, each in the order of its own tree."""
    last = len(values)
    codes = values.index.to_series()
    parts = codes.groupby(codes.map(lambda code: homes.get(code, last)), sort=True)
    order = [code for _, part in parts for code in _ordered(values.loc[part, part]).index]
    return values.loc[order, order]


def _divide(axes: Axes, homes: Sequence[int | None]) -> None:
    """A line wherever one bloc ends."""
    for place in range(1, len(homes)):
        if homes[place] != homes[place - 1]:
            axes.axhline(place, color=theme.INK, linewidth=0.7)
            axes.axvline(place, color=theme.INK, linewidth=0.7)


def _draw(axes: Axes, values: pd.DataFrame, names: list[str], axis: str) -> None:
    """Cells with names on both sides, and numbers where there is room."""
    cells = values.to_numpy()
    numbers = None
    if len(names) <= _FEW:
        numbers = [
            ["" if np.isnan(value) else notes.number(round(value, 2)) for value in row] for row in cells
        ]
    paint(axes, cells, numbers, axis)
    places = np.arange(len(names)) + 0.5
    axes.set_xticks(places, names, rotation=90, fontsize=theme.SMALL)
    axes.set_yticks(places, names, fontsize=theme.SMALL)
    axes.set_aspect("equal")


def _alt(shown: pd.DataFrame, names: list[str], axis: str) -> str:
    """Kind, size, and the three pairs with the highest values."""
    highest = shown.dropna(subset=["value"]).sort_values("value", ascending=False, kind="stable").head(3)
    said = [
        f"{labels.name(a, 'actor')} and {labels.name(b, 'actor')} {notes.number(value)}"
        for a, b, value in zip(
            highest["actor_a"], highest["actor_b"], highest["value"].astype(float), strict=True
        )
    ]
    return f"Heat map of {len(names)} actors by {len(names)}; colour: {axis}. {'; '.join(said)}."
