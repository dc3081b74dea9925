"""Who could sign, and who did: the frame of occasions and actors, with missing cells where absence is no fact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis import reference
from osce_analysis.corpus.grouping import SIGNING
from osce_analysis.corpus.provenance import attrs
from osce_analysis.cosignatories.signings import Signing, Signings, signings

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus


def incidence(
    corpus: Corpus,
    *,
    roles: Sequence[str] = SIGNING,
    groups: str = "actor",
    source: str = "statements",
    occasions: str = "joint",
    occasions_of: str | None = None,
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
        Statements; the speakers listed in journals; or both: there a statement stands for
        the intervention with its symbol, and `attrs["problems"]` says where they differ.
    occasions : {"joint", "all"}
        Statements with at least two actors, or with one too.
    occasions_of : str, optional
        Only what this actor delivers, itself left out: ties among those who align with the EU
        are to be judged with ``occasions_of="EU"``, for who joins one text stands beside all
        others who do.

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
    LookupError
        Where `occasions_of` is nobody's name.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> signed = [("s1", "ARM"), ("s1", "BLR"), ("s2", "ARM"), ("s2", "BLR"), ("s2", "KAZ")]
    >>> signatories = pd.DataFrame(signed, columns=["statement_id", "actor"]).assign(role="joint")
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["s1", "s2"]}), signatories=signatories)
    >>> incidence(corpus).to_numpy().tolist()
    [[1, 1, 0], [1, 1, 1]]
    """
    how = Signing(roles, groups, source, occasions, occasions_of)
    corpus = corpus.counted()
    frame, made = incidence_of(corpus, how)
    frame.attrs.update(attrs(corpus, "cosignatories.incidence", how.options(), **made))
    return frame


def incidence_of(corpus: Corpus, how: Signing, *, unread: bool = True) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The frame of `incidence`, and what its attrs say of it.

    With `unread=False` the lists that were not read to their end are left out: of those who stand on such a list
    something is known, of the others nothing, so that whatever asks for absences would count presences alone.
    """
    signed = signings(corpus, how)
    read = signed.occasions["listed"].to_numpy(dtype=bool)
    left_out = 0 if unread else int((~read).sum())
    if left_out:
        signed = signed.kept(read)
    frame = _frame(signed)
    made: dict[str, Any] = {
        "denominators": _denominators(signed) | ({"unread": left_out} if left_out else {}),
        "left_out": {"unread": left_out},
        "remark": _remark(frame, signed.solo),
    }
    if how.source == "both":
        made["problems"] = signed.problems.to_dict("records")
    return frame, made


def _frame(signed: Signings) -> pd.DataFrame:
    """The long table as a frame of Int8; structural zeros and unread lists are missing."""
    held, actors = signed.occasions, signed.actors
    cells = np.zeros((len(held), len(actors)), dtype=np.int8)
    cells[signed.row, signed.column] = 1
    unknown = ~held["listed"].to_numpy(dtype=bool)[:, None] | outside(held["date"], actors)
    missing = unknown & (cells == 0)
    columns = {
        actor: pd.arrays.IntegerArray(cells[:, place].copy(), missing[:, place].copy())
        for place, actor in enumerate(actors)
    }
    ids = pd.Index(held["statement_id"])
    return pd.DataFrame(columns, index=ids, columns=pd.Index(actors, name="actor", dtype="str"))


def outside(days: pd.Series, actors: Sequence[str]) -> NDArray[np.bool_]:
    """Cells of a State that was no participating State on that day, though it is or was one on another."""
    ever = np.array([actor in ever_participating() for actor in actors], dtype=bool)
    when, which = np.unique(days.to_numpy(dtype="datetime64[D]"), return_inverse=True)
    found = np.zeros((len(when), len(actors)), dtype=bool)
    for place, day in enumerate(when):
        there = frozenset() if np.isnat(day) else reference.members("OSCE", on=day.item())
        if there:
            found[place] = ever & ~np.isin(actors, list(there))
    return found[which]


@cache
def ever_participating() -> frozenset[str]:
    """States that are or were participating States."""
    memberships = reference.table("memberships")
    return frozenset(memberships.loc[memberships["group"] == "OSCE", "actor"])


def _denominators(signed: Signings) -> dict[str, int]:
    """How many occasions there are, and what they rest on."""
    return {
        "occasions": len(signed.occasions),
        "solo": signed.solo,
        "unread": int((~signed.occasions["listed"]).sum()),
        "undated": int(signed.occasions["date"].isna().sum()),
        "actors": len(signed.actors),
    }


def _remark(frame: pd.DataFrame, solo: int) -> str | None:
    """A sentence where there is nothing to compare."""
    if len(frame.columns) > 1 and len(frame):
        return None
    return f"No statement here has two signatories in these roles; {solo:,} have one."
