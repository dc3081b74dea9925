"""Tables as files: titles and rounding, texts that are no commands, read back by their own programs' rules."""

import io
import re
import time
import warnings
import zipfile

import numpy as np
import pandas as pd
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import html

import osce_analysis as osce
from osce_analysis.publishing.cells import harmless
from osce_analysis.publishing.markup import latex, markdown
from osce_analysis.publishing.printing import MISSING, MOST_ROWS, PAD, flat, printed

NASTY = [
    "$x_1$", "50 %", "a & b", "<script>alert(1)</script>", "#1", "{open", "close}", "back\\slash", "~^", "[optional]",
    "*starred", "--dashes--", "``quotes''", '"said"', "pipe|pipe", "line\nbreak", "null\x00byte", "=1+1", "+1", "-1",
    "@SUM(A1)", "\tTAB", "терроризм", "ειρήνη", "Türkiye", "&amp;", "![img](x)", "\\input{/etc/passwd}", "",
]  # fmt: skip


@pytest.fixture(scope="module")
def corpus():
    return osce.load_sample("specimens")


@pytest.fixture(scope="module")
def rates(corpus):
    return osce.terms.frequency(corpus, by="delegation", terms=["security", "dialogue"], seed=1)


def export(*args, **options):
    """The export without its warnings, for tests that look at the files."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return osce.export(*args, **options)


@pytest.mark.parametrize(
    ("column", "values", "cells"),
    [
        ("count", [1234, 5], ["1,234", "5"]),
        ("rate", [2.346, 0.0], ["2.35", "0.00"]),
        ("share", [0.394, 1.0], ["39.4", "100.0"]),
        ("top_share", [None, 0.5], [MISSING, "50.0"]),
        ("p", [0.0004, 0.0344], ["<.001", ".034"]),
        ("p_adjusted", [1.0, np.nan], ["1.000", MISSING]),
        ("log_ratio", [-1.5, 2.0], ["−1.50", "2.00"]),
        ("percent_difference", [np.inf, 100.0], ["∞", "100.00"]),
        ("value", [3.0, 4.0], ["3", "4"]),  # a count, whatever its dtype
        ("value", [0.66667, -0.5], ["0.667", "−0.500"]),
        ("value", [12.678, 3.5], ["12.68", "3.50"]),
        ("value", [np.nan, np.nan], [MISSING, MISSING]),
        ("year", [1999, 2020], ["1999", "2020"]),  # no thousands apart
        ("delegation", ["RUS", None], ["Russian Federation", MISSING]),
        ("date", pd.to_datetime(["2020-02-03", None]), ["2020-02-03", MISSING]),
        ("checked", [True, False], ["yes", "no"]),  # a column of the user's own
        ("own_measure", [0.25, 0.5], ["0.250", "0.500"]),
        ("rate", ["high", "low"], ["high", "low"]),  # a known name that holds texts
        ("rate", [-0.0001, 0.0], ["0.00", "0.00"]),  # no minus before nothing
    ],
)
def test_cells_are_rounded_by_what_a_column_means(column, values, cells):
    shown = printed(pd.DataFrame({column: values}), {}, "")
    assert [row[0].strip(PAD) for row in shown.rows] == cells


@pytest.mark.parametrize(
    ("made", "column", "title"),
    [
        ({}, "top_delegation", "Most by"),
        ({"options": {"per": 1000}}, "rate", "Per 1,000 tokens"),
        ({}, "rate", "Rate"),
        ({"sides": ["Russia", "EU"]}, "count_target", "Hits, Russia"),
        ({}, "count_reference", "Hits, reference"),
        ({}, "actor_a", "Actor A"),
        (
            {"call": "cosignatories.agreement", "options": {"measure": "newman"}},
            "value",
            "Agreement (newman)",
        ),
        ({"call": "citations.association"}, "value", "Difference (points)"),
        ({}, "my_column", "My column"),
    ],
)
def test_titles_can_be_read_in_a_paper(made, column, title):
    assert printed(pd.DataFrame({column: [1.0]}), made, "").heads == (title,)


def test_an_interval_stands_beside_its_estimate_and_in_the_csv_apart(rates, tmp_path):
    shown = printed(rates, rates.attrs, "")
    assert "Per 1,000 tokens [95 % interval]" in shown.heads
    place = shown.heads.index("Per 1,000 tokens [95 % interval]")
    row = int(rates["low"].first_valid_index())
    kept = rates.loc[row]
    cell = shown.rows[row][place].replace(PAD, "")
    assert cell == f"{kept['rate']:.2f} [{kept['low']:.2f}, {kept['high']:.2f}]"
    assert len({len(line[place]) for line in shown.rows}) == 1  # decimals under each other
    export(rates, tmp_path / "t.csv")
    assert {"rate", "low", "high"} <= set(pd.read_csv(tmp_path / "t.csv"))


def test_low_and_high_without_an_estimate_are_columns_like_others():
    assert printed(pd.DataFrame({"term": ["a"], "low": [1.0], "high": [2.0]}), {}, "").heads == (
        "Term",
        "Low",
        "High",
    )


def test_without_an_ending_four_forms_and_the_record(rates, tmp_path):
    found = export(rates, tmp_path / "table1")
    assert [file.suffix for file in found.files] == [
        ".tex", ".docx", ".html", ".md", ".csv", ".json", ".py", ".bib", ".csv",
    ]  # fmt: skip
    for file in found.files:
        assert str(tmp_path).encode() not in file.read_bytes()
    again = export(rates, tmp_path / "again" / "table1")
    assert [one.read_bytes() for one in found.files] == [two.read_bytes() for two in again.files]


def test_the_note_tells_universe_options_method_and_coverage(rates):
    note = printed(rates, rates.attrs, "").note
    for part in (
        "83 statements",
        "bootstrap over statements",
        "as one actor",
        "Specimen texts",
        "interventions",
    ):
        assert part in note


# --- LaTeX

_COMMANDS = {
    "begin", "end", "centering", "caption", "label", "toprule", "midrule", "bottomrule", "par", "smallskip",
    "footnotesize", "raggedright", "phantom", "textbackslash", "textasciicircum", "textasciitilde", "textless",
    "textgreater", "textbar", "textquotedbl", "infty", "textsuperscript", "endfirsthead", "endhead", "endfoot",
}  # fmt: skip


def parsed(text: str) -> tuple[set[str], list[str]]:
    """The commands of a LaTeX text and its environments in the order of opening; fails where anything stays open."""
    commands: set[str] = set()
    environments, still, depth, maths = [], [], 0, False
    lines = [line for line in text.splitlines() if not line.startswith("%")]
    for mark in re.finditer(
        r"\\(?:([A-Za-z]+)(?:\{(\w+)\})?|(.))|([{}$&#%^_~])", "\n".join(lines), re.DOTALL
    ):
        name, argument, _, bare = mark.groups()
        if name in {"begin", "end"}:
            commands.add(name)
            if name == "begin":
                environments.append(argument)
                still.append(argument)
            else:
                assert still.pop() == argument
        elif name:
            commands.add(name)
        elif bare in {"{", "}"}:
            depth += 1 if bare == "{" else -1
            assert depth >= 0
        elif bare == "$":
            maths = not maths
        elif bare in {"#", "%", "^", "_"}:
            pytest.fail(f"a bare {bare} in {mark.string[mark.start() - 20 : mark.end() + 20]!r}")
    assert (depth, still, maths) == (0, [], False)
    return commands, environments


@pytest.mark.parametrize("rows", [1, 60])  # one page, and more
def test_latex_is_whole_and_no_cell_is_a_command(rows):
    table = pd.DataFrame({"term": NASTY * rows, "$%&_#": NASTY * rows, "rate": 1.0})
    text = latex(printed(table, {}, "100 % of $"), "table_1")
    commands, environments = parsed(text)
    assert commands <= _COMMANDS
    assert environments == (["longtable"] if rows > 1 else ["table", "tabular"])
    body = text.split(r"\endfoot" if rows > 1 else r"\midrule")[1].split(
        r"\end{longtable}" if rows > 1 else r"\bottomrule"
    )[0]
    lines = [line for line in body.strip().splitlines() if line]
    assert all(line.endswith(r" \\") for line in lines)
    assert {len(re.findall(r"(?<!\\)&", line)) for line in lines} == {2}
    assert not [line for line in lines if line.startswith(("[", "*"))]


def test_latex_tells_the_packages_and_the_engine():
    assert latex(printed(pd.DataFrame({"term": ["мир"]}), {}, ""), "t").splitlines()[:2] == [
        r"% needs \usepackage{booktabs}",
        "% holds Greek, Cyrillic or other scripts: XeLaTeX or LuaLaTeX sets them",
    ]
    assert "XeLaTeX" not in latex(printed(pd.DataFrame({"term": ["Türkiye"]}), {}, ""), "t")


# --- Word, HTML, Markdown, CSV


# The order that Word's schema asks of what a table has.
TABLE_PARTS = ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"]


def test_word_holds_a_table_with_caption_note_and_repeated_head(rates, tmp_path):
    export(rates, tmp_path / "t.docx")
    document = Document(tmp_path / "t.docx")
    [table] = document.tables
    assert len(table.rows) == len(rates) + 1
    assert [cell.text for cell in table.rows[0].cells][:3] == ["Delegation", "Term", "Hits"]
    heads = [
        row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows
    ]
    assert heads == [True] + [False] * len(rates)
    caption, note = document.paragraphs
    assert caption.style.name == "Caption"
    assert caption.text.startswith("Table ")
    assert "SEQ Table" in caption._p.xml
    assert "83 statements" in note.text
    parts = [child.tag.split("}")[1] for child in table._tbl.tblPr]
    assert parts == sorted(parts, key=TABLE_PARTS.index)
    assert document.sections[0].page_width > document.sections[0].page_height  # nine columns lie across
    numbers = [cell.paragraphs[0].alignment for cell in table.rows[1].cells]
    assert numbers[0] == 0  # left
    assert numbers[2] == 2  # right
    assert {info.date_time for info in zipfile.ZipFile(tmp_path / "t.docx").infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


def test_word_takes_every_text(tmp_path):
    export(pd.DataFrame({"term": NASTY}), tmp_path / "t.docx")
    cells = [row.cells[0].text for row in Document(tmp_path / "t.docx").tables[0].rows][1:]
    assert cells[3] == "<script>alert(1)</script>"
    assert cells[15:17] == ["line break", "null byte"]


def test_html_holds_texts_and_nothing_from_elsewhere(tmp_path):
    export(pd.DataFrame({"term": NASTY, "<b>": 1}), tmp_path / "t.html")
    text = (tmp_path / "t.html").read_text()
    page = html.fromstring(text)
    assert not page.xpath("//script | //img | //link | //@href | //@src | //@onload | //thead//b")
    assert page.xpath("string(//tbody/tr[4]/td[1])") == "<script>alert(1)</script>"
    assert page.xpath("count(//th[@scope='col'])") == 2


def test_markdown_keeps_its_columns():
    text = markdown(printed(pd.DataFrame({"term": NASTY, "count": 1}), {}, "Terms"))
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == len(NASTY) + 2
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {3}
    assert r"\<script>" in text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tTAB", "\r=1", "\n=1", " =1", "＝1"])
def test_no_cell_of_the_csv_is_a_formula(text):
    safe = harmless(pd.DataFrame({text: [text], "value": [-1.5]}))
    assert safe.iloc[0, 0] == f"'{text}"
    assert safe.columns[0] == f"'{text}"
    assert safe["value"].tolist() == [-1.5]


def test_a_named_index_becomes_a_column(corpus, tmp_path):
    frame = osce.cosignatories.incidence(corpus)
    export(frame, tmp_path / "t.csv")
    assert list(pd.read_csv(tmp_path / "t.csv"))[:2] == ["statement_id", frame.columns[0]]
    two = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("EU", "rate"), ("RUS", "rate")]))
    assert list(flat(two)) == ["EU rate", "RUS rate"]


def test_a_hundred_thousand_rows_are_printed_in_part_and_kept_whole(tmp_path):
    long = pd.DataFrame({"term": "peace", "count": range(100_000)})
    started = time.process_time()
    with pytest.warns(
        UserWarning, match="The table has 100,000 rows: 500 are printed, and all are in the CSV"
    ):
        osce.export(long, tmp_path / "t")
    assert time.process_time() - started < 20
    assert len(pd.read_csv(tmp_path / "t.csv")) == 100_000
    assert len(Document(tmp_path / "t.docx").tables[0].rows) == MOST_ROWS + 1
    assert "500 of 100,000 rows shown." in (tmp_path / "t.tex").read_text()


def test_no_rows_are_a_table_with_its_heads(corpus, tmp_path):
    found = export(osce.terms.concordance(corpus, "nobodysaysthis"), tmp_path / "t")
    assert found.files[0].read_text().count(r" \\") == 1
    assert len(Document(tmp_path / "t.docx").tables[0].rows) == 1


def test_exporting_over_an_older_table_says_what_changed(corpus, tmp_path):
    older = corpus.select(until="2020-12-31")
    export(osce.terms.frequency(older, terms="security"), tmp_path / "t.tex")
    changed = export(osce.terms.frequency(corpus, terms="security"), tmp_path / "t.tex").changed
    added = len(corpus.counted()) - len(older.counted())
    assert re.fullmatch(
        rf"{added} statements added since; rate: security .* [\d.]+ to [\d.]+ per 1,000 tokens", changed
    )
    cited = osce.citations.most_cited(older, top=3)
    export(cited, tmp_path / "c.md")
    changed = export(cited.assign(share=[0.5, *cited["share"][1:]]), tmp_path / "c.md").changed
    assert re.fullmatch(r"share: HFA-1975 Helsinki Final Act [\d.]+ to 50 %", changed)


@pytest.mark.parametrize(
    ("table", "path", "sentence"),
    [
        (
            pd.DataFrame({"a": [1]}),
            "t.pdf",
            r"A table is not written as \.pdf: use one of tex, docx, html, md, csv",
        ),
        (pd.DataFrame(), "t.tex", "The table has no columns"),
        (pd.DataFrame({"a": [1]}), "file/t.tex", r"t cannot be written into .*: .*\. Name another folder\."),
        (pd.Series([1]), "t.tex", r"export takes a figure or a table; what it was given is a Series:"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(tmp_path, table, path, sentence):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ValueError, match=sentence):
        osce.export(table, tmp_path / path)


def test_a_table_that_says_nothing_of_its_making_comes_without_code(tmp_path):
    found = export(pd.DataFrame({"term": ["peace"]}), tmp_path / "t")
    assert [file.suffix for file in found.files] == [".tex", ".docx", ".html", ".md", ".csv", ".json", ".bib"]
    assert found.checks == ("No code is written beside it: its table has no record of how it was made.",)


def test_a_record_made_elsewhere_is_not_trusted_with_code(tmp_path):
    table = pd.DataFrame({"term": ["peace"]})
    table.attrs = {"call": "terms.__import__('os')", "options": {"x); import os; (": 1}}
    assert ".py" not in [file.suffix for file in export(table, tmp_path / "t").files]


def test_csv_reads_back_as_it_was(rates, tmp_path):
    export(rates, tmp_path / "t.csv")
    kept = pd.read_csv(io.StringIO((tmp_path / "t.csv").read_text()))
    np.testing.assert_allclose(kept["rate"], rates["rate"])
    assert kept["delegation"].dropna().tolist() == rates["delegation"].dropna().tolist()
