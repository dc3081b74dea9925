"""Which statements an explorer is about: one selection for all tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from osce_analysis import reference
from osce_analysis.corpus import Corpus
from osce_analysis.corpus.grouping import SIGNING
from osce_analysis.explorers.coding import call
from osce_analysis.tokens import split_searches

Options = list[tuple[str, Any]]


@dataclass(frozen=True)
class Selection:
    """The conditions of the rows on top; None, () and "" ask for nothing."""

    body: str | None = None
    since: int | None = None
    until: int | None = None
    language: str | None = None
    delegations: tuple[str, ...] = ()
    containing: str = ""

    def conditions(self) -> dict[str, Any]:
        """The arguments of `Corpus.select`.

        Raises
        ------
        ValueError
            Where `containing` cannot be read, or the years are the wrong way round.
        """
        if self.since and self.until and self.since > self.until:
            raise ValueError(
                f"From {self.since} to {self.until} holds no year: choose an earlier first year."
            )
        asked: dict[str, Any] = {
            "body": self.body,
            "since": self.since,
            "until": self.until,
            "language": self.language,
            "actor": list(self.delegations) or None,
            "roles": list(SIGNING) if self.delegations else None,
            "containing": split_searches(self.containing) or None,
        }
        return {name: value for name, value in asked.items() if value is not None}

    def of(self, corpus: Corpus) -> Corpus:
        """The statements of `corpus` that meet the conditions.

        Raises
        ------
        ValueError
            Where no statement can meet one of them, or a search cannot be read.
        """
        return corpus.select(**self.conditions())

    def code(self) -> str:
        """The line that makes the same selection."""
        return f"selected = {call('corpus.select', **self.conditions())}"


def choices(corpus: Corpus) -> dict[str, Options]:
    """What each control offers, as (label, value): only what the corpus holds.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"statement_id": ["a", "b"], "body": ["MC", "PC"], "year": [2014, 2016]})
    >>> choices(Corpus(frame))["since"]
    [('first', None), ('2014', 2014), ('2016', 2016)]
    """
    statements = corpus.statements
    years = [(str(year), int(year)) for year in sorted(statements["year"].dropna().unique())]
    return {
        "body": [("all", None), *_values(corpus, "body")],
        "since": [("first", None), *years],
        "until": [("last", None), *years],
        "language": [("all", None), *_values(corpus, "language")],
        "delegations": delegations(corpus),
    }


def delegations(corpus: Corpus) -> Options:
    """Who speaks in the corpus, by name, with the number of statements."""
    signatories = corpus.signatories
    speaking = signatories[signatories["role"].isin(SIGNING)]
    counts = speaking.drop_duplicates(["statement_id", "actor"])["actor"].value_counts()
    named = [(f"{reference.actor_name(str(code))} ({count})", code) for code, count in counts.items()]
    return sorted(named)


def _values(corpus: Corpus, column: str) -> Options:
    found = sorted(corpus.statements[column].dropna().unique())
    return [(value, value) for value in found]
