"""What a figure draws, in points: its texts, lines, colours and transparency, held against a preset."""

from __future__ import annotations

from collections import defaultdict
from contextlib import nullcontext
from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from osce_analysis.charts import Chart, theme
from osce_analysis.publishing.colour_vision import chromatic, confused
from osce_analysis.publishing.presets import Preset

# With more colours than this they are a scale, which is read by its order.
_MOST_COLOURS = 9
_HAIR = 1.0  # points that a text may stand over the edge: a box is wider than its letters


class Inspection(RendererBase):
    """A renderer that draws nothing and notes what it is asked to draw: only what is drawn counts.

    Parameters
    ----------
    figure : Figure
        Drawn once, at 72 dots per inch, so that a dot is a point.
    """

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.texts: list[tuple[float, str]] = []
        self.cut: list[str] = []
        self.lines: list[float] = []
        self.clear = 1.0
        self.looks: dict[str, set[object]] = defaultdict(set)
        self._size = tuple(figure.get_size_inches() * 72)
        dpi = figure.dpi
        figure.dpi = 72
        try:
            with theme.style() if isinstance(figure, Chart) else nullcontext():
                figure.draw(self)
        finally:
            figure.dpi = dpi

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The size in points."""
        return self._size[0], self._size[1]

    def flipy(self) -> bool:
        """Heights count from the bottom."""
        return False

    def draw_text(
        self,
        gc: Any,  # noqa: ARG002
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,  # noqa: ARG002
    ) -> None:
        """Note the size of a text, and whether it leaves the figure."""
        if not s.strip():
            return
        self.texts.append((float(prop.get_size_in_points()), s))
        wide, tall, below = self.get_text_width_height_descent(s, prop, ismath)
        ends = np.array([0, wide])[:, None] + 1j * np.array([-below, tall - below])
        places = x + 1j * y + ends * np.exp(1j * np.radians(angle))
        room = max(
            -places.real.min(),
            places.real.max() - self._size[0],
            -places.imag.min(),
            places.imag.max() - self._size[1],
        )
        if room > _HAIR:
            self.cut.append(s)

    def draw_path(self, gc: GraphicsContextBase, path: Any, transform: Any, rgbFace: Any = None) -> None:  # noqa: ARG002, N803
        """Note a line's width, its colour and dashes, a face's colour and hatch."""
        self._note(gc, rgbFace, gc.get_hatch())

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Any,
        marker_trans: Any,
        path: Any,  # noqa: ARG002
        trans: Any,  # noqa: ARG002
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Note a marker once, with its shape."""
        corners = marker_trans.transform(marker_path.vertices)
        shape = np.round(corners / max(np.abs(corners).max(), 1e-9), 1).tobytes()
        self._note(gc, rgbFace, shape)

    def draw_image(self, *_: Any, **__: Any) -> None:
        """An image has no text or line of its own."""

    def _note(self, gc: GraphicsContextBase, face: Any, shape: object) -> None:
        """Keep what matters of one thing drawn."""
        line = gc.get_rgb()
        alpha = gc.get_alpha()
        if gc.get_linewidth() > 0 and line[3] > 0 and min(line[:3]) < 1:
            self.lines.append(float(gc.get_linewidth()))
            self.clear = min(self.clear, line[3])
            self.looks[to_hex(line)].add(shape or str(gc.get_dashes()))
        if face is not None and (len(face) < 4 or face[3] > 0):
            self.clear = min(self.clear, alpha if alpha is not None else 1, *face[3:])
            self.looks[to_hex(face)].add(shape)


def faults(figure: Figure, preset: Preset) -> list[str]:
    """What a journal would send back: a sentence each, none where all is well."""
    drawn = Inspection(figure)
    drawn.texts = [(size * preset.enlarged, text) for size, text in drawn.texts]
    drawn.lines = [line * preset.enlarged for line in drawn.lines]
    width, height = (side / theme.MM * preset.enlarged for side in figure.get_size_inches())
    return [
        *_wrong_width(width, preset),
        *_too_tall(height, preset),
        *[f"The text {text!r} does not fit into the figure: use a wider preset." for text in drawn.cut],
        *_small_text(drawn, preset),
        *_thin_line(drawn, preset),
        *_transparent(drawn, preset),
        *_alike(drawn),
    ]


def _wrong_width(width: float, preset: Preset) -> list[str]:
    """A figure that could not be drawn anew keeps its own width."""
    if abs(width - preset.width) < 0.01:
        return []
    return [f"The figure is {width:.2f} mm wide; {preset.preset} asks for {preset.width:g} mm."]


def _too_tall(height: float, preset: Preset) -> list[str]:
    if height <= preset.tallest:
        return []
    return [
        f"The figure is {height:.0f} mm tall; {preset.preset} leaves {preset.tallest:g} mm: draw fewer rows, or use "
        "a wider preset."
    ]


def _small_text(drawn: Inspection, preset: Preset) -> list[str]:
    size, text = min(drawn.texts, default=(preset.small, ""))
    if size >= preset.small - 1e-6:
        return []
    return [
        f"The smallest text is {size:g} pt ({text!r}); {preset.publisher} asks for at least {preset.small:g} pt."
    ]


def _thin_line(drawn: Inspection, preset: Preset) -> list[str]:
    thinnest = min(drawn.lines, default=preset.line)
    if thinnest >= preset.line - 1e-6:
        return []
    return [
        f"The thinnest line is {thinnest:.2g} pt; {preset.publisher} asks for at least {preset.line:g} pt."
    ]


def _transparent(drawn: Inspection, preset: Preset) -> list[str]:
    if preset.transparency or drawn.clear == 1:
        return []
    return [
        f"Something is drawn with an opacity of {drawn.clear:.2g}; {preset.publisher} take no transparency."
    ]


def _alike(drawn: Inspection) -> list[str]:
    """Pairs of colours that nothing else tells apart: no marker, hatch or dashes."""
    colours = sorted(colour for colour in drawn.looks if chromatic(colour))
    if len(colours) > _MOST_COLOURS:
        return []
    return [
        f"The colours {first} and {second} look alike {where}, and neither marker nor hatch tells them apart."
        for first, second, where in confused(colours)
        if drawn.looks[first] == drawn.looks[second]
    ]
