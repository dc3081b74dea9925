"""A network of actors who sign together, each edge with the statements behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from osce_analysis import reference
from osce_analysis.corpus.grouping import SIGNING
from osce_analysis.corpus.parties import kind
from osce_analysis.corpus.provenance import attrs
from osce_analysis.cosignatories.agreements import check_measure, pairs_of, ranked
from osce_analysis.cosignatories.incidences import incidence

if TYPE_CHECKING:
    import networkx as nx

    from osce_analysis.corpus import Corpus


def network(
    corpus: Corpus,
    *,
    measure: str = "count",
    backbone: None = None,
    roles: Sequence[str] = SIGNING,
    groups: str = "actor",
    source: str = "statements",
    occasions: str = "joint",
) -> nx.Graph:
    """Return the network of actors who sign together: an edge for each two that share a statement.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    measure : str
        The weight of an edge, as in `agreement`.
    backbone : None
        Every edge stays; no backbone is offered yet.
    roles, groups, source, occasions
        As in `incidence`.

    Returns
    -------
    networkx.Graph
        Nodes are actors' codes, with `name`, `kind` and `statements` (that it signed). Edges
        have `weight`, `statements` (how many) and `statement_ids`. `graph.graph["attrs"]`
        says how it was made.

    Raises
    ------
    ValueError
        For a backbone, a measure, a role or an option that is not there.

    Examples
    --------
    >>> import pandas as pd
    >>> from osce_analysis.corpus import Corpus
    >>> signed = [("s1", "ARM"), ("s1", "BLR"), ("s2", "ARM"), ("s2", "BLR"), ("s2", "KAZ")]
    >>> signatories = pd.DataFrame(signed, columns=["statement_id", "actor"]).assign(role="joint")
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["s1", "s2"]}), signatories=signatories)
    >>> network(corpus).edges["ARM", "BLR"]
    {'weight': 2.0, 'statements': 2, 'statement_ids': ['s1', 's2']}
    """
    import networkx as nx

    if backbone is not None:
        raise ValueError(f"There is no backbone={backbone!r}: use None, which keeps every edge.")
    check_measure(measure)
    how = {"roles": roles, "groups": groups, "source": source, "occasions": occasions}
    signed = incidence(corpus, **how)  # type: ignore[arg-type]
    shared = ranked(pairs_of(signed, measure))
    options = {"measure": measure, "backbone": backbone, **how}
    made = {name: signed.attrs[name] for name in ("denominators", "remark")}
    graph = nx.Graph(attrs=attrs(corpus.counted(), "cosignatories.network", options, **made))
    ones = {code: signed[code].eq(1).to_numpy(dtype=bool, na_value=False) for code in signed.columns.tolist()}
    for code, mine in ones.items():
        graph.add_node(code, name=reference.actor_name(code), kind=kind(code), statements=int(mine.sum()))
    edges = shared[shared["statements"] > 0]
    for a, b, value in zip(edges["actor_a"], edges["actor_b"], edges["value"].astype(float), strict=True):
        ids = signed.index[ones[a] & ones[b]].tolist()
        graph.add_edge(a, b, weight=value, statements=len(ids), statement_ids=ids)
    return graph
