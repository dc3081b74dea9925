"""References that BibTeX can read, and those that a result needs."""

import re

import pandas as pd
import pytest

import osce_analysis as osce
from osce_analysis.publishing.paragraphs import keys_of
from osce_analysis.publishing.references import bibtex, entries, listed, sources


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


@pytest.mark.parametrize(
    ("record", "key"),
    [
        ({"call": "citations.association", "options": {"min_statements": 5}}, "newcombe1998"),
        ({"call": "citations.association", "options": {"correction": "holm"}}, "holm1979"),
        ({"call": "terms.keyness", "options": {"measures": ["log_ratio", "g2"]}}, "dunning1993"),
        ({"call": "cosignatories.agreement", "options": {"measure": "kappa"}}, "cohen1960"),
    ],
)
def test_the_methods_of_a_result_are_among_its_references(record, key):
    counted = {"denominators": {"compared": 3, "terms_compared": 3}, "software": {"osce_analysis": "1"}}
    assert key in keys_of(record | counted)
    assert key not in keys_of({"call": "terms.boilerplate", "options": {}} | counted)


def test_instruments_and_statements_of_a_table_are_entries_once():
    table = pd.DataFrame(
        {
            "instrument": ["HFA-1975", "HFA-1975", "NOT/KNOWN", None],
            "statement_id": ["PC.DEL/1/20", "PC.DEL/1/20", "speeches 12", "a{b}"],
            "delegation": ["NOR", "NOR", None, None],
            "subject": ["Trade & peace", "Trade & peace", None, None],
        }
    )
    text = sources(table)
    assert re.findall(r"^@misc{(.*),$", text, re.MULTILINE) == [
        "HFA-1975", "PC.DEL/1/20", "speeches-12", "a-b",
    ]  # fmt: skip
    for line in ("author = {{Norway}},", "title = {Trade \\& peace},", "year = {2020},", "year = {1975},"):
        assert line in text


def test_another_program_reads_the_same_entries():
    parser = pytest.importorskip(
        "bibtexparser", reason="bibtexparser, which reads the entries, is not installed"
    )
    known = ["HFA-1975", "UN-CHARTER", "MC.DEC/3/04"]
    table = pd.DataFrame({"instrument": known, "statement_id": ["a{b}_%", "x y", "PC.DEL/1/20"]})
    text = "\n".join([bibtex(entries()), sources(table)])
    taking_all = parser.bparser.BibTexParser(ignore_nonstandard_types=False)
    read = parser.loads(text, taking_all).entries_dict
    assert len(read) == len(entries()) + 6
    assert read["monroe2008"]["title"] == entries()["monroe2008"]["title"]
    assert read["newcombe1998"]["doi"] == entries()["newcombe1998"]["doi"]
    assert read["HFA-1975"]["title"] == "Helsinki Final Act"
    assert read["a-b-_"]["title"] == r"a\{b\}\_\%"


def test_what_was_looked_up_is_told():
    assert {row["verified"] for row in entries().values()} == {"own", "seen"}
    assert listed("church1990").startswith("Church, Kenneth Ward and Hanks, Patrick (1990). Word association")


def test_the_software_is_cited_with_its_version():
    assert f"version = {{{osce.__version__}}}" in osce.cite()
    assert osce.cite("text").endswith(f"Version {osce.__version__}.")
    with pytest.raises(ValueError, match="There is no style='apa'"):
        osce.cite("apa")


def test_a_key_that_is_not_there_is_named():
    with pytest.raises(LookupError, match="There is no reference 'nobody1900'"):
        bibtex(["nobody1900"])
