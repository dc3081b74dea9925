"""The untidy folder of notebook 2: that it is untidy in just the ways that the notebook speaks of."""

from pathlib import Path

import pytest

from osce_analysis.corpus import Corpus, load
from osce_analysis.corpus.samples import share
from osce_analysis.documents.formats import kind_of

MIXED = share("data") / "mixed"
IN_FOLDER = 13  # eleven files, and two in the zip


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    with pytest.warns(UserWarning, match="3 of 13 files could not be read"):
        return load(MIXED / "folder")


def test_every_file_is_accounted_for(corpus: Corpus) -> None:
    problems = corpus.problems[["source", "severity"]].values.tolist()
    assert problems == [
        ["2020-kaz-aral.pdf", "duplicate"],
        ["2021-srb-floods.pdf", "unreadable"],
        ["2021-tur-rivers.doc", "unreadable"],
        ["untitled.txt", "unreadable"],
    ]
    assert corpus.statements["source"].nunique() + len(problems) == IN_FOLDER


def test_all_texts_are_marked_and_numbered_as_specimens(corpus: Corpus) -> None:
    mended = load(MIXED / "mended")
    assert corpus.statements["specimen"].all()
    assert mended.statements["specimen"].all()
    numbers = [*corpus.statements["number"].dropna(), *mended.statements["number"]]
    assert sorted(numbers) == list(range(9201, 9211))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("2021-tur-rivers.doc", "rtf"),
        ("2021-srb-floods.pdf", "pdf"),
        ("2020-kaz-aral.docx", "docx"),
        ("more.zip", "zip"),
    ],
)
def test_what_the_files_are(name: str, kind: str) -> None:
    assert kind_of((MIXED / "folder" / name).read_bytes()) == kind


def test_the_encodings_are_old_ones(corpus: Corpus) -> None:
    for name, encoding, words in [
        ("folder/2020-rus-water-ru.txt", "koi8-r", "Вода не знает границ"),
        ("folder/2021-usa-dams.txt", "cp1252", "“downstream”"),
        ("speeches.csv", "cp1252", "Türkiye"),
    ]:
        data = Path(MIXED / name).read_bytes()
        with pytest.raises(UnicodeDecodeError):
            data.decode("utf-8")
        assert words in data.decode(encoding)
    texts = " ".join(corpus.statements["text"])
    assert "Вода не знает границ" in texts
    assert "“downstream”" in texts


def test_a_date_with_two_digits_exchanged(corpus: Corpus) -> None:
    row = corpus.statement("PC.DEL/9206/21")
    assert (str(row["issued"].date()), row["year"]) == ("2012-05-27", 2012)
    others = corpus.statements.query("symbol.notna() and statement_id != 'PC.DEL/9206/21'")
    assert (others["symbol"].str[-2:].astype(int) + 2000 == others["year"]).all()


def test_both_settings_of_one_statement_read_alike() -> None:
    texts = {
        ending: load(MIXED / "folder" / f"2020-kaz-aral.{ending}").statements for ending in ("docx", "pdf")
    }
    columns = ["statement_id", "date", "delegation", "title", "subject", "text", "closing"]
    assert texts["docx"][columns].equals(texts["pdf"][columns])
