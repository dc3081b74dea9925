"""Which meeting a text names: ``at the twenty-eighth meeting of the Ministerial Council`` -> ("MC", 28)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# Body: its names in the six languages, as patterns without case. Longer names first within a body.
BODY_NAMES: dict[str, str] = {
    "MC": r"Ministerial Council|Council of Ministers|Ministerial Meeting|Conseil ministériel|"
    r"Conseil des ministres|Ministerrate?s?|Consejo Ministerial|Consejo de Ministros|Consiglio dei Ministri|"
    r"Consiglio Ministeriale|Совет[аеу]? министров|СМИД|Совет[аеу]? министров иностранных дел|MC(?= meeting)|(?<=(?:at|to) the )MC",
    "PC": r"Permanent Council|Conseil permanent|Ständigen? Rate?s?|Ständiger Rat|Consejo Permanente|"
    r"Consiglio Permanente|Постоянн(?:ый|ого|ом|ому) Совет[аеу]?|Постійн\w{1,3} рад\w|PC(?= meeting)|(?<=(?:at|to) the )PC",
    "FSC": r"Forum (?:for|on) Security Co-?operation|Forum pour la coopération en matière de sécurité|"
    r"Forums? für Sicherheitskooperation|Foro de Cooperación en materia de Seguridad|"
    r"Foro di cooperazione per la sicurezza|Форум[аеу]?(?: ОБСЕ)? по сотрудничеству в области безопасности|FSC",
    "SUM": r"Summit|Sommet|Gipfeltreffens?|Cumbre|Vertice|саммит[аеу]?|встреч[аеи] на высшем уровне|"
    r"Meeting of Heads of State or Government",
    "HDIM": r"Human Dimension Implementation Meeting|HDIM",
    "EEF": r"Economic and Environmental Forum",
    "RC": r"Review Conference",
}
_UNITS_EN = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_CARDINALS_EN = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
# Russian stems; the ending gives the case.
_UNITS_RU = {
    "перв": 1, "втор": 2, "треть": 3, "четверт": 4, "четвёрт": 4, "пят": 5, "шест": 6, "седьм": 7,
    "восьм": 8, "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13,
    "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18,
    "девятнадцат": 19, "двадцат": 20, "тридцат": 30,
}  # fmt: skip

_WORDS_EN = "|".join(sorted(_UNITS_EN, key=len, reverse=True))
_TENS_EN = "|".join(_CARDINALS_EN)
_WORDS_RU = "|".join(sorted(_UNITS_RU, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"\b(?P<tens_en>(?:(?:{_TENS_EN}|hundred|and)[\s-]){{0,4}})(?P<en>{_WORDS_EN})\b"
    rf"|\b(?P<tens_ru>(?:двадцать|тридцать) )?(?P<ru>{_WORDS_RU})(?:ый|ой|ая|ое|ого|ом|ем|ую|ей|ье|ья|ьей|ьего|ьем)\b"
    r"|(?<![\d./])(?P<digits>\d{1,4})(?:\s?(?:st|nd|rd|th)\b|-?(?:м|е|ое|ой|го|ом|я|му)\b|[ªº°]|\.(?=\s[^\W\d])|"
    r"e\b|[eè]me\b|(?=\s(?:PC|FSC|MC)\s))",
    re.IGNORECASE,
)
_BODY = re.compile(
    "|".join(
        rf"(?P<{body}>\b(?:{names.replace(' ', chr(92) + 's')})\b)" for body, names in BODY_NAMES.items()
    ),
    re.IGNORECASE,
)
# No body and no meeting is named without one of these.
_STEMS = (
    "counc", "meeting", "forum", "summit", "session", "conference", "conseil", "sommet", "séance", "réunion",
    "rat", "gipfel", "sitzung", "consej", "foro", "cumbre", "sesión", "reunión", "consiglio", "vertice", "рад",
    "seduta", "riunione", "совет", "форум", "саммит", "смид", "встреч", "заседани", "mc", "pc", "fsc", "hdim",
)  # fmt: skip
_NUMBER_AFTER = re.compile(
    r",?\s?(?:(?:No|Nr|n|N)\s?[.°º]?\s?)?(\d{1,4})(?![\d./])(?!\s[A-Za-zА-я]+\s\d{4})", re.IGNORECASE
)
_JOINT = re.compile(
    r"\b(?:joint|conjointe|gemeinsame\w?|conjunta|congiunta|совместн\w{1,3})\b", re.IGNORECASE
)
# "MC(12) Journal No. 2", "PC Journal No. 1126"; the Forum's journals have numbers of their own.
_NUMBERED_BODY = re.compile(
    r"\b(?P<body>MC|PC)(?:\s?\(\s?|\s(?:Journal|Diario|Giornale)\sN[or°º]\s?\.?\s?)(?P<number>\d{1,4})\b",
    re.IGNORECASE,
)
# "1296th PLENARY MEETING OF THE COUNCIL" of a journal: which council, its symbol says.
_PLAIN = {
    "MC": r"Council|Rate?s?|Conseil|Consejo|Consiglio|Совет[аеу]?",
    "PC": r"Council|Rate?s?|Conseil|Consejo|Consiglio|Совет[аеу]?",
    "FSC": r"Forums?|Foro|Форум[аеу]?",
}
_MEETING = (
    r"(?:meeting|session|séance|réunion|sitzung|sesión|reunión|seduta|riunione|заседани[еяи]|встреч[аеи])"
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
    return _find_meeting(text[:_LONGEST], body)


@lru_cache(maxsize=256)  # a line of a header is read for its role, its place and its subject
def _find_meeting(text: str, body: str | None) -> Meeting | None:
    numbered = _NUMBERED_BODY.search(text)
    if numbered:
        return Meeting(numbered["body"].upper(), int(numbered["number"]), *numbered.span())
    named = _bodies(text, body)
    if not named:
        return None
    ordinals = [(match.start(), match.end(), _ordinal(match)) for match in _ORDINAL.finditer(text)]
    for start, end, code in named:
        before = [o for o in ordinals if o[1] <= start <= o[1] + _REACH and "." not in text[o[1] + 1 : start]]
        if before:
            first, _, number = before[-1]
            return Meeting(_joint(code, text[first:], named), number, first, end)
        after = _NUMBER_AFTER.match(text, end)
        if after and not 1973 <= int(after[1]) <= 2072:
            return Meeting(code, int(after[1]), start, after.end())
    return Meeting(named[0][2], None, *named[0][:2])


def _bodies(text: str, body: str | None) -> list[tuple[int, int, str]]:
    """The bodies named: (start, end, code)."""
    lowered = text.lower()
    if not any(stem in lowered for stem in _STEMS):
        return []
    found = [(match.start(), match.end(), str(match.lastgroup)) for match in _BODY.finditer(text)]
    if not found and body in _PLAIN:
        plain = re.search(rf"\b{_MEETING}\b(?:.{{0,40}}?\b(?:{_PLAIN[body]})\b)?", text, re.IGNORECASE)
        return [(*plain.span(), body)] if plain else []
    return found


def _joint(code: str, text: str, named: list[tuple[int, int, str]]) -> str:
    """FSC-PC where both are named and the meeting is a joint one."""
    both = {"FSC", "PC"} <= {body for *_, body in named}
    return "FSC-PC" if both and _JOINT.search(text) else code


def _ordinal(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"])
    if match["ru"]:
        tens = {"двадцать": 20, "тридцать": 30}.get((match["tens_ru"] or "").strip().lower(), 0)
        return tens + _UNITS_RU[match["ru"].lower()]
    number = 0
    for word in re.findall(r"[a-z]+", (match["tens_en"] or "").lower()):
        number = (number or 1) * 100 if word == "hundred" else number + _CARDINALS_EN.get(word, 0)
    last = _UNITS_EN[match["en"].lower()]
    return (number or 1) * 100 if last == 100 else number + last
