"""Groups among actors, such as the EU: as one actor, as their members on the day, or left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.options import check

if TYPE_CHECKING:
    from osce_analysis.corpus.corpus import Corpus


def with_groups(rows: pd.DataFrame, groups: str, column: str = "actor") -> pd.DataFrame:
    """Take the groups of a long table as an analysis was told to.

    Parameters
    ----------
    rows : DataFrame
        statement_id, date and the column of actors.
    groups : {"actor", "expand", "drop"}
        A group as one actor, as its members on the day, or left out.
    column : str
        Which column holds the actors.

    Returns
    -------
    DataFrame
        The same columns; an expanded row stands once for each member, and a group whose members are not
        known stays one actor.

    Raises
    ------
    ValueError
        For another way, or for "expand" where a group acts on an unknown day.

    Examples
    --------
    >>> rows = pd.DataFrame({"statement_id": "a", "actor": ["NB8", "CHE"], "date": pd.Timestamp("2020-01-01")})
    >>> with_groups(rows, "expand")["actor"].tolist()
    ['DNK', 'EST', 'FIN', 'ISL', 'LTU', 'LVA', 'NOR', 'SWE', 'CHE']
    """
    check("groups", groups, GROUPS)
    return _WAYS[groups](rows, column)


def with_parties(corpus: Corpus, table: pd.DataFrame, groups: str) -> pd.DataFrame:
    """Take the groups among the actors and delegations of a table of `grouping.groups` as told.

    Parameters
    ----------
    corpus : Corpus
        Whose statements the column `row` counts.
    table : DataFrame
        row, and the columns of `by`.
    groups : {"actor", "expand", "drop"}
        As in `with_groups`.

    Returns
    -------
    DataFrame
        The same columns; each statement once in each group.
    """
    days = corpus.statements[["statement_id", "date"]]
    for column in (name for name in table.columns if name in ("actor", "delegation")):
        # Apart from the other columns of `by`, which may be called statement_id or date too.
        parties = days.take(table["row"].to_numpy()).set_axis(table.index).assign(party=table[column])
        taken = with_groups(parties, groups, "party")["party"].rename(column)
        table = table.drop(columns=column).join(taken, how="inner").reset_index(drop=True)[table.columns]
    return table.drop_duplicates(ignore_index=True)


def kind(code: str) -> str:
    """What an actor is; a code that the reference does not know is taken for a State."""
    try:
        return reference.actor_kind(code)
    except LookupError:
        return "state"


def is_group(code: object) -> bool:
    """Whether an actor is a group."""
    return isinstance(code, str) and kind(code) == "group"


def _as_they_are(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    del column
    return rows


def _without(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    return rows[~rows[column].isin([code for code in rows[column].unique() if is_group(code)])]


def _expanded(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    known = {code for code in rows[column].unique() if is_group(code) and code in reference.group_codes()}
    grouped = rows[rows[column].isin(known)]
    undated = grouped[grouped["date"].isna()]
    if len(undated):
        raise ValueError(
            f'groups="expand" needs the day of each statement that a group signs; {len(undated):,} have none, '
            f'the first is {undated["statement_id"].iloc[0]!r}. Use groups="actor" or "drop", or select '
            "statements with a date."
        )
    pairs = grouped[[column, "date"]].drop_duplicates().itertuples(index=False, name=None)
    members = {(code, day): sorted(reference.members(code, on=day.date())) for code, day in pairs}
    parties = [members.get(pair, pair[0]) for pair in zip(rows[column], rows["date"], strict=True)]
    exploded = rows.assign(**{column: pd.Series(parties, rows.index, dtype="object")}).explode(column)
    return exploded.astype({column: rows[column].dtype})


_WAYS: Mapping[str, Callable[[pd.DataFrame, str], pd.DataFrame]] = {
    "actor": _as_they_are,
    "expand": _expanded,
    "drop": _without,
}
GROUPS = tuple(_WAYS)
