"""The symbols of OSCE documents: ``BODY[(meeting)].SERIES/number[/yy][/Rev.n|Corr.n|Add.n]``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from osce_analysis.documents.dates import full_year
from osce_analysis.reference.tries import trie

BODIES = (
    "FSC-PC", "PC-FSC", "ODIHR", "HDIM", "HCNM", "SHDM", "CTHB", "RFOM", "ASRC", "FSC", "SUM", "CIO",
    "SEC", "FOM", "EEF", "HDS", "CSO", "REF", "MC", "PC", "RC", "EF", "PA", "AC",
)  # fmt: skip
SERIES = ("DEC", "DEL", "DOC", "JOUR", "GAL", "INF", "NGO", "IO", "DD", "FR", "ODIHR", "EMI")
# Series that count on from year to year: a year printed after the number is no part of the symbol.
UNDATED = frozenset({("PC", "DEC"), ("PC", "JOUR"), ("FSC", "JOUR")})

BODY = trie(BODIES, {})
_BODY = trie(BODIES, {}, behind=r"[\w./-]")
BODY_WORD = trie(BODIES, {}, behind=r"\w")
# Real texts break a known series with a space ("MC.D EC/9/09"); any other code stands whole.
_SERIES = "|".join(" ?".join(series) for series in sorted(SERIES, key=len, reverse=True))
_VERSION = r"\s?/\s?(?:Rev|Corr|Add)\.?\s?\d{1,2}"
_SYMBOL = re.compile(
    rf"(?P<body>{_BODY})\s?(?:\(\s?(?P<meeting>\d{{1,2}})\s?\)\s?)?\.\s?"
    rf"(?:(?P<part>[A-Z]{{2,6}})\.\s?)?(?P<series>{_SERIES}|[A-Z]{{2,6}})(?![A-Za-z])"
    r"(?:(?P<slash>\s?/\s?|\s)(?P<digits>\d{1,4})(?!\d)(?:\s?/\s?(?P<year>\d{4}|\d{2})(?!\d))?)?"
    rf"(?P<versions>(?:{_VERSION}){{0,3}})"
    r"(?:\s?\*?\s?(?P<distribution>OSCE\s?\+|Restr\.?))?"
)
# "MC(25) Journal No. 2, Agenda item 7": a line that says where a decision was taken.
JOURNAL_BY_NAME = re.compile(r"(?:PC|FSC|MC)\s?(?:\(\d{1,2}\)\s?)?Journal\b", re.IGNORECASE)
_BREAK = re.compile(rf"\. ?\n ?\n? ?(?:{_SERIES}) ?/")
_BROKEN = re.compile(rf"((?:{BODY_WORD})\.) ?\n ?\n? ?(?=(?:{_SERIES}) ?/)")
_ONE_VERSION = re.compile(r"(Rev|Corr|Add)\.?\s?(\d{1,2})")


@dataclass(frozen=True)
class Symbol:
    """A document's symbol, taken apart; `digits` is the number as printed (``0181``)."""

    body: str
    series: str
    digits: str | None = None
    year: int | None = None
    meeting: int | None = None
    part: str | None = None
    addendum: int | None = None
    revision: int | None = None
    correction: int | None = None
    distribution: str | None = None

    @property
    def number(self) -> int | None:
        """The number within the series."""
        return int(self.digits) if self.digits else None

    @property
    def canonical(self) -> str:
        """The symbol of the work: without Rev.n and Corr.n, with Add.n."""
        meeting = f"({self.meeting})" if self.meeting else ""
        part = f".{self.part}" if self.part else ""
        number = f"/{self.digits}" if self.digits else ""
        dated = self.year and (self.body, self.series) not in UNDATED
        year = f"/{self.year % 100:02d}" if dated and self.year else ""
        addendum = f"/Add.{self.addendum}" if self.addendum else ""
        return f"{self.body}{meeting}{part}.{self.series}{number}{year}{addendum}"

    @property
    def version(self) -> str | None:
        """``Rev.2``, ``Corr.1``, ``Rev.1/Corr.1`` or None."""
        revision = f"Rev.{self.revision}" if self.revision else ""
        correction = f"Corr.{self.correction}" if self.correction else ""
        return "/".join(filter(None, (revision, correction))) or None


def parse_symbol(text: str) -> Symbol | None:
    """Read a string that is a symbol and nothing else.

    Parameters
    ----------
    text : str
        As printed; spaces, a glued asterisk and a distribution mark are tolerated.

    Returns
    -------
    Symbol or None
        None where the string is no symbol.

    Examples
    --------
    >>> parse_symbol("PC.DEL/1819/20/Rev.2").canonical, parse_symbol("PC.DEL/1819/20/Rev.2").version
    ('PC.DEL/1819/20', 'Rev.2')
    >>> parse_symbol("MC23EW79") is None
    True
    """
    stripped = text.strip().rstrip("*†").strip()
    match = _SYMBOL.fullmatch(stripped)
    return _symbol(match) if match else None


def find_symbols(text: str) -> list[tuple[int, int, Symbol]]:
    """Find the symbols in running text.

    Parameters
    ----------
    text : str
        Any text; a symbol may be broken by a space or a line's end.

    Returns
    -------
    list of (start, end, Symbol)
        In order; `end` includes a distribution mark such as ``OSCE+``.

    Examples
    --------
    >>> [(start, end, s.canonical) for start, end, s in find_symbols("as in MC.D EC/9/09 and PC.DEL 978/20")]
    [(6, 18, 'MC.DEC/9/09'), (23, 36, 'PC.DEL/978/20')]
    """
    found = ((match.start(), match.end(), _symbol(match)) for match in _SYMBOL.finditer(text))
    return [(start, end, symbol) for start, end, symbol in found if symbol is not None]


def mend_symbols(text: str) -> str:
    """Join symbols that a line's end broke after the body.

    Examples
    --------
    >>> mend_symbols("PC.\\nDEC/638")
    'PC.DEC/638'
    """
    return _BROKEN.sub(r"\1", text) if _BREAK.search(text) else text


def _symbol(match: re.Match[str]) -> Symbol | None:
    """The symbol that a match stands for, or None where what matched is too little to be one."""
    digits, year, meeting = match["digits"], match["year"], match["meeting"]
    if digits is None and meeting is None:
        return None  # "the PC.DEL series"
    if digits and "/" not in match["slash"] and not (year or len(digits) > 2):
        return None  # "PC.DEL 12 December": the slash may be missing only where the number is plain
    versions = {kind: int(number) for kind, number in _ONE_VERSION.findall(match["versions"])}
    return Symbol(
        body=match["body"],
        series=match["series"].replace(" ", ""),
        digits=digits,
        year=full_year(int(year)) if year else None,
        meeting=int(meeting) if meeting else None,
        part=match["part"],
        addendum=versions.get("Add"),
        revision=versions.get("Rev"),
        correction=versions.get("Corr"),
        distribution=_distribution(match["distribution"]),
    )


def _distribution(mark: str | None) -> str | None:
    return mark.replace(" ", "") if mark else None
