"""Front, text and closing: every word of a document in one of the three."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from osce_analysis.documents.closings import closing_start
from osce_analysis.documents.disclaimers import find_disclaimers
from osce_analysis.documents.header import Header
from osce_analysis.documents.layout import Block
from osce_analysis.documents.records import Paragraph
from osce_analysis.documents.wrapping import wrap_width

BETWEEN = "\n\n"
_BLANK = re.compile(r"\n[ ]*\n\s*")
_LINE = re.compile(r"\S(?:.*\S)?")
_RUN = re.compile(r"\S(?:[^\n]|\n(?![ ]*\n)(?!\s*\Z))*")
_NUMBER = re.compile(r"(\(?\d{1,3}[.):]|\([a-z]{1,4}\)|[a-z]\)|[IVXLC]{1,6}\.)(?=\s|[A-ZÀ-ŽА-Я])")


@dataclass(frozen=True)
class Parts:
    """The three parts of a document, and the paragraphs of its text."""

    front: str
    text: str
    closing: str
    paragraphs: tuple[Paragraph, ...]


def split_parts(blocks: Sequence[Block], header: Header) -> Parts:
    """Part a document by its header.

    A disclaimer that a page's foot left within the body goes to the end of the front.
    Salutations belong to the text.

    Parameters
    ----------
    blocks : sequence of Block
        The document's blocks.
    header : Header
        As `header.read_header` read it from these blocks.

    Returns
    -------
    Parts
        Paragraphs within a part are parted by a blank line, lines of the front as in the file.

    Examples
    --------
    >>> split_parts([Block(("We regret this.",)), Block(("Thank you.",))], Header()).closing
    'Thank you.'
    """
    lines = [line for block in blocks for line in block.lines][len(header.lines) :]
    strays = find_disclaimers(lines)
    body = [line for line in lines if line not in strays] if strays else lines
    start = closing_start(body)
    text, paragraphs = paragraphs_of(body[:start])
    front = [BETWEEN.join(_front_blocks(header)), *strays]
    return Parts(BETWEEN.join(filter(None, front)), text, BETWEEN.join(body[start:]), paragraphs)


def paragraphs_of(lines: Sequence[str]) -> tuple[str, tuple[Paragraph, ...]]:
    """Join paragraphs to a text, and say where each stands in it.

    Examples
    --------
    >>> text, paragraphs = paragraphs_of(["1. We regret this.", "2. We ask for more."])
    >>> [(p.number, text[p.start : p.end]) for p in paragraphs]
    [('1.', '1. We regret this.'), ('2.', '2. We ask for more.')]
    """
    paragraphs: list[Paragraph] = []
    start = 0
    for line in lines:
        paragraphs.append(Paragraph(line, start, start + len(line), number_of(line)))
        start += len(line) + len(BETWEEN)
    return BETWEEN.join(lines), tuple(paragraphs)


def paragraphs_in(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text that stays as it is: between blank lines where it is hard-wrapped, else its lines.

    Examples
    --------
    >>> [p.text for p in paragraphs_in("33: We met.\\n34: We agreed.")]
    ['33: We met.', '34: We agreed.']
    """
    runs = [run.split("\n") for run in _BLANK.split(text)]
    pattern = _RUN if len(runs) > 1 and wrap_width(runs) else _LINE
    return tuple(
        Paragraph(found[0], found.start(), found.end(), number_of(found[0]))
        for found in pattern.finditer(text)
    )


def number_of(paragraph: str) -> str | None:
    """The number printed before a paragraph.

    Examples
    --------
    >>> number_of("(a) to ensure"), number_of("2020 was hard")
    ('(a)', None)
    """
    found = _NUMBER.match(paragraph)
    return found[1] if found else None


def _front_blocks(header: Header) -> list[str]:
    """The front's lines, those of a block under one another."""
    found: dict[int, list[str]] = {}
    for line in header.lines:
        found.setdefault(line.block, []).append(line.text)
    return ["\n".join(lines) for lines in found.values()]
