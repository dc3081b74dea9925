"""What is named before it exists: "a code of conduct", "the draft convention", an act later than the text."""

from __future__ import annotations

import re
from datetime import date

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.readings import Meaning

# Two words may stand between: "an effective international convention"; "a party to the ..." is no article of it.
_INDEFINITE = re.compile(
    r"(?<!\w)(?:an?|any|another|such|some|une?|eine[mnrs]?)"
    r"(?: +(?!(?:of|to|in|on|by|for|the|and|under|with|from|de|du|des|der|la|les?|los|las|el|il)\b)"
    r"[^\W\d_][\w-]*){0,2} +$"
)
_DRAFT = re.compile(
    r"(?<!\w)(?:drafts?|proposed|future|eventual|envisaged|forthcoming|projets? d(?:e|u|'une?)"
    r"|future|проект\w*|entw[uü]rf\w*(?: +(?:eine[rs]|de[rs]|fur eine?n?))?) +(?:(?:new|international|un) +)?$"
)
_NOUN = re.compile(r" +(?!(?:that|which|with|would|will|should|for|from|adopted)\b)[^\W\d_]{4,}")
_REACH = 60


def is_draft(folded: Folded, start: int) -> bool:
    """Whether what starts here is called a draft.

    Examples
    --------
    >>> from osce_analysis.documents.citations.folding import fold
    >>> is_draft(fold("the draft treaty"), 10), is_draft(fold("the treaty"), 4)
    (True, False)
    """
    return (
        not _definite(folded, start) and _DRAFT.search(folded.text, max(0, start - _REACH), start) is not None
    )


def is_any(folded: Folded, start: int, end: int, *, alone: bool) -> bool:
    """Whether an article says that any such text is meant: "a code of conduct", not "a UN Charter violation".

    A title with capitals that a noun follows is that title, unless it must stand `alone`.
    """
    if _definite(folded, start):
        return False
    article = _INDEFINITE.search(folded.text, max(0, start - _REACH), start)
    if article is None or folded.kept.startswith("UN", article.start()):  # no French article
        return False
    return alone or not folded.capital(start) or _NOUN.match(folded.text, end) is None


def _definite(folded: Folded, start: int) -> bool:
    """Whether "the" stands before what starts here, which settles most cases at once."""
    return folded.text.startswith(" the ", start - 5) and start >= 5


def in_time(meaning: Meaning, year: int | None, on: date | None) -> Meaning:
    """The meaning, or an open one where the instrument is of a later year than the text."""
    if meaning.instrument is None or year is None or on is None or year <= on.year:
        return meaning
    return Meaning(None, (meaning.instrument,), f"of {year}, after the text")
