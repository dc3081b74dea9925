"""`load`: whatever holds statements -> a Corpus."""

from __future__ import annotations

import os
import re
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import Any

import pandas as pd
from tqdm import tqdm

from osce_analysis import documents, reference
from osce_analysis.corpus import saving, usertables
from osce_analysis.corpus.assembly import Entry, Fault, as_day, tables
from osce_analysis.corpus.corpus import Corpus
from osce_analysis.corpus.corrections import corrected
from osce_analysis.corpus.schema import STATEMENTS
from osce_analysis.corpus.sources import File, files
from osce_analysis.documents.formats import Unreadable
from osce_analysis.documents.records import Problem

Source = str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | pd.DataFrame


def load(
    source: Source,
    *,
    columns: Mapping[str, str] | None = None,
    pattern: str | None = None,
    headers: bool | None = None,
    language: str | None = None,
    corrections: str | os.PathLike[str] | pd.DataFrame | None = None,
    workers: int | None = None,
    progress: bool = True,
) -> Corpus:
    """Read statements into a corpus of tables.

    Parameters
    ----------
    source : path, list of paths or DataFrame
        A file, a folder, a zip, a table (CSV, TSV, Excel, Parquet, JSON lines), or a saved corpus.
    columns : mapping, optional
        For tables: our column name -> the table's, as ``{"text": "speech", "delegation": "country"}``.
    pattern : str, optional
        What file names say, as ``"{delegation}_{session}_{year}.txt"``.
    headers : bool, optional
        Whether texts open with a document's header: yes for files; for tables told from the first rows.
    language : str, optional
        ISO 639-1 code of the texts whose own header gives none.
    corrections : path or DataFrame, optional
        Rows (table, key, column, value) that a person made; applied last.
    workers : int, optional
        Processes to parse with; in this process where it is None or 1.
    progress : bool
        Show a progress bar where there are many files.

    Returns
    -------
    Corpus
        What could not be read has a row in `problems`; a warning says how many.

    Raises
    ------
    FileNotFoundError, ValueError
        Where there is nothing to read under `source`, or `columns` and `pattern` do not fit it.

    Examples
    --------
    >>> import pandas as pd
    >>> speeches = pd.DataFrame({"country": ["Norway"], "speech": ["We recall the Helsinki Final Act."]})
    >>> corpus = load(speeches, columns={"text": "speech", "delegation": "country"})
    >>> corpus.statements[["statement_id", "delegation", "tokens"]].to_dict("records")
    [{'statement_id': 'table-1', 'delegation': 'NOR', 'tokens': 6}]
    """
    if isinstance(source, pd.DataFrame):
        found: Iterable[Entry | Fault] = usertables.entries(
            source, "table", columns=columns, headers=headers, language=language
        )
    elif saving.is_saved(source):
        held, manifest = saving.restore(source)
        saved = Corpus.from_tables(held, corrections=manifest["corrections"], name=manifest["name"])
        return _corrected(saved, corrections)
    else:
        named = None if pattern is None else _name_reader(pattern)
        read = partial(_read, columns=columns, named=named, headers=headers, language=language)
        found = _read_all(list(files(source)), read, workers, progress)
    entries: list[Entry] = []
    faults: list[Fault] = []
    for item in found:
        (entries if isinstance(item, Entry) else faults).append(item)  # type: ignore[arg-type]
    if faults:
        warnings.warn(
            f"{len(faults)} of {len(faults) + len({entry.source for entry in entries})} files could not be read: "
            f"{faults[0].problem.problem} See corpus.problems.",
            stacklevel=2,
        )
    return _corrected(Corpus.from_tables(tables(entries, faults)), corrections)


def _read_all(found: list[File], read: Any, workers: int | None, progress: bool) -> Iterator[Entry | Fault]:
    bar = partial(
        tqdm,
        total=len(found),
        unit=" files",
        file=sys.stderr,
        leave=False,
        disable=not progress or len(found) < 50,
    )
    if workers is None or workers < 2:
        for file in bar(found):
            yield from read(file)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for items in bar(pool.map(read, found, chunksize=16)):
            yield from items


def _read(
    file: File,
    *,
    columns: Mapping[str, str] | None,
    named: re.Pattern[str] | None,
    headers: bool | None,
    language: str | None,
) -> list[Entry | Fault]:
    """The entries of one file, or the fault that says why there are none."""
    try:
        if file.fault is not None:
            raise ValueError(file.fault)
        if file.is_table:
            frame = usertables.read_table(file)
            rows = usertables.entries(
                frame, file.source, sha256=file.sha256, columns=columns, headers=headers, language=language
            )
            return list(rows)
        return list(_documents(file, named, headers is not False, language))
    except (ValueError, Unreadable) as error:
        return [Fault(file.source, Problem("format", str(error), "unreadable"))]


def _documents(
    file: File, named: re.Pattern[str] | None, headers: bool, language: str | None
) -> Iterator[Entry]:
    given, own = _from_name(file.source, named)
    outer: dict[int, str] = {}
    for place, document in enumerate(
        documents.read(file.data, file.source, language=given.pop("language", language), headers=headers)
    ):
        entry = Entry(
            document,
            file.source if place == 0 else f"{file.source}#{place + 1}",
            file.sha256,
            given=given,
            own=own,
            within=None if document.within is None else outer.get(document.within),
        )
        outer[place] = entry.proper_id
        yield entry


def _name_reader(pattern: str) -> re.Pattern[str]:
    """A `pattern` such as ``{delegation}_{year}.txt`` as a regular expression over a file's name."""
    pieces = re.split(r"\{(\w+)\}", pattern)
    if len(pieces) == 1:
        raise ValueError(f"pattern={pattern!r} names no field: write it as '{{delegation}}_{{year}}.txt'.")
    expression = "".join(
        re.escape(piece) if place % 2 == 0 else f"(?P<{piece}>[^/]+?)" for place, piece in enumerate(pieces)
    )
    return re.compile(expression + r"\Z")


def _from_name(source: str, named: re.Pattern[str] | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a file's name says: values of schema columns, and fields of the user's own."""
    match = named and named.search(PurePosixPath(source).name)
    if not match:
        return {}, {}
    fields = match.groupdict()
    own = {name: value for name, value in fields.items() if name not in STATEMENTS}
    given: dict[str, Any] = {name: value for name, value in fields.items() if name in STATEMENTS}
    if "date" in given:
        given["date"] = as_day(given["date"])
    if "year" in given:
        given["year"] = int(given["year"]) if given["year"].isdigit() else None
    if "delegation" in given:
        given["delegation"] = (
            reference.find_actor(given["delegation"], on=given.get("date")) or given["delegation"]
        )
    return {name: value for name, value in given.items() if value is not None}, own


def _corrected(corpus: Corpus, corrections: str | os.PathLike[str] | pd.DataFrame | None) -> Corpus:
    if corrections is None:
        return corpus
    frame = (
        corrections if isinstance(corrections, pd.DataFrame) else pd.read_csv(Path(corrections), dtype="str")
    )
    return corrected(corpus, frame)
