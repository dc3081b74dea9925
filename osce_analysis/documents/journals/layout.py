"""A journal as one line: page heads and decisions off, so that an entry cut by a page is whole again."""

from __future__ import annotations

import re

from osce_analysis.documents.furniture import JOB_NUMBER
from osce_analysis.documents.journals.wordings import wording
from osce_analysis.documents.layout import fold

# Stands for the end of a paragraph.
PARAGRAPH = "¶"
_BLANK = re.compile(r"(?<![ \t])[ \t]*\n(?:[ \t]*\n)+[ \t]*")
_DAY = r"\d{1,2}\.?\s[^\W\d_]{3,10}\.?\s\d{4}(?:\s(?:года|г\.))?"
_SYMBOL = r"(?:MC|PC|FSC|FSC-PC|PC-FSC)(?:\(\d{1,2}\))?\.JOUR/\d{1,4}(?:/Corr\.\d)?"
_PAGE = r"[-–—]\s?\d{1,3}\s?[-–—]"
_PAGE_HEAD = re.compile(
    rf"(?:(?<![\s¶])[\s¶]+|(?![\s¶]))(?:{_PAGE}\s*(?:{_SYMBOL}(?:\s*{_DAY})?)?|(?<=[\s¶]){_SYMBOL}\s*{_DAY})[\s¶]*(?=\S|$)"
)
# A sentence ends with a full stop after a word: "No. 1264", "N.1264" and "Gen. A. Example" go on.
SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})(?<!Prof)(?<!Brig)(?<!Capt)(?<!Dott)\.(?=\s|$)")


def flat(text: str) -> str:
    """The text on one line, its paragraphs parted by `PARAGRAPH`, without heads of pages.

    Examples
    --------
    >>> flat("Canada (PC.DEL/9001/20\\n\\nPCOEW1275 - 2 - PC.JOUR/9001\\n16 July 2020\\n\\nOSCE+), Norway")
    'Canada (PC.DEL/9001/20 OSCE+), Norway'
    """
    line = " ".join(_BLANK.sub(f" {PARAGRAPH} ", fold(text).strip()).split())
    line = JOB_NUMBER.sub(" ", line)
    line = _PAGE_HEAD.sub(" ", f" {line}")
    return " ".join(line.replace(f"{PARAGRAPH} {PARAGRAPH}", PARAGRAPH).split())


def without_decisions(text: str) -> str:
    """The text without the sentences in which a decision is adopted.

    Examples
    --------
    >>> without_decisions("Chairperson Decision: The Council adopted Decision No. 9 on that theme. Norway")
    'Chairperson ¶ Norway'
    """
    kept, position = [], 0
    for label in wording("decision").finditer(text):
        if label.start() < position:
            continue
        kept.append(text[position : label.start()])
        end = SENTENCE_END.search(text, label.end())
        position = end.end() if end else len(text)
    return f" {PARAGRAPH} ".join(part.strip() for part in (*kept, text[position:])).strip()
