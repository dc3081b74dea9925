"""What the package hands on, and that it loads late."""

import json
import subprocess
import sys

import pytest

import osce_analysis as osce

NAMES = [
    "Comparison",
    "Corpus",
    "__version__",
    "archive",
    "charts",
    "citations",
    "cite",
    "compare",
    "cosignatories",
    "explore",
    "explorers",
    "export",
    "load",
    "load_sample",
    "methods",
    "reference",
    "robustness",
    "terms",
]
HEAVY = ["pandas", "numpy", "pyarrow", "matplotlib", "scipy", "networkx", "nltk", "ipywidgets", "IPython"]
PROBE = """
import json, sys, time
started = time.perf_counter()
import {module}
seconds = time.perf_counter() - started
print(json.dumps([seconds, [name for name in {heavy} if name in sys.modules]]))
"""


def probe(module: str) -> tuple[float, list[str]]:
    """The seconds that importing `module` takes in a fresh Python, and which heavy packages it loads."""
    code = PROBE.format(module=module, heavy=HEAVY)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    seconds, loaded = json.loads(done.stdout)
    return seconds, loaded


def test_the_public_names_are_exactly_these() -> None:
    assert osce.__all__ == NAMES
    assert dir(osce) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_public_name_is_there(name: str) -> None:
    assert getattr(osce, name) is not None


def test_an_unknown_name_lists_those_that_exist() -> None:
    with pytest.raises(AttributeError, match=r"osce_analysis has no 'frequency'\. It has .*terms"):
        osce.frequency  # noqa: B018  # the look-up is what is tested


def test_importing_the_package_is_quick_and_loads_nothing_heavy() -> None:
    measured = [probe("osce_analysis") for _ in range(3)]
    assert min(seconds for seconds, _ in measured) < 0.3
    assert measured[0][1] == []


@pytest.mark.parametrize(
    ("module", "late"),
    [
        ("osce_analysis.reference", {"pandas", "matplotlib", "scipy", "networkx", "nltk", "ipywidgets"}),
        ("osce_analysis.documents", {"pandas", "matplotlib", "scipy", "networkx", "nltk", "ipywidgets"}),
        ("osce_analysis.cli", {"pandas", "matplotlib", "scipy", "networkx", "nltk", "ipywidgets"}),
        ("osce_analysis.corpus", {"matplotlib", "scipy", "networkx", "nltk", "ipywidgets"}),
        ("osce_analysis.terms", {"matplotlib", "scipy", "networkx", "nltk", "ipywidgets"}),
        ("osce_analysis.cosignatories", {"matplotlib", "scipy", "networkx", "nltk", "ipywidgets"}),
        ("osce_analysis.citations", {"matplotlib", "scipy", "networkx", "nltk", "ipywidgets"}),
    ],
)
def test_a_layer_loads_only_what_it_needs_at_once(module: str, late: set[str]) -> None:
    _, loaded = probe(module)
    assert late.isdisjoint(loaded)
