"""Files that a reader takes along, as links that hold them: no server has to serve them."""

from __future__ import annotations

import base64
import io
import tempfile
import warnings
from collections.abc import Mapping
from html import escape
from pathlib import Path

import pandas as pd

from osce_analysis.charts.figures import Chart
from osce_analysis.explorers import rendering
from osce_analysis.publishing import export
from osce_analysis.publishing.cells import spreadsheet
from osce_analysis.publishing.zips import zipped

MOST_BYTES = 1_500_000
"""Of one file: a notebook's server drops messages of more than some 3 MB in three seconds."""

_MEDIA = {"csv": "text/csv", "pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}


def links(files: Mapping[str, bytes]) -> str:
    """A link for each file that is not too large, which saves it under its name.

    Examples
    --------
    >>> "href=\\"data:text/csv;base64,YQ==\\"" in links({"words.csv": b"a"})
    True
    """
    return rendering.block(f'<p class="downloads">{" ".join(_link(*file) for file in files.items())}</p>')


def tables(name: str, table: pd.DataFrame) -> str:
    """Links to a table as CSV, for a spreadsheet, and as Parquet, or a sentence where it is too large."""
    if int(table.memory_usage(deep=True).sum()) > 8 * MOST_BYTES:
        return rendering.sentence(
            f"{name} is too large to be taken along from here: run the code for this view, then "
            f'table.to_csv("{name}.csv").'
        )
    parquet = io.BytesIO()
    plain = table.set_axis([str(column) for column in table.columns], axis="columns")
    plain.attrs = {}
    plain.to_parquet(parquet)
    text = spreadsheet(table)
    return links({f"{name}.csv": text.encode("utf-8-sig"), f"{name}.parquet": parquet.getvalue()})


def figure(name: str, chart: Chart, preset: str, kind: str) -> str:
    """A figure for a paper: links to the image, its data, and all files together; then what a journal would object to.

    Raises
    ------
    ValueError
        Where the figure cannot be written in this way.
    """
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is warned of is said below the links
        written = export(chart, Path(folder) / f"{name}.{kind}", preset=preset)
        held = {path.name: path.read_bytes() for path in written.files}
    first = {file: data for file, data in held.items() if file.endswith((f".{kind}", ".csv"))}
    said = "".join(rendering.sentence(check) for check in written.checks)
    return links({**first, f"{name}.zip": zipped(held)}) + said


def _link(name: str, data: bytes) -> str:
    size = f"{len(data) / 1000:,.0f} kB"
    if len(data) > MOST_BYTES:
        return (
            f"<span>{escape(name)} ({size}) is too large to be taken along from here: use osce.export.</span>"
        )
    media = _MEDIA.get(name.rsplit(".", 1)[-1], "application/octet-stream")
    address = f"data:{media};base64,{base64.b64encode(data).decode('ascii')}"
    return f'<a download="{escape(name)}" href="{address}">{escape(name)} ({size})</a>'
