"""Page furniture: page numbers, job numbers, and the symbol and date repeated on later pages."""

from __future__ import annotations

import re
from itertools import pairwise

from osce_analysis.documents.dates import find_dates
from osce_analysis.documents.symbols import BODY_WORD, find_symbols

PAGE = re.compile(
    r"(?<!\w)(?:[-–—]\s?\d{1,3}\s?[-–—]|(?:page|seite|página|pagina|стр\.|страница)\s\d{1,3}"
    r"(?:\s?(?:/|of|de|von|sur|di|из)\s?\d{1,3})?)(?!\w)",
    re.IGNORECASE,
)
JOB_NUMBER = re.compile(rf"(?:{BODY_WORD})[A-Z0-9]{{1,8}}\d{{1,5}}[A-Z]?(?!\w)")
_DIGIT = re.compile(r"\d")
_BARE = re.compile(r"\s*(\d{1,3})\s*")
_ENDS = (".", "!", "?", ":", ";", "”", '"', "»")
_LONGEST = 120  # no line of furniture is longer
_FIRST_PAGE = 15  # lines in which a job number, or a symbol beside a page number, is the header's own


def drop_furniture(lines: list[str]) -> list[str]:
    """Take page furniture off, and close the gap where it stood within a sentence.

    Parameters
    ----------
    lines : list of str
        The lines of a document; a form feed ends a page.

    Returns
    -------
    list of str
        The lines that are left, as they were.

    Examples
    --------
    >>> drop_furniture(["threats to", "", "- 2 -", "", "security and", "stability."])
    ['threats to', 'security and', 'stability.']
    """
    marked = _furniture(lines)
    if not marked:
        return lines
    kept: list[str] = []
    gap = False
    for number, line in enumerate(lines):
        if number in marked:
            gap = True
        elif not line.strip():
            kept.append(line)
        else:
            if gap and _goes_on(kept, line):
                while kept and not kept[-1].strip():
                    kept.pop()
            elif gap and kept and kept[-1].strip():
                kept.append("")
            kept.append(line)
            gap = False
    return kept


def _furniture(lines: list[str]) -> set[int]:
    """The numbers of the lines that are furniture."""
    marked: set[int] = set()
    seen: set[str] = set()
    bare: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        stripped = line.strip()
        if not stripped or len(stripped) > _LONGEST or not _DIGIT.search(stripped):
            continue
        if match := _BARE.fullmatch(line):
            bare.append((number, int(match[1])))
        elif _is_furniture(stripped, seen, number, marked):
            marked.add(number)
    if _are_pages([page for _, page in bare]):
        marked.update(number for number, _ in bare)
    return marked


def _is_furniture(line: str, seen: set[str], number: int, marked: set[int]) -> bool:
    """Whether nothing is on the line but furniture; `seen` holds what stood on lines before."""
    rest, paged = PAGE.subn("", line)
    rest, jobs = JOB_NUMBER.subn("", rest)
    names: list[str] = []
    for start, end, symbol in reversed(find_symbols(rest)):
        rest = rest[:start] + rest[end:]
        names.append(symbol.canonical)
    for start, end, day in reversed(find_dates(rest)):
        rest = rest[:start] + rest[end:]
        names.append(day.isoformat())
    if rest.strip(" \f*|"):
        return False
    known = bool(names) and all(name in seen for name in names)
    dated_only = known and all(name[0].isdigit() for name in names)
    own = number < _FIRST_PAGE and any(name not in seen and not name[0].isdigit() for name in names)
    seen.update(names)
    if dated_only:
        return number - 1 in marked or number - 2 in marked
    return (bool(paged) and not own) or known or (bool(jobs) and number >= _FIRST_PAGE)


def _are_pages(numbers: list[int]) -> bool:
    """Bare numbers on lines of their own are page numbers where they count on from 1 or 2."""
    if len(numbers) < 2 or numbers[0] not in (1, 2):
        return False
    return all(after == before + 1 for before, after in pairwise(numbers))


def _goes_on(kept: list[str], line: str) -> bool:
    """Whether `line` goes on with the sentence before the gap."""
    before = next((text.rstrip() for text in reversed(kept) if text.strip()), "")
    return bool(before) and not before.endswith(_ENDS) and line.lstrip()[:1].islower()
