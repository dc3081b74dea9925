"""A text with its citations marked, as HTML that is safe to show."""

from __future__ import annotations

import datetime
from html import escape

from osce_analysis import reference
from osce_analysis.citations.finding import find


def annotate(
    text: str,
    *,
    language: str | None = "en",
    date: datetime.date | str | None = None,
    body: str | None = None,
) -> str:
    """Return a text as HTML in which each citation is marked, its id and title as a tooltip.

    Parameters
    ----------
    text, language, date, body
        As in `find`.

    Returns
    -------
    str
        HTML: all that the text says is escaped; a citation is a ``<mark>`` with its id in ``data-instrument``, and a
        citation that stays open tells its candidates.

    Raises
    ------
    ValueError
        Where it is no text, or the date is no day.

    Examples
    --------
    >>> annotate("We recall the <b>CSCE</b> Helsinki Final Act.")[:45]
    'We recall the &lt;b&gt;CSCE&lt;/b&gt; <mark d'
    >>> annotate("The Helsinki Final Act binds us.")[4:78]
    '<mark data-instrument="HFA-1975" title="HFA-1975: Helsinki Final Act">Hels'
    """
    found = find(text, language=language, date=date, body=body)
    spans = zip(found["start"].tolist(), found["end"].tolist(), strict=True)
    pieces, done = [], 0
    for (start, end), instrument, candidates in zip(
        spans, found["instrument"], found["candidates"], strict=True
    ):
        if start >= done:
            pieces += [escape(text[done:start]), _mark(text[start:end], instrument, candidates)]
            done = end
    return "".join([*pieces, escape(text[done:])])


def _mark(surface: str, instrument: object, candidates: object) -> str:
    """A citation as an element."""
    if isinstance(instrument, str):
        title = reference.instrument_title(instrument)
        tooltip = f"{instrument}: {title}" if title else instrument
        return (
            f'<mark data-instrument="{escape(instrument)}" title="{escape(tooltip)}">{escape(surface)}</mark>'
        )
    known = candidates.replace("|", " or ") if isinstance(candidates, str) else ""
    tooltip = f"one of {known}" if known else "not resolved"
    return f'<mark title="{escape(tooltip)}">{escape(surface)}</mark>'
