"""The elements that a header's line is made of: symbol, date, languages, distribution, organization, label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from osce_analysis.documents.dates import find_date_ranges
from osce_analysis.documents.furniture import JOB_NUMBER
from osce_analysis.documents.labels import without_label
from osce_analysis.documents.languages import read_language
from osce_analysis.documents.letters import small
from osce_analysis.documents.symbols import Symbol, find_symbols

# The names of the organization and its bodies in small letters, each after words that stand in every form of it.
ORGANISATIONS: tuple[tuple[str, str], ...] = (
    (
        "security and co",
        r"\b(?:of the )?(?:organi[sz]ation|conference) (?:for|on) security and co-?operation in(?: europe)?",
    ),
    ("organisation pour", r"organisation pour la sécurité et la coopération en(?: europe)?"),
    ("organisation für", r"organisation für sicherheit und zusammenarbeit in(?: europa)?"),
    ("organización para", r"organización para la seguridad y la cooperación en(?: europa)?"),
    ("organizzazione per", r"organizzazione per la sicurezza e la cooperazione in(?: europa)?"),
    ("организация по", r"организация по безопасности и сотрудничеству в(?: европе)?"),
    ("council", r"(?:the )?(?:permanent|ministerial) council"),
    ("conseil", r"conseil (?:permanent|ministériel)"),
    ("rat", r"ständiger rat|ministerrat"),
    ("consejo", r"consejo (?:permanente|ministerial)"),
    ("consiglio", r"consiglio (?:permanente|dei ministri)"),
    ("совет", r"постоянный совет|совет министров"),
    ("forum for", r"forum for security co-?operation"),
    ("forum pour", r"forum pour la coopération en matière de sécurité"),
    ("forum für", r"forum für sicherheitskooperation"),
    ("foro de", r"foro de cooperación en materia de seguridad"),
    ("foro di", r"foro di cooperazione per la sicurezza"),
    ("форум по", r"форум по сотрудничеству в области безопасности"),
    (
        ":",
        r"\b(?:chair(?:man|person)?ship|vorsitz|présidence|presidencia|presidenza|председательство)"
        r"(?: [^\s:]{1,6}){0,2} ?:[^:\d]{0,60}$",
    ),
    ("osce", r"\bosce\b"),
    ("обсе", r"обсе"),
    ("secretariat", r"secretariat"),
)
_ORGANISATIONS = tuple((words, re.compile(pattern)) for words, pattern in ORGANISATIONS)
_DISTRIBUTION = re.compile(r"\b(?:osce\s?\+|restr\.|(?:general|limited|restricted) distribution\b)")
WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|"
    r"domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|понедельник|вторник|среда|четверг|"
    r"пятница|суббота|воскресенье)\b",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)(?: ?(?:[ap]\.?m\.?|hrs|h|uhr)\b)?", re.IGNORECASE
)  # of a page's date
_DATE_WORDS = re.compile(r"\b(?:года|г|от|of|le|den|am|date|issued)\b\.?", re.IGNORECASE)
LONGEST = 160  # characters; what is left of a longer line is no organization's name
_SIGNS = " ,;:.*|<>•–—()_\f/-"


@dataclass(frozen=True)
class Masthead:
    """The elements of one line, and what is left of it without them."""

    symbol: Symbol | None
    dates: tuple[date, ...]
    language: str | None
    original: str | None
    distribution: str | None
    rest: str

    @property
    def is_official(self) -> bool:
        """Whether the line bears what only an official header bears: a symbol or a language."""
        return bool(self.symbol or self.language or self.original)


def read_masthead(line: str) -> Masthead:
    """Take a header's line apart.

    Parameters
    ----------
    line : str
        One line.

    Returns
    -------
    Masthead
        Its elements; `rest` is what is no element, empty for a line of a masthead.

    Examples
    --------
    >>> read_masthead("AUSTRIA Original: GERMAN").rest
    'AUSTRIA'
    >>> read_masthead("PC.DEL/73/20 30 January 2020").dates
    (datetime.date(2020, 1, 30),)
    """
    rest, symbol, distribution = line, None, None
    for start, end, found in reversed(find_symbols(rest)):
        symbol, rest = found, rest[:start] + " " + rest[end:]
    if mark := _DISTRIBUTION.search(small(rest)):
        distribution = rest[mark.start() : mark.end()].replace(" ", "")
        rest = rest[: mark.start()] + " " + rest[mark.end() :]
    ranges = find_date_ranges(rest)
    for found_range in reversed(ranges):
        rest = rest[: found_range.start] + " " + rest[found_range.end :]
    if symbol or ranges:
        rest = JOB_NUMBER.sub(" ", rest)
    language = read_language(rest.strip(_SIGNS))
    if language:
        rest = rest.strip(_SIGNS)[: language.start] + " " + rest.strip(_SIGNS)[language.end :]
    bare = rest
    if len(rest) <= LONGEST:
        bare = without_label(_without_organisation(JOB_NUMBER.sub(" ", bare)))
        bare = _DATE_WORDS.sub(" ", WEEKDAY.sub(" ", _HOUR.sub(" ", bare))) if ranges else bare
    return Masthead(
        symbol=symbol,
        dates=tuple(found.first for found in ranges),
        language=language.language if language else None,
        original=language.original if language else None,
        distribution=distribution or (symbol.distribution if symbol else None),
        rest=" ".join((bare if symbol or not bare.strip(_SIGNS) else rest).split()).strip(_SIGNS),
    )


def _without_organisation(line: str) -> str:
    """A line without the names of the organization and its bodies."""
    lowered = small(line)
    for words, pattern in _ORGANISATIONS:
        if words in lowered:
            for found in reversed([*pattern.finditer(small(line))]):
                line = line[: found.start()] + " " + line[found.end() :]
    return line
