"""The bar that shows how far a load has come: on the terminal, in a notebook, and where there is none."""

import zipfile
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from osce_analysis.corpus import load, progress

TEXT = "PC.DEL/990{}/20\n14 May 2020\n\nMr. Chair,\n\nWe agree.\n\nThank you."
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.mark.parametrize(
    ("count", "shown", "bar"),
    [(3, True, True), (3, False, False), (2, True, False)],
    ids=["many", "silent", "few"],
)
def test_a_bar_where_there_is_much_to_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
    count: int,
    shown: bool,
    bar: bool,
) -> None:
    monkeypatch.setattr(progress, "SHOWN_FROM", 3)
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(number))
    load(tmp_path, progress=shown)
    out, err = capsys.readouterr()
    assert out == ""
    assert (f"/{count} [" in err and "files" in err) if bar else err == ""


def test_the_bar_counts_rows_of_tables_and_members_of_zips(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(progress, "SHOWN_FROM", 3)
    (tmp_path / "a.csv").write_text("text\n" + "Peace.\n" * 450)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("one.txt", TEXT.format(1))
        archive.writestr("two.txt", TEXT.format(2))
    assert len(load(tmp_path, workers=1)) == 452
    assert "/452 [" in capsys.readouterr().err


def test_in_a_notebook_the_bar_is_a_widget(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(number))
    code = f"""
from osce_analysis.corpus import load, progress
progress.SHOWN_FROM = 1
len(load({str(tmp_path)!r}))
"""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    NotebookClient(notebook, kernel_name="python3", timeout=120).execute()
    shown, result = notebook.cells[0].outputs
    assert WIDGET in shown["data"]
    assert result["data"]["text/plain"] == "4"
