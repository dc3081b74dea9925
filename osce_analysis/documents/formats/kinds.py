"""The kind of a file, told by its content; the name of a file may lie."""

from __future__ import annotations

import codecs
import io
import re
import struct
import zipfile
from typing import IO

ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")  # the second of one without members
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),  # doc, xls and ppt of before 2007
    (b"{\\rtf", "rtf"),
    (b"%!PS", "postscript"),
    (b"PAR1", "parquet"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"AT&TFORM", "image"),  # DjVu
    (b"\xffWPC", "wordperfect"),
    *((signature, "zip") for signature in ZIP_SIGNATURES),
)
WORD_DOCUMENTS = ("word/document.xml", "word/document2.xml")  # the second where Word keeps it on the web
# A zip that holds one of these is a document of Microsoft's or OASIS's, else an archive.
MEMBERS: tuple[tuple[str, str], ...] = (
    *((member, "docx") for member in WORD_DOCUMENTS),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("META-INF/container.xml", "epub"),
    ("Index/Document.iwa", "pages"),
    ("content.xml", "odt"),
)
# What is not read, and the way out.
NAMES = {
    "ole": ("an old Office file (.doc, .xls or .ppt)", "save it as .docx or .txt"),
    "encrypted": ("an Office file under a password", "open it, and save it without one"),
    "rtf": ("an RTF file", "save it as .docx or .txt"),
    "odt": ("an OpenDocument file", "save it as .docx or .txt"),
    "pptx": ("a PowerPoint file", "save its text as .txt"),
    "pages": ("a document of Apple's Pages, Numbers or Keynote", "export it as .docx or .pdf"),
    "epub": ("an e-book (.epub)", "save its chapters as .html or .txt"),
    "wordperfect": ("a WordPerfect file", "save it as .docx or .txt"),
    "postscript": ("a PostScript file", "convert it to .pdf"),
    "xml": ("an XML file", "save its text as .txt or .html"),
    "outlook": ("a message of Outlook (.msg)", "save it as .html or .txt"),
    "archive": ("an archive", "unpack it first"),
    "gzip": ("a gzip archive", "unpack it first"),
    "image": ("a picture", "run text recognition (OCR) on it"),
    "mail": ("an e-mail message (.eml)", "save its text as .txt"),
    "xlsx": ("an Excel table", "load it as a table"),
    "parquet": ("a Parquet table", "load it as a table"),
    "zip": ("a zip file", "unpack it first"),
}
# What the parts of an older Office file are named tells what it is.
_PARTS = (
    ("EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ("__substg1.0_".encode("utf-16-le"), "outlook"),
)
_MESSAGE_LINE = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}:[ \t]")
_MESSAGE_HEAD = 2**14  # bytes
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
    head = data[:1024].lstrip(_LEADING)
    for signature, kind in SIGNATURES:
        if data.startswith(signature) or (kind == "pdf" and _begins_late(data, head, signature)):
            return _inside(data, kind)
    start = head.removeprefix(_WIDE[0]).removeprefix(_WIDE[1]).replace(b"\x00", b"").lower()  # UTF-16 too
    is_page = start.startswith(_HTML) or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start)
    if is_page:
        return "html"
    return "xml" if start.startswith(b"<?xml") else _message_kind(data) or "text"


def _begins_late(data: bytes, head: bytes, signature: bytes) -> bool:
    """Whether a PDF stands after white space, or after what a program said while it wrote it."""
    return head.startswith(signature) or (signature in head and b"startxref" in data[-1024:])


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
        return next((held for part, held in _PARTS if part in data), kind)
    return zip_kind(io.BytesIO(data)) if kind == "zip" else kind


def _message_kind(data: bytes) -> str | None:
    """Whether a file is a message: of several related parts it is a web page as browsers save it whole."""
    if not _MESSAGE_LINE.match(data):
        return None
    head = data[:_MESSAGE_HEAD].replace(b"\r", b"").split(b"\n\n", 1)[0].lower()
    if b"mime-version:" not in head:
        return None
    return "mhtml" if b"multipart/related" in head else "mail"


def zip_kind(file: IO[bytes]) -> str:
    """What a file that begins as a zip holds: an Office document, or "zip" for an archive."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
        return "zip"
    return next((kind for member, kind in MEMBERS if member in members), "zip")
