"""One look for each actor: a colour, a marker and a hatch that never change from chart to chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from osce_analysis.charts.theme import OKABE_ITO

MARKERS = ("o", "s", "^", "D", "v", "P", "X", "<", ">")
HATCHES = ("", "//////", "......", "\\\\\\\\\\\\", "xxxxxx", "------", "++++++", "oooo", "||||||")

# Those most often set beside each other come first and get a colour of their own.
ACTORS = (
    "EU", "RUS", "USA", "UKR", "GBR", "CAN", "TUR",
    "ARM", "AZE", "GEO", "BLR", "KAZ", "KGZ", "UZB",
    "DEU", "FRA", "ITA", "POL", "MDA", "SRB", "TJK",
    "TKM", "CHE", "NOR", "ISL", "LIE", "ALB", "BIH",
    "MKD", "MNE", "SWE", "FIN", "ESP", "NLD", "AUT",
    "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST",
    "GRC", "HUN", "IRL", "LVA", "LTU", "LUX", "MLT",
    "PRT", "ROU", "SVK", "SVN", "AND", "MCO", "SMR",
    "VAT", "MNG", "CSTO", "GUAM", "NB8", "SUN", "YUG",
)  # fmt: skip
_TINTS = (0.0, 0.45, -0.4)
_RANK = {code: rank for rank, code in enumerate(ACTORS)}


@dataclass(frozen=True)
class Look:
    """How one actor or side is drawn; the marker and the hatch tell it apart in grey."""

    colour: str
    marker: str
    hatch: str


def colours(actor: str) -> Look:
    """The look of an actor, the same in every chart.

    Parameters
    ----------
    actor : str
        An actor's code (`RUS`, `EU`); any other string gets a look of its own too,
        which another string may share.

    Returns
    -------
    Look
        Colour (hexadecimal), matplotlib marker and hatch.

    Examples
    --------
    >>> colours("RUS")
    Look(colour='#d55e00', marker='s', hatch='//////')
    """
    return _look(_RANK.get(actor, crc32(actor.encode())))


def looks(sides: Sequence[str], *, actors: bool) -> dict[str, Look]:
    """The look of each side: an actor's own, else by its place among the sides."""
    return {side: colours(side) if actors else _look(place) for place, side in enumerate(sides)}


def _look(rank: int) -> Look:
    """Colours go round in sevens, then as tints and shades; markers and hatches move on with each round."""
    turns, place = divmod(rank, len(OKABE_ITO))
    other = (place + turns) % len(MARKERS)
    return Look(tint(OKABE_ITO[place], _TINTS[turns % len(_TINTS)]), MARKERS[other], HATCHES[other])


def tint(colour: str, amount: float) -> str:
    """Mixed with white where `amount` is above zero, with black below."""
    towards = 255 if amount > 0 else 0
    parts = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(part + (towards - part) * abs(amount)):02x}" for part in parts)
