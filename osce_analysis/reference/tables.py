"""The tables of this package: CSV files, read once.

What is known beforehand grows by rows, not by code. Each row keeps its `source`
and whether it was `verified`; an empty cell is unknown.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

FILES: Mapping[str, str] = {
    "actors": "actors.csv",
    "names": "actor_names.csv",
    "lookalikes": "lookalikes.csv",
    "memberships": "memberships.csv",
    "instruments": "instruments.csv",
    "successions": "successions.csv",
    "meetings": "meetings.csv",
}


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a table as they stand in its file, every cell a string."""
    text = files(__package__).joinpath("data", FILES[name]).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def table(name: str) -> pd.DataFrame:
    """Return one of the tables of reference data, as a DataFrame of its own.

    Parameters
    ----------
    name : str
        "actors", "names", "lookalikes", "memberships", "instruments", "successions" or "meetings".

    Returns
    -------
    DataFrame
        The columns of the file, all of them strings (a date may be partial: `2014-06`);
        an empty cell is missing.

    Raises
    ------
    LookupError
        For another name; the sentence lists the tables.

    Examples
    --------
    >>> table("meetings")[["body", "number", "place"]].head(1).to_string(index=False, header=False)
    'MC 5 Budapest'
    """
    if name not in FILES:
        raise LookupError(f"There is no reference table {name!r}: the tables are {', '.join(FILES)}.")
    import pandas as pd

    return pd.DataFrame(rows(name), dtype="str").replace("", pd.NA)
