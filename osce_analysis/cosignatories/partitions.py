"""Blocs of a network: the partition, the same in every run, and how far it can be relied on."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from osce_analysis.corpus.options import check_number
from osce_analysis.cosignatories.agreements import cells_of
from osce_analysis.cosignatories.graphs import attrs_of, weights_of
from osce_analysis.measures import pairs
from osce_analysis.measures.resampling import bootstrap_weights

if TYPE_CHECKING:
    import networkx as nx

Blocs = list[frozenset[str]]
Weights = dict[tuple[str, str], float]

COLUMNS = {
    "actor": "str",
    "bloc": "Int64",
    "statements": "Int64",
    "stability_seeds": "Float64",
    "stability_bootstrap": "Float64",
}


def blocs(
    graph: nx.Graph, *, resolution: float = 1, seed: int = 0, runs: int = 50, draws: int = 50
) -> pd.DataFrame:
    """Return the blocs of a network: actors with more and heavier ties to one another than to the rest.

    Louvain's method is run several times, and the partition with the highest modularity taken.
    It is the same for the same graph in every process. Even so blocs are a description: look at
    how stable each actor's is before you name them.

    Parameters
    ----------
    graph : networkx.Graph
        A result of `network`, or a graph with positive weights of your own.
    resolution : float
        Above 1 more and smaller blocs, below 1 fewer and larger ones.
    seed : int
        Of the runs and resamples.
    runs : int
        Runs of Louvain's method.
    draws : int
        Resamples of the occasions, each divided anew; 0 for none. The edges stay those of the
        graph, their weights are measured again.

    Returns
    -------
    DataFrame
        actor, bloc (from 1, the largest first), statements (that it signed), stability_seeds and
        stability_bootstrap (0 to 1: how much an actor's bloc in the other runs, and in the
        resamples, is the one here, as the mean Jaccard index of the two; missing where the graph
        does not tell its occasions), by bloc. `attrs["modularity"]` is that of the partition.

    Raises
    ------
    ValueError
        For a graph whose edges have no weights, or some that are not above zero.

    References
    ----------
    Blondel, V. D., Guillaume, J.-L., Lambiotte, R. and Lefebvre, E. (2008). Fast unfolding of
    communities in large networks. Journal of Statistical Mechanics, P10008.
    Hennig, C. (2007). Cluster-wise assessment of cluster stability. Computational Statistics and
    Data Analysis 52, 258-271.

    Examples
    --------
    >>> import networkx
    >>> graph = networkx.Graph()
    >>> graph.add_weighted_edges_from([("ARM", "BLR", 2), ("BLR", "KAZ", 2), ("NOR", "ISL", 3)])
    >>> blocs(graph)[["actor", "bloc"]].values.tolist()
    [['ARM', 1], ['BLR', 1], ['KAZ', 1], ['ISL', 2], ['NOR', 2]]
    """
    check_number("runs", runs, 1)
    check_number("draws", draws, 0)
    if (
        isinstance(resolution, bool)
        or not isinstance(resolution, (int, float))
        or not 0 < resolution < math.inf
    ):
        raise ValueError(f"resolution={resolution!r} is no number above 0: 1 is the usual one.")
    weights = weights_of(graph, "blocs")
    actors = sorted(graph)
    found = [_divided(actors, weights, resolution, seed + run) for run in range(runs if weights else 1)]
    best = max(found, key=lambda one: (round(_modularity(weights, one, resolution), 12), _order(one)))
    resampled = [
        _divided(actors, drawn, resolution, seed + run)
        for run, drawn in enumerate(_redrawn(graph, draws, seed))
    ]
    signed = {code: data.get("statements") for code, data in graph.nodes(data=True)}
    table = pd.DataFrame(
        [(code, number, signed[code]) for number, bloc in enumerate(best, start=1) for code in sorted(bloc)],
        columns=["actor", "bloc", "statements"],
    )
    stable = {"stability_seeds": _stability(best, found), "stability_bootstrap": _stability(best, resampled)}
    table = table.assign(**{name: table["actor"].map(told) for name, told in stable.items()}).astype(COLUMNS)
    quality = _modularity(weights, best, resolution)
    made = {
        "modularity": None if math.isnan(quality) else quality,
        "blocs": len(best),
        "remark": None if weights else "No two actors share an edge here: each is its own bloc.",
    }
    options = {"resolution": resolution, "seed": seed, "runs": runs, "draws": draws}
    table.attrs.update(attrs_of(graph, "cosignatories.blocs", options, **made))
    return table


def _divided(actors: list[str], weights: Weights, resolution: float, seed: int) -> Blocs:
    """One run of Louvain's method, on numbers in a fixed order: names would be taken in an order of hashes."""
    import networkx as nx

    number = {code: place for place, code in enumerate(actors)}
    plain = nx.Graph()
    plain.add_nodes_from(range(len(actors)))
    plain.add_weighted_edges_from(
        (number[a], number[b], weight) for (a, b), weight in sorted(weights.items())
    )
    if not weights:
        return [frozenset({code}) for code in actors]
    found = nx.community.louvain_communities(plain, weight="weight", resolution=resolution, seed=seed)
    return _sorted([frozenset(actors[place] for place in bloc) for bloc in found])


def _sorted(found: Blocs) -> Blocs:
    """The largest first, then by the first name."""
    return sorted(found, key=lambda bloc: (-len(bloc), min(bloc)))


def _order(found: Blocs) -> list[list[str]]:
    """What decides between partitions of one modularity."""
    return [sorted(bloc) for bloc in found]


def _modularity(weights: Weights, found: Blocs, resolution: float) -> float:
    """Newman's Q of a partition; NaN without an edge."""
    total = math.fsum(weights.values())
    if not total:
        return math.nan
    home = {code: place for place, bloc in enumerate(found) for code in bloc}
    inside = [weight for (a, b), weight in weights.items() if home[a] == home[b]]
    degrees: list[list[float]] = [[] for _ in found]
    for (a, b), weight in weights.items():
        degrees[home[a]].append(weight)
        degrees[home[b]].append(weight)
    expected = math.fsum((math.fsum(degree) / (2 * total)) ** 2 for degree in degrees)
    return math.fsum(inside) / total - resolution * expected


def _redrawn(graph: nx.Graph, draws: int, seed: int) -> Iterator[Weights]:
    """The weights of the edges in resamples of the occasions; nothing where the graph does not tell them."""
    held = graph.graph.get("incidence")
    options = graph.graph.get("attrs", {}).get("options", {})
    if (
        not draws
        or held is None
        or options.get("measure") not in pairs.MEASURES
        or not graph.number_of_edges()
    ):
        return
    signed = pd.DataFrame(held).set_index("statement_id").astype("Int8")
    edges = sorted(tuple(sorted(edge)) for edge in graph.edges)
    places = [signed.columns.get_indexer(pd.Index(codes)) for codes in zip(*edges, strict=True)]
    cells = cells_of(signed)
    for weights in bootstrap_weights(len(cells), draws, seed):
        for values in pairs.resampled(cells, options["measure"], places[0], places[1], weights):
            yield {edge: float(value) for edge, value in zip(edges, values, strict=True) if value > 0}


def _stability(best: Blocs, others: list[Blocs]) -> dict[str, float]:
    """The mean Jaccard index of each actor's bloc with those it has in the other partitions."""
    homes = [{code: bloc for bloc in found for code in bloc} for found in others]
    return {
        code: float(np.mean([len(bloc & home[code]) / len(bloc | home[code]) for home in homes]))
        if homes
        else math.nan
        for bloc in best
        for code in bloc
    }
