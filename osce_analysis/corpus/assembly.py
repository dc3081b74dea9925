"""Documents -> tables: identity first, then one row for each thing that was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from osce_analysis.corpus import versions
from osce_analysis.corpus.schema import STATEMENTS, TABLES, conform
from osce_analysis.documents.records import Document, Problem


@dataclass(frozen=True)
class Entry:
    """A document with where it came from, and what a table or a file's name says of it.

    `given` are values of schema columns that the document itself does not print, `own` the
    user's own columns; `row_id` is the id of a table's row, which is never merged with another;
    `place` counts the documents of one file or row from 0, and `within` is the statement_id of the
    one that holds this one, once it has been given.
    """

    document: Document
    source: str
    sha256: str
    given: dict[str, Any] = field(default_factory=dict)
    own: dict[str, Any] = field(default_factory=dict)
    row_id: str | None = None
    place: int = 0
    within: str | None = None

    @property
    def proper_id(self) -> str:
        """The id that the document gives: symbol and version, `@ru` unless English; else row or path."""
        document = self.document
        if document.symbol is None:
            return (self.row_id or self.source) + (f"#{self.place + 1}" if self.place else "")
        version = f"/{document.revision}" if document.revision else ""
        language = document.language if document.language not in (None, "en") else None
        return document.symbol + version + (f"@{language}" if language else "")


@dataclass(frozen=True)
class Fault:
    """A row of `problems` that belongs to a source rather than to a document."""

    source: str
    problem: Problem
    statement_id: str | None = None


def identified(entries: Iterable[Entry]) -> tuple[list[tuple[str, Entry]], list[Fault]]:
    """Give each entry its statement_id; the same text under one id counts once, another text gets ``~2``.

    Rows of a table are never merged. A document within another gets the id of that one.
    """
    kept: list[tuple[str, Entry]] = []
    holders: dict[str, list[tuple[str, Entry]]] = {}
    given: dict[tuple[str, str | None, int | None], str] = {}
    twins: list[tuple[str, Entry, Entry]] = []
    faults: list[Fault] = []
    for entry in entries:
        proper = entry.proper_id
        earlier = holders.setdefault(proper, [])
        twin = next((held for held in earlier if _same_text(entry, held[1])), None)
        if twin is not None and entry.row_id is None:
            given[entry.source, entry.row_id, entry.place] = twin[0]
            twins.append((proper, entry, twin[1]))
            continue
        statement_id = f"{proper}~{len(earlier) + 1}" if earlier else proper
        given[entry.source, entry.row_id, entry.place] = statement_id
        if earlier:
            sentence = (
                f"{entry.source} and {earlier[0][1].source} share the id {proper} but not the text: both are "
                f"kept, this one as {statement_id}."
            )
            faults.append(Fault(entry.source, Problem("load", sentence, "conflict"), statement_id))
        earlier.append((statement_id, entry))
        outer = given.get((entry.source, entry.row_id, entry.document.within))
        kept.append((statement_id, replace(entry, within=outer)))
    return kept, [*_merged(twins, {entry.source for _, entry in kept}), *faults]


def _merged(twins: Iterable[tuple[str, Entry, Entry]], kept: set[str]) -> Iterator[Fault]:
    """What says that a text counts once; a file of which nothing is kept is one duplicate."""
    told = set(kept)
    for proper, entry, twin in twins:
        whole = entry.source not in told
        told.add(entry.source)
        part = "" if entry.source not in kept else "Part of "
        sentence = f"{part}{entry.source} holds the same text as {twin.source} ({proper}): it counts once."
        yield Fault(entry.source, Problem("load", sentence, "duplicate" if whole else "warning"), proper)


def tables(entries: Iterable[Entry], faults: Sequence[Fault] = ()) -> dict[str, pd.DataFrame]:
    """All tables of a corpus from its entries; of a journal in several versions the one that counts is read.

    Returns
    -------
    dict of DataFrame
        One for each name in `schema.TABLES`; `statements.tokens` is still missing.
    """
    kept, merged = identified(entries)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    spoken: list[tuple[str, dict[str, Any]]] = []
    for statement_id, entry in kept:
        rows["statements"].append(_statement(statement_id, entry))
        rows["paragraphs"].extend(_paragraphs(statement_id, entry.document))
        rows["signatories"].extend(_signatories(statement_id, entry.document))
        spoken.extend((statement_id, vars(row)) for row in entry.document.interventions)
        rows["problems"].extend(
            _problem(Fault(entry.source, problem, statement_id)) for problem in entry.document.problems
        )
        for citation, cues in _citations(statement_id, entry.document):
            rows["citations"].append(citation)
            rows["cues"].extend(cues)
    rows["problems"].extend(_problem(fault) for fault in (*merged, *faults))
    made = {name: conform(pd.DataFrame(rows.pop(name)), name) for name in TABLES if name != "interventions"}
    counted = set(made["statements"]["statement_id"][versions.counted(made["statements"])])
    listed = [row for statement_id, row in spoken if statement_id in counted]
    return made | {"interventions": conform(pd.DataFrame(listed), "interventions")}


def _same_text(entry: Entry, other: Entry) -> bool:
    return entry.document.text.split() == other.document.text.split()


def _statement(statement_id: str, entry: Entry) -> dict[str, Any]:
    document = entry.document
    read = {name: getattr(document, name) for name in STATEMENTS if hasattr(document, name)}
    row = {name: value for name, value in read.items() if value is not None and value != ""}
    row = {**entry.own, **entry.given, **row}
    day = document.delivered or document.issued or entry.given.get("date")
    year = day.year if day is not None else document.year or entry.given.get("year")
    return row | {
        "statement_id": statement_id,
        "date": day,
        "year": year,
        "within": entry.within,
        "source": entry.source,
        "sha256": entry.sha256,
    }


def _paragraphs(statement_id: str, document: Document) -> Iterator[dict[str, Any]]:
    for place, paragraph in enumerate(document.paragraphs, start=1):
        yield {"statement_id": statement_id, "paragraph": place, **vars(paragraph)}


def _signatories(statement_id: str, document: Document) -> Iterator[dict[str, Any]]:
    for signatory in document.signatories:
        yield {"statement_id": statement_id, **vars(signatory)}


def _citations(
    statement_id: str, document: Document
) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    for place, citation in enumerate(document.citations, start=1):
        citation_id = f"{statement_id}#{place}"
        row = {name: value for name, value in vars(citation).items() if name != "cues"}
        row |= {
            "citation_id": citation_id,
            "statement_id": statement_id,
            "candidates": "|".join(citation.candidates) or None,
        }
        yield row, [{"citation_id": citation_id, **vars(cue)} for cue in citation.cues]


def _problem(fault: Fault) -> dict[str, Any]:
    row = {"source": fault.source, "statement_id": fault.statement_id, **vars(fault.problem)}
    return row | {"problem": one_line(fault.problem.problem)}


def one_line(sentence: str) -> str:
    """A sentence as it can be shown: names of files may hold line ends, and marks that turn the line around."""
    return "".join(character if character.isprintable() else "\ufffd" for character in sentence)


def as_day(value: Any) -> date | None:
    """A table's cell as a day; None where it is missing or no day (a year alone is none)."""
    if value is None or (not isinstance(value, (str, date)) and pd.isna(value)):
        return None
    text = str(value).strip()
    if len(text) < 8 or not any(character.isdigit() for character in text):
        return None
    parsed = pd.to_datetime(value, errors="coerce")
    return None if pd.isna(parsed) else parsed.date()
