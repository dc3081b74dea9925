"""The tab Words: how often, by whom, over time, and the lines themselves."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from osce_analysis import charts, terms
from osce_analysis.corpus import Corpus
from osce_analysis.explorers import rendering
from osce_analysis.explorers.answers import Answer, Key, Row, in_group, key_of, name_of
from osce_analysis.explorers.coding import call, changed
from osce_analysis.explorers.rendering import joined, plural
from osce_analysis.tokens import split_searches

BY = [
    ("delegation", "actor"),
    ("year", "year"),
    ("quarter", "quarter"),
    ("body", "body"),
    ("language", "language"),
    ("nothing: all together", None),
]
FORMS = [("as words", "lower"), ("as stems", "stem"), ("exactly as written", "surface")]
OVER_TIME = frozenset({"year", "quarter", "month"})
DEFAULTS = {"by": None, "form": "lower", "terms": None}


@dataclass(frozen=True)
class Words:
    """What is looked for, by which group, in which form, and the row that was chosen."""

    look_for: str = ""
    by: str | None = "actor"
    form: str = "lower"
    chosen: Key = ()

    def options(self) -> dict[str, Any]:
        """The arguments of `terms.frequency`; without a search the most frequent words of all."""
        searches = split_searches(self.look_for)
        if not searches:
            return {"by": None, "terms": None, "form": self.form}
        return {"by": self.by, "terms": searches, "form": self.form}

    def answer(self, corpus: Corpus) -> Answer:
        """The frequencies, drawn as bars, or as lines where they are over time."""
        options = self.options()
        table = terms.frequency(corpus, **options)
        draw = charts.trend if options["by"] in OVER_TIME else charts.bars
        return Answer(table, draw(table, note=False), tuple(_rows(table, options["by"])))

    def text(self, corpus: Corpus, row: Row) -> tuple[str, list[str]]:
        """The lines behind a row, and the statements that they stand in."""
        *group, term = row.key
        lines = terms.concordance(corpus, term, form=self.form, columns=("delegation", "date"))
        if group and self.by:
            lines = lines[lines["statement_id"].isin(in_group(corpus, self.by, group[0]))]
        return rendering.lines(lines, f" with {term}"), lines["statement_id"].drop_duplicates().tolist()

    def code(self) -> list[str]:
        """The lines that make the same table and chart."""
        options = self.options()
        draw = "osce.charts.trend" if options["by"] in OVER_TIME else "osce.charts.bars"
        return [
            f"table = {call('osce.terms.frequency', 'selected', **changed(options, DEFAULTS))}",
            f"figure = {call(draw, 'table')}",
            "figure",
        ]


def _rows(table: pd.DataFrame, by: str | None) -> Iterable[Row]:
    """The rows of the list: by time in order, else the highest rate first."""
    ordered = table if by in OVER_TIME else table.sort_values("rate", ascending=False, kind="stable")
    per = table.attrs.get("options", {}).get("per", 1000)
    several = table["term"].nunique() > 1
    for row in ordered.to_dict("records"):
        yield _row(row, by, per, several)


def _row(row: dict[Hashable, Any], by: str | None, per: int, several: bool) -> Row:
    term = str(row["term"])
    group = [] if by is None else [name_of(row[by], by)]
    key = (*([] if by is None else [key_of(row[by])]), term)
    rate = "" if pd.isna(row["rate"]) else f"{row['rate']:.2f} per {per:,}"
    counted = f"{plural(int(row['count']), 'hit')} in {plural(int(row['statements']), 'statement')}"
    named = [*group, term] if several or not group else group
    return Row(key, joined([*named, rate, counted]), tuple(group or [term]))
