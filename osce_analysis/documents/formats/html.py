"""The text of a web page: its main part in order, each block a paragraph. Nothing is fetched or run."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from osce_analysis.documents.formats.contents import Contents, heading, note_mark
from osce_analysis.documents.formats.kinds import Unreadable
from osce_analysis.documents.formats.page_chrome import main_part
from osce_analysis.documents.formats.text import MARKS, decode
from osce_analysis.documents.records import Problem

_LIMIT = 32 * 2**20  # bytes
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its charset
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li", "main", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_BOLD = _HEADINGS | {"b", "strong"}
_CELLS = frozenset(("td", "th"))
_LONGEST_HEADING = 400  # characters
# What no page may hold, as it is or by number.
_NO_MARKUP = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#0{0,8}(?:[0-8]|1[124-9]|2\d|3[01])(?!\d);?"
    r"|&#x0{0,8}(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]);?",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BLANK = re.compile(r"\n[ \t]*\n[ \t\n]*")


def read_html(data: bytes, source: str) -> Contents:
    """Read a web page.

    Headings, paragraphs, list items and rows of tables stay in order; a numbered list keeps its
    numbers, a raised number stands in brackets.

    Parameters
    ----------
    data : bytes
        The whole file.
    source : str
        Its name, for the sentences about it.

    Raises
    ------
    Unreadable
        Where it is too large, holds no text, or is in an encoding that cannot be told.
    """
    if len(data) > _LIMIT:
        raise Unreadable(f"{source} is a web page of over {_LIMIT >> 20} MB: save its text as .txt.")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        text = _NO_MARKUP.sub("", _decoded(data, source))
        page = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:
        raise Unreadable(f"{source} is a web page that holds no text: leave it out.") from None
    text = "\n\n".join(_Writer().blocks(main_part(page)))
    too_deep = any("depth" in entry.message for entry in parser.error_log)
    if not text.strip():
        why = "is a web page nested too deep to read" if too_deep else "is a web page that holds no text"
        raise Unreadable(f"{source} {why}: {'save its text as .txt' if too_deep else 'leave it out'}.")
    if too_deep:
        sentence = f"{source} is nested too deep, so text may be missing: save its text as .txt."
        return Contents(text, (Problem("format", sentence),))
    return Contents(text)


def _decoded(data: bytes, source: str) -> str:
    """The page as text: by its mark, as UTF-8, by the charset that it names, else as a text file is."""
    charset = _CHARSET.search(data[:_HEAD])
    if charset and not any(data.startswith(mark) for mark, _ in MARKS) and not _is_utf8(data):
        try:
            return data.decode(codecs.lookup(charset[1].decode("ascii")).name)
        except (LookupError, UnicodeDecodeError):
            pass  # the page names what it is not in
    return decode(data, source)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Writer:
    """Walks a page and writes its blocks; `_pieces` is the block that is open."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._bold = 0  # how many bold elements are open
        self._all_bold = True
        self._raised: list[int] = []  # where in `_pieces` each raised element began
        self._row: Any = None  # the table row that is written as one line
        self._numbers: list[int | None] = []  # of the last item of each list that is open

    def blocks(self, root: Any) -> Iterator[str]:
        """The blocks of text below `root`, in order."""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if element.tag in _BLOCKS and self._row is None:
                yield from self._flush()
            if event == "start":
                self._open(element)
                self._write(element.text, element.tag == "pre")
            else:
                self._close(element)
                if element is self._row:
                    self._row = None
                    yield from self._flush()
                if element is not root:
                    self._write(element.tail)
        yield from self._flush()

    def _open(self, element: Any) -> None:
        tag = element.tag
        self._bold += tag in _BOLD
        if tag == "sup":
            self._raised.append(len(self._pieces))
        elif tag == "tr" and self._row is None and _is_line(element):
            self._row = element
        elif tag in ("ol", "ul"):
            self._numbers.append(_integer(element.get("start"), 1) - 1 if tag == "ol" else None)
        elif tag == "li" and self._numbers and self._numbers[-1] is not None:
            self._numbers[-1] = _integer(element.get("value"), self._numbers[-1] + 1)
            self._pieces.append(f"{self._numbers[-1]}. ")

    def _close(self, element: Any) -> None:
        tag = element.tag
        self._bold -= tag in _BOLD
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "sup" and self._raised:
            start = self._raised.pop()
            self._pieces[start:] = [note_mark("".join(self._pieces[start:]))]
        elif tag in ("ol", "ul") and self._numbers:
            self._numbers.pop()
        elif self._row is not None and tag in _CELLS:
            self._pieces.append("\t")

    def _write(self, text: str | None, as_set: bool = False) -> None:
        if not text:
            return
        self._pieces.append(text if as_set else _SPACES.sub(" ", text))
        self._all_bold = self._all_bold and (self._bold > 0 or not text.strip())

    def _flush(self) -> Iterator[str]:
        """The block that was open, as one or, at blank lines, more."""
        text = "".join(self._pieces)
        bold, self._pieces, self._all_bold = self._all_bold, [], True
        self._raised = [0] * len(self._raised)
        for block in _BLANK.split(text):
            lines = "\n".join(filter(None, (line.strip() for line in block.split("\n"))))
            if lines:
                yield heading(lines) if bold and len(lines) <= _LONGEST_HEADING else lines


def _is_line(row: Any) -> bool:
    """Whether each cell of a row holds a line at most: the row is one line then."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    inner = [[below.tag for below in cell.iterdescendants()] for cell in cells]
    return len(cells) > 1 and all(
        "br" not in tags and sum(tag in _BLOCKS for tag in tags) < 2 for tags in inner
    )


def _integer(value: str | None, default: int) -> int:
    """A number that a page gives, where it is one."""
    return int(value) if value and value.isdecimal() and len(value) < 7 else default
