"""Sets the text of a document as a PDF, a Word document and a web page, as an office would."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import docx
import matplotlib
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
LEFT, RIGHT, TOP, FOOT = 70.0, A4[0] - 70.0, A4[1] - 60.0, 70.0


def blocks_of(text: str) -> list[tuple[list[str], bool]]:
    """The blocks of a text between blank lines, each with whether it stands in bold."""
    found = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in block.split("\n")]
        bold = lines[0].startswith("**") and lines[-1].endswith("**")
        found.append(([line.strip("*") if bold else line for line in lines], bold))
    return found


def as_html(text: str) -> bytes:
    """A page with a menu, a notice and programs around the text."""
    body = []
    for lines, bold in blocks_of(text):
        inner = "<br>\n".join(map(escape, lines))
        body.append(f"<p><strong>{inner}</strong></p>" if bold else f"<p>{inner}</p>")
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Documents | Mission</title>
<script>document.write("Nothing of this is text.")</script><style>p {{ margin: 1em }}</style></head>
<body class="page has-menu"><header><a href="/">Home</a> The Mission to the Organization</header>
<nav><ul><li><a href="/a">News</a></li><li><a href="/b">Speeches</a></li></ul></nav>
<div id="cookie-notice">This site uses cookies. <button>Accept</button></div>
<main><article>{"".join(body)}</article></main>
<footer>Imprint and privacy of the mission</footer></body></html>""".encode()


def as_docx(text: str) -> bytes:
    """A Word document: blank paragraphs between the blocks, title lines parted by line breaks."""
    document = docx.Document()
    for lines, bold in blocks_of(text):
        paragraph = document.add_paragraph()
        for number, line in enumerate(lines):
            run = paragraph.add_run(line)
            run.bold = bold
            if number < len(lines) - 1:
                run.add_break()
        document.add_paragraph()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class PdfPress:
    """Text in one column, or in more side by side, on as many pages as it takes, numbered at the foot.

    Under `heads` each page but the first has them at its head, one at the left and one at the right.
    """

    def __init__(self, size: float = 11.0, heads: tuple[str, str] | None = None) -> None:
        for name in ("DejaVuSerif", "DejaVuSerif-Bold"):
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
        self.stream = io.BytesIO()
        self.canvas = canvas.Canvas(self.stream, pagesize=A4)
        self.size, self.y, self.page, self.heads = size, TOP, 1, heads
        self.columns, self.column, self.top = [(LEFT, RIGHT)], 0, TOP

    def part(self, gutter: float) -> None:
        """What follows stands in two columns, from here on this page and from the top on others."""
        middle = (LEFT + RIGHT) / 2
        self.columns = [(LEFT, middle - gutter / 2), (middle + gutter / 2, RIGHT)]
        self.top = self.y

    def wrapped(self, text: str, width: float, font: str, size: float) -> list[str]:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and pdfmetrics.stringWidth(longer, font, size) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def block(self, lines: list[str], *, bold: bool = False, centred: bool = False) -> None:
        font = "DejaVuSerif-Bold" if bold else "DejaVuSerif"
        for line in lines:
            width = self.columns[0][1] - self.columns[0][0]
            for printed in self.wrapped(line, width, font, self.size):
                if self.y < FOOT:
                    self.go_on()
                left, right = self.columns[self.column]
                self.canvas.setFont(font, self.size)
                if centred:
                    self.canvas.drawCentredString((left + right) / 2, self.y, printed)
                else:
                    self.canvas.drawString(left, self.y, printed)
                self.y -= 1.25 * self.size
        self.y -= self.size

    def go_on(self) -> None:
        """To the next column, or the next page."""
        if self.column + 1 < len(self.columns):
            self.column, self.y = self.column + 1, self.top
        else:
            self.turn()

    def letterhead(self, disclaimer: list[str], official: list[str]) -> None:
        """The disclaimer in small letters at the left, symbol, date and language set to the right beside it."""
        small = 0.75 * self.size
        printed = self.wrapped(" ".join(disclaimer), 0.6 * (RIGHT - LEFT), "DejaVuSerif", small)
        for number in range(max(len(printed), len(official))):
            y = self.y - number * 1.3 * self.size
            if number < len(printed):
                self.canvas.setFont("DejaVuSerif", small)
                self.canvas.drawString(LEFT, y, printed[number])
            if number < len(official) and official[number]:
                self.canvas.setFont("DejaVuSerif", self.size)
                self.canvas.drawRightString(RIGHT, y, official[number])
        self.y -= 1.3 * self.size * (max(len(printed), len(official)) + 2)

    def turn(self) -> None:
        self.canvas.setFont("DejaVuSerif", self.size)
        self.canvas.drawCentredString((LEFT + RIGHT) / 2, 40, f"- {self.page} -")
        self.canvas.showPage()
        self.y, self.page, self.column, self.top = TOP, self.page + 1, 0, TOP
        if self.heads:
            self.canvas.setFont("DejaVuSerif", 0.8 * self.size)
            self.canvas.drawString(LEFT, TOP + 22, self.heads[0])
            self.canvas.drawRightString(RIGHT, TOP + 22, self.heads[1])

    def printed(self) -> bytes:
        self.turn()
        self.canvas.save()
        return self.stream.getvalue()


