"""What a paper cites: the software and the methods, as BibTeX from a table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from osce_analysis import __version__
from osce_analysis.corpus.options import check

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_WRITTEN = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}
_VERBATIM = {"doi", "url"}


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


def keys_of(record: Mapping[str, Any]) -> list[str]:
    """The references of a result: the software, and the methods that its options name.

    Examples
    --------
    >>> keys_of({"interval": "wilson"})[-1]
    'wilson1927'
    """
    options = {**(record.get("options") or {}), **record}
    used = {"software"}
    for option, value in options.items():
        used |= {f"{option}={one}" for one in (value if isinstance(value, list) else [value])}
    return [key for key, row in entries().items() if row["used"] in used]


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
    """One entry; the package's own bears the version in use."""
    fields = {name: cell for name, cell in row.items() if name not in {"type", "used"} and cell}
    if key == "osce_analysis":
        fields["version"] = __version__
    lines = [
        f"  {name} = {{{cell if name in _VERBATIM else _escaped(name, cell)}}},"
        for name, cell in fields.items()
    ]
    return "\n".join([f"@{row['type']}{{{key},", *lines, "}", ""])


def _escaped(name: str, cell: str) -> str:
    """A cell as BibTeX takes it; an author's braces hold an institution's name together."""
    inner = cell[1:-1] if name == "author" and cell.startswith("{") else cell
    text = _SPECIAL.sub(lambda found: _WRITTEN.get(found[0], "\\" + found[0]), inner)
    return f"{{{text}}}" if inner is not cell else text
