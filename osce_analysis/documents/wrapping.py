"""Hard-wrapped lines joined into the lines that were meant."""

from __future__ import annotations

import re
from itertools import pairwise

from osce_analysis.documents.dates import parse_date
from osce_analysis.documents.disclaimers import is_disclaimer
from osce_analysis.documents.hyphens import joint
from osce_analysis.documents.languages import read_language
from osce_analysis.documents.openings import is_salutation, read_dateline
from osce_analysis.documents.symbols import JOURNAL_BY_NAME, parse_symbol
from osce_analysis.reference import find_actor

WIDEST = 130  # characters; longer lines are paragraphs
NARROWEST = 40
_STOP = (".", "!", "?", ":", ";", ".”", '."', ".»", "…")
_LISTED = re.compile(r"\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-–—•·])\s")
# Function words that end no line of prose: what follows goes on.
_GOES_ON = re.compile(r"\s(?:the|of|and|by|an|its|their|dem|der|des|und|und der|les|et la|de la|y de)$")
_LONE = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-zа-я])[.)]|[IVX]{1,4}\.|[A-ZÀ-ŽА-Я])\s*")
_NUMBER = 8  # characters
_NAME = 40  # characters; no name of a State that a line's end breaks is longer
_NAMELIKE = re.compile(r"[^\W\d_]+(?:[ ’'-]{1,2}[^\W\d_]+){1,5}")
_HEADLINE = 3  # lines; the headline of a release is no longer
_ITEM = 30  # characters; what a colon announces, one on each line, is no longer
_SMALL_PRINT = 6  # lines
_DAY = 18  # characters; what follows the day of a date is no longer
# A line that so begins stands by itself.
_OWN_LINE = (
    "Delivered by",
    "As delivered",
    "As prepared",
    "Permanent Mission",
    "Delegation of",
    "Statement by",
)


