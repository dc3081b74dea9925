"""Small corpora of who signed what."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import pytest

from osce_analysis.corpus import Corpus

Build = Callable[..., Corpus]


@pytest.fixture(scope="session")
def signed() -> Build:
    """A corpus from {statement: actors}, with days by statement and columns of the statements where given."""

    def build(
        statements: Mapping[str, Sequence[str]],
        *,
        role: str = "joint",
        days: Mapping[str, str] | None = None,
        **columns: Sequence[object],
    ) -> Corpus:
        rows = [(statement, actor, role) for statement, actors in statements.items() for actor in actors]
        signatories = pd.DataFrame(rows, columns=["statement_id", "actor", "role"])
        frame = pd.DataFrame({"statement_id": list(statements), **columns})
        frame["date"] = pd.to_datetime(frame["statement_id"].map(days or {}))
        return Corpus(frame, signatories=signatories)

    return build


@pytest.fixture(scope="session")
def worked(signed: Build) -> Corpus:
    """Four statements: s1 = {A, B}, s2 = {A, B, C}, s3 = {A, D}, s4 = {C}."""
    return signed({"s1": "AB", "s2": "ABC", "s3": "AD", "s4": "C"})


@pytest.fixture(scope="session")
def davis(signed: Build) -> Corpus:
    """Davis Southern Women, as networkx ships it: 18 women at 14 events."""
    import networkx as nx

    graph = nx.davis_southern_women_graph()
    events = [node for node, data in graph.nodes(data=True) if data["bipartite"] == 1]
    return signed({event: sorted(graph[event]) for event in events})
