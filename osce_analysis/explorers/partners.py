"""The tab Co-signatories: who stands with whom, who aligns with whom, and in which statements."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from osce_analysis import charts, cosignatories, reference
from osce_analysis.corpus import Corpus
from osce_analysis.corpus.grouping import SIGNING
from osce_analysis.corpus.occasions import occasions
from osce_analysis.explorers import rendering
from osce_analysis.explorers.answers import Answer, Key, Row, key_of
from osce_analysis.explorers.coding import call, changed
from osce_analysis.explorers.rendering import joined, plural

if TYPE_CHECKING:
    import networkx as nx

DRAWINGS = [
    ("network", "network"),
    ("matrix", "matrix"),
    ("alignment", "alignment"),
    ("alignment by year", "by year"),
]
MEASURES = [
    ("number of statements", "count"),
    ("overlap (Jaccard)", "jaccard"),
    ("overlap of the smaller (Simpson)", "simpson"),
    ("cosine", "cosine"),
    ("weight by company (Newman)", "newman"),
    ("Cohen's kappa", "kappa"),
    ("Scott's pi", "pi"),
]
BELOW_ZERO = frozenset({"kappa", "pi"})
"""Measures with negative values, on which no blocs can be found."""
BACKBONES = [
    ("all ties", None),
    ("beyond chance: SDSM", "sdsm"),
    ("beyond chance: hypergeometric", "hypergeometric"),
]
CORRECTIONS = [("Holm", "holm"), ("Benjamini and Hochberg", "bh"), ("none", None)]
ROLES = [("sign", "signing"), ("sign or align themselves", "all"), ("align themselves", "aligned")]
SOURCES = [
    ("statements", "statements"),
    ("speakers in journals", "interventions"),
    ("both, each once", "both"),
]
LISTED = 500
_ROLES = {"signing": SIGNING, "all": (*SIGNING, "aligned"), "aligned": ("aligned",)}
_NETWORK = {
    "measure": "count", "roles": SIGNING, "groups": "actor", "source": "statements", "occasions_of": None,
    "backbone": None, "correction": "holm",
}  # fmt: skip
_ALIGNMENT = {"with_": "EU", "by": None, "groups": "actor", "source": "statements"}
_BLOCS = {"runs": 10, "draws": 10}
"""Fewer than by default: on a full network each run takes some hundredths of a second."""


@dataclass(frozen=True)
class Partners:
    """How partnership is counted and drawn, and the actor or pair that was chosen."""

    drawing: str = "network"
    measure: str = "count"
    groups: str = "actor"
    roles: str = "signing"
    backbone: str | None = None
    correction: str | None = "holm"
    only_of: str = ""
    with_: str = "EU"
    source: str = "statements"
    chosen: Key = ()

    def options(self) -> dict[str, Any]:
        """The arguments of `cosignatories.alignment`, or of `agreement` and, with the backbone's, of `network`."""
        counted = {"groups": self.groups, "source": self.source}
        if self.drawing in ("alignment", "by year"):
            by = "year" if self.drawing == "by year" else None
            return {"with_": self.with_.strip(), "by": by, **counted}
        of = {"occasions_of": self.only_of.strip() or None}
        return {"measure": self.measure, "roles": _ROLES[self.roles], **counted, **of}

    def answer(self, corpus: Corpus) -> Answer:
        """Those who align as dots or as a matrix over time; else the pairs as a network or a matrix, by bloc."""
        if "with_" in self.options():
            table = cosignatories.alignment(corpus, **self.options())
            return Answer(table, charts.alignment(table, note=False), tuple(_aligning(table)))
        table, graph, blocs = _company(corpus, replace(self, drawing="network", chosen=(), **self.test()))
        if self.drawing == "matrix":
            chart = charts.heatmap(table, blocs=blocs, note=False)
        else:
            chart = charts.network(graph, blocs=blocs, note=False)
        return Answer(table, chart, (*_actors(graph), *_pairs(graph, self.measure)))

    def text(self, corpus: Corpus, row: Row) -> tuple[str, list[str]]:
        """The statements behind an actor or a pair."""
        statements = corpus.counted().statements
        ids = row.behind or self._aligned(corpus, row.key)
        found = statements[statements["statement_id"].isin(ids)]
        return rendering.statements(found), found["statement_id"].tolist()

    def code(self) -> list[str]:
        """The lines that make the same table and chart."""
        if "with_" in self.options():
            table = call("osce.cosignatories.alignment", "selected", **changed(self.options(), _ALIGNMENT))
            return [f"table = {table}", "figure = osce.charts.alignment(table)", "figure"]
        given = changed(self.options(), _NETWORK)
        tested = changed(self.test(), _NETWORK)
        lines = [
            f"table = {call('osce.cosignatories.agreement', 'selected', **given)}",
            f"graph = {call('osce.cosignatories.network', 'selected', **given, **tested)}",
        ]
        if self.measure in BELOW_ZERO:
            blocs = ""
        else:
            found = call("osce.cosignatories.blocs", "graph", **_BLOCS)
            lines, blocs = [*lines, f"blocs = {found}"], ", blocs=blocs"
        draw = f"heatmap(table{blocs})" if self.drawing == "matrix" else f"network(graph{blocs})"
        return [*lines, f"figure = osce.charts.{draw}", "figure"]

    def test(self) -> dict[str, Any]:
        """What `network` takes beside the options of `agreement`; a matrix has all pairs."""
        return {
            "backbone": None if self.drawing == "matrix" else self.backbone,
            "correction": self.correction,
        }

    def _aligned(self, corpus: Corpus, key: Key) -> list[str]:
        """The statements with which an actor aligns, in the year that stands before it in `key`, if one does."""
        *year, actor = key
        said = cosignatories.incidence(
            corpus,
            roles=("aligned",),
            groups=self.groups,
            source=self.source,
            occasions="all",
            occasions_of=self.with_.strip(),
        )
        held = occasions(corpus.counted(), self.source).occasions
        held = held[held["listed"] & held["year"].notna()]
        held = held[held["year"].map(key_of) == year[0]] if year else held
        return sorted(set(said.index[said[actor].eq(1)]) & set(held["statement_id"]))


