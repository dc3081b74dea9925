"""The catalogue of instruments that statements cite: decisions, documents, treaties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from osce_analysis.reference.suggestions import did_you_mean, near_miss
from osce_analysis.reference.tables import rows


class UnknownInstrument(LookupError):
    """An id that the catalogue does not hold; the sentence suggests a near one."""


@dataclass(frozen=True)
class Instrument:
    """An instrument; `date` is as its source gives it and may be partial (`1996-12`)."""

    instrument: str
    kind: str
    title: str
    issuing_body: str
    date: str
    place: str
    topic: str
    source: str
    verified: str
    note: str


def instrument(id: str) -> Instrument:
    """Return the instrument with this canonical id.

    Parameters
    ----------
    id : str
        The institution's symbol for the work (`MC.DEC/3/04`) or a short name (`HFA-1975`).

    Raises
    ------
    UnknownInstrument
        A LookupError; a near miss is suggested, never taken.

    Examples
    --------
    >>> instrument("MC.DEC/3/04").title
    'Combating the Use of the Internet for Terrorist Purposes'
    """
    if id not in _catalogue():
        near = near_miss(id, _catalogue())
        raise UnknownInstrument(f"The catalogue has no instrument {id!r}.{did_you_mean(near)}")
    return _catalogue()[id]


def instruments() -> tuple[Instrument, ...]:
    """Return all instruments of the catalogue, in its order.

    Examples
    --------
    >>> instruments()[0].instrument
    'HFA-1975'
    """
    return tuple(_catalogue().values())


def instrument_title(id: str) -> str | None:
    """Return the title of an instrument, None where the catalogue does not hold it.

    Examples
    --------
    >>> instrument_title("PARIS-1990"), instrument_title("MC.DEC/99/99")
    ('Charter of Paris for a New Europe', None)
    """
    known = _catalogue().get(id)
    return known.title if known else None


def successor(id: str) -> str | None:
    """Return the instrument that replaced this one, None where none is known.

    Examples
    --------
    >>> successor("VD-1999"), successor("HFA-1975")
    ('VD-2011', None)
    """
    return next((row["successor"] for row in rows("successions") if row["instrument"] == id), None)


@cache
def _catalogue() -> Mapping[str, Instrument]:
    """Return the instruments by their id."""
    return {row["instrument"]: Instrument(**row) for row in rows("instruments")}
