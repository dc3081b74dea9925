"""A network of actors: places that do not change between runs, edges by weight, names that do not overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgb

from osce_analysis.charts import labels, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, finish, no_rows
from osce_analysis.charts.tables import pair_measure

if TYPE_CHECKING:
    import networkx as nx

MOST_LABELS, MOST_EDGES = 40, 150
_ROOM = " Grey: 17 of 57 actors without a name."  # the longest sentence added once the names are placed
_WEAK = 0.05  # of the strongest pull
_SHAPES = {"state": "o", "group": "s", "organisation": "D"}


@theme.style()
def network(graph: nx.Graph, *, width: float = theme.SINGLE, note: bool = True) -> Chart:
    """Draw a network of actors; the wider and darker an edge, the greater its weight.

    The size of a node shows its statements, its shape whether it is a State (circle), a
    group (square) or an organisation (diamond). Each actor keeps its strongest edges:
    where there are more than 150, the weaker ones are left out and the note says so; the
    places come from all of them.

    Parameters
    ----------
    graph : networkx.Graph
        A result of `cosignatories.network`.
    width : float
        Width in millimetres; at most 40 actors are named.
    note : bool
        Write the note under the chart; it is in `figure.drawn.note` either way.

    Returns
    -------
    Chart
        A matplotlib Figure with `drawn`: the edges drawn, the note, the alternative text.

    Raises
    ------
    ValueError
        Where it is not such a graph.

    Examples
    --------
    >>> import networkx
    >>> graph = networkx.Graph()
    >>> graph.add_node("ARM", statements=3)
    >>> graph.add_node("BLR", statements=2)
    >>> graph.add_edge("ARM", "BLR", weight=2.0)
    >>> network(graph).drawn.alt
    'Network of 2 actors with 1 edge; width of an edge: value. Armenia and Belarus 2.'
    """
    _expect(graph)
    attrs = graph.graph.get("attrs", {})
    counted, axis = pair_measure(attrs)
    table = _edges(graph)
    if graph.number_of_nodes() == 0:
        return no_rows("Network", table, notes.note(counted, attrs), width=width, note=note)
    shown = _strongest(graph, table)
    left_out = notes.not_shown(len(table), len(shown), "edges, the strongest,")
    text = notes.note(counted, attrs, left_out)
    chart, axes = canvas(width, width * 0.85, text + _ROOM if note else "")
    places = _places(graph)
    _draw_edges(axes, shown, places)
    chart.draw_without_rendering()
    chart.set_layout_engine("none")
    named = _name(axes, graph, places, min(MOST_LABELS, int(width / 4)))
    _draw_nodes(axes, graph, places, named)
    unnamed = (
        f"Grey: {len(graph) - len(named)} of {len(graph)} actors without a name"
        if len(named) < len(graph)
        else ""
    )
    text = notes.note(counted, attrs, left_out, unnamed)
    return finish(chart, Drawn(shown, text, _alt(graph, table, axis)), note=note)


def _expect(graph: object) -> None:
    """Refuse what is not a graph with statements on its nodes and weights on its edges."""
    import networkx as nx

    if (
        isinstance(graph, nx.Graph)
        and all("statements" in data for _, data in graph.nodes(data=True))
        and all("weight" in data for _, _, data in graph.edges(data=True))
    ):
        return
    raise ValueError(
        "network needs the graph from cosignatories.network: each node with its statements, each edge with its "
        f"weight; what it was given is a {type(graph).__name__} without them."
    )


def _edges(graph: nx.Graph) -> pd.DataFrame:
    """One row an edge, heaviest last so that it is drawn on top."""
    rows = [(*sorted((a, b)), float(data["weight"])) for a, b, data in graph.edges(data=True)]
    table = pd.DataFrame(rows, columns=["actor_a", "actor_b", "value"])
    return table.sort_values(["value", "actor_a", "actor_b"], ignore_index=True)


def _strongest(graph: nx.Graph, table: pd.DataFrame) -> pd.DataFrame:
    """The edges to draw: the heaviest, and those that keep each actor tied to its strongest partners."""
    if len(table) <= MOST_EDGES:
        return table
    import networkx as nx

    tree = {tuple(sorted((a, b))) for a, b in nx.maximum_spanning_tree(graph).edges()}
    in_tree = np.array([(a, b) in tree for a, b in zip(table["actor_a"], table["actor_b"], strict=True)])
    heavy = table.index >= len(table) - max(MOST_EDGES - len(tree), 0)
    return table[in_tree | heavy].reset_index(drop=True)


def _places(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    """A force-directed layout from the ranks of the weights, stretched to the unit square.

    The cube of the rank pulls close partners together even where nearly all pairs share
    something; a weak pull between all keeps parts that share nothing in the picture; the
    fixed seed and the fixed order make it the same in each run.
    """
    import networkx as nx

    codes = sorted(graph)
    ordered = nx.complete_graph(codes)
    nx.set_edge_attributes(ordered, _WEAK, "weight")
    table = _edges(graph)
    pull = _WEAK + (table["value"].rank() / max(len(table), 1)) ** 3
    ordered.add_weighted_edges_from(zip(table["actor_a"], table["actor_b"], pull, strict=True))
    found = nx.spring_layout(ordered, weight="weight", seed=0, iterations=300, method="force")
    points = np.array([found[code] for code in codes])
    spans = np.ptp(points, axis=0)
    points = (
        (points - points.min(axis=0)) / np.where(spans > 0, spans, 1) if len(codes) > 1 else points * 0 + 0.5
    )
    return dict(zip(codes, map(tuple, points.tolist()), strict=True))


def _draw_edges(axes: Axes, shown: pd.DataFrame, places: dict[str, tuple[float, float]]) -> None:
    """Lines from pale and thin to dark and wide, in a frame with room for names."""
    axes.set_axis_off()
    axes.set_xlim(-0.12, 1.12)
    axes.set_ylim(-0.06, 1.06)
    weight = (shown["value"] / shown["value"].max()).to_numpy()
    pale, dark = np.array(to_rgb("#dedede")), np.array(to_rgb("#4d4d4d"))
    lines = [(places[a], places[b]) for a, b in zip(shown["actor_a"], shown["actor_b"], strict=True)]
    axes.add_collection(
        LineCollection(
            lines, linewidths=0.3 + 1.7 * weight, colors=pale + weight[:, None] * (dark - pale), zorder=1
        )
    )


def _draw_nodes(axes: Axes, graph: nx.Graph, places: dict[str, tuple[float, float]], named: set[str]) -> None:
    """A mark for each actor: its area by statements, its shape by kind, grey where it has no name."""
    for kind, shape in _SHAPES.items():
        codes = [code for code in sorted(graph) if _kind(graph, code) == kind]
        axes.scatter(
            [places[code][0] for code in codes],
            [places[code][1] for code in codes],
            s=[_area(graph, code) for code in codes],
            c=[theme.ACCENT if code in named else theme.GREY for code in codes],
            marker=shape,
            edgecolor="white",
            linewidth=0.6,
            zorder=3,
        )


def _kind(graph: nx.Graph, code: str) -> str:
    """What an actor is; who the user's own table does not describe is drawn as a State."""
    return str(graph.nodes[code].get("kind", "state"))


