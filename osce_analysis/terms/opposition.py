"""Two sides laid out for comparison: hits, sizes and clusters of both in arrays of one order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis import measures
from osce_analysis.corpus.grouping import by_columns
from osce_analysis.corpus.selection import unknown_column
from osce_analysis.measures.intervals import members_of, weighted_rates
from osce_analysis.terms.rates import Clusters, clustered
from osce_analysis.terms.sides import owners_of, rows_of

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from osce_analysis.corpus import Corpus

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Opposition:
    """Clusters of two sides, as the functions of `measures.two_sides` take them.

    Attributes
    ----------
    clusters : Clusters
        Hits (clusters x terms, sparse), sizes, and the units that count alike.
    in_target : bool array, (clusters,)
    strata : int array, (clusters,), or None
    floors : pair of floats
        The rates of half a hit in target and reference.
    """

    clusters: Clusters[csr_array]
    in_target: NDArray[np.bool_]
    strata: NDArray[np.int64] | None
    floors: tuple[float, float]

    @cached_property
    def rates(self) -> tuple[Array, Array]:
        """Rate of each term in target and reference."""
        hits, sizes, units = self.clusters
        sides = np.array([self.in_target, ~self.in_target], np.float64)
        target, reference = weighted_rates(sides, hits, sizes, members_of(units))
        return target, reference

    def log_ratio(self) -> Array:
        """Binary logarithm of the ratio of the rates; half a hit stands for none."""
        target, reference = self.rates
        used = np.where(np.maximum(target, reference) > 0, 1.0, np.nan)
        return np.log2(np.maximum(target, self.floors[0]) / np.maximum(reference, self.floors[1])) * used

    def interval(self, terms: NDArray[np.int64], seed: int) -> tuple[Array, Array]:
        """Bootstrap interval of the log ratio of some terms."""
        hits, sizes, units = self.clusters
        return measures.log_ratio_bootstrap(
            hits[:, terms].toarray(),
            sizes,
            self.in_target,
            units=units,
            strata=self.strata,
            floors=self.floors,
            seed=seed,
        )

    def p_values(self, draws: int, seed: int) -> tuple[Array, Array]:
        """Permutation p of the difference of the rates, alone and over all terms."""
        hits, sizes, units = self.clusters
        return measures.rate_difference_p(
            hits, sizes, self.in_target, units=units, strata=self.strata, draws=draws, seed=seed
        )


def oppose(
    both: Corpus,
    in_target: NDArray[np.bool_],
    hits: csr_array,
    *,
    within: str | Sequence[str] | None,
    weight: str,
    cluster: str,
) -> Opposition:
    """Lay out the statements of two sides.

    Parameters
    ----------
    both : Corpus
        The statements of both sides (see `corpus.joining`).
    in_target : bool array, (statements,)
    hits : sparse array, (statements, terms)
    within : str or list of str, optional
        Columns of `statements`: sides are exchanged and resampled only among statements alike in them.
    weight, cluster
        As in `terms.frequency`.

    Raises
    ------
    ValueError
        For a side without a text, a column that is not there, or where no stratum holds both sides.
    """
    statements = both.statements
    tokens = statements["tokens"].fillna(0).to_numpy(np.float64)
    spoken = np.flatnonzero(tokens > 0)
    sides = in_target[spoken]
    _check_sides(sides)
    strata = None if within is None else strata_of(statements, within)[spoken]
    if strata is not None:
        _check_strata(strata, sides, within)
    owners = owners_of(statements["delegation"]).codes[spoken]
    hits = rows_of(hits, spoken)
    floors = (0.5 / tokens[in_target].sum(), 0.5 / tokens[~in_target].sum())
    if cluster == "statement":
        return Opposition(clustered(hits, tokens[spoken], owners, weight, cluster), sides, strata, floors)
    # A delegation of both sides, or of several strata, falls into as many pieces.
    pieces = _numbers(owners, sides, np.zeros_like(owners) if strata is None else strata)
    first = np.unique(pieces, return_index=True)[1]
    clusters = clustered(hits, tokens[spoken], pieces, weight, cluster)
    if weight == "delegations":
        clusters = clusters._replace(units=owners[first])
    return Opposition(clusters, sides[first], None if strata is None else strata[first], floors)


def strata_of(statements: pd.DataFrame, within: str | Sequence[str]) -> NDArray[np.int64]:
    """The number of the stratum of each statement; a missing value is a stratum of its own.

    Examples
    --------
    >>> strata_of(pd.DataFrame({"year": [2020, 2021, None, 2020]}), "year").tolist()
    [0, 1, 2, 0]
    """
    names = by_columns(within)
    unknown = [name for name in names if name not in statements]
    if unknown:
        raise ValueError(unknown_column(unknown[0], statements.columns))
    return np.asarray(statements.groupby(names, dropna=False, sort=True).ngroup(), np.int64)


def _numbers(*codes: NDArray[Any]) -> NDArray[np.int64]:
    """One number for each combination of codes."""
    combined = np.unique(np.column_stack(codes), axis=0, return_inverse=True)[1]
    return np.asarray(combined, np.int64).ravel()


def _check_sides(sides: NDArray[np.bool_]) -> None:
    for side, held in (("target", sides.any()), ("reference", (~sides).any())):
        if not held:
            raise ValueError(f"The {side} holds no statement with a text: select another.")


def _check_strata(
    strata: NDArray[np.int64], sides: NDArray[np.bool_], within: str | Sequence[str] | None
) -> None:
    if not np.intersect1d(strata[sides], strata[~sides]).size:
        raise ValueError(
            f"within={within!r} leaves nothing to compare: no value is shared by statements of both sides."
        )
