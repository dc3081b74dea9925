"""A figure or a table to a journal: the files it takes, how it was made, and what the journal would object to."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from osce_analysis.charts import Chart, theme
from osce_analysis.corpus.provenance import recall
from osce_analysis.corpus.saving import whole
from osce_analysis.publishing import markup, paragraphs, records, references
from osce_analysis.publishing.cells import spreadsheet
from osce_analysis.publishing.changes import changes
from osce_analysis.publishing.images import FORMATS, image
from osce_analysis.publishing.inspection import faults
from osce_analysis.publishing.presets import Preset, preset_of
from osce_analysis.publishing.printing import MOST_ROWS, Printed, flat, printed

_USUAL = ("pdf", "svg", "png")
_TABLES = ("tex", "docx", "html", "md")
_LISTED = ("statement_id", "symbol", "date", "delegation", "title", "source")
_ALSO = {"tif": "tiff", "htm": "html", "markdown": "md"}


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


def export(result: Figure | pd.DataFrame, path: str | Path, *, preset: str = "elsevier-single") -> Exported:
    """Write a figure or a table as a publisher takes it, with its data and the record of how it was made.

    A chart of this package is drawn anew at the preset's width and lettering. A table is printed with titles in
    words, rounded by what its columns mean, an interval beside its estimate, and the note below; of a long one the
    first 500 rows. Beside either stand the data (.csv, whole and unrounded), the record of how it was made (.json),
    the code that makes it again from the saved corpus (.py), the references (.bib) and, for an appendix, the statements
    that it stands on (.documents.csv). What was done to a table
    after its analysis is not in the code. A figure made elsewhere is written as an image alone.

    Parameters
    ----------
    result : Figure or DataFrame
        As a function of `osce_analysis.charts` or an analysis returns it, or any other.
    path : str or Path
        Without an ending a figure becomes a PDF, an SVG and a PNG, a table LaTeX, Word, HTML and Markdown; with
        .pdf, .svg, .png, .tiff, .eps, or .tex, .docx, .html, .md, .csv, that alone.
    preset : str
        Of a figure the publisher and the layout, such as "springer-double"; "slides" and "poster" too.

    Returns
    -------
    Exported
        The files written, what a journal would object to, and what changed since an older export.

    Raises
    ------
    ValueError
        For another preset or ending, for what is no figure or table, and where nothing can be written.

    Warns
    -----
    UserWarning
        For all that the journal would object to, and for what a foreign figure lacks.

    Examples
    --------
    >>> import tempfile
    >>> from osce_analysis import Corpus, terms
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a"], "text": ["Peace and security."]}))
    >>> counted = terms.frequency(corpus, terms="peace", interval=None)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(export(counted, f"{folder}/table1.tex"))
    Wrote table1.tex, table1.csv, table1.json, table1.py, table1.bib, table1.documents.csv.
    """
    wanted = preset_of(preset)
    if isinstance(result, pd.DataFrame):
        return _table(result, *_target(Path(path), "A table", (*_TABLES, "csv"), _TABLES), preset)
    if not isinstance(result, Figure):
        raise ValueError(
            f"export takes a figure or a table; what it was given is a {type(result).__name__}: draw it with "
            "osce.charts, or name one table of it."
        )
    target, kinds = _target(Path(path), "A figure", FORMATS, _USUAL)
    if wanted.enlarged > 1 and kinds == ("eps",):
        raise ValueError(f"EPS is for print, and {preset!r} is not: use pdf, svg, png or tiff.")
    if isinstance(result, Chart) and hasattr(result, "redraw"):
        return _chart(result, target, kinds, wanted)
    return _foreign(result, target, kinds, wanted)


def _target(
    path: Path, what: str, known: tuple[str, ...], usual: tuple[str, ...]
) -> tuple[Path, tuple[str, ...]]:
    """The path without its ending, and the formats to write."""
    ending = path.suffix[1:].lower()
    if not path.name:
        raise ValueError("The path names no file: end it with a name such as fig1.")
    if not ending:
        return path, usual
    kind = _ALSO.get(ending, ending)
    if kind not in known:
        raise ValueError(
            f"{what} is not written as .{ending}: use one of {', '.join(known)}, or no ending for {', '.join(usual)}."
        )
    return path.with_suffix(""), (kind,)


def _chart(chart: Chart, target: Path, kinds: tuple[str, ...], preset: Preset) -> Exported:
    """A chart of ours: drawn anew, with all that belongs beside it."""
    times = preset.enlarged
    with theme.lettering(preset.text / times, preset.small / times):
        drawn = chart.redraw(width=preset.width / times, note=preset.note)
    checks = faults(drawn, preset)
    shown = {
        "chart": {
            "function": f"charts.{chart.redraw.func.__name__}",
            "options": records.chart_options(chart.redraw),
        },
        "rows_drawn": len(drawn.drawn.table),
        "note": drawn.drawn.note,
        "alt": drawn.drawn.alt,
        "preset": asdict(preset),
        "drawn_with": {"matplotlib": version("matplotlib")},
    }
    held = {kind: image(drawn, kind, preset.dpi, enlarged=times) for kind in kinds}
    return _with_record(drawn, records.rows_drawn(drawn), target, held, shown, checks, preset.preset)


def _table(table: pd.DataFrame, target: Path, kinds: tuple[str, ...], preset: str) -> Exported:
    """A table: printed in each format, with all that belongs beside it."""
    if not len(table.columns):
        raise ValueError("The table has no columns: there is nothing to print.")
    made, data = records.attrs_of(table), flat(table)
    page = printed(data, made, paragraphs.caption(made))
    writers: Mapping[str, Callable[[Printed], str | bytes]] = {
        "tex": lambda page: markup.latex(page, target.name),
        "docx": _docx,
        "html": markup.html,
        "md": markup.markdown,
    }
    written = {kind: writers[kind](page) for kind in kinds if kind in writers}
    held = {kind: text if isinstance(text, bytes) else text.encode() for kind, text in written.items()}
    checks = []
    if held and len(data) > MOST_ROWS:
        checks.append(
            f"The table has {len(data):,} rows: {MOST_ROWS} are printed, and all are in the CSV beside it."
        )
    shown = {"rows": len(data), "caption": page.caption, "note": page.note}
    return _with_record(table, data, target, held, shown, checks, preset)


def _docx(page: Printed) -> bytes:
    """A Word document; what writes it is loaded only here."""
    from osce_analysis.publishing.word import docx

    return docx(page)


def _with_record(
    result: Chart | pd.DataFrame,
    data: pd.DataFrame,
    target: Path,
    held: Mapping[str, bytes],
    shown: Mapping[str, Any],
    checks: list[str],
    preset: str,
) -> Exported:
    """What is published, and beside it data, record, code and references."""
    made = records.attrs_of(records.drawn_from(result))
    source = records.code(result, target.name, preset)
    if source is None:
        checks = [*checks, "No code is written beside it: its table has no record of how it was made."]
    methods = {"methods": paragraphs.paragraph(made)} if made else {}
    keys = [*references.software(), *paragraphs.keys_of(made)] if made else references.software()
    beside = {
        "csv": spreadsheet(data),
        "json": records.record(target.name, {**shown, **methods, "checks": checks}, made),
        "py": source,
        "bib": "\n".join(filter(None, [references.bibtex(keys), references.sources(data)])),
    }
    if listed := _documents(made):
        beside["documents.csv"] = listed
    changed = changes(target.with_name(f"{target.name}.csv"), str(beside["csv"]), str(beside["json"]))
    files = {**held, **{ending: text.encode() for ending, text in beside.items() if text is not None}}
    return _written(target, files, checks, changed)


def _documents(made: Mapping[str, Any]) -> str:
    """The statements that a result stands on, as the table of an appendix; nothing where they are not in memory."""
    held = [corpus.statements[list(_LISTED)] for corpus in recall(dict(made))]
    if not held:
        return ""
    listed = pd.concat(held).sort_values(["date", "statement_id"], kind="stable")
    return spreadsheet(listed)


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
        warnings.warn(check, stacklevel=5)
    return Exported(tuple(paths), tuple(checks), changed)


def _writer(data: bytes) -> Any:
    """What `whole` calls with the path of its draft."""
    return lambda draft: draft.write_bytes(data)
