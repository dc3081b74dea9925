"""A figure to a journal: the files it takes, the record of how it was made, and what the journal would object to."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from osce_analysis.charts import Chart, theme
from osce_analysis.corpus.saving import whole
from osce_analysis.publishing import records, references
from osce_analysis.publishing.cells import harmless
from osce_analysis.publishing.changes import changes
from osce_analysis.publishing.images import FORMATS, image
from osce_analysis.publishing.inspection import faults
from osce_analysis.publishing.presets import Preset, preset_of

_USUAL = ("pdf", "svg", "png")
_ALSO = {"tif": "tiff"}


@dataclass(frozen=True)
class Exported:
    """The files written, what a journal would object to, and what changed since an older export."""

    files: tuple[Path, ...]
    checks: tuple[str, ...] = ()
    changed: str = ""

    def __str__(self) -> str:
        said = [f"Wrote {', '.join(file.name for file in self.files)}.", *self.checks]
        return "\n".join([*said, f"Changed: {self.changed}."] if self.changed else said)

    __repr__ = __str__


def export(figure: Figure, path: str | Path, *, preset: str = "elsevier-single") -> Exported:
    """Write a figure as a publisher takes it, with its data and the record of how it was made.

    A chart of this package is drawn anew at the preset's width and lettering. Beside the image stand its data
    (.csv), the record of how it was made (.json), the code that makes it again from the saved corpus (.py) and
    the references (.bib). Another figure is written as an image alone.

    Parameters
    ----------
    figure : Figure
        As a function of `osce_analysis.charts` returns it, or any matplotlib Figure.
    path : str or Path
        Without an ending it becomes a PDF, an SVG and a PNG; with .pdf, .svg, .png, .tiff or .eps that alone.
    preset : str
        The publisher and the layout, such as "springer-double"; "slides" and "poster" too.

    Returns
    -------
    Exported
        The files written, what a journal would object to, and what changed since an older export.

    Raises
    ------
    ValueError
        For another preset or ending, for what is no figure, and where nothing can be written.

    Warns
    -----
    UserWarning
        For all that the journal would object to, and for what a foreign figure lacks.

    Examples
    --------
    >>> import tempfile
    >>> import pandas as pd
    >>> from osce_analysis import charts
    >>> chart = charts.bars(pd.DataFrame({"term": ["peace"], "count": [3], "rate": [0.3]}))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(export(chart, f"{folder}/fig1.svg"))
    Wrote fig1.svg, fig1.csv, fig1.json, fig1.bib.
    No code is written beside the figure: its table has no record of how it was made, or compares two corpora.
    """
    if not isinstance(figure, Figure):
        raise ValueError(f"export takes a figure; what it was given is a {type(figure).__name__}.")
    wanted = preset_of(preset)
    target, kinds = _target(Path(path))
    if wanted.enlarged > 1 and kinds == ("eps",):
        raise ValueError(f"EPS is for print, and {preset!r} is not: use pdf, svg, png or tiff.")
    if isinstance(figure, Chart) and hasattr(figure, "redraw"):
        return _chart(figure, target, kinds, wanted)
    return _foreign(figure, target, kinds, wanted)


def _target(path: Path) -> tuple[Path, tuple[str, ...]]:
    """The path without its ending, and the formats to write."""
    ending = path.suffix[1:].lower()
    if not ending:
        return path, _USUAL
    kind = _ALSO.get(ending, ending)
    if kind not in FORMATS:
        raise ValueError(
            f"A figure is not written as .{ending}: use one of {', '.join(FORMATS)}, or no ending for "
            f"{', '.join(_USUAL)}."
        )
    return path.with_suffix(""), (kind,)


def _chart(chart: Chart, target: Path, kinds: tuple[str, ...], preset: Preset) -> Exported:
    """A chart of ours: drawn anew, with all that belongs beside it."""
    times = preset.enlarged
    with theme.lettering(preset.text / times, preset.small / times):
        drawn = chart.redraw(width=preset.width / times, note=preset.note)
    checks = faults(drawn, preset)
    source = records.code(drawn, target.name, preset)
    if source is None:
        checks.append(
            "No code is written beside the figure: its table has no record of how it was made, or compares two corpora."
        )
    data = harmless(drawn.drawn.table).to_csv(index=False, lineterminator="\n")
    record = records.record(drawn, target.name, preset, checks)
    beside = {
        "csv": data,
        "json": record,
        "py": source,
        "bib": references.bibtex(references.keys_of(records.attrs_of(records.made_from(drawn)))),
    }
    changed = changes(target.with_name(f"{target.name}.csv"), data, record)
    held = {kind: image(drawn, kind, preset.dpi, enlarged=times) for kind in kinds}
    held |= {ending: text.encode() for ending, text in beside.items() if text is not None}
    return _written(target, held, checks, changed)


def _foreign(figure: Figure, target: Path, kinds: tuple[str, ...], preset: Preset) -> Exported:
    """A figure made elsewhere: the image alone."""
    checks = [
        "This figure was not drawn by osce_analysis.charts: its data, the record of how it was made, the code, "
        "the references and the alternative text are missing beside the image.",
        *faults(figure, replace(preset, enlarged=1)),
    ]
    return _written(target, {kind: image(figure, kind, preset.dpi) for kind in kinds}, checks, "")


def _written(target: Path, held: Mapping[str, bytes], checks: list[str], changed: str) -> Exported:
    """Each file whole or not at all; then the warnings."""
    paths = [target.with_name(f"{target.name}.{ending}") for ending in held]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for path, data in zip(paths, held.values(), strict=True):
            whole(path, _writer(data))
    except OSError as problem:
        raise ValueError(
            f"{target.name} cannot be written into {target.parent}: {problem.strerror}. Name another folder."
        ) from None
    for check in checks:
        warnings.warn(check, stacklevel=4)
    return Exported(tuple(paths), tuple(checks), changed)


def _writer(data: bytes) -> Any:
    """What `whole` calls with the path of its draft."""
    return lambda draft: draft.write_bytes(data)
