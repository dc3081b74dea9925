"""Who aligns with this statement: "The candidate countries A and B, as well as C align themselves with it."

The sentence is found by its verb. Its list must reach the verb (or follow it), so that a State merely mentioned
earlier in the sentence is not taken for one that aligns. A footnote has no such verb and makes no row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from osce_analysis.documents.roles.formulas import labels, places
from osce_analysis.documents.roles.lists import NO_LIST, NameList, read_list
from osce_analysis.documents.roles.names import Name, NamesBetween
from osce_analysis.documents.roles.sentences import sentence_start, sentence_stop

# The longest list of an alignment sentence.
_LIST = 3000


@dataclass(frozen=True)
class Alignment:
    """One alignment sentence: its list, and the part of the statement it is limited to."""

    listed: NameList
    scope: str | None
    start: int


def read_alignments(text: str, names: NamesBetween) -> list[Alignment]:
    """Find the sentences by which others align with this statement.

    Parameters
    ----------
    text
        A part of the document.
    names
        Gives the names between two offsets.

    Returns
    -------
    list of Alignment
        In the order of the text; one with an empty list where the verb stands and no list can be read.
    """
    found = []
    for verb in places("aligned", text):
        listed = _list_before(text, names, verb.start())
        if not listed.entries:
            listed = _list_after(text, names, verb.end())
        if listed.entries or _tells_of_others(text, verb.start()):
            scope = verb.groupdict().get("scope") or _exception(text, verb.end())
            found.append(Alignment(listed, scope, verb.start()))
    return found


def _list_before(text: str, names: NamesBetween, verb: int) -> NameList:
    """The list that ends where the verb begins."""
    start = sentence_start(text, verb, _LIST)
    known = names(start, verb)
    position = start
    while (anchor := _anchor(text, known, position, verb)) is not None:
        listed = read_list(text, known, anchor, verb)
        if listed.entries and _LINK.fullmatch(text, listed.end, verb):
            return listed
        position = max(listed.end, anchor + 1)
    return NO_LIST


# Between the last name and the verb: a footnote mark, a comma, "have", "wish to".
_LINK = re.compile(
    r"[\s*†\d,;()\[\]¹²³–-]*+(?:(?:has|have|also|fully|all|wish|would|like|to|are|is|who|which)\s+)*[\s,(]*",
    re.IGNORECASE,
)


def _anchor(text: str, names: Mapping[int, Name], start: int, stop: int) -> int | None:
    """The next place at which a list may begin: a name or the heading of a group."""
    heading = labels().search(text, start, stop)
    known = [place for place in names if start <= place < stop]
    return min([*known, *([heading.start()] if heading else [])], default=None)


def _list_after(text: str, names: NamesBetween, verb: int) -> NameList:
    """The list that follows the verb, after a colon or directly."""
    stop = sentence_stop(text, verb, _LIST)
    colon = re.compile(r"[^.;:]{0,60}:\s*").match(text, verb, stop)
    start = colon.end() if colon else verb
    return read_list(text, names(start, stop), start, stop)


def _tells_of_others(text: str, verb: int) -> bool:
    """Whether the sentence speaks of a group that aligns, so that an empty list is a loss."""
    return bool(labels().search(text, sentence_start(text, verb, _LIST), verb))


def _exception(text: str, verb: int) -> str | None:
    """A limit after the verb: ", with the exception of paragraph 4"."""
    found = re.compile(
        r",?\s*((?:with the exception of|except(?: for)?|as regards|in so far as)\s[^.;\n]{1,120})",
        re.IGNORECASE,
    ).match(text, verb)
    return found[1].strip() if found else None
