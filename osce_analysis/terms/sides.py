"""The groups of statements that a result sets beside one another, and the delegations that carry a term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus.grouping import by_columns, groups
from osce_analysis.corpus.parties import with_parties

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from osce_analysis.corpus import Corpus

Matrix = TypeVar("Matrix", "NDArray[np.float64]", "csr_array")
"""Statements (or clusters of them) x terms, sparse or not."""


@dataclass(frozen=True)
class Sides:
    """Groups (`keys`, one row each, the columns of `by`) and the statements with a text in each."""

    keys: pd.DataFrame
    rows: list[NDArray[np.int64]]

    def stacked(self, tables: Sequence[pd.DataFrame], dtypes: Mapping[str, str]) -> pd.DataFrame:
        """A table of each group under one another, the values of `by` before the columns of `dtypes`."""
        keys = self.keys.loc[np.repeat(self.keys.index, [len(table) for table in tables])]
        columns = pd.concat([pd.DataFrame(columns=list(dtypes)), *tables], ignore_index=True)
        columns = columns[list(dtypes)].astype(dict(dtypes))
        return pd.concat([keys.reset_index(drop=True), columns], axis=1)


def sides(corpus: Corpus, by: str | Sequence[str] | None, way: str) -> Sides:
    """The groups that `by` makes, in order of their values, a missing value last.

    Raises
    ------
    ValueError
        For a column that is not there, or another way with groups.
    """
    names = by_columns(by)
    table = groups(corpus, names)
    statements = corpus.statements
    table = table[statements["text"].notna().to_numpy()[table["row"]]].reset_index(drop=True)
    table = with_parties(corpus, table, way)
    if not names:
        return Sides(pd.DataFrame(index=range(1)), [table["row"].to_numpy()])
    numbers = table.groupby(names, dropna=False, sort=True).ngroup().to_numpy()
    order = np.argsort(numbers, kind="stable")
    firsts = np.flatnonzero(np.diff(numbers[order], prepend=-1))
    rows = np.split(table["row"].to_numpy()[order], firsts[1:]) if len(firsts) else []
    return Sides(table.loc[order[firsts], names].reset_index(drop=True), rows)


class Owners(NamedTuple):
    """The delegation of each statement as a number, and the names; a statement of several is its own."""

    codes: NDArray[np.int64]
    names: NDArray[np.object_]

    def of(self, rows: NDArray[np.int64]) -> Owners:
        """Those of some statements."""
        return Owners(self.codes[rows], self.names)


def owners_of(delegations: pd.Series) -> Owners:
    """Number the delegations in order of their names; the statements without one follow.

    Examples
    --------
    >>> owners_of(pd.Series(["NOR", None, "CHE", "NOR", None])).codes.tolist()
    [1, 2, 0, 1, 3]
    """
    alone = delegations.isna().to_numpy()
    names = sorted(delegations.dropna().unique())
    codes = pd.Categorical(delegations, names).codes.astype(np.int64)
    codes[alone] = len(names) + np.arange(alone.sum())
    return Owners(codes, np.array([*names, *[None] * alone.sum()], object))


def summed(array: Matrix, codes: NDArray[np.int64]) -> Matrix:
    """Sums of the rows with one code, in order of the codes.

    Examples
    --------
    >>> summed(np.array([1.0, 2, 4]), np.array([7, 3, 7]))
    array([2., 5.])
    """
    found, places = np.unique(codes, return_inverse=True)
    if isinstance(array, np.ndarray):
        sums = np.zeros((len(found), *array.shape[1:]))
        np.add.at(sums, places, array)
        return sums
    from scipy.sparse import csr_array

    cells = (np.ones(len(codes)), (places, np.arange(len(codes))))
    together = csr_array(cells, shape=(len(found), len(codes)))
    return cast(Matrix, together @ array)


class Carriers(NamedTuple):
    """For each term: how many delegations have it, which has most, and its share of all hits."""

    delegations: NDArray[np.int64]
    top_delegation: NDArray[np.object_]
    top_share: NDArray[np.float64]


def carriers(hits: NDArray[np.float64] | csr_array, owners: Owners) -> Carriers:
    """Who carries the terms of one side.

    Parameters
    ----------
    hits : array or sparse array, (statements, terms)
    owners : Owners, (statements,)
        A statement of several delegations counts in the hits and is nobody's.
    """
    names = owners.names[np.unique(owners.codes)]
    named = np.flatnonzero([name is not None for name in names])
    sums = summed(hits, owners.codes)[named]
    # An empty last row, so that a term that no delegation has finds nobody.
    table = np.vstack([sums if isinstance(sums, np.ndarray) else sums.toarray(), np.zeros(hits.shape[1])])
    most, total = table.max(axis=0), np.asarray(hits.sum(axis=0)).ravel()
    place = np.where(most > 0, table.argmax(axis=0), len(table) - 1)
    share = np.divide(most, total, out=np.full(len(total), np.nan), where=most > 0)
    return Carriers((table > 0).sum(axis=0), np.array([*names[named], None], object)[place], share)


def named(found: Sides) -> dict[str, NDArray[np.int64]]:
    """The statements of each side under its name."""
    keys = found.keys.itertuples(index=False, name=None)
    return {
        ", ".join("not stated" if pd.isna(value) else str(value) for value in key): rows
        for key, rows in zip(keys, found.rows, strict=True)
    }
