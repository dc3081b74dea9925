"""The tab Words: how often, by whom, over time, what divides two sides, and the lines themselves."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from osce_analysis import charts, terms
from osce_analysis.corpus import Corpus
from osce_analysis.explorers import rendering, sides
from osce_analysis.explorers.answers import Answer, Key, Row, in_group, key_of, name_of
from osce_analysis.explorers.coding import call, changed
from osce_analysis.explorers.rendering import joined, plural
from osce_analysis.explorers.sides import OTHERS
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
MEASURES = [
    ("log ratio (how strongly)", "log_ratio"),
    ("log-likelihood (by tokens)", "g2"),
    ("weighted log-odds", "log_odds"),
    ("difference in %", "percent_difference"),
]
KEEP = [("that pass the test, carried by several", "reliable"), ("all", "all")]
BOILERPLATE = [("counted", "counted"), ("counted once", "once"), ("left out", "left out")]
DEFAULTS = {"by": None, "form": "lower", "terms": None, "keep": "reliable"}
_WAYS: dict[str, bool | str] = {"counted": True, "once": "once", "left out": False}


@dataclass(frozen=True)
class Words:
    """What is looked for, by which group or between which sides, in which form, and the row that was chosen."""

    look_for: str = ""
    by: str | None = "actor"
    form: str = "lower"
    side_a: str | None = None
    side_b: str = OTHERS
    measure: str = "log_ratio"
    keep: str = "reliable"
    boilerplate: str = "counted"
    chosen: Key = ()

    def options(self) -> dict[str, Any]:
        """The arguments of `terms.keyness` or `terms.frequency`; without a search the words are found."""
        searches = split_searches(self.look_for) or None
        if self.side_a is not None:
            measures = list(dict.fromkeys([self.measure, "log_ratio"]))
            return {"measures": measures, "terms": searches, "form": self.form, "keep": self.keep}
        return {"by": self.by if searches else None, "terms": searches, "form": self.form}

    def answer(self, corpus: Corpus) -> Answer:
        """The terms that divide two sides, or the frequencies: bars, or lines where they are over time."""
        corpus, options = self._counted(corpus), self.options()
        if self.side_a is not None:
            table = terms.keyness(*sides.pair(corpus, self.side_a, self.side_b), **options)
            return Answer(table, charts.keyness(table, note=False), tuple(map(self._row, _records(table))))
        table = terms.frequency(corpus, **options)
        draw = charts.trend if options["by"] in OVER_TIME else charts.bars
        return Answer(table, draw(table, note=False), tuple(_rows(table, options["by"])))

    def text(self, corpus: Corpus, row: Row) -> tuple[str, list[str]]:
        """The lines behind a row, and the statements that they stand in."""
        *group, term = row.key
        corpus = self._counted(corpus)
        lines = terms.concordance(corpus, term, form=self.form, columns=("delegation", "date"))
        if self.side_a is not None:
            both = [side.statements["statement_id"] for side in sides.pair(corpus, self.side_a, self.side_b)]
            lines = lines[lines["statement_id"].isin(pd.concat(both))]
        elif group and self.by:
            lines = lines[lines["statement_id"].isin(in_group(corpus, self.by, group[0]))]
        return rendering.lines(lines, f" with {term}"), lines["statement_id"].drop_duplicates().tolist()

    def code(self) -> list[str]:
        """The lines that make the same table and chart."""
        way, options = _WAYS.get(self.boilerplate, True), self.options()
        lines = [] if way is True else [f"selected = {call('selected.select', boilerplate=way)}"]
        if self.side_a is not None:
            lines += sides.code(self.side_a, self.side_b)
            arguments, draw = ["target", "reference"], "keyness"
        else:
            arguments = ["selected"]
            draw = "trend" if options["by"] in OVER_TIME else "bars"
        function = "frequency" if self.side_a is None else "keyness"
        given = changed(options, DEFAULTS)
        lines.append(f"table = {call(f'osce.terms.{function}', *arguments, **given)}")
        return [*lines, f"figure = {call(f'osce.charts.{draw}', 'table')}", "figure"]

    def _counted(self, corpus: Corpus) -> Corpus:
        """The corpus with shared passages counted, counted once or left out."""
        if self.boilerplate not in _WAYS:
            raise ValueError(f"There is no boilerplate={self.boilerplate!r}: use one of {', '.join(_WAYS)}.")
        way = _WAYS[self.boilerplate]
        return corpus if way is True else corpus.select(boilerplate=way)

    def _row(self, row: dict[Hashable, Any]) -> Row:
        """A term that divides the sides: its measure, and its hits in both."""
        term, value = str(row["term"]), row[self.measure]
        sign = "" if pd.isna(value) else f"{value:+.1f}"
        hits = f"{int(row['count_target']):,} / {int(row['count_reference']):,}"
        return Row((term,), joined([term, sign, hits]), (term,))


def _records(table: pd.DataFrame) -> list[dict[Hashable, Any]]:
    return table.to_dict("records")


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
