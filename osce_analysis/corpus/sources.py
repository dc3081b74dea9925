"""What `load` was given, as a stream of files: one file, a folder, a zip, or a list of paths.

Paths are listed first and opened one by one when the stream comes to them, so that no more than
one file of a folder, or one member of a zip, is held at a time.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from osce_analysis.documents.formats import kind_of
from osce_analysis.documents.formats.kinds import ZIP_SIGNATURES, zip_kind

FILE_LIMIT = 256 * 2**20
TABLE_LIMIT = 2**30
RATIO_LIMIT = 200  # text compresses to a tenth; a bomb to a thousandth
MEMBER_LIMIT = 100_000  # files in one zip
TABLE_ENDINGS = (".csv", ".tsv", ".xlsx", ".parquet", ".jsonl", ".ndjson", ".json")
_DAMAGES = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError,
    NotImplementedError, ValueError, KeyError, OverflowError,
)  # fmt: skip


@dataclass(frozen=True)
class File:
    """A file's bytes under its path relative to what was loaded; `fault` says why there are none."""

    source: str
    data: bytes = b""
    fault: str | None = None
    size = 1  # in files and rows

    @property
    def name(self) -> str:
        """What a sentence calls it."""
        return self.source

    @property
    def sha256(self) -> str:
        """Hash of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def is_table(self) -> bool:
        """Whether it holds a table: Parquet and Excel by content, delimited text and JSON by name."""
        return _named_as_table(self.source) or kind_of(self.data) in ("parquet", "xlsx")


class Place(NamedTuple):
    """Where a file lies, and the name that its rows have as `source`."""

    path: Path
    source: str


def places(source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> list[Place]:
    """Each path that `source` names, none of them opened; folders in the order of their paths.

    Hidden files and folders (a leading dot, ``__MACOSX``) are the system's and passed over; a folder that
    links lead to twice, or in a circle, is entered once.

    Raises
    ------
    FileNotFoundError
        Where a path does not exist.
    ValueError
        Where a folder holds no file.
    """
    paths = [Path(path) for path in ([source] if isinstance(source, (str, os.PathLike)) else source)]
    if not paths:
        raise ValueError("There is nothing to load: the list of paths is empty.")
    absent = next((path for path in paths if not os.path.exists(path)), None)
    if absent is not None:
        raise FileNotFoundError(f"There is no file or folder {absent}.")
    found: list[Place] = []
    for path in paths:
        below = _below(path) if os.path.isdir(path) else [path]
        if not below:
            raise ValueError(f"The folder {path} holds no file to read.")
        root = _root(paths) if len(paths) > 1 else path if os.path.isdir(path) else path.parent
        found += [Place(each, _source(each, root)) for each in below]
    return found


def held(place: Place) -> int:
    """How many files there are to expect at a place: more than one where its name is that of a zip."""
    if place.path.suffix.lower() != ".zip":
        return 1
    try:
        with zipfile.ZipFile(place.path) as archive:
            return max(len(_visible(archive)), 1)
    except _DAMAGES:
        return 1


def files(listed: Iterable[Place]) -> Iterator[File]:
    """The files at each place, read as they are asked for; zips are opened, nested ones once."""
    for path, source in listed:
        try:
            fault = _fault(path, source)
            if fault is not None:
                yield File(source, fault=f"{source} {fault}")
            elif _is_archive(path):
                yield from _members(path, source, path.stat().st_size, depth=1)
            else:
                yield File(source, path.read_bytes())
        except OSError as error:
            sentence = (
                f"{source} cannot be read ({error.strerror or error}): is it still there, and open to you?"
            )
            yield File(source, fault=sentence)


def _root(paths: list[Path]) -> Path:
    """The folder that all of several paths lie in."""
    return Path(os.path.commonpath([os.path.dirname(os.path.abspath(path)) for path in paths]))


def _source(path: Path, root: Path) -> str:
    """The name of a path below `root`, in characters that every table and file holds."""
    name = os.path.relpath(path, root) if path != root else path.name
    return Path(name).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _below(folder: Path) -> list[Path]:
    """All files below a folder, and the folders in it that cannot be listed."""
    found: list[Path] = []
    entered: set[str] = set()

    def enter(inner: Path) -> None:
        real = os.path.realpath(inner)
        if real in entered:
            return
        entered.add(real)
        try:
            names = [name for name in os.listdir(inner) if not _hidden(name)]
        except OSError:
            found.append(inner)
            return
        # links last, so that a folder goes by its own name
        for path in sorted(map(inner.joinpath, names), key=lambda path: (os.path.islink(path), path)):
            if os.path.isdir(path):
                enter(path)
            else:
                found.append(path)

    enter(folder)
    return sorted(found)


def _fault(path: Path, source: str) -> str | None:
    """Why what lies at a path is not opened as a file, or None."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        os.scandir(path).close()  # it was put down because it could not be listed: say why
    if not stat.S_ISREG(status.st_mode):
        return "is no file (a pipe, a device or a socket): leave it out."
    limit = TABLE_LIMIT if _named_as_table(source) else FILE_LIMIT
    if status.st_size > limit and not _is_archive(path):
        return f"is larger than {limit >> 20} MB: split it."
    return None