def _area(graph: nx.Graph, code: str) -> float:
    """The area of a node in square points, by its statements."""
    most = max(data["statements"] for _, data in graph.nodes(data=True)) or 1
    return float(8 + 50 * graph.nodes[code]["statements"] / most)


def _rim(axes: Axes, place: tuple[float, float], area: float) -> np.ndarray:
    """Eight points around a node: what names have to keep clear of."""
    turns = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    circle = np.column_stack([np.cos(turns), np.sin(turns)]) * np.sqrt(area / np.pi) * 1.3
    pixels = axes.transData.transform(place) + circle * axes.figure.dpi / 72
    return axes.transData.inverted().transform(pixels)


def _name(axes: Axes, graph: nx.Graph, places: dict[str, tuple[float, float]], most: int) -> set[str]:
    """Name actors, those with the most statements first, and return those for whom there was room."""
    from textalloc import allocate

    codes = sorted(graph, key=lambda code: (-graph.nodes[code]["statements"], code))[:most]
    points = np.array([places[code] for code in codes])
    rims = np.vstack([_rim(axes, place, _area(graph, code)) for code, place in places.items()])
    _, _, texts, _ = allocate(
        axes,
        points[:, 0],
        points[:, 1],
        [str(graph.nodes[code].get("name") or labels.name(code, "actor")) for code in codes],
        x_scatter=rims[:, 0],
        y_scatter=rims[:, 1],
        textsize=theme.SMALL,
        min_distance=0.012,
        max_distance=0.15,
        margin=0.004,
        linecolor=theme.INK,
        linewidth=0.4,
        draw_all=False,
        zorder=2,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.2},
    )
    return {code for code, text in zip(codes, texts, strict=True) if text is not None}


def _alt(graph: nx.Graph, table: pd.DataFrame, axis: str) -> str:
    """Kind, size, and the three heaviest edges."""
    heaviest = table.iloc[::-1].head(3)
    said = [
        f"{labels.name(a, 'actor')} and {labels.name(b, 'actor')} {notes.number(value)}"
        for a, b, value in zip(heaviest["actor_a"], heaviest["actor_b"], heaviest["value"], strict=True)
    ]
    what = f"Network of {_plural(len(graph), 'actor')} with {_plural(len(table), 'edge')}"
    return f"{what}; width of an edge: {axis}. {'; '.join(said) or 'No edges'}."


def _plural(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
