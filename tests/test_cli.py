"""The command line: what it writes, prints and returns."""

import csv
import sys
from pathlib import Path

import pandas as pd
import pytest

from osce_analysis import cli
from osce_analysis.corpus import load, samples
from osce_analysis.corpus.schema import TABLES

STATEMENT = """PC.DEL/9001/20
5 March 2020

ENGLISH only

STATEMENT BY THE DELEGATION OF NORWAY

SPECIMEN

Mr. Chairperson,

{text}

Thank you.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one statement."""
    documents = tmp_path / "documents"
    documents.mkdir()
    text = STATEMENT.format(text="=SUM(1) begins this sentence, which recalls the Helsinki Final Act.")
    (documents / "norway.txt").write_text(text, encoding="utf-8")
    return documents


def test_parse_writes_each_table_twice_and_sums_them_up(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "tables"
    assert cli.main(["parse", str(folder), "-o", str(out)]) == 0
    for table in TABLES:
        assert (out / f"{table}.csv").is_file()
        assert (out / f"{table}.parquet").is_file()
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["statements", "1"]
    assert printed[-1] == f"Written to {out}."


def test_the_csv_and_the_saved_corpus_hold_the_same(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    cli.main(["parse", str(folder), "-o", str(out)])
    saved = load(out).statements
    written = pd.read_csv(out / "statements.csv", dtype=str, keep_default_na=False)
    assert written["text"].tolist() == saved["text"].tolist()
    assert list(written.columns) == list(saved.columns)


def test_a_cell_like_a_formula_is_quoted_and_unchanged(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    cli.main(["parse", str(folder), "-o", str(out)])
    rows = list(csv.DictReader((out / "paragraphs.csv").open(encoding="utf-8", newline="")))
    assert any(row["text"].startswith("=SUM(1)") for row in rows)
    assert ',"=SUM(1)' in (out / "paragraphs.csv").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_named_and_the_rest_is_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken\x1b[31m.txt").write_bytes(b"\x00\x01\x02binary\x00" * 40)
    out = tmp_path / "tables"
    assert cli.main(["parse", str(folder), "-o", str(out)]) == 1
    printed = capsys.readouterr().out
    assert "unreadable: broken" in printed
    assert "\x1b" not in printed  # a file's name does not colour the terminal
    assert len(load(out)) == 1


def test_only_the_first_problems_are_printed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(cli.LISTED + 5):
        (folder / f"{number}.txt").write_bytes(b"")
    cli.main(["parse", str(folder), "-o", str(tmp_path / "tables")])
    printed = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("unreadable: ") for line in printed) == cli.LISTED
    assert "... and 5 more in problems.csv" in printed


@pytest.mark.parametrize(
    ("source", "output", "sentence"),
    [
        ("nowhere", "tables", "nowhere"),
        ("documents", "documents/tables", "lies in"),  # the next run would read the tables
        ("documents", "documents", "lies in"),
        ("documents", "full", "holds something else"),
    ],
)
def test_a_command_that_cannot_be_carried_out_says_why(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], source: str, output: str, sentence: str
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.docx").write_bytes(b"mine")
    assert cli.main(["parse", str(tmp_path / source), "-o", str(tmp_path / output)]) == 2
    assert sentence in capsys.readouterr().err
    assert folder.is_dir()


@pytest.mark.parametrize("arguments", [[], ["parse"], ["parse", "folder"], ["dance"], ["parse", "a", "-o"]])
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(arguments)
    assert "usage: osce-analysis" in capsys.readouterr().err


def test_a_checkout_works_in_its_own_notebooks() -> None:
    assert cli.notebooks_in(None) == samples.share("notebooks")


def test_notebooks_are_copied_to_a_folder_and_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed = tmp_path / "_share" / "notebooks"
    installed.mkdir(parents=True)
    for name in ("1-first-steps.ipynb", "2-more.ipynb"):
        (installed / name).write_text("ours", encoding="utf-8")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "1-first-steps.ipynb").write_text("my answers", encoding="utf-8")
    monkeypatch.setattr(samples, "share", lambda _: installed)
    assert cli.notebooks_in(mine) == mine
    assert (mine / "1-first-steps.ipynb").read_text(encoding="utf-8") == "my answers"
    assert (mine / "2-more.ipynb").read_text(encoding="utf-8") == "ours"
    assert "1-first-steps.ipynb is kept as it is." in capsys.readouterr().out
    monkeypatch.chdir(tmp_path)
    assert cli.notebooks_in(None) == Path("osce-notebooks")
    assert (tmp_path / "osce-notebooks" / "2-more.ipynb").exists()


def test_the_notebooks_are_served_to_this_machine_only(tmp_path: Path) -> None:
    arguments = cli.lab_arguments(tmp_path)
    assert "--ServerApp.ip=127.0.0.1" in arguments
    assert f"--ServerApp.root_dir={tmp_path}" in arguments
    assert not any("token" in argument or "password" in argument for argument in arguments)


def test_it_opens_on_the_first_notebook_where_that_is_there(tmp_path: Path) -> None:
    assert not any("default_url" in argument for argument in cli.lab_arguments(tmp_path))
    (tmp_path / "1-first-steps.ipynb").touch()
    assert "--LabApp.default_url=/lab/tree/1-first-steps.ipynb" in cli.lab_arguments(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux runs without a screen unawares")
@pytest.mark.parametrize(("display", "opens"), [(None, False), (":0", True)])
def test_without_a_screen_no_browser_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, display: str | None, opens: bool
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    if display:
        monkeypatch.setenv("DISPLAY", display)
    assert ("--no-browser" not in cli.lab_arguments(tmp_path)) is opens


@pytest.mark.parametrize(("given", "statements"), [([], 83), (["documents"], 1)])
def test_the_app_shows_the_sample_or_a_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, given: list[str], statements: int
) -> None:
    from osce_analysis.explorers import serving

    shown = []
    monkeypatch.chdir(folder.parent)
    monkeypatch.setattr(serving, "serve", shown.append)
    assert cli.main(["app", *given]) == 0
    assert len(shown[0]) == statements


def test_the_app_serves_one_notebook_apart_from_the_corpus(folder: Path, tmp_path: Path) -> None:
    from osce_analysis.explorers import serving

    place = tmp_path / "place"
    place.mkdir()
    notebook = serving.app_folder(load(folder), place)
    assert [file.name for file in notebook.parent.iterdir()] == ["explore.ipynb"]
    assert len(load(place / "corpus")) == 1
    arguments = serving.voila_arguments(notebook)
    assert {"--token", "--Voila.ip=127.0.0.1", "--VoilaConfiguration.file_allowlist=[]"} <= set(arguments)
