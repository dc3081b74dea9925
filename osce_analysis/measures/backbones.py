"""Which pairs share more occasions than chance would give: null models of who signs what, one-tailed.

Both take an array of occasions (rows) x actors (columns) with 1 for signed, 0 for not and NaN where the actor
could not sign, and judge a pair on the occasions that both could sign.

References
----------
Neal, Z. P. (2014). The backbone of bipartite projections: inferring relationships from co-authorship,
co-sponsorship, co-attendance and other co-behaviors. Social Networks 39, 84-97.
Neal, Z. P., Domagalski, R. and Sagan, B. (2021). Comparing alternatives to the fixed degree sequence model for
extracting the backbone of bipartite projections. Scientific Reports 11, 23929.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from osce_analysis.measures import pairs
from osce_analysis.measures.bipartite import configuration
from osce_analysis.measures.poisson_binomial import upper_tail

Matrix = NDArray[np.float64]
Watch = Callable[[Iterable[tuple[int, int]]], Iterable[tuple[int, int]]]


class Tails(NamedTuple):
    """p of each pair, P(X >= shared), and the smallest p that it could have reached, had it shared all it could.

    Both actors x actors and symmetric; NaN on the diagonal and where no occasion could be shared.
    """

    p: Matrix
    reachable: Matrix


def hypergeometric(incidence: ArrayLike, watch: Watch = iter) -> Tails:
    """Each actor's number of occasions is kept; which ones they are is chance, each as likely as the next.

    Parameters
    ----------
    incidence : array, (occasions, actors)
        1 signed, 0 not, NaN could not sign.
    watch : callable
        Wraps the pairs as they are gone through, to show progress; all are done at once here.

    Examples
    --------
    >>> p = hypergeometric([[1, 0, 1], [0, 1, 0], [1, 0, 0], [1, 0, 1]]).p
    >>> p[0, 1].round(4), p[0, 2].round(4), p[1, 2].round(4)
    (np.float64(1.0), np.float64(0.5), np.float64(1.0))
    """
    from scipy.stats import hypergeom

    del watch
    total, own = pairs.occasions(incidence), pairs.signed(incidence)
    less, more = np.minimum(own, own.T), np.maximum(own, own.T)
    return Tails(
        *(
            _between(np.asarray(hypergeom.sf(shared - 1, total, less, more)), total)
            for shared in (pairs.count(incidence), less)
        )
    )


def sdsm(incidence: ArrayLike, watch: Watch = iter) -> Tails:
    """The stochastic degree sequence model: the expected sums of actors and of occasions are those observed.

    The probabilities are those of the bipartite configuration model; the number of occasions that a pair shares
    is then Poisson-binomial, and its tail is summed exactly.

    Parameters
    ----------
    incidence : array, (occasions, actors)
        1 signed, 0 not, NaN could not sign.
    watch : callable
        Wraps the pairs as they are gone through, to show progress.

    Examples
    --------
    >>> p = sdsm([[1, 0, 1], [0, 1, 0], [1, 0, 0], [1, 0, 1]]).p
    >>> p[0, 1].round(4), p[0, 2].round(4), p[1, 2].round(4)
    (np.float64(1.0), np.float64(0.5553), np.float64(1.0))
    """
    total, own, shared = pairs.occasions(incidence), pairs.signed(incidence), pairs.count(incidence)
    model = configuration(incidence)
    found = Tails(np.full(total.shape, np.nan), np.full(total.shape, np.nan))
    upper = np.argwhere(np.triu(total > 0, k=1)).tolist()
    for a, b in watch([(first, second) for first, second in upper]):
        both = model.probability[a] * model.probability[b]
        could = ~np.isnan(both)
        for table, least in zip(found, (shared[a, b], min(own[a, b], own[b, a])), strict=True):
            table[a, b] = table[b, a] = upper_tail(both[could], model.times[could], int(least))
    return found


BACKBONES: Mapping[str, Callable[[ArrayLike, Watch], Tails]] = {
    "hypergeometric": hypergeometric,
    "sdsm": sdsm,
}
"""The null models by name."""


def _between(values: Matrix, total: Matrix) -> Matrix:
    """Values of pairs of two actors who could share something."""
    return np.where((total > 0) & ~np.eye(len(total), dtype=bool), values, np.nan)
