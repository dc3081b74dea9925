"""A header that extraction put on one line, parted again: disclaimer, languages, delegation, title, date, body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from osce_analysis.documents.dates import find_date_ranges
from osce_analysis.documents.layout import Block
from osce_analysis.documents.letters import small
from osce_analysis.documents.masthead import read_masthead
from osce_analysis.documents.meetings import find_meeting
from osce_analysis.documents.openings import SALUTATION_INSIDE, is_capital, is_salutation
from osce_analysis.documents.places import place_before_date
from osce_analysis.documents.symbols import find_symbols
from osce_analysis.documents.titles import SPEECH

SHORTEST = 120  # characters; a shorter line is left as it is
_HEAD = 500  # characters; a language line that stands later is no header's
_BLOCKS = 8  # a header begins within so many blocks
_DISCLAIMER = re.compile(
    r"The OSCE Secretariat bears no responsibility\b.{0,600}?agreed by(?: the)? OSCE participating States\.?"
)
_LABELS = (
    "ENGLISH", "FRENCH", "GERMAN", "ITALIAN", "RUSSIAN", "SPANISH", "РУССКИЙ", "DEUTSCH", "FRANÇAIS", "ESPAÑOL",
    "ITALIANO",
)  # fmt: skip
_LABEL = rf"(?:{'|'.join(_LABELS)})"
_ORIGINAL = rf"(?:Originale?|Оригинал)\s?:\s?[^\W\d_]{{4,12}}\b(?:\s?(?:and|et|und|/)\s?{_LABEL}\b)?"
# A label alone is one only beside a symbol or date: "THE RUSSIAN FEDERATION" is none.
_LANGUAGE = re.compile(
    rf"\b{_LABEL} only\b|\b{_LABEL}\s+{_ORIGINAL}|\b{_ORIGINAL}|(?<=\d )(?:OSCE\+ )?{_LABEL}\b(?! FEDERATION)"
)
_LITERALS = ("The OSCE Secretariat", "Original", "Оригинал", *_LABELS)  # one stands in each flat header
_TITLE_WORDS = 4  # capital words in a row that make a title
_SMALL = re.compile(r"[a-zà-ÿа-я]")
_GLUED = re.compile(r"\d{1,2}\.? [^\W\d_]{3,12} (?:19|20)\d\d(?=[^\W\d_]{2})")
_NUMBERED_MEETING = re.compile(r"\d{1,4}(?:(?:st|nd|rd|th|e|m?a|è?me|-[а-я]{1,2})\b|[ªº])|\d{2,4}\.$")
# What opens the body of a journal or a long document: no title reaches beyond it.
_BODY = re.compile(
    r"(?:\b1\. ?)?(?:\b2\. )?\b(?:Date|Datum|Fecha|Data|Дата) ?: |"
    r"\b(?:TABLE OF CONTENTS|Table of contents|TABLE DES MATI[EÈ]RES|INHALTSVERZEICHNIS|ÍNDICE|INDICE|СОДЕРЖАНИЕ)\b"
)
_HEADER = 600  # characters; no title ends later
# "Madrid, 29-XI-07 Señores Ministros,": a place and a day before the greeting.
_PLACE = re.compile(r"[^\W\d_][\w.’'-]{2,20}(?: [^\W\d_][\w.’'-]{2,20})?,? (?:le |den |el |am )?")
# A letterhead before a title that is not in capitals, and the line under the title that tells who delivered.
_LETTERHEAD = re.compile(
    r"(?:(?:permanent|united states) )?(?:mission (?:of|to)|delegation (?:of|to)|делегация) [^.,:;]{3,90}? "
    r"(?=(?:(?:joint|opening|closing) )?(?:statement|response|reply|remarks|intervention|заявление|выступление)\b)|"
    r"[^.,:;]{0,60}?\b(?:mission|delegation|délégation|représentation|vertretung|представительство)\b"
    r"[^.,:;]{0,60}?(?:to the|auprès de l['’]|bei der|при) ?"
    r"(?:OSCE|OSZE|ОБСЕ|Organi[sz]ation for Security and Co-?operation in Europe)(?!\w| (?:and|et|und|и)\b)|"
    r"European Union(?= )",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[^()]{0,30}\)")  # the end of "(2 May 2016, Vienna)"
_DAY = 3  # characters: "17."
_SYMBOL = 40  # characters; no symbol is longer
# Where the body of a statement without a greeting begins.
_OPENED = re.compile(r" (?=1\. ?[A-ZÀ-ŽА-Я]|The (?:European Union|EU) (?!statement)[a-z])")
_TITLE = re.compile(
    r"\b(?:(?:Joint|Opening|Closing|EU) )?(?:Statement|Response|Reply|Remarks|Address|Intervention|Déclaration|"
    r"Erklärung|Stellungnahme|Declaración|Intervención|Dichiarazione|Intervento|Заявление|Выступление)\b"
)
_DELIVERED = re.compile(
    r"\b(?:As )?(?:delivered|prepared for delivery) (?:by|at|to) (?:the )?[A-Z]", re.IGNORECASE
)


def unfold(blocks: Sequence[Block]) -> list[Block]:
    """Part the lines that hold a whole header; other blocks stay as they are.

    Parameters
    ----------
    blocks : sequence of Block
        As `layout.blocks` gives them.

    Returns
    -------
    list of Block
        The same words in the same order.

    Examples
    --------
    >>> flat = "PC.DEL/9001/21 2 December 2021 ENGLISH only STATEMENT BY THE DELEGATION OF CANADA Mr. Chair, "
    >>> flat += "we agree. " * 20
    >>> [block.text[:43] for block in unfold([Block((flat,))])][:3]
    ['PC.DEL/9001/21 2 December 2021', 'ENGLISH only', 'STATEMENT BY THE DELEGATION OF CANADA']
    """
    unfolded: list[Block] = []
    for number, block in enumerate(blocks):
        if number < _BLOCKS and any(map(_GLUED.match, block.lines)):
            block = Block(tuple(piece for line in block.lines for piece in _unglued(line)), block.bold)
        greeted = _greeted(block.lines[-1]) if number < 2 * _BLOCKS else None
        if greeted:
            title, greeting = greeted
            unfolded += [Block((*block.lines[:-1], title), block.bold), Block((greeting,))]
        elif number < _BLOCKS and (any(map(_is_flat, block.lines)) or _goes_on(block, unfolded)):
            for line in block.lines:
                pieces = _pieces(line) if _is_flat(line) or len(block.lines) == 1 else (line,)
                unfolded += [Block((piece,), block.bold) for piece in pieces]
        else:
            unfolded.append(block)
    return unfolded


def _unglued(line: str) -> tuple[str, ...]:
    """A line's day and what was glued to it: "3 May 2021Mr. Chair,"."""
    day = _GLUED.match(line)
    return (day[0], line[day.end() :]) if day else (line,)


