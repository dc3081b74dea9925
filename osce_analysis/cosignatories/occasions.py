"""Who signed what, on which day: the long table from which every measure of this package starts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from osce_analysis.corpus.parties import with_groups
from osce_analysis.corpus.selection import check_roles

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

SOURCES = ("statements", "interventions", "both")
OCCASIONS = ("joint", "all")


def signings(corpus: Corpus, roles: Sequence[str], groups: str, source: str) -> pd.DataFrame:
    """One row for each occasion and actor that signed it in one of `roles`.

    Parameters
    ----------
    corpus : Corpus
        What is counted: `Corpus.counted` has been applied.
    roles : sequence of str
        Of `delivers`, `joint`, `represented`, `aligned`.
    groups : {"actor", "expand", "drop"}
        A group such as the EU as one actor, as its members on the day, or left out.
    source : {"statements", "interventions", "both"}
        Statements, the speakers in journals, or both; in both, a statement stands for the
        intervention with its symbol.

    Returns
    -------
    DataFrame
        statement_id (of an intervention, its own id), actor, date, listed (False where the
        list of signatories was not read to its end).

    Raises
    ------
    ValueError
        For a role, a source or a way with groups that is not there; for `expand` where a
        group signs on an unknown day.
    """
    check_roles(roles)
    _check("source", source, SOURCES)
    chosen = [roles] if isinstance(roles, str) else list(roles)
    tables = _SOURCES[source](corpus)
    rows = tables[tables["role"].isin(chosen)][["statement_id", "actor", "date", "listed"]]
    return with_groups(rows, groups).drop_duplicates(["statement_id", "actor"], ignore_index=True)


def check_occasions(occasions: str) -> None:
    """Refuse a way with occasions that is not there."""
    _check("occasions", occasions, OCCASIONS)


def _check(option: str, given: str, known: Sequence[str]) -> None:
    if given not in known:
        raise ValueError(f"There is no {option}={given!r}: use one of {', '.join(known)}.")


def _statements(corpus: Corpus) -> pd.DataFrame:
    """Signatories with the day of their statement, in the order of `statements`."""
    statements = corpus.statements
    listed = statements["list_shown"].eq("yes") if "list_shown" in statements else True
    days = statements[["statement_id", "date"]].assign(listed=listed, place=range(len(statements)))
    rows = corpus.signatories[["statement_id", "actor", "role"]].merge(days, on="statement_id")
    return rows.sort_values("place", kind="stable", ignore_index=True)


def _interventions(corpus: Corpus) -> pd.DataFrame:
    """Speakers in journals and the States in their brackets."""
    rows = corpus.interventions[["intervention_id", "actor", "role", "date", "symbol"]]
    rows = rows.dropna(subset=["intervention_id", "actor"])
    return rows.rename(columns={"intervention_id": "statement_id"}).assign(listed=True)


def _both(corpus: Corpus) -> pd.DataFrame:
    """Statements, and the interventions of which no statement is held."""
    interventions = _interventions(corpus)
    held = interventions["symbol"].isin(corpus.statements["symbol"].dropna())
    return pd.concat([_statements(corpus), interventions[~held]], ignore_index=True)


_SOURCES: Mapping[str, Callable[[Corpus], pd.DataFrame]] = {
    "statements": _statements,
    "interventions": _interventions,
    "both": _both,
}
