"""Who signed what, on which day: the long table from which every measure of this package starts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.selection import check_roles

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

SOURCES = ("statements", "interventions", "both")
GROUPS = ("actor", "expand", "drop")
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
    _check("groups", groups, GROUPS)
    _check("source", source, SOURCES)
    chosen = [roles] if isinstance(roles, str) else list(roles)
    tables = _SOURCES[source](corpus)
    rows = tables[tables["role"].isin(chosen)][["statement_id", "actor", "date", "listed"]]
    return _GROUPS[groups](rows).drop_duplicates(["statement_id", "actor"], ignore_index=True)


def check_occasions(occasions: str) -> None:
    """Refuse a way with occasions that is not there."""
    _check("occasions", occasions, OCCASIONS)


def kind(code: str) -> str:
    """What an actor is; a code that the reference does not know is taken for a State."""
    try:
        return reference.actor_kind(code)
    except LookupError:
        return "state"


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


def _expanded(rows: pd.DataFrame) -> pd.DataFrame:
    """Each group as its members on the day; a group whose members are not known stays one actor."""
    known = {
        code for code in rows["actor"].unique() if kind(code) == "group" and code in reference.group_codes()
    }
    grouped = rows[rows["actor"].isin(known)]
    undated = grouped[grouped["date"].isna()]
    if len(undated):
        raise ValueError(
            f'groups="expand" needs the day of each statement that a group signs; {len(undated):,} have none, the '
            f'first is {undated["statement_id"].iloc[0]!r}. Use groups="actor" or "drop", or select statements '
            "with a date."
        )
    members = {
        (code, day): sorted(reference.members(code, on=day.date()))
        for code, day in grouped[["actor", "date"]].drop_duplicates().itertuples(index=False, name=None)
    }
    actors = [
        members[actor, date] if actor in known else [actor]
        for actor, date in rows[["actor", "date"]].itertuples(index=False, name=None)
    ]
    return rows.assign(actor=pd.Series(actors, index=rows.index, dtype=object)).explode("actor")


def _without_groups(rows: pd.DataFrame) -> pd.DataFrame:
    """States and organisations alone."""
    grouped = {code for code in rows["actor"].unique() if kind(code) == "group"}
    return rows[~rows["actor"].isin(grouped)]


def _as_they_are(rows: pd.DataFrame) -> pd.DataFrame:
    return rows


_SOURCES: Mapping[str, Callable[[Corpus], pd.DataFrame]] = {
    "statements": _statements,
    "interventions": _interventions,
    "both": _both,
}
_GROUPS: Mapping[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "actor": _as_they_are,
    "expand": _expanded,
    "drop": _without_groups,
}
