"""Actors: States, groups and organisations, and which of them a name means.

The code of a State is its ISO 3166 alpha-3 code (also of former States: SUN, YUG,
CSK, DDR, SCG); groups and organisations have short codes of their own (EU, CSTO,
OSCE-PA).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal, cast

from osce_analysis.reference import names
from osce_analysis.reference.days import as_day
from osce_analysis.reference.suggestions import did_you_mean, near_miss
from osce_analysis.reference.tables import rows

ActorKind = Literal["state", "group", "organisation"]


class UnknownActor(LookupError):
    """A name that no State, group or organisation has; the sentence suggests a near one."""


@dataclass(frozen=True)
class Actor:
    """A State, group or organisation; dates are as their source gives them."""

    code: str
    kind: ActorKind
    status: str
    short_name: str
    official_name: str
    admitted: str
    ended: str
    verified: str
    note: str
    source: str


@cache
def actors() -> Mapping[str, Actor]:
    """Return every actor by its code."""
    return {
        row["code"]: Actor(**{**row, "kind": cast(ActorKind, row["kind"])})  # type: ignore[arg-type]
        for row in rows("actors")
    }


def actor(name: str, on: date | str | None = None) -> str:
    """Return the code of the actor that a name means.

    Parameters
    ----------
    name : str
        A name in one of the six OSCE languages, or a code; case, white space and a leading
        article make no difference, but abbreviations such as US count in their own case only.
    on : date or str, optional
        The day on which it is meant: `Yugoslavia` is no actor in 2010. Without it the names of
        every period count.

    Returns
    -------
    str
        ISO 3166 alpha-3 code, or the code of a group or organisation.

    Raises
    ------
    UnknownActor
        A LookupError; a near miss is suggested, never taken.

    Examples
    --------
    >>> actor("the Kyrgyz Republic"), actor("Soviet Union"), actor("Union européenne")
    ('KGZ', 'SUN', 'EU')
    """
    found = find_actor(name, on)
    if found is None:
        raise UnknownActor(_unknown(name, as_day(on)))
    return found


@lru_cache(maxsize=4096)  # names come back in document after document
def find_actor(name: str, on: date | str | None = None) -> str | None:
    """Return the code of the actor that a name means, None where it is unknown: never a guess.

    Parameters
    ----------
    name, on
        As in `actor`.

    Examples
    --------
    >>> find_actor("Serbia and Montenegro", on="2004-12-06"), find_actor("Atlantis")
    ('SCG', None)
    """
    day = as_day(on)
    written = " ".join(name.split())
    if written in actors():
        return written
    for spelling in (written, names.without_article(written)):
        known = tuple(
            candidate
            for candidate in names.by_key().get(names.key(spelling), ())
            if candidate.case != "exact" or candidate.fits(spelling)
        )
        if meant := names.meaning(known, day):
            return meant.code
    return None


def actor_name(code: str) -> str:
    """Return the short name of an actor for display; of an unknown code, the code itself.

    Examples
    --------
    >>> actor_name("RUS"), actor_name("EU"), actor_name("XYZ")
    ('Russian Federation', 'European Union', 'XYZ')
    """
    known = actors().get(code)
    return known.short_name if known else code


def actor_kind(code: str) -> ActorKind:
    """Return what an actor is: "state", "group" or "organisation".

    Raises
    ------
    UnknownActor
        Where no actor has the code.

    Examples
    --------
    >>> actor_kind("GUAM")
    'group'
    """
    if code not in actors():
        raise UnknownActor(f"There is no actor with the code {code!r}.")
    return actors()[code].kind


def _unknown(name: str, on: date | None) -> str:
    """Say that a name is unknown, or unknown on that day, and what may have been meant."""
    if on and (other := find_actor(name)):
        return f"{name!r} names no actor on {on.isoformat()}; at another time it is {other}."
    current = ("official", "short", "variant")
    spellings = {row["name"]: row["code"] for row in rows("names") if row["form"] in current}
    near = near_miss(name, spellings)
    return f"No State, group or organisation is called {name!r}.{did_you_mean(near and f'{near} ({spellings[near]})')}"
