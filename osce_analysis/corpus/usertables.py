"""Users' tables of statements: CSV, TSV, Excel, Parquet, JSON lines or a DataFrame -> entries."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.assembly import Entry, as_day
from osce_analysis.corpus.schema import STATEMENTS
from osce_analysis.corpus.sources import File, files, places
from osce_analysis.documents import parse
from osce_analysis.documents.formats import TEXT_LIMIT, decode
from osce_analysis.documents.records import Document, Problem, Role, Signatory
from osce_analysis.documents.symbols import parse_symbol

# Names under which people keep these columns; the first that is there is taken.
RECOGNISED: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "speech", "statement", "content", "transcript", "full_text", "fulltext"),
    "statement_id": ("statement_id", "id", "doc_id", "document_id"),
    "delegation": ("delegation", "country", "state", "iso3", "iso3c", "iso", "actor", "country_name"),
    "date": ("date", "day", "delivered"),
    "year": ("year",),
    "language": ("language", "lang"),
    "signatories": ("signatories", "cosignatories", "co-signatories", "sponsors", "cosponsors"),
}
# Columns of `statements` that the library fills itself; a user's column of that name gets "_given".
TAKEN_ELSEWHERE = ("statement_id", "text", "tokens", "within", "source", "sha256")
HEADER_ROWS = 5  # rows looked at to tell whether the texts open with a header
ROWS = 200  # rows that are read at once


def table_file(path: str | os.PathLike[str]) -> pd.DataFrame:
    """The table in the file at a path, every cell as it is written.

    Raises
    ------
    FileNotFoundError, ValueError
        Where the file is not there or cannot be read as a table.
    """
    (file,) = files(places(path))
    if file.fault is not None:
        raise ValueError(file.fault)
    return read_table(file, dtype="str")


def read_table(file: File, dtype: str | None = None) -> pd.DataFrame:
    """The table that a file holds, its kind told by content where that can be.

    Parameters
    ----------
    file : File
        With its bytes.
    dtype : str, optional
        Of all columns; by default each is told from its cells.

    Raises
    ------
    ValueError
        Where the file cannot be read as a table; the sentence names it.
    """
    ending = PurePosixPath(file.source.lower()).suffix
    try:
        if file.data[:4] == b"PAR1":
            return pd.read_parquet(io.BytesIO(file.data))
        if file.data[:4] == b"PK\x03\x04":
            return pd.read_excel(io.BytesIO(file.data), dtype=dtype)
        text = decode(file.data)
        if ending in (".jsonl", ".ndjson") or (ending == ".json" and text.lstrip().startswith("{")):
            return pd.DataFrame([json.loads(line) for line in text.split("\n") if line.strip()])
        if ending == ".json":
            return pd.DataFrame(json.loads(text))
        separator = "\t" if ending == ".tsv" else _separator(text)
        return pd.read_csv(io.BytesIO(text.encode()), sep=separator, dtype=dtype)
    except Exception as error:  # each reader has exceptions of its own
        raise ValueError(f"{file.source} cannot be read as a table ({_first_line(error)}).") from None


@dataclass(frozen=True)
class Slice:
    """Some rows of a table that follow each other, with what it takes to read them.

    `names` are our column names -> the table's, `first` is the number of the first row, counted from 1.
    """

    frame: pd.DataFrame
    first: int
    source: str
    sha256: str
    names: dict[str, str]
    headers: bool
    language: str | None

    @property
    def name(self) -> str:
        """What a sentence calls it."""
        return f"rows {self.first} to {self.first + len(self.frame) - 1} of {self.source}"

    @property
    def size(self) -> int:
        """How many rows."""
        return len(self.frame)


def slices(
    frame: pd.DataFrame,
    source: str,
    *,
    sha256: str = "",
    columns: Mapping[str, str] | None = None,
    headers: bool | None = None,
    language: str | None = None,
) -> list[Slice]:
    """A table in slices of `ROWS` rows, its columns told by their recognised names or by `columns`.

    Parameters
    ----------
    frame : DataFrame
        One row a statement.
    source : str
        Name of the table; a row without an id is ``<name>-<row>``, counted from 1.
    columns : mapping, optional
        Our name -> the table's name, as ``{"text": "speech"}``.
    headers : bool, optional
        Whether the texts open with a document's header; told from the first rows by default.
    language : str, optional
        ISO 639-1 code where the table gives none.

    Raises
    ------
    ValueError
        Where there is no text column, or `columns` names one that is not there.
    """
    names = _names(frame, source, columns)
    with_headers = _open_with_symbol(frame[names["text"]]) if headers is None else headers
    return [
        Slice(frame.iloc[start : start + ROWS], start + 1, source, sha256, names, with_headers, language)
        for start in range(0, len(frame), ROWS)
    ]


def entries(rows: Slice) -> Iterator[Entry]:
    """One entry a row, and one for each document attached to its own; other columns are kept as they are."""
    names = rows.names
    kept = [
        name for name in rows.frame.columns if name not in names.values() or name == names.get("delegation")
    ]
    own = {str(name): f"{name}_given" if name in STATEMENTS else str(name) for name in kept}
    own.pop("delegation", None)
    stem = PurePosixPath(rows.source).stem
    for place, row in enumerate(rows.frame.to_dict("records"), start=rows.first):
        value = {ours: _cell(row[theirs]) for ours, theirs in names.items()}
        value["language"] = value.get("language") or rows.language
        found, given = _read(value, f"row {place} of {rows.source}", headers=rows.headers)
        row_id = value.get("statement_id") or value.get("symbol") or f"{stem}-{place}"
        own_values = {ours: row[theirs] for theirs, ours in own.items()}
        for number, document in enumerate(found):
            if number:  # the row tells of its own document; of one attached to it only when it was made
                given = {name: value for name, value in given.items() if name in ("date", "year")}
            yield Entry(
                document,
                rows.source,
                rows.sha256,
                given=given,
                own=own_values,
                row_id=str(row_id),
                place=number,
            )


def _read(value: dict[str, Any], place: str, *, headers: bool) -> tuple[list[Document], dict[str, Any]]:
    """A row's document and those attached to it, and what its cells say that the document does not print."""
    day = as_day(value.get("date"))
    problems = []
    if value.get("text") is None:
        problems.append(Problem("load", f"There is no text in {place}."))
    if value.get("date") is not None and day is None:
        problems.append(Problem("load", f"{value['date']!r} in {place} is not a day: write 2021-12-02."))
    text = str(value.get("text") or "")
    if len(text) > TEXT_LIMIT:
        sentence = (
            f"The text in {place} has {len(text):,} characters (the limit is {TEXT_LIMIT:,}): split it."
        )
        problems.append(Problem("load", sentence))
        text = ""
    document, *attached = parse(text, language=value["language"], headers=headers, on=day)
    signatories, more = _signatories(value, day, place)
    given = {name: value[name] for name in value if name in STATEMENTS and value[name] is not None}
    given |= {"date": day, "year": _year(value.get("year"), day)}
    given |= {"delegation": next((row.actor for row in signatories if row.role == "delivers"), None)}
    if not document.signatories:
        joint = any(row.role == "joint" for row in signatories)
        document = replace(document, signatories=signatories, joint=joint)
    given = {name: item for name, item in given.items() if item is not None and name not in TAKEN_ELSEWHERE}
    return [document.with_problems(*problems, *more), *attached], given


