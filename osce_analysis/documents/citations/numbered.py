"""Numbered decisions and resolutions: the word, what may stand between, and a list of numbers.

Read here: "Decision No. 3/04", "Decisions Nos. 3/04, 7/06 and 5/07", "résolution du Conseil de sécurité
2285 (2016)", "решение № 1117 от 21 марта 2014 года". Whose they are is resolved later.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.forms import words
from osce_analysis.documents.citations.mentions import Number, Numbered, Word
from osce_analysis.documents.citations.names import body_within, place_within
from osce_analysis.documents.citations.wording import alternatives
from osce_analysis.documents.dates import MONTH_NUMBERS, full_year

NUMBER_SIGN = (
    r"(?:№+ *|(?<![^\W\d])n(?:os?|rs?|um|ums)?(?: ?[.°º])* *|(?:numbers?|numeros?|nummern?|номер\w*) +)"
)
_SIGN = re.compile(NUMBER_SIGN)
# Words may stand between ("Decision of the Permanent Council No. 3"); these begin something else.
_BETWEEN = re.compile(
    r"(?P<filler>(?: +(?!(?:resol|decis|articl|para|chapt|annex|item|protoc|docum|page|journ|резол|решен|стат|пункт)"
    r"|n(?:os?|rs?)?\b)\(?[^\W\d][\w'-]*\)?){0,9}?)"
    r"(?:,? +(?:including|in particular|notably|y compris|notamment|darunter|insbesondere|в том числе|в частности)"
    r"(?: +(?:the|les?|la))?)?"
    rf"(?: ?,)?[ (]*(?P<sign>{NUMBER_SIGN})?(?=\d|(?:es-|s-)?\d|a/hrc)"
)
SEPARATOR = re.compile(
    r"(?: ?[,;] ?(?:(?:and|as well as|et|und|sowie|и|а также|y|e|o|or|oder|ou|или) +)?"
    r"| +(?:and|as well as|et|und|sowie|и|а также|y|e|o|or|to|through|oder|ou|или|à|bis|&) +)"
    r"(?:(?:the|its|also|les|de|le) +)*"
)
# "resolutions 60/251 of 15 March 2006, by which it founded the Council, and 65/281"
_INSERTED = re.compile(r", (?:by|in|on|under|through) which [^.;:()\d]{1,120}, and (?=\d{1,4} ?[/(]\d)")
_DATE = re.compile(
    r"(?: ?,)?(?: +(?:dated|adopted|of|on|from|du|en date|vom|от|de|del|принят\w*))*(?: +| ?\()(?:le +)?"
    r"\d{1,2}\.?(?: +de)? +(?!and|et|und)[^\W\d]{3,10}\.?(?: +de)? +(?P<year>(?:19|20)\d\d)\)?(?: +(?:года|г\.))?"
)
_DAY_OF_A_MONTH = re.compile(
    r" +(?:of|du|vom|от|de|del) +\d{1,2}\.?(?: +de)? +(?P<month>[^\W\d]{3,10})(?!\w)"
)
_DAY = re.compile(r"\d{1,2}\.?(?: de)? +[^\W\d]{3,10}\.?(?: de)? +(?:19|20)\d\d")
_YEAR = re.compile(
    r" ?\((?P<year>(?:19|20)\d\d)\)"
    r"|(?: ?,)? +(?:of|de|del|от|vom jahr|aus) +(?P<of>(?:19|20)\d\d)(?!\d)(?: +(?:года|г\.))?"
)
_DECISION = re.compile(
    r"(?P<number>\d{1,4})(?![\d])(?: ?\.? ?/ ?(?P<year>(?:19|20)\d\d|\d\d)(?!\d))?(?! ?[/%]|[.,]\d|\w)"
)

SMALLEST_UNSIGNED = 100
NumberReader = Callable[[Folded, int], Number | None]


def read_numbered(folded: Folded, start: int, word: Word, number: NumberReader) -> Numbered | None:
    """The word that starts here with its list of numbers, or None where no number follows."""
    implied, named = _named(folded, start, word)
    between = _BETWEEN.match(folded.text, named.end()) if named else None
    if named is None or between is None:
        return _counted_before(folded, start, word, number) if named and word == "resolution" else None
    first, last = between.span("filler")
    body = place = None
    if first < last:
        body, place = body_within(folded, first, last), place_within(folded, first, last)
    signed = between["sign"] is not None
    if between["filler"] and not (signed or body or _acronym(folded, first, last)):
        return None
    body = body or implied
    if not signed and _DAY.match(folded.text, between.end()):
        return None
    numbers = _list(folded, between.end(), number)
    if not numbers or (not signed and _counts_things(folded, numbers[-1].end)):
        return None
    if between["filler"] and not signed and numbers[0].number < SMALLEST_UNSIGNED and _is_bare(numbers[0]):
        return None  # "the decision of the Permanent Council 3 weeks ago"
    return Numbered(start, numbers[-1].end, word, numbers, signed, body, place)


_FOLLOWED = re.compile(
    r"(?<![\w/.(-])(?P<number>\d{3,4})(?: ?\(\d{4}\))? and (?:its|the|all|other) "
    r"(?:(?:follow-?up|successor|subsequent|related) )$"
)


def _counted_before(folded: Folded, start: int, word: Word, number: NumberReader) -> Numbered | None:
    """The number that stands before the word: "1325 and its follow-up resolutions"."""
    found = _FOLLOWED.search(folded.text, max(0, start - 45), start)
    first = number(folded, found.start()) if found else None
    return Numbered(first.start, first.end, word, (first,), signed=True, body="SC") if first else None


def _list(folded: Folded, start: int, read: NumberReader) -> tuple[Number, ...]:
    """The numbers of a list, as long as a separator and a number follow."""
    numbers: list[Number] = []
    position = start
    while number := read(folded, position):
        numbers.append(number)
        separator = _INSERTED.match(folded.text, number.end) or SEPARATOR.match(folded.text, number.end)
        if separator is None:
            break
        sign = _SIGN.match(folded.text, separator.end())
        position = sign.end() if sign else separator.end()
    return tuple(numbers)


def decision_number(folded: Folded, start: int) -> Number | None:
    """``3/04``, ``3./13``, ``10/2004``, ``1202``, ``557 (2003)``, ``1106, dated 3 December 2013``."""
    found = _DECISION.match(folded.text, start)
    if found is None:
        return None
    slashed = found["year"] is not None
    year = full_year(int(found["year"])) if slashed else None
    end = found.end()
    if folded.text[start - 1 : start] == "(" and folded.text[end : end + 1] == ")":
        end += 1
    dated = _YEAR.match(folded.text, end) or _DATE.match(folded.text, end)
    if dated:
        end = dated.end()
        year = year or int(dated["year"] or dated["of"])
    return Number(start, end, int(found["number"]), year=year, slashed=slashed)


def date_after(folded: Folded, end: int, *, with_year: bool = True) -> tuple[int, int | None]:
    """Where a date that follows a number ends, and its year; a number that has its year may do with day and month."""
    dated = _DATE.match(folded.text, end)
    if dated:
        return dated.end(), int(dated["year"])
    day = None if with_year else _DAY_OF_A_MONTH.match(folded.text, end)
    return (day.end(), None) if day and day["month"] in MONTH_NUMBERS else (end, None)


def _acronym(folded: Folded, start: int, end: int) -> bool:
    """Whether nothing but an acronym in brackets stands between: "Resolution (UNSCR) 1325"."""
    return re.fullmatch(r" *\([a-z]{2,6}\) *", folded.text[start:end]) is not None


def _is_bare(number: Number) -> bool:
    """Whether a number has nothing about it that a count could not have."""
    return not (number.slashed or number.session or number.year)


_THINGS = re.compile(
    r" +(?:years?|days?|months?|per cent|percent|members?|countries|states|million|times|hours|weeks|points)\b"
)


def _counts_things(folded: Folded, end: int) -> bool:
    """Whether the last number counts what follows: "decisions 12 years ago"."""
    return _THINGS.match(folded.text, end) is not None


def _named(folded: Folded, start: int, word: Word) -> tuple[str | None, re.Match[str] | None]:
    """The body that the word here implies, and the word."""
    for body, pattern in _words(word):
        if found := pattern.match(folded.text, start):
            return body, found
    return None, None


@cache
def _words(word: Word) -> tuple[tuple[str | None, re.Pattern[str]], ...]:
    """The forms of a word by the body that they imply; a number may touch them ("UNSCR1325")."""
    groups: dict[str | None, list[str]] = {}
    for form in words():
        if form.word == word:
            groups.setdefault(form.body, []).append(form.form)
    return tuple(
        (body, re.compile(alternatives(forms).removesuffix(r"(?!\w)") + r"(?=\W|\d|$)"))
        for body, forms in groups.items()
    )