def _is_archive(path: Path) -> bool:
    """Whether a path holds a plain zip (an Office document is a zip with a known member)."""
    with path.open("rb") as file:
        return file.read(4).startswith(ZIP_SIGNATURES) and zip_kind(file) == "zip"


def _members(held_in: Path | IO[bytes], source: str, size: int, depth: int) -> Iterator[File]:
    """The files of a zip, in the order of their names."""
    try:
        archive = zipfile.ZipFile(held_in)
    except _DAMAGES:
        yield File(source, fault=f"{source} is a damaged zip: fetch it again.")
        return
    with archive:
        members = _visible(archive)
        fault = _bomb(members, size) if members else "is a zip that holds no file."
        if fault is not None:
            yield File(source, fault=f"{source} {fault}")
            return
        for info in sorted(members, key=lambda info: info.filename):
            member = _member(archive, info, source)
            if kind_of(member.data) != "zip":
                yield member
            elif depth > 1:
                yield File(
                    member.source, fault=f"{member.source} lies in a zip within a zip: unpack it first."
                )
            else:
                yield from _members(io.BytesIO(member.data), member.source, len(member.data), depth + 1)


def _visible(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [
        info
        for info in archive.infolist()
        if not info.is_dir() and not any(map(_hidden, PurePosixPath(info.filename).parts))
    ]


def _bomb(members: list[zipfile.ZipInfo], size: int) -> str | None:
    """Why a zip is not opened at all: it would not end, or its members share their bytes."""
    unpacked = sum(info.file_size for info in members)
    if len(members) > MEMBER_LIMIT:
        return f"holds {len(members):,} files: unpack it yourself if you trust it."
    if unpacked > RATIO_LIMIT * max(size, 1024):
        return f"unpacks to {unpacked:,} bytes: unpack it yourself if you trust it."
    return None


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, parent: str) -> File:
    source = f"{parent}/{info.filename}"
    name = PurePosixPath(info.filename)
    if name.is_absolute() or ".." in name.parts or "\\" in info.filename or info.filename[1:2] == ":":
        return File(source, fault=f"{source} points outside its zip: it is left out.")
    if info.flag_bits & 0x1:
        return File(source, fault=f"{source} is under a password: unpack the zip yourself.")
    if info.file_size > FILE_LIMIT or info.file_size > RATIO_LIMIT * max(info.compress_size, 1024):
        return File(
            source, fault=f"{source} unpacks to {info.file_size:,} bytes: unpack it yourself if you trust it."
        )
    try:
        return File(source, archive.read(info))
    except _DAMAGES as error:
        return File(source, fault=f"{source} cannot be unpacked ({error}): fetch the zip again.")


def _named_as_table(source: str) -> bool:
    return source.lower().endswith(TABLE_ENDINGS)


def _hidden(name: str) -> bool:
    return name == "__MACOSX" or (name.startswith(".") and not name.startswith(".."))
