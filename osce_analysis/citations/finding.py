"""The instruments that one text names, as rows of `corpus.citations`."""

from __future__ import annotations

import datetime

import pandas as pd

from osce_analysis.corpus.schema import conform
from osce_analysis.documents.citations import find_citations
from osce_analysis.reference.days import as_day


def find(
    text: str,
    *,
    language: str | None = "en",
    date: datetime.date | str | None = None,
    body: str | None = None,
) -> pd.DataFrame:
    """Return the instruments that a text names.

    Parameters
    ----------
    text : str
        One text, as it is: line ends, hyphenation, NBSP and soft hyphens may be left in it.
    language : str, optional
        ISO 639-1 code of the text.
    date : date or str, optional
        Its day: "the Vienna Document" is the edition in force on it.
    body : str, optional
        The body whose document it is ("MC"): a decision n/yy without a body is its own.

    Returns
    -------
    DataFrame
        The columns of `corpus.citations`, in order of `start`; `start` and `end` count code
        points in `text`, so that ``text[start:end]`` is `surface`. Without a statement,
        `statement_id` is missing and `citation_id` is ``"#1"``, ``"#2"``, ...

    Raises
    ------
    ValueError
        Where it is no text, or the date is no day.

    Examples
    --------
    >>> find("We recall Ministerial Council Decision No. 3/04.")["instrument"].tolist()
    ['MC.DEC/3/04']
    """
    if not isinstance(text, str):
        raise ValueError(
            f"find takes one text and was given a {type(text).__name__}: use osce.load for files and tables."
        )
    found = find_citations(text, language=language, on=_day(date), body=body)
    rows = [
        {**vars(citation), "citation_id": f"#{place}", "candidates": "|".join(citation.candidates) or None}
        for place, citation in enumerate(found, start=1)
    ]
    return conform(pd.DataFrame(rows).drop(columns="cues", errors="ignore"), "citations")


def _day(date: datetime.date | str | None) -> datetime.date | None:
    """The day, or a sentence that names this function's own argument."""
    try:
        return as_day(date)
    except ValueError:
        raise ValueError(f"date={date!r} is no day: write it as 2019-05-01, or leave it out.") from None
