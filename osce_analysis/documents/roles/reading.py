"""One document's parts -> who delivered, joined, was represented and aligned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial

from osce_analysis.documents.records import Part, Problem
from osce_analysis.documents.roles.alignment import read_alignments
from osce_analysis.documents.roles.gaps import lost_names
from osce_analysis.documents.roles.names import Name, names_in, speakers_in
from osce_analysis.documents.roles.openings import FIRST_SENTENCES, read_opening, read_spoken_behalf
from osce_analysis.documents.roles.settlement import Roles, settle
from osce_analysis.documents.roles.titles import read_heading

_NOBODY = Problem("roles", "The title tells of a joint statement, but who makes it could not be read.")


def find_signatories(
    *, front: str, text: str, closing: str, title: str | None, language: str | None, on: date | None
) -> Roles:
    """Read from the three parts of a document who delivers, joins, is represented and aligns.

    Parameters
    ----------
    front, text, closing
        The parts as stored; offsets in the result count code points in them.
    title
        The title where the header knows it; it is looked for in `front`.
    language
        ISO 639-1 code of the text, used to tell apart names that are words of another language.
    on
        The day of the statement, which decides what a name meant (`Serbia and Montenegro`).

    Returns
    -------
    Roles
        One signatory for each (actor, role), at its first mention; `delegation` in whose name the statement is
        made, missing where several make it; `joint` where a title says so, or several speak.

    Examples
    --------
    >>> roles = find_signatories(
    ...     front="STATEMENT BY THE DELEGATION OF ICELAND", text="Mr. Chairperson, we thank Norway.", closing="",
    ...     title="STATEMENT BY THE DELEGATION OF ICELAND", language="en", on=None,
    ... )
    >>> [(row.actor, row.role, row.name) for row in roles.signatories], roles.delegation
    ([('ISL', 'delivers', 'ICELAND')], 'ISL')
    """
    parts: dict[Part, str] = {"front": front, "text": text, "closing": closing}

    def names(part: Part, start: int, end: int) -> Mapping[int, Name]:
        return names_in(part, parts[part], start, end, on, language)

    @cache
    def first(part: Part) -> Mapping[int, Name]:
        return speakers_in(
            part, parts[part], 0, len(front) if part == "front" else FIRST_SENTENCES, on, language
        )

    heading = read_heading(
        front, partial(first, "front"), title, text[:FIRST_SENTENCES], partial(first, "text")
    )
    unnamed = not (heading.authors or heading.deliverer)
    opening = read_opening(text, partial(names, "text"), partial(first, "text"), unnamed=unnamed)
    if unnamed and not opening.behalf:  # the first sentence may have gone with the lines above it
        opening = read_spoken_behalf(front, partial(names, "front")) or opening
    sentences = {part: read_alignments(words, partial(names, part)) for part, words in parts.items()}
    roles = settle(heading, opening, sentences, on)
    lost = tuple(lost_names(parts))
    unread = () if lost or not roles.joint or roles.signatories else (_NOBODY,)
    return replace(roles, problems=(*lost, *unread, *roles.problems))
