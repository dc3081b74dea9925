"""How often each State aligns with what another actor says, of the occasions that it had."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis import reference
from osce_analysis.corpus.grouping import by_columns, values_of
from osce_analysis.corpus.occasions import Occasions
from osce_analysis.corpus.occasions import occasions as occasions_in
from osce_analysis.corpus.options import check, check_columns
from osce_analysis.corpus.parties import GROUPS, with_groups
from osce_analysis.corpus.provenance import attrs
from osce_analysis.corpus.selection import check_roles, values
from osce_analysis.cosignatories.incidences import ever_participating, outside
from osce_analysis.cosignatories.signings import delivered_by, party
from osce_analysis.measures.intervals import wilson

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

Cells = NDArray[np.bool_]

INTERVALS = ("wilson", None)
COLUMNS = {
    "actor": "str",
    "statements": "Int64",
    "occasions": "Int64",
    "share": "Float64",
    "low": "Float64",
    "high": "Float64",
}


def alignment(
    corpus: Corpus,
    *,
    with_: str = "EU",
    by: str | Sequence[str] | None = None,
    roles: Sequence[str] = ("aligned",),
    groups: str = "actor",
    source: str = "statements",
    interval: str | None = "wilson",
) -> pd.DataFrame:
    """Return how often each State aligns with the statements that an actor delivers.

    An occasion is such a statement whose list was read to its end (all are, unless a column
    `list_shown` of your own says otherwise: then only those with "yes"), on a day on which the
    State was a participating State and no member of the group that delivers. A statement of
    which only the year is known counts where that holds on its first and its last day; one
    without a year is left out. Not aligning is not disagreeing.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    with_ : str
        Who delivers: a group or a State, by name or code.
    by : str or list of str, optional
        A column of `statements` (year, agenda_item, body, ...), "month", "quarter", or a list; a
        missing value is a group of its own.
    roles : sequence of str
        What counts as aligning.
    groups : {"actor", "expand", "drop"}
        A group among those who align as one actor, as its members on the day, or left out.
    source : {"statements", "interventions", "both"}
        As in `incidence`. Interventions have a year, a body and, as agenda_item, the title of
        their item.
    interval : {"wilson", None}
        95 % interval of the share, or none.

    Returns
    -------
    DataFrame
        The columns of `by`, then actor, statements (with which it aligns), occasions, share
        (0 to 1), low, high; in each group the highest share first. A State has a row in every
        group in which it had an occasion. `attrs["left_out"]` names the States that are never
        listed, and counts the statements that are no occasions.

    Raises
    ------
    ValueError
        For a column, a role or an option that is not there.
    LookupError
        Where `with_` is nobody's name.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
    Journal of the American Statistical Association 22, 209-212.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> rows = [("s1", "EU", "delivers"), ("s1", "NOR", "aligned"), ("s1", "ISL", "aligned"),
    ...         ("s2", "EU", "delivers"), ("s2", "NOR", "aligned")]
    >>> signatories = pd.DataFrame(rows, columns=["statement_id", "actor", "role"])
    >>> statements = pd.DataFrame({"statement_id": ["s1", "s2"], "date": ["2020-01-30", "2020-05-07"]})
    >>> alignment(Corpus(statements, signatories=signatories))[["actor", "statements", "occasions"]].values.tolist()
    [['NOR', 2, 2], ['ISL', 1, 2]]
    """
    names = [name for name in by_columns(by) if name != "actor"]  # each actor has its row as it is
    check_roles(roles)
    check("groups", groups, GROUPS)
    check("interval", interval, INTERVALS)
    check_columns(names, COLUMNS)
    corpus = corpus.counted()
    found = occasions_in(corpus, source)
    other = party(with_, found.signers["actor"])
    held, denominators = _held(found, other)
    aligned = _aligned(found, held, other, values(roles), groups)
    states = sorted({*aligned["actor"], *ever_participating()})
    could, said = _could(held, states, other), _said(held, aligned, states)
    options = {
        "with_": with_, "by": by, "roles": roles, "groups": groups, "source": source, "interval": interval,
    }  # fmt: skip
    made: dict[str, Any] = {
        "interval": interval,
        "with_": other,
        "denominators": denominators | {"partial": int(aligned["scope"].notna().sum())},
        "left_out": _left_out(states, said, could),
        "remark": _remark(other, denominators, len(aligned)),
    }
    if source == "both":
        made["problems"] = found.problems.to_dict("records")
    listed = np.flatnonzero(said.any(axis=0))
    counted = _counted(held, names, [states[place] for place in listed], said[:, listed], could[:, listed])
    table = _rated(counted, interval)[[*names, *COLUMNS]]
    table.attrs.update(attrs(corpus, "cosignatories.alignment", options, **made))
    return table


def _held(found: Occasions, other: str) -> tuple[pd.DataFrame, dict[str, int]]:
    """The occasions: what the other delivers, its list read, its year known; and how many were left out."""
    delivered = found.occasions[found.occasions["statement_id"].isin(delivered_by(found, other))]
    read = delivered[delivered["listed"]]
    held = read[read["year"].notna() | read["date"].notna()].reset_index(drop=True)
    return held, {
        "delivered": len(delivered),
        "occasions": len(held),
        "unread": len(delivered) - len(read),
        "undated": len(read) - len(held),
    }


def _aligned(
    found: Occasions, held: pd.DataFrame, other: str, roles: Sequence[str], groups: str
) -> pd.DataFrame:
    """Who aligns with which occasion, each once: statement_id, actor, scope."""
    signers = found.signers.reindex(columns=["statement_id", "actor", "role", "scope"])
    rows = signers[signers["role"].isin(roles) & signers["actor"].ne(other)]
    rows = rows.merge(held[["statement_id", "date"]], on="statement_id")
    return with_groups(rows, groups).drop_duplicates(["statement_id", "actor"], ignore_index=True)


def _could(held: pd.DataFrame, states: list[str], other: str) -> Cells:
    """Occasions (rows) on which a State (columns) took part and was not on the side that delivers."""
    could = np.ones((len(held), len(states)), dtype=bool)
    for day in _first_and_last(held):
        could &= ~outside(day, states)
        sides = {when: _side(other, when) for when in day.drop_duplicates()}
        could &= ~np.array([np.isin(states, sides[when]) for when in day], dtype=bool).reshape(could.shape)
    return could


def _first_and_last(held: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The day of each occasion twice; where only the year is known, its first and its last day."""
    years = held["year"].astype("str")
    return (
        held["date"].fillna(pd.to_datetime(years + "-01-01", errors="coerce")),
        held["date"].fillna(pd.to_datetime(years + "-12-31", errors="coerce")),
    )


