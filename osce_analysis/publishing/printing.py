"""A table as a paper prints it: titles, rounding by what a column means, an interval beside its estimate, the note."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import pandas as pd

from osce_analysis.charts import notes
from osce_analysis.reference import actor_name

MOST_ROWS = 500
"""Rows that are printed; the CSV beside a longer table holds them all."""

PAD = "\N{FIGURE SPACE}"
"""As wide as a digit: it sets the numbers of a column under each other."""

MISSING = "\N{EN DASH}"
_MEASURED = {"count", "rate", "share", "value", "p", "number"}
_ESTIMATES = {"rate", "share", "value"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_SIDES = (("_target", 0), ("_reference", 1))


@dataclass(frozen=True)
class Printed:
    """A table in words: caption, heads, rows of cells, which columns are numbers, and the note below."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    note: str


@dataclass(frozen=True)
class _Column:
    """A column of the table: its values as they are, and what they mean."""

    name: str
    title: str
    kind: str
    values: pd.Series


def printed(table: pd.DataFrame, made: Mapping[Any, Any], caption: str) -> Printed:
    """The table as a paper prints it.

    Parameters
    ----------
    table : DataFrame
        A result, or any other table; of a long one the first `MOST_ROWS` rows.
    made : mapping
        How it was made (`table.attrs`), empty where that is not known.
    caption : str
        What it shows.

    Examples
    --------
    >>> rates = pd.DataFrame({"term": ["peace"], "rate": [2.1234], "low": [1.8], "high": [2.4], "p": [0.0004]})
    >>> shown = printed(rates, {}, "Rates")
    >>> shown.heads, shown.rows
    (('Term', 'Rate [95 % interval]', 'p'), (('peace', '2.12 [1.80, 2.40]', '<.001'),))
    """
    shown = table.head(MOST_ROWS)
    columns = [_column(name, shown.iloc[:, place], made) for place, name in enumerate(map(str, table))]
    heads, cells, numeric = [], [], []
    for place, column in enumerate(columns):
        if _bound(columns, place):
            continue
        bounds = columns[place + 1 : place + 3] if _bound(columns, place + 1) else []
        heads.append(f"{column.title} [95 % interval]" if bounds else column.title)
        cells.append(_with_interval(column, bounds) if bounds else _cells(column))
        numeric.append(column.kind in _MEASURED)
    note = _note(made, notes.not_shown(len(table), len(shown), "rows"))
    return Printed(caption, tuple(heads), tuple(zip(*cells, strict=True)), tuple(numeric), note)


def plain(text: object) -> str:
    """A text on one line, without what no file may hold."""
    return _CONTROL.sub(" ", str(text)).strip()


def flat(table: pd.DataFrame) -> pd.DataFrame:
    """The table with a named index as its first columns, and one line of column names."""
    held = table.reset_index() if any(name is not None for name in table.index.names) else table
    if isinstance(held.columns, pd.MultiIndex):
        held = held.set_axis([" ".join(str(part) for part in name if part) for name in held.columns], axis=1)
    return held


def _column(name: str, values: pd.Series, made: Mapping[str, Any]) -> _Column:
    """A column with its title and meaning: its own, or those of the name without its side."""
    call, options = str(made.get("of") or made.get("call")), made.get("options") or {}
    stem, side = _side(name, made.get("sides"))
    title, kind = (
        _known(call, name) or _known(call, stem) or (_first_up(stem.replace("_", " ")), _kind(values))
    )
    if "{" in title:
        field = title[title.index("{") + 1 : title.index("}")]
        given = options.get(field)
        words = f"{given:,}" if isinstance(given, (int, float)) else str(given).replace("_", " ")
        title = title.format(**{field: words}) if given is not None else _first_up(stem)
    if not pd.api.types.is_numeric_dtype(values) and kind in _MEASURED:
        kind = "text"
    return _Column(name, plain(title + side), kind, values)


def _side(name: str, sides: Sequence[str] | None) -> tuple[str, str]:
    """A column's name without its side, and the side in words."""
    for ending, place in _SIDES:
        if name.endswith(ending):
            return name.removesuffix(ending), f", {sides[place] if sides else ending[1:]}"
    if name.endswith(("_a", "_b")):
        return name[:-2], f" {name[-1].upper()}"
    return name, ""


def _known(call: str, name: str) -> tuple[str, str] | None:
    """Title and kind from the table of columns: this result's own, else those of all."""
    return _columns().get((call, name)) or _columns().get(("", name))


