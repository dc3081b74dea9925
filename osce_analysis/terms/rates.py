"""Rates of one side: pooled, each statement alike or each delegation alike, with whole clusters resampled."""

from __future__ import annotations

from typing import Any, Generic, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from osce_analysis import measures
from osce_analysis.terms.sides import Matrix, rows_of, summed


class Clusters(NamedTuple, Generic[Matrix]):
    """What `measures.rate` and `measures.rate_interval` take: hits, sizes, and units that count alike."""

    hits: Matrix
    sizes: NDArray[np.float64]
    units: NDArray[np.int64] | None = None


def clustered(
    hits: Matrix,
    tokens: NDArray[np.float64],
    owners: NDArray[np.int64],
    weight: str,
    cluster: str,
) -> Clusters[Matrix]:
    """The clusters of one side.

    Parameters
    ----------
    hits : array or sparse array, (statements, terms)
    tokens : array, (statements,)
    owners : int array, (statements,)
        The delegation of each statement; one of several delegations stands for itself.
    weight : {"tokens", "statements", "delegations"}
    cluster : {"statement", "delegation"}
    """
    held = np.flatnonzero(tokens > 0)
    hits, sizes, owners = rows_of(hits, held), tokens[held], owners[held]
    if weight == "statements":
        hits, sizes = _over(hits, sizes), np.ones(len(sizes))
    if cluster == "delegation":
        hits, sizes = summed(hits, owners), summed(sizes, owners)
        if weight == "delegations":
            hits, sizes = _over(hits, sizes), np.ones(len(sizes))
        return Clusters(hits, sizes)
    return Clusters(hits, sizes, owners if weight == "delegations" else None)


def _over(hits: Matrix, sizes: NDArray[np.float64]) -> Matrix:
    """Hits over the size of each row."""
    from scipy.sparse import diags_array

    return cast(Matrix, diags_array(1 / sizes) @ hits)


def rates(
    clusters: Clusters[Any], interval: str | None, seed: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Rate, low and high of each term; no bounds where `interval` is None."""
    value = measures.rate(*clusters)
    if interval is None:
        nothing = np.full(len(value), np.nan)
        return value, nothing, nothing
    low, high = measures.rate_interval(clusters.hits, clusters.sizes, units=clusters.units, seed=seed)
    return value, low, high
