"""`load`: whatever holds statements -> a Corpus."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import pandas as pd

from osce_analysis import documents, reference
from osce_analysis.corpus import saving, usertables
from osce_analysis.corpus.assembly import Entry, Fault, as_day, one_line, tables
from osce_analysis.corpus.corpus import Corpus
from osce_analysis.corpus.corrections import corrected
from osce_analysis.corpus.occasions import with_differences
from osce_analysis.corpus.progress import Progress
from osce_analysis.corpus.schema import STATEMENTS
from osce_analysis.corpus.sources import File, files, held, places
from osce_analysis.corpus.usertables import Slice
from osce_analysis.corpus.workers import spread, usable
from osce_analysis.documents.formats import Unreadable
from osce_analysis.documents.records import Problem

Source = str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | pd.DataFrame
MANY = 400  # files or rows from which processes of their own are worth their start


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
        Processes to read with: 1 is this process alone. By default one for each processor where there are
        hundreds of files or rows. The tables are the same.
    progress : bool
        Show a progress bar where there are many files.

    Returns
    -------
    Corpus
        What could not be read has a row in `problems`; a warning says how many. Ctrl-C ends the reading,
        and what was read until then is returned.

    Raises
    ------
    FileNotFoundError, ValueError
        Where there is nothing to read under `source`, or an option does not fit it.

    Examples
    --------
    >>> import pandas as pd
    >>> speeches = pd.DataFrame({"country": ["Norway"], "speech": ["We recall the Helsinki Final Act."]})
    >>> corpus = load(speeches, columns={"text": "speech", "delegation": "country"})
    >>> corpus.statements[["statement_id", "delegation", "tokens"]].to_dict("records")
    [{'statement_id': 'table-1', 'delegation': 'NOR', 'tokens': 6}]
    """
    if not isinstance(source, pd.DataFrame) and saving.is_saved(source):
        kept, manifest = saving.restore(source)
        saved = Corpus.from_tables(kept, corrections=manifest["corrections"], name=manifest["name"])
        return saved if corrections is None else corrected(saved, corrections)
    table = partial(usertables.slices, columns=columns, headers=headers, language=language)
    named = None if pattern is None else _name_reader(pattern)
    read = partial(_read, named=named, headers=headers is not False, language=language)
    if isinstance(source, pd.DataFrame):
        done = Progress(len(source))
        work: Iterator[File | Slice] = iter(table(source, "table"))
    else:
        listed = places(source)
        done = Progress(sum(map(held, listed)))
        work = _work(files(listed), table, done)
    first = list(islice(work, 1))  # a table tells how many rows it has when it is opened
    results = spread(read, chain(first, work), _workers(workers, done.expected), crashed=_crashed)
    with done.bar(progress):
        entries, faults, stopped = _gathered(results, done)
    if faults:
        warnings.warn(
            f"{len(faults)} of {len(faults) + len({entry.source for entry in entries})} files could not be read: "
            f"{one_line(faults[0].problem.problem)} See corpus.problems.",
            stacklevel=2,
        )
    for fault in stopped:
        warnings.warn(fault.problem.problem, stacklevel=2)
    corpus = Corpus.from_tables(tables(entries, [*faults, *stopped]))
    return with_differences(corpus if corrections is None else corrected(corpus, corrections))


class _Read(NamedTuple):
    """What one piece of work gave: entries or the fault that says why there are none."""

    entries: list[Entry]
    faults: list[Fault]
    size: int  # in files and rows


def _gathered(
    results: Generator[_Read, None, None], done: Progress
) -> tuple[list[Entry], list[Fault], list[Fault]]:
    """Entries, faults, and where Ctrl-C ended the reading the fault that says so."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    try:
        with closing(results):
            for result in results:
                entries += result.entries
                faults += result.faults
                done.advance(result.size)
    except KeyboardInterrupt:
        return entries, faults, [_stopped(done)]
    return entries, faults, []


def _work(found: Iterable[File], table: Callable[..., list[Slice]], done: Progress) -> Iterator[File | Slice]:
    """Files to read, and tables in slices of their rows; one that does not fit has a fault."""
    for file in found:
        if file.fault is not None or not file.is_table:
            yield file
            continue
        try:
            slices = table(usertables.read_table(file), file.source, sha256=file.sha256)
        except ValueError as error:
            yield File(file.source, fault=str(error))
            continue
        if not slices:
            yield File(file.source, fault=f"{file.source} is a table without a row: leave it out.")
            continue
        done.grow(sum(rows.size for rows in slices) - 1)
        yield from slices


def _workers(given: int | None, expected: int) -> int:
    """How many processes to read with: those asked for, else one for each processor where it pays."""
    if given is not None and given < 1:
        raise ValueError(f"workers={given} is no number of processes: give 1 or more.")
    return given or (usable() if expected >= MANY else 1)


def _read(item: File | Slice, *, named: re.Pattern[str] | None, headers: bool, language: str | None) -> _Read:
    """The entries of one file or slice; nothing that a file holds ends a load."""
    try:
        if isinstance(item, Slice):
            return _Read(list(usertables.entries(item)), [], item.size)
        if item.fault is not None:
            raise Unreadable(item.fault)
        return _Read(list(_documents(item, named, headers, language)), [], 1)
    except Unreadable as error:
        sentence = str(error)
    except Exception as error:  # whatever it is, the other files must not be lost
        sentence = f"{item.name} cannot be read ({type(error).__name__}: {error}): leave it out, and tell us."
    return _failed(item, sentence)


def _crashed(item: File | Slice) -> _Read:
    """For what ended the process that read it, as damage in a PDF may."""
    sentence = (
        f"{item.name} ended the process that read it (too large, or damaged): save it anew, or leave it out."
    )
    return _failed(item, sentence)


def _failed(item: File | Slice, sentence: str) -> _Read:
    return _Read([], [Fault(item.source, Problem("format", sentence, "unreadable"))], item.size)


def _stopped(done: Progress) -> Fault:
    """What says that Ctrl-C ended a load."""
    sentence = (
        f"Reading was stopped after {done.read:,} of {done.expected:,} files (or rows of tables): the other "
        f"{done.left:,} are not in this corpus. Load again to read them."
    )
    return Fault("load", Problem("load", sentence, "warning"))


def _documents(
    file: File, named: re.Pattern[str] | None, headers: bool, language: str | None
) -> Iterator[Entry]:
    given, own = _from_name(file.source, named)
    language = given.pop("language", language)
    found = documents.read(file.data, file.source, language=language, headers=headers)
    for place, document in enumerate(found):
        if place:
            given = {name: value for name, value in given.items() if name != "delegation"}  # of the first
        yield Entry(document, file.source, file.sha256, given=given, own=own, place=place)


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
