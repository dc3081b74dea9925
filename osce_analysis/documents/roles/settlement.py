"""Settle what title, opening and alignment sentences say: one row for each (actor, role)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from osce_analysis import reference
from osce_analysis.documents.records import Part, Problem, Role, Signatory
from osce_analysis.documents.roles.alignment import Alignment
from osce_analysis.documents.roles.checks import problems_of
from osce_analysis.documents.roles.lists import NO_LIST, Entry
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
    """A name with its place in a list."""

    name: Name
    label: str | None = None
    scope: str | None = None

    def row(self, role: Role) -> Signatory:
        """The claim as a signatory."""
        name = self.name
        return Signatory(
            name.actor, name.kind, role, name.text, name.part, name.start, name.end, self.label, self.scope
        )


@dataclass(frozen=True)
class _Speaker:
    """In whose name a statement is made, and who reads it where that is another."""

    name: Name | None = None
    reader: str | None = None

    @property
    def actor(self) -> str | None:
        """The code of the one in whose name the statement is made."""
        return self.name.actor if self.name else None


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
    sentences = [sentence for found in alignments.values() for sentence in found]
    behalf = _claims(heading.behalf.listed.entries, opening.behalf.listed.entries)
    speaker = _speaker(heading, opening, sentences, behalf)
    represented = [claim for claim in behalf if claim.label != "aligning"]
    represented += _groups_above(heading, speaker.actor, {claim.name.actor for claim in represented})
    spoken_for = {claim.name.actor for claim in represented}
    claims: dict[Role, list[_Claim]] = {
        "delivers": [_Claim(speaker.name)] if speaker.name else [],
        "joint": [
            claim for claim in _authors(heading, opening) if not _covered(claim, {speaker.actor, *spoken_for})
        ],
        "represented": represented,
        "aligned": [
            *_aligned(sentences),
            *(replace(claim, label=None) for claim in behalf if claim.label == "aligning"),
        ],
    }
    rows = tuple(_rows(claims, speaker.actor))
    return Roles(
        signatories=rows,
        delegation=speaker.actor,
        delivered_by=speaker.reader,
        joint=heading.joint or any(row.role in ("joint", "represented") for row in rows),
        problems=tuple(problems_of(rows, heading, opening, sentences, on)),
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


def _claims(*lists: Iterable[Entry]) -> list[_Claim]:
    """The names of lists, without a group whose members they spell out ("the Nordic countries, A, B and C")."""
    entries = [entry for listed in lists for entry in listed]
    named = {entry.name.actor for entry in entries}
    return [
        _Claim(entry.name, entry.label)
        for entry in entries
        if entry.name.kind != "group" or entry.name.actor == "EU" or not _spelt_out(entry.name.actor, named)
    ]


def _spelt_out(group: str, named: Collection[str | None]) -> bool:
    """Whether most members of a group are named beside it."""
    members = reference.members(group)
    return bool(members) and 2 * len(members.intersection(named)) > len(members)


def _covered(claim: _Claim, speaking: Collection[str | None]) -> bool:
    """Whether an author has another role, or is a group whose members have one ("STATEMENT OF THE GUAM STATES")."""
    actor, kind = claim.name.actor, claim.name.kind
    return actor in speaking or (kind == "group" and actor != "EU" and _spelt_out(actor, speaking))


def _groups_above(heading: Heading, speaker: str | None, spoken_for: Collection[str]) -> list[_Claim]:
    """The groups in whose name the title speaks where a State delivers: "STATEMENT BY GUAM, delivered by Georgia".

    A State delivers, and is the delegation, for every group but the European Union, whose statement is its own.
    """
    return [
        _Claim(name)
        for name in heading.authors
        if name.kind == "group"
        and speaker not in (None, "EU", name.actor)
        and not _covered(_Claim(name), spoken_for)
    ]


def _authors(heading: Heading, opening: Opening) -> list[_Claim]:
    """The co-authors that title and first sentence name; one name alone in a plain title is the speaker."""
    titled = heading.authors if heading.joint or len(heading.authors) > 1 else ()
    only_groups = all(name.kind == "group" and name.actor != "EU" for name in heading.authors)
    signers = opening.signers if heading.joint and only_groups else NO_LIST
    return _claims(map(Entry, titled), opening.authors.entries, signers.entries)


def _aligned(sentences: Iterable[Alignment]) -> list[_Claim]:
    """The names of the alignment sentences, each with its group and scope."""
    return [
        replace(claim, scope=sentence.scope)
        for sentence in sentences
        for claim in _claims(sentence.listed.entries)
    ]


def _speaker(
    heading: Heading, opening: Opening, sentences: Iterable[Alignment], behalf: list[_Claim]
) -> _Speaker:
    """Who speaks, in whose name."""
    spoken_for = {claim.name.actor: claim.name for claim in behalf}
    own = _own(heading, opening, sentences) or heading.deliverer or opening.deliverer
    author = _single(heading, bool(behalf))
    if author and author.kind == "group" and author.actor != "EU" and _spelt_out(author.actor, spoken_for):
        author = None  # its members speak: "STATEMENT BY THE GROUP OF FRIENDS OF N", on behalf of A, B and C
    union = _union(author) or (_union(*spoken_for.values()) if len(spoken_for) == 1 else None)
    if union:
        reader = own or (author if author and author.actor != union.actor else None)
        return _Speaker(union, reader.actor if reader else None)
    if own or author:
        return _Speaker(own or author)
    if len(spoken_for) == 1 and behalf[0].name.kind == "state":
        return _Speaker(behalf[0].name)
    nobody = not (heading.authors or behalf or opening.authors.entries)
    return _Speaker(opening.subject if nobody else None)


def _union(*names: Name | None) -> Name | None:
    """The first name, if it is the European Union: a statement on its behalf is its own."""
    return names[0] if names[0] and names[0].actor == "EU" else None


def _single(heading: Heading, has_list: bool) -> Name | None:
    """The author that the title names, if it is one and speaks itself; one author of a joint title may be a part."""
    if len(heading.authors) != 1 or (heading.deliverer and heading.authors[0].actor != "EU"):
        return None
    alone = has_list or heading.for_others or not heading.joint
    return heading.authors[0] if alone or heading.authors[0].actor == "EU" else None


def _own(heading: Heading, opening: Opening, sentences: Iterable[Alignment]) -> Name | None:
    """The one that the speaker calls "my own country", at its first mention."""
    lists = [
        heading.behalf.listed,
        opening.behalf.listed,
        opening.authors,
        *(sentence.listed for sentence in sentences),
    ]
    own = next((listed.own for listed in lists if listed.own), None)
    above = [
        name for name in (heading.deliverer, *heading.authors) if name and own and name.actor == own.actor
    ]
    return above[0] if above else own
