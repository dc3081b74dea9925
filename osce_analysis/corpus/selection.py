"""The conditions of `Corpus.select`, each an array of bool over the rows of `statements`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.options import check
from osce_analysis.corpus.schema import ROLES
from osce_analysis.tokens import parse_query

if TYPE_CHECKING:
    from osce_analysis.corpus.corpus import Corpus

SHOWN = 12  # values that an error lists


def values(given: Any) -> list[Any]:
    """A value or a collection of them as a list."""
    if isinstance(given, str) or not isinstance(given, Iterable):
        return [given]
    return list(given)


def actor_codes(names: Any) -> list[str]:
    """States and groups, by name or code, as codes; an unknown name stays as it is."""
    return [reference.find_actor(str(name)) or str(name) for name in values(names)]


def matching(corpus: Corpus, conditions: Mapping[str, Any]) -> np.ndarray:
    """Rows whose columns hold one of the values asked for; a condition of None holds everywhere."""
    statements = corpus.statements
    here = np.ones(len(statements), dtype=bool)
    for name, wanted in conditions.items():
        if wanted is None:
            continue
        if name not in statements.columns:
            raise ValueError(f"{unknown_column(name, statements.columns)}")
        asked = actor_codes(wanted) if name in ("delegation", "delivered_by") else values(wanted)
        found = statements[name].isin(asked).to_numpy()
        if not found.any() and len(statements) and not pd.api.types.is_numeric_dtype(statements[name]):
            raise ValueError(_nothing(name, wanted, statements[name]))
        here &= found
    return here


def between(statements: pd.DataFrame, since: Any, until: Any) -> np.ndarray:
    """Rows from the first to the last day; a row of which only the year is known goes by its year."""
    here = np.ones(len(statements), dtype=bool)
    year = statements["year"].astype("Float64")
    if since is not None:
        first = _period(since, "since").start_time
        here &= _holds(statements["date"] >= first, statements["date"], year >= first.year)
    if until is not None:
        last = _period(until, "until").end_time
        here &= _holds(statements["date"] <= last, statements["date"], year <= last.year)
    return here


def signed_by(corpus: Corpus, actor: Any, roles: Any) -> np.ndarray:
    """Rows with a signatory that is one of the actors in one of the roles."""
    statements, signatories = corpus.statements, corpus.signatories
    if actor is None and roles is None:
        return np.ones(len(statements), dtype=bool)
    check_roles(roles)
    if roles is not None:
        signatories = signatories[signatories["role"].isin(values(roles))]
    if actor is not None:
        signatories = signatories[signatories["actor"].isin(actor_codes(actor))]
    return statements["statement_id"].isin(signatories["statement_id"]).to_numpy()


def check_roles(roles: Any) -> None:
    """Raise ValueError where a role does not exist."""
    for role in values(roles or ()):
        check("role", role, ROLES)


def containing(corpus: Corpus, queries: Any) -> np.ndarray:
    """Rows whose text holds one of the queries."""
    here = np.ones(len(corpus), dtype=bool)
    if queries is None:
        return here
    hits = np.zeros(len(corpus.index.starts) - 1, dtype=bool)
    for query in values(queries):
        hits[corpus.index.find(parse_query(str(query))).document] = True
    return hits[corpus.rows]


def citing(corpus: Corpus, instruments: Any) -> np.ndarray:
    """Rows that cite one of the instruments."""
    if instruments is None:
        return np.ones(len(corpus), dtype=bool)
    citations = corpus.citations
    cited = citations[citations["instrument"].isin(values(instruments))]
    return corpus.statements["statement_id"].isin(cited["statement_id"]).to_numpy()


def statement(statements: pd.DataFrame, statement_id: str) -> pd.Series:
    """The row of one statement; LookupError with a near miss where there is none."""
    rows = statements[statements["statement_id"] == statement_id]
    if len(rows):
        return rows.iloc[0]
    near = reference.near_miss(statement_id, statements["statement_id"])
    hint = f" Did you mean {near!r}?" if near else ""
    raise LookupError(f"There is no statement {statement_id!r} in this corpus.{hint}")


def unknown_column(name: str, columns: Iterable[str]) -> str:
    """The sentence for a column that is not there, with a near miss where there is one."""
    near = reference.near_miss(name, columns)
    hint = f"Did you mean {near!r}?" if near else f"Columns are {', '.join(columns)}."
    return f"The statements have no column {name!r}. {hint}"


def _holds(by_day: pd.Series, day: pd.Series, by_year: pd.Series) -> np.ndarray:
    return by_day.where(day.notna(), by_year.fillna(False)).astype(bool).to_numpy()


def _period(given: Any, argument: str) -> pd.Period:
    try:
        return pd.Period(str(given)[:10])
    except ValueError:
        raise ValueError(
            f"{argument}={given!r} is no day, month or year: write 2014, 2014-05 or 2014-05-01."
        ) from None


def _nothing(name: str, wanted: Any, column: pd.Series) -> str:
    there = sorted(map(str, column.dropna().unique()))
    shown = ", ".join(there[:SHOWN]) + (", ..." if len(there) > SHOWN else "")
    plural = {"body": "Bodies", "delegation": "Delegations", "language": "Languages"}.get(
        name, f"Values of {name}"
    )
    asked = f'"{wanted}"' if isinstance(wanted, str) else repr(wanted)
    return f"No statement matches {name}={asked}. {plural} in this corpus: {shown or 'none'}."
