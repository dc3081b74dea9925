"""How every chart looks: sizes for print in millimetres, one font that holds Cyrillic, few colours.

Matplotlib's settings are changed only inside `style()`; a user's own settings neither
leak into a chart nor suffer from one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib
from matplotlib import style as styles

MM = 1 / 25.4
POINT = 25.4 / 72

SINGLE = 84.0
"""Width of one column in millimetres."""

TEXT, SMALL = 7.0, 6.0
"""Sizes of labels and of the note in points; `lettering` changes them for a while."""

INK, GREY, FAINT = "#1a1a1a", "#8c8c8c", "#d9d9d9"
ACCENT = "#0072b2"
OKABE_ITO = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")

SETTINGS = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "text.color": INK,
    "text.parse_math": False,
    "text.hinting": "no_hinting",  # so that a text is as wide on the screen as in print
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "axes.linewidth": 0.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.formatter.use_mathtext": False,
    "axes.formatter.useoffset": False,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.major.width": 0.5,
    "ytick.major.width": 0.5,
    "xtick.major.size": 2.0,
    "ytick.major.size": 2.0,
    "legend.frameon": False,
    "legend.handlelength": 1.4,
    "legend.columnspacing": 1.2,
    "hatch.linewidth": 0.5,
    "lines.linewidth": 1.0,
    "lines.markersize": 3.5,
    "figure.dpi": 100,
    "savefig.dpi": 300,
    "pdf.fonttype": 42,
    "ps.fonttype": 42,
    "svg.fonttype": "path",
    "svg.hashsalt": "osce_analysis",
}
_LETTERED = ("font.size", "axes.labelsize", "xtick.labelsize", "ytick.labelsize", "legend.fontsize")


@contextmanager
def style() -> Iterator[None]:
    """Matplotlib with our settings, and its own defaults for the rest, until the block ends.

    Examples
    --------
    >>> with style():
    ...     matplotlib.rcParams["pdf.fonttype"]
    42
    """
    with matplotlib.rc_context(), styles.context(["default", SETTINGS | dict.fromkeys(_LETTERED, TEXT)]):
        yield


@contextmanager
def lettering(text: float, small: float) -> Iterator[None]:
    """Labels of `text` points and notes of `small` points in the charts drawn until the block ends.

    Examples
    --------
    >>> with lettering(8, 7), style():
    ...     matplotlib.rcParams["font.size"]
    8.0
    """
    global TEXT, SMALL
    usual = TEXT, SMALL
    TEXT, SMALL = text, small
    try:
        yield
    finally:
        TEXT, SMALL = usual


def line(size: float) -> float:
    """The height in millimetres of a line of text at `size` points.

    Examples
    --------
    >>> round(line(7), 1)
    2.9
    """
    return size * POINT * 1.17
