"""Statements and the instruments they invoke as a graph, in two modes or projected on one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from osce_analysis import reference
from osce_analysis.citations.cocitations import cocitation
from osce_analysis.citations.groups import cited, grouped
from osce_analysis.citations.renewals import chains
from osce_analysis.corpus.options import check, check_number
from osce_analysis.corpus.provenance import attrs

if TYPE_CHECKING:
    import networkx as nx

    from osce_analysis.corpus import Corpus

MODES = ("two-mode", "instruments")


def network(
    corpus: Corpus,
    *,
    mode: str = "two-mode",
    by: str | Sequence[str] | None = None,
    collapse: bool = False,
    min_statements: int = 1,
    top: int | None = None,
    groups: str = "actor",
) -> nx.Graph:
    """Return who invokes what as a graph.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    mode : {"two-mode", "instruments"}
        Directed edges from statements to instruments, or edges between instruments that are invoked together.
    by : str or list of str, optional
        In two modes, groups in place of statements, as in `most_cited`.
    collapse : bool
        Take the statements that renew one mandate again and again as one (see `renewals.chains`), so that what founded
        it does not lead merely by being renewed.
    min_statements : int
        Only instruments that so many statements (chains, where they collapse) cite; between instruments, only
        edges of so many.
    top : int, optional
        Only so many instruments, those that most cite.
    groups : {"actor", "expand", "drop"}
        With `by` of actors or delegations.

    Returns
    -------
    networkx.DiGraph or networkx.Graph
        Nodes: `mode` ("statement", "chain", "group" or "instrument"), `name` (id or title), `statements` (how many
        stand behind it). Edges: `weight`, how many statements. `graph.graph["attrs"]` says how it was made.

    Raises
    ------
    ValueError
        For a column or an option that is not there, or to collapse a corpus of delegations' texts alone.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> cited = pd.DataFrame({"statement_id": ["a", "a", "b"], "instrument": ["HFA-1975", "PARIS-1990", "HFA-1975"]})
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a", "b"]}), citations=cited)
    >>> sorted(network(corpus).edges())
    [('a', 'HFA-1975'), ('a', 'PARIS-1990'), ('b', 'HFA-1975')]
    >>> network(corpus, mode="instruments").edges["HFA-1975", "PARIS-1990"]["weight"]
    1
    """
    check("mode", mode, MODES)
    check_number("min_statements", min_statements, 1)
    if mode == "instruments" and by is not None:
        raise ValueError('by= has no meaning between instruments: leave it out, or take mode="two-mode".')
    corpus = corpus.counted()
    founding = chains(corpus) if collapse else pd.Series(dtype="str")
    whole = _collapsed(corpus, founding) if collapse else corpus
    options = {
        "mode": mode,
        "by": by,
        "collapse": collapse,
        "min_statements": min_statements,
        "top": top,
        "groups": groups,
    }
    graph = (
        _instruments(whole, min_statements, top) if mode == "instruments" else _two_mode(whole, by, groups)
    )
    if mode == "two-mode":
        _prune(graph, min_statements, top)
    made = {
        "denominators": {
            "statements": len(corpus),
            "collapsed": len(founding),
            "chains": int(founding.nunique()),
        }
    }
    graph.graph["attrs"] = attrs(corpus, "citations.network", options, **made)
    return graph


def _collapsed(corpus: Corpus, founding: pd.Series) -> Corpus:
    """The corpus with the statements of each chain as one, which cites what any of them cites."""
    renamed = {statement: f"renewals of {instrument}" for statement, instrument in founding.items()}
    citations = corpus.citations
    own = citations["statement_id"].map(founding) == citations["instrument"]
    citations = citations.assign(statement_id=citations["statement_id"].replace(renamed))
    # What founded a chain is cited by the chain as a whole once.
    citations = pd.concat([citations[~own], citations[own].drop_duplicates(["statement_id", "instrument"])])
    statements = corpus.statements.assign(statement_id=corpus.statements["statement_id"].replace(renamed))
    return corpus.replace(
        statements=statements.drop_duplicates("statement_id"), citations=citations, cues=corpus.cues.head(0)
    )


def _two_mode(corpus: Corpus, by: str | Sequence[str] | None, groups: str) -> nx.DiGraph:
    """Edges from statements, chains or groups to the instruments that they cite."""
    import networkx as nx

    graph = nx.DiGraph()
    if by is None:
        ids = corpus.statements["statement_id"]
        found = cited(corpus).assign(source=lambda rows: ids.take(rows["row"].to_numpy()).to_numpy())
    else:
        of_groups = grouped(corpus, by, groups)
        joined = of_groups.joined()
        found = joined.assign(
            source=joined[of_groups.columns].astype("str").fillna("not stated").agg(", ".join, axis=1)
        )
    edges = found.groupby(["source", "instrument"])["row"].nunique()
    behind = found.groupby("source")["row"].nunique()
    for source, count in behind.items():
        mode = (
            "group" if by is not None else "chain" if str(source).startswith("renewals of ") else "statement"
        )
        graph.add_node(source, mode=mode, name=reference.actor_name(str(source)), statements=int(count))
    _add_instruments(graph, found)
    rows: Any = edges.reset_index().itertuples(index=False, name=None)
    graph.add_weighted_edges_from((a, b, int(weight)) for a, b, weight in rows)
    return graph


def _instruments(corpus: Corpus, min_statements: int, top: int | None) -> nx.Graph:
    """Edges between instruments that one statement cites."""
    import networkx as nx

    graph = nx.Graph()
    pairs = cocitation(corpus, measure="count", min_statements=min_statements, top=top)
    held = cited(corpus)
    _add_instruments(graph, held[held["instrument"].isin([*pairs["instrument_a"], *pairs["instrument_b"]])])
    rows: Any = pairs[["instrument_a", "instrument_b", "statements"]].itertuples(index=False, name=None)
    graph.add_weighted_edges_from((a, b, int(weight)) for a, b, weight in rows)
    return graph


def _add_instruments(graph: nx.Graph, found: pd.DataFrame) -> None:
    """A node for each instrument."""
    for instrument, count in found.groupby("instrument")["row"].nunique().items():
        name = reference.instrument_title(str(instrument)) or str(instrument)
        graph.add_node(instrument, mode="instrument", name=name, statements=int(count))


def _prune(graph: nx.DiGraph, min_statements: int, top: int | None) -> None:
    """Leave only the instruments that most cite, and those that cite them."""
    instruments = [node for node, data in graph.nodes(data=True) if data["mode"] == "instrument"]
    ranked = sorted(instruments, key=lambda node: (-graph.nodes[node]["statements"], node))[:top]
    kept = {node for node in ranked if graph.nodes[node]["statements"] >= min_statements}
    graph.remove_nodes_from([node for node in instruments if node not in kept])
    graph.remove_nodes_from([node for node in list(graph) if node not in kept and not graph.out_degree(node)])
