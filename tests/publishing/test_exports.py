"""Figures as files: read back with other programs, made again from what stands beside them, refused in a sentence."""

import io
import json
import re
import shutil
import subprocess
import sys
import warnings
from functools import cache
from pathlib import Path

import matplotlib.pyplot  # noqa: F401  # the Figure of a user comes from here as a rule
import pandas as pd
import pypdfium2
import pytest
from matplotlib.figure import Figure
from PIL import Image

import osce_analysis as osce
from osce_analysis import charts
from osce_analysis.publishing.presets import presets

POINT = 25.4 / 72
KINDS = ("pdf", "svg", "png", "tiff", "eps")


@pytest.fixture(scope="module")
def corpus():
    return osce.load_sample("specimens")


@pytest.fixture(scope="module")
def chart(corpus):
    return charts.bars(osce.terms.frequency(corpus, by="delegation", terms=["security", "dialogue"], seed=1))


def export(*args, **options):
    """The export without its warnings, for tests that look at the files."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return osce.export(*args, **options)


def width_of(path: Path) -> float:
    """The width in millimetres that a file has by its own account."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return pypdfium2.PdfDocument(data)[0].get_size()[0] * POINT
    if path.suffix == ".svg":
        return float(re.search(rb'width="([0-9.]+)pt"', data)[1]) * POINT
    if path.suffix == ".eps":
        return float(re.search(rb"%%HiResBoundingBox: 0\S* 0\S* (\S+)", data)[1]) * POINT
    with Image.open(io.BytesIO(data)) as image:
        return image.width / image.info["dpi"][0] * 25.4


def program(name: str, *arguments: object) -> str:
    """What another program says of a file."""
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    return subprocess.run([name, *map(str, arguments)], capture_output=True, check=True, text=True).stdout


@pytest.fixture(scope="module")
def published(chart, tmp_path_factory):
    """The export under each preset, made once."""
    folder = tmp_path_factory.mktemp("presets")
    return cache(lambda preset: export(chart, folder / preset, preset=preset))


@pytest.mark.parametrize("preset", list(presets()))
def test_each_preset_by_its_files_own_account(published, preset):
    wanted = presets()[preset]
    found = published(preset)
    for file in found.files[:3]:
        assert width_of(file) == pytest.approx(wanted.width, abs=0.01)
    assert not found.checks
    if wanted.enlarged == 1:  # what is enlarged keeps its sizes and stands on a scale
        assert min(sizes(found.files[0])) >= wanted.small - 0.001


@pytest.mark.parametrize("preset", list(presets()))
def test_each_preset_gives_the_same_bytes_twice(published, chart, tmp_path, preset):
    once, again = published(preset), export(chart, tmp_path / preset, preset=preset)
    assert [file.read_bytes() for file in once.files] == [file.read_bytes() for file in again.files]


@pytest.mark.parametrize("preset", list(presets()))
def test_each_preset_by_other_programs(published, preset):
    wanted = presets()[preset]
    found = published(preset)
    size = re.search(r"Page size:\s+([0-9.]+)", program("pdfinfo", found.files[0]))[1]
    assert float(size) * POINT == pytest.approx(wanted.width, abs=0.01)
    fonts = program("pdffonts", found.files[0]).splitlines()[2:]
    assert fonts
    assert all("TrueType" in line and "yes yes" in line for line in fonts)
    wide, dots, unit = program("identify", "-format", "%w %x %U", found.files[2]).split()[:3]
    per_mm = float(dots) / (10 if unit == "PixelsPerCentimeter" else 25.4)
    assert int(wide) / per_mm == pytest.approx(wanted.width, abs=0.01)
    assert per_mm * 25.4 == pytest.approx(wanted.dpi, abs=0.5)


def sizes(pdf: Path) -> list[float]:
    """The sizes in points of all letters of a PDF."""
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    letters = text.get_text_range()
    return [
        pypdfium2.raw.FPDFText_GetFontSize(text, place)
        for place in range(text.count_chars())
        if letters[place].strip()
    ]


