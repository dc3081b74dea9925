"""Files to take along: what the links hold, that names stay text, and that none is larger than a server sends."""

import base64
import io
import re
import zipfile

import pandas as pd
import pytest

from osce_analysis import charts
from osce_analysis.explorers import downloads


def held(page: str) -> dict[str, bytes]:
    """The files of a page by name."""
    found = re.findall(r'download="([^"]+)" href="data:[^;]+;base64,([^"]*)"', page)
    return {name: base64.b64decode(data) for name, data in found}


def test_a_table_comes_as_csv_and_parquet():
    table = pd.DataFrame({"term": ["=SUM(1)", "мир"], "count": [1, 2]})
    files = held(downloads.tables("words", table))
    assert pd.read_csv(io.BytesIO(files["words.csv"]))["term"].tolist() == ["'=SUM(1)", "мир"]
    assert pd.read_parquet(io.BytesIO(files["words.parquet"]))["term"].tolist() == ["=SUM(1)", "мир"]


def test_a_table_that_is_too_large_is_a_sentence():
    table = pd.DataFrame({"text": ["x" * 1000] * 13_000})
    assert "is too large to be taken along" in downloads.tables("data", table)
    assert "href" not in downloads.tables("data", table)


def test_a_file_that_is_too_large_is_a_sentence():
    page = downloads.links({"big.tiff": b"0" * (downloads.MOST_BYTES + 1), "small.csv": b"1"})
    assert "too large" in page
    assert list(held(page)) == ["small.csv"]


def test_a_name_stays_text():
    assert "<img" not in downloads.links({"<img src=x>.csv": b""})


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_a_figure_comes_with_its_data_and_all_together(kind, begins):
    chart = charts.bars(pd.DataFrame({"term": ["peace"], "count": [3], "rate": [0.3]}))
    files = held(downloads.figure("words", chart, "springer-single", kind))
    assert files[f"words.{kind}"].startswith(begins)
    together = zipfile.ZipFile(io.BytesIO(files["words.zip"])).namelist()
    assert {f"words.{kind}", "words.csv", "words.json"} <= set(together)
