"""A network of actors who sign together, whole or reduced to the ties that chance does not explain."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.grouping import SIGNING
from osce_analysis.corpus.options import check
from osce_analysis.corpus.parties import kind
from osce_analysis.corpus.provenance import attrs
from osce_analysis.cosignatories.agreements import OF_PRESENCES, pairs_of, ranked
from osce_analysis.cosignatories.incidences import incidence_of
from osce_analysis.cosignatories.significance import Test, full_row, judged, tested
from osce_analysis.cosignatories.signings import Signing
from osce_analysis.measures import pairs
from osce_analysis.measures.backbones import BACKBONES

if TYPE_CHECKING:
    import networkx as nx

    from osce_analysis.corpus import Corpus


def network(
    corpus: Corpus,
    *,
    measure: str = "count",
    backbone: str | None = None,
    alpha: float = 0.05,
    correction: str | None = "holm",
    roles: Sequence[str] = SIGNING,
    groups: str = "actor",
    source: str = "statements",
    occasions: str = "joint",
    occasions_of: str | None = None,
    seed: int = 0,
    progress: bool = True,
) -> nx.Graph:
    """Return the network of actors who sign together: an edge for each two that share a statement.

    With a backbone only the pairs stay that share more statements than chance would give.
    Where none is left, the data could seldom have shown one: `graph.graph["attrs"]["power"]`
    says what could have been found. It never means that there are no ties.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    measure : str
        The weight of an edge, as in `agreement`.
    backbone : {None, "hypergeometric", "sdsm"}
        Every edge stays; or those beyond a null model: "hypergeometric" keeps each actor's
        number of statements, the stochastic degree sequence model "sdsm" also each statement's
        number of signatories, on average. One-tailed. Lists not read to their end are left out.
    alpha : float
        An edge stays where its p, corrected, is no larger; 1 keeps all, each with its p.
    correction : {"holm", "bh", None}
        Over all pairs: Holm, Benjamini and Hochberg, or none.
    roles, groups, source, occasions, occasions_of
        As in `incidence`. Ties among those who align with the EU are tested with
        ``occasions_of="EU"``.
    seed : int
        Kept with the result. These models draw nothing at random: every seed gives one graph.
    progress : bool
        Show a progress bar where there are many pairs.

    Returns
    -------
    networkx.Graph
        Nodes are actors' codes, those without an edge too, with `name`, `kind` and
        `statements` (that it signed). Edges have `weight`, `statements` (how many they share)
        and `statement_ids` (which, as `shared_statements` tells them); with a backbone `p` and
        `p_adjusted`. `graph.graph["attrs"]` says how it was made, `graph.graph["incidence"]`
        holds the columns of the frame of `incidence` as lists.

    Raises
    ------
    ValueError
        For a backbone, a measure, a role or an option that is not there.

    Warns
    -----
    UserWarning
        With a backbone, where an actor signs all that it could: none of its pairs can stand out.

    References
    ----------
    Neal, Z. P., Domagalski, R. and Sagan, B. (2021). Comparing alternatives to the fixed degree
    sequence model for extracting the backbone of bipartite projections. Scientific Reports 11, 23929.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> signed = [("s1", "ARM"), ("s1", "BLR"), ("s2", "ARM"), ("s2", "BLR"), ("s2", "KAZ")]
    >>> signatories = pd.DataFrame(signed, columns=["statement_id", "actor"]).assign(role="joint")
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["s1", "s2"]}), signatories=signatories)
    >>> network(corpus).edges["ARM", "BLR"]
    {'weight': 2.0, 'statements': 2, 'statement_ids': ['s1', 's2']}
    """
    check("measure", measure, pairs.MEASURES)
    check("backbone", backbone, (None, *BACKBONES))
    test = Test(backbone, alpha, correction)
    how = Signing(roles, groups, source, occasions, occasions_of)
    corpus = corpus.counted()
    signed, made = incidence_of(corpus, how, unread=backbone is None and measure in OF_PRESENCES)
    shared = ranked(pairs_of(signed, measure))
    if backbone is not None:
        shared = tested(signed, shared, test, progress)
        made |= judged(shared, test, made["denominators"])
        full = full_row(signed, occasions_of)
        if full:
            made["remark"] = f"{full} {made['remark'] or ''}".strip()
            warnings.warn(full, stacklevel=2)
        shared = shared[shared["p_adjusted"] <= alpha]
    options = {
        "measure": measure, "backbone": backbone, "alpha": alpha, "correction": correction, **how.options(),
        "seed": seed,
    }  # fmt: skip
    return _graph(signed, shared, attrs(corpus, "cosignatories.network", options, **made))


def _graph(signed: pd.DataFrame, shared: pd.DataFrame, made: dict[str, Any]) -> nx.Graph:
    """Nodes for all actors, edges for the pairs that share a statement."""
    import networkx as nx

    held = {"statement_id": signed.index.tolist()}
    held |= {
        code: [None if pd.isna(cell) else int(cell) for cell in signed[code]]
        for code in signed.columns.tolist()
    }
    graph = nx.Graph(attrs=made, incidence=held)
    ones = {code: signed[code].eq(1).to_numpy(dtype=bool, na_value=False) for code in signed.columns.tolist()}
    for code, mine in ones.items():
        graph.add_node(code, name=reference.actor_name(code), kind=kind(code), statements=int(mine.sum()))
    ids = signed.index.to_numpy(dtype=object)
    for row in shared[shared["statements"] > 0].to_dict("records"):
        a, b = row["actor_a"], row["actor_b"]
        theirs = ids[np.flatnonzero(ones[a] & ones[b])].tolist()
        weight = {"weight": float("nan") if pd.isna(row["value"]) else float(row["value"])}
        chance = {name: float(row[name]) for name in ("p", "p_adjusted") if name in row}
        graph.add_edge(a, b, **weight, statements=len(theirs), statement_ids=theirs, **chance)
    return graph
