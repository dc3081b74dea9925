"""The kind of a file is told by its content, and each kind that is not read has its way out."""

# ruff: noqa: E501

import io
import time
import zipfile

import pytest

from osce_analysis import documents
from osce_analysis.documents.formats import Unreadable, contents_of, kind_of


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbf\n%PDF-1.4", "pdf"),  # white space before the mark
        (b"a text about %PDF- files", "text"),
        (b"Program 1.0\nCopyright\n%PDF-1.4\nstartxref\n9\n%%EOF", "pdf"),  # after a program's own words
        (b"  <!DOCTYPE HTML PUBLIC>", "html"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "html"),
        (b"<div class=x>", "html"),  # a piece of a page
        ("<html><body>".encode("utf-16"), "html"),
        (b"<< PC.DEL/9001/21", "text"),
        (b"<rss version='2.0'>", "text"),
        (b"Subject: media freedom\n\nMIME-Version: 1.0", "text"),  # a statement that has a subject
        (zipped("word/document.xml"), "docx"),
        (zipped("xl/workbook.xml"), "xlsx"),
        (zipped("a.txt"), "zip"),
        (zipped(), "zip"),
    ],
)
def test_the_kind_is_told_by_content(data, kind):
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "a.txt is an old Office file (.doc, .xls or .ppt), which is not read: save it as .docx or .txt."),
        (b"{\\rtf1 x}", "a.txt is an RTF file, which is not read: save it as .docx or .txt."),
        (zipped("content.xml"), "a.txt is an OpenDocument file, which is not read: save it as .docx or .txt."),
        (zipped("ppt/presentation.xml"), "a.txt is a PowerPoint file, which is not read: save its text as .txt."),
        (b"\x89PNG\r\n", "a.txt is a picture, which is not read: run text recognition (OCR) on it."),
        (b"\x1f\x8b\x08", "a.txt is a gzip archive, which is not read: unpack it first."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"), "a.txt is a message of Outlook (.msg), which is not read: save it as .html or .txt."),
        (zipped("META-INF/container.xml"), "a.txt is an e-book (.epub), which is not read: save its chapters as .html or .txt."),
        (zipped("Index/Document.iwa"), "a.txt is a document of Apple's Pages, Numbers or Keynote, which is not read: export it as .docx or .pdf."),
        (zipped("xl/workbook.xml"), "a.txt is an Excel table, which is not read: load it as a table."),
        (b"\xffWPC\x10", "a.txt is a WordPerfect file, which is not read: save it as .docx or .txt."),
        (b"%!PS-Adobe-3.0", "a.txt is a PostScript file, which is not read: convert it to .pdf."),
        (b"<?xml version='1.0'?><TEI>", "a.txt is an XML file, which is not read: save its text as .txt or .html."),
        (b"II*\x00\x08", "a.txt is a picture, which is not read: run text recognition (OCR) on it."),
        (b"Rar!\x1a\x07", "a.txt is an archive, which is not read: unpack it first."),
        (b"MIME-Version: 1.0\r\n\r\n", "a.txt is an e-mail message (.eml), which is not read: save its text as .txt."),
        (b"Received: from a\r\n by b\r\nMIME-Version: 1.0\r\n", "a.txt is an e-mail message (.eml), which is not read: save its text as .txt."),
    ],
)  # fmt: skip
def test_the_way_out_is_said(data, sentence):
    with pytest.raises(Unreadable) as error:
        contents_of(data, "a.txt")
    assert str(error.value) == sentence


def test_marks_of_direction_are_no_text():
    (document,) = documents.read(
        "PC.DEL/9001/21\n\nMr. Chair,\n\n\u202eWe \u200fagree\u2069.".encode(), "a.txt"
    )
    assert document.text == "Mr. Chair,\n\nWe agree."


def test_one_very_long_line_takes_time_in_proportion():
    def seconds(length: int) -> float:
        data = b"We agree with what was said, and more. " * (length // 39)
        start = time.process_time()
        documents.read(data, "a.txt")
        return time.process_time() - start

    seconds(10_000)
    short, long = seconds(500_000), seconds(2_000_000)
    assert long < 10 * short + 0.5
