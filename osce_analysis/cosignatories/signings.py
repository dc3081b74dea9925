"""Who signed what, on which day: the long table from which the measures of this package start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.grouping import SIGNING
from osce_analysis.corpus.occasions import SOURCES, Occasions, occasions
from osce_analysis.corpus.options import check
from osce_analysis.corpus.parties import GROUPS, with_groups
from osce_analysis.corpus.selection import check_roles, values

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

OCCASIONS = ("joint", "all")


@dataclass(frozen=True)
class Signing:
    """What counts as signing together: the options that all functions of this package share, as in `incidence`."""

    roles: Sequence[str] = SIGNING
    groups: str = "actor"
    source: str = "statements"
    occasions: str = "joint"
    occasions_of: str | None = None

    def __post_init__(self) -> None:
        check_roles(self.roles)
        check("groups", self.groups, GROUPS)
        check("source", self.source, SOURCES)
        check("occasions", self.occasions, OCCASIONS)

    def options(self) -> dict[str, Any]:
        """The options by name."""
        return asdict(self)


class Signings(NamedTuple):
    """Who signed: rows (statement_id, actor), occasions (statement_id, date, listed) in their order, solo (occasions
    of one actor, the list read to its end), and the problems that were met."""

    rows: pd.DataFrame
    occasions: pd.DataFrame
    solo: int
    problems: pd.DataFrame


def signings(corpus: Corpus, how: Signing) -> Signings:
    """Who signed which occasion.

    Parameters
    ----------
    corpus : Corpus
        What is counted: `Corpus.counted` has been applied.
    how : Signing
        Which signatories and occasions count.

    Raises
    ------
    ValueError
        For `groups="expand"` where a group signs on an unknown day.
    LookupError
        Where `occasions_of` is nobody's name.
    """
    found = occasions(corpus, how.source)
    described = found.occasions[["statement_id", "date", "listed"]].assign(place=range(len(found.occasions)))
    rows = _chosen(found, how).merge(described, on="statement_id")
    rows = pd.concat([rows[rows["host"]], with_groups(rows[~rows["host"]], how.groups)])
    rows = rows.drop_duplicates(["statement_id", "actor"]).sort_values("place", kind="stable")
    signers = rows.groupby("statement_id")["actor"].transform("size")
    solo = int(rows.loc[(signers == 1) & rows["listed"], "statement_id"].nunique())
    rows = rows[signers > 1] if how.occasions == "joint" else rows
    held = rows.drop_duplicates("statement_id", ignore_index=True)[["statement_id", "date", "listed"]]
    theirs = rows.loc[~rows["host"], ["statement_id", "actor"]].reset_index(drop=True)
    return Signings(theirs, held, solo, found.problems)


def _chosen(found: Occasions, how: Signing) -> pd.DataFrame:
    """Who signs in the roles asked for: statement_id, actor, and host, whom the occasions are of."""
    signers = found.signers
    counts = signers["role"].isin(values(how.roles))
    if how.occasions_of is None:
        chosen = signers[counts].assign(host=False)
    else:
        host = party(how.occasions_of, signers["actor"])
        here = signers[signers["statement_id"].isin(delivered_by(found, host))]
        chosen = here[counts[here.index] | (here["actor"] == host)].assign(
            host=lambda rows: rows["actor"] == host
        )
    return chosen[["statement_id", "actor", "host"]].drop_duplicates()


def delivered_by(found: Occasions, actor: str) -> set[str]:
    """The occasions that an actor delivers."""
    signers = found.signers
    return set(signers.loc[(signers["actor"] == actor) & (signers["role"] == "delivers"), "statement_id"])


def party(name: str, there: Iterable[str]) -> str:
    """The code of an actor: one that stands in the corpus as it is, else what the name means.

    Raises
    ------
    LookupError
        For a name that nobody has; a near miss is suggested.
    """
    return name if name in set(there) else reference.actor(name)
