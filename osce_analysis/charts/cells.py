"""Cells of a heat map: their colours, the numbers in them, and the bar that explains the colours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Normalize, TwoSlopeNorm

from osce_analysis.charts import theme


def paint(
    axes: Axes,
    cells: np.ndarray,
    numbers: Sequence[Sequence[str]] | None,
    axis: str,
    *,
    across: Sequence[float] | None = None,
    down: Sequence[float] | None = None,
) -> None:
    """Paint cells from the top left, numbers in them where given, and a bar above them.

    Parameters
    ----------
    axes : Axes
        Where to.
    cells : array, rows x columns
        Values; NaN is hatched.
    numbers : rows of columns of str, optional
        What is written into each cell.
    axis : str
        What the colours mean.
    across, down : sequences of float, optional
        Edges of the columns and of the rows; one apart if not given.
    """
    x = np.arange(cells.shape[1] + 1.0) if across is None else np.asarray(across)
    y = np.arange(cells.shape[0] + 1.0) if down is None else np.asarray(down)
    norm, colours = _scale(cells)
    mesh = axes.pcolormesh(x, y, cells, norm=norm, cmap=colours, edgecolors="white", linewidth=0.4)
    axes.tick_params(length=0)
    axes.invert_yaxis()
    axes.spines[:].set_visible(False)
    axes.patch.set(facecolor="white", hatch="//////", hatchcolor=theme.FAINT)
    if numbers is not None:
        for row, column in zip(*np.nonzero(~np.isnan(cells)), strict=True):
            axes.text(
                (x[column] + x[column + 1]) / 2, (y[row] + y[row + 1]) / 2, numbers[row][column], ha="center",
                va="center", fontsize=theme.SMALL, color="white" if _dark(norm, cells[row, column]) else theme.INK,
            )  # fmt: skip
    bar = axes.get_figure().colorbar(mesh, ax=axes, location="top", shrink=0.6, aspect=25, pad=0.02)  # type: ignore[union-attr]
    bar.set_label(axis)
    bar.outline.set_visible(False)


def _scale(cells: np.ndarray) -> tuple[Normalize, str]:
    """From nothing to the most; about zero where values go below it."""
    most = float(np.nanmax(np.abs(cells))) or 1.0
    if np.nanmin(cells) < 0:
        return TwoSlopeNorm(0.0, -most, most), "PuOr"
    return Normalize(0.0, most), "Blues"


def _dark(norm: Normalize, value: float) -> bool:
    """Whether a cell is so dark that its number is white."""
    if isinstance(norm, TwoSlopeNorm):
        return bool(abs(norm(value) - 0.5) > 0.3)
    return bool(norm(value) > 0.55)
