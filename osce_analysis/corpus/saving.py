"""A corpus on disk: one Parquet file a table, and a manifest that says what it is."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

import pandas as pd

from osce_analysis.corpus.schema import TABLES, conform

if TYPE_CHECKING:
    from osce_analysis.corpus.corpus import Corpus

MANIFEST = "manifest.json"
FORMAT = "osce_analysis corpus 1"


def save(corpus: Corpus, folder: str | os.PathLike[str]) -> None:
    """Write the tables and the manifest into `folder`, each whole or not at all.

    Raises
    ------
    ValueError
        Where `folder` is a file, or holds files that are not a saved corpus.
    """
    target = Path(folder)
    if target.is_file() or (target.is_dir() and any(target.iterdir()) and not is_saved(target)):
        raise ValueError(f"{target} holds something else: name a new or empty folder.")
    target.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        frame: pd.DataFrame = getattr(corpus, table)
        whole(target / f"{table}.parquet", partial(frame.to_parquet, index=False))
    manifest = {
        "format": FORMAT,
        "name": corpus.name,
        "fingerprint": corpus.fingerprint,
        "corrections": corpus.corrections,
        "rows": {table: len(getattr(corpus, table)) for table in TABLES},
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    whole(target / MANIFEST, lambda path: path.write_text(text, encoding="utf-8"))


def is_saved(source: object) -> TypeGuard[str | os.PathLike[str]]:
    """Whether `source` is the folder of a saved corpus."""
    if not isinstance(source, (str, os.PathLike)):
        return False
    manifest = Path(source) / MANIFEST
    try:
        return manifest.is_file() and json.loads(manifest.read_text(encoding="utf-8")).get("format") == FORMAT
    except (ValueError, AttributeError):
        return False


def restore(folder: str | os.PathLike[str]) -> tuple[dict[str, pd.DataFrame], dict[str, Any]]:
    """The tables of a saved corpus, and its manifest.

    Raises
    ------
    ValueError
        Where one of its tables is missing.
    """
    source = Path(folder)
    missing = [table for table in TABLES if not (source / f"{table}.parquet").is_file()]
    if missing:
        raise ValueError(f"The saved corpus {source} lacks {missing[0]}.parquet: save it again.")
    tables = {table: conform(pd.read_parquet(source / f"{table}.parquet"), table) for table in TABLES}
    return tables, json.loads((source / MANIFEST).read_text(encoding="utf-8"))


def whole(path: Path, write: Callable[[Path], object]) -> None:
    """Write through a temporary file in the same folder, so that a reader never sees half of it."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        write(draft)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
