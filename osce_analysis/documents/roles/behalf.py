"""The list after "on behalf of": those for whom a statement is made, and how many it says they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from osce_analysis.documents.roles.formulas import any_of
from osce_analysis.documents.roles.lists import NO_LIST, NameList, read_list
from osce_analysis.documents.roles.names import Name


@dataclass(frozen=True)
class Behalf:
    """Those for whom a statement is made, and the number that the text gives for them."""

    listed: NameList = NO_LIST
    claimed: int | None = None

    def __bool__(self) -> bool:
        return bool(self.listed.entries)


NOBODY = Behalf()


def read_behalf(text: str, names: Mapping[int, Name], start: int, stop: int) -> Behalf:
    """Read the list after "on behalf of": at once, or after "the following 45 participating States:".

    Parameters
    ----------
    text
        The part of the document.
    names
        The names in it by their start.
    start, stop
        Where the words "on behalf of" end, and what the list may not pass.

    Returns
    -------
    Behalf
        Empty where no list of names follows.
    """
    listed = read_list(text, names, start, stop)
    if len(listed.entries) < 2:
        word = re.compile(r"\w").search(text, start, stop)
        intro = any_of("intro").match(text, word.start(), stop) if word else None
        introduced = read_list(text, names, intro.end(), stop) if intro else NO_LIST
        listed = max(listed, introduced, key=lambda found: len(found.entries))
    if not listed.entries:
        return NOBODY
    number = _NUMBER.match(text, start, listed.entries[0].name.start)
    return Behalf(listed, int(number[1]) if number else None)


_NUMBER = re.compile(
    r"[^.;:(]{0,60}?\b(\d{1,2})\s+(?:OSCE\s+)?(?:participating|countries|States|delegations)", re.IGNORECASE
)
