"""What does not hold about citations: unknown or open instruments, wrong years, and what came too early or too late."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.provenance import attrs
from osce_analysis.documents.citations.councils import year_adopted

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

COLUMNS = {
    "statement_id": "str",
    "citation_id": "str",
    "instrument": "str",
    "surface": "str",
    "finding": "str",
    "detail": "str",
}
_WRONG_YEAR = re.compile(r"^year \d{4} ")
_TOO_EARLY = re.compile(r"^of \d{4}, after the text$")


class Finding(NamedTuple):
    """What does not hold, and a sentence on it."""

    finding: str
    detail: str


def check(corpus: Corpus) -> pd.DataFrame:
    """List the citations about which something does not hold.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.

    Returns
    -------
    DataFrame
        statement_id, citation_id, instrument, surface, finding ("not resolved": which of several cannot be told;
        "unknown": neither the catalogue nor the number of a United Nations resolution
        tells of it, which may be for want of a row; "wrong year"; "cited before it
        existed"; "superseded": a later edition was in force on the day), detail (a sentence). In the order of the
        statements; a citation may have several.

    Examples
    --------
    >>> from osce_analysis.citations import find
    >>> from osce_analysis.corpus import Corpus
    >>> cited = find("In 2015 we all abide by the Vienna Document 1999.", date="2015-06-01").assign(statement_id="a")
    >>> statements = pd.DataFrame({"statement_id": ["a"], "date": ["2015-06-01"]})
    >>> check(Corpus(statements, citations=cited))[["instrument", "finding", "detail"]].values.tolist()
    [['VD-1999', 'superseded', 'VD-2011 replaced it on 2011-11-30.']]
    """
    corpus = corpus.counted()
    days = corpus.statements.set_index("statement_id")["date"]
    order = {name: place for place, name in enumerate(days.index)}
    citations = corpus.citations
    known = set(corpus.statements["symbol"].dropna())
    rows = [
        {
            **{name: row[name] for name in list(COLUMNS)[:4]},
            **found._asdict(),
            "place": order[row["statement_id"]],
        }
        for row in citations[citations["statement_id"].isin(order)].to_dict("records")
        for found in _findings(row, _day(days[row["statement_id"]]), known)
    ]
    table = pd.DataFrame(rows, columns=[*COLUMNS, "place"]).sort_values("place", kind="stable")
    table = table.astype(COLUMNS)[list(COLUMNS)].reset_index(drop=True)
    made = {"denominators": {"citations": len(citations), "statements": len(corpus)}}
    table.attrs.update(attrs(corpus, "citations.check", {}, **made))
    return table


def _day(date: pd.Timestamp) -> str:
    """The day as it is written, empty where it is not known."""
    return "" if pd.isna(date) else f"{date:%Y-%m-%d}"


def _findings(row: Mapping[Hashable, Any], day: str, known: set[str]) -> Iterator[Finding]:
    """What does not hold about one citation of a text of that day."""
    note = row["note"] if isinstance(row["note"], str) else ""
    instrument = row["instrument"]
    if not isinstance(instrument, str):
        yield _open(row["candidates"], note)
        return
    if instrument not in known and not (reference.instrument_title(instrument) or _adopted(instrument)):
        yield Finding("unknown", f"The catalogue holds no {instrument}.")
    if _WRONG_YEAR.match(note):
        yield Finding("wrong year", f"The {note}.")
    yield from _out_of_time(instrument, day)


def _open(candidates: object, note: str) -> Finding:
    """Why a citation stays open."""
    named = candidates.replace("|", " or ") if isinstance(candidates, str) else ""
    if _TOO_EARLY.match(note):
        return Finding("cited before it existed", f"{named} is {note}.")
    if _WRONG_YEAR.match(note):
        return Finding("wrong year", f"If {named} is meant, the {note}.")
    which = f"It may be {named}" if named else "Nothing tells which it is"
    return Finding("not resolved", f"{which}{f' ({note})' if note else ''}.")


def _out_of_time(instrument: str, day: str) -> Iterator[Finding]:
    """Whether the instrument is younger than the text, or was replaced before it."""
    adopted = _adopted(instrument)
    if day and adopted and adopted > day[: len(adopted)]:
        yield Finding("cited before it existed", f"It is of {adopted}, the text of {day}.")
    later = reference.successor(instrument)
    replaced = _adopted(later) if later else ""
    if day and replaced and replaced <= day[: len(replaced)]:
        yield Finding("superseded", f"{later} replaced it on {replaced}.")


def _adopted(instrument: str) -> str:
    """The day, month or year of adoption, by the catalogue or by a resolution's number; empty where not known."""
    try:
        return reference.instrument(instrument).date
    except LookupError:
        return str(year_adopted(instrument) or "")
