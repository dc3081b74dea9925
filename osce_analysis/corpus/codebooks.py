"""The codebook of a corpus: what each column means, how it was filled, and what it holds."""

from __future__ import annotations

import html
import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from osce_analysis.corpus.saving import whole
from osce_analysis.corpus.schema import TABLES, TEXTS, Column

if TYPE_CHECKING:
    from osce_analysis.corpus.corpus import Corpus

NAMED, LONGEST = 10, 60
"""How many values a row names, and the letters of the longest that it writes out."""

_OWN = Column("", "the user's own column", "as given")
_TITLE = "Codebook"
_STYLE = (
    "body{font:14px/1.4 sans-serif;margin:2em}table{border-collapse:collapse}"
    "th,td{border-bottom:1px solid #d9d9d9;padding:.3em .6em;text-align:left;vertical-align:top}"
)


def codebook(corpus: Corpus, path: str | os.PathLike[str] | None = None) -> pd.DataFrame:
    """Each column of each table: its meaning, rule and dtype, and what it holds.

    Parameters
    ----------
    corpus : Corpus
        All its versions are described, also those that no analysis counts.
    path : path, optional
        Where to write it, as CSV, Markdown or HTML by its ending: .csv, .md or .html.

    Returns
    -------
    DataFrame
        table, column, dtype, meaning, rule (by which it is filled), missing (0 to 1), distinct (how many values
        there are), allowed (all that there can be, where that is fixed), values (the most frequent ones and how often
        each is there; of numbers and days the first and the last; of texts none).

    Raises
    ------
    ValueError
        For another ending, or a path that cannot be written.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> book = codebook(Corpus(pd.DataFrame({"statement_id": ["a", "b"], "body": ["PC", "PC"]})))
    >>> book.set_index("column").loc["body", ["meaning", "values"]].tolist()
    ['issuing body (MC, PC, FSC, SUM, ...)', 'PC (2)']
    """
    rows = [
        _row(table, frame[name], columns.get(str(name), _OWN))
        for table, columns in TABLES.items()
        for frame in [getattr(corpus, table)]
        for name in frame.columns
    ]
    book = pd.DataFrame(rows)
    if path is not None:
        _write(book, Path(path))
    return book


def _row(table: str, cells: pd.Series, column: Column) -> dict[str, object]:
    """What is told of one column."""
    return {
        "table": table,
        "column": str(cells.name),
        "dtype": str(cells.dtype),
        "meaning": column.meaning,
        "rule": column.rule,
        "missing": float(cells.isna().mean()) if len(cells) else np.nan,
        "distinct": int(cells.map(str, na_action="ignore").nunique()),
        "allowed": ", ".join(column.values),
        "values": _values(table, cells),
    }


def _values(table: str, cells: pd.Series) -> str:
    """The most frequent values, or the span of numbers and days; nothing of a text."""
    held = cells.dropna()
    if (table, cells.name) in TEXTS or held.empty:
        return ""
    if pd.api.types.is_datetime64_any_dtype(held):
        return f"{held.min():%Y-%m-%d} to {held.max():%Y-%m-%d}"
    if pd.api.types.is_numeric_dtype(held) and not pd.api.types.is_bool_dtype(held):
        return (
            f"{held.min():,} to {held.max():,}" if cells.name != "year" else f"{held.min()} to {held.max()}"
        )
    counts = held.map(str).value_counts(sort=False).sort_index().sort_values(ascending=False, kind="stable")
    if len(counts) > NAMED and counts.iloc[0] == 1:
        return ""  # each is another
    said = [f"{_short(value)} ({often:,})" for value, often in counts.head(NAMED).items()]
    return ", ".join([*said, "..."] if len(counts) > NAMED else said)


def _short(value: object) -> str:
    """A value on one line, cut where it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


def _write(book: pd.DataFrame, path: Path) -> None:
    """Write it in the form that the ending names."""
    ending = path.suffix.lower()
    if ending not in _WRITERS:
        raise ValueError(
            f"A codebook is not written as {ending or path.name!r}: end it with {', '.join(_WRITERS)}."
        )
    text = _WRITERS[ending](book)
    try:
        whole(path, partial(Path.write_text, data=text, encoding="utf-8", newline="\n"))
    except OSError as error:
        raise ValueError(
            f"{path} cannot be written ({error.strerror}): choose a folder that is there and open to you."
        ) from None


def _csv(book: pd.DataFrame) -> str:
    """As CSV, in which no spreadsheet takes a value for a formula: all stand behind words or in brackets."""
    return str(book.assign(values=book["values"].map(_guarded)).to_csv(index=False, lineterminator="\n"))


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _shown(book: pd.DataFrame) -> pd.DataFrame:
    """As people read it: the share in per cent."""
    share = book["missing"].map(lambda part: "" if pd.isna(part) else f"{part:.0%}")
    return book.assign(missing=share, distinct=book["distinct"].map("{:,}".format))


def _tables(book: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """What people read, table by table."""
    parts = _shown(book).groupby("table", sort=False)
    return {str(name): part.drop(columns="table") for name, part in parts}


def _markdown(book: pd.DataFrame) -> str:
    """As Markdown, in which no value is taken for a mark."""
    lines = [f"# {_TITLE}", ""]
    for name, part in _tables(book).items():
        lines += [f"## {name}", "", _line(part.columns), _line(["---"] * part.shape[1])]
        lines += [_line(map(_unmarked, cells)) for cells in part.itertuples(index=False, name=None)]
        lines.append("")
    return "\n".join(lines)


def _line(cells: object) -> str:
    return f"| {' | '.join(cells)} |"  # type: ignore[arg-type]


def _unmarked(cell: object) -> str:
    """A cell without the signs of Markdown and HTML."""
    return "".join(f"\\{letter}" if letter in "\\|*_`<[#&" else letter for letter in str(cell))


def _html(book: pd.DataFrame) -> str:
    """As a page of its own, all text escaped."""
    lines = [
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{_TITLE}</title><style>{_STYLE}</style>'
    ]
    lines.append(f"<h1>{_TITLE}</h1>")
    for name, part in _tables(book).items():
        head = "".join(f"<th>{html.escape(str(column))}</th>" for column in part)
        lines += [f"<h2>{html.escape(name)}</h2>", f"<table><tr>{head}</tr>"]
        lines += [
            f"<tr>{''.join(f'<td>{html.escape(str(cell))}</td>' for cell in cells)}</tr>"
            for cells in part.itertuples(index=False, name=None)
        ]
        lines.append("</table>")
    return "\n".join([*lines, "</html>", ""])


_WRITERS: Mapping[str, Callable[[pd.DataFrame], str]] = {".csv": _csv, ".md": _markdown, ".html": _html}
