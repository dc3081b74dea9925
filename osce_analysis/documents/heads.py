"""The heads in a file under which a document may begin: a symbol, a label, a statement's title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from osce_analysis.documents.disclaimers import is_disclaimer
from osce_analysis.documents.furniture import JOB_NUMBER, PAGE
from osce_analysis.documents.kinds import INTERPRETATIVE
from osce_analysis.documents.labels import find_labels
from osce_analysis.documents.letters import small
from osce_analysis.documents.masthead import Masthead, read_masthead
from osce_analysis.documents.meetings import find_meeting
from osce_analysis.documents.openings import is_capital, is_salutation
from osce_analysis.documents.page_lines import is_page_line
from osce_analysis.documents.symbols import BODY, Symbol, find_symbols
from osce_analysis.documents.titles import DECISION, SPEECH

LONGEST = 200  # characters of a line of a head
LINES = 10  # lines of a head
MARKS = " \t*#_|>"
_TOP = 6_000  # characters in which a header's end is looked for
_NEAR = 60  # characters between a symbol and the label that belongs to it
_TITLES = (
    "RIGHT OF REPLY", "Right of reply", "Right of Reply", "DROIT DE RÉPONSE", "ПРАВО НА ОТВЕТ", "STATEMENT",
    "DÉCLARATION", "ERKLÄRUNG", "DECLARACIÓN", "DICHIARAZIONE", "ЗАЯВЛЕНИЕ", "INTERPRET",
)  # fmt: skip
_TITLE = re.compile("|".join(_TITLES))
# What answers within the meeting, under a title of its own.
REPLY = re.compile(r"[\W\d]{0,6}(?:right of reply|droit de réponse|право на ответ)\b[^.:;]*$", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")
_BODY = re.compile(rf"{BODY}[.(]")
_FLAT = re.compile(
    rf"[^.;\n]{{0,140}}?\b(?:Original|Оригинал)\s?:\s?\w+\b[^;\n]{{0,120}}?(?P<title>{DECISION.pattern})",
    re.IGNORECASE,
)
_JOB = re.compile(rf"{JOB_NUMBER.pattern}\s+\Z")
_BEFORE_SYMBOL = re.compile(r"[\s*#_]{0,8}(?:[-–—] ?\d{1,3} ?[-–—]\s?|[A-Z]{2,6}\d{1,6}\s)?")
_JOURNAL = re.compile(r"\b(?:journal|diario|giornale|журнал\w?)\b.{0,20}\d", re.IGNORECASE)
_BY = re.compile(
    r"(?:by |par |von |por |da |от имени )?(?:the |la |die |der |della )?(?:delegation|délégation|delegación|"
    r"delegazione|делегаци[ияей])\b",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"(?:ENGLISH|FRENCH|GERMAN|ITALIAN|RUSSIAN|SPANISH|FRANÇAIS|DEUTSCH|ITALIANO|РУССКИЙ|ESPAÑOL)\b|(?:Original|Оригинал)"
)


@dataclass(frozen=True)
class Head:
    """Where a document may begin: the symbol and label printed there, and the title under them."""

    start: int
    symbol: str | None = None
    series: str | None = None
    label: str | None = None
    printed: tuple[int, int] = (0, 0)  # where the label stands
    language: bool = False
    title: int | None = None  # where the title of a statement stands


def find_heads(text: str) -> list[Head]:
    """Find the heads in a file's text.

    Parameters
    ----------
    text : str
        As `layout.fold` gives it.

    Returns
    -------
    list of Head
        In the order of the text; those that a page repeats are among them.

    Examples
    --------
    >>> text = "PC.DEC/9001\\n2 May 2017\\nAttachment 1\\n\\nOriginal: ENGLISH\\n\\nWe note it."
    >>> [(head.symbol, head.label) for head in find_heads(text)][0]
    ('PC.DEC/9001', 'Att.1')
    """
    return sorted((*_labelled(text), *_mastheads(text), *_titled(text)), key=lambda head: head.start)


def _labelled(text: str) -> Iterator[Head]:
    """The labels that stand as heads do: under a symbol, or over a language or a statement's title."""
    line = stop = -1
    for start, end, name, owned in find_labels(text):
        if start >= stop:  # not on the line of the label before
            line, stop = _line(text, start)
        before = text[max(line, start - 2 * LONGEST) : start].strip(MARKS)
        after = text[end : min(stop, end + 2 * LONGEST)].strip(MARKS + ".")
        if len(before) > _NEAR:
            near = find_symbols(text[start - _NEAR : start])
            if not near or not is_official(text[start - _NEAR + near[-1][1] : start], blank=True):
                continue
            begin, symbols = _with_job(text, start - _NEAR + near[-1][0]), [near[-1][2]]
        elif before and not is_official(before):
            continue
        else:
            begin, symbols = _walk_back(text, line, [found for _, _, found in find_symbols(before)])
        flat = _LANGUAGE.match(after)
        if after and not flat and not is_official(after):
            continue
        below, title = _walk_on(text, end)
        symbols += [line.symbol for line in below if line.symbol]
        language = any(line.language or line.original for line in below) or flat is not None
        if flat and len(after) > _NEAR and SPEECH.search(small(after[:LONGEST])):
            title = end
        if symbols or language or owned or title is not None:
            found = symbols[0] if symbols else None
            symbol, series = (found.canonical, found.series) if found else (None, None)
            yield Head(begin, symbol, series, name, (start, end), language, title)


