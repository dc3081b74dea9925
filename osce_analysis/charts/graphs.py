"""A network: places that do not change between runs, edges by weight, names that do not overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgb

from osce_analysis.charts import blocs as of_blocs
from osce_analysis.charts import labels, layouts, notes, theme
from osce_analysis.charts.figures import Chart, Drawn, canvas, drawing, finish, legend, legend_height, no_rows
from osce_analysis.charts.layouts import Places
from osce_analysis.charts.palette import Look
from osce_analysis.charts.tables import pair_measure

if TYPE_CHECKING:
    import networkx as nx

MOST_LABELS, MOST_EDGES, MOST_NODES = 40, 150, 300
_ROOM = " Without a name: 17 of 57 actors."  # the longest sentence added once the names are placed
_SMALL = 7.0  # square points of a node that is not named
_ALIKE = 0.2  # of the heaviest: edges that all weigh the same
_SHAPES = {"state": "o", "group": "s", "organisation": "D", "statement": ".", "chain": "."}
_UNNAMED = frozenset({"statement", "chain"})
_NOTHING = "No pair is left in this backbone, which says nothing about ties: the note says what could have been found."


@drawing
def network(
    graph: nx.Graph, *, blocs: pd.DataFrame | None = None, width: float = theme.SINGLE, note: bool = True
) -> Chart:
    """Draw a network of actors, or of statements and instruments; the wider and darker an edge, the greater its weight.

    The size of a node shows its statements, its shape whether it is a State (circle), a
    group (square) or an organisation (diamond); with `blocs`, colour and shape show the bloc.
    Each node keeps its strongest edges: where there are more than 150, the weaker ones are left
    out and the note says so; the places come from all of them. A backbone's note says what the
    test could have found; an empty backbone is a sentence.

    Parameters
    ----------
    graph : networkx.Graph
        A result of `cosignatories.network` or `citations.network`.
    blocs : DataFrame, optional
        A result of `cosignatories.blocs` of the same graph.
    width : float
        Width in millimetres; at most 40 nodes are named, and statements are not.
    note : bool
        Write the note under the chart; it is in `figure.drawn.note` either way.

    Returns
    -------
    Chart
        A matplotlib Figure with `drawn`: the edges drawn, the note, the alternative text.

    Raises
    ------
    ValueError
        Where it is not such a graph, or `blocs` no such table.

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
    homes = of_blocs.homes(blocs)
    attrs = graph.graph.get("attrs", {})
    counted, axis = pair_measure(attrs)
    whole, graph = len(graph), _limited(graph.to_undirected(as_view=True))
    table = layouts.edges(graph, _ends(graph))
    if graph.number_of_nodes() == 0 or _is_empty_backbone(attrs):
        says = _NOTHING if _is_empty_backbone(attrs) else "No rows to draw"
        return no_rows("Network", table, notes.note(counted, attrs), width=width, note=note, says=says)
    shown = _strongest(graph, table)
    said = (
        _power(attrs),
        of_blocs.said(blocs),
        notes.not_shown(whole, len(graph), "nodes, those with the most edges,"),
        notes.not_shown(len(table), len(shown), "edges, the strongest,"),
        "Grey: in no bloc" if homes and len(homes) < len(graph) else "",
        "Small marks: statements" if any(_kind(graph, node) in _UNNAMED for node in graph) else "",
    )
    where, looks = layouts.places(graph), _looks(graph, homes)
    keys = [*_legend(homes)]
    height = width * 0.85 + legend_height(keys, width)
    chart, axes = canvas(width, height, notes.note(counted, attrs, *said) + _ROOM if note else "")
    _draw_edges(axes, shown, where)
    for name, look in _legend(homes).items():
        axes.scatter([], [], s=14, color=look.colour, marker=look.marker, label=name)
    if keys:
        legend(chart, width)
    chart.draw_without_rendering()
    chart.set_layout_engine("none")
    areas = {node: _area(graph, node) for node in graph}
    wanted = _wanted(graph, min(MOST_LABELS, int(width / 4)), width)
    named = layouts.place_names(axes, wanted, where, areas)
    _draw_nodes(axes, graph, where, areas, looks if homes else _greyed(graph, looks, named))
    text = notes.note(counted, attrs, *said, _without_names(graph, named, grey=not homes))
    return finish(chart, Drawn(shown, text, _alt(graph, table, axis, homes)), note=note)


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
        "network needs the graph from cosignatories.network or citations.network: each node with its statements, each "
        f"edge with its weight; what it was given is a {type(graph).__name__} without them."
    )


