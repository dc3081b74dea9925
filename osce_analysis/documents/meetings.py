"""Which meeting a text names: ``at the twenty-eighth meeting of the Ministerial Council`` -> ("MC", 28)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from osce_analysis.documents.letters import small
from osce_analysis.documents.ordinals import find_written

# All patterns are for small letters.
# Body: its names in the six languages, as patterns without case. Longer names first within a body.
BODY_NAMES: dict[str, str] = {
    "MC": r"Ministerial Council|Council of Ministers|Ministerial Meeting|Conseil ministériel|"
    r"Conseil des ministres|Minister(?:rat|treffen)(?:e?s)?(?:treffens?)?|Consejo Ministerial|"
    r"Consejo de Ministros|Consiglio dei Ministri|Consiglio Ministeriale|"
    r"Сове(?:т[аеу]?|щани[еияю]) министров|СМИД|Совет[аеу]? министров иностранных дел|MC(?= meeting)|"
    r"(?<=(?:at|to) the )MC",
    "PC": r"Permanent Council|Conseil permanent|Ständigen? Rate?s?|Ständiger Rat|Consejo Permanente|"
    r"Consiglio Permanente|Постоянн(?:ый|ого|ом|ому) Совет[аеу]?|Постсовет[аеу]?|Постійн\w{1,3} рад\w|PC(?= meeting)|"
    r"(?<=(?:at|to) the )PC",
    "FSC": r"Forum (?:for|on) Security Co-?operation|Forum pour la coopération en matière de sécurité|"
    r"Forums? für Sicherheitskooperation|Foro de Cooperación en materia de Seguridad|"
    r"Foro di cooperazione per la sicurezza|Форум[аеу]?(?: ОБСЕ)? по сотрудничеству в области безопасности|FSC",
    "SUM": r"Summit|Sommet|Gipfeltreffens?|Cumbre|Vertice|саммит[аеу]?|встреч[аеи] на высшем уровне|"
    r"Meeting of Heads of State or Government",
    "HDIM": r"Human Dimension Implementation Meeting|HDIM",
    "EEF": r"Economic and Environmental Forum|Forum économique et environnemental|Wirtschafts- und Umweltforums?|"
    r"Foro Económico y Medioambiental|Foro Economico e Ambientale|Экономико-экологическ\w{2,3} форум\w?",
    "RC": r"Review Conference",
}
_DIGITS = re.compile(
    r"(?<![\d./])(?P<digits>\d{1,4})(?:\s?(?:st|nd|rd|th)\b|-?(?:м|е|ое|ой|го|ом|я|му|й|ая|ую|m[oa]|esim[oa])\b|\s?[ªº°]|\.(?=\s[^\W\d])|"
    r"e\b|[eè]me\b|\s?[ae](?=\s(?:seduta|riunione|sessione|séance|réunion|session)\b)|(?=\s(?:pc|fsc|mc)\s))"
)
_NAMED = "|".join(rf"(?P<{body}>{names.lower()})" for body, names in BODY_NAMES.items()).replace(" ", r"\s")
_BODY = re.compile(rf"\b(?:{_NAMED})\b")
# No body and no meeting is named without one of these.
_STEMS = (
    "counc", "meeting", "forum", "summit", "session", "conference", "conseil", "sommet", "séance", "réunion",
    "rat", "treffen", "gipfel", "sitzung", "consej", "foro", "cumbre", "sesión", "reunión", "consiglio", "vertice",
    "рад", "seduta", "riunione", "совет", "форум", "саммит", "смид", "совещани", "встреч", "заседани",
    "mc", "pc", "fsc", "hdim",
)  # fmt: skip
_ROMAN = re.compile(r"x(?<![\w./-].)x{0,2}(?:ix|iv|v?i{0,3})(?![\w./-])")  # from ten on: "vi" is also a word
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
_JOINT = re.compile(r"\b(?:joint|conjointe|commune|gemeinsame\w?|conjunta|congiunta|совместн\w{1,3})\b")
# "MC(12) Journal No. 2", "PC Journal No. 1126"; the Forum's journals have numbers of their own.
_NUMBERED_BODY = re.compile(
    r"\b(?P<body>mc|pc)(?:\s?\(\s?|\s(?:journal|diario|giornale)\sn[or°º]\s?\.?\s?)(?P<number>\d{1,4})\b"
)
# "1296th PLENARY MEETING OF THE COUNCIL" of a journal: which council, its symbol says.
_COUNCIL = r"council|rate?s?|conseil|consejo|consiglio|совет[аеу]?"
_MEETING = (
    r"(?:meeting|session|séance|réunion|(?:plenar)?sitzung|treffens?|tagung|sesión|reunión|seduta|riunione|"
    r"заседани[еяи]|встреч[аеи])"
)
_PLAIN = {
    body: re.compile(rf"\b{_MEETING}\b(?:.{{0,40}}?\b(?:{names})\b)?")
    for body, names in {"MC": _COUNCIL, "PC": _COUNCIL, "FSC": r"forums?|foro|форум[аеу]?"}.items()
}
_NUMBER_AFTER = re.compile(
    r",?\s?(?:n[or]?\s?[.°º]?\s?)?(?P<number>\d{1,4})(?![\d./]|[–-]\d)(?!\s[a-zа-я]+\s\d{4})|"
    rf"\s?\((?P<nth>\d{{1,4}})[^\s()\d]{{0,3}}\s{_MEETING}\)"  # "(1080. Plenarsitzung)"
)
_MEETS = re.compile(
    rf"\s(?:(?:\([^()]{{1,30}}\)|[^\W\d][^\s,.;:()]{{0,20}})\s){{0,2}}(?:{_MEETING}\b)|[\s-](?:(?:osce|osze|обсе)[\s-])?{_BODY.pattern}"
)
_LONGEST = 2_000  # characters; no line that names a meeting is longer
_REACH = 90  # characters between the number and the body's name


class Meeting(NamedTuple):
    """A meeting that a text names, and the words that name it."""

    body: str
    number: int | None
    start: int
    end: int


def find_meeting(text: str, body: str | None = None) -> Meeting | None:
    """Find the meeting that a title or header line names.

    Parameters
    ----------
    text : str
        A line or title, in any of the six languages.
    body : str, optional
        The body of the document's symbol: which council "the Council" is.

    Returns
    -------
    Meeting or None
        The first meeting with a number, else the first body named; None where no body is.

    Examples
    --------
    >>> find_meeting("AT THE TWENTY-EIGHTH MEETING OF THE OSCE MINISTERIAL COUNCIL")[:2]
    ('MC', 28)
    >>> find_meeting("на 1149-м заседании Постоянного совета ОБСЕ")[:2]
    ('PC', 1149)
    """
    return _find_meeting(small(text[:_LONGEST]), body)


@lru_cache(maxsize=256)  # a line of a header is read for its role, its place and its subject
def _find_meeting(text: str, body: str | None) -> Meeting | None:
    if not any(stem in text for stem in _STEMS):
        return None
    numbered = _NUMBERED_BODY.search(text)
    if numbered:
        return Meeting(numbered["body"].upper(), int(numbered["number"]), *numbered.span())
    named = _bodies(text, body)
    if not named:
        return None
    ordinals = sorted([*_in_digits(text), *_in_words(text), *_in_roman(text)], key=lambda ordinal: ordinal[1])
    for start, end, code in named:
        before = [o for o in ordinals if o[1] <= start <= o[1] + _REACH and "." not in text[o[1] + 1 : start]]
        if before:
            first, _, number = before[-1]
            return Meeting(_joint(code, text[first:], named), number, first, end)
        after = _NUMBER_AFTER.match(text, end)
        if after and not 1973 <= int(after["number"] or after["nth"]) <= 2072:
            return Meeting(code, int(after["number"] or after["nth"]), start, after.end())
    start, end, code = named[0]
    return Meeting(_joint(code, text, named), None, start, end)


def _bodies(text: str, body: str | None) -> list[tuple[int, int, str]]:
    """The bodies named: (start, end, code)."""
    found = [(match.start(), match.end(), str(match.lastgroup)) for match in _BODY.finditer(text)]
    if not found and body in _PLAIN and (plain := _PLAIN[body].search(text)):
        return [(*plain.span(), body)]
    return found


def _joint(code: str, text: str, named: list[tuple[int, int, str]]) -> str:
    """FSC-PC where both are named and the meeting is a joint one."""
    both = {"FSC", "PC"} <= {body for *_, body in named}
    return "FSC-PC" if both and _JOINT.search(text) else code


def _in_digits(text: str) -> Iterator[tuple[int, int, int]]:
    """The ordinals in digits: (start, end, number)."""
    for found in _DIGITS.finditer(text):
        yield found.start(), found.end(), int(found["digits"])


def _in_roman(text: str) -> Iterator[tuple[int, int, int]]:
    """The Roman numbers that a meeting or a body follows: "xxix ministerial council"."""
    for found in _ROMAN.finditer(text):
        if _MEETS.match(text, found.end()):
            values = [_ROMAN_DIGITS[digit] for digit in found[0]]
            signed = (-a if a < b else a for a, b in pairwise([*values, 0]))
            yield found.start(), found.end(), sum(signed)


def _in_words(text: str) -> Iterator[tuple[int, int, int]]:
    """The ordinals in words that a meeting or a body follows: "the first Deputy Minister" is none."""
    return (ordinal for ordinal in find_written(text) if _MEETS.match(text, ordinal[1]))
