"""What a paper cites: software, methods, instruments and documents, as BibTeX."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd

from osce_analysis import __version__, reference
from osce_analysis.corpus.options import check
from osce_analysis.documents.symbols import parse_symbol

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_WRITTEN = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}
_VERBATIM = {"doi", "url"}
_NO_FIELD = {"key", "software", "type", "verified"}
_YEAR = re.compile(r"[12]\d{3}")
_INSTRUMENTS = ("instrument", "instrument_a", "instrument_b")


def bibtex(keys: Iterable[str]) -> str:
    """Entries for these keys of the table, each once, in the table's order.

    Raises
    ------
    LookupError
        Where the table does not hold a key.

    Examples
    --------
    >>> print(bibtex(["wilson1927"]).splitlines()[0])
    @article{wilson1927,
    """
    wanted = set(keys)
    if unknown := sorted(wanted - set(entries())):
        raise LookupError(f"There is no reference {unknown[0]!r}.")
    return "\n".join(_entry(key, row) for key, row in entries().items() if key in wanted)


@cache
def entries() -> Mapping[str, Mapping[str, str]]:
    """The table of references by key."""
    text = files(__package__).joinpath("data", "references.csv").read_text(encoding="utf-8")
    return {row.pop("key"): row for row in csv.DictReader(text.splitlines())}


def software() -> list[str]:
    """The keys of the programs that every result stands on."""
    return [key for key, row in entries().items() if row["software"]]


def cited_as(key: str) -> str:
    """A reference as a text cites it.

    Examples
    --------
    >>> cited_as("efron1993"), cited_as("monroe2008"), cited_as("blondel2008")
    ('Efron and Tibshirani 1993', 'Monroe et al. 2008', 'Blondel et al. 2008')
    """
    row = entries()[key]
    names = [name.split(",")[0].strip("{}") for name in row["author"].split(" and ")]
    who = " and ".join(names) if len(names) < 3 else f"{names[0]} et al."
    return f"{who} {row['year']}".strip()


def listed(key: str) -> str:
    """A reference as a list of references gives it.

    Examples
    --------
    >>> listed("wilson1927")[:70]
    'Wilson, Edwin B. (1927). Probable inference, the law of succession, an'
    """
    row = entries()[key]
    year = row["year"] or f"version {__version__}"
    number = f"({row['number']})" if row["number"] else ""
    volume = f"{row['volume']}{number}".strip()
    place = " ".join(filter(None, [row["journal"] or row["booktitle"] or row["publisher"], volume]))
    where = ", ".join(filter(None, [place, row["pages"]]))
    link = f" https://doi.org/{row['doi']}" if row["doi"] else f" {row['url']}" if row["url"] else ""
    return f"{row['author'].strip('{}')} ({year}). {row['title']}.{f' {where}.' if where else ''}{link}"


def sources(table: pd.DataFrame) -> str:
    """Entries for the instruments and the statements that a table names, each once."""
    named = [table[column] for column in _INSTRUMENTS if column in table]
    instruments = dict.fromkeys(str(one) for values in named for one in values.dropna())
    held = [_instrument(name) for name in instruments if reference.instrument_title(name)]
    if "statement_id" in table:
        rows = table.dropna(subset=["statement_id"]).drop_duplicates("statement_id")
        held += [_statement(row) for row in rows.to_dict("records")]
    return "\n".join(held)


def _instrument(name: str) -> str:
    """An instrument of the catalogue."""
    known = reference.instrument(name)
    year = _YEAR.search(known.date or "")
    return _written_out(
        "misc",
        name,
        {
            "author": f"{{{known.issuing_body}}}" if known.issuing_body else "",
            "title": known.title,
            "number": name,
            "year": year[0] if year else "",
            "address": known.place or "",
        },
    )


def _statement(row: Mapping[Any, Any]) -> str:
    """A statement by what its row tells of it."""
    name = str(row["statement_id"])
    told = {key: str(value) for key, value in row.items() if pd.notna(value) is True}
    symbol = parse_symbol(name)
    year = told.get("year") or told.get("date", "")[:4] or str((symbol and symbol.year) or "")
    return _written_out(
        "misc",
        name,
        {
            "author": f"{{{reference.actor_name(told['delegation'])}}}" if "delegation" in told else "",
            "title": told.get("subject") or told.get("title") or name,
            "number": told.get("symbol") or name,
            "year": year,
        },
    )


def cite(style: str = "bibtex") -> str:
    """How to cite the software.

    Parameters
    ----------
    style : {"bibtex", "text"}
        An entry for a bibliography, or a line for a list of references.

    Returns
    -------
    str
        With the version in use.

    Raises
    ------
    ValueError
        For another style.

    Examples
    --------
    >>> cite().splitlines()[0]
    '@software{osce_analysis,'
    >>> cite("text")
    'The osce_analysis developers. osce_analysis: comparing diplomatic statements. Version ....'
    """
    check("style", style, ("bibtex", "text"))
    if style == "bibtex":
        return bibtex(["osce_analysis"])
    row = entries()["osce_analysis"]
    return f"{row['author'].strip('{}')}. {row['title']}. Version {__version__}."


def _entry(key: str, row: Mapping[str, str]) -> str:
    """One entry of the table; the package's own bears the version in use."""
    fields = {name: cell for name, cell in row.items() if name not in _NO_FIELD}
    return _written_out(
        row["type"], key, fields | ({"version": __version__} if key == "osce_analysis" else {})
    )


def _written_out(kind: str, name: str, fields: Mapping[str, str]) -> str:
    """An entry; its key holds letters, digits and few marks, as all programs take them."""
    key = re.sub(r"[^A-Za-z0-9_.:+/-]+", "-", name).strip("-") or "document"
    lines = [
        f"  {field} = {{{cell if field in _VERBATIM else _escaped(field, cell)}}},"
        for field, cell in fields.items()
        if cell
    ]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def _escaped(name: str, cell: str) -> str:
    """A cell as BibTeX takes it; an author's braces hold an institution's name together."""
    inner = cell[1:-1] if name == "author" and cell.startswith("{") else cell
    text = _SPECIAL.sub(lambda found: _WRITTEN.get(found[0], "\\" + found[0]), " ".join(inner.split()))
    return f"{{{text}}}" if inner is not cell else text
