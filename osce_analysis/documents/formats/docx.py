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
from osce_analysis.documents.formats.docx_numbers import Numbers
from osce_analysis.documents.formats.docx_styles import Style, W, is_on, read_styles, style_of, value
from osce_analysis.documents.formats.kinds import WORD_DOCUMENTS, Unreadable

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Word's strict form names the same things otherwise.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _R[1:-1].encode(),
}
_MEMBER_LIMIT = 64 * 2**20  # bytes of one part's XML; a thousand pages have five million
# What is not shown, or shown elsewhere; a text box is stored twice, for new and old versions of Word.
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_LEFT_OUT = frozenset(
    W + name for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_CHARACTERS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "",
}  # fmt: skip
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,5}")
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_COUNTING_FIELD = re.compile(r"\s*AUTONUM(?:LGL)?\b")
# A damaged archive makes the standard library read at places that there are not, among other things.
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, LookupError, ValueError)
_LONGEST_HEADING = 400  # characters
_SENTENCE_ENDS = (".", ":", ";", ",")


class _Paragraph(NamedTuple):
    """A paragraph or a piece of one; lines within it are parted by line ends."""

    text: str
    bold: bool


def read_docx(data: bytes, source: str) -> Contents:
    """Read a Word document (.docx).

    The first page's header comes first, since the symbol often stands in it; footnotes and endnotes
    come last. The numbers that Word sets before paragraphs stand in the text; bullets do not.

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
    except Unreadable:
        raise
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
        self.document = next(name for name in WORD_DOCUMENTS if name in self._members)

    def part(self, name: str) -> Any:
        """The root of a part, or an empty element where there is none."""
        if name not in self._members:
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
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise _damaged(self._source) from None


class _Reader:
    """Walks the parts of one document; gathers the notes that its text refers to, and knows the open fields."""

    def __init__(self, parts: _Parts) -> None:
        self._parts = parts
        self._document = parts.part(parts.document)
        self._styles = read_styles(parts.part("word/styles.xml"))
        self._numbers = Numbers(parts.part("word/numbering.xml"), self._styles)
        self._joined: list[_Paragraph] = []  # a paragraph whose end a tracked change took out
        self._notes: list[tuple[str, str | None, str]] = []  # "footnote" or "endnote", id, mark
        self._fields: list[str] = []  # the instruction of each field that is open
        self._counted = 0  # paragraphs that fields have numbered

    def blocks(self) -> Iterator[str]:
        """The document's paragraphs; those in bold that follow each other are one heading."""
        paragraphs = [*self._first_header(), *self._paragraphs(self._document), *self._joined]
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
        section = next(self._document.iter(f"{W}sectPr"), None)
        if section is None:
            return []
        kind = "first" if is_on(section.find(f"{W}titlePg")) else "default"
        references = (ref for ref in section.iter(f"{W}headerReference") if ref.get(f"{W}type") == kind)
        wanted = next((ref.get(f"{_R}id") for ref in references), None)
        folder, name = self._parts.document.split("/")
        relations = self._parts.part(f"{folder}/_rels/{name}.rels")
        target = next((link.get("Target", "") for link in relations if link.get("Id") == wanted), "")
        return list(self._paragraphs(self._parts.part(_member(target))))

    def _noted(self) -> Iterator[str]:
        """The notes in the order in which the text refers to them."""
        stored = {
            (kind, note.get(f"{W}id")): note
            for kind in ("footnote", "endnote")
            for note in self._parts.part(f"word/{kind}s.xml").iterchildren(f"{W}{kind}")
        }
        for kind, number, mark in self._notes:
            note = stored.get((kind, number))
            text = " ".join(text for text, _ in self._paragraphs(note) if text) if note is not None else ""
            if text:
                yield f"{mark} {text}".strip()

    def _paragraphs(self, element: Any) -> Iterator[_Paragraph]:
        """The paragraphs within an element, those of tables cell by cell or row by row."""
        for child in element.iterchildren(tag=etree.Element):
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tr":
                yield from self._row(child)
            elif child.tag not in _LEFT_OUT:
                yield from self._paragraphs(child)

    def _row(self, row: Any) -> Iterator[_Paragraph]:
        """A row of a table: one line where each cell holds one, else cell after cell."""
        if row.find(f"{W}trPr/{W}del") is not None:
            return
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
        """A paragraph with its number, after the text boxes that are anchored in it."""
        style_id = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        style = style_of(paragraph).over(self._styles.get(style_id, self._styles[None]))
        boxes: list[Any] = []
        runs = list(self._runs(paragraph, boxes, style))
        for box in boxes:
            yield from self._paragraphs(box)
        runs = [*self._joined, *runs]
        self._joined = []
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self._joined = runs
            return
        label = self._numbers.label(style, style_id)
        lines = (line.strip() for line in "".join(text for text, _ in runs).split("\n"))
        text = "\n".join(filter(None, lines))
        is_heading = bool(style.heading) and not text.endswith(_SENTENCE_ENDS)
        bold = is_heading or all(bold for text, bold in runs if text.strip())
        yield _Paragraph(f"{label} {text}".strip() if text else "", bool(text) and bold)

    def _runs(self, element: Any, boxes: list[Any], style: Style) -> Iterator[_Paragraph]:
        """The pieces of text within a paragraph, each with whether it is bold."""
        for child in element.iterchildren(tag=etree.Element):
            if child.tag == f"{W}txbxContent":
                boxes.append(child)
            elif child.tag == f"{W}r":
                yield from self._run(child, boxes, style)
            elif child.tag == f"{W}fldSimple":
                instruction = child.get(f"{W}instr", "")
                yield _Paragraph(self._count(instruction), bool(style.bold))
                if not _PAGE_FIELD.match(instruction):
                    yield from self._runs(child, boxes, style)
            elif child.tag not in _LEFT_OUT:
                yield from self._runs(child, boxes, style)

    def _run(self, run: Any, boxes: list[Any], around: Style) -> Iterator[_Paragraph]:
        """A run of letters of one kind, set as it says, else its style, else its paragraph."""
        named = self._styles.get(value(run.find(f"{W}rPr/{W}rStyle")) or "", Style())
        style = style_of(run).over(named).over(around)
        if style.hidden:
            return
        text = "".join(self._pieces(run))
        if any(map(_PAGE_FIELD.match, self._fields)):
            text = ""
        if style.capitals:
            text = text.upper()
        yield _Paragraph(note_mark(text) if style.raised else text, bool(style.bold))
        for shape in run.iterchildren(f"{W}drawing", f"{W}pict", f"{W}object", _ALTERNATE):
            yield from self._runs(shape, boxes, around)

    def _pieces(self, run: Any) -> Iterator[str]:
        """What a run is made of: letters, tabs and line ends, marks of notes, ends of fields."""
        for child in run.iterchildren(tag=etree.Element):
            name = etree.QName(child).localname
            if child.tag == f"{W}t":
                yield child.text or ""
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name == "sym":
                yield _symbol(child.get(f"{W}char", ""))
            elif name == "fldChar":
                yield self._turn_field(child.get(f"{W}fldCharType"))
            elif name == "instrText" and self._fields:
                self._fields[-1] += child.text or ""
            elif name in ("footnoteReference", "endnoteReference"):
                yield self._refer(child, name.removesuffix("Reference"))

    def _turn_field(self, kind: str | None) -> str:
        """A field begins or ends; between its middle and its end stands what it shows, unless it counts."""
        if kind == "begin":
            self._fields.append("")
        return self._count(self._fields.pop()) if kind == "end" and self._fields else ""

    def _count(self, instruction: str) -> str:
        """The number that a field shows which counts paragraphs; Word keeps none in the file."""
        if not _COUNTING_FIELD.match(instruction):
            return ""
        self._counted += 1
        return f"{self._counted}."

    def _refer(self, reference: Any, kind: str) -> str:
        """The mark of a note; one of the writer's own stands in the text already."""
        own = reference.get(f"{W}customMarkFollows") in ("1", "true", "on")
        mark = "" if own else note_mark(str(len(self._notes) + 1))
        self._notes.append((kind, reference.get(f"{W}id"), mark))
        return mark


def _symbol(code: str) -> str:
    """A character that is told by its number in a font; `layout` knows those of symbol fonts."""
    character = chr(int(code, 16)) if _HEXADECIMAL.fullmatch(code) else ""
    return "" if "\ud800" <= character <= "\udfff" else character


def _member(target: str) -> str:
    """The name in the archive of what a relation points to."""
    return target.lstrip("/") if target.startswith("/") else f"word/{target}"
