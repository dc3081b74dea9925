"""Citations as the analyses count them: by statement, and in the groups that `by` makes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from osce_analysis.corpus import grouping
from osce_analysis.corpus.parties import with_parties

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus


class Grouped(NamedTuple):
    """Which statements count in which group, and the citations of known instruments in them.

    Attributes
    ----------
    statements : DataFrame
        row (of the statement) and the columns of `by`.
    citations : DataFrame
        row, instrument, citation_id, part, paragraph, delegation (of the statement).
    columns : list of str
        The columns of `by`.
    """

    statements: pd.DataFrame
    citations: pd.DataFrame
    columns: list[str]

    def joined(self) -> pd.DataFrame:
        """One row for each group and citation; the statement's own delegation as `speaker`."""
        cited = self.citations.rename(columns={"delegation": "speaker"})
        return self.statements.merge(cited, on="row")

    def sizes(self) -> pd.DataFrame:
        """How many statements each group has, in the order of the groups."""
        if not self.columns:
            return pd.DataFrame({"size": [len(self.statements)]})
        return (
            self.statements.groupby(self.columns, dropna=False)["row"].nunique().rename("size").reset_index()
        )

    def names(self) -> list[str]:
        """What the groups are called, in their order."""
        return [
            ", ".join("missing" if pd.isna(cell) else str(cell) for cell in cells)
            for cells in self.sizes()[self.columns].itertuples(index=False, name=None)
        ]


def grouped(corpus: Corpus, by: str | Sequence[str] | None, groups: str) -> Grouped:
    """The statements and citations of a corpus in the groups that `by` makes.

    Raises
    ------
    ValueError
        For a column or a way with groups that is not there, or "expand" without dates.
    """
    columns = grouping.by_columns(by)
    statements = with_parties(corpus, grouping.groups(corpus, columns), groups)
    return Grouped(statements, cited(corpus), columns)


def cited(corpus: Corpus) -> pd.DataFrame:
    """One row a citation of a known instrument, with the row and the delegation of its statement."""
    statements = corpus.statements[["statement_id", "delegation"]].assign(row=range(len(corpus)))
    columns = ["instrument", "citation_id", "part", "paragraph"]
    known = corpus.citations[["statement_id", *columns]].dropna(subset=["instrument"])
    return known.merge(statements, on="statement_id")[["row", *columns, "delegation"]]
