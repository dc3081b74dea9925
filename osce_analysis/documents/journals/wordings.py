"""The wordings of journals, as data: one compiled expression for each kind, over all languages."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Office(NamedTuple):
    """An office or organisation that speaks: the actor it stands for and its wording."""

    actor: str
    pattern: re.Pattern[str]


def table_rows(table: str) -> list[dict[str, str]]:
    """The rows of a table beside this module."""
    text = files(__package__).joinpath(table).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def wording(kind: str) -> re.Pattern[str]:
    """The wordings of one kind; a space stands for any white space."""
    patterns = [
        row["pattern"].replace(" ?", r"\s?").replace(" ", r"\s")
        for row in table_rows("wordings.csv")
        if row["kind"] == kind
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})", re.IGNORECASE)


@cache
def offices() -> tuple[Office, ...]:
    """The offices in the order in which they are tried; `national` ones speak for the State they name."""
    return tuple(
        Office(row["actor"], re.compile(rf"(?<!\w)(?:{row['pattern'].replace(' ', chr(92) + 's')})"))
        for row in table_rows("offices.csv")
    )


@cache
def chairs() -> re.Pattern[str]:
    """The words for the Chair of the meeting, for an entry that is nothing else."""
    patterns = [row["pattern"] for row in table_rows("offices.csv") if row["actor"] == "CHAIR"]
    return re.compile(rf"(?:{'|'.join(patterns)})", re.IGNORECASE)
