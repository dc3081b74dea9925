"""How fast the measures of co-signatories are, and what goes wrong where they are asked the wrong question.

    python benchmarks/cosignatories.py            # two small tables
    python benchmarks/cosignatories.py --json     # the same as JSON

Speed: 57 actors and 10,000 made-up statements. Simulations: statements in which every actor signs by itself, so that
each tie found is a mistake, with the EU as one actor or as its members, and with those who align with one text among
all statements or among that text's alone.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import warnings
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from timing import machine, seconds

from osce_analysis import cosignatories, reference
from osce_analysis.corpus import Corpus
from osce_analysis.cosignatories.agreements import cells_of
from osce_analysis.measures import pairs

ACTORS, STATEMENTS, SIMULATED = 57, 10_000, 2_000
DAY = "2021-05-04"
ALIGNERS = ("ALB", "AND", "BIH", "GEO", "ISL", "LIE", "MDA", "MKD", "MNE", "NOR")
OTHERS = (
    "ARM",
    "AZE",
    "BLR",
    "CAN",
    "CHE",
    "GBR",
    "KAZ",
    "KGZ",
    "MNG",
    "RUS",
    "TJK",
    "TKM",
    "TUR",
    "USA",
    "UZB",
)
EVERY_ROLE = ("delivers", "joint", "represented", "aligned")

Row = tuple[str, str, str]


def corpus_of(rows: Iterable[Row]) -> Corpus:
    """A corpus without texts from (statement, actor, role)."""
    signatories = pd.DataFrame(list(rows), columns=["statement_id", "actor", "role"])
    statements = pd.DataFrame({"statement_id": signatories["statement_id"].unique(), "date": DAY})
    return Corpus(statements, signatories=signatories)


def made_up(actors: int, statements: int, seed: int = 0) -> Corpus:
    """Statements that each actor signs by itself, some often and most seldom."""
    generator = np.random.default_rng(seed)
    signed = generator.random((statements, actors)) < generator.beta(1, 8, actors)
    return corpus_of((f"s{row}", f"A{column:02}", "joint") for row, column in np.argwhere(signed))


def bipartite(corpus: Corpus) -> nx.Graph:
    """Statements and actors as networkx takes them."""
    rows = corpus.signatories
    return nx.Graph(zip(rows["statement_id"], rows["actor"], strict=True))


def projected(graph: nx.Graph, actors: list[str]) -> nx.Graph:
    """What networkx makes of them: its weighted projection."""
    return nx.bipartite.weighted_projected_graph(graph, actors)


def speed(statements: int) -> list[dict[str, Any]]:
    """Least processor seconds for all pairs, by networkx and by us, and for what is built on them."""
    corpus = made_up(ACTORS, statements)
    actors = sorted(corpus.signatories["actor"].unique())
    graph, cells = bipartite(corpus), cells_of(cosignatories.incidence(corpus, occasions="all"))
    theirs, _, (projection,) = seconds(lambda one: projected(one, actors), [graph], 2)
    ours, _, (counted,) = seconds(pairs.count, [cells], 5)
    # Both count the same: who shares a statement shares a joint one.
    assert all(
        counted[actors.index(a), actors.index(b)] == shared
        for a, b, shared in projection.edges(data="weight")
    )
    steps: list[tuple[str, Callable[[Corpus], object], int]] = [
        ("agreement, from the corpus", lambda one: cosignatories.agreement(one, interval=None), 5),
        (
            "agreement with intervals (999 draws)",
            lambda one: cosignatories.agreement(one, measure="jaccard"),
            1,
        ),
        ("network", cosignatories.network, 1),
        ("backbone hypergeometric", lambda one: cosignatories.network(one, backbone="hypergeometric"), 1),
        ("backbone sdsm", lambda one: cosignatories.network(one, backbone="sdsm"), 1),
    ]
    found = [("networkx: projection", theirs), ("pairs, from the array", ours)]
    found += [(what, seconds(step, [corpus], runs)[0]) for what, step, runs in steps]
    return [
        {"what": what, "seconds": round(taken, 3), "times faster": round(theirs / taken, 1)}
        for what, taken in found
    ]


def eu_among_others(statements: int, seed: int = 0) -> Corpus:
    """Statements that the EU and others join by themselves, each with a rate of its own."""
    generator = np.random.default_rng(seed)
    parties = ("EU", *ALIGNERS, *OTHERS)
    rates = generator.uniform(0.05, 0.3, len(parties))
    signed = generator.random((statements, len(parties))) < rates
    return corpus_of((f"s{row}", parties[column], "joint") for row, column in np.argwhere(signed))


def aligners_and_others(statements: int, chance: float = 0.6, seed: int = 0) -> Corpus:
    """A third by the EU, with which ten States align by themselves; the rest by others, three at a time."""
    generator = np.random.default_rng(seed)
    rows: list[Row] = []
    for number in range(statements):
        name = f"s{number}"
        if number % 3 == 0:
            rows.append((name, "EU", "delivers"))
            rows += [(name, state, "aligned") for state in ALIGNERS if generator.random() < chance]
        else:
            rows += [(name, state, "joint") for state in generator.choice(OTHERS, 3, replace=False)]
    return corpus_of(rows)


def edges(graph: nx.Graph, among: Iterable[str]) -> int:
    """Edges between two of these."""
    return sum(graph.has_edge(a, b) for a, b in combinations(sorted(among), 2))


def simulations(statements: int) -> list[dict[str, Any]]:
    """Ties that SDSM with Holm's correction reports where there are none."""
    mixed, texts = eu_among_others(statements), aligners_and_others(statements)
    members = reference.members("EU", DAY)
    cases = [
        ("the EU as one actor", mixed, {}, ("EU", *ALIGNERS, *OTHERS)),
        ("the EU as its members", mixed, {"groups": "expand"}, members),
        ("the EU as its members: all other pairs", mixed, {"groups": "expand"}, (*ALIGNERS, *OTHERS)),
        ("who aligns with the EU, over all statements", texts, {}, ALIGNERS),
        ("who aligns with the EU, within its statements", texts, {"occasions_of": "EU"}, ALIGNERS),
    ]
    found = []
    for what, corpus, options, among in cases:
        graph = cosignatories.network(corpus, backbone="sdsm", roles=EVERY_ROLE, **options)
        pairs = len(among) * (len(among) - 1) // 2
        found.append(
            {
                "what": what,
                "S": graph.graph["attrs"]["power"]["S"],
                "pairs": pairs,
                "ties": edges(graph, among),
            }
        )
    return found


def main() -> None:
    """Run all and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--small", action="store_true", help="a tenth of the statements")
    given = parser.parse_args()
    warnings.simplefilter("ignore", UserWarning)
    share = 10 if given.small else 1
    measured = speed(STATEMENTS // share)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (
        1024**2 if sys.platform == "darwin" else 1024
    )
    simulated = simulations(SIMULATED // share)
    if given.json:
        result = {"machine": machine(), "speed": measured, "peak_megabytes": peak, "simulations": simulated}
        print(json.dumps(result, indent=1))
        return
    print(
        f"{ACTORS} actors, {STATEMENTS // share:,} statements: least processor seconds, and against networkx"
    )
    print(pd.DataFrame(measured).to_string(index=False))
    print(f"peak memory {peak:,} MB\n")
    print(
        "Made-up statements in which everyone signs by itself: ties reported by SDSM with Holm's correction"
    )
    print(pd.DataFrame(simulated).to_string(index=False))


if __name__ == "__main__":
    main()
