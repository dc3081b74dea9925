"""A network as blocs and centrality take it: its weights, and how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from osce_analysis.corpus.provenance import software

if TYPE_CHECKING:
    import networkx as nx


def weights_of(graph: nx.Graph, call: str) -> dict[tuple[str, str], float]:
    """The weight of each edge, its actors in order of their names.

    Raises
    ------
    ValueError
        For what is no undirected graph, or has edges without a weight above zero.

    Examples
    --------
    >>> import networkx
    >>> graph = networkx.Graph()
    >>> graph.add_edge("BLR", "ARM", weight=2)
    >>> weights_of(graph, "blocs")
    {('ARM', 'BLR'): 2.0}
    """
    import networkx as nx

    if not isinstance(graph, nx.Graph) or graph.is_directed() or graph.is_multigraph():
        given = type(graph).__name__
        raise ValueError(
            f"{call} takes an undirected graph, as cosignatories.network makes; this is a {given}."
        )
    found: dict[tuple[str, str], float] = {}
    for a, b, data in sorted(graph.edges(data=True), key=lambda edge: sorted(edge[:2])):
        weight = data.get("weight")
        if weight is None:
            raise ValueError(
                f"{call} needs a weight on each edge, and {a}-{b} has none: make the graph with cosignatories.network, "
                "or set the attribute weight."
            )
        if not 0 < weight < np.inf:
            raise ValueError(
                f"{call} needs weights above zero, and {a}-{b} has {weight:.3g}: take measure='count', 'newman', "
                "'jaccard', 'simpson' or 'cosine'."
            )
        first, second = sorted((a, b))
        found[first, second] = float(weight)
    return found


def attrs_of(graph: nx.Graph, call: str, options: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The attrs of a table made of a network: its call and options, and those of the network."""
    network = graph.graph.get("attrs", {})
    return {
        "call": call,
        "options": options,
        "network": {name: network.get(name) for name in ("call", "options", "denominators")},
        "corpus": network.get("corpus"),
        "software": software(),
        **more,
    }
