"""A replication archive: the tables, counts, networks and figures of a paper in one zip, with or without the texts."""

from __future__ import annotations

import io
import json
import re
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING

import pandas as pd

from osce_analysis import citations, cosignatories
from osce_analysis.charts import Chart
from osce_analysis.corpus.saving import whole
from osce_analysis.corpus.schema import TABLES, TEXTS
from osce_analysis.publishing.cells import spreadsheet
from osce_analysis.publishing.exports import export
from osce_analysis.publishing.paragraphs import paragraph
from osce_analysis.publishing.records import attrs_of, chart_options, drawn_from
from osce_analysis.publishing.zips import zipped
from osce_analysis.tokens import count_terms

if TYPE_CHECKING:
    import networkx as nx

    from osce_analysis.corpus import Corpus

LONGEST = 60
"""Letters of a citation's or a cue's words that go into an archive without texts; a longer one is left out."""

OWN = 200
"""A user's own column with a cell of more letters is taken for text."""

_NAME = re.compile(r"[\w.-]+")  # of a package, before the versions of it that are wanted
_KNOWN_OF = ("statement_id", "symbol", "date", "year", "body", "kind", "delegation", "language", "tokens")
_CODE = '''"""{name} again, from its result in {stored}, with the package as it was, in code/."""

import json
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here / "code"))

import pandas as pd

import osce_analysis as osce

result = pd.read_parquet(here / "{stored}")
result.attrs = json.loads((here / "{record}").read_text(encoding="utf-8"))
figure = osce.charts.{chart}(result{options})
print(osce.export(figure, here / "made" / "{name}", preset={preset!r}))
'''


def archive(
    corpus: Corpus,
    path: str | Path,
    *,
    texts: bool = False,
    figures: Mapping[str, Chart] | None = None,
    preset: str = "elsevier-single",
) -> Path:
    """Write a replication archive, which may leave out what documents say.

    Parameters
    ----------
    corpus : Corpus
        All its versions go in.
    path : str or Path
        Ending in .zip. The same corpus gives the same bytes.
    texts : bool
        Whether texts go in. Without them no front, body, closing or paragraph does, nor words of a citation or cue
        beyond 60 letters, nor a column of your own with a cell beyond 200; counts of words stay.
    figures : mapping of str to Chart, optional
        Charts by the names of their files, exported with the code that draws each from its result.
    preset : str
        As in `export`, for the figures.

    Returns
    -------
    Path
        Of the archive.

    Raises
    ------
    ValueError
        For another ending, a path that cannot be written, or a figure that was drawn from no table.

    Examples
    --------
    >>> import tempfile
    >>> import zipfile
    >>> from osce_analysis.corpus import Corpus
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a"], "text": ["Peace and order."]}))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     names = zipfile.ZipFile(archive(corpus, f"{folder}/replication.zip")).namelist()
    >>> [name for name in names if name.startswith("terms/")]
    ['terms/counts.csv', 'terms/matrix.mtx', 'terms/statements.csv', 'terms/terms.csv']
    """
    target = Path(path)
    if target.suffix.lower() != ".zip":
        raise ValueError(f"{target.name or path!r} does not end in .zip: an archive is one zip file.")
    held, left_out = (corpus, []) if texts else _without_texts(corpus)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _write_tables(held, root)
        _write_terms(corpus, root / "terms")
        _write_networks(corpus, root / "networks")
        for name, chart in (figures or {}).items():
            _write_figure(chart, name, root, preset)
        _write_about(corpus, root, left_out, texts=texts, figures=list(figures or {}))
        members = {
            file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()
        }
    members |= {f"code/osce_analysis/{name}": data for name, data in _package()}
    packed = zipped(dict(sorted(members.items())))
    try:
        whole(target, lambda draft: draft.write_bytes(packed))
    except OSError as error:
        raise ValueError(
            f"{target} cannot be written ({error.strerror}): choose a folder that is there and open to you."
        ) from None
    return target


def _without_texts(corpus: Corpus) -> tuple[Corpus, list[str]]:
    """The corpus without what documents say, and the columns that were emptied."""
    tables: dict[str, pd.DataFrame] = {}
    left_out: list[str] = []
    for table, columns in TABLES.items():
        frame: pd.DataFrame = getattr(corpus, table)
        for name in frame.columns:
            most = frame[name].map(lambda cell: len(cell) if isinstance(cell, str) else 0)
            own_text = name not in columns and bool((most > OWN).any())
            if (table, name) in TEXTS or own_text:
                frame = frame.assign(**{name: pd.Series(None, frame.index, dtype="str")})
                left_out.append(f"{table}.{name}")
            elif (table, name) in {("citations", "surface"), ("cues", "cue")}:
                frame = frame.assign(**{name: frame[name].mask(most > LONGEST)})
        tables[table] = frame
    return corpus.replace(corrections=corpus.corrections, **tables), left_out


def _write_tables(corpus: Corpus, root: Path) -> None:
    """The corpus as `load` reads it, each table as CSV too, and its codebook."""
    corpus.save(root / "corpus")
    for table in TABLES:
        _csv(getattr(corpus, table), root / "tables" / f"{table}.csv")
    corpus.codebook(root / "codebook.csv")