def wrap_width(runs: list[list[str]]) -> int | None:
    """The width at which a document is wrapped, or None where a line is a paragraph.

    Parameters
    ----------
    runs : list of list of str
        The document's lines, in runs without a blank line.

    Examples
    --------
    >>> wrap_width([["x" * 70, "x" * 68, "x" * 71, "end."]])
    71
    >>> wrap_width([["x" * 400, "x" * 300]]) is None
    True
    """
    runs = [run for run in runs if not _is_small_print(run)]
    lengths = sorted((len(line) for run in runs if len(run) > 1 for line in run), reverse=True)
    alone = sum(len(run[0]) for run in runs if len(run) == 1 and len(run[0]) > WIDEST)
    if not lengths or alone > sum(lengths):
        return None  # most of the text stands a paragraph on a line
    # Half of all characters stand on lines at least this long.
    half, reached = sum(lengths) // 2, 0
    for length in lengths:
        reached += length
        if reached >= half:
            break
    if length > WIDEST or sum(length for length in lengths if length > WIDEST) > 0.1 * sum(lengths):
        return None
    full = [line for run in runs for line in run[:-1] if len(line) >= NARROWEST]
    stopped = sum(line.rstrip().endswith(_STOP) for line in full)
    if len(full) >= 3 and stopped > 0.8 * len(full):
        return None  # a paragraph a line, all of them short
    width = lengths[len(lengths) // 20]
    return min(width, WIDEST) if width >= NARROWEST else None


def _is_small_print(run: list[str]) -> bool:
    """Whether lines are the disclaimer, which is set smaller than the text."""
    return (
        len(run) <= _SMALL_PRINT and max(map(len, run), default=0) > WIDEST and is_disclaimer(" ".join(run))
    )


def join_lines(run: list[str], width: int | None) -> list[str]:
    """Join the lines of a run that were wrapped.

    Parameters
    ----------
    run : list of str
        Lines without a blank one between, with their indents.
    width : int or None
        As `wrap_width` gives it.

    Returns
    -------
    list of str
        The lines that were meant, without indents.

    Examples
    --------
    >>> join_lines(["We reaffirm our commitment to full co-", "operation with the Organization."], 40)
    ['We reaffirm our commitment to full co-operation with the Organization.']
    """
    run = _with_names(_with_numbers(run))
    stripped = [line.strip() for line in run]
    if width is None or len(run) == 1:
        return [line for line in stripped if line]
    longest = max(map(len, run))
    width = min(width, longest) if longest >= NARROWEST else width
    indents = [len(line) - len(line.lstrip()) for line in run]
    base = sorted(indents)[len(indents) // 2]
    joined: list[list[str]] = [[stripped[0]]]
    for number, (line, following) in enumerate(pairwise(stripped), 1):
        told = number <= _HEADLINE and read_dateline(following) is not None
        if told or _breaks(line, following, indents[number] - base, width):
            joined.append([following])
        else:
            joined[-1][-1:] = joint(joined[-1][-1], following)
    return ["".join(pieces) for pieces in joined if any(pieces)]


def _with_numbers(run: list[str]) -> list[str]:
    """The lines, those that hold nothing but a paragraph's number, or the initial set before it, joined to the next."""
    if not any(len(line) <= _NUMBER and _LONE.fullmatch(line) for line in run[:-1]):
        return run
    joined: list[str] = []
    opener = ""
    for line in run:
        if not opener and len(line) <= _NUMBER and _LONE.fullmatch(line):
            opener = line.rstrip()
            continue
        initial = opener.strip().isalpha()
        if initial and not line.lstrip()[:1].islower():
            joined.append(opener)
            opener = ""
        joined.append(f"{opener}{'' if initial else ' '}{line.lstrip()}" if opener else line)
        opener = ""
    return [*joined, opener] if opener else joined


def _with_names(run: list[str]) -> list[str]:
    """The lines, those that break the name of a State within a list of names joined: "San", "Marino"."""
    joined = run[:1]
    for line in run[1:]:
        if len(joined[-1]) + len(line) <= _NAME and _is_name(joined[-1].strip(), line.strip()):
            indent = len(joined[-1]) - len(joined[-1].lstrip())
            joined[-1] = " " * indent + "".join(joint(joined[-1].strip(), line.strip()))
        else:
            joined.append(line)
    return joined


def _is_name(line: str, following: str) -> bool:
    """Whether two lines are one name, of which the second is none by itself."""
    name = "".join(joint(line, following))
    if not (name[:1].isupper() and following[:1].isupper() and _NAMELIKE.fullmatch(name)):
        return False
    return find_actor(name) is not None and find_actor(following) is None


def _breaks(line: str, following: str, indent: int, width: int) -> bool:
    """Whether the writer ended `line` here."""
    if following.startswith(":"):
        return False
    if line.endswith(":") and len(following) <= _ITEM and not following[0].islower():
        return True
    word = following.split(" ", 1)[0]
    fits = len(line) + 1 + len(word)
    if not line or not following:
        return True
    if following.endswith((",", ".", "!")) and len(following) <= _NAME and is_salutation(following):
        return True
    if line[-1].isdigit() and following[0].isalpha() and _is_day(line, following):
        return False
    if following.startswith(_OWN_LINE) or (following.startswith("1. ") and following[3:4].isupper()):
        return True
    if following[0].islower() and not line.endswith(_STOP):
        return (
            line.endswith(",") and fits <= 0.6 * width
        )  # a greeting, after which the text goes on in small letters
    if _GOES_ON.search(line[-8:]) and following[0].isalpha() and not _alone(following):
        return False
    goes_on = following[0].isdigit() and line[-1].isalnum() and len(line) >= NARROWEST
    if fits <= 0.8 * width and not goes_on:
        return True
    if indent >= 2 and indent < 12 and line.endswith(_STOP):
        return True
    if line.endswith((*_STOP, ",")) and _LISTED.match(following):
        return True
    return _alone(line) or _alone(following) or _is_capital(line) != _is_capital(following)


def _is_day(line: str, following: str) -> bool:
    """Whether a date is broken after its day."""
    day = line.rsplit(None, 1)[-1]
    return len(day) <= 2 and len(following) <= _DAY and parse_date(f"{day} {following}") is not None


def _alone(line: str) -> bool:
    """Whether a line is one of a header's that stand by themselves."""
    if len(line) > 60:
        return False
    return bool(parse_symbol(line) or JOURNAL_BY_NAME.match(line) or read_language(line) or parse_date(line))


def _is_capital(line: str) -> bool:
    """Whether a line of some length is all in capitals, as a title's are."""
    letters = list(filter(str.isalpha, line))
    return len(letters) > 8 and sum(map(str.isupper, letters)) > 0.85 * len(letters)
