"""What publishers ask of a figure: a table, each row with its source."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from osce_analysis.corpus.options import check


@dataclass(frozen=True)
class Preset:
    """What a figure must be like, and what of that could not be verified.

    Width, and the height that a page leaves at most (tallest), in millimetres; text, small (the smallest text) and
    line (the thinnest line) in points; how often it is drawn smaller and then enlarged, lines and marks with it; dpi
    of images; whether transparency is allowed, and whether the note is drawn under the chart or left for the caption.
    """

    preset: str
    publisher: str
    width: float
    tallest: float
    text: float
    small: float
    line: float
    enlarged: int
    dpi: int
    transparency: bool
    note: bool
    unverified: tuple[str, ...]
    source: str


def preset_of(name: str) -> Preset:
    """The preset of this name.

    Raises
    ------
    ValueError
        Where there is none: the sentence offers those that there are.

    Examples
    --------
    >>> preset_of("springer-double").width
    174.0
    """
    check("preset", name, presets())
    return presets()[name]


@cache
def presets() -> Mapping[str, Preset]:
    """All presets by name."""
    text = files(__package__).joinpath("data", "presets.csv").read_text(encoding="utf-8")
    return {row["preset"]: _preset(row) for row in csv.DictReader(text.splitlines())}


def _preset(row: Mapping[str, str]) -> Preset:
    """One row of the table."""
    return Preset(
        preset=row["preset"],
        publisher=row["publisher"],
        width=float(row["width"]),
        tallest=float(row["tallest"]),
        text=float(row["text"]),
        small=float(row["small"]),
        line=float(row["line"]),
        enlarged=int(row["enlarged"]),
        dpi=int(row["dpi"]),
        transparency=row["transparency"] == "yes",
        note=row["note"] == "yes",
        unverified=tuple(row["unverified"].split()),
        source=row["source"],
    )
