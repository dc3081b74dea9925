"""Ordinal numbers written as words, in six languages: "twenty-eighth", "ventottesima", "двадцать восьмое"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from osce_analysis.documents.letters import small

# By language: stems from the first on, those of one number joined by "/"; then the stems of 20, 30, ..., 90, 100;
# then the endings that make their forms. Italian "prima" (before) and
# "secondo" (according to) are left out.
_FORMS: dict[str, tuple[str, str, str]] = {
    "en": (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth",
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth",
        "",
    ),
    "fr": (
        "premier/première/unième deuxième/second/seconde troisième quatrième cinquième sixième septième huitième "
        "neuvième dixième onzième douzième treizième quatorzième quinzième seizième",
        "vingtième trentième quarantième cinquantième soixantième",
        "",
    ),
    "de": (
        "erst zweit dritt viert fünft sechst siebt/siebent acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt "
        "sechzehnt siebzehnt achtzehnt neunzehnt",
        "zwanzigst dreißigst/dreissigst vierzigst fünfzigst sechzigst siebzigst achtzigst neunzigst hundertst",
        "e en er es em",
    ),
    "es": (
        "primer segund tercer cuart quint sext séptim octav noven décim undécim duodécim decimotercer decimocuart "
        "decimoquint decimosext decimoséptim decimoctav decimonoven",
        "vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim centésim",
        "a o",
    ),
    "it": (
        "prim second terz quart quint sest settim ottav non decim undicesim dodicesim tredicesim quattordicesim "
        "quindicesim sedicesim diciassettesim diciottesim diciannovesim",
        "ventesim trentesim quarantesim cinquantesim sessantesim settantesim ottantesim novantesim centesim",
        "a o",
    ),
    "ru": (
        "перв втор треть/трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат "
        "пятнадцат шестнадцат семнадцат восемнадцат девятнадцат",
        "двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност сот",
        "ый ий ой ая ое ого его ому ему ым им ом ем ую ей е я ю",
    ),
}
_GERMAN = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_ITALIAN = tuple(
    f"{unit}esim" for unit in ("un", "du", "tre", "quattr", "cinqu", "sei", "sett", "ott", "nov")
)
# What may stand before an ordinal and is added to it: tens, and a digit before "hundred".
_BEFORE: dict[str, int] = {
    word: number * step
    for step, words in (
        (1, "one two three four five six seven eight nine ten"),
        (10, "- twenty thirty forty fifty sixty seventy eighty ninety hundred"),
        (10, "dix vingt trente quarante cinquante soixante"),
        (10, "- двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто"),
        (10, "décima vigésima trigésima cuadragésima quincuagésima sexagésima"),
        (10, "décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo"),
    )
    for number, word in enumerate(words.split(), 1)
    if word != "-"
}
_JOINED_BY = frozenset({"and", "et", "y"})
_WORD = re.compile(r"[^\W\d_]+")


def _forms() -> dict[str, int]:
    """Every ordinal from 1 to 100 that is one word, without accents of stress (ё)."""
    found: dict[str, int] = {}
    for language, (stems, tens, endings) in _FORMS.items():
        counted = [*enumerate(stems.split(), 1), *zip(range(20, 110, 10), tens.split(), strict=False)]
        known = {stem: number for number, forms in counted for stem in forms.split("/")}
        compounds = {"de": _german, "es": _spanish, "it": _italian}.get(language)
        known |= compounds() if compounds else {}
        found |= {stem + ending: n for stem, n in known.items() for ending in endings.split(" ")}
    return found


def _german() -> dict[str, int]:
    """ "achtundzwanzigst" and the like."""
    tens = (
        (20, "zwanzig"),
        (30, "dreißig"),
        (30, "dreissig"),
        (40, "vierzig"),
        (50, "fünfzig"),
        (60, "sechzig"),
    )
    return {f"{unit}und{name}st": ten + n for (n, unit), (ten, name) in product(enumerate(_GERMAN, 1), tens)}


def _spanish() -> dict[str, int]:
    """ "vigesimoctav" and the like."""
    return {
        f"{name}{vowel}{unit}": ten + n
        for (n, unit), (ten, name), vowel in product(
            enumerate(_FORMS["es"][0].split()[:9], 1), ((20, "vigesim"), (30, "trigesim")), ("o", "a", "")
        )
    }


def _italian() -> dict[str, int]:
    """ "ventottesim" and the like: the last vowel of the ten goes before one and eight."""
    tens = (
        (20, "vent", "venti"),
        (30, "trent", "trenta"),
        (40, "quarant", "quaranta"),
        (50, "cinquant", "cinquanta"),
    )
    return {
        (short if unit[0] in "uo" else full) + unit: ten + n
        for (n, unit), (ten, short, full) in product(enumerate(_ITALIAN, 1), tens)
    }


ORDINALS = {form: number for form, number in _forms().items() if form not in ("prima", "secondo")}


def find_written(text: str) -> Iterator[tuple[int, int, int]]:
    """Find the ordinals that are written as words.

    Parameters
    ----------
    text : str
        A line or title in any of the six languages.

    Yields
    ------
    (start, end, number)
        In order of `end`; where tens stand before a unit, the unit's includes them.

    Examples
    --------
    >>> [number for _, _, number in find_written("twenty-eighth; vingt et unième; achtundzwanzigstes")]
    [28, 21, 28]
    """
    run: list[int] = []  # what stands before the next word and may be added to it
    start = end = 0  # of that
    for found in _WORD.finditer(small(text).replace("ё", "е")):
        word = found[0]
        if run and text[end : found.start()] not in (" ", "-", "\n"):
            run = []
        number = ORDINALS.get(word)
        if number is not None:
            yield (start if run else found.start()), found.end(), _value(run, number)
        if word in _BEFORE or (run and word in _JOINED_BY):
            start = start if run else found.start()
            run, end = [*run, _BEFORE.get(word, 0)], found.end()
        else:
            run = []


def _value(before: list[int], last: int) -> int:
    """The number of words in a row: tens are added, what stands before a hundred multiplies it."""
    number = 0
    for value in before:
        number = (number or 1) * 100 if value == 100 else number + value
    return (number or 1) * 100 if last == 100 else number + last
