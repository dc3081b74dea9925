"""The elements that a header's line is made of: symbol, date, languages, distribution, organization, label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from osce_analysis.documents.dates import find_date_ranges
from osce_analysis.documents.furniture import JOB_NUMBER
from osce_analysis.documents.labels import without_label
from osce_analysis.documents.languages import read_language
from osce_analysis.documents.symbols import Symbol, find_symbols

_ORGANISATION = re.compile(
    r"\b(?:of the )?(?:organi[sz]ation|conference) (?:for|on) security and co-?operation in(?: europe)?|"
    r"organisation pour la sécurité et la coopération en(?: europe)?|"
    r"organisation für sicherheit und zusammenarbeit in(?: europa)?|"
    r"organización para la seguridad y la cooperación en(?: europa)?|"
    r"organizzazione per la sicurezza e la cooperazione in(?: europa)?|"
    r"организация по безопасности и сотрудничеству в(?: европе)?|"
    r"(?:the )?(?:permanent|ministerial) council|forum for security co-?operation|conseil (?:permanent|ministériel)|"
    r"ständiger rat|ministerrat|consejo (?:permanente|ministerial)|consiglio (?:permanente|dei ministri)|"
    r"постоянный совет|совет министров|forum pour la coopération en matière de sécurité|"
    r"forum für sicherheitskooperation|"
    r"foro de cooperación en materia de seguridad|foro di cooperazione per la sicurezza|"
    r"форум по сотрудничеству в области безопасности|"
    r"\b(?:chair(?:man|person)?ship|vorsitz|présidence|presidencia|presidenza|председательство)"
    r"(?: [^\s:]{1,6}){0,2} ?:[^:\d]{0,60}$|"
    r"\bosce\b|обсе|secretariat",
    re.IGNORECASE,
)
# No organization is named without one of these.
_STEM = re.compile(
    "organi|conference|council|forum|conse|rat|consiglio|совет|chair|vorsitz|sid|foro|форум|председ|osce|обсе|secr|организаци"
)
_DISTRIBUTION = re.compile(
    r"\bOSCE\s?\+|\bRestr\.|\b(?:general|limited|restricted) distribution\b", re.IGNORECASE
)
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
    if mark := _DISTRIBUTION.search(rest):
        distribution = mark[0].replace(" ", "")
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
        lowered = rest.lower()
        bare = JOB_NUMBER.sub(" ", bare)
        bare = _ORGANISATION.sub(" ", bare) if _STEM.search(lowered) else bare
        bare = without_label(bare)
        bare = _DATE_WORDS.sub(" ", WEEKDAY.sub(" ", _HOUR.sub(" ", bare))) if ranges else bare
    return Masthead(
        symbol=symbol,
        dates=tuple(found.first for found in ranges),
        language=language.language if language else None,
        original=language.original if language else None,
        distribution=distribution or (symbol.distribution if symbol else None),
        rest=" ".join((bare if symbol or not bare.strip(_SIGNS) else rest).split()).strip(_SIGNS),
    )
