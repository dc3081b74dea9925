"""The kind of a file, told by its content; the name of a file may lie."""

from __future__ import annotations

import codecs
import io
import zipfile

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),  # doc, xls and ppt of before 2007
    (b"{\\rtf", "rtf"),
    (b"MIME-Version:", "mail"),
    (b"PAR1", "parquet"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # without members
)
# A zip that holds one of these is a document of Microsoft's or OASIS's, else an archive.
MEMBERS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("content.xml", "odt"),
)
# What is not read, and the way out.
NAMES = {
    "ole": ("an old Office file (.doc, .xls or .ppt)", "save it as .docx or .txt"),
    "encrypted": ("an Office file under a password", "open it, and save it without one"),
    "rtf": ("an RTF file", "save it as .docx or .txt"),
    "odt": ("an OpenDocument file", "save it as .docx or .txt"),
    "pptx": ("a PowerPoint file", "save its text as .txt"),
    "gzip": ("a gzip archive", "unpack it first"),
    "image": ("a picture", "run text recognition (OCR) on it"),
    "mail": ("a web page or message in MIME form (.mht or .eml)", "save it as .html or .txt"),
    "xlsx": ("an Excel table", "load it as a table"),
    "parquet": ("a Parquet table", "load it as a table"),
    "zip": ("a zip file", "unpack it first"),
}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = tuple(
    f"<{tag}".encode() for tag in ("!doctype html", "html", "head", "body", "title", "meta", "div", "article")
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LEADING = b"\xef\xbb\xbf \t\r\n"


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
    head = data[:1024].lstrip(_LEADING)  # a PDF may begin late
    for signature, kind in SIGNATURES:
        if data.startswith(signature) or (kind == "pdf" and head.startswith(signature)):
            return _inside(data, kind)
    if data.startswith(_WIDE):
        head = head[2:].replace(b"\x00", b"")
    start = head.lower()
    is_page = start.startswith(_HTML) or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start)
    return "html" if is_page else "text"


def unreadable(kind: str, source: str) -> Unreadable:
    """The sentence for a file of a kind that is not read.

    Examples
    --------
    >>> print(unreadable("rtf", "report.rtf"))
    report.rtf is an RTF file, which is not read: save it as .docx or .txt.
    """
    name, way_out = NAMES[kind]
    return Unreadable(f"{source} is {name}, which is not read: {way_out}.")


def _inside(data: bytes, kind: str) -> str:
    """What a container holds, else the kind that its signature tells."""
    if kind == "ole":
        return "encrypted" if _ENCRYPTED in data else kind
    return _zip_kind(data) if kind == "zip" else kind


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "zip"
    return next((kind for member, kind in MEMBERS if member in members), "zip")
