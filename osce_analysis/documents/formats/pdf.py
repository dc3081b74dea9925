"""The text of a PDF: its words by pdfium, their reading order and paragraphs by where they stand."""

from __future__ import annotations

import re
from threading import Lock
from typing import Any

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from osce_analysis.documents.formats.columns import Line, lines_of
from osce_analysis.documents.formats.contents import Contents
from osce_analysis.documents.formats.flow import flow
from osce_analysis.documents.formats.kinds import Unreadable
from osce_analysis.documents.formats.pdf_words import read_page
from osce_analysis.documents.formats.running_heads import without_running_heads
from osce_analysis.documents.records import Problem

_PDFIUM = Lock()  # pdfium has one state for all threads
_END_MARK = b"%%EOF"
_AFTER_END = 2048  # bytes that may follow the end mark
_ENCRYPTED = re.compile("password|security", re.IGNORECASE)
_RECOGNISE = "run text recognition (OCR) on"


def read_pdf(data: bytes, source: str) -> Contents:
    """Read a PDF.

    Parameters
    ----------
    data : bytes
        The whole file.
    source : str
        Its name, for the sentences about it.

    Returns
    -------
    Contents
        With a problem for each page that is an image without text, or cannot be read.

    Raises
    ------
    Unreadable
        Where it needs a password, is damaged, or holds no text at all.
    """
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _unreadable(error, data, source) from None
        try:
            return _contents(document, data, source)
        finally:
            document.close()


def _unreadable(error: Exception, data: bytes, source: str) -> Unreadable:
    """Why pdfium could not open a file, and what to do."""
    if _ENCRYPTED.search(str(error)):
        return Unreadable(f"{source} is a PDF under a password: open it, and save it without one.")
    how = "damaged" if _END_MARK in data[-_AFTER_END:] else "cut off before its end"
    return Unreadable(f"{source} is a PDF that is {how}: fetch it again.")


def _contents(document: Any, data: bytes, source: str) -> Contents:
    """The text of an open document, and what stands in its way."""
    pages: list[list[Line]] = []
    heights: list[float] = []
    asides: dict[str, None] = {}  # what pages repeat up their margins stands once
    images: list[int] = []
    broken: list[int] = []
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            broken.append(number + 1)
            continue
        read = read_page(page)
        lines = lines_of(read.words, number, read.height)
        pages.append(lines)
        heights.append(read.height)
        asides[" ".join(word.text for word in read.asides)] = None
        if not _says_something(lines) and _shows_image(page):
            images.append(number + 1)
        page.close()
    text = "\n\n".join(filter(None, [flow(without_running_heads(pages, heights)), *asides]))
    if not text.strip():
        raise Unreadable(_without_text(source, len(document), len(images)))
    sentences = []
    if len(images) == 1:
        sentences.append(f"Page {images[0]} of {source} is an image without text: {_RECOGNISE} it.")
    elif images:
        sentences.append(f"Pages {_numbers(images)} of {source} are images without text: {_RECOGNISE} them.")
    if broken:
        sentences.append(f"Of {source} damaged and left out: page {_numbers(broken)}. Fetch the file again.")
    if attached := document.count_attachments():
        sentences.append(
            f"{source} has other files in it ({attached}), which are not read: save them beside it."
        )
    if _END_MARK not in data[-_AFTER_END:]:
        sentences.append(f"{source} is cut off before its end, so text may be missing: fetch it again.")
    return Contents(text, tuple(Problem("format", sentence) for sentence in sentences))


def _numbers(pages: list[int]) -> str:
    """The numbers of pages, those on end as a range.

    Examples
    --------
    >>> _numbers([1, 3, 4, 5])
    '1, 3-5'
    """
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][-1] + 1:
            ranges[-1][1:] = [page]
        else:
            ranges.append([page])
    return ", ".join("-".join(map(str, ends)) for ends in ranges)


def _without_text(source: str, pages: int, images: int) -> str:
    """The sentence for a PDF without text."""
    if not images:
        return f"{source} is a PDF that holds no text: leave it out, or fetch it again."
    held = "its one page is an image" if pages == 1 else f"{images} of its {pages} pages are images"
    return f"{source} is a PDF that holds no text, {held}: {_RECOGNISE} it."


def _says_something(lines: list[Line]) -> bool:
    """Whether there are letters on a page, other than a page number's."""
    return sum(map(str.isalpha, "".join(line.text for line in lines))) > 8


def _shows_image(page: Any) -> bool:
    return next(iter(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])), None) is not None
