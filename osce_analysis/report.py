"""One page on a folder of documents: what it holds, three analyses of it, how each was made, and what to cite."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from osce_analysis import __version__, charts, citations, cosignatories, terms
from osce_analysis.corpus.description import RESTRICTED
from osce_analysis.corpus.saving import whole
from osce_analysis.publishing import export, methods
from osce_analysis.publishing.cells import spreadsheet
from osce_analysis.publishing.printing import Printed, printed
from osce_analysis.reference import actor_name

if TYPE_CHECKING:
    from jinja2 import Template

    from osce_analysis.corpus import Corpus

PAGE, FILES = "report.html", "files"
"""The page, and the folder beside it with its figures, tables and the corpus."""

_ROWS, _PROBLEMS, _DOCUMENTS = 10, 50, 200  # rows on the page; all are in the files
_FEWEST = 3  # statements of a side
_WIDTH = 150  # millimetres of a chart


@dataclass(frozen=True)
class Question:
    """What the page asks of the corpus: an analysis, its chart, and the table that is printed."""

    name: str
    title: str
    analyse: Callable[[Corpus], Any]
    draw: Callable[..., charts.Chart]
    tabulate: Callable[[Corpus], pd.DataFrame] | None = None  # where the analysis returns no table


@dataclass(frozen=True)
class Answer:
    """What came of a question: a picture, the first rows, how it was made, or why there is nothing."""

    name: str
    title: str
    picture: str = ""
    table: Printed | None = None
    methods: str = ""
    references: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    missing: str = ""


def write_report(corpus: Corpus, folder: str | os.PathLike[str]) -> Path:
    """Write the page on a corpus, and beside it its figures, tables and the corpus itself.

    Parameters
    ----------
    corpus : Corpus
        As `osce.load` returns it.
    folder : path
        A new or empty folder.

    Returns
    -------
    Path
        The page. It is one file without a script and asks nothing of the network; texts of documents are escaped.

    Raises
    ------
    ValueError
        Where the folder holds something else or cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from osce_analysis import Corpus
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a"], "text": ["Peace and security."]}))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = write_report(corpus, folder).read_text(encoding="utf-8")
    >>> "<script" in page, "1 statement" in page
    (False, True)
    """
    target = Path(folder)
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise ValueError(f"{target} holds something else: name a new or empty folder.")
    beside = target / FILES
    try:
        beside.mkdir(parents=True)
        corpus.save(beside / "corpus")
        (beside / "problems.csv").write_text(spreadsheet(corpus.problems), encoding="utf-8")
        answers = [_answer(question, corpus, beside) for question in QUESTIONS]
        page = _template().render(_content(corpus, answers))
        whole(target / PAGE, lambda draft: draft.write_text(page, encoding="utf-8"))
    except OSError as problem:
        raise ValueError(
            f"The report cannot be written into {target}: {problem.strerror}. Name another folder."
        ) from None
    return target / PAGE


def _answer(question: Question, corpus: Corpus, beside: Path) -> Answer:
    """Ask one question: what the corpus cannot tell is said in a sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # what a journal would object to is in the record
            found = question.analyse(corpus)
            chart = question.draw(found, width=_WIDTH)
            table = question.tabulate(corpus) if question.tabulate else found
            if chart.drawn.table.empty or table.empty:
                return Answer(question.name, question.title, missing=f"{chart.drawn.alt.rstrip('.')}.")
            written = [*export(chart, beside / question.name).files]
            written += export(table, beside / f"{question.name}-table.csv").files
            paragraph, _, references = methods(found).partition("\n\nReferences\n")
    except ValueError as problem:
        return Answer(question.name, question.title, missing=str(problem))
    return Answer(
        question.name,
        question.title,
        charts.picture(chart, dpi=150),
        printed(table.head(_ROWS), table.attrs, question.title),
        paragraph,
        tuple(references.splitlines()),
        tuple(f"{FILES}/{path.name}" for path in written),
    )


def _content(corpus: Corpus, answers: Sequence[Answer]) -> dict[str, Any]:
    """All that the page says, for its template."""
    held, problems = corpus.statements, corpus.problems
    listed = held[["symbol", "date", "delegation", "title", "source"]].sort_values("date", kind="stable")
    documents = listed.assign(
        date=listed["date"].dt.date, delegation=listed["delegation"].map(actor_name, na_action="ignore")
    )
    return {
        "name": corpus.name or "The corpus",
        "version": __version__,
        "count": len(held),
        "described": corpus.describe(),
        "problems": problems[["severity", "source", "problem"]].head(_PROBLEMS),
        "problem_count": len(problems),
        "coverage": _coverage(corpus),
        "restricted": int(held["distribution"].str.contains(RESTRICTED, na=False).sum()),
        "answers": answers,
        "references": sorted({line for answer in answers for line in answer.references}),
        "documents": documents.head(_DOCUMENTS).astype("object").where(documents.notna(), ""),
        "files": FILES,
    }


def _coverage(corpus: Corpus) -> str:
    """The picture of what journals list and what is held; nothing without a journal."""
    table = corpus.coverage(by="delegation")
    return "" if table.empty else charts.picture(charts.coverage(table, width=_WIDTH), dpi=150)


def _one_language(corpus: Corpus) -> Corpus:
    """The statements in the language of most: words of two languages are not counted together."""
    counted = corpus.counted()
    most = counted.statements["language"].mode()
    return counted.select(language=most.iloc[0]) if len(most) else counted


def _two_sides(corpus: Corpus) -> pd.DataFrame:
    """The words that divide the two delegations with most statements in one language."""
    one = _one_language(corpus)
    speakers = one.statements["delegation"].value_counts()
    speakers = speakers[speakers >= _FEWEST]
    if len(speakers) < 2:
        raise ValueError(f"No two delegations have {_FEWEST} statements each in one language.")
    target, reference = (one.select(delegation=code).named(actor_name(code)) for code in speakers.index[:2])
    return terms.keyness(target, reference, keep="all", permutations=199)


def _cited_by(corpus: Corpus) -> pd.DataFrame:
    """What delegations cite; with one delegation the list of what is named most says it all."""
    if corpus.statements["delegation"].nunique() < 2:
        raise ValueError("Fewer than two delegations are told apart here.")
    return citations.most_cited(corpus, by="delegation", top=15)


QUESTIONS = (
    Question(
        "words",
        "Words used most",
        lambda corpus: terms.frequency(_one_language(corpus), top=15),
        charts.bars,
    ),
    Question("sides", "Words that divide the two who speak most", _two_sides, charts.keyness),
    Question(
        "partners",
        "Who signs with whom",
        lambda corpus: cosignatories.network(corpus, progress=False),
        charts.network,
        lambda corpus: cosignatories.agreement(corpus, measure="jaccard", interval=None),
    ),
    Question("alignment", "Who aligns with the European Union", cosignatories.alignment, charts.alignment),
    Question(
        "commitments",
        "Commitments named most",
        lambda corpus: citations.most_cited(corpus, top=15),
        charts.bars,
    ),
    Question("cited-by", "Who names which commitment", _cited_by, charts.heatmap),
)
"""What the page asks, in its order."""


@cache
def _template() -> Template:
    """The page, in which all text is escaped."""
    from jinja2 import Environment, StrictUndefined

    text = files("osce_analysis").joinpath("report.html").read_text(encoding="utf-8")
    return Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(text)
