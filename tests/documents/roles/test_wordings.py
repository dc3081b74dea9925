"""Who speaks for whom: one large table of wordings, `wordings.toml`."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from osce_analysis.documents.roles import Roles, find_signatories

THANKS = "Mr. Chairperson, we thank the speaker for the report."
TABLE = Path(__file__).with_name("wordings.toml")
WORDINGS = tomllib.loads(TABLE.read_text(encoding="utf-8"))["wording"]
every_wording = pytest.mark.parametrize(
    "wording", WORDINGS, ids=[f"{place}-{wording['family']}" for place, wording in enumerate(WORDINGS)]
)


def read(wording: dict[str, Any]) -> Roles:
    """The roles read from a wording of the table."""
    return find_signatories(
        front=wording.get("front", ""),
        text=wording.get("text", THANKS),
        closing=wording.get("closing", ""),
        title=wording.get("title"),
        language=wording.get("language", "en"),
        on=wording.get("on", date(2022, 5, 5)),
    )


def expected(wording: dict[str, Any]) -> set[tuple[str, str]]:
    """The (actor, role) pairs that a careful reader takes from a wording."""
    groups = [group.split() for group in wording["expected"].split(";") if group.strip()]
    return {(actor, group[-1]) for group in groups for actor in group[:-1]}


def test_the_table_is_large() -> None:
    assert len(WORDINGS) >= 150


@every_wording
def test_who_speaks_for_whom(wording: dict[str, Any]) -> None:
    assert {(row.actor, row.role) for row in read(wording).signatories} == expected(wording)


@every_wording
def test_each_pair_once_with_offsets_that_return_the_name(wording: dict[str, Any]) -> None:
    rows = read(wording).signatories
    assert [wording[row.part][row.start : row.end] for row in rows if row.part] == [row.name for row in rows]
    assert len({(row.actor, row.role) for row in rows}) == len(rows)
