"""The notebooks as they lie here: readable without running, with nothing of the machine that ran them.

That they run is shown by running them (`pytest --nbmake notebooks`); here the hidden solutions run.
"""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from osce_analysis.corpus.samples import share

NOTEBOOKS = sorted(share("notebooks").glob("*.ipynb"))
MOST_BYTES = 1_000_000
MACHINE = re.compile(r"/(?:root|home|Users|tmp|work)/|[A-Z]:\\\\Users")  # folders of a person's machine
SOLUTION = re.compile(r"<details><summary>Solution</summary>\s*```python\n(.*?)```", re.DOTALL)
RESULTS = {("2-your-own-documents", 1): 13, ("2-your-own-documents", 3): 4}  # of exercises with a number
WIDGET = "application/vnd.jupyter.widget-view+json"  # its id changes with each run


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == kind]


def outputs(path: Path) -> list[dict[str, Any]]:
    return [output for cell in cells(path, "code") for output in cell["outputs"]]


def evaluated(code: str, names: dict[str, Any]) -> Any:
    """Run code as a cell does: what its last line is worth is what it shows."""
    *before, last = ast.parse(code).body
    if not isinstance(last, ast.Expr):
        exec(code, names)
        return None
    exec(compile(ast.Module(before, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def solutions(path: Path) -> Iterator[tuple[int, Any]]:
    """The number of each exercise and what its solution shows, run after all cells before it."""
    names: dict[str, Any] = {}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code":
            evaluated(source, names)
        for number, code in zip(
            re.findall(r"### Exercise (\d+)", source), SOLUTION.findall(source), strict=True
        ):
            yield int(number), evaluated(code, dict(names))


def test_the_first_ones_are_there() -> None:
    names = [path.stem for path in NOTEBOOKS]
    assert names[:2] == ["1-first-steps", "2-your-own-documents"]


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_solutions_run_and_show_something(path: Path) -> None:
    try:
        with warnings.catch_warnings():
            shown = dict(solutions(path))
    finally:
        pd.reset_option("display")  # which the notebooks set
    assert list(shown) == list(range(1, len(shown) + 1))
    assert len(shown) >= 2
    for number, value in shown.items():
        assert (len(value) > 0) if hasattr(value, "__len__") else value == RESULTS[path.stem, number]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_was_run_from_top_to_bottom(path: Path) -> None:
    counts = [cell["execution_count"] for cell in cells(path, "code")]
    assert counts == list(range(1, len(counts) + 1))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_ran_without_an_error_or_a_warning(path: Path) -> None:
    assert all(output["output_type"] != "error" for output in outputs(path))
    assert all(output.get("name") != "stderr" for output in outputs(path))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_its_figures_are_images_with_words_beside_them(path: Path) -> None:
    figures = [output["data"] for output in outputs(path) if "image/png" in output.get("data", {})]
    assert figures
    words = ["".join(figure["text/plain"]) for figure in figures]
    assert all(
        re.match(r"(Bar chart|Line chart|Dot plot|Network|Heat map|Scatter|Page)[ :]", text) for text in words
    ), words


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_names_no_folder_of_the_machine_and_keeps_no_widget(path: Path) -> None:
    words = [json.dumps(cell["source"]) for kind in ("code", "markdown") for cell in cells(path, kind)]
    words += [
        json.dumps({name: data for name, data in output.get("data", output).items() if name != "image/png"})
        for output in outputs(path)
    ]
    assert not [found for text in words for found in MACHINE.findall(text)]
    assert all(WIDGET not in output.get("data", {}) for output in outputs(path))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_its_metadata_are_the_kernel_alone(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert all(cell["metadata"] == {} for cell in notebook["cells"])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_small(path: Path) -> None:
    assert path.stat().st_size < MOST_BYTES
