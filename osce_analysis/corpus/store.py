"""What all selections of one corpus share: the full tables, and the token index over all texts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus import versions
from osce_analysis.corpus.options import check
from osce_analysis.tokens import TokenIndex, repeated

if TYPE_CHECKING:
    from osce_analysis.corpus.corpus import Corpus

BOILERPLATE = (True, False, "once")


class Store:
    """The full tables and their token index, built once for all selections.

    Parameters
    ----------
    tables : mapping of DataFrames
        By their names in `schema.TABLES`.
    corrections : int
        How many corrections were applied.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame], corrections: int) -> None:
        self.tables = dict(tables)
        self.corrections = corrections
        self.boilerplate: bool | str = True
        self.selections: dict[str, Corpus] = {}
        self._kin: dict[bool | str, Store] = {True: self}

    @cached_property
    def index(self) -> TokenIndex:
        """The tokens of all texts."""
        texts = self.tables["statements"]["text"]
        return TokenIndex.build([None if pd.isna(text) else text for text in texts])

    @cached_property
    def digests(self) -> list[bytes]:
        """What tells each statement's id and text from any other."""
        rows = self.tables["statements"][["statement_id", "text"]].itertuples(index=False)
        return [hashlib.sha256(f"{row.statement_id}\x1f{row.text}".encode()).digest() for row in rows]

    def with_boilerplate(self, way: bool | str) -> Store:
        """The same tables with passages that several statements share kept, left out or counted once.

        Passages are looked for in the statements that count, the earliest of which is the one that keeps a
        passage counted once.

        Raises
        ------
        ValueError
            For another way.
        """
        check("boilerplate", way, BOILERPLATE)
        if way not in self._kin:
            plain = self._kin[True]
            statements = plain.tables["statements"]
            store = Store(plain.tables, plain.corrections)
            store.boilerplate, store._kin = way, self._kin
            store.index = plain.index.without(plain.shared(spare_first=way == "once"))
            counts = pd.Series(store.index.counts(), dtype="Int64")
            store.tables["statements"] = statements.assign(tokens=counts.mask(statements["text"].isna()))
            self._kin[way] = store
        return self._kin[way]

    def shared(self, *, spare_first: bool = False) -> NDArray[np.bool_]:
        """Which tokens stand in passages that several of the statements that count share."""
        statements = self.tables["statements"]
        rows = np.flatnonzero(versions.counted(statements))
        days = statements["date"].iloc[rows].to_numpy()
        ordered = rows[np.argsort(days, kind="stable")]
        return repeated(self.index, ordered, titles=self._titles, spare_first=spare_first)

    @cached_property
    def _titles(self) -> NDArray[np.bool_]:
        """Which tokens stand in the words of a citation."""
        texts, cited = self.tables["statements"]["text"], self.tables["citations"]
        rows = pd.Index(self.tables["statements"]["statement_id"]).get_indexer(cited["statement_id"])
        here = np.flatnonzero((cited["part"] == "text").to_numpy(bool) & (rows >= 0) & cited["end"].notna())
        here = here[texts.notna().to_numpy()[rows[here]]]
        rows, spans = rows[here], cited[["start", "end"]].iloc[here].to_numpy(np.int64)
        held = np.unique(rows)
        written = dict(zip(held.tolist(), texts.take(held), strict=True))
        return self.index.within(written, rows, spans[:, 0], spans[:, 1])