def _write_terms(corpus: Corpus, folder: Path) -> None:
    """How often each word stands in each statement that counts: as Matrix Market and as a long table."""
    from scipy.io import mmwrite

    folder.mkdir()
    corpus = corpus.counted()
    counted = count_terms(corpus.index, 1, "lower", corpus.rows)
    order = sorted(range(len(counted.terms)), key=lambda place: counted.terms[place])
    matrix, terms = counted.counts.tocsc()[:, order].tocoo(), [counted.terms[place] for place in order]
    ids = corpus.statements["statement_id"]
    stream = io.BytesIO()
    mmwrite(stream, matrix, comment="statements x terms, as in statements.csv and terms.csv", field="integer")
    (folder / "matrix.mtx").write_bytes(stream.getvalue())
    _csv(pd.DataFrame({"term": terms}), folder / "terms.csv")
    _csv(corpus.statements[list(_KNOWN_OF)], folder / "statements.csv")
    cells = pd.DataFrame({"row": matrix.row, "column": matrix.col, "count": matrix.data.astype("int64")})
    cells = cells.sort_values(["row", "column"], kind="stable")
    named = cells.assign(
        statement_id=ids.take(cells["row"].to_numpy()).to_numpy(), term=[terms[n] for n in cells["column"]]
    )
    _csv(named[["statement_id", "term", "count"]], folder / "counts.csv")


def _write_networks(corpus: Corpus, folder: Path) -> None:
    """Who signs with whom, and which instruments are invoked together: edges and nodes as CSV, GraphML and GEXF."""
    folder.mkdir()
    graphs: dict[str, nx.Graph] = {
        "cosignatories": cosignatories.network(corpus, progress=False),
        "instruments": citations.network(corpus, mode="instruments"),
    }
    for name, graph in graphs.items():
        cosignatories.write(graph, folder / f"{name}.graphml")
        cosignatories.write(graph, folder / f"{name}.gexf")
        _undated(folder / f"{name}.gexf")
        ends = sorted(
            (*sorted((str(a), str(b))), data.get("weight")) for a, b, data in graph.edges(data=True)
        )
        _csv(pd.DataFrame(ends, columns=["Source", "Target", "Weight"]), folder / f"{name}_edges.csv")
        nodes = pd.DataFrame({"Id": sorted(map(str, graph))}, dtype="str")
        _csv(
            nodes.assign(Label=[graph.nodes[one].get("name", one) for one in nodes["Id"]]),
            folder / f"{name}_nodes.csv",
        )


def _undated(path: Path) -> None:
    """GEXF tells the day on which it was written."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r' lastmodifieddate="[^"]*"', "", text), encoding="utf-8")


def _write_figure(chart: Chart, name: str, root: Path, preset: str) -> None:
    """A figure with its files, its result, and the code that draws it from that."""
    result = drawn_from(chart)
    if not isinstance(result, pd.DataFrame):
        raise ValueError(f"The figure {name!r} was not drawn from a table: export it by itself.")
    (root / "figures").mkdir(exist_ok=True)
    (root / "results").mkdir(exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # what a journal would object to is in the record
        for file in export(chart, root / "figures" / name, preset=preset).files:
            if file.suffix == ".py":
                file.replace(file.with_name(f"{name}_from_texts.py"))
    stored, told = f"results/{name}.parquet", f"results/{name}.json"
    bare = result.copy()
    bare.attrs = {}
    bare.to_parquet(root / stored)
    (root / told).write_text(json.dumps(result.attrs, ensure_ascii=False, default=str), encoding="utf-8")
    options = "".join(f", {option}={value!r}" for option, value in chart_options(chart.redraw).items())
    drawn = chart.redraw.func.__name__
    source = _CODE.format(name=name, stored=stored, record=told, chart=drawn, options=options, preset=preset)
    (root / f"{name}.py").write_text(source, encoding="utf-8")
    if made := attrs_of(result):
        (root / "figures" / f"{name}_methods.txt").write_text(f"{paragraph(made)}\n", encoding="utf-8")


def _write_about(corpus: Corpus, root: Path, left_out: list[str], *, texts: bool, figures: list[str]) -> None:
    """What is in the archive, how to read it and make it again, and which versions made it."""
    (root / "requirements.txt").write_text("".join(f"{pin}\n" for pin in _pins()), encoding="utf-8")
    (root / "versions.json").write_text(
        json.dumps({"python": python_version()}, indent=2) + "\n", encoding="utf-8"
    )
    template = files(__package__).joinpath("data", "archive.md").read_text(encoding="utf-8")
    gone = (
        f"No text of a document is in it. These columns are empty: {', '.join(left_out)}. Words of a citation or a cue "
        f"beyond {LONGEST} letters are left out too; `start` and `end` still tell where they stand."
    )
    (root / "README.md").write_text(
        template.format(
            statements=f"{len(corpus):,}",
            fingerprint=corpus.fingerprint,
            texts="The texts of the documents are in it." if texts else gone,
            figures="\n".join(f"    python {name}.py" for name in figures) or "    (no figure was given)",
        ),
        encoding="utf-8",
    )


def _pins() -> Iterator[str]:
    """The packages that this one needs, in the versions that are installed."""
    try:
        needed = requires("osce-analysis") or []
    except PackageNotFoundError:
        needed = [
            "pandas",
            "numpy",
            "pyarrow",
            "scipy",
            "matplotlib",
            "networkx",
            "nltk",
            "pypdfium2",
            "lxml",
            "pillow",
        ]
    for line in needed:
        name = _NAME.match(line)
        if name is None or "extra ==" in line:
            continue
        try:
            yield f"{name[0]}=={version(name[0])}"
        except PackageNotFoundError:
            continue


def _package() -> Iterable[tuple[str, bytes]]:
    """The files of this package, without what is shared beside it."""
    root = Path(str(files("osce_analysis")))
    for file in sorted(root.rglob("*")):
        name = file.relative_to(root).as_posix()
        if file.is_file() and "__pycache__" not in name and not name.startswith("_share/"):
            yield name, file.read_bytes()


def _csv(table: pd.DataFrame, path: Path) -> None:
    """A table in which no spreadsheet takes a text for a formula."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(spreadsheet(table), encoding="utf-8", newline="\n")
