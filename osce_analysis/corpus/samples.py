"""The sample data that come with the library, in a checkout and in the wheel alike."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from osce_analysis.corpus.corpus import Corpus
from osce_analysis.corpus.loading import load
from osce_analysis.corpus.schema import TABLES

SAMPLES = ("specimens", "alignments")


def load_sample(name: str = "specimens") -> Corpus:
    """A corpus to learn with.

    Parameters
    ----------
    name : {"specimens", "alignments"}
        ``specimens``: statements of our own wording in the real forms, marked as made up.
        ``alignments``: real facts about who delivered, joined and aligned, with sources, without texts;
        the column ``list_shown`` says whether a list was read to its end.

    Raises
    ------
    ValueError
        For another name.

    Examples
    --------
    >>> bool(load_sample("specimens").statements["specimen"].all())
    True
    """
    if name not in SAMPLES:
        raise ValueError(f"There is no sample {name!r}: samples are {', '.join(SAMPLES)}.")
    folder = share("data") / name
    if name == "specimens":
        return load(folder, progress=False).named(name)
    tables = {
        path.stem: pd.read_csv(path, dtype={"delivered_as_printed": "str"})
        for path in sorted(folder.glob("*.csv"))
        if path.stem in TABLES
    }
    return Corpus.from_tables(tables, name=name)


def share(kind: str) -> Path:
    """The folder ``data`` or ``notebooks``: in the installed package, else beside it in a checkout.

    Raises
    ------
    FileNotFoundError
        Where neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_share" / kind, package.parent / kind):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"The folder {kind} that comes with osce_analysis is missing: install it again.")
