"""The tables of a corpus: each column's dtype, meaning and source, in one place.

The code that builds tables, the tests that check them and `Corpus.codebook` all
read `TABLES`. A table has the same columns and dtypes whether it has no row or a
million; what is unknown is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

STRING, DATE, INTEGER, BOOLEAN = "str", "datetime64[us]", "Int64", "bool"


@dataclass(frozen=True)
class Column:
    """A column: its pandas dtype, what it means, and by which rule it is filled."""

    dtype: str
    meaning: str
    rule: str
    values: tuple[str, ...] = ()


KINDS = (
    "statement",
    "joint statement",
    "interpretative statement",
    "decision",
    "journal",
    "report",
    "NGO paper",
    "press release",
    "other",
)
ROLES = ("delivers", "joint", "represented", "aligned")
ACTOR_KINDS = ("state", "group", "organisation")
AS_GROUPS = ("acceding", "candidate", "SAP", "EFTA-EEA", "EFTA", "other")
PARTS = ("front", "text", "closing")
CITATION_KINDS = (
    "decision",
    "document",
    "resolution",
    "charter",
    "treaty",
    "statement",
    "journal",
    "other",
)
STANCES = ("recall", "affirm", "welcome", "ground", "demand", "accuse", "reject", "procedural")
STEPS = ("format", "layout", "header", "roles", "journals", "citations", "load")
SEVERITIES = ("unreadable", "duplicate", "conflict", "warning")

_ID = Column(STRING, "the statement", "symbol with revision and language, else path or row")
_START = Column(INTEGER, "first code point", "counted in the part named")
_END = Column(INTEGER, "one past the last code point", "counted in the part named")

STATEMENTS = {
    "statement_id": _ID,
    "kind": Column(STRING, "kind of document", "header and title", KINDS),
    "symbol": Column(
        STRING,
        "the institution's symbol, without version; with /Att.2 or /Annex.2 for what is attached to it",
        "printed in the header",
    ),
    "body": Column(STRING, "issuing body (MC, PC, FSC, SUM, ...)", "from the symbol"),
    "series": Column(STRING, "document series (DEL, DEC, JOUR, ...)", "from the symbol"),
    "number": Column(INTEGER, "number within the series", "from the symbol"),
    "revision": Column(STRING, "Rev.n or Corr.n", "from the symbol"),
    "distribution": Column(STRING, "distribution mark (OSCE+, ...)", "as printed"),
    "date": Column(DATE, "the statement's day", "delivered, else issued, else the table's own"),
    "year": Column(INTEGER, "the statement's year", "of date, else of the symbol, else the table's"),
    "issued": Column(DATE, "day of issue", "printed under the symbol"),
    "delivered": Column(DATE, "day of the meeting", "printed with place or meeting"),
    "place": Column(STRING, "place of the meeting", "as printed before the date"),
    "meeting_body": Column(STRING, "body that met", "from the title or meeting line"),
    "meeting_number": Column(INTEGER, "number of the meeting", "words or digits, as printed"),
    "agenda_item": Column(STRING, "agenda item", "as printed"),
    "language": Column(
        STRING, "language of this text (ISO 639-1)", "language line, else `language=`, else told by its words"
    ),
    "original_language": Column(STRING, "language it was written in (ISO 639-1)", "'Original:' line"),
    "delegation": Column(
        STRING, "actor in whose name it is made", "the speaker or the EU; missing where several make it"
    ),
    "delivered_by": Column(STRING, "actor who reads it for another", "title or journal line"),
    "joint": Column(BOOLEAN, "made in the name of several actors", "title and opening"),
    "specimen": Column(BOOLEAN, "a made-up text for teaching", "SPECIMEN in the header"),
    "title": Column(STRING, "title, its lines joined", "as printed"),
    "subject": Column(STRING, "what it is about", "the title without names, 'on' and meeting"),
    "front": Column(STRING, "header and title", "all before the body"),
    "text": Column(STRING, "the body", "between title and closing"),
    "closing": Column(STRING, "thanks, requests, signature, notes", "all after the body"),
    "tokens": Column(INTEGER, "tokens of the body", "the token index"),
    "within": Column(STRING, "statement_id of the document that holds it", "one file, several documents"),
    "source": Column(STRING, "path relative to what was loaded", "of the file or table"),
    "sha256": Column(STRING, "hash of the source's bytes", "of the file or table"),
}

PARAGRAPHS = {
    "statement_id": _ID,
    "paragraph": Column(INTEGER, "number of the paragraph, from 1", "counted"),
    "number": Column(STRING, "number printed before it", "as printed"),
    "text": Column(STRING, "the paragraph", "a slice of statements.text"),
    "start": Column(INTEGER, "first code point", "counted in text"),
    "end": Column(INTEGER, "one past the last code point", "counted in text"),
}

SIGNATORIES = {
    "statement_id": _ID,
    "actor": Column(STRING, "ISO 3166 alpha-3 or a group's code", "reference.actor on the day"),
    "kind": Column(STRING, "kind of actor", "reference", ACTOR_KINDS),
    "role": Column(STRING, "what the actor does here", "title, opening and closing", ROLES),
    "name": Column(STRING, "the actor's name", "as written"),
    "as_group": Column(STRING, "under which heading it aligns", "as the list says", AS_GROUPS),
    "scope": Column(STRING, "the part it aligns with", "as written; missing: the whole"),
    "part": Column(STRING, "where the name stands", "first mention", PARTS),
    "start": _START,
    "end": _END,
}

INTERVENTIONS = {
    "intervention_id": Column(STRING, "symbol, else journal#item.order", "journal entry"),
    "journal": Column(STRING, "symbol of the journal", "its header"),
    "item": Column(STRING, "agenda item", "as printed"),
    "item_title": Column(STRING, "title of the item", "as printed"),
    "order": Column(INTEGER, "place among the item's speakers, from 1", "counted"),
    "actor": Column(STRING, "ISO 3166 alpha-3 or a code", "reference.actor on the day"),
    "delivered_by": Column(STRING, "who reads it for another", "prefix such as Germany-"),
    "role": Column(STRING, "what the actor does here", "entry and bracket", ROLES),
    "on_behalf_of": Column(STRING, "whom the speaker speaks for, ';' between", "the rows represented"),
    "symbol": Column(STRING, "symbol of the statement", "bracket"),
    "distribution": Column(STRING, "distribution mark", "as printed"),
    "date": Column(DATE, "day of the meeting", "the journal's header"),
    "list_shown": Column(
        STRING,
        "whether the list of those with the speaker was read to its end",
        "its bracket closes",
        ("yes", "cut", "no"),
    ),
}

CITATIONS = {
    "citation_id": Column(STRING, "the citation", "statement_id#n, in order of place"),
    "statement_id": _ID,
    "instrument": Column(STRING, "canonical id", "missing where it cannot be told"),
    "kind": Column(STRING, "kind of instrument", "its form", CITATION_KINDS),
    "surface": Column(STRING, "the words that cite", "as written"),
    "pinpoint": Column(STRING, "article, paragraph, annex, ...", "in one English form, as Article 2 (7)"),
    "candidates": Column(STRING, "ids that it may be, '|' between", "where it cannot be told"),
    "in_catalogue": Column(BOOLEAN, "the id stands in reference", "reference.instruments"),
    "note": Column(STRING, "year mismatch, version, anaphor of ...", "resolution"),
    "paragraph": Column(INTEGER, "paragraph of the body", "missing outside the body"),
    "part": Column(STRING, "where it stands", "", PARTS),
    "start": _START,
    "end": _END,
}

CUES = {
    "citation_id": Column(STRING, "the citation", "citations.citation_id"),
    "stance": Column(STRING, "class of the cue", "an aid to reading, not validated", STANCES),
    "cue": Column(STRING, "the cue", "as written"),
    "negated": Column(BOOLEAN, "a negation governs it", "words before it"),
    "start": _START,
    "end": _END,
}

PROBLEMS = {
    "source": Column(STRING, "path relative to what was loaded", "of the file or table"),
    "statement_id": Column(STRING, "the statement, where there is one", ""),
    "step": Column(STRING, "the step that met it", "", STEPS),
    "problem": Column(STRING, "what is wrong and what to do", "one sentence"),
    "severity": Column(STRING, "how bad", "", SEVERITIES),
}

TABLES: Mapping[str, Mapping[str, Column]] = {
    "statements": STATEMENTS,
    "paragraphs": PARAGRAPHS,
    "signatories": SIGNATORIES,
    "interventions": INTERVENTIONS,
    "citations": CITATIONS,
    "cues": CUES,
    "problems": PROBLEMS,
}

TEXTS = frozenset(
    {("statements", "front"), ("statements", "text"), ("statements", "closing"), ("paragraphs", "text")}
)
"""The columns that hold what documents say at length, as (table, column)."""


def conform(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """Give `frame` the columns and dtypes of `table`; the user's own columns follow, as they are.

    Parameters
    ----------
    frame : DataFrame
        Rows; a column that is absent becomes missing (False where it is boolean).
    table : str
        A name in `TABLES`.

    Raises
    ------
    ValueError
        Where a column's values do not fit its dtype; the sentence names both.

    Examples
    --------
    >>> conform(pd.DataFrame({"source": ["a.txt"]}), "problems").dtypes.astype(str).unique().tolist()
    ['str']
    """
    columns = TABLES[table]
    own = [name for name in frame.columns if name not in columns]
    ordered = frame.reindex(columns=[*columns, *own])
    return ordered.assign(
        **{name: _cast(ordered[name], column.dtype, f"{table}.{name}") for name, column in columns.items()},
        **{name: _of_one_kind(ordered[name]) for name in own},
    ).reset_index(drop=True)


def empty(table: str) -> pd.DataFrame:
    """The table without a row.

    Examples
    --------
    >>> empty("cues").columns.tolist()
    ['citation_id', 'stance', 'cue', 'negated', 'start', 'end']
    """
    return conform(pd.DataFrame(), table)


def with_days(statements: pd.DataFrame) -> pd.DataFrame:
    """`date` and `year` filled from the days that are there."""
    day = statements["date"].fillna(statements["delivered"]).fillna(statements["issued"])
    return statements.assign(date=day, year=day.dt.year.astype("Int64").fillna(statements["year"]))


def check_ids(statements: pd.DataFrame) -> None:
    """Raise ValueError where a statement has no id, or two have one."""
    ids = statements["statement_id"]
    if ids.isna().any():
        raise ValueError(f"Row {int(ids.isna().to_numpy().argmax()) + 1} of statements has no statement_id.")
    if not ids.is_unique:
        raise ValueError(f"statement_id {ids[ids.duplicated()].iloc[0]!r} stands twice in statements.")


def _of_one_kind(values: pd.Series) -> pd.Series:
    """A column of the user's own; cells of several kinds become strings, for no file holds them otherwise."""
    several = values.dtype == object and pd.api.types.infer_dtype(values, skipna=True).startswith("mixed")
    return _cast(values.map(str, na_action="ignore"), STRING, str(values.name)) if several else values


def _cast(values: pd.Series, dtype: str, place: str) -> pd.Series:
    target = pd.api.types.pandas_dtype(dtype)
    try:
        if dtype == DATE:
            return pd.to_datetime(values).astype(target)
        if dtype == BOOLEAN:
            return values.astype("boolean").fillna(False).astype(target)
        return values.astype(target)
    except (TypeError, ValueError) as error:
        raise ValueError(f"Column {place} takes {dtype}: {error}.") from None