def _mastheads(text: str) -> Iterator[Head]:
    """The official heads of documents: a symbol on its line, a date, a language or body, and a title below."""
    seen: set[str] = set()
    for found in _BODY.finditer(text):
        line, stop = _line(text, found.start())
        if not _BEFORE_SYMBOL.fullmatch(text, line, found.start()) or stop - line > LONGEST:
            yield from _flat_masthead(text, found.start(), seen)
            continue
        printed = find_symbols(text[line : min(stop, line + LONGEST)])
        if not printed or printed[0][2].canonical in seen:
            continue
        own = not seen and not has_prose(text[:line])  # the file's own, under which nothing new begins
        seen.add(printed[0][2].canonical)
        if own or any(find_labels(text[line:stop])):
            continue
        first = _masthead(text[line:stop])
        if first.symbol is None or (first.rest and not _tells_meeting(first.rest)):
            continue
        below, title = _walk_on(text, stop, any_title=True)
        lines = [first, *below]
        told = any(part.language or part.original for part in lines) or len(below) > 1
        if title is None or not told or not any(part.dates for part in lines):
            continue
        if any(part.symbol for part in below) or any(find_labels(text[line:title])):
            continue
        begin, _ = _walk_back(text, line, [first.symbol])
        yield Head(begin, first.symbol.canonical, first.symbol.series, title=title)


def _flat_masthead(text: str, position: int, seen: set[str]) -> Iterator[Head]:
    """The official head of a decision within a line, as where a whole file is one line."""
    printed = find_symbols(text[position : position + _NEAR])
    if not printed or printed[0][0] or printed[0][2].canonical in seen:
        return
    own = not seen and not has_prose(text[:position])
    title = _FLAT.match(text, position + printed[0][1])
    if title or own:
        seen.add(printed[0][2].canonical)
    if title and not own:
        symbol = printed[0][2]
        begin = _with_job(text, position)
        yield Head(begin, symbol.canonical, symbol.series, title=title.start("title"))


def _titled(text: str) -> Iterator[Head]:
    """The lines that are a statement's title, for files in which nothing else parts the statements."""
    if not any(word in text for word in _TITLES):
        return
    stop = -1
    for found in _TITLE.finditer(text):
        if found.start() < stop:
            continue  # on the line of the one before
        start, stop = _line(text, found.start())
        line = _NUMBERED.sub("", text[start : min(stop, start + LONGEST)].strip(MARKS), count=1)
        reply = stop - start <= LONGEST and REPLY.match(line) is not None
        if stop - start > LONGEST or not (reply or is_capital(line)):
            continue
        if INTERPRETATIVE.match(small(line)) or (
            (reply or SPEECH.match(small(line))) and _greets(text, stop)
        ):
            yield Head(start, title=start)


def _greets(text: str, position: int) -> bool:
    """Whether a greeting follows within a few lines."""
    lines = (line.strip() for line in text[position : position + 600].split("\n"))
    return any(is_salutation(line) for line in [line for line in lines if line][:5])


def _with_job(text: str, position: int) -> int:
    """Where a head within a line begins: at the job number before its symbol, where there is one."""
    job = _JOB.search(text, max(0, position - _NEAR), position)
    return job.start() if job else position


def _walk_back(text: str, position: int, symbols: list[Symbol]) -> tuple[int, list[Symbol]]:
    """Where the official lines above a line begin, up to the symbol's, and the symbol where there was none."""
    symbols = list(symbols)
    for _ in range(LINES):
        window = max(0, position - 2 * LONGEST)
        above = text[window:position].rstrip()
        line = window + above.rfind("\n") + 1
        printed = above[line - window :].strip(MARKS)
        if not printed or len(printed) > LONGEST:
            break
        masthead = _masthead(printed)
        if masthead.rest or (symbols and (masthead.symbol or masthead.dates or masthead.language)):
            break
        if masthead.symbol:
            symbols.append(masthead.symbol)
        position = line
    return position, symbols


def _walk_on(text: str, position: int, *, any_title: bool = False) -> tuple[list[Masthead], int | None]:
    """The official lines below, and where the title of a statement (or any title) under them stands."""
    lines: list[Masthead] = []
    for found in re.finditer(r"[^\n]*\S[^\n]*", text[position : position + 1_000]):
        line = found[0].strip(MARKS)
        masthead = _masthead(line)
        if not line or not masthead.rest:
            lines.append(masthead)
        elif len(line) < LONGEST and _tells_meeting(line):
            if any_title:
                return lines, position + found.start()
        else:
            spoken = (
                SPEECH.search(small(line))
                or INTERPRETATIVE.search(small(line))
                or _BY.match(line)
                or is_salutation(line)
            )
            titled = any_title and (is_capital(line) or DECISION.match(line))
            short = len(line) < LONGEST
            return lines, position + found.start() if short and (spoken or titled) else None
        if len(lines) > LINES:
            break
    return lines, None


def has_prose(text: str) -> bool:
    """Whether a text holds more than a header."""
    lines = [line for line in map(str.strip, text[-_TOP:].split("\n")) if line and not is_page_line(line)]
    return len(lines) > 2 * LINES or any(
        is_salutation(line) or (len(line) > LONGEST and not is_disclaimer(line)) for line in lines
    )


def _tells_meeting(line: str) -> bool:
    """Whether a line names the meeting or its journal, not a speech there."""
    return bool(find_meeting(line, "PC") or _JOURNAL.search(line)) and not SPEECH.search(small(line))


def is_official(line: str, *, blank: bool = False) -> bool:
    """Whether a line holds the elements of a masthead and nothing else."""
    return blank if not line.strip(MARKS) else not _masthead(line).rest


def _masthead(line: str) -> Masthead:
    """The elements of a line without its page number."""
    return read_masthead(PAGE.sub("", line[:LONGEST]).strip(MARKS))


def _line(text: str, position: int) -> tuple[int, int]:
    """Where the line around a position begins and ends."""
    stop = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if stop < 0 else stop