def _kind(graph: nx.Graph, node: str) -> str:
    """What a node is; who the user's own table does not describe is drawn as a State."""
    data = graph.nodes[node]
    return str(data.get("mode") or data.get("kind") or "state")


def _ends(graph: nx.Graph) -> tuple[str, str]:
    """The columns of the ends of an edge: actors, or nodes of a network of citations."""
    return (
        ("node_a", "node_b")
        if any("mode" in data for _, data in graph.nodes(data=True))
        else ("actor_a", "actor_b")
    )


def _limited(graph: nx.Graph) -> nx.Graph:
    """The nodes that can be laid out: instruments first, then those with the most edges."""
    ranked = sorted(graph, key=lambda node: (_kind(graph, node) in _UNNAMED, -graph.degree(node), node))
    return graph if len(graph) <= MOST_NODES else graph.subgraph(ranked[:MOST_NODES])


def _strongest(graph: nx.Graph, table: pd.DataFrame) -> pd.DataFrame:
    """The edges to draw: the heaviest, and those that keep each node tied to its strongest partners."""
    if len(table) <= MOST_EDGES:
        return table
    import networkx as nx

    tree = {tuple(sorted((a, b))) for a, b in nx.maximum_spanning_tree(graph).edges()}
    in_tree = np.array([pair in tree for pair in zip(table.iloc[:, 0], table.iloc[:, 1], strict=True)])
    heavy = table.index >= len(table) - max(MOST_EDGES - len(tree), 0)
    return table[in_tree | heavy].reset_index(drop=True)


def _is_empty_backbone(attrs: Mapping[str, Any]) -> bool:
    """Whether a backbone was asked for and nothing is left of it."""
    return bool(attrs.get("power")) and not attrs["power"]["kept"]


def _power(attrs: Mapping[str, Any]) -> str:
    """What a backbone kept, and what it could have kept; an empty one says so in its remark."""
    power, options = attrs.get("power"), attrs.get("options") or {}
    if not power or not power["kept"]:
        return ""
    correction = {"holm": ", Holm", "bh": ", Benjamini-Hochberg"}.get(options.get("correction") or "", "")
    return (
        f"Backbone ({options.get('backbone')}): {power['kept']:,} of {power['pairs']:,} pairs stay at "
        f"p ≤ {options.get('alpha', 0.05):g}{correction}; {power['could_reach_alpha']:,} could have reached it before "
        f"correction, {power['could_reach_needed']:,} with it"
    )


def _looks(graph: nx.Graph, homes: Mapping[str, int]) -> dict[str, Look]:
    """How each node is drawn: by its bloc, else by what it is."""
    if homes:
        each = of_blocs.drawn_as(homes)
        return {node: each[homes[node]] if node in homes else of_blocs.ALONE for node in graph}
    return {node: Look(theme.ACCENT, _SHAPES.get(_kind(graph, node), "o"), "") for node in graph}


def _legend(homes: Mapping[str, int]) -> dict[str, Look]:
    """The name of each bloc with its number of actors."""
    sizes = Counter(homes.values())
    return {f"Bloc {number} ({sizes[number]})": look for number, look in of_blocs.drawn_as(homes).items()}


def _greyed(graph: nx.Graph, looks: Mapping[str, Look], named: set[str]) -> dict[str, Look]:
    """Grey for who has no name."""
    return {
        node: looks[node] if node in named else Look(theme.GREY, looks[node].marker, "") for node in graph
    }


def _without_names(graph: nx.Graph, named: set[str], *, grey: bool) -> str:
    """How many of those that should have a name have none."""
    those = [node for node in graph if _kind(graph, node) not in _UNNAMED]
    if len(named) >= len(those):
        return ""
    return f"{'Grey: ' if grey else 'Without a name: '}{len(those) - len(named)} of {_things(graph)[0]}" + (
        " without a name" if grey else ""
    )


