"""The tab Co-signatories: who stands with whom, and in which statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from osce_analysis import charts, cosignatories, reference
from osce_analysis.corpus import Corpus
from osce_analysis.corpus.grouping import SIGNING
from osce_analysis.explorers import rendering
from osce_analysis.explorers.answers import Answer, Key, Row
from osce_analysis.explorers.coding import call, changed
from osce_analysis.explorers.rendering import joined, plural

MEASURES = [("number of statements", "count"), ("overlap (Jaccard)", "jaccard")]
GROUPS = [("one actor", "actor"), ("its members on the day", "expand"), ("left out", "drop")]
ROLES = [("sign", "signing"), ("sign or align themselves", "all")]
DRAWINGS = [("network", "network"), ("matrix", "matrix")]
LISTED = 500
DEFAULTS = {"measure": "count", "groups": "actor", "roles": SIGNING}


@dataclass(frozen=True)
class Partners:
    """How partnership is counted and drawn, and the pair that was chosen."""

    measure: str = "count"
    groups: str = "actor"
    roles: str = "signing"
    drawing: str = "network"
    chosen: Key = ()

    def options(self) -> dict[str, Any]:
        """The arguments of `cosignatories.agreement` and `network`."""
        roles = SIGNING if self.roles == "signing" else (*SIGNING, "aligned")
        return {"measure": self.measure, "groups": self.groups, "roles": roles}

    def answer(self, corpus: Corpus) -> Answer:
        """The pairs, drawn as a network or as a matrix."""
        table = cosignatories.agreement(corpus, **self.options())
        if self.drawing == "matrix":
            chart = charts.heatmap(table, note=False)
        else:
            chart = charts.network(cosignatories.network(corpus, **self.options()), note=False)
        return Answer(table, chart, tuple(_rows(table, self.measure)))

    def text(self, corpus: Corpus, row: Row) -> tuple[str, list[str]]:
        """The statements behind a pair."""
        options = {name: value for name, value in self.options().items() if name != "measure"}
        signed = cosignatories.incidence(corpus, **options)[list(row.key)]
        ids = signed.index[signed.eq(1).all(axis=1)]
        statements = corpus.statements
        return rendering.statements(statements[statements["statement_id"].isin(ids)]), list(ids)

    def code(self) -> list[str]:
        """The lines that make the same table and chart."""
        options = changed(self.options(), DEFAULTS)
        lines = [f"table = {call('osce.cosignatories.agreement', 'selected', **options)}"]
        if self.drawing == "matrix":
            return [*lines, f"figure = {call('osce.charts.heatmap', 'table')}", "figure"]
        network = call("osce.cosignatories.network", "selected", **options)
        return [*lines, f"figure = {call('osce.charts.network', network)}", "figure"]


def _rows(table: pd.DataFrame, measure: str) -> Iterable[Row]:
    """Pairs that share a statement, those with the highest value first."""
    shared = table[table["statements"] > 0].sort_values(
        ["value", "statements"], ascending=False, kind="stable"
    )
    for row in shared.head(LISTED).to_dict("records"):
        key = (str(row["actor_a"]), str(row["actor_b"]))
        names = (reference.actor_name(key[0]), reference.actor_name(key[1]))
        value = "" if measure == "count" else f"{row['value']:.2f}"
        counted = plural(int(row["statements"]), "statement")
        yield Row(key, joined([f"{names[0]} – {names[1]}", value, counted]), names)
