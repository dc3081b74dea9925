"""Symbols as printed: those of the OSCE, of the United Nations, and the Council of Europe's treaty series."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osce_analysis.documents.citations.councils import fits
from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.forms import aliases
from osce_analysis.documents.citations.mentions import Printed
from osce_analysis.documents.citations.numbered import SEPARATOR
from osce_analysis.documents.symbols import find_symbols

UN_OPENINGS = ("a/", "s/", "e/")
COE_OPENINGS = ("cets", "ets", "stce", "ste")

_UN = re.compile(
    r"[ase]/ ?(?:res/ ?(?P<number>\d{1,4}) ?(?P<before>[a-z]?) ?"
    r"\((?P<session>(?:e?s-)?[ivxlc]{1,7})\)(?: ?(?P<after>[a-e])(?!\w))?"
    r"|res/ ?(?P<es>(?:e?s-)?\d{1,2}) ?/ ?(?P<of>\d{1,3})(?: ?(?P<letter>[a-z])(?![\w']))?"
    r"|res/ ?(?P<council>\d{1,4})(?!\d|/)(?: ?\((?P<year>\d{4})\))?"
    r"|(?P<rest>[a-z0-9.()-]{1,20}(?:/[a-z0-9.()-]{1,12}){0,4}))"
)
_UN_DOCUMENT = re.compile(
    r"a/(?:e?s-)?\d{1,2}/(?:[a-z]{1,4}\.)?(?:\d/)?(?:l\.)?\d{1,4}|a/hrc/(?:res/|dec/|s-\d{1,2}/)?(?:\d{1,2}/)?(?:[a-z]{1,4}[./])?(?:l\.)?\d{1,4}"
    r"|a/(?:conf|ac|c|cn)\.\d{1,3}/[a-z0-9./-]{1,20}|a/(?:cn\.\d{1,2}/)?\d{3,4}"
    r"|s/(?:19|20)\d\d/\d{1,4}|s/\d{4,5}|s/prst/(?:19|20)\d\d/\d{1,3}|s/pv\.\d{1,5}"
    r"|e/(?:19|20)\d\d/(?:l\.)?\d{1,4}|e/cn\.\d{1,2}/(?:19|20)\d\d/[a-z0-9./-]{1,20}|e/res/(?:19|20)\d\d/\d{1,3}"
)
_VERSION = re.compile(r"/(rev|corr)\.?(\d{1,2})")
_ADDENDUM = re.compile(r"/add\.?(\d{1,2})")
_SHORT = re.compile(r"(\d{1,2})/(\d\d)(?![\d/])")
_COE = re.compile(r"(?:cets|ets|stce|ste)(?: +series)?[ -]*(?:(?:no|nr|n)s?\.?°? *|№ *)?(\d{1,3})(?![\d/])")


def osce_symbols(folded: Folded) -> Iterator[Printed]:
    """The symbols of OSCE documents; Rev. and Corr. are noted, an alias stands for its instrument."""
    if "/" not in folded.kept and "JOUR" not in folded.kept:
        return
    for start, end, symbol in find_symbols(folded.kept):
        instrument = aliases().get(symbol.canonical, symbol.canonical)
        yield Printed(start, end, instrument, symbol.version)
        if symbol.series == "DEC" and symbol.year:
            yield from _list_after(folded, end, symbol.body)


def _list_after(folded: Folded, end: int, body: str) -> Iterator[Printed]:
    """Decisions of a list that prints the symbol once: "MC.DEC/3/04, 7/06 and 5/07"."""
    while (separator := SEPARATOR.match(folded.text, end)) and (
        found := _SHORT.match(folded.text, separator.end())
    ):
        end = found.end()
        yield Printed(found.start(), end, f"{body}.DEC/{int(found[1])}/{found[2]}")


def un_symbol(folded: Folded, start: int) -> Printed | None:
    """The symbol of a United Nations document or resolution that starts here."""
    if not folded.kept[start].isupper() or folded.text[start - 1 : start] in ("/", ".", "-", "&"):
        return None
    found = _UN.match(folded.text, start)
    if found is None:
        return None
    organ = folded.text[start].upper()
    if organ == "S" and (found["number"] or found["of"]):
        return None  # the Security Council has no sessions
    if found["number"]:
        letter = (found["before"] or found["after"] or "").upper()
        return Printed(
            start, found.end(), f"{organ}/RES/{found['number']}({found['session'].upper()}){letter}"
        )
    if found["of"]:
        letter, end = found["letter"] or "", found.end()
        if letter and not folded.kept[found.start("letter")].isupper():
            letter, end = "", found.end("of")
        return Printed(start, end, f"{organ}/RES/{found['es'].upper()}/{int(found['of'])}{letter.upper()}")
    if found["council"]:
        if organ != "S":
            return None
        return _council(start, found)
    return _un_document(folded, start, found.end())


def _council(start: int, found: re.Match[str]) -> Printed:
    """A Security Council resolution; a year that does not fit is noted."""
    number = int(found["council"])
    wrong = found["year"] and not fits(number, int(found["year"]))
    return Printed(
        start,
        found.end(),
        f"S/RES/{number}",
        f"year {found['year']} does not fit the number" if wrong else None,
    )


def _un_document(folded: Folded, start: int, end: int) -> Printed | None:
    """A document symbol: its version is noted, its addendum belongs to it."""
    twin = folded.text.find("-s/", start, end)  # "A/55/305-S/2000/809": the Assembly's symbol is taken
    end = twin if twin > 0 else end
    words = folded.text[start:end].replace(" ", "").rstrip(".-(")
    versions = _VERSION.findall(words)
    addendum = _ADDENDUM.search(words)
    work = _ADDENDUM.sub("", _VERSION.sub("", words))
    if work.endswith(")") and "(" not in work:
        work = work.rstrip(")")
    if not _UN_DOCUMENT.fullmatch(work):
        return None
    note = "/".join(f"{kind.title()}.{number}" for kind, number in versions) or None
    instrument = work.upper() + (f"/Add.{addendum[1]}" if addendum else "")
    return Printed(start, start + len(folded.text[start:end].rstrip(".-()")), instrument, note)


def coe_number(folded: Folded, start: int) -> Printed | None:
    """A number of the Council of Europe's treaty series: ``CETS No. 210``."""
    found = _COE.match(folded.text, start)
    if found is None or not folded.kept[start : start + 3].isupper():
        return None
    return Printed(start, found.end(), f"CETS/{int(found[1]):03d}")
