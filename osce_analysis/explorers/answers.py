"""What a tab's question returns: a table, its chart, and the rows that can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from osce_analysis import reference
from osce_analysis.charts.figures import Chart
from osce_analysis.corpus import Corpus
from osce_analysis.corpus.grouping import groups
from osce_analysis.explorers import rendering

Key = tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A row of the list: what identifies it, what the list says, what the chart calls it, the statements behind it."""

    key: Key
    label: str
    drawn: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Answer:
    """The table of a question, its chart, the rows of the list in its order, and a note if there is no chart."""

    table: pd.DataFrame
    chart: Chart | None
    rows: tuple[Row, ...]
    note: str = ""

    def row(self, key: Key) -> Row | None:
        """The row with this key, or None where the answer has none."""
        return next((row for row in self.rows if row.key == key), None)


class Question(Protocol):
    """What a tab with a chart asks: a frozen record whose fields the tab's controls set."""

    @property
    def chosen(self) -> Key:
        """The key of the row that was chosen."""

    def answer(self, corpus: Corpus) -> Answer:
        """The table, its chart, and its rows."""

    def text(self, corpus: Corpus, row: Row) -> tuple[str, list[str]]:
        """What stands behind a row, and the statements that it stands in."""

    def code(self) -> list[str]:
        """The lines that make the same table and chart from `selected`."""


def key_of(value: object) -> str:
    """A cell as part of a key; what is missing is "".

    Examples
    --------
    >>> key_of(2021), key_of(None)
    ('2021', '')
    """
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]


def name_of(value: object, column: str) -> str:
    """A cell as people say it: a State by its name.

    Examples
    --------
    >>> name_of("ARM", "actor"), name_of(None, "body")
    ('Armenia', 'not stated')
    """
    key = key_of(value)
    return (reference.actor_name(key) if column in rendering.ACTORS else key) or "not stated"


def in_group(corpus: Corpus, by: str, key: str) -> set[str]:
    """The ids of the statements that count in one group of `by`."""
    table = groups(corpus, by)
    rows = table.loc[table[by].map(key_of) == key, "row"]
    return set(corpus.statements["statement_id"].iloc[rows])
