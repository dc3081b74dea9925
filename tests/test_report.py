"""The page on a folder: complete, escaped, self-contained, and with a sentence where there is nothing to show."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

import osce_analysis as osce
from osce_analysis import cli
from osce_analysis.report import FILES, PAGE, QUESTIONS, write_report

HOSTILE = '<script>alert(1)</script> <img src=x onerror="alert(2)"> $x_{$ {{ 7 * 7 }}'


class Page(HTMLParser):
    """The elements of a page, the addresses that they name, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.sources: list[str] = []
        self.links: list[str] = []
        self.alts: list[str] = []
        self.handlers: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.sources += [given["src"]] if "src" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.alts += [given["alt"]] if tag == "img" else []
        self.handlers += [name for name in given if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on the specimens."""
    return write_report(osce.load_sample(), tmp_path_factory.mktemp("report"))


def test_every_question_is_answered_with_its_picture_and_methods(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    for question in QUESTIONS:
        section = text[text.index(f'<section id="{question.name}">') :].split("</section>")[0]
        assert re.search(r'<img alt="[^"]{20,}"', section), question.name
        assert "How it was made" in section, question.name


def test_the_page_names_nothing_outside_itself_and_its_folder(sample: Path) -> None:
    page = Page(sample.read_text(encoding="utf-8"))
    assert "script" not in page.tags
    assert page.handlers == []
    assert all(source.startswith("data:image/png;base64,") for source in page.sources)
    beside = [link for link in page.links if not link.startswith("#")]
    assert [link for link in beside if not (sample.parent / link).exists()] == []
    assert len(beside) > 20


def test_figures_tables_code_and_corpus_lie_beside_it(sample: Path) -> None:
    names = {path.name for path in (sample.parent / FILES).iterdir()}
    for question in QUESTIONS:
        assert {
            f"{question.name}.{ending}" for ending in ("pdf", "svg", "png", "csv", "json", "bib")
        } <= names
        assert f"{question.name}-table.csv" in names
    assert len(osce.load(sample.parent / FILES / "corpus")) == len(osce.load_sample())


def test_the_code_beside_it_makes_the_figure_again(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside = sample.parent / FILES
    before = (beside / "commitments.pdf").read_bytes()
    monkeypatch.chdir(beside)
    exec(compile((beside / "commitments.py").read_text(encoding="utf-8"), "commitments.py", "exec"), {})
    assert (beside / "commitments.pdf").read_bytes() == before


def test_what_documents_say_stays_text(tmp_path: Path) -> None:
    statements = pd.DataFrame(
        {
            "statement_id": [f"{HOSTILE}{number}" for number in range(4)],
            "title": HOSTILE,
            "delegation": [HOSTILE, HOSTILE, "RUS", "RUS"],
            "source": HOSTILE,
            "text": f"{HOSTILE} We recall the Helsinki Final Act.",
        }
    )
    page = Page(write_report(osce.Corpus(statements), tmp_path / "out").read_text(encoding="utf-8"))
    assert "script" not in page.tags
    assert page.handlers == []
    assert all(source.startswith("data:") for source in page.sources)
    assert HOSTILE in "".join(page.words)  # shown as it was written, and not computed


def test_a_corpus_that_tells_little_says_so(tmp_path: Path) -> None:
    corpus = osce.Corpus(pd.DataFrame({"statement_id": ["a"], "text": ["Peace and security."]}))
    text = write_report(corpus, tmp_path / "out").read_text(encoding="utf-8")
    for name in ("sides", "partners", "alignment", "commitments", "cited-by"):
        section = text[text.index(f'<section id="{name}">') :].split("</section>")[0]
        assert re.search(r'<p class="missing">[A-Z][^<]{15,}\.</p>', section), name
    assert '<section id="words">' in text


def test_a_folder_of_files_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.4 cut off")
    assert cli.main(["report", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == cli.UNREADABLE
    text = (tmp_path / "out" / PAGE).read_text(encoding="utf-8")
    assert "broken.pdf" in text
    assert "report.html" in capsys.readouterr().out


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept")
    with pytest.raises(ValueError, match="holds something else: name a new or empty folder"):
        write_report(osce.load_sample(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
