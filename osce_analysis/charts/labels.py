"""What is written beside bars, lines and nodes: short names, wrapped by their measured width, never cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import pandas as pd
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from osce_analysis import reference
from osce_analysis.charts import theme

ACTOR_COLUMNS = frozenset({"actor", "actor_a", "actor_b", "delegation", "delivered_by"})
NOT_STATED = "not stated"

# "The situation in the Middle East" is the title of many resolutions; people say 242.
_KNOWN_BY_NUMBER = ("S/RES/",)


def name(value: object, column: str) -> str:
    """What a cell of `column` is called in a chart: an actor by its short name, the rest as it is."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return NOT_STATED
    if column in ACTOR_COLUMNS:
        return reference.actor_name(str(value))
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return str(value)


def names(frame: pd.DataFrame, columns: list[str]) -> pd.Series:
    """One label a row from the cells of `columns`."""
    said = [
        ", ".join(name(cell, column) for column, cell in zip(columns, cells, strict=True))
        for cells in frame[columns].itertuples(index=False, name=None)
    ]
    return pd.Series(said, index=frame.index, dtype=object)


def instrument_label(instrument: str, title: object, *, width: float, lines: int = 3) -> str:
    """An instrument by its title where that fits into `lines` lines of `width` millimetres, else by its id."""
    if instrument.startswith(_KNOWN_BY_NUMBER):
        return instrument
    if isinstance(title, str) and title and len(wrap(title, width, theme.TEXT)) <= lines:
        return title
    return instrument


def legend_columns(names: Sequence[str], width: float) -> int:
    """How many columns of a legend fit into `width` millimetres.

    Examples
    --------
    >>> legend_columns(["European Union", "Russian Federation"], 84), legend_columns(["a" * 80, "b"], 84)
    (2, 1)
    """
    column = max(text_width(name, theme.TEXT) for name in names) + 8
    return max(1, min(len(names), int((width - 2) // column)))


def with_titles(frame: pd.DataFrame, *, width: float, lines: int) -> pd.DataFrame:
    """The frame with each instrument by its title where that fits; a frame of terms as it is."""
    if "instrument" not in frame or "title" not in frame:
        return frame
    pairs = zip(frame["instrument"], frame["title"], strict=True)
    said = [instrument_label(instrument, title, width=width, lines=lines) for instrument, title in pairs]
    return frame.assign(instrument=said)


def alone(frame: pd.DataFrame, label: str, width: float) -> str:
    """The one term or instrument of a chart, short enough to stand beside the unit on its axis."""
    return str(with_titles(frame, width=width * 0.35, lines=1)[label].iloc[0])


@lru_cache(maxsize=4096)
def text_width(text: str, size: float) -> float:
    """The width of one line of text in millimetres at `size` points."""
    font = FontProperties(family="DejaVu Sans", size=size)
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, False)
    return float(width) * theme.POINT


def wrap(text: str, width: float, size: float) -> list[str]:
    """The words of `text` in lines no wider than `width` millimetres.

    A word that is wider by itself breaks after a slash, hyphen or underscore, and else
    between letters: nothing is cut off.
    """
    lines: list[str] = []
    line = ""
    for piece, space in _pieces(text, width, size):
        longer = line + space + piece if line else piece
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = piece
        else:
            line = longer
    return [*lines, line] if line or not lines else lines


def _pieces(text: str, width: float, size: float) -> list[tuple[str, str]]:
    """Words with the space before each; a word wider than a line comes in parts without a space."""
    pieces: list[tuple[str, str]] = []
    for word in filter(None, re.split("[ \\t\\r\\n]+", text)):  # not at a no-break space
        parts = [word] if text_width(word, size) <= width else _parts(word, width, size)
        pieces += [(part, " " if place == 0 else "") for place, part in enumerate(parts)]
    return pieces


def _parts(word: str, width: float, size: float) -> list[str]:
    """A wide word in parts that each fit a line, broken where a reader would break it."""
    parts, part = [], ""
    for letter in word:
        while part and text_width(part + letter, size) > width:
            cut = max(part.rfind(mark) for mark in "/-_") + 1 or len(part)
            parts.append(part[:cut])
            part = part[cut:]
        part += letter
    return [*parts, part]
