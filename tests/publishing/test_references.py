"""References that BibTeX can read, and those that a result needs."""

import re

import pytest

import osce_analysis as osce
from osce_analysis.publishing.references import bibtex, entries, keys_of


def test_every_entry_is_whole_and_its_braces_close():
    text = bibtex(entries())
    assert len(re.findall("^@", text, re.MULTILINE)) == len(entries())
    depth = 0
    for mark in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if mark == "{" else -1
        assert depth >= 0
    assert depth == 0
    assert "Computing in Science \\& Engineering" in text


@pytest.mark.parametrize("key", list(entries()))
def test_an_entry_says_who_what_and_when(key):
    row = entries()[key]
    assert row["author"]
    assert row["title"]
    assert row["year"].isdigit() or key == "osce_analysis"
    assert row["used"]


@pytest.mark.parametrize(
    ("record", "key"),
    [
        ({"interval": "newcombe"}, "newcombe1998"),
        ({"options": {"correction": "holm"}}, "holm1979"),
        ({"options": {"measures": ["log_ratio", "g2"]}}, "dunning1993"),
        ({"options": {"measure": "kappa"}}, "cohen1960"),
    ],
)
def test_the_methods_of_a_result_are_among_its_references(record, key):
    assert key in keys_of(record)
    assert key not in keys_of({})


def test_the_software_is_cited_with_its_version():
    assert f"version = {{{osce.__version__}}}" in osce.cite()
    assert osce.cite("text").endswith(f"Version {osce.__version__}.")
    with pytest.raises(ValueError, match="There is no style='apa'"):
        osce.cite("apa")


def test_a_key_that_is_not_there_is_named():
    with pytest.raises(LookupError, match="There is no reference 'nobody1900'"):
        bibtex(["nobody1900"])
