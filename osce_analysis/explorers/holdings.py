"""The tab Data: the tables of what is selected, with the columns that are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from osce_analysis import charts
from osce_analysis.corpus import Corpus
from osce_analysis.corpus.schema import TABLES
from osce_analysis.explorers import rendering
from osce_analysis.explorers.answers import Answer, Key, Row, key_of, name_of
from osce_analysis.explorers.coding import call
from osce_analysis.explorers.rendering import joined

COVERAGE = "coverage"
SHOWN = [
    ("problems", "problems"),
    *((name, name) for name in TABLES if name != "problems"),
    (COVERAGE, COVERAGE),
]
BY = [("delegation", "actor"), ("year", "year"), ("language", "language")]
LISTED = 500
USUAL: dict[str, tuple[str, ...]] = {
    "statements": ("statement_id", "date", "delegation", "kind", "title", "language", "tokens"),
    "paragraphs": ("statement_id", "paragraph", "text"),
    "signatories": ("statement_id", "actor", "role", "name", "as_group"),
    "interventions": ("journal", "item", "actor", "role", "symbol", "date"),
    "citations": ("statement_id", "instrument", "surface", "pinpoint", "part"),
}
"""Columns that are shown where none are chosen; of other tables all."""
_TOLD = (
    "delegation",
    "actor",
    "date",
    "instrument",
    "role",
    "title",
    "surface",
    "paragraph",
    "stance",
    "cue",
)


@dataclass(frozen=True)
class Holdings:
    """Which table is shown, with which columns (none: the usual ones), and the row that was chosen."""

    show: str = "statements"
    columns: tuple[str, ...] = ()
    by: str = "actor"
    chosen: Key = ()

    def answer(self, corpus: Corpus) -> Answer:
        """The table, the chart of a coverage, and a row of the list for each of its first rows."""
        if self.show == COVERAGE:
            table = corpus.coverage(self.by)
            return Answer(table, charts.coverage(table, note=False), ())
        whole = _table(corpus, self.show)
        table = whole[self.wanted(whole)]
        note = f"{len(table):,} rows, {len(table.columns)} of {len(whole.columns)} columns."
        return Answer(table, None, tuple(_rows(self.show, whole)), note)

    def text(self, corpus: Corpus, row: Row) -> tuple[str, list[str]]:
        """All that the row holds, and its statement."""
        whole = _table(corpus, self.show)
        cells = whole.iloc[int(row.key[1])]
        statement = key_of(cells.get("statement_id"))
        return rendering.facts(cells), [statement] if statement in set(
            corpus.statements["statement_id"]
        ) else []

    def code(self) -> list[str]:
        """The lines that make the same table."""
        if self.show == COVERAGE:
            made = f"table = {call('selected.coverage', by=self.by)}"
            return [made, "figure = osce.charts.coverage(table)", "figure"]
        columns = list(self.columns or USUAL.get(self.show, ()))
        chosen = f"[{columns!r}]" if columns else ""
        counted = "" if self.show == "problems" else ".counted()"
        return [f"table = selected{counted}.{self.show}{chosen}", "table"]

    def wanted(self, whole: pd.DataFrame) -> list[str]:
        """The columns to show of a table.

        Raises
        ------
        ValueError
            For a column that the table does not have.
        """
        wanted = list(self.columns or USUAL.get(self.show) or whole.columns)
        unknown = [name for name in wanted if name not in whole]
        if unknown:
            raise ValueError(
                f"The table {self.show} has no column {unknown[0]!r}: columns are {', '.join(whole.columns)}."
            )
        return wanted


def columns_of(corpus: Corpus, show: str) -> list[str]:
    """The columns that can be chosen of a table."""
    return [] if show == COVERAGE else list(_table(corpus, show).columns)


def _table(corpus: Corpus, show: str) -> pd.DataFrame:
    """A table of what is counted; problems are those of all versions."""
    table: pd.DataFrame = getattr(corpus if show == "problems" else corpus.counted(), show)
    return table


def _rows(show: str, table: pd.DataFrame) -> Iterable[Row]:
    """The first rows: what identifies each, and what most tells it apart."""
    named = [name for name in ("statement_id", "source", "journal", "citation_id") if name in table][:1]
    said = [*named, *(name for name in _TOLD if name in table), *(["problem"] if "problem" in table else [])]
    for place, cells in enumerate(table[said].head(LISTED).to_dict("records")):
        parts = [_told(value, str(column)) for column, value in cells.items() if not pd.isna(value)]
        yield Row((show, str(place)), joined(parts))


def _told(value: Any, column: str) -> str:
    """A cell in a row of the list, which is short."""
    text = f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else name_of(value, column)
    return text if len(text) <= 120 else f"{text[:117]}..."
