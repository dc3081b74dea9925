"""Who stands where in a network."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from osce_analysis.cosignatories.graphs import attrs_of, weights_of

if TYPE_CHECKING:
    import networkx as nx

COLUMNS = {
    "actor": "str",
    "statements": "Int64",
    "partners": "Int64",
    "strength": "Float64",
    "betweenness": "Float64",
    "eigenvector": "Float64",
}


def centrality(graph: nx.Graph) -> pd.DataFrame:
    """Return how central each actor is in a network.

    In the network of all who share a statement, whoever signs much is central: read these
    figures beside `statements`.

    Parameters
    ----------
    graph : networkx.Graph
        A result of `network`, or a graph with positive weights of your own.

    Returns
    -------
    DataFrame
        actor, statements (that it signed), partners (with an edge), strength (sum of the weights),
        betweenness (share of the shortest paths between others that lead through it, a heavy edge
        being a short one), eigenvector (weighted, of length 1; missing where the actors with an
        edge fall into several parts, for then it has no one meaning), the strongest first.

    Raises
    ------
    ValueError
        For a graph whose edges have no weights, or some that are not above zero.

    References
    ----------
    Newman, M. E. J. (2001). Scientific collaboration networks. II. Physical Review E 64, 016132.
    Bonacich, P. (1987). Power and centrality: a family of measures. American Journal of Sociology
    92, 1170-1182.

    Examples
    --------
    >>> import networkx
    >>> graph = networkx.Graph()
    >>> graph.add_weighted_edges_from([("ARM", "BLR", 2), ("BLR", "KAZ", 1)])
    >>> centrality(graph)[["actor", "partners", "strength", "betweenness"]].values.tolist()
    [['BLR', 2, 3.0, 1.0], ['ARM', 1, 2.0, 0.0], ['KAZ', 1, 1.0, 0.0]]
    """
    import networkx as nx

    weights = weights_of(graph, "centrality")
    actors = sorted(graph)
    plain = nx.Graph()
    plain.add_nodes_from(actors)
    for (a, b), weight in weights.items():
        plain.add_edge(a, b, weight=weight, length=1 / weight)
    betweenness = nx.betweenness_centrality(plain, weight="length")
    table = pd.DataFrame(
        {
            "actor": actors,
            "statements": [graph.nodes[code].get("statements") for code in actors],
            "partners": [plain.degree(code) for code in actors],
            "strength": [float(plain.degree(code, weight="weight")) for code in actors],
            "betweenness": [betweenness[code] for code in actors],
            "eigenvector": _eigenvector(plain, actors),
        }
    ).astype(COLUMNS)
    table = table.sort_values(["strength", "actor"], ascending=[False, True], ignore_index=True)
    table.attrs.update(attrs_of(graph, "cosignatories.centrality", {}))
    return table


def _eigenvector(graph: nx.Graph, actors: list[str]) -> list[float]:
    """The leading eigenvector of the weights; actors without an edge have 0."""
    import networkx as nx

    tied = [code for code in actors if graph.degree(code)]
    if not tied or not nx.is_connected(graph.subgraph(tied)):
        return [math.nan] * len(actors)
    vector = np.abs(np.linalg.eigh(nx.to_numpy_array(graph, nodelist=tied, weight="weight"))[1][:, -1])
    told = dict(zip(tied, vector.tolist(), strict=True))
    return [told.get(code, 0.0) for code in actors]
