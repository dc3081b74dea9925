"""The statements behind a pair: what stands behind an edge, a cell or a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from osce_analysis.corpus.grouping import SIGNING
from osce_analysis.corpus.occasions import occasions as occasions_in
from osce_analysis.corpus.provenance import attrs
from osce_analysis.cosignatories.signings import Signing, Signings, party, signings

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

SHOWN = ["statement_id", "date", "symbol", "body", "agenda_item", "delegation", "subject"]


def shared_statements(
    corpus: Corpus,
    a: str,
    b: str,
    *,
    roles: Sequence[str] = SIGNING,
    groups: str = "actor",
    source: str = "statements",
    occasions: str = "joint",
    occasions_of: str | None = None,
) -> pd.DataFrame:
    """Return the statements that two actors both sign.

    With the options of `agreement` or `network` these are the statements behind its row or edge.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    a, b : str
        Actors, by code or name.
    roles, groups, source, occasions, occasions_of
        As in `incidence`.

    Returns
    -------
    DataFrame
        statement_id, date, symbol, body, agenda_item, delegation, subject, role_a, role_b (several
        with ";" between; missing where an actor signs as the member of a group), by date.

    Raises
    ------
    LookupError
        For a name that nobody has; a near miss is suggested.
    ValueError
        For one actor twice, a role or an option that is not there.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> signed = [("s1", "ARM"), ("s1", "BLR"), ("s2", "ARM"), ("s2", "KAZ")]
    >>> signatories = pd.DataFrame(signed, columns=["statement_id", "actor"]).assign(role="joint")
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["s1", "s2"]}), signatories=signatories)
    >>> shared_statements(corpus, "Armenia", "Belarus")["statement_id"].tolist()
    ['s1']
    """
    how = Signing(roles, groups, source, occasions, occasions_of)
    corpus = corpus.counted()
    found, signed = occasions_in(corpus, source), signings(corpus, how)
    there = {*found.signers["actor"], *signed.actors}
    first, second = party(a, there), party(b, there)
    if first == second:
        raise ValueError(f"{a!r} and {b!r} are one actor, {first}: name two.")
    own = [set(_own(signed, code)) for code in (first, second)]
    shared = found.occasions[found.occasions["statement_id"].isin(own[0] & own[1])]
    table = shared.reindex(columns=SHOWN).reset_index(drop=True)
    for name, code in (("role_a", first), ("role_b", second)):
        chosen = found.signers[(found.signers["actor"] == code) & found.signers["role"].isin(list(how.roles))]
        told = chosen.drop_duplicates(["statement_id", "role"]).groupby("statement_id")["role"].agg(";".join)
        table[name] = table["statement_id"].map(told).astype("str")
    table = table.sort_values(["date", "statement_id"], ignore_index=True)
    options = {"a": a, "b": b, **how.options()}
    made = {
        "denominators": {"statements": len(table)},
        "remark": None if len(table) else _nothing(first, second),
    }
    table.attrs.update(attrs(corpus, "cosignatories.shared_statements", options, **made))
    return table


def _own(signed: Signings, code: str) -> list[str]:
    """The occasions that an actor signed."""
    chosen = signed.row[signed.column == signed.actors.index(code)] if code in signed.actors else []
    return signed.occasions["statement_id"].iloc[chosen].tolist()


def _nothing(a: str, b: str) -> str:
    return f"{a} and {b} share no statement in these roles."
