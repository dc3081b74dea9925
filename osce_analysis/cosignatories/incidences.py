"""Who could sign, and who did: the frame of occasions and actors, with missing cells where absence is no fact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.grouping import SIGNING
from osce_analysis.corpus.provenance import attrs
from osce_analysis.cosignatories.occasions import check_occasions, signings

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus


def incidence(
    corpus: Corpus,
    *,
    roles: Sequence[str] = SIGNING,
    groups: str = "actor",
    source: str = "statements",
    occasions: str = "joint",
) -> pd.DataFrame:
    """Return who signed which statement.

    A cell is missing, not 0, where absence says nothing: the State was not (yet, or no
    longer) a participating State on that day, or the statement's list of signatories was
    not read to its end (a column `list_shown` of your own that is not "yes"). Days before
    the first participating State, and days that are not known, make nothing missing; nor do
    actors that never were participating States.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    roles : sequence of str
        Which signatories count: of `delivers`, `joint`, `represented`, `aligned`.
    groups : {"actor", "expand", "drop"}
        A group such as the EU as one actor, as its members on the day, or left out.
    source : {"statements", "interventions", "both"}
        Statements, the speakers listed in journals, or both: there a statement stands for
        the intervention with its symbol.
    occasions : {"joint", "all"}
        Statements with at least two actors, or with one too.

    Returns
    -------
    DataFrame
        One row a statement (index `statement_id`), one column an actor, sorted by code:
        1, 0 or missing, as Int8. `attrs["denominators"]` counts the occasions, those with
        one actor (`solo`), and those whose list was not read to its end (`unread`).

    Raises
    ------
    ValueError
        For a role or an option that is not there; for `groups="expand"` without dates.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> signed = [("s1", "ARM"), ("s1", "BLR"), ("s2", "ARM"), ("s2", "BLR"), ("s2", "KAZ")]
    >>> signatories = pd.DataFrame(signed, columns=["statement_id", "actor"]).assign(role="joint")
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["s1", "s2"]}), signatories=signatories)
    >>> incidence(corpus).to_numpy().tolist()
    [[1, 1, 0], [1, 1, 1]]
    """
    check_occasions(occasions)
    corpus = corpus.counted()
    rows = signings(corpus, roles, groups, source)
    signers = rows.groupby("statement_id")["actor"].transform("size")
    solo = rows.loc[signers == 1, "statement_id"].nunique()
    rows = rows[signers > 1] if occasions == "joint" else rows
    frame = _frame(rows)
    options = {"roles": roles, "groups": groups, "source": source, "occasions": occasions}
    made = {"denominators": _denominators(rows, solo), "remark": _remark(frame, solo)}
    frame.attrs.update(attrs(corpus, "cosignatories.incidence", options, **made))
    return frame


def _frame(rows: pd.DataFrame) -> pd.DataFrame:
    """The long table as a frame of Int8; structural zeros and unread lists are missing."""
    days = rows.drop_duplicates("statement_id").set_index("statement_id")
    actors = sorted(rows["actor"].unique())
    cells = np.zeros((len(days), len(actors)), dtype=np.int8)
    cells[
        days.index.get_indexer(pd.Index(rows["statement_id"])),
        np.searchsorted(actors, rows["actor"].tolist()),
    ] = 1
    unknown = ~days["listed"].to_numpy(dtype=bool)[:, None] | _outside(days["date"], actors)
    missing = unknown & (cells == 0)
    columns = {
        actor: pd.arrays.IntegerArray(cells[:, place].copy(), missing[:, place].copy())
        for place, actor in enumerate(actors)
    }
    return pd.DataFrame(columns, index=days.index, columns=pd.Index(actors, name="actor", dtype="str"))


def _outside(days: pd.Series, actors: list[str]) -> np.ndarray:
    """Cells of a State that was no participating State on that day, though it is or was one on another."""
    ever = np.array([actor in _ever_participating() for actor in actors], dtype=bool)
    when, which = np.unique(days.to_numpy(dtype="datetime64[D]"), return_inverse=True)
    outside = np.zeros((len(when), len(actors)), dtype=bool)
    for place, day in enumerate(when):
        there = frozenset() if np.isnat(day) else reference.members("OSCE", on=day.item())
        if there:
            outside[place] = ever & ~np.isin(actors, list(there))
    return outside[which]


@cache
def _ever_participating() -> frozenset[str]:
    """States that are or were participating States."""
    memberships = reference.table("memberships")
    return frozenset(memberships.loc[memberships["group"] == "OSCE", "actor"])


def _denominators(rows: pd.DataFrame, solo: int) -> dict[str, int]:
    """How many occasions there are, and what they rest on."""
    occasions = rows.drop_duplicates("statement_id")
    return {
        "occasions": len(occasions),
        "solo": int(solo),
        "unread": int((~occasions["listed"].astype(bool)).sum()),
        "undated": int(occasions["date"].isna().sum()),
        "actors": int(rows["actor"].nunique()),
    }


def _remark(frame: pd.DataFrame, solo: int) -> str | None:
    """A sentence where there is nothing to compare."""
    if len(frame.columns) > 1 and len(frame):
        return None
    return f"No statement here has two signatories in these roles; {solo:,} have one."