@pytest.mark.parametrize("preset", ["springer-single", "slides"])
def test_each_format_is_exact_and_the_same_twice(chart, tmp_path, preset):
    for kind in KINDS if preset == "springer-single" else KINDS[:4]:
        one, two = (export(chart, tmp_path / f"{name}.{kind}", preset=preset).files[0] for name in ("a", "b"))
        assert width_of(one) == pytest.approx(presets()[preset].width, abs=0.01), kind
        assert one.read_bytes() == two.read_bytes(), kind


def test_tiff_is_rgb_lzw_at_the_resolution_asked_for(chart, tmp_path):
    file = export(chart, tmp_path / "f.tif", preset="springer-single").files[0]
    with Image.open(file) as image:
        assert (image.mode, image.info["compression"]) == ("RGB", "tiff_lzw")
        assert image.info["dpi"][0] == pytest.approx(600, abs=0.5)


@pytest.mark.parametrize("preset", ["elsevier-single", "slides"])
def test_pdf_embeds_its_fonts_and_no_type_3(chart, tmp_path, preset):
    data = export(chart, tmp_path / "f.pdf", preset=preset).files[0].read_bytes()
    assert b"/Type3" not in data
    assert b"/FontFile2" in data


def test_identify_agrees(chart, tmp_path):
    file = export(chart, tmp_path / "f.tiff", preset="elsevier-single").files[0]
    said = program("identify", "-format", "%m %C %[colorspace] %x %U %w", file).split()
    assert said[:3] == ["TIFF", "LZW", "sRGB"]
    assert float(said[3]) == pytest.approx(500, abs=0.5)


def test_without_an_ending_three_images_and_the_record(chart, tmp_path):
    found = export(chart, tmp_path / "new" / "fig1")
    assert [file.name for file in found.files] == [
        "fig1.pdf", "fig1.svg", "fig1.png", "fig1.csv", "fig1.json", "fig1.py", "fig1.bib", "fig1.documents.csv",
    ]  # fmt: skip
    assert sorted(file.name for file in (tmp_path / "new").iterdir()) == sorted(f.name for f in found.files)


def test_what_stands_beside_it_is_whole_and_names_no_folder(corpus, chart, tmp_path):
    found = export(chart, tmp_path / "fig1", preset="springer-double")
    held = {
        file.name.removeprefix("fig1"): file.read_text()
        for file in found.files
        if file.suffix in {".csv", ".json", ".py", ".bib"}
    }
    record = json.loads(held[".json"])
    assert record["result"]["call"] == "terms.frequency"
    assert record["result"]["options"]["terms"] == ["security", "dialogue"]
    assert record["result"]["interval"] == "bootstrap"
    assert record["result"]["corpus"]["fingerprint"] == corpus.counted().fingerprint
    assert record["result"]["software"]["osce_analysis"] == osce.__version__
    assert record["preset"]["width"] == 174
    assert record["note"] and record["alt"]  # noqa: PT018
    assert {"denominators", "coverage"} <= set(record["result"])
    assert len(pd.read_csv(io.StringIO(held[".csv"]))) == record["rows_drawn"] == len(chart.drawn.table)
    assert [line for line in held[".bib"].splitlines() if line.startswith("@")] == [
        "@software{osce_analysis,", "@inproceedings{pandas,", "@article{numpy,", "@article{scipy,",
        "@inproceedings{networkx,", "@article{matplotlib,", "@book{efron1993,",
    ]  # fmt: skip
    listed = pd.read_csv(io.StringIO(held[".documents.csv"]))
    assert set(listed["statement_id"]) == set(corpus.counted().statements["statement_id"])
    for text in held.values():
        assert str(tmp_path) not in text
        assert str(Path.home()) not in text


def test_the_code_beside_it_makes_the_same_bytes(corpus, chart, tmp_path):
    found = export(chart, tmp_path / "fig1")
    assert made_again(found, {"corpus": corpus}, tmp_path) == {
        file.name: file.read_bytes() for file in found.files
    }


