"""Cells of a table as people read them, and as no program takes them for its own commands."""

from __future__ import annotations

import re

import pandas as pd

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def harmless(table: pd.DataFrame) -> pd.DataFrame:
    """The table for a spreadsheet: a text that it would take for a formula begins with an apostrophe.

    Examples
    --------
    >>> harmless(pd.DataFrame({"term": ["=1+1", "peace"], "value": [-1, 2]}))["term"].tolist()
    ["'=1+1", 'peace']
    """
    texts = [place for place, kind in enumerate(table.dtypes) if not pd.api.types.is_numeric_dtype(kind)]
    safe = table.copy()
    safe.columns = pd.Index([_plain(name) for name in table.columns])
    for place in texts:
        safe.isetitem(place, [_plain(cell) for cell in table.iloc[:, place]])
    return safe


def spreadsheet(table: pd.DataFrame) -> str:
    """The table as CSV, in which no spreadsheet takes a text for a formula.

    Examples
    --------
    >>> spreadsheet(pd.DataFrame({"term": ["=1+1"]}))
    "term\\n'=1+1\\n"
    """
    return harmless(table).to_csv(index=False, lineterminator="\n")


def _plain(cell: object) -> object:
    """A text that is no formula; anything else as it is."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