def _draw_edges(axes: Axes, shown: pd.DataFrame, where: Places) -> None:
    """Lines from pale and thin to dark and wide, in a frame with room for names."""
    axes.set_axis_off()
    axes.set_xlim(-0.12, 1.12)
    axes.set_ylim(-0.06, 1.06)
    weight = (shown["value"] / shown["value"].abs().max()).fillna(0).clip(lower=0).to_numpy()
    if len(shown) > 1 and shown["value"].nunique() == 1:
        weight = weight * _ALIKE
    pale, dark = np.array(to_rgb("#dedede")), np.array(to_rgb("#4d4d4d"))
    lines = [(where[a], where[b]) for a, b in zip(shown.iloc[:, 0], shown.iloc[:, 1], strict=True)]
    axes.add_collection(
        LineCollection(
            lines, linewidths=0.3 + 1.7 * weight, colors=pale + weight[:, None] * (dark - pale), zorder=1
        )
    )


def _draw_nodes(
    axes: Axes, graph: nx.Graph, where: Places, areas: Mapping[str, float], looks: Mapping[str, Look]
) -> None:
    """A mark for each node."""
    for marker in sorted({look.marker for look in looks.values()}):
        nodes = [node for node in sorted(graph) if looks[node].marker == marker]
        axes.scatter(
            [where[node][0] for node in nodes],
            [where[node][1] for node in nodes],
            s=[
                areas[node] * (4 if marker == "." else 1) for node in nodes
            ],  # a point is drawn at half the size
            c=[looks[node].colour for node in nodes],
            marker=marker,
            edgecolor="white",
            linewidth=0.6,
            zorder=3,
        )


def _area(graph: nx.Graph, node: str) -> float:
    """The area of a node in square points, by its statements."""
    if _kind(graph, node) in _UNNAMED:
        return _SMALL
    most = max(data["statements"] for _, data in graph.nodes(data=True)) or 1
    return float(8 + 50 * graph.nodes[node]["statements"] / most)


def _wanted(graph: nx.Graph, most: int, width: float) -> dict[str, str]:
    """The names to write, of those with the most statements first."""
    named = [node for node in graph if _kind(graph, node) not in _UNNAMED]
    ranked = sorted(named, key=lambda node: (-graph.nodes[node]["statements"], node))[:most]
    return {node: _name(graph, node, width) for node in ranked}


def _name(graph: nx.Graph, node: str, width: float) -> str:
    """An actor by its name; an instrument by its title where that fits into two lines, else by its id."""
    name = str(graph.nodes[node].get("name") or labels.name(node, "actor"))
    if _kind(graph, node) != "instrument":
        return name
    room = width / 4
    return "\n".join(labels.wrap(labels.instrument_label(node, name, width=room, lines=2), room, theme.SMALL))


def _things(graph: nx.Graph) -> list[str]:
    """How many nodes of each kind: actors, or statements and instruments."""
    of_citations = {"instrument", "statement", "chain"}
    kinds = Counter(
        kind
        if (kind := _kind(graph, node)) in of_citations
        else "group"
        if "mode" in graph.nodes[node]
        else "actor"
        for node in graph
    )
    return [_plural(count, kind) for kind, count in sorted(kinds.items())]


def _alt(graph: nx.Graph, table: pd.DataFrame, axis: str, homes: Mapping[str, int]) -> str:
    """Kind, size, and the three heaviest edges."""
    heaviest = table.iloc[::-1].head(3)
    said = [
        f"{_said(graph, a)} and {_said(graph, b)} {notes.number(value)}"
        for a, b, value in heaviest.itertuples(index=False, name=None)
    ]
    in_blocs = f" in {_plural(len(set(homes.values())), 'bloc')}" if homes else ""
    what = f"Network of {' and '.join(_things(graph))}{in_blocs} with {_plural(len(table), 'edge')}"
    return f"{what}; width of an edge: {axis}. {'; '.join(said) or 'No edges'}."


def _said(graph: nx.Graph, node: str) -> str:
    """A node in the alternative text."""
    return (
        node if "mode" in graph.nodes[node] and _kind(graph, node) != "group" else labels.name(node, "actor")
    )


def _plural(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
