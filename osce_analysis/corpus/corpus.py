"""The Corpus: immutable tables of many statements, and selections that share their token index."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from osce_analysis.corpus import codebooks, description, provenance, saving, selection, versions
from osce_analysis.corpus.options import check
from osce_analysis.corpus.schema import TABLES, check_ids, conform, with_days
from osce_analysis.corpus.store import Store
from osce_analysis.tokens import TokenIndex

VERSIONS = ("latest", "all")


class Corpus:
    """Statements and what hangs on them, as pandas tables with the columns of `schema.TABLES`.

    A corpus does not change: its tables come out as copies, and each method that changes
    something returns a new corpus.

    Parameters
    ----------
    statements : DataFrame
        One row a statement; columns that are absent are missing, columns of your own are kept.
    signatories, paragraphs, interventions, citations, cues, problems : DataFrame, optional
        The other tables, joined on ``statement_id`` (or ``citation_id``).
    name : str, optional
        What comparisons call it.

    Raises
    ------
    ValueError
        Where ``statement_id`` is missing or not unique, or a column does not fit its dtype.

    Examples
    --------
    >>> votes = pd.DataFrame({"statement_id": ["a", "b"], "year": [2020, 2021]})
    >>> sponsors = pd.DataFrame({"statement_id": ["a", "a"], "actor": ["NOR", "ISL"], "role": "joint"})
    >>> Corpus(votes, signatories=sponsors).select(actor="Iceland").statements["statement_id"].tolist()
    ['a']
    """

    def __init__(
        self,
        statements: pd.DataFrame,
        *,
        paragraphs: pd.DataFrame | None = None,
        signatories: pd.DataFrame | None = None,
        interventions: pd.DataFrame | None = None,
        citations: pd.DataFrame | None = None,
        cues: pd.DataFrame | None = None,
        problems: pd.DataFrame | None = None,
        name: str | None = None,
    ) -> None:
        given = {
            "statements": statements,
            "paragraphs": paragraphs,
            "signatories": signatories,
            "interventions": interventions,
            "citations": citations,
            "cues": cues,
            "problems": problems,
        }
        tables = {
            table: conform(pd.DataFrame() if frame is None else frame, table)
            for table, frame in given.items()
        }
        tables["statements"] = with_days(tables["statements"])
        check_ids(tables["statements"])
        self._hold(Store(tables, corrections=0), np.arange(len(tables["statements"])), name, "latest")

    @classmethod
    def from_tables(
        cls, tables: Mapping[str, pd.DataFrame], *, corrections: int = 0, name: str | None = None
    ) -> Corpus:
        """A corpus of tables keyed by their names in `schema.TABLES`."""
        corpus = cls(**tables, name=name)
        corpus._store.corrections = corrections
        return corpus

    def _hold(self, store: Store, rows: np.ndarray, name: str | None, counting: str) -> None:
        self._store = store
        self._rows = rows
        self._counting = counting
        self.name = name

    def _part(self, rows: np.ndarray, counting: str, name: str | None = None) -> Corpus:
        corpus = Corpus.__new__(Corpus)
        corpus._hold(self._store, rows, name or self.name, counting)
        return corpus

    def _with_boilerplate(self, way: bool | str) -> Corpus:
        corpus = self._part(self._rows, self._counting)
        corpus._store = self._store.with_boilerplate(way)
        return corpus

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return description.summary(self)

    # The tables ---------------------------------------------------------------------------------

    @property
    def statements(self) -> pd.DataFrame:
        """One row a document."""
        return self._statements.copy(deep=False)

    @property
    def paragraphs(self) -> pd.DataFrame:
        """One row a paragraph of the body."""
        return self._hanging("paragraphs")

    @property
    def signatories(self) -> pd.DataFrame:
        """One row for each statement, actor and role."""
        return self._hanging("signatories")

    @property
    def interventions(self) -> pd.DataFrame:
        """One row for each speaker in a journal, and for each State in a speaker's bracket.

        A selection holds those of its journals, and those whose journal is no statement of the corpus.
        """
        rows = self._store.tables["interventions"]
        if rows.empty or self._is_whole:
            return rows.copy(deep=False)
        names = self._store.tables["statements"][["statement_id", "symbol"]]
        left_out = names.drop(index=names.index[self._rows])
        here = names.iloc[self._rows].to_numpy().ravel()
        outside = left_out.to_numpy().ravel()
        keep = rows["journal"].isin(here) | ~rows["journal"].isin(outside) | rows["journal"].isna()
        return rows[keep].reset_index(drop=True)

    @property
    def citations(self) -> pd.DataFrame:
        """One row for every citation."""
        return self._hanging("citations")

    @property
    def cues(self) -> pd.DataFrame:
        """The words that show how a citation is invoked."""
        cues = self._store.tables["cues"]
        if self._is_whole:
            return cues.copy(deep=False)
        return cues[cues["citation_id"].isin(self.citations["citation_id"])].reset_index(drop=True)

    @property
    def problems(self) -> pd.DataFrame:
        """Everything that could not be read or parsed, or was set aside."""
        problems = self._store.tables["problems"]
        ids = self._statements["statement_id"]
        here = problems["statement_id"].isna() | problems["statement_id"].isin(ids)
        return problems[here].reset_index(drop=True)

    @cached_property
    def _statements(self) -> pd.DataFrame:
        statements = self._store.tables["statements"]
        if statements["tokens"].isna().all() and statements["text"].notna().any():
            counts = pd.Series(self._store.index.counts(), dtype="Int64")
            statements = statements.assign(tokens=counts.mask(statements["text"].isna()))
            self._store.tables["statements"] = statements
        return statements if self._is_whole else statements.iloc[self._rows].reset_index(drop=True)

    @property
    def _is_whole(self) -> bool:
        return np.array_equal(self._rows, np.arange(len(self._store.tables["statements"])))

    def _hanging(self, table: str) -> pd.DataFrame:
        frame = self._store.tables[table]
        if self._is_whole:
            return frame.copy(deep=False)
        ids = self._store.tables["statements"]["statement_id"].iloc[self._rows]
        return frame[frame["statement_id"].isin(ids)].reset_index(drop=True)

    # What analyses stand on ---------------------------------------------------------------------

    @property
    def index(self) -> TokenIndex:
        """The token index over all texts that were loaded; `rows` says which of them are here."""
        return self._store.index

    @property
    def rows(self) -> np.ndarray:
        """Rows of `index` that this selection holds, in the order of `statements`."""
        return self._rows

    def shares_index(self, other: Corpus) -> bool:
        """Whether the two are selections of one corpus."""
        return self._store is other._store

    def shared_tokens(self) -> np.ndarray:
        """Which tokens of `index` stand in passages that several statements share."""
        return self._store.shared()

    def with_rows(self, rows: np.ndarray) -> Corpus:
        """The statements in these rows of the index, all of which count."""
        return self._part(rows, "all")

    @property
    def boilerplate(self) -> bool | str:
        """Whether words of passages that several statements share count: True, False or "once"."""
        return self._store.boilerplate

    @property
    def corrections(self) -> int:
        """How many corrections were applied."""
        return self._store.corrections

    @cached_property
    def fingerprint(self) -> str:
        """Twelve digits that change when an id or a text does."""
        digests = self._store.digests
        return hashlib.sha256(b"".join(digests[row] for row in self._rows.tolist())).hexdigest()[:12]

    def counted(self) -> Corpus:
        """The statements that an analysis counts: the latest version of each, in one language.

        A selection made with ``versions="all"`` counts all that it holds.
        """
        return self if self._counting == "all" else self._latest

    @cached_property
    def _latest(self) -> Corpus:
        here = versions.counted(self._statements)
        return self if here.all() else self._part(self._rows[here], self._counting)

    # New corpora from this one ------------------------------------------------------------------

    def select(
        self,
        *,
        body: Any = None,
        year: Any = None,
        since: Any = None,
        until: Any = None,
        delegation: Any = None,
        actor: Any = None,
        roles: Any = None,
        language: Any = None,
        containing: Any = None,
        citing: Any = None,
        versions: str = "latest",
        boilerplate: bool | str | None = None,
        **columns: Any,
    ) -> Corpus:
        """The statements that meet every condition; in each, a list means any of its values.

        Parameters
        ----------
        body, year, delegation, language, **columns
            A value, list or range of that column of `statements`; States by code or name.
        since, until
            First and last day, month or year ("2014", "2014-05", "2014-05-01").
        actor, roles
            Statements in which the actor has one of `roles` (any role by default).
        containing
            A query or a list of them, searched in the text.
        citing
            Canonical id of an instrument, or a list of them.
        versions : {"latest", "all"}
            Whether the latest revision in one language (English, else the original) stands for a symbol.
        boilerplate : {True, False, "once"}, optional
            Whether passages that several statements of the whole corpus share (ten words in three but for titles
            cited, a sentence in five) count in words: all, none, or in the earliest statement. As it is by default.

        Raises
        ------
        ValueError
            For a column that is not there, a value that no statement has, or a query that cannot be parsed.

        Examples
        --------
        >>> frame = pd.DataFrame({"statement_id": ["a", "b"], "body": ["MC", "PC"]})
        >>> len(Corpus(frame).select(body="MC"))
        1
        """
        check("versions", versions, VERSIONS)
        corpus = self if boilerplate is None else self._with_boilerplate(boilerplate)
        conditions = columns | {"body": body, "year": year, "delegation": delegation, "language": language}
        here = selection.matching(corpus, conditions)
        here &= selection.between(corpus._statements, since, until)
        here &= selection.signed_by(corpus, actor, roles)
        here &= selection.containing(corpus, containing)
        here &= selection.citing(corpus, citing)
        return corpus._part(corpus._rows[here], versions).counted()

    def named(self, name: str) -> Corpus:
        """The same corpus under a name, by which comparisons call it."""
        return self._part(self._rows, self._counting, name)

    def replace(self, *, corrections: int | None = None, **tables: pd.DataFrame) -> Corpus:
        """A new corpus in which the tables given stand for those of this one.

        Raises
        ------
        ValueError
            For a table that does not exist.
        """
        unknown = [name for name in tables if name not in TABLES]
        if unknown:
            raise ValueError(f"There is no table {unknown[0]!r}: tables are {', '.join(TABLES)}.")
        current = {name: getattr(self, name) for name in TABLES}
        count = self.corrections if corrections is None else corrections
        corpus = Corpus.from_tables(current | tables, corrections=count, name=self.name)
        corpus._counting = self._counting
        return corpus if self.boilerplate is True else corpus._with_boilerplate(self.boilerplate)

    # Reading it ---------------------------------------------------------------------------------

    def statement(self, statement_id: str) -> pd.Series:
        """One row of `statements`.

        Raises
        ------
        LookupError
            Where there is none; a near miss is suggested.
        """
        return selection.statement(self._statements, statement_id)

    def describe(self) -> pd.DataFrame:
        """What is here, in a table of (item, value)."""
        return description.describe(self)

    def coverage(self, by: str | list[str] = "actor") -> pd.DataFrame:
        """How much of what journals list is held as text; see `description.coverage`."""
        table = description.coverage(self, by)
        table.attrs.update(provenance.attrs(self, "Corpus.coverage", {"by": by}))
        return table

    def codebook(self, path: str | os.PathLike[str] | None = None) -> pd.DataFrame:
        """Each column's meaning, rule and values, also written as .csv, .md or .html; see `codebooks.codebook`."""
        return codebooks.codebook(self, path)

    def save(self, folder: str | os.PathLike[str]) -> None:
        """Write one Parquet file a table and a manifest, which `load` reads back; see `saving.save`."""
        saving.save(self._with_boilerplate(True), folder)