@lru_cache(maxsize=4)
def _company(corpus: Corpus, asked: Partners) -> tuple[pd.DataFrame, nx.Graph, pd.DataFrame | None]:
    """Agreement, network and blocs, kept: each drawing of one question shows the same."""
    table = cosignatories.agreement(corpus, **asked.options())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # the note says the same
        graph = cosignatories.network(corpus, **asked.options(), **asked.test(), progress=False)
    return table, graph, None if asked.measure in BELOW_ZERO else cosignatories.blocs(graph, **_BLOCS)


def leading_to(corpus: Corpus, statement_id: str, actor: str) -> dict[str, Any]:
    """What to change so that the row of an actor is chosen that signs, or aligns with, a statement."""
    own = corpus.signatories[corpus.signatories["statement_id"] == statement_id]
    signs = bool(set(own.loc[own["actor"] == actor, "role"]) & set(SIGNING))
    fresh: dict[str, Any] = {"only_of": "", "groups": "actor", "source": "statements", "chosen": (actor,)}
    return {"drawing": "network", "roles": "signing" if signs else "all"} | fresh


def _actors(graph: nx.Graph) -> Iterable[Row]:
    """Actors, those who sign most first."""
    for code in sorted(graph, key=lambda code: (-graph.nodes[code]["statements"], code)):
        name = reference.actor_name(code)
        partners = plural(graph.degree(code), "partner")
        counted = plural(graph.nodes[code]["statements"], "statement")
        told = zip(graph.graph["incidence"]["statement_id"], graph.graph["incidence"][code], strict=True)
        signed = tuple(statement for statement, cell in told if cell == 1)
        yield Row((code,), joined([name, counted, partners]), (name,), signed)


def _pairs(graph: nx.Graph, measure: str) -> Iterable[Row]:
    """The edges, those with the highest value first."""
    edges = [(*sorted((a, b)), data) for a, b, data in graph.edges(data=True)]
    edges.sort(key=lambda edge: (-edge[2]["weight"], -edge[2]["statements"], edge[:2]))
    for a, b, data in edges[:LISTED]:
        names = (reference.actor_name(a), reference.actor_name(b))
        value = "" if measure == "count" else f"{data['weight']:.2f}".replace("-", "−")
        chance = ""
        if "p_adjusted" in data:
            chance = "p < .001" if data["p_adjusted"] < 0.001 else f"p = {data['p_adjusted']:.3f}"
        counted = plural(data["statements"], "statement")
        yield Row(
            (a, b),
            joined([f"{names[0]} – {names[1]}", value, counted, chance]),
            names,
            tuple(data["statement_ids"]),
        )


def _aligning(table: pd.DataFrame) -> Iterable[Row]:
    """Who aligns, over time in order, else the highest share first; nobody who does not."""
    for row in table[table["statements"] > 0].head(LISTED).to_dict("records"):
        name = reference.actor_name(row["actor"])
        year = [key_of(row["year"])] if "year" in row else []
        counted = f"{row['statements']:,} of {plural(row['occasions'], 'occasion')}"
        yield Row((*year, row["actor"]), joined([*(year or []), name, counted]), (name,))
