"""Which statement counts in which group: the meaning of `by` in every analysis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from osce_analysis.corpus.selection import check_roles, unknown_column

if TYPE_CHECKING:
    from osce_analysis.corpus.corpus import Corpus

SIGNING = ("delivers", "joint", "represented")
PERIODS = {"month": "M", "quarter": "Q"}


def by_columns(by: str | Sequence[str] | None) -> list[str]:
    """`by` as a list of column names."""
    return [] if by is None else [by] if isinstance(by, str) else list(by)


def groups(corpus: Corpus, by: str | Sequence[str] | None, *, roles: Sequence[str] = SIGNING) -> pd.DataFrame:
    """One row for each statement and group it counts in.

    Parameters
    ----------
    by : str or list of str
        A column of `statements`, ``"actor"`` (a statement counts for each of its signatories in
        `roles`), ``"month"``, ``"quarter"``, or a list of these. A missing value is a group of its own.

    Returns
    -------
    DataFrame
        row (position in `corpus.statements`) and one column for each name in `by`.

    Raises
    ------
    ValueError
        For a column or a role that is not there.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a", "b"], "date": ["2020-01-31", None]}))
    >>> groups(corpus, "quarter")["quarter"].tolist()
    ['2020Q1', nan]
    """
    statements = corpus.statements
    table = pd.DataFrame({"row": np.arange(len(statements))})
    for name in by_columns(by):
        if name == "actor":
            table = table.merge(_signers(corpus, roles), on="row", how="left")
        else:
            values = values_of(statements, name)
            table = table.assign(**{name: values.take(table["row"].to_numpy()).set_axis(table.index)})
    return table


def values_of(statements: pd.DataFrame, name: str) -> pd.Series:
    """A column of `statements`, or the ``"month"`` or ``"quarter"`` of its date.

    Raises
    ------
    ValueError
        For a column that is not there.
    """
    if name in PERIODS:
        return _periods(statements["date"], PERIODS[name])
    if name not in statements.columns:
        raise ValueError(unknown_column(name, [*statements.columns, "actor", *PERIODS]))
    return statements[name]


def _signers(corpus: Corpus, roles: Sequence[str]) -> pd.DataFrame:
    check_roles(roles)
    signatories = corpus.signatories
    chosen = signatories[signatories["role"].isin(list(roles))]
    position = pd.Series(np.arange(len(corpus)), index=corpus.statements["statement_id"])
    rows = chosen.assign(row=chosen["statement_id"].map(position))
    return rows[["row", "actor"]].dropna(subset="row").astype({"row": "int64"}).drop_duplicates()


def _periods(days: pd.Series, frequency: str) -> pd.Series:
    return days.dt.to_period(frequency).astype("str").where(days.notna()).astype("str")