def _signatories(
    value: dict[str, Any], day: date | None, place: str
) -> tuple[tuple[Signatory, ...], list[Problem]]:
    """A `delivers` row for the delegation and a `joint` row for each name in the list (";" between)."""
    listed = [name.strip() for name in str(value.get("signatories") or "").split(";")]
    named: list[tuple[Role, str]] = [("delivers", str(value.get("delegation") or ""))]
    named += [("joint", name) for name in listed]
    rows: dict[str, Signatory] = {}
    problems = []
    for role, name in named:
        if not name:
            continue
        actor = reference.find_actor(name, on=day)
        if actor is None and not _is_code(name):
            problems.append(
                Problem("roles", f"No actor is called {name!r} ({place}): it is kept as written.")
            )
        kind = reference.actor_kind(actor) if actor else None
        rows.setdefault(actor or name, Signatory(actor or name, kind, role, name))
    return tuple(rows.values()), problems


def _names(frame: pd.DataFrame, source: str, columns: Mapping[str, str] | None) -> dict[str, str]:
    """Our column names -> the table's: those given, then the recognised, then the schema's own."""
    there = {str(name): str(name) for name in frame.columns}
    lowered = {name.lower(): name for name in there}
    names = dict(columns or {})
    for ours, theirs in names.items():
        if theirs not in there:
            near = reference.near_miss(theirs, there)
            hint = f" Did you mean {near!r}?" if near else f" It has {', '.join(there)}."
            raise ValueError(f"{source} has no column {theirs!r} for {ours}.{hint}")
    for ours, known in RECOGNISED.items():
        found = next((lowered[name] for name in known if name in lowered), None)
        if ours not in names and found is not None and found not in names.values():
            names[ours] = found
    for name in there:
        if name in STATEMENTS and name not in (*TAKEN_ELSEWHERE, *names, *names.values()):
            names[name] = name
    if "text" not in names:
        raise ValueError(
            f"{source} has no text column: it has {', '.join(there) or 'no columns'}. "
            'Name it with columns={"text": "..."}.'
        )
    return names


def _open_with_symbol(texts: pd.Series) -> bool:
    """Whether most of the first texts carry a document symbol in their first lines."""
    first = [str(text) for text in texts.dropna().head(HEADER_ROWS)]
    hits = sum(any(parse_symbol(line.strip()) for line in text.splitlines()[:20]) for text in first)
    return bool(first) and 2 * hits > len(first)


def _cell(value: Any) -> Any:
    """A cell, None where it is missing or blank."""
    if value is None or (not isinstance(value, (list, dict)) and pd.isna(value)):
        return None
    return None if isinstance(value, str) and not value.strip() else value


def _year(value: Any, day: date | None) -> int | None:
    if day is not None:
        return day.year
    try:
        return None if value is None else int(float(value))
    except (TypeError, ValueError):
        return None


def _is_code(name: str) -> bool:
    return len(name) == 3 and name.isascii() and name.isupper()


def _separator(text: str) -> str:
    """The separator of delimited text: the one that the first line holds most often."""
    first = text.lstrip().split("\n", 1)[0]
    return max(",;\t|", key=first.count)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
