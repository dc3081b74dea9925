"""Corrections by hand: which cell they reach, what follows from them, and what is said of those that do not fit."""

import time
from pathlib import Path

import pandas as pd
import pytest

from osce_analysis.corpus import Corpus, load
from osce_analysis.corpus.corrections import corrected


@pytest.fixture
def corpus() -> Corpus:
    statements = pd.DataFrame(
        {
            "statement_id": ["a", "b"],
            "issued": pd.to_datetime(["2020-05-14", None]),
            "delivered": pd.to_datetime(["2020-05-13", None]),
            "year": [2020, 1999],
            "session": [74, 75],
        }
    )
    signatories = pd.DataFrame({"statement_id": "a", "actor": ["NOR", "ISL"], "role": ["delivers", "joint"]})
    return Corpus(statements, signatories=signatories)


def correcting(corpus: Corpus, *rows: tuple[str, str, str, str]) -> Corpus:
    return corrected(corpus, pd.DataFrame(rows, columns=["table", "key", "column", "value"]))


@pytest.mark.parametrize(
    ("rows", "day", "year"),
    [
        ([("delivered", "2021-01-02")], "2021-01-02", 2021),
        ([("delivered", "")], "2020-05-14", 2020),  # the day of issue steps in
        ([("issued", "2021-01-02")], "2020-05-13", 2020),  # the day of delivery goes before it
        ([("date", "2022-03-04"), ("delivered", "2021-01-02")], "2022-03-04", 2022),  # named itself, it holds
        ([("year", "2019"), ("delivered", "2021-01-02")], "2021-01-02", 2021),  # a year is its day's
        ([("delivered", "2021-01-02"), ("delivered", "2021-01-03")], "2021-01-03", 2021),  # the later holds
    ],
)
def test_what_follows_from_a_corrected_day(corpus: Corpus, rows: list, day: str, year: int) -> None:
    mended = correcting(corpus, *[("statements", "a", column, value) for column, value in rows])
    row = mended.statement("a")
    assert (str(row["date"].date()), row["year"]) == (day, year)
    assert mended.statement("b")["year"] == 1999
    assert mended.corrections == len(rows)
    assert mended.problems.empty


def test_keys_are_those_of_the_tables_before_any_correction(corpus: Corpus) -> None:
    mended = correcting(
        corpus,
        ("signatories", "a|ISL|joint", "actor", "IRL"),
        ("signatories", "a|ISL|joint", "role", "aligned"),
    )
    assert mended.signatories[["actor", "role"]].values.tolist() == [["NOR", "delivers"], ["IRL", "aligned"]]


@pytest.mark.parametrize(("value", "sessions"), [("76", [76, 75]), ("", [None, 75])])
def test_a_column_of_the_users_own_stays_numbers(corpus: Corpus, value: str, sessions: list) -> None:
    column = correcting(corpus, ("statements", "a", "session", value)).statements["session"]
    assert [None if pd.isna(cell) else cell for cell in column] == sessions
    assert pd.api.types.is_numeric_dtype(column)


def test_what_is_no_number_is_named(corpus: Corpus) -> None:
    mended = correcting(corpus, ("statements", "a", "session", "many"))
    assert mended.problems["problem"].tolist() == [
        "The correction of statements.session for 'a' does not fit: invalid literal for int() with base 10: 'many'."
    ]
    assert mended.statements["session"].tolist() == [74, 75]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_as_an_office_saves_them(tmp_path: Path, encoding: str, separator: str) -> None:
    (tmp_path / "a.txt").write_text("PC.DEL/9901/20\n14 May 2020\n\nMr. Chair,\n\nWe agree.\n\nThank you.")
    lines = [["table", "key", "column", "value"], ["statements", "PC.DEL/9901/20", "place", "Łódź"]]
    if encoding == "cp1252":
        lines[1][3] = "Genève, à l’été"
    text = "\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    (tmp_path / "mine.csv").write_bytes(text.encode(encoding))
    corpus = load(tmp_path / "a.txt", corrections=tmp_path / "mine.csv")
    assert corpus.statement("PC.DEL/9901/20")["place"] == lines[1][3]


def test_files_of_corrections_that_do_not_fit(tmp_path: Path, corpus: Corpus) -> None:
    with pytest.raises(FileNotFoundError, match=r"There is no file or folder .*mine\.csv\."):
        corrected(corpus, tmp_path / "mine.csv")
    (tmp_path / "mine.csv").write_bytes(b"")
    with pytest.raises(ValueError, match=r"^mine\.csv cannot be read as a table \(.*\)\.$"):
        corrected(corpus, tmp_path / "mine.csv")
    (tmp_path / "mine.csv").write_bytes(b"table,key,value\n")
    with pytest.raises(ValueError, match=r"^The corrections have no column 'column': they need table, key, "):
        corrected(corpus, tmp_path / "mine.csv")


def test_thousands_of_corrections_take_one_pass() -> None:
    ids = [f"s{number}" for number in range(20_000)]
    corpus = Corpus(pd.DataFrame({"statement_id": ids}))
    table = pd.DataFrame({"table": "statements", "key": ids, "column": "place", "value": "Vienna"})
    start = time.process_time()
    mended = corrected(corpus, table)
    assert time.process_time() - start < 5  # a pass for each would take minutes
    assert set(mended.statements["place"]) == {"Vienna"}
