"""Titles of instruments, long and short, with the year that stands before or behind them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from osce_analysis.documents.citations.drafts import is_any, is_draft
from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.forms import AnaphorForm, TitleForm, anaphors, titles
from osce_analysis.documents.citations.mentions import Anaphor, Title
from osce_analysis.documents.citations.wording import Openings, openings_of
from osce_analysis.reference import instruments

_YEAR_BEFORE = re.compile(r"(?<![\d/.-])((?:19|20)\d\d) +(?:osce +|csce +)?$")
_YEAR_AFTER = re.compile(
    r"(?P<bracket> ?\((?P<in>(?:19|20)\d\d)(?: ?г\.)?\))"
    r"|(?P<of> +(?:of|in|de|von|vom jahr|от|dated) +(?P<year>(?:19|20)\d\d)(?!\d)(?: +года| г\.)?)"
    r"|(?P<dated>[\"', (]{1,4}\d{1,2} [^\W\d]{3,10} (?P<day>(?:19|20)\d\d)(?!\d))"  # ", 4 March 1992"
    r"|(?: ?,? +|-)(?P<bare>(?:19|20)\d\d)(?![\d/-])(?: +года| г\.)?"
)
_NUMBER_FOLLOWS = re.compile(r" +(?:no\.? ?)?\d")
_TO_DO = re.compile(r"\s+to\s+(?=[A-Z][a-z])")  # "the Convention to Ban ..." is another
_GOES_ON = re.compile(r" +(?:of|for|on|relating|embodying|von|fur|de|du|des|der|о|об|для)\b")
# Words that titles print with a capital: "... Radicalization that Lead to Terrorism", "2030 Agenda".
_LONG_WORD = re.compile(r"\b(?!(?:that|from|with|into|upon|within)\b)[^\W\d_][\w']{3,}")
_LETTER = re.compile(r"[^\W\d_]")


def read_title(folded: Folded, start: int) -> Title | None:
    """The longest title that starts here; a lookalike comes back without instruments."""
    found = [
        (match.end(), form)
        for form, words in title_forms().at(folded.text, start)
        if (match := words.match(folded.text, start))
    ]
    for end, form in sorted(found, key=lambda one: -one[0]):
        title = _dated(folded, Title(start, end, form.instruments, form.noun))
        if not _written_as(folded, start, end, form, title.year) or (form.alone and _goes_on(folded, end)):
            continue
        if is_draft(folded, title.start) or is_any(folded, title.start, end, alone=form.alone):
            return Title(start, end, ())
        return title
    return None


def _written_as(folded: Folded, start: int, end: int, form: TitleForm, year: int | None) -> bool:
    """Whether the words have the capitals that the form needs; a fitting year stands for them."""
    if form.capital == "every":
        return folded.kept[start:end].isupper()
    letter = _LETTER.search(folded.text, start, end)
    capital = letter is not None and folded.capital(letter.start())
    if form.capital == "no" or form.capital == "first" or year is not None:
        return capital or form.capital == "no"
    return capital and all(
        folded.capital(word.start()) for word in _LONG_WORD.finditer(folded.text, start, end)
    )


def _goes_on(folded: Folded, end: int) -> bool:
    """Whether a preposition makes another title of what ends here: "Code of Conduct for ..."."""
    return _GOES_ON.match(folded.text, end) is not None or _TO_DO.match(folded.kept, end) is not None


def read_anaphor(folded: Folded, start: int) -> Anaphor | None:
    """A definite short form, "the Charter", "that resolution", that stands for what was named before."""
    for form, words in anaphor_forms().at(folded.text, start):
        found = words.match(folded.text, start)
        if found is None:
            continue
        end = found.end()
        noun = folded.text.rfind(" ", start, end) + 1 or start
        if form.last and _NUMBER_FOLLOWS.match(folded.text, end):
            return None  # "we maintain that resolution 3390 ..."
        if form.last or (folded.capital(noun) and not _goes_on(folded, end) and not read_title(folded, noun)):
            return Anaphor(start, end, form.noun, form.last)
    return None


def _dated(folded: Folded, title: Title) -> Title:
    """The title with the year beside it; a bare one only where it is the instrument's own."""
    own = {year for id in title.instruments if (year := year_of(id))}
    start, end, year = title.start, title.end, None
    before = _YEAR_BEFORE.search(folded.text, max(0, start - 12), start)
    if before and int(before[1]) in own:
        start, year = before.start(), int(before[1])
    after = _YEAR_AFTER.match(folded.text, end)
    if after:
        named = int(after["in"] or after["year"] or after["bare"] or after["day"])
        if after["dated"] and len(title.instruments) > 1 and named in own:
            year = named
        elif after["dated"]:
            pass
        elif named in own or (after["bracket"] and own and year is None):
            end, year = after.end(), named
    return Title(start, end, title.instruments, title.noun, year)


@cache
def year_of(instrument: str) -> int | None:
    """The year of an instrument, from its name or from the catalogue."""
    named = re.search(r"-((?:19|20)\d\d)\b", instrument)
    if named:
        return int(named[1])
    return _catalogued().get(instrument)


@cache
def _catalogued() -> Mapping[str, int]:
    return {one.instrument: int(one.date[:4]) for one in instruments() if one.date[:4].isdigit()}


@cache
def title_forms() -> Openings[tuple[TitleForm, re.Pattern[str]]]:
    """The titles' forms, compiled."""
    return openings_of((title.form, title) for title in titles())


@cache
def anaphor_forms() -> Openings[tuple[AnaphorForm, re.Pattern[str]]]:
    """The short forms, compiled."""
    return openings_of((form.form, form) for form in anaphors())
