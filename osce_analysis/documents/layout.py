"""From the text of a file to blocks of clean lines: from here on offsets hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from osce_analysis.documents.dates import mend_dates
from osce_analysis.documents.furniture import drop_furniture
from osce_analysis.documents.markdown import unmark
from osce_analysis.documents.symbols import mend_symbols
from osce_analysis.documents.wrapping import join_lines, wrap_width

_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u3000\t"), " ")
_NOTHING = dict.fromkeys(
    map(
        ord,
        "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
)
_LINE_ENDS = dict.fromkeys(map(ord, "\u2028\u2029\x0b\x85\x0c"), "\n")
_CONTROLS = dict.fromkeys([*range(9), *range(14, 32), *range(127, 133), *range(134, 160)])
_LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
# Office and PDF files keep the bullets of symbol fonts as characters for private use.
_BULLETS = dict.fromkeys(range(0xF021, 0xF100), "•") | {0xF020: " ", 0xF02D: "-"}
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
_FOLDED = {**_SPACES, **_NOTHING, **_LINE_ENDS, **_CONTROLS, **_LIGATURES, **_BULLETS, **_HYPHENS}
_FOLDABLE = re.compile(f"[{''.join(re.escape(chr(code)) for code in _FOLDED)}]")
_RETURNS = re.compile(r"\r\n?")
# Soft hyphens are seen at the end of a line; some programs write one hyphen as three.
_SOFT_HYPHENS = re.compile("-?\u00ad\u2010|\u00ad(?=[ \t]{0,3}\n)")
_SPACED = re.compile(r"[^\W\d_](?: [^\W\d_]){3,}")
_SPACED_OUT = 60  # characters
_INNER_SPACES = re.compile(r"(?<=\S) {2,}")


@dataclass(frozen=True)
class Block:
    """Lines that stand together, between blank ones; `bold` where all were bold or a heading."""

    lines: tuple[str, ...]
    bold: bool = False

    @property
    def text(self) -> str:
        """The lines joined by spaces."""
        return " ".join(self.lines)


def fold(text: str) -> str:
    """Bring the characters of a text to one form: NFC, plain spaces, hyphens and line ends, nothing invisible.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The text without soft hyphens, ligatures, zero-width and control characters.

    Examples
    --------
    >>> fold("No.\\u00a03/04\\r\\nco\\u00adoperation")
    'No. 3/04\\ncooperation'
    """
    if "\r" in text:
        text = _RETURNS.sub("\n", text)
    if "\u00ad" in text:
        text = _SOFT_HYPHENS.sub("-", text)
    text = _FOLDABLE.sub(
        lambda found: _FOLDED[ord(found[0])] or "", text
    )  # str.translate takes ten times as long
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """The words of a text as they stand, its characters folded and marks off; runs of lines part at blank ones.

    Parameters
    ----------
    text : str
        The text of a file, as decoded.

    Returns
    -------
    str
        With nothing joined and no furniture taken off.

    Examples
    --------
    >>> clean("# On media\\r\\n\\r\\n\\r\\nWe **agree**.")
    'On media\\n\\nWe agree.'
    """
    return "\n\n".join("\n".join(unmark(run)[0]) for run in _runs(fold(text).split("\n"))).strip()


def blocks(text: str) -> list[Block]:
    """Take a text apart into blocks of the lines that were meant.

    Parameters
    ----------
    text : str
        The text of a file, as decoded.

    Returns
    -------
    list of Block
        In order; marks and page furniture off, wrapped lines joined.

    Examples
    --------
    >>> [block.lines for block in blocks("MC.DEL/9/21\\n3 December 2021\\n\\nMr. Chairperson,")]
    [('MC.DEL/9/21', '3 December 2021'), ('Mr. Chairperson,',)]
    """
    lines = drop_furniture(mend_dates(mend_symbols(fold(text))).split("\n"))
    unmarked = [unmark(run) for run in _runs(lines)]
    width = wrap_width([run for run, _ in unmarked])
    found: list[Block] = []
    for run, bold in unmarked:
        joined = tuple(map(_close_up, join_lines(run, width)))
        if joined:
            found.append(Block(joined, bold))
    return found


def _close_up(line: str) -> str:
    """A line without wide spaces, and without those between the letters of "S T A T E M E N T"."""
    line = _INNER_SPACES.sub(" ", line) if "  " in line else line
    return line.replace(" ", "") if len(line) <= _SPACED_OUT and _SPACED.fullmatch(line) else line


def _runs(lines: list[str]) -> list[list[str]]:
    """The lines between blank lines."""
    runs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
