"""Where the nodes of a network stand and where their names go: the same in each run, nothing on top of another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from osce_analysis.charts import theme

if TYPE_CHECKING:
    import networkx as nx

Places = Mapping[str, tuple[float, float]]

_WEAK = 0.05  # of the strongest pull


def edges(graph: nx.Graph, ends: tuple[str, str] = ("actor_a", "actor_b")) -> pd.DataFrame:
    """One row an edge with its `value`, heaviest last so that it is drawn on top."""
    rows = [(*sorted((a, b)), float(data["weight"])) for a, b, data in graph.edges(data=True)]
    table = pd.DataFrame(rows, columns=[*ends, "value"])
    return table.sort_values(["value", *ends], ignore_index=True)


def places(graph: nx.Graph) -> Places:
    """A force-directed layout from the ranks of the weights, stretched to the unit square.

    The cube of the rank pulls close partners together even where nearly all pairs share
    something; a weak pull between all keeps parts that share nothing in the picture; the
    fixed seed and the fixed order make it the same in each run.
    """
    import networkx as nx

    codes = sorted(graph)
    ordered = nx.complete_graph(codes)
    nx.set_edge_attributes(ordered, _WEAK, "weight")
    table = edges(graph)
    pull = _WEAK + (table["value"].rank() / max(len(table), 1)) ** 3
    ordered.add_weighted_edges_from(zip(table["actor_a"], table["actor_b"], pull, strict=True))
    found = nx.spring_layout(ordered, weight="weight", seed=0, iterations=300, method="force")
    points = np.array([found[code] for code in codes])
    spans = np.ptp(points, axis=0)
    points = (
        (points - points.min(axis=0)) / np.where(spans > 0, spans, 1) if len(codes) > 1 else points * 0 + 0.5
    )
    return dict(zip(codes, map(tuple, points.tolist()), strict=True))


def place_names(axes: Axes, names: Mapping[str, str], where: Places, areas: Mapping[str, float]) -> set[str]:
    """Write names beside their nodes, clear of all nodes and of one another; return those for whom there was room.

    Parameters
    ----------
    axes : Axes
        With its final limits and size.
    names : mapping
        What is written, by node; the first come first.
    where, areas : mapping
        Place and area (square points) of every node.
    """
    from textalloc import allocate

    if not names:
        return set()
    points = np.array([where[code] for code in names])
    rims = np.vstack([_rim(axes, place, areas[code]) for code, place in where.items()])
    _, _, texts, _ = allocate(
        axes,
        points[:, 0],
        points[:, 1],
        list(names.values()),
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
    return {code for code, text in zip(names, texts, strict=True) if text is not None}


def _rim(axes: Axes, place: tuple[float, float], area: float) -> np.ndarray:
    """Eight points around a node: what names have to keep clear of."""
    turns = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    circle = np.column_stack([np.cos(turns), np.sin(turns)]) * np.sqrt(area / np.pi) * 1.3
    pixels = axes.transData.transform(place) + circle * axes.figure.dpi / 72
    return axes.transData.inverted().transform(pixels)