def _greeted(line: str) -> tuple[str, str] | None:
    """The end of a title in capitals, and the greeting that follows it on the line."""
    start = _SMALL.search(line) if line.endswith(",") and len(line) < SHORTEST else None
    words = line.rfind(" ", 0, start.start()) if start else -1
    title, greeting = line[: max(words, 0)].rstrip(), line[words + 1 :]
    return (title, greeting) if title and is_capital(title) and is_salutation(greeting) else None


def _is_flat(line: str) -> bool:
    """Whether a long line holds more of a header than a disclaimer."""
    if len(line) < SHORTEST:
        return False
    opens = any(map(_stands_in_title, line.split(maxsplit=1)[:1]))
    if opens and SPEECH.search(small(line[:SHORTEST])) and _is_titled(line):
        return True
    if _official(line):
        return True
    if not any(literal in line for literal in _LITERALS):
        return False
    disclaimer = _DISCLAIMER.search(line)
    if disclaimer:
        return bool(line[disclaimer.end() :].strip() or line[: disclaimer.start()].strip())
    return _LANGUAGE.search(line, 0, _HEAD) is not None


def _official(line: str) -> int:
    """Where the symbol and day end with which a line begins; 0 where it does not."""
    if "/" not in line[:_SYMBOL] or not (symbols := find_symbols(line[:_SYMBOL])) or symbols[0][0]:
        return 0
    day = next(iter(find_date_ranges(line[: 2 * SHORTEST])), None)
    between = line[symbols[0][1] : day.start] if day else "."
    return day.end if day and not read_masthead(between).rest else 0


def _goes_on(block: Block, before: Sequence[Block]) -> bool:
    """Whether a long line goes on a header whose languages stand above it."""
    line = block.text
    if len(block.lines) > 1 or len(line) < SHORTEST or not before or not _LANGUAGE.search(before[-1].text):
        return False
    return bool(_LETTERHEAD.match(line) or SALUTATION_INSIDE.search(line, 1, _HEADER) or _is_titled(line))


