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
    """A column of text on as many pages as it takes, numbered at the foot."""

    def __init__(self, size: float = 11.0) -> None:
        for name in ("DejaVuSerif", "DejaVuSerif-Bold"):
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
        self.stream = io.BytesIO()
        self.canvas = canvas.Canvas(self.stream, pagesize=A4)
        self.size, self.y, self.page = size, TOP, 1

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
            for printed in self.wrapped(line, RIGHT - LEFT, font, self.size):
                if self.y < FOOT:
                    self.turn()
                self.canvas.setFont(font, self.size)
                if centred:
                    self.canvas.drawCentredString((LEFT + RIGHT) / 2, self.y, printed)
                else:
                    self.canvas.drawString(LEFT, self.y, printed)
                self.y -= 1.25 * self.size
        self.y -= self.size

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
        self.y, self.page = TOP, self.page + 1

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
    blocks = blocks_of(text)
    number = next(n for n, (lines, _) in enumerate(blocks) if re.match(r"[A-Z]+\.[A-Z]+/\d", lines[0]))
    disclaimer = [line for lines, _ in blocks[:number] for line in lines]
    official = [*blocks[number][0], "", *blocks[number + 1][0]]
    press = PdfPress(10.5)
    press.letterhead(disclaimer, official)
    for lines, bold in blocks[number + 2 :]:
        titled = bold or (lines[0].isupper() and len(lines[0]) > 8)
        press.block(lines, bold=bold, centred=titled)
    return press.printed()


SETTINGS = {
    "html": as_html,
    "docx": as_docx,
    "plain pdf": as_plain_pdf,
    "letterhead pdf": as_letterhead_pdf,
}


@pytest.fixture(scope="session")
def typeset() -> Callable[[str, str], bytes]:
    """The bytes of a file that sets a text in one of the styles of SETTINGS."""
    return lambda text, style: SETTINGS[style](text)


@pytest.fixture
def press() -> PdfPress:
    return PdfPress()