@cache
def _columns() -> Mapping[tuple[str, str], tuple[str, str]]:
    text = files(__package__).joinpath("data", "columns.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {(row["call"], row["column"]): (row["title"], row["kind"]) for row in rows}


def _kind(values: pd.Series) -> str:
    """What a column of no known name holds, by its dtype."""
    kinds: tuple[tuple[Callable[[pd.Series], bool], str], ...] = (
        (pd.api.types.is_bool_dtype, "flag"),
        (pd.api.types.is_integer_dtype, "count"),
        (pd.api.types.is_numeric_dtype, "value"),
        (pd.api.types.is_datetime64_any_dtype, "date"),
    )
    return next((kind for holds, kind in kinds if holds(values)), "text")


def _bound(columns: Sequence[_Column], place: int) -> bool:
    """Whether a column is a bound of the estimate before it: low, or the high after it."""
    if place < len(columns) and columns[place].name == "high":
        place -= 1
    names = [column.name for column in columns[place : place + 2]]
    return names == ["low", "high"] and place > 0 and columns[place - 1].kind in _ESTIMATES


def _with_interval(column: _Column, bounds: Sequence[_Column]) -> list[str]:
    """An estimate with its interval, in the estimate's own rounding, each number under those above."""
    digits = _digits(column)
    scaled = [_scaled(column.kind, part.values) for part in (column, *bounds)]
    value, low, high = (_padded([_number(number, digits) for number in part]) for part in scaled)
    room = PAD * (len(f" [{low[0]}, {high[0]}]") if low else 0)
    return [
        f"{one} [{least}, {most}]" if np.isfinite(number) else one + room
        for one, least, most, number in zip(value, low, high, scaled[1], strict=True)
    ]


def _cells(column: _Column) -> list[str]:
    """The cells of a column by what it means."""
    if column.kind == "p":
        return _padded([_p(number) for number in _scaled("p", column.values)])
    if column.kind in _MEASURED:
        whole = column.kind == "number"
        numbers = [_number(one, _digits(column)) for one in _scaled(column.kind, column.values)]
        return _padded([text.replace(",", "") if whole else text for text in numbers])
    return [MISSING if pd.isna(cell) is True else _words(column.kind, cell) for cell in column.values]


def _words(kind: str, cell: object) -> str:
    """A cell that is no number."""
    if kind == "actor":
        return plain(actor_name(str(cell)))
    if kind == "date":
        return str(cell)[:10]
    if kind == "flag":
        return "yes" if cell else "no"
    return plain(cell)


def _scaled(kind: str, values: pd.Series) -> list[float]:
    """Numbers, shares as per cent."""
    numbers = pd.to_numeric(values, errors="coerce").astype("Float64").to_numpy(float, na_value=np.nan)
    return (numbers * 100 if kind == "share" else numbers).tolist()


def _digits(column: _Column) -> int:
    """Decimals: none for counts, and for values that are all whole."""
    if column.kind == "value":
        numbers = np.array(_scaled("value", column.values))
        known = numbers[np.isfinite(numbers)]
        return 0 if np.array_equal(known, np.round(known)) else 3 if np.abs(known).max() <= 1 else 2
    return {"rate": 2, "share": 1}.get(column.kind, 0)


def _number(number: float, digits: int) -> str:
    """A number as people write it, with a true minus."""
    if np.isnan(number):
        return MISSING
    if np.isinf(number):
        return "∞" if number > 0 else "−∞"
    text = f"{number:,.{digits}f}"
    return text.lstrip("-") if float(text.replace(",", "")) == 0 else text.replace("-", "−")


def _p(number: float) -> str:
    """A p value: three decimals, no zero before them."""
    if np.isnan(number):
        return MISSING
    return "<.001" if number < 0.001 else f"{number:.3f}".removeprefix("0")


def _padded(cells: Sequence[str]) -> list[str]:
    """Cells of one width, so that the same decimals stand under each other."""
    wide = max(map(len, cells), default=0)
    return [cell.rjust(wide, PAD) for cell in cells]


def _note(made: Mapping[Any, Any], left_out: str) -> str:
    """What was counted, with which options, how much of what journals list is held, and what is not shown."""
    said = notes.note("", made, left_out) if made else left_out and f"{left_out}."
    held = made.get("coverage") or {}
    if held.get("interventions"):
        said += (
            f" Of {held['interventions']:,} interventions in journals {held['text_held']:,} are held as text."
        )
    return _first_up(said.removeprefix("."))


def _first_up(text: str) -> str:
    """A text with its first letter large."""
    text = text.strip()
    return text[:1].upper() + text[1:]