def test_a_result_that_was_varied_is_made_again(corpus, tmp_path):
    counted = osce.terms.frequency(corpus, terms=["security"], interval=None)
    found = export(osce.robustness(counted, corpus), tmp_path / "table1.md")
    again = made_again(found, {"corpus": corpus}, tmp_path)
    assert again == {file.name: file.read_bytes() for file in found.files}


def two_coders(corpus):
    sheet = osce.citations.coding_sheet(corpus, 10, seed=1)
    labels = ["recall", "affirm"] * 5
    return osce.citations.reliability(
        sheet.assign(label=labels), sheet.assign(label=[*labels[:8], "recall", "recall"])
    )


CALLS = {
    "trend": lambda c: (charts.trend, osce.terms.trend(c, ["security"], by="year")),
    "dispersion": lambda c: (charts.dispersion, osce.terms.dispersion(c, ["security"], parts="year")),
    "most_cited": lambda c: (charts.bars, osce.citations.most_cited(c)),
    "stances": lambda c: (charts.stances, osce.citations.stances(c, by="delegation")),
    "labelled stances": lambda c: (
        charts.stances,
        osce.citations.stances(c, by="delegation", reliability=two_coders(c)),
    ),
    "agreement": lambda c: (charts.heatmap, osce.cosignatories.agreement(c)),
    "network": lambda c: (charts.network, osce.cosignatories.network(c)),
    "dictionary": lambda c: (
        charts.bars,
        osce.terms.dictionary(c, {"calm": ["peace*"], "harm": ["war", "attack*"]}),
    ),
    "association": lambda c: (charts.association, osce.citations.association(c, by="delegation")),
    "no boilerplate": lambda c: (charts.bars, osce.terms.frequency(c.select(boilerplate=False))),
}


@pytest.mark.parametrize("case", list(CALLS))
def test_the_code_of_each_analysis_makes_the_same_rows(corpus, tmp_path, monkeypatch, case):
    draw, result = CALLS[case](corpus)
    made = draw(result)
    export(made, tmp_path / "fig1.svg")
    corpus.save(tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    space: dict = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec((tmp_path / "fig1.py").read_text(), space)
    pd.testing.assert_frame_equal(space["figure"].drawn.table, made.drawn.table)


TWO_SIDED = {
    "keyness": lambda target, reference: charts.keyness(
        osce.terms.keyness(target, reference, permutations=19, min_count=3, keep="all")
    ),
    "comparison": lambda target, reference: charts.comparison(
        osce.compare(target, reference, permutations=19)
    ),
    "commitments": lambda target, reference: osce.compare(target, reference, permutations=0).commitments,
    "over time": lambda target, reference: osce.compare(target, reference, permutations=0).over_time,
    "table": lambda target, reference: osce.terms.keyness(target, reference, permutations=0, keep="shared"),
}


@pytest.mark.parametrize("case", list(TWO_SIDED))
def test_what_compares_two_corpora_is_made_again_from_both(corpus, tmp_path, case):
    sides = {
        "target": corpus.select(actor="RUS").named("Russia"),
        "reference": corpus.select(actor="EU").named("EU"),
    }
    found = export(TWO_SIDED[case](*sides.values()), tmp_path / "fig1")
    assert made_again(found, sides, tmp_path) == {file.name: file.read_bytes() for file in found.files}


def made_again(found, corpora, folder) -> dict[str, bytes]:
    """What the code beside an export writes in a process of its own, in a folder with the saved corpora alone."""
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    for name, corpus in corpora.items():
        corpus.save(elsewhere / name)
    [code] = [file for file in found.files if file.suffix == ".py"]
    shutil.copy(code, elsewhere / "again.py")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "again.py"],
        cwd=elsewhere,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "holds other" not in done.stdout
    names = {file.name for file in found.files}
    return {file.name: file.read_bytes() for file in elsewhere.iterdir() if file.name in names}


