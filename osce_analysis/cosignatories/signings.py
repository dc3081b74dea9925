"""Who signed what, on which day: the long table from which the measures of this package start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

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
    """Who signed what: each row of the long table as two numbers.

    occasions (statement_id, date, listed), actors (sorted codes), row (place of an occasion) and column (place of an
    actor) for each signature, solo (occasions of one actor, the list read to its end), and the problems met.
    """

    occasions: pd.DataFrame
    actors: list[str]
    row: NDArray[np.int64]
    column: NDArray[np.int64]
    solo: int
    problems: pd.DataFrame

    def kept(self, keep: NDArray[np.bool_]) -> Signings:
        """Those of some of the occasions, with the actors who signed one."""
        here = keep[self.row]
        row, column = (np.cumsum(keep) - 1)[self.row[here]], self.column[here]
        there, column = np.unique(column, return_inverse=True)
        held = self.occasions[keep].reset_index(drop=True)
        return self._replace(
            occasions=held, actors=[self.actors[place] for place in there], row=row, column=column
        )


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
    described = found.occasions[["statement_id", "date", "listed"]]
    rows = _chosen(found, how)
    codes, ids = pd.factorize(rows["statement_id"])
    rows = rows.assign(place=pd.Index(described["statement_id"]).get_indexer(pd.Index(ids))[codes])
    rows = rows[rows["place"] >= 0]
    if how.groups != "actor":
        rows = rows.assign(date=described["date"].take(rows["place"].to_numpy()).to_numpy())
        rows = pd.concat([rows[rows["host"]], with_groups(rows[~rows["host"]], how.groups)])
    codes, names = pd.factorize(rows["actor"], sort=True)
    _, first = np.unique(rows["place"].to_numpy() * len(names) + codes, return_index=True)
    row, column, host = (
        rows["place"].to_numpy()[first],
        codes[first],
        rows["host"].to_numpy(dtype=bool)[first],
    )
    signers = np.bincount(row, minlength=len(described))
    solo = int(((signers == 1) & described["listed"].to_numpy(dtype=bool)).sum())
    every = Signings(described, list(names), row[~host], column[~host], solo, found.problems)
    return every.kept(signers > (1 if how.occasions == "joint" else 0))


def _chosen(found: Occasions, how: Signing) -> pd.DataFrame:
    """Who signs in the roles asked for: statement_id, actor, and host, whom the occasions are of."""
    signers = found.signers[["statement_id", "actor", "role"]]
    counts = signers["role"].isin(values(how.roles))
    if how.occasions_of is None:
        return signers[counts].assign(host=False)
    host = party(how.occasions_of, signers["actor"])
    here = signers[signers["statement_id"].isin(delivered_by(found, host))]
    return here[counts[here.index] | (here["actor"] == host)].assign(host=lambda rows: rows["actor"] == host)


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
