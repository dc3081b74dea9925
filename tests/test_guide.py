"""The guide speaks of everything that is public, and shows what was measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import osce_analysis as osce

DOCS = Path(__file__).resolve().parents[1] / "docs"
pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="the guide is in the repository only")
PACKAGES = ("terms", "cosignatories", "citations", "charts")
TYPES = {"Chart", "Drawn", "Look"}  # what a chart returns; its docstring says it


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("package", PACKAGES)
def test_the_reference_lists_every_public_function(package: str) -> None:
    listed = set(re.findall(rf"^   {package}\.(\w+)$", page("reference"), re.MULTILINE))
    assert listed == set(getattr(osce, package).__all__) - TYPES


def test_the_reference_lists_what_the_package_hands_on() -> None:
    listed = set(re.findall(r"^   (\w+)(?:\.\w+)?$", page("reference"), re.MULTILINE))
    assert set(osce.__all__) - listed == {"__version__", "explorers"}


def test_the_gallery_draws_every_chart() -> None:
    drawn = set(re.findall(r"osce\.charts\.(\w+)\(", page("gallery")))
    assert drawn == set(osce.charts.__all__) - TYPES - {"colours", "picture"}


def test_each_chart_of_the_gallery_says_when_and_when_not() -> None:
    sections = re.split(r"^##+ ", page("gallery"), flags=re.MULTILINE)[1:]
    charts = [section for section in sections if "osce.charts." in section]
    unsaid = [section.splitlines()[0] for section in charts if "**When:**" not in section]
    unsaid += [section.splitlines()[0] for section in charts if "**Not:**" not in section]
    assert unsaid == []


def test_what_was_measured_is_kept_for_every_benchmark_that_the_guide_names() -> None:
    named = set(re.findall(r"measured/(\w+)\.txt", page("accuracy")))
    kept = {path.stem: path.read_text(encoding="utf-8") for path in (DOCS / "measured").glob("*.txt")}
    assert named == set(kept)
    assert [name for name, text in kept.items() if not re.search(r"\d\.\d", text)] == []
