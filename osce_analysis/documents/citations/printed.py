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
COE_OPENINGS = ("cets", "ets", "stce", "ste", "sev")

_UN = re.compile(
    r"[ase]/ ?(?:res/ ?(?P<number>\d{1,4}) ?(?P<before>[a-z]?) ?"
    r"\((?P<session>(?:e?s-)?[ivxlc]{1,7})\)(?: ?(?P<after>[a-e])(?!\w))?"
    r"|res/ ?(?P<es>(?:e?s-)?\d{1,2}) ?/ ?(?P<of>\d{1,3})(?: ?(?P<letter>[a-z])(?![\w']))?"
    r"|res/ ?(?P<council>\d{1,4})(?!\d|/)(?: ?\((?P<year>\d{4})\))?"
    r"|(?P<rest>[a-z0-9.()-]{1,20}(?:/(?: (?=\d))?[a-z0-9.()-]{1,12}){0,4}))"
)
_UN_DOCUMENT = re.compile(
    r"a/(?:e?s-)?\d{1,2}/(?:[a-z]{1,4}\.)?(?:\d/)?(?:l\.)?\d{1,4}|a/hrc/(?:res/|dec/)?(?:(?:s-)?\d{1,2}/)?(?:[a-z]{1,4}[./])?(?:l\.)?\d{1,4}"
    r"|a/(?:conf|ac|c|cn)\.\d{1,3}/[a-z0-9./-]{1,20}|a/(?:cn\.\d{1,2}/)?\d{3,4}"
    r"|s/(?:19|20)\d\d/\d{1,4}|s/agenda/\d{1,4}|s/\d{3,5}|s/prst/(?:19|20)\d\d/\d{1,3}|s/pv\.\d{1,5}"
    r"|e/(?:19|20)\d\d/(?:l\.)?\d{1,4}|e/cn\.\d{1,2}/(?:19|20)\d\d/[a-z0-9./-]{1,20}|e/res/(?:19|20)\d\d/\d{1,3}"
)
# "[S/1404]" on a line of its own is the symbol of the text below it.
_LINE_ENDS = re.compile(r"[\])}][ \t]*(?:\r?\n|$)")
_ADDENDA = re.compile(
    r"(?<=\d)(?:,|,? and|,? et|,? y|,? и) add\. ?(?P<first>\d{1,2})"
    r"(?P<more>(?:(?:,|,? and|,? et|,? y|,? и) \d{1,2}(?![\w/]))*)"
)
_FIGURES = re.compile(r"\d+")
_SYMBOL_BEFORE = re.compile(r"(?<![\w/.-])[ase]/[a-z0-9./-]{0,30}\d$")
_VERSION = re.compile(r"/(rev|corr)\.?(\d{1,2})")
_ADDENDUM = re.compile(r"/add\.?(\d{1,2})")
_SHORT = re.compile(r"(\d{1,2})/(\d\d)(?![\d/])")
_COE = re.compile(
    r"(?:cets|ets|stce|ste|sev)(?: +series)?[ -]*(?:(?:no|nr|n)s?\.?°? *|№ *)?(\d{1,3})(?![\d/])"
)


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


def addenda(folded: Folded) -> Iterator[Printed]:
    """The addenda that follow the symbol of a document: "documents S/6710 and Add.1 and 2"."""
    if "add." not in folded.text:
        return
    for found in _ADDENDA.finditer(folded.text):
        before = _SYMBOL_BEFORE.search(folded.text, max(0, found.start() - 34), found.start())
        work = un_symbol(folded, before.start()) if before else None
        if work is None:
            continue
        first = found.start("first")
        work_id = work.instrument.split("/Add.")[0]
        yield Printed(
            folded.text.rindex("add.", 0, first), found.end("first"), f"{work_id}/Add.{found['first']}"
        )
        for other in _FIGURES.finditer(folded.text, *found.span("more")):
            yield Printed(*other.span(), f"{work_id}/Add.{other[0]}")


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
    end = start + len(folded.text[start:end].rstrip(".-()"))
    return None if _stands_alone(folded, start, end) else Printed(start, end, instrument, note)


def _stands_alone(folded: Folded, start: int, end: int) -> bool:
    """Whether a symbol in brackets has a line of its own: it is that of the text itself."""
    opened = folded.kept[max(0, start - 2) : start] in ("\n[", "[", "\n(", "(")
    return opened and _LINE_ENDS.match(folded.kept, end) is not None


def coe_number(folded: Folded, start: int) -> Printed | None:
    """A number of the Council of Europe's treaty series: ``CETS No. 210``."""
    found = _COE.match(folded.text, start)
    if found is None or not folded.kept[start : start + 3].isupper():
        return None
    return Printed(start, found.end(), f"CETS/{int(found[1]):03d}")
