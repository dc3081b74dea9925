"""Who belongs to a group, by date: the EU, the CSTO, the OSCE itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from osce_analysis.reference.actors import UnknownActor, find_actor
from osce_analysis.reference.days import as_day, holds
from osce_analysis.reference.tables import rows


@dataclass(frozen=True)
class Membership:
    """An actor's time in a group; dates may be partial, an empty `until` lasts."""

    group: str
    actor: str
    since: str
    until: str
    precision: str
    role: str
    verified: str
    note: str
    source: str


def members(group: str, on: date | str | None = None) -> frozenset[str]:
    """Return the members of a group on a day.

    Parameters
    ----------
    group : str
        Code or name of a group; "OSCE" for the participating States.
    on : date or str, optional
        The day; without it, those whose membership has no end.

    Returns
    -------
    frozenset of str
        Codes of actors. The first and the last day of a membership both count; a date known
        to the month or year counts from its first or to its last day.

    Raises
    ------
    UnknownActor
        Where no group of that name has members here; the sentence lists those that have.

    Examples
    --------
    >>> len(members("EU", on="2019-05-01")), len(members("EU", on="2020-02-01"))
    (28, 27)
    """
    code = find_actor(group)
    if code is None or code not in _memberships():
        raise UnknownActor(f"No members are known of {group!r}: the groups are {', '.join(group_codes())}.")
    return _members(code, as_day(on))


def group_codes() -> tuple[str, ...]:
    """Return the codes of all groups whose members are known, in the order of the table.

    Examples
    --------
    >>> "NB8" in group_codes()
    True
    """
    return tuple(_memberships())


def participating(code: str, on: date | str | None) -> bool:
    """Tell whether an actor is a participating State of the OSCE (CSCE) on a day.

    Examples
    --------
    >>> participating("MNG", "2012-11-20"), participating("MNG", "2012-11-21")
    (False, True)
    """
    return code in members("OSCE", on)


@cache
def _members(group: str, on: date | None) -> frozenset[str]:
    """Return the members of a group with a known code; days come back often, so they are kept."""
    return frozenset(
        row.actor
        for row in _memberships()[group]
        if (holds(row.since, row.until, on) if on else not row.until)
    )


@cache
def _memberships() -> Mapping[str, tuple[Membership, ...]]:
    """Return the memberships of each group."""
    found: dict[str, list[Membership]] = {}
    for row in rows("memberships"):
        found.setdefault(row["group"], []).append(Membership(**row))
    return {group: tuple(listed) for group, listed in found.items()}
