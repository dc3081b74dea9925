"""Chains of renewed mandates: documents that extend the same operation again and again, and cite what founded it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from osce_analysis.citations.groups import cited

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

_RENEWS = re.compile(r"\b(?:extend|renew|prolong)(?:s|ed|ing)?\b", re.IGNORECASE)
_WHAT = re.compile(
    r"\b(?:mandates?|stationing|stationed|period|presence|force|missions?|observers?)\b", re.IGNORECASE
)
_REACH = 250
"""Characters after the word of renewal in which what is renewed must stand."""
_NUMBERED = re.compile(r"^(?P<series>.*?/)(?P<numbers>\d+(?:/\d+)?)$")


def chains(corpus: Corpus) -> pd.Series:
    """The instrument that founded what a statement renews.

    A text that is no delegation's belongs to a chain where it extends, renews or prolongs a mandate, a force or a
    mission. Of the decisions and resolutions of the series that it cites most, the earliest is the founding one.

    Returns
    -------
    Series of str
        Founding instruments by statement_id; only statements in a chain are in it.

    Raises
    ------
    ValueError
        Where every text is a delegation's: only decisions and resolutions renew a mandate.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> text = "Recalling resolution 186, the Council extends the stationing of the Force for six months."
    >>> cited = pd.DataFrame({"statement_id": "a", "instrument": ["S/RES/193", "S/RES/186"], "kind": "resolution"})
    >>> chains(Corpus(pd.DataFrame({"statement_id": ["a"], "text": [text]}), citations=cited)).to_dict()
    {'a': 'S/RES/186'}
    """
    statements = corpus.statements
    acts = statements["delegation"].isna()
    if len(acts) and not acts.any():
        raise ValueError(
            "Only decisions and resolutions renew a mandate, and every text of this corpus is a delegation's."
        )
    renewing = statements["text"].where(acts).fillna("").map(_renews).to_numpy()
    found = cited(corpus)
    parts = found["instrument"].str.extract(_NUMBERED)
    found = found.assign(series=parts["series"], age=parts["numbers"].map(_age, na_action="ignore"))
    found = found[found["series"].notna() & renewing[found["row"].to_numpy()]]
    founding = {
        row: _founding(held) for row, held in found[["row", "series", "age", "instrument"]].groupby("row")
    }
    ids = statements["statement_id"].to_numpy()
    return pd.Series({str(ids[row]): instrument for row, instrument in founding.items()}, dtype="str")


def _renews(text: str) -> bool:
    """Whether a mandate, a force or a mission is extended in the text."""
    return any(_WHAT.search(text, word.end(), word.end() + _REACH) for word in _RENEWS.finditer(text))


def _age(numbers: str) -> tuple[int, ...]:
    """By what numbers of one series are in order: the year, where there is one, before the number."""
    return tuple(int(number) for number in reversed(numbers.split("/")))


def _founding(held: pd.DataFrame) -> str:
    """The earliest instrument of the series cited most."""
    series = held["series"].value_counts(sort=True).sort_index(kind="stable").idxmax()
    of_series = held[held["series"] == series]
    return str(min(zip(of_series["age"], of_series["instrument"], strict=True))[1])
