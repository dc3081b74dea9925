"""The text of a Word document, read from its XML: what the page shows, tracked deletions left out."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from lxml import etree

from osce_analysis.documents.formats.contents import Contents, heading, note_mark
from osce_analysis.documents.formats.kinds import Unreadable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MEMBER_LIMIT = 64 * 2**20  # bytes of one part's XML; a thousand pages have five million
_DOCUMENT = "word/document.xml"
# What is not shown, or shown elsewhere; a text box is stored twice, for new and old versions of Word.
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_LEFT_OUT = frozenset(
    _W + name for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_ON = ("1", "true", "on")
_CHARACTERS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "",
}  # fmt: skip
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_HEADING_STYLE = re.compile(r"(?:heading|title|subtitle)\b", re.IGNORECASE)
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, KeyError)
_LONGEST_HEADING = 400  # characters


class _Paragraph(NamedTuple):
    """A paragraph or a piece of one; lines within it are parted by line ends."""

    text: str
    bold: bool


def read_docx(data: bytes, source: str) -> Contents:
    """Read a Word document (.docx).

    The first page's header comes first, since the symbol often stands in it; footnotes and endnotes
    come last. Automatic numbers are not in the text.

    Parameters
    ----------
    data : bytes
        The whole file.
    source : str
        Its name, for the sentences about it.

    Raises
    ------
    Unreadable
        Where it is damaged, too large, holds XML entities, or no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            reader = _Reader(_Parts(archive, source))
            text = "\n\n".join(reader.blocks())
    except _DAMAGES:
        raise _damaged(source) from None
    if not text.strip():
        raise Unreadable(f"{source} is a Word document that holds no text: leave it out.")
    return Contents(text)


def _damaged(source: str) -> Unreadable:
    return Unreadable(f"{source} is a Word document that is damaged: open it in Word and save it again.")


