"""The statements of two corpora as one, where an analysis counts both together."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus.corpus import Corpus


def joined(target: Corpus, reference: Corpus) -> tuple[Corpus, NDArray[np.bool_]]:
    """The statements that count on two sides, and which of them are in the target.

    Parameters
    ----------
    target, reference : Corpus
        Selections of one corpus, which keep its token index, or two corpora loaded apart.

    Returns
    -------
    Corpus
        All of them, without their other tables; it counts every statement that it holds.
    bool array, one a statement

    Raises
    ------
    ValueError
        Where a statement is on both sides.

    Examples
    --------
    >>> a, b = (Corpus(pd.DataFrame({"statement_id": [key], "text": ["Peace."]})) for key in "ab")
    >>> both, in_target = joined(a, b)
    >>> both.statements["statement_id"].tolist(), in_target.tolist()
    (['a', 'b'], [True, False])
    """
    target, reference = target.counted(), reference.counted()
    if target.shares_index(reference):
        _refuse_twice(target, np.intersect1d(target.rows, reference.rows))
        # The target first, as for corpora loaded apart: draws then fall alike.
        both = target.with_rows(np.concatenate([target.rows, reference.rows]))
        return both, np.arange(len(both)) < len(target)
    here, there = target.statements, reference.statements
    met = here[["statement_id", "text"]].merge(there[["statement_id", "text"]])["statement_id"]
    _refuse(met.tolist())
    same = {
        name: f"{name}~2" for name in there["statement_id"][there["statement_id"].isin(here["statement_id"])]
    }
    there["statement_id"] = there["statement_id"].replace(same)
    both = Corpus(pd.concat([here, there], ignore_index=True), name=target.name)
    return both.with_rows(both.rows), np.arange(len(both)) < len(here)


def _refuse_twice(corpus: Corpus, rows: NDArray[np.int64]) -> None:
    _refuse(corpus.with_rows(rows).statements["statement_id"].tolist())


def _refuse(both: list[str]) -> None:
    if both:
        raise ValueError(
            f"{len(both):,} statements are on both sides, the first is {both[0]!r}: select two sides that share none."
        )
