"""A report on a folder of documents: one page without scripts, its figures and tables beside it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from osce_analysis import __version__, charts, citations, cosignatories, terms
from osce_analysis.charts import picture
from osce_analysis.corpus.saving import whole
from osce_analysis.publishing import export, methods
from osce_analysis.publishing.cells import harmless
from osce_analysis.reference import actor_name

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

WIDTH, ROWS = 140.0, 15
"""Millimetres of a chart on the page, and the rows of a table; the files beside it hold all."""

_PAGE = "report.html"


@dataclass(frozen=True)
class _Section:
    """An analysis on the page: its chart, the first rows of its table, its methods; or why there is none."""

    title: str
    name: str
    picture: str = ""
    note: str = ""
    table: pd.DataFrame | None = None
    rows: int = 0
    methods: str = ""
    missing: str = ""


def write_report(corpus: Corpus, folder: str | Path, *, title: str = "Report") -> Path:
    """Write a page on a corpus, and its figures and tables beside it.

    Parameters
    ----------
    corpus : Corpus
    folder : str or Path
        A new or empty folder, or that of an older report.
    title : str
        Over the page.

    Returns
    -------
    Path
        Of the page, report.html.

    Raises
    ------
    ValueError
        Where the folder holds something else.
    """
    target = Path(folder)
    if target.is_file() or (target.is_dir() and any(target.iterdir()) and not (target / _PAGE).is_file()):
        raise ValueError(f"{target} holds something else: name a new or empty folder.")
    for part in ("figures", "tables"):
        (target / part).mkdir(parents=True, exist_ok=True)
    _csv(corpus.problems, target / "tables" / "problems.csv")
    sections = [_section(corpus, target, *row) for row in _ANALYSES]
    coverage = corpus.coverage("actor")
    page = _template().render(
        title=title,
        version=__version__,
        summary=corpus.describe().query("value not in ('', '0')").values.tolist(),
        problems=corpus.problems.head(2 * ROWS).to_dict("records"),
        all_problems=len(corpus.problems),
        coverage=_shown(coverage.sort_values("interventions", ascending=False, kind="stable")),
        sections=sections,
        references=_references(sections),
        specimens=bool(corpus.statements["specimen"].any()),
    )
    whole(target / _PAGE, partial(Path.write_text, data=page, encoding="utf-8"))
    return target / _PAGE


def _frequency(corpus: Corpus) -> pd.DataFrame:
    """The most frequent words of the delegations that say most."""
    most = terms.frequency(corpus, top=5, interval=None)["term"].tolist()
    spoken = corpus.counted().statements.groupby("delegation")["tokens"].sum().sort_values(ascending=False)
    leading = spoken.index[:4].tolist()
    chosen = corpus.select(delegation=leading) if len(leading) > 1 else corpus
    return terms.frequency(chosen, by="delegation" if len(leading) > 1 else None, terms=most)


_ANALYSES: tuple[tuple[str, str, Callable[[Corpus], Any], Callable[..., Any]], ...] = (
    ("Words", "words", _frequency, charts.bars),
    ("Who signs together", "cosignatories", lambda corpus: cosignatories.agreement(corpus), charts.heatmap),
    ("Commitments invoked", "citations", lambda corpus: citations.most_cited(corpus), charts.bars),
)


def _section(
    corpus: Corpus,
    folder: Path,
    title: str,
    name: str,
    analyse: Callable[[Corpus], Any],
    draw: Callable[..., Any],
) -> _Section:
    """One analysis, drawn and written; a sentence where the corpus does not hold what it needs."""
    try:
        table = analyse(corpus)
        if table.empty:
            return _Section(title, name, missing="The documents hold nothing to count here.")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # what a journal would object to is in the record
            chart = draw(table, width=WIDTH, note=False)
            export(chart, folder / "figures" / name)
    except (ValueError, LookupError) as error:
        return _Section(title, name, missing=str(error))
    _csv(table, folder / "tables" / f"{name}.csv")
    shown = _shown(table.head(ROWS))
    return _Section(title, name, picture(chart), chart.drawn.note, shown, len(table), methods(table))


def _shown(table: pd.DataFrame) -> pd.DataFrame:
    """A table as people read it: names of actors, few digits, nothing for what is missing."""
    shown = table.head(ROWS).drop(columns=[name for name in ("top_share", "statement_ids") if name in table])
    for name in shown.columns:
        cells = shown[name]
        if name in {"actor", "delegation", "actor_a", "actor_b", "top_delegation"}:
            shown[name] = cells.map(actor_name, na_action="ignore").astype("str")
        elif pd.api.types.is_float_dtype(cells):
            shown[name] = cells.map(lambda cell: "" if pd.isna(cell) else f"{cell:.3g}").astype("str")
    shown = shown.astype(object).where(shown.notna(), "")
    return shown.rename(columns=lambda name: str(name).replace("_", " "))


def _references(sections: list[_Section]) -> list[str]:
    """What the paragraphs on methods cite, each once, in order."""
    lines = [line for one in sections for line in one.methods.split("\n\n")[-1].splitlines() if one.methods]
    return sorted({line.strip() for line in lines if line.strip()})


def _template() -> Any:
    """The page, in which all text is escaped."""
    from jinja2 import Environment, StrictUndefined

    source = files("osce_analysis.publishing").joinpath("data", "report.html").read_text(encoding="utf-8")
    return Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(source)


def _csv(table: pd.DataFrame, path: Path) -> None:
    path.write_text(harmless(table).to_csv(index=False, lineterminator="\n"), encoding="utf-8")
