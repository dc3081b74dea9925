"""The kind of a file, told by its content; the name of a file may lie."""

from __future__ import annotations

import io
import zipfile

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),  # doc, xls and ppt of before 2007
    (b"{\\rtf", "rtf"),
    (b"PAR1", "parquet"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"PK\x03\x04", "zip"),
)
EMPTY_ZIP = b"PK\x05\x06"
# A zip that holds one of these is a document of Microsoft's or OASIS's, else an archive.
MEMBERS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("content.xml", "odt"),
)
NAMES = {
    "pdf": "a PDF",
    "docx": "a Word document",
    "ole": "an old Office file (.doc, .xls or .ppt)",
    "rtf": "an RTF file",
    "html": "a web page",
    "odt": "an OpenDocument file",
    "pptx": "a PowerPoint file",
    "gzip": "a gzip archive",
    "image": "a picture",
    "xlsx": "an Excel table",
    "parquet": "a Parquet table",
    "zip": "a zip file",
}
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body")


class Unreadable(ValueError):
    """A file that cannot be read; its message is one sentence that says why and what to do."""


def kind_of(data: bytes) -> str:
    """Tell what a file is by its first bytes and, for a zip, its members.

    Parameters
    ----------
    data : bytes
        The whole file.

    Returns
    -------
    str
        A key of `NAMES`, or "text" for all that has no signature.

    Examples
    --------
    >>> kind_of(b"%PDF-1.7 ..."), kind_of(b"MC.DEL/39/21")
    ('pdf', 'text')
    """
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            return _zip_kind(data) if kind == "zip" else kind
    if data.startswith(EMPTY_ZIP):
        return "zip"
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    is_page = start.startswith(_HTML) or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start)
    return "html" if is_page else "text"


def unreadable(kind: str, source: str) -> Unreadable:
    """The sentence for a file of a kind that is no plain text.

    Examples
    --------
    >>> print(unreadable("pdf", "report.pdf"))
    report.pdf is a PDF; this version reads plain text, Markdown, tables, folders and zip files of these: save
    it as text.
    """
    reads = "this version reads plain text, Markdown, tables, folders and zip files of these"
    return Unreadable(f"{source} is {NAMES[kind]}; {reads}: save it as text.")


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "zip"
    return next((kind for member, kind in MEMBERS if member in members), "zip")