def _is_titled(line: str) -> bool:
    """Whether a line begins with a title in capitals, and goes on to a greeting."""
    title = _capitals(line, 2 * _TITLE_WORDS)
    return (
        title is not None and title[0] == 0 and SALUTATION_INSIDE.search(line, title[1], _HEADER) is not None
    )


def _pieces(line: str) -> Iterator[str]:
    """The pieces of a flat header, in order; empty ones left out."""
    disclaimer = _DISCLAIMER.search(line)
    if disclaimer:
        yield from filter(None, (line[: disclaimer.start()].strip(), disclaimer[0]))
        line = line[disclaimer.end() :].strip()
    language = _LANGUAGE.search(line, 0, _HEAD)
    if language:
        yield from filter(None, (line[: language.start()].strip(), language[0]))
        line = line[language.end() :].strip()
    elif official := _official(line):
        yield line[:official]
        line = line[official:].strip()
    body = _BODY.search(line, 0, _HEADER)
    if body:
        yield from filter(None, _titled(line[: body.start()].strip(), fewest=2))
        yield line[body.start() :]
    else:
        yield from _head(line)


def _head(line: str) -> Iterator[str]:
    """What stands below the official block: letterhead, title, who delivered, the day, the body."""
    letterhead = _LETTERHEAD.match(line)
    if letterhead:
        yield letterhead[0].strip()
        line = line[letterhead.end() :].strip()
    opened = _OPENED.search(line, 0, _HEADER)
    head = line[: opened.start()] if opened else line
    *titled, head = _titled(head, fewest=_TITLE_WORDS)
    yield from filter(None, titled)
    line = f"{head} {line[opened.end() :]}".lstrip() if opened else head
    dates = find_date_ranges(line[:60])
    if dates and (dates[0].start <= 2 or _PLACE.fullmatch(line, 0, dates[0].start)):
        bracket = _BRACKET.match(line, dates[0].end) if line[0] == "(" else None
        end = bracket.end() if bracket else dates[0].end
        yield line[:end].strip()
        line = line[end:].strip()
    salutation = SALUTATION_INSIDE.search(line, 0, _HEADER)
    if salutation and salutation.start():
        head = line[: salutation.start()].strip()
        speech = _TITLE.search(head)
        title = speech.start() if speech else 0
        delivered = _DELIVERED.search(head, title)
        cut = delivered.start() if delivered else len(head)
        yield from filter(None, (head[:title].strip(), head[title:cut].strip(), head[cut:]))
        line = line[salutation.start() :]
    elif not salutation:
        *told, line = _told(line)
        yield from filter(None, told)
    if line:
        yield line


def _told(line: str) -> Iterator[str]:
    """What stands before a body without a greeting: the meeting or who delivered, with the day, and a title."""
    delivered = _DELIVERED.search(line, 0, _HEADER)
    start = delivered.start() if delivered else 0
    day = next(iter(find_date_ranges(line[start : start + _HEAD])), None)
    above = line[start : start + day.start] if day else ""
    if day and (delivered or find_meeting(above) or place_before_date(line[: day.end])):
        yield from (line[:start].strip(), line[start : start + day.end].strip())
        line = line[start + day.end :].strip()
    opened = _OPENED.search(line, 0, _HEADER) if SPEECH.search(small(line[:SHORTEST])) else None
    if opened:
        yield line[: opened.start()]
        line = line[opened.end() :]
    yield line


def _titled(line: str, *, fewest: int) -> tuple[str, ...]:
    """What stands before the first title in capitals, the title, and what follows it; where none is, the line."""
    title = _capitals(line, fewest)
    if title is None:
        return (line,)
    return line[: title[0]].strip(), line[title[0] : title[1]].strip(), line[title[1] :].strip()


def _stands_in_title(word: str) -> bool:
    """Whether a word is in capitals ("l'OSCE" is not), or an ordinal in digits."""
    return (is_capital(word) and not word[0].islower()) or _NUMBERED_MEETING.match(word) is not None


def _capitals(line: str, fewest: int) -> tuple[int, int] | None:
    """Where the first run of at least so many capital words stands."""
    run: list[re.Match[str]] = []
    for word in re.finditer(r"\S+", line[:1500]):
        if _stands_in_title(word[0]) or (run and not any(map(str.isalpha, word[0]))):
            run.append(word)
            continue
        if len(run) >= fewest:
            break
        run = []
    while run and len(run[-1][0]) <= _DAY and run[-1][0].strip(".,(").isdigit():
        run.pop()  # the day of a date that follows
    return (run[0].start(), run[-1].end()) if len(run) >= fewest else None
