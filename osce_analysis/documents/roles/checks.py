"""What does not fit in the roles that were read: names, numbers, lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from osce_analysis import reference
from osce_analysis.documents.records import Problem, Signatory
from osce_analysis.documents.roles.alignment import Alignment
from osce_analysis.documents.roles.behalf import Behalf
from osce_analysis.documents.roles.openings import Opening
from osce_analysis.documents.roles.titles import Heading

# The EU's number of members in the years of the OSCE, for a text without a day.
_EU_SIZES = (15, 25, 27, 28)


def problems_of(
    rows: Iterable[Signatory],
    heading: Heading,
    opening: Opening,
    sentences: Iterable[Alignment],
    on: date | None,
) -> Iterator[Problem]:
    """Say what a reader should look at again.

    Parameters
    ----------
    rows
        The signatories as settled.
    heading, opening, sentences
        What they were read from.
    on
        The day of the statement.

    Yields
    ------
    Problem
        An unknown name, a State that did not participate on the day, a number that does not agree with its
        list, an alignment sentence whose list cannot be read.
    """
    rows = tuple(rows)
    yield from _about_names(rows, on)
    sentences = tuple(sentences)
    if any(not sentence.listed.entries for sentence in sentences):
        yield _problem(
            "A sentence says that others align with this statement, but its list could not be read."
        )
    for behalf in (heading.behalf, opening.behalf):
        if behalf.claimed:
            yield from _about_number(behalf, rows, on)


def _problem(sentence: str) -> Problem:
    """A warning of this step."""
    return Problem("roles", sentence)


def _about_names(rows: Iterable[Signatory], on: date | None) -> Iterator[Problem]:
    """Names that no table knows, and States that did not participate on the day."""
    told = set()
    for row in rows:
        if row.actor in told:
            continue
        told.add(row.actor)
        if row.actor == row.name and reference.find_actor(row.actor, on) is None:
            yield _problem(
                f"{row.name!r} stands in a list of States but is not known; it is kept as printed."
            )
        elif row.kind == "state" and on is not None and not reference.participating(row.actor, on):
            yield _problem(
                f"{row.name!r} ({row.actor}) is named but did not participate in the OSCE on {on}."
            )


def _about_number(behalf: Behalf, rows: Iterable[Signatory], on: date | None) -> Iterator[Problem]:
    """A number of States that does not agree with the list, the EU counted as its members or as one."""
    named = {entry.name.actor for entry in behalf.listed.entries}
    speakers = {row.actor for row in rows if row.role == "delivers"}
    sizes = {len(named), len(named | speakers)}
    if "EU" in named:
        members = reference.members("EU", on)
        for actors in (named - {"EU"}, (named | speakers) - {"EU"}):
            sizes |= {
                len(actors | members),
                *(len(actors - members) + size for size in _EU_SIZES if on is None),
            }
    if behalf.claimed not in sizes:
        yield _problem(f"The text speaks of {behalf.claimed} States, but its list names {len(named)}.")