def as_plain_pdf(text: str) -> bytes:
    """One column, every line at the left, titles in bold."""
    press = PdfPress()
    for lines, bold in blocks_of(text):
        press.block(lines, bold=bold)
    return press.printed()


def as_letterhead_pdf(text: str) -> bytes:
    """An official letterhead: what stands above the title in two columns, the title centred."""
    press = PdfPress(10.5)
    for lines, bold in under_letterhead(press, text):
        press.block(lines, bold=bold, centred=is_titled(lines, bold))
    return press.printed()


def as_two_column_pdf(text: str) -> bytes:
    """An official letterhead with the title across the page, and the text below in two columns."""
    press = PdfPress(8.5)
    in_title = True
    for lines, bold in under_letterhead(press, text):
        if in_title and not is_titled(lines, bold):
            in_title = False
            press.part(gutter=14.0)
        press.block(lines, bold=bold, centred=is_titled(lines, bold))
    return press.printed()


def as_headed_pdf(text: str) -> bytes:
    """One column in large letters; symbol and date stand again at the head of each further page."""
    blocks = blocks_of(text)
    official = official_of(blocks)
    press = PdfPress(13.0, heads=(official[0], official[1]))
    for lines, bold in blocks:
        press.block(lines, bold=bold)
    return press.printed()


def official_of(blocks: list[tuple[list[str], bool]]) -> list[str]:
    """Symbol, date and language, as the blocks of a text have them."""
    number = symbol_in(blocks)
    return [*blocks[number][0], *blocks[number + 1][0]]


def symbol_in(blocks: list[tuple[list[str], bool]]) -> int:
    """The number of the block with the symbol."""
    return next(n for n, (lines, _) in enumerate(blocks) if re.match(r"[A-Z]+\.[A-Z]+/\d", lines[0]))


def under_letterhead(press: PdfPress, text: str) -> list[tuple[list[str], bool]]:
    """Set a text's letterhead; the blocks below it are left to set."""
    blocks = blocks_of(text)
    number = symbol_in(blocks)
    disclaimer = [line for lines, _ in blocks[:number] for line in lines]
    press.letterhead(disclaimer, [*blocks[number][0], "", *blocks[number + 1][0]])
    return blocks[number + 2 :]


def is_titled(lines: list[str], bold: bool) -> bool:
    """Whether a block is set as a title's is."""
    return bold or (lines[0].isupper() and len(lines[0]) > 8)


SETTINGS = {
    "html": as_html,
    "docx": as_docx,
    "plain pdf": as_plain_pdf,
    "letterhead pdf": as_letterhead_pdf,
    "two-column pdf": as_two_column_pdf,
    "headed pdf": as_headed_pdf,
}


@pytest.fixture(scope="session")
def typeset() -> Callable[[str, str], bytes]:
    """The bytes of a file that sets a text in one of the styles of SETTINGS."""
    return lambda text, style: SETTINGS[style](text)


@pytest.fixture
def press() -> PdfPress:
    return PdfPress()
