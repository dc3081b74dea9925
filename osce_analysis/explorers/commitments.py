"""The tab Citations: which instruments are named, by whom, in which stance, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from osce_analysis import charts, citations
from osce_analysis.citations.attitudes import MENTION
from osce_analysis.corpus import Corpus
from osce_analysis.corpus.schema import STANCES
from osce_analysis.explorers.answers import Answer, Key, Row, in_group, key_of, name_of
from osce_analysis.explorers.coding import call, changed
from osce_analysis.explorers.invocations import passages, with_stances
from osce_analysis.explorers.rendering import joined, plural

BY = [("nothing: all together", None), ("delegation", "actor"), ("year", "year"), ("body", "body")]
DRAWINGS = [("bars", "bars"), ("heat map", "heatmap")]
IN_STANCE = [("all", None), *((stance, stance) for stance in (*STANCES, MENTION))]
SHOWN = [
    ("what is cited most", "most_cited"),
    ("in which stances", "stances"),
    ("who cites what others do not", "association"),
    ("what is cited together", "cocitation"),
    ("what does not hold", "check"),
]
TOP = [("10", 10), ("25", 25), ("100", 100), ("all", None)]
OVER_TIME = frozenset({"year"})
LISTED = 500
DEFAULTS: dict[str, dict[str, Any]] = {
    "most_cited": {"by": None, "top": 25},
    "stances": {"by": None},
    "association": {"by": "delegation"},
    "cocitation": {"top": None},
}


@dataclass(frozen=True)
class Commitments:
    """What is shown of citations, by which group or side, how it is drawn, and the row that was chosen."""

    show: str = "most_cited"
    by: str | None = None
    side_a: str | None = None
    side_b: str | None = None
    drawing: str = "bars"
    top: int | None = 25
    stance: str | None = None
    chosen: Key = ()

    def options(self) -> dict[str, Any]:
        """The arguments of the function of `citations` that bears the name of what is shown."""
        by = "actor" if self._sides() else self.by
        options: dict[str, dict[str, Any]] = {
            "most_cited": {"by": by, "top": self.top},
            "stances": {"by": by},
            "association": {"by": by or "actor"},
            "cocitation": {"top": self.top},
            "check": {},
        }
        return options[self.show]

    def answer(self, corpus: Corpus) -> Answer:
        """The table of what is shown, its chart, and its rows."""
        table = getattr(citations, self.show)(corpus, **self.options())
        if self._sides() and "actor" in table:
            table = table[table["actor"].isin(self._sides())]
        rows = tuple(ROWS[self.show](table, self.options().get("by")))
        if self.show == "check":
            return Answer(table, None, rows, _found(table))
        if self.show == "cocitation":
            graph = citations.network(corpus, **self._network())
            return Answer(table, charts.network(graph, note=False), rows)
        return Answer(table, getattr(charts, self._chart())(table, note=False), rows)

    def text(self, corpus: Corpus, row: Row) -> tuple[str, list[str]]:
        """The passages behind a row, and the statements that they stand in."""
        corpus = corpus.counted()
        cited = self._behind(with_stances(corpus, corpus.citations), corpus, row)
        return passages(corpus, cited), cited["statement_id"].drop_duplicates().tolist()

    def code(self) -> list[str]:
        """The lines that make the same table and chart."""
        given = changed(self.options(), DEFAULTS.get(self.show, {}))
        lines = [f"table = {call(f'osce.citations.{self.show}', 'selected', **given)}"]
        if self.show == "check":
            return [*lines, "table"]
        if self.show == "cocitation":
            network = call("osce.citations.network", "selected", **self._network())
            return [*lines, f"figure = {call('osce.charts.network', network)}", "figure"]
        if self._sides():
            lines.append(f'table = table[table["actor"].isin({self._sides()})]')
        return [*lines, f"figure = {call(f'osce.charts.{self._chart()}', 'table')}", "figure"]

    def _sides(self) -> list[str]:
        """The actors set side by side, if any."""
        return [side for side in (self.side_a, self.side_b) if side]

    def _network(self) -> dict[str, Any]:
        """The arguments of `citations.network` for what `cocitation` tells."""
        return {"mode": "instruments", "min_statements": 2, "top": self.top}

    def _chart(self) -> str:
        """The name of the chart that draws the table."""
        by = self.options().get("by")
        if self.show != "most_cited":
            return self.show
        if by and self.drawing == "heatmap":
            return "heatmap"
        return "timeline" if by in OVER_TIME else "bars"

    def _behind(self, cited: pd.DataFrame, corpus: Corpus, row: Row) -> pd.DataFrame:
        """The citations that a row counts, in the stance asked for."""
        if self.show == "check":
            return cited[cited["citation_id"] == row.key[0]]
        if self.show == "cocitation":
            both = cited[cited["instrument"].isin(row.key)]
            shared = both.groupby("statement_id")["instrument"].transform("nunique") == 2
            return both[shared]
        *group, what = row.key
        if group:
            by = self.options()["by"]
            cited = cited[cited["statement_id"].isin(in_group(corpus, by, group[0]))]
        if self.show == "stances":
            return cited[cited["instrument"].notna() & _in_stance(cited, what)]
        cited = cited[cited["instrument"] == what]
        return cited[_in_stance(cited, self.stance)] if self.stance else cited


def leading_to(corpus: Corpus, citation_id: str, instrument: str) -> dict[str, Any]:
    """What to change so that the row of a citation is chosen: its instrument's, or that of an open one's check."""
    if not instrument:
        found = citations.check(corpus)
        own = found[found["citation_id"] == citation_id]
        return {"show": "check", "chosen": (citation_id, *own["finding"].head(1))}
    ranked = citations.most_cited(corpus, top=None)["instrument"].tolist()
    place = ranked.index(instrument) if instrument in ranked else len(ranked)
    top = next((most for _, most in TOP[1:] if most is not None and place < most), None)
    plain = {"show": "most_cited", "by": None, "side_a": None, "side_b": None, "stance": None}
    return plain | {"top": top, "chosen": (instrument,)}


def _in_stance(cited: pd.DataFrame, stance: str) -> pd.Series:
    """Which citations have a cue of this class, negated or not."""
    said = cited["stance"].str.replace("not ", "").str.split(", ")
    return said.map(lambda classes: stance in classes).astype(bool)


def _group(row: dict[Any, Any], by: str | None) -> tuple[list[str], list[str]]:
    """The group of a row as part of a key, and as people call it."""
    return ([], []) if by is None else ([key_of(row[by])], [name_of(row[by], by)])


def _cited(table: pd.DataFrame, by: str | None) -> Iterable[Row]:
    """Instruments, over time in order, else those cited by most statements first; none that a group never cites."""
    held = table[table["count"] > 0]
    ranked = held if by in OVER_TIME else held.sort_values("statements", ascending=False, kind="stable")
    for row in ranked.to_dict("records"):
        key, name = _group(row, by)
        counted = f"{plural(int(row['count']), 'time')} in {plural(int(row['statements']), 'statement')}"
        instrument, title = str(row["instrument"]), key_of(row["title"])
        yield Row((*key, instrument), joined([*name, instrument, title, counted]), (instrument, title))


def _said(table: pd.DataFrame, by: str | None) -> Iterable[Row]:
    """Stances, over time in order, else those of most statements first."""
    held = table[table["count"] > 0]
    ranked = held if by in OVER_TIME else held.sort_values("statements", ascending=False, kind="stable")
    for row in ranked.head(LISTED).to_dict("records"):
        key, name = _group(row, by)
        counted = f"{plural(int(row['count']), 'citation')} in {plural(int(row['statements']), 'statement')}"
        yield Row((*key, row["stance"]), joined([*name, row["stance"], counted]), (row["stance"],))


def _differing(table: pd.DataFrame, by: str | None) -> Iterable[Row]:
    """Groups with what they cite more or less than others, the surest first."""
    ranked = table.sort_values(["p_adjusted", "p"], kind="stable")
    for row in ranked.head(LISTED).to_dict("records"):
        key, name = _group(row, by)
        instrument, title = str(row["instrument"]), key_of(row["title"])
        value = f"{100 * row['value']:+.0f} points".replace("-", "−")
        held = f"{row['statements_target']:,} of its statements, {row['statements_reference']:,} of others"
        p = "p < .001" if row["p_adjusted"] < 0.001 else f"p = {row['p_adjusted']:.3f}"
        drawn = tuple(", ".join([*name, said]) for said in (instrument, title) if said)
        yield Row((*key, instrument), joined([*name, instrument, title, value, held, p]), drawn)


def _together(table: pd.DataFrame, _: str | None) -> Iterable[Row]:
    """Pairs of instruments, those of most statements first."""
    for row in table.head(LISTED).to_dict("records"):
        key = (str(row["instrument_a"]), str(row["instrument_b"]))
        titles = [key_of(row["title_a"]), key_of(row["title_b"])]
        counted = f"in {plural(int(row['statements']), 'statement')}"
        yield Row(key, joined([" and ".join(key), *titles, counted]), (*key, *titles))


def _doubtful(table: pd.DataFrame, _: str | None) -> Iterable[Row]:
    """Citations about which something does not hold; those that the catalogue merely lacks come last."""
    ranked = table.sort_values("finding", key=lambda found: found == "unknown", kind="stable")
    for row in ranked.head(LISTED).to_dict("records"):
        said = [row["finding"], row["surface"], row["detail"], row["statement_id"]]
        yield Row((row["citation_id"], row["finding"]), joined([" ".join(part.split()) for part in said]))


ROWS: dict[str, Callable[[pd.DataFrame, str | None], Iterable[Row]]] = {
    "most_cited": _cited,
    "stances": _said,
    "association": _differing,
    "cocitation": _together,
    "check": _doubtful,
}


def _found(table: pd.DataFrame) -> str:
    """How many citations were checked, and what was found."""
    looked = table.attrs["denominators"]["citations"]
    found = [f"{count:,} {finding}" for finding, count in table["finding"].value_counts().items()]
    listed = f" The first {LISTED} are listed." if len(table) > LISTED else ""
    return f"{plural(looked, 'citation')} checked: {', '.join(found) or 'nothing to tell'}.{listed}"
