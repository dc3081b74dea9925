"""A printed table as a Word document: a real table under a numbered caption, its head repeated on each page."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu, Mm, Pt, RGBColor, Twips

from osce_analysis.publishing.printing import Printed
from osce_analysis.publishing.zips import zipped

_DAY = datetime(1980, 1, 1)  # two exports are the same bytes
_TEXT, _SMALL, _DENSE = 9, 8, 7  # points: cells, the note, cells of a wide table
_MARGIN = Mm(20)
_BESIDE = 230  # twips between the columns
_LETTER = 13  # twips of a letter's width for each point of its size, in the widest of usual fonts
_LONGEST = 40  # letters for which a column asks at most
_BREAK = re.compile("[ /-]")
_NUMBER = '<w:fldSimple {} w:instr=" SEQ Table \\* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
_RULE = '<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'


def docx(table: Printed) -> bytes:
    """The document, the same bytes each time."""
    document = Document()
    document.core_properties.created = document.core_properties.modified = _DAY
    document.core_properties.author = "osce_analysis"
    document.core_properties.title = table.caption
    rows = [table.heads, *(_unbroken(cells, table.numeric) for cells in table.rows)]
    page, size = document.sections[0], _TEXT
    page.left_margin = page.right_margin = _MARGIN
    if sum(_words(rows, size)) > _room(page):
        size = _DENSE
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = page.page_height, page.page_width
    document.styles["Caption"].font.color.rgb = RGBColor(0, 0, 0)
    caption = document.add_paragraph("Table ", style="Caption")
    caption.paragraph_format.keep_with_next = True
    caption._p.append(parse_xml(_NUMBER.format(nsdecls("w"))))
    caption.add_run(f". {table.caption}")
    grid = document.add_table(rows=0, cols=len(table.heads))
    widths = _widths(rows, size, _room(page))
    for column, width in zip(grid._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Twips(width)
    for cells in rows:
        _add(grid, cells, table.numeric, widths, size)
    _ruled(grid)
    note = document.add_paragraph()
    note.paragraph_format.space_before = Pt(4)
    note.add_run(table.note).font.size = Pt(_SMALL)
    stream = io.BytesIO()
    document.save(stream)
    return _undated(stream.getvalue())


def _unbroken(cells: Sequence[str], numeric: Sequence[bool]) -> list[str]:
    """A row whose numbers stay with their intervals on one line."""
    spaces = ["\N{NO-BREAK SPACE}" if number else " " for number in numeric]
    return [cell.replace(" ", space) for cell, space in zip(cells, spaces, strict=True)]


def _room(page: Any) -> int:
    """Twips between the margins."""
    return int(Emu(page.page_width - 2 * _MARGIN).twips)


def _words(rows: Sequence[Sequence[str]], size: int) -> list[int]:
    """Twips of the longest word of each column."""
    longest = [
        max(len(word) for cell in cells for word in _BREAK.split(cell)) for cells in zip(*rows, strict=True)
    ]
    return [letters * _LETTER * size + _BESIDE for letters in longest]


def _widths(rows: Sequence[Sequence[str]], size: int, room: int) -> list[int]:
    """Twips of each column: its longest word whole, and of what is left a share by its longest cell."""
    words = _words(rows, size)
    longest = [min(max(map(len, cells)), _LONGEST) for cells in zip(*rows, strict=True)]
    asked = [letters * _LETTER * size + _BESIDE for letters in longest]
    more = [max(0, full - least) for full, least in zip(asked, words, strict=True)]
    share = max(0.0, min(1.0, (room - sum(words)) / (sum(more) or 1)))
    widths = [least + share * extra for least, extra in zip(words, more, strict=True)]
    return [round(width * min(1.0, room / sum(widths))) for width in widths]


def _add(grid: Any, cells: Sequence[str], numeric: Sequence[bool], widths: Sequence[int], size: int) -> None:
    """A row: numbers to the right, where their like decimals stand under each other."""
    row = grid.add_row()
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    for place, text, number, width in zip(row._tr.tc_lst, cells, numeric, widths, strict=True):
        place.width = Twips(width)
        paragraph: Any = place.p_lst[0]
        run = paragraph.add_r()
        run.text = text
        run.get_or_add_rPr().append(parse_xml(f'<w:sz {nsdecls("w")} w:val="{2 * size}"/>'))
        paragraph.get_or_add_pPr().append(
            parse_xml(f'<w:spacing {nsdecls("w")} w:before="20" w:after="20"/>')
        )
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if number else WD_ALIGN_PARAGRAPH.LEFT


def _ruled(grid: Any) -> None:
    """Rules above and below the table and under its head, which is repeated on each page."""
    sides = "".join(_RULE.format(side=side, size=12) for side in ("top", "bottom"))
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>")
    grid._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    head = grid._tbl.tr_lst[0]
    head.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    under = _RULE.format(side="bottom", size=6)
    for cell in head.tc_lst:
        cell.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{under}</w:tcBorders>"))
        for run in cell.p_lst[0].r_lst:
            run.get_or_add_rPr().insert(0, parse_xml(f"<w:b {nsdecls('w')}/>"))


def _undated(data: bytes) -> bytes:
    """The same document without the time of its making in the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        names = sorted(made.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        return zipped({name: made.read(name) for name in names})