def _side(other: str, day: pd.Timestamp) -> list[str]:
    """Who delivers: the actor, and the members of a group on the day."""
    members = reference.members(other, on=day.date()) if other in reference.group_codes() else frozenset()
    return sorted({other, *members})


def _said(held: pd.DataFrame, aligned: pd.DataFrame, states: list[str]) -> Cells:
    """Occasions (rows) with which a State (columns) aligned."""
    said = np.zeros((len(held), len(states)), dtype=bool)
    rows = pd.Index(held["statement_id"]).get_indexer(pd.Index(aligned["statement_id"]))
    said[rows, pd.Index(states).get_indexer(pd.Index(aligned["actor"]))] = True
    return said


def _left_out(states: list[str], said: Cells, could: Cells) -> dict[str, dict[str, str]]:
    """By code and name: who had an occasion and is never listed, and who is listed on a day when it had none."""
    had, listed, astray = (np.any(cells, axis=0) for cells in (could, said, said & ~could))
    return {
        "never_listed": _named(states, had & ~listed),
        "listed_outside": _named(states, astray),
    }


def _named(states: list[str], chosen: Cells) -> dict[str, str]:
    return {states[place]: reference.actor_name(states[place]) for place in np.flatnonzero(chosen)}


def _counted(
    held: pd.DataFrame, names: list[str], states: list[str], said: Cells, could: Cells
) -> pd.DataFrame:
    """The columns of `by`, group (its place), actor, statements and occasions: a row for each State that had any."""
    keys = pd.DataFrame({name: values_of(held, name) for name in names}, index=held.index)
    numbers = keys.groupby(names, dropna=False, sort=True).ngroup() if names else pd.Series(0, held.index)
    firsts = numbers.drop_duplicates().sort_values().index
    sums = {
        name: np.array([cells[numbers == group].sum(axis=0) for group in range(len(firsts))], dtype=np.int64)
        for name, cells in (("statements", said & could), ("occasions", could))
    }
    table = keys.loc[firsts.repeat(len(states))].reset_index(drop=True)
    table = table.assign(
        group=np.repeat(np.arange(len(firsts)), len(states)),
        actor=states * len(firsts),
        **{name: counts.ravel() for name, counts in sums.items()},
    )
    return table[table["occasions"] > 0]


def _rated(table: pd.DataFrame, interval: str | None) -> pd.DataFrame:
    """Shares with their intervals, in each group the highest first."""
    hits, n = (table[name].to_numpy(dtype=np.float64) for name in ("statements", "occasions"))
    low, high = wilson(hits, n) if interval else (np.full(len(n), np.nan), np.full(len(n), np.nan))
    table = table.assign(share=hits / n, low=low, high=high)
    table = table.sort_values(["group", "share", "actor"], ascending=[True, False, True], ignore_index=True)
    return table.astype(COLUMNS)


def _remark(other: str, denominators: dict[str, int], aligned: int) -> str | None:
    """A sentence where there is nothing to count."""
    name, delivered = reference.actor_name(other), denominators["delivered"]
    if not delivered:
        return f"No statement here is delivered by {name}."
    if not denominators["occasions"]:
        return f"Of the {delivered:,} statements that {name} delivers here none has a year and a list read to its end."
    return (
        None
        if aligned
        else f"Nobody aligns with what {name} delivers here (occasions: {denominators['occasions']:,})."
    )
