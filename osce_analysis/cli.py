"""The command `osce-analysis`: notebooks and a page to work in; a folder of documents as tables or a report."""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from osce_analysis import __version__

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

DONE, UNREADABLE, USAGE = 0, 1, 2
LISTED = 20  # problems printed; the table `problems` has them all

ABOUT_LAB = """Open the tutorial notebooks in JupyterLab, reachable from this machine only.
Your own copies are never overwritten."""
ABOUT_APP = """Look at documents in a page of its own, reachable from this machine only and with its token. Without
a folder it shows the sample."""
ABOUT_PARSE = """Turn documents into tables: CSV (UTF-8) and Parquet, one file a table. Cells hold what the
documents say, unchanged: import the CSV into a spreadsheet as text, since it would run a cell that begins
with =, +, - or @ as a formula. The exit code is 1 where something could not be read."""
ABOUT_REPORT = """Write one page on documents: what is there and what could not be read, the words used, who signs
and aligns with whom, the commitments named, how each was made, and what to cite. Its figures and tables lie
beside it. The exit code is 1 where something could not be read."""

FIRST_NOTEBOOK = "1-first-steps.ipynb"
PRIVATE = [
    "--ServerApp.ip=127.0.0.1",
    "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
    "--LabApp.news_url=None",
    "--LabApp.extension_manager=readonly",
]
"""Reachable from this machine only, and asking nothing of the network."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `osce-analysis` and return its exit code.

    Parameters
    ----------
    arguments : sequence of str, optional
        The words after the command; those of this process by default.

    Returns
    -------
    int
        0; 1 where something could not be read; 2 where the command cannot be carried out as given.

    Examples
    --------
    >>> main(["parse", "no-such-folder", "-o", "tables"])
    2
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a Windows console may not know Cyrillic letters
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except (ValueError, OSError) as error:
        print(f"osce-analysis: {error}", file=sys.stderr)
        return USAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="osce-analysis", description="Compare what States say at the OSCE.")
    parser.add_argument("--version", action="version", version=f"osce-analysis {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    lab = commands.add_parser("lab", help="open the tutorial notebooks in JupyterLab", description=ABOUT_LAB)
    lab.add_argument("folder", nargs="?", type=Path, help="where your copies of the notebooks lie")
    lab.set_defaults(run=lambda chosen: _lab(chosen.folder))
    app = commands.add_parser("app", help="look at documents in a page of its own", description=ABOUT_APP)
    app.add_argument(
        "source", metavar="FOLDER", nargs="?", type=Path, help="a folder, a zip, a file, or a saved corpus"
    )
    app.set_defaults(run=lambda chosen: _app(chosen.source))
    parse = commands.add_parser("parse", help="turn documents into tables", description=ABOUT_PARSE)
    parse.add_argument("source", metavar="FOLDER", type=Path, help="a folder, a zip or a file of documents")
    parse.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True, help="a new or empty folder"
    )
    parse.set_defaults(run=lambda chosen: _parse(chosen.source, chosen.output))
    report = commands.add_parser("report", help="write a page on a folder", description=ABOUT_REPORT)
    report.add_argument(
        "source", metavar="FOLDER", type=Path, help="a folder, a zip, a file, or a saved corpus"
    )
    report.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True, help="a new or empty folder"
    )
    report.set_defaults(run=lambda chosen: _report(chosen.source, chosen.output))
    return parser


def _lab(folder: Path | None) -> int:
    """Start JupyterLab on the notebooks; it ends when the user ends it."""
    try:
        from jupyterlab.labapp import LabApp
    except ImportError:
        raise ValueError('JupyterLab is not installed: pip install "osce-analysis[lab]".') from None
    LabApp.launch_instance(lab_arguments(notebooks_in(folder)))
    return DONE


def _app(source: Path | None) -> int:
    """Show the explorers in a page of their own; it ends when the user ends it."""
    from osce_analysis.corpus import load, load_sample
    from osce_analysis.explorers.serving import serve

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # the page lists what could not be read
        corpus = load_sample() if source is None else load(source, progress=sys.stderr.isatty())
    serve(corpus)
    return DONE


def notebooks_in(folder: Path | None) -> Path:
    """The folder of notebooks to work in, with those that it lacks copied there.

    Parameters
    ----------
    folder : Path, optional
        The user's. By default a checkout's own notebooks, or `osce-notebooks` here where there is none.
    """
    from osce_analysis.corpus.samples import share

    source = share("notebooks")
    is_checkout = source.parent.name != "_share"
    if folder is None and is_checkout:
        return source
    target = folder or Path("osce-notebooks")
    target.mkdir(parents=True, exist_ok=True)
    for notebook in sorted(source.glob("*.ipynb")):
        if (target / notebook.name).exists():
            print(f"{target / notebook.name} is kept as it is.")
        else:
            shutil.copyfile(notebook, target / notebook.name)
    return target


def lab_arguments(folder: Path) -> list[str]:
    """What JupyterLab is started with to show `folder`."""
    arguments = [*PRIVATE, f"--ServerApp.root_dir={folder.resolve()}"]
    if (folder / FIRST_NOTEBOOK).exists():
        arguments.append(f"--LabApp.default_url=/lab/tree/{FIRST_NOTEBOOK}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--allow-root")
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        arguments.append("--no-browser")
    return arguments


def _parse(source: Path, output: Path) -> int:
    """Write the tables of the documents under `source` into `output`."""
    corpus = _read(source, output)
    tables = write(corpus, output)
    print("\n".join([*summary(corpus, tables), f"Written to {output}."]))
    return _code(corpus)


def _report(source: Path, output: Path) -> int:
    """Write the page on the documents under `source` into `output`."""
    from osce_analysis.report import write_report

    corpus = _read(source, output)
    page = write_report(corpus, output)
    print("\n".join([*summary(corpus, {"statements": len(corpus)}), f"Open {page} in a browser."]))
    return _code(corpus)


def _read(source: Path, output: Path) -> Corpus:
    """The corpus under `source`, of which a result is to be written into `output`."""
    from osce_analysis.corpus import load

    if source.is_dir() and output.resolve().is_relative_to(source.resolve()):
        raise ValueError(f"{output} lies in {source} and would be read as documents: choose another place.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # the summary lists what could not be read
        return load(source, progress=sys.stderr.isatty())


def _code(corpus: Corpus) -> int:
    """The exit code: whether something could not be read."""
    return UNREADABLE if (corpus.problems["severity"] == "unreadable").any() else DONE


def write(corpus: Corpus, folder: Path) -> dict[str, int]:
    """Write each table as Parquet and as CSV with all text quoted; return the rows of each."""
    from osce_analysis.corpus.schema import TABLES

    corpus.save(folder)
    tables = {name: getattr(corpus, name) for name in TABLES}
    for name, table in tables.items():
        table.to_csv(folder / f"{name}.csv", index=False, quoting=csv.QUOTE_NONNUMERIC, encoding="utf-8")
    return {name: len(table) for name, table in tables.items()}


def summary(corpus: Corpus, tables: dict[str, int]) -> list[str]:
    """Lines for the terminal: the rows of each table, then the problems, the worst first."""
    from osce_analysis.corpus.schema import SEVERITIES

    lines = [f"{name:<14}{rows:>9,}" for name, rows in tables.items()]
    rank = {severity: place for place, severity in enumerate(SEVERITIES)}
    problems = corpus.problems.sort_values("severity", key=lambda column: column.map(rank), kind="stable")
    for row in problems.head(LISTED).itertuples():
        lines.append(_printable(f"{row.severity}: {row.source}: {row.problem}"))
    if len(problems) > LISTED:
        lines.append(f"... and {len(problems) - LISTED} more in problems.csv")
    return lines


def _printable(text: str) -> str:
    """`text` on one line without control characters, which a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