def test_the_chart_is_drawn_anew_at_the_width_and_the_old_one_stays(chart, tmp_path):
    before = chart.get_figwidth()
    export(chart, tmp_path / "f.svg", preset="springer-double")
    assert chart.get_figwidth() == before
    assert chart.redraw(width=120).get_figwidth() * 25.4 == pytest.approx(120)


def test_a_table_that_changes_later_does_not_change_its_chart(tmp_path):
    table = pd.DataFrame({"term": ["peace"], "count": [3], "rate": [0.3]})
    made = charts.bars(table)
    table["rate"] = 9.0
    export(made, tmp_path / "f.svg")
    assert pd.read_csv(tmp_path / "f.csv")["rate"].tolist() == [0.3]


def test_a_foreign_figure_is_an_image_and_says_what_is_missing(tmp_path):
    figure = Figure(figsize=(4, 3))
    figure.add_subplot().text(0.5, 0.5, "tiny", fontsize=3)
    with pytest.warns(UserWarning, match="was not drawn by osce_analysis") as said:
        found = osce.export(figure, tmp_path / "other")
    assert [file.suffix for file in found.files] == [".pdf", ".svg", ".png"]
    sentences = " ".join(str(one.message) for one in said)
    for part in ("the code", "101.60 mm wide", "3 pt ('tiny')"):
        assert part in sentences
    assert b"/Type3" not in found.files[0].read_bytes()


def test_exporting_over_an_older_one_says_what_changed(corpus, tmp_path):
    older = corpus.select(until="2015-12-31")
    terms = ["security"]
    export(charts.bars(osce.terms.frequency(older, terms=terms, by="delegation")), tmp_path / "f.svg")
    newer = charts.bars(osce.terms.frequency(corpus, terms=terms, by="delegation"))
    changed = export(newer, tmp_path / "f.svg").changed
    assert f"{len(corpus.counted()) - len(older.counted()):,} statements added since" in changed
    assert re.search(r"rate: .+ to ", changed) or "new" in changed
    assert export(newer, tmp_path / "f.svg").changed == ""


def test_the_data_are_in_the_units_of_the_analysis_and_each_row_is_known_again(tmp_path):
    facts = osce.load_sample("alignments")
    older = osce.cosignatories.alignment(facts.select(until="2020-12-31"))
    newer = osce.cosignatories.alignment(facts)
    export(charts.alignment(older), tmp_path / "f.svg")
    changed = export(charts.alignment(newer), tmp_path / "f.svg").changed
    pd.testing.assert_frame_equal(pd.read_csv(tmp_path / "f.csv"), newer, check_dtype=False)
    assert re.search(r"statements added since; share: AND 29 to 36\.1, .* % and \d+ more$", changed)


@pytest.mark.parametrize(
    ("path", "options", "sentence"),
    [
        ("f", {"preset": "elsevir-single"}, r"There is no preset='elsevir-single': use one of .*Did you mean"),
        ("f.jpg", {}, r"A figure is not written as \.jpg: use one of pdf"),
        ("file/f", {}, r"f cannot be written into .*: .*\. Name another folder\."),
        ("f.eps", {"preset": "slides"}, r"EPS is for print"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_in_a_sentence(chart, tmp_path, path, options, sentence):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ValueError, match=sentence):
        export(chart, tmp_path / path, **options)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_what_is_no_figure_is_refused():
    with pytest.raises(
        ValueError, match=r"export takes a figure or a table; what it was given is a str: draw it"
    ):
        osce.export("figure", "f")


def test_labels_that_programs_would_read_as_commands(tmp_path):
    terms = ["=1+1", "$x$", "50 %", "a & b", "<script>", "терроризм", "ειρήνη"]
    table = pd.DataFrame({"term": terms, "count": 1, "rate": range(1, 8)})
    found = export(charts.bars(table), tmp_path / "f")
    assert "<script>" not in (tmp_path / "f.svg").read_text()
    assert "'=1+1" in pd.read_csv(tmp_path / "f.csv")["term"].tolist()
    assert "$x$" in pypdfium2.PdfDocument(found.files[0])[0].get_textpage().get_text_range()
