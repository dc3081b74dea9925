"""What `load` was given, as a stream of files: one file, a folder, a zip, or a list of paths."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from osce_analysis.documents.formats import kind_of

MEMBER_LIMIT = 256 * 2**20
RATIO_LIMIT = 200  # text compresses to a tenth; a bomb to a thousandth
TABLE_ENDINGS = (".csv", ".tsv", ".xlsx", ".parquet", ".jsonl", ".ndjson", ".json")


@dataclass(frozen=True)
class File:
    """A file's bytes under its path relative to what was loaded; `fault` says why there are none."""

    source: str
    data: bytes = b""
    fault: str | None = None

    @property
    def sha256(self) -> str:
        """Hash of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def is_table(self) -> bool:
        """Whether it holds a table: Parquet and Excel by content, delimited text and JSON by name."""
        return kind_of(self.data) in ("parquet", "xlsx") or self.source.lower().endswith(TABLE_ENDINGS)

    @property
    def is_archive(self) -> bool:
        """Whether it is a plain zip (an Office document is a zip with a known member)."""
        return kind_of(self.data) == "zip"


def files(source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> Iterator[File]:
    """Each file that `source` names, in the order of their paths; zips are opened, nested ones once.

    Hidden files and folders (a leading dot, ``__MACOSX``) are the system's and passed over.

    Raises
    ------
    FileNotFoundError
        Where a path does not exist.
    ValueError
        Where a folder holds no file.
    """
    paths = [source] if isinstance(source, (str, os.PathLike)) else list(source)
    for path in map(Path, paths):
        if path.is_dir():
            yield from _in_folder(path)
        elif path.exists():
            yield from _opened(_read(path, path.name), depth=0)
        else:
            raise FileNotFoundError(f"There is no file or folder {path}.")


def _in_folder(folder: Path) -> Iterator[File]:
    found = sorted(
        path for path in folder.rglob("*") if path.is_file() and not _hidden(path.relative_to(folder))
    )
    if not found:
        raise ValueError(f"The folder {folder} holds no file to read.")
    for path in found:
        yield from _opened(_read(path, path.relative_to(folder).as_posix()), depth=0)


def _read(path: Path, source: str) -> File:
    try:
        if path.stat().st_size > MEMBER_LIMIT:
            return File(source, fault=f"{source} is larger than {MEMBER_LIMIT >> 20} MB: split it.")
        return File(source, path.read_bytes())
    except OSError as error:
        return File(source, fault=f"{source} cannot be read: {error.strerror or error}.")


def _opened(file: File, depth: int) -> Iterator[File]:
    if not file.is_archive:
        yield file
    elif depth > 1:
        yield File(file.source, fault=f"{file.source} lies in a zip within a zip: unpack it first.")
    else:
        yield from _members(file, depth)


def _members(file: File, depth: int) -> Iterator[File]:
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            visible = [info for info in members if not _hidden(PurePosixPath(info.filename))]
            if not visible:
                yield File(file.source, fault=f"{file.source} is a zip that holds no file.")
            for info in sorted(visible, key=lambda info: info.filename):
                yield from _opened(_member(archive, info, file.source), depth + 1)
    except zipfile.BadZipFile:
        yield File(file.source, fault=f"{file.source} is a damaged zip: fetch it again.")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, parent: str) -> File:
    source = f"{parent}/{info.filename}"
    name = PurePosixPath(info.filename)
    if name.is_absolute() or ".." in name.parts or "\\" in info.filename:
        return File(source, fault=f"{source} points outside its zip: it is left out.")
    if info.file_size > MEMBER_LIMIT or info.file_size > RATIO_LIMIT * max(info.compress_size, 1024):
        return File(
            source, fault=f"{source} unpacks to {info.file_size:,} bytes: unpack it yourself if you trust it."
        )
    try:
        return File(source, archive.read(info))
    except (RuntimeError, NotImplementedError, zipfile.BadZipFile, EOFError, OSError) as error:
        return File(source, fault=f"{source} cannot be unpacked ({error}): is it encrypted or damaged?")


def _hidden(path: Path | PurePosixPath) -> bool:
    return any(part == "__MACOSX" or (part[:1] == "." and part[:2] != "..") for part in path.parts)
