"""The groups of statements that a result sets beside one another, and the delegations that carry a term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

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


def rows_of(hits: Matrix, rows: NDArray[np.int64]) -> Matrix:
    """Some rows, which stand in order; no copy where these are all."""
    return hits if len(rows) == hits.shape[0] else hits[rows]


def carriers(hits: NDArray[np.float64], owners: Owners) -> dict[str, NDArray[Any]]:
    """Who carries the terms of one side: columns with a value for each term.

    They are count (hits), statements and delegations that have it, top_delegation, and top_share of all hits.

    Parameters
    ----------
    hits : array, (statements, terms)
    owners : Owners, (statements,)
        A statement of several delegations counts in the hits and is nobody's.
    """
    codes = np.unique(owners.codes)
    table = summed(hits, owners.codes)[[name is not None for name in owners.names[codes]]]
    most = table.max(axis=0, initial=0)
    leading = codes[table.argmax(axis=0)] if len(table) else np.zeros(hits.shape[1], np.int64)
    held = (table > 0).sum(axis=0)
    return _carriers(hits.sum(axis=0), (hits > 0).sum(axis=0), held, most, leading, owners)


def carriers_of_many(hits: csr_array, owners: Owners, rows: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
    """The same of very many terms, for some statements.

    One owner is taken at a time: a table of all owners and terms would be slow and large.
    """
    terms = hits.shape[1]
    count, most, leading = np.zeros(terms), np.zeros(terms), np.zeros(terms, np.int64)
    statements, held = np.zeros(terms, np.int64), np.zeros(terms, np.int64)
    order = rows[np.argsort(owners.codes[rows], kind="stable")]
    codes, firsts = np.unique(owners.codes[order], return_index=True)
    for code, own in zip(codes.tolist(), np.split(order, firsts[1:]), strict=False):
        cells = [slice(*hits.indptr[row : row + 2].tolist()) for row in own.tolist()]
        columns = np.concatenate([hits.indices[cell] for cell in cells], dtype=np.int64)
        sums = np.bincount(columns, np.concatenate([hits.data[cell] for cell in cells]), terms)
        count += sums
        statements += np.bincount(columns, minlength=terms)
        if owners.names[code] is not None:
            held += sums > 0
            leading[sums > most] = code
            np.maximum(most, sums, out=most)
    return _carriers(count, statements, held, most, leading, owners)


def _carriers(
    count: NDArray[np.float64],
    statements: NDArray[np.int64],
    held: NDArray[np.int64],
    most: NDArray[np.float64],
    leading: NDArray[np.int64],
    owners: Owners,
) -> dict[str, NDArray[Any]]:
    """Carriers of terms of which the owner `leading` has `most` hits; nobody leads where no delegation has any."""
    share = np.divide(most, count, out=np.full(len(count), np.nan), where=most > 0)
    names = np.array([*owners.names, None], object)
    top = names[np.where(most > 0, leading, -1)]
    columns = {"count": count, "statements": statements, "delegations": held}
    return columns | {"top_delegation": top, "top_share": share}


def named(found: Sides) -> dict[str, NDArray[np.int64]]:
    """The statements of each side under its name."""
    keys = found.keys.itertuples(index=False, name=None)
    return {
        ", ".join("not stated" if pd.isna(value) else str(value) for value in key): rows
        for key, rows in zip(keys, found.rows, strict=True)
    }