class _Parts:
    """The XML parts of a Word document, each parsed when asked for."""

    def __init__(self, archive: zipfile.ZipFile, source: str) -> None:
        self._archive = archive
        self._source = source
        self._members = set(archive.namelist())

    def part(self, name: str) -> Any:
        """The root of a part, or an empty element where there is none."""
        if name not in self._members and name != _DOCUMENT:
            return etree.Element("none")
        with self._archive.open(name) as stream:
            data = stream.read(_MEMBER_LIMIT + 1)
        if len(data) > _MEMBER_LIMIT:
            raise Unreadable(f"{self._source} unpacks to over {_MEMBER_LIMIT >> 20} MB of text: split it.")
        if b"<!DOCTYPE" in data.replace(b"\x00", b""):
            raise Unreadable(
                f"{self._source} holds XML entities, which no Word document has: do not trust it."
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            return etree.fromstring(data.replace(_STRICT, _W[1:-1].encode()), parser)
        except etree.XMLSyntaxError:
            raise _damaged(self._source) from None


class _Reader:
    """Walks the parts of one document; gathers the notes that its text refers to, and knows the open fields."""

    def __init__(self, parts: _Parts) -> None:
        self._parts = parts
        self._document = parts.part(_DOCUMENT)
        self._bold_styles = _bold_styles(parts.part("word/styles.xml"))
        self._notes: list[tuple[str, str | None, str]] = []  # "footnote" or "endnote", id, mark
        self._fields: list[str] = []  # the instruction of each field that is open

    def blocks(self) -> Iterator[str]:
        """The document's paragraphs; those in bold that follow each other are one heading."""
        paragraphs = [*self._first_header(), *self._paragraphs(self._document)]
        marked = not all(bold for text, bold in paragraphs if text)
        for bold, group in groupby(paragraphs, key=lambda paragraph: paragraph.bold):
            texts = [text for text, _ in group if text]
            if texts and bold and marked and sum(map(len, texts)) <= _LONGEST_HEADING:
                yield heading("\n".join(texts))
            else:
                yield from texts
        yield from self._noted()

    def _first_header(self) -> list[_Paragraph]:
        """The header of the first page: its own where it has one, else that of all."""
        section = next(self._document.iter(f"{_W}sectPr"), None)
        if section is None:
            return []
        kind = "first" if _is_on(section.find(f"{_W}titlePg")) else "default"
        wanted = [
            ref.get(f"{_R}id") for ref in section.iter(f"{_W}headerReference") if ref.get(f"{_W}type") == kind
        ]
        relations = self._parts.part("word/_rels/document.xml.rels")
        targets = [link.get("Target", "") for link in relations if link.get("Id") in wanted]
        return [line for target in targets for line in self._paragraphs(self._parts.part(_member(target)))]

    def _noted(self) -> Iterator[str]:
        """The notes in the order in which the text refers to them."""
        stored = {
            (kind, note.get(f"{_W}id")): note
            for kind in ("footnote", "endnote")
            for note in self._parts.part(f"word/{kind}s.xml").iterchildren(f"{_W}{kind}")
        }
        for kind, number, mark in self._notes:
            note = stored.get((kind, number))
            text = " ".join(text for text, _ in self._paragraphs(note) if text) if note is not None else ""
            if text:
                yield f"{mark} {text}".strip()

    def _paragraphs(self, element: Any) -> Iterator[_Paragraph]:
        """The paragraphs within an element, those of tables cell by cell or row by row."""
        for child in element.iterchildren(tag=etree.Element):
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tr":
                yield from self._row(child)
            elif child.tag not in _LEFT_OUT:
                yield from self._paragraphs(child)

    def _row(self, row: Any) -> Iterator[_Paragraph]:
        """A row of a table: one line where each cell holds one, else cell after cell."""
        held = [cell for cell in row.iterchildren(tag=etree.Element) if cell.tag not in _LEFT_OUT]
        cells = [
            cell for cell in ([line for line in self._paragraphs(cell) if line.text] for cell in held) if cell
        ]
        if all(len(cell) == 1 and "\n" not in cell[0].text for cell in cells):
            text = "\t".join(cell[0].text for cell in cells)
            yield _Paragraph(text, bool(text) and all(cell[0].bold for cell in cells))
        else:
            yield from (line for cell in cells for line in cell)

    def _paragraph(self, paragraph: Any) -> Iterator[_Paragraph]:
        """A paragraph, after the text boxes that are anchored in it."""
        boxes: list[Any] = []
        runs = list(self._runs(paragraph, boxes))
        for box in boxes:
            yield from self._paragraphs(box)
        text = "".join(text for text, _ in runs)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        styled = style is not None and style.get(f"{_W}val") in self._bold_styles
        bold = styled or all(bold for text, bold in runs if text.strip())
        lines = (line.strip() for line in text.split("\n"))
        text = "\n".join(filter(None, lines))
        yield _Paragraph(text, bool(text) and bold)

    def _runs(self, element: Any, boxes: list[Any]) -> Iterator[_Paragraph]:
        """The pieces of text within a paragraph, each with whether it is bold."""
        for child in element.iterchildren(tag=etree.Element):
            if child.tag == f"{_W}txbxContent":
                boxes.append(child)
            elif child.tag == f"{_W}r":
                yield from self._run(child, boxes)
            elif child.tag == f"{_W}fldSimple":
                if not _PAGE_FIELD.match(child.get(f"{_W}instr", "")):
                    yield from self._runs(child, boxes)
            elif child.tag not in _LEFT_OUT:
                yield from self._runs(child, boxes)

    def _run(self, run: Any, boxes: list[Any]) -> Iterator[_Paragraph]:
        """A run of letters of one kind."""
        style = run.find(f"{_W}rPr")
        if style is not None and _is_on(style.find(f"{_W}vanish")):
            return
        bold = style is not None and _is_on(style.find(f"{_W}b"))
        text = "".join(self._pieces(run))
        if any(map(_PAGE_FIELD.match, self._fields)):
            text = ""
        raised = style.find(f"{_W}vertAlign") if style is not None else None
        if raised is not None and raised.get(f"{_W}val") == "superscript":
            text = note_mark(text)
        yield _Paragraph(text, bold)
        for shape in run.iterchildren(f"{_W}drawing", f"{_W}pict", f"{_W}object", _ALTERNATE):
            yield from self._runs(shape, boxes)

    def _pieces(self, run: Any) -> Iterator[str]:
        """What a run is made of: letters, tabs and line ends, marks of notes, ends of fields."""
        for child in run.iterchildren(tag=etree.Element):
            name = etree.QName(child).localname
            if child.tag == f"{_W}t":
                yield child.text or ""
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name == "fldChar":
                self._turn_field(child.get(f"{_W}fldCharType"))
            elif name == "instrText" and self._fields:
                self._fields[-1] += child.text or ""
            elif name in ("footnoteReference", "endnoteReference"):
                yield self._refer(child, name.removesuffix("Reference"))

    def _turn_field(self, kind: str | None) -> None:
        """A field begins or ends; between its middle and its end stands what it shows."""
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _refer(self, reference: Any, kind: str) -> str:
        """The mark of a note; one of the writer's own stands in the text already."""
        own = reference.get(f"{_W}customMarkFollows") in _ON
        mark = "" if own else note_mark(str(len(self._notes) + 1))
        self._notes.append((kind, reference.get(f"{_W}id"), mark))
        return mark


def _bold_styles(styles: Any) -> frozenset[str]:
    """The ids of paragraph styles that are bold, by themselves or as headings."""
    bold: set[str] = set()
    for style in styles.iterchildren(f"{_W}style"):
        name = style.find(f"{_W}name")
        is_heading = name is not None and _HEADING_STYLE.match(name.get(f"{_W}val", ""))
        if is_heading or _is_on(style.find(f"{_W}rPr/{_W}b")):
            bold.add(style.get(f"{_W}styleId", ""))
    return frozenset(bold)


def _is_on(switch: Any) -> bool:
    """Whether a switch is there and not turned off."""
    return switch is not None and switch.get(f"{_W}val", "true") in _ON


def _member(target: str) -> str:
    """The name in the archive of what a relation points to."""
    return target.lstrip("/") if target.startswith("/") else f"word/{target}"
