"""Which version of a document counts: the latest revision, in English, else in the original language."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

VERSION = re.compile(r"(Rev|Corr)\.(\d+)")


def counted(statements: pd.DataFrame) -> np.ndarray:
    """Whether each row stands for its symbol; rows without a symbol, or alike in version, all do.

    Parameters
    ----------
    statements : DataFrame
        Columns symbol, language, original_language, revision.

    Returns
    -------
    array of bool, one a row

    Examples
    --------
    >>> counted(pd.DataFrame({
    ...     "symbol": ["PC.DEL/1/20", "PC.DEL/1/20", "PC.DEL/1/20", None],
    ...     "language": ["en", "en", "ru", "ru"],
    ...     "original_language": "ru",
    ...     "revision": [None, "Rev.1", "Rev.1", None],
    ... })).tolist()
    [False, True, False, True]
    """
    repeated = statements["symbol"].notna() & statements["symbol"].duplicated(keep=False)
    here = np.ones(len(statements), dtype=bool)
    for _, rows in statements[repeated].groupby("symbol", sort=False):
        language = rows["language"].mask(rows["language"].isna(), "?")
        preferred = min(language, key=lambda code: _language_rank(code, rows["original_language"].iloc[0]))
        spoken = language == preferred
        rank = rows["revision"].map(_revision_rank)
        latest = spoken & (rank == rank[spoken].max())
        here[rows.index[~latest]] = False
    return here


def _language_rank(code: str, original: object) -> tuple[bool, bool, bool, str]:
    return (code != "en", code != original, code != "?", code)


def _revision_rank(revision: object) -> int:
    """A number by which Rev.2 follows Rev.1, Corr.1 the plain text, and Rev.1/Corr.1 Rev.1."""
    found = dict(VERSION.findall(revision)) if isinstance(revision, str) else {}
    return 1000 * int(found.get("Rev", 0)) + int(found.get("Corr", 0))
