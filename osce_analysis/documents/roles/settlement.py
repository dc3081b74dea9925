"""Settle what title, opening and alignment sentences say: one row for each (actor, role)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from osce_analysis import reference
from osce_analysis.documents.records import Part, Problem, Role, Signatory
from osce_analysis.documents.roles.alignment import Alignment
from osce_analysis.documents.roles.checks import problems_of
from osce_analysis.documents.roles.lists import NameList
from osce_analysis.documents.roles.names import Name
from osce_analysis.documents.roles.openings import Opening
from osce_analysis.documents.roles.titles import Heading


@dataclass(frozen=True)
class Roles:
    """Who speaks for whom in one document.

    `delegation` is the one in whose name the statement is made, missing where several make it; `delivered_by`
    reads it where that is not the same; `joint` holds where a title says so or more than one speaks.
    """

    signatories: tuple[Signatory, ...] = ()
    delegation: str | None = None
    delivered_by: str | None = None
    joint: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Claim:
    """A name, the part of the document it stands in, and its place in a list."""

    name: Name
    part: Part
    label: str | None = None
    scope: str | None = None

    def row(self, role: Role) -> Signatory:
        """The claim as a signatory."""
        name = self.name
        return Signatory(
            name.actor, name.kind, role, name.text, self.part, name.start, name.end, self.label, self.scope
        )


@dataclass(frozen=True)
class _Speaker:
    """In whose name a statement is made, and who reads it where that is another."""

    claim: _Claim | None = None
    reader: str | None = None

    @property
    def actor(self) -> str | None:
        """The code of the one in whose name the statement is made."""
        return self.claim.name.actor if self.claim else None


def settle(
    heading: Heading, opening: Opening, alignments: Mapping[Part, Iterable[Alignment]], on: date | None
) -> Roles:
    """Weigh the three sources: the speaker's own words before the title, a role as speaker before any other.

    Parameters
    ----------
    heading, opening, alignments
        What was read of the front, of the first sentences, and in each part.
    on
        The day of the statement.

    Returns
    -------
    Roles
        With a problem row for every name or number that does not fit.
    """
    behalf = [*_claims(heading.behalf, heading.part), *_claims(opening.behalf, "text")]
    speaker = _speaker(heading, opening, alignments, behalf)
    represented = [claim for claim in behalf if claim.label != "aligning"]
    spoken_for = {claim.name.actor for claim in represented}
    aligning = [replace(claim, label=None) for claim in behalf if claim.label == "aligning"]
    claims: dict[Role, list[_Claim]] = {
        "delivers": [speaker.claim] if speaker.claim else [],
        "joint": [claim for claim in _authors(heading, opening) if claim.name.actor not in spoken_for],
        "represented": represented,
        "aligned": [*_aligned(alignments), *aligning],
    }
    rows = tuple(_rows(claims, speaker.actor))
    return Roles(
        signatories=rows,
        delegation=speaker.actor,
        delivered_by=speaker.reader,
        joint=heading.joint or any(row.role in ("joint", "represented") for row in rows),
        problems=tuple(problems_of(rows, heading, opening, alignments, on)),
    )


def _rows(claims: Mapping[Role, Iterable[_Claim]], speaker: str | None) -> Iterator[Signatory]:
    """One row for each actor and role, at its first mention; the speaker has `delivers` only."""
    seen: set[tuple[str, Role]] = set()
    for role, found in claims.items():
        for claim in found:
            actor = claim.name.actor
            if (actor, role) not in seen and (role == "delivers" or actor != speaker):
                seen.add((actor, role))
                yield claim.row(role)


def _claims(listed: NameList, part: Part) -> list[_Claim]:
    """The names of a list, without a group whose members it spells out ("the Nordic countries, A, B and C")."""
    named = {entry.name.actor for entry in listed.entries}
    return [
        _Claim(entry.name, part, entry.label)
        for entry in listed.entries
        if entry.name.kind != "group" or entry.name.actor == "EU" or not _spelt_out(entry.name.actor, named)
    ]


def _spelt_out(group: str, named: set[str]) -> bool:
    """Whether most members of a group are named beside it."""
    members = reference.members(group)
    return bool(members) and 2 * len(members & named) > len(members)


def _authors(heading: Heading, opening: Opening) -> list[_Claim]:
    """The co-authors that title and first sentence name; a title that names one names the speaker."""
    titled = heading.speakers if len(heading.speakers) > 1 else ()
    return [*(_Claim(entry.name, heading.part) for entry in titled), *_claims(opening.authors, "text")]


def _aligned(alignments: Mapping[Part, Iterable[Alignment]]) -> list[_Claim]:
    """The names of the alignment sentences, each with its group and scope."""
    return [
        replace(claim, scope=alignment.scope)
        for part, found in alignments.items()
        for alignment in found
        for claim in _claims(alignment.listed, part)
    ]


def _speaker(
    heading: Heading, opening: Opening, alignments: Mapping[Part, Iterable[Alignment]], behalf: list[_Claim]
) -> _Speaker:
    """Who speaks, in whose name."""
    claim = _own(heading, opening, alignments) or _single(heading)
    if heading.reader:
        return _Speaker(claim, heading.reader.actor)
    spoken_for = {other.name.actor for other in behalf}
    if spoken_for == {"EU"} and (claim is None or claim.name.actor != "EU"):
        return _Speaker(behalf[0], claim.name.actor if claim else None)
    if claim is None and len(spoken_for) == 1 and behalf[0].name.kind == "state":
        return _Speaker(behalf[0])
    if claim is None and opening.subject and not heading.speakers and not behalf:
        return _Speaker(_Claim(opening.subject, "text"))
    return _Speaker(claim)


def _single(heading: Heading) -> _Claim | None:
    """The speaker that the front names, if it is one."""
    return _Claim(heading.speakers[0].name, heading.part) if len(heading.speakers) == 1 else None


def _own(heading: Heading, opening: Opening, alignments: Mapping[Part, Iterable[Alignment]]) -> _Claim | None:
    """The one that the speaker calls "my own country", at its first mention."""
    lists: list[tuple[Part, NameList]] = [
        ("front", heading.behalf),
        ("text", opening.behalf),
        ("text", opening.authors),
    ]
    lists += [(part, alignment.listed) for part, found in alignments.items() for alignment in found]
    own = next(((part, listed.own) for part, listed in lists if listed.own), None)
    if own is None or own[1] is None:
        return None
    single = _single(heading)
    return single if single and single.name.actor == own[1].actor else _Claim(own[1], own[0])
