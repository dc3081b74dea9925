"""Who an entry names: a State, a group with the State that reads for it, the Chair, an office, a guest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from osce_analysis import reference
from osce_analysis.documents.journals.wordings import chairs, offices
from osce_analysis.documents.symbols import Symbol

_EDGES = " ,;.:*¶-–—/"
_GUEST = re.compile(r"[^\W\d_][\w.’'-]*\s+\S")
# Bodies whose papers only their own officers read.
_ISSUERS = {"SEC": "OSCE", "CIO": "OSCE", "ODIHR": "OSCE", "HCNM": "OSCE", "FOM": "OSCE", "PA": "OSCE-PA"}
_COVERED = 0.6  # share of an entry that a name must cover where no office is named


@dataclass(frozen=True)
class Speaker:
    """The actor of an entry; `exact` where the entry is a name and nothing else, `lost` a reader not printed."""

    actor: str | None
    delivered_by: str | None = None
    exact: bool = False
    lost: bool = False


NOBODY = Speaker(None)


def read_speaker(name: str, on: date | None, language: str | None, symbol: Symbol | None = None) -> Speaker:
    """Read the name of an entry.

    Parameters
    ----------
    name : str
        As printed before the brackets.
    on : date or None
        The day of the meeting.
    language : str or None
        ISO 639-1 code of the journal.
    symbol : Symbol, optional
        That of the paper read, which tells an officer's from a guest's.

    Returns
    -------
    Speaker
        `NOBODY` where the name is lost or not known.

    Examples
    --------
    >>> read_speaker("Malta-European Union", None, "en")
    Speaker(actor='EU', delivered_by='MLT', exact=True, lost=False)
    >>> read_speaker("Head of the OSCE Mission to Moldova", None, "en").actor
    'OSCE'
    """
    printed, name = name, name.strip(_EDGES)
    if not name:
        return NOBODY
    known = known_speaker(printed, on, language)
    if known:
        return known
    office = _by_office(name, on, language)
    if office:
        return Speaker(office)
    if symbol and (symbol.body in _ISSUERS or symbol.series == "FR"):
        return Speaker(_ISSUERS.get(symbol.body, "OSCE"))
    named = [found for found in reference.mentions(name, on, language=language) if found.kind != "group"]
    if len(named) == 1 and named[0].end - named[0].start >= _COVERED * len(name):
        return Speaker(named[0].actor)
    return Speaker("EXT") if _GUEST.match(name) and name[0].isupper() else NOBODY


def known_speaker(name: str, on: date | None, language: str | None) -> Speaker | None:
    """The speaker where `name` is the Chair, an actor, or a State that reads for a group; else None."""
    bare = name.strip(_EDGES)
    if chairs().fullmatch(bare):
        return Speaker("CHAIR", exact=True)
    actor = reference.find_actor(bare, on)
    if actor and actor not in ("OSCE", "CSCE"):
        lost = name.strip().startswith(("-", "–", "—"))
        return Speaker(actor, exact=True, lost=lost)
    return _for_a_group(bare, on, language)


def _for_a_group(name: str, on: date | None, language: str | None) -> Speaker | None:
    """ "Malta-European Union", "Irlanda - Unione europea", "Spain/EU"."""
    named = reference.mentions(name, on, language=language)
    if not named or named[-1].kind != "group" or named[-1].end != len(name):
        return None
    prefix = name[: named[-1].start].strip(_EDGES)
    reader = reference.find_actor(prefix, on) if prefix else None
    if prefix and reader is None:
        return None
    return Speaker(named[-1].actor, reader, exact=True)


def _by_office(name: str, on: date | None, language: str | None) -> str | None:
    """The actor that an officer speaks for."""
    for office in offices():
        if not office.pattern.search(name):
            continue
        if office.actor != "national":
            return office.actor
        states = [found for found in reference.mentions(name, on, language=language) if found.kind == "state"]
        if states:
            return states[-1].actor
    return None
