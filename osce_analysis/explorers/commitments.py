"""The tab Citations: which instruments are named, by whom, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from osce_analysis import charts, citations
from osce_analysis.corpus import Corpus
from osce_analysis.explorers import rendering
from osce_analysis.explorers.answers import Answer, Key, Row, in_group, key_of, name_of
from osce_analysis.explorers.coding import call, changed
from osce_analysis.explorers.rendering import joined, plural

BY = [("nothing: all together", None), ("delegation", "actor"), ("year", "year"), ("body", "body")]
OVER_TIME = frozenset({"year"})
TOP = [("10", 10), ("25", 25), ("100", 100)]
DEFAULTS = {"by": None, "top": 25}


@dataclass(frozen=True)
class Commitments:
    """By which group instruments are counted, how many are shown, and the row that was chosen."""

    by: str | None = None
    top: int = 25
    chosen: Key = ()

    def options(self) -> dict[str, Any]:
        """The arguments of `citations.most_cited`."""
        return {"by": self.by, "top": self.top}

    def answer(self, corpus: Corpus) -> Answer:
        """The instruments most cited, drawn as bars, or as lines where they are over time."""
        table = citations.most_cited(corpus, **self.options())
        draw = charts.trend if self.by in OVER_TIME else charts.bars
        return Answer(table, draw(table, note=False), tuple(_rows(table, self.by)))

    def text(self, corpus: Corpus, row: Row) -> tuple[str, list[str]]:
        """The words in which an instrument is cited, and the statements that do."""
        *group, instrument = row.key
        lines = citations.contexts(corpus, instrument, columns=("delegation", "date"))
        if group and self.by:
            lines = lines[lines["statement_id"].isin(in_group(corpus, self.by, group[0]))]
        return rendering.lines(lines, f" that cite {instrument}"), lines[
            "statement_id"
        ].drop_duplicates().tolist()

    def code(self) -> list[str]:
        """The lines that make the same table and chart."""
        draw = "osce.charts.trend" if self.by in OVER_TIME else "osce.charts.bars"
        return [
            f"table = {call('osce.citations.most_cited', 'selected', **changed(self.options(), DEFAULTS))}",
            f"figure = {call(draw, 'table')}",
            "figure",
        ]


def _rows(table: pd.DataFrame, by: str | None) -> Iterable[Row]:
    for row in table.to_dict("records"):
        instrument = str(row["instrument"])
        title = row["title"] if isinstance(row["title"], str) else ""
        group = [] if by is None else [name_of(row[by], by)]
        key = (*([] if by is None else [key_of(row[by])]), instrument)
        counted = f"{int(row['count']):,} times in {plural(int(row['statements']), 'statement')}"
        yield Row(key, joined([*group, instrument, title, counted]), (instrument, title))
