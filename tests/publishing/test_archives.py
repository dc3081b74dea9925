"""A replication archive: the same bytes twice, no text where none is wanted, its figure again in an empty folder."""

import io
import subprocess
import sys
import zipfile

import pandas as pd
import pytest

import osce_analysis as osce

SECRET = "A sentence about the lighthouse that nobody may publish, which goes on for a good while"


@pytest.fixture(scope="module")
def corpus() -> osce.Corpus:
    rows = {
        "statement_id": ["a", "b", "c"],
        "delegation": ["CHE", "NOR", "NOR"],
        "text": [f"{SECRET}.", "=Peace and order.", "War and order."],
        "front": SECRET,
        "closing": SECRET,
        "remark": [SECRET * 3, None, None],
        "mood": ["=1+1", "calm", "calm"],
    }
    cited = pd.DataFrame({"citation_id": ["a#1", "a#2"], "statement_id": "a", "instrument": "HFA-1975"})
    cited["surface"] = ["Helsinki Final Act", SECRET]
    signed = pd.DataFrame({"statement_id": ["a", "a"], "actor": ["CHE", "NOR"], "role": "joint"})
    paragraphs = pd.DataFrame({"statement_id": ["a"], "paragraph": [1], "text": [SECRET]})
    return osce.Corpus(pd.DataFrame(rows), citations=cited, signatories=signed, paragraphs=paragraphs)


def figures(corpus: osce.Corpus) -> dict[str, osce.charts.Chart]:
    return {"fig1": osce.charts.bars(osce.terms.frequency(corpus, by="delegation", terms=["order", "peace"]))}


@pytest.fixture(scope="module")
def unpacked(corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    path = osce.archive(corpus, folder / "replication.zip", figures=figures(corpus))
    with zipfile.ZipFile(path) as held:
        held.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_same_bytes_twice(corpus, tmp_path):
    one, two = (osce.archive(corpus, tmp_path / name, figures=figures(corpus)) for name in ("a.zip", "b.zip"))
    assert one.read_bytes() == two.read_bytes()


def test_no_sentence_of_a_document_goes_in_unless_asked_for(corpus, unpacked, tmp_path):
    for file in unpacked.rglob("*"):
        if file.is_file() and "code" not in file.parts:
            assert b"nobody may publish" not in file.read_bytes(), file.name
    for table in (unpacked / "corpus").glob("*.parquet"):  # whose cells are compressed
        assert "nobody may publish" not in pd.read_parquet(table).to_csv(), table.name
    with zipfile.ZipFile(osce.archive(corpus, tmp_path / "whole.zip", texts=True)) as held:
        assert b"nobody may publish" in held.read("tables/statements.csv")


def test_the_corpus_is_read_back_with_its_short_words(unpacked):
    corpus = osce.load(unpacked / "corpus")
    assert corpus.citations["surface"].fillna("").tolist() == ["Helsinki Final Act", ""]
    assert corpus.statements["tokens"].tolist() == [16, 3, 3]
    assert len(corpus.signatories) == 2


def test_no_cell_is_taken_for_a_formula(unpacked):
    for file in [*(unpacked / "tables").glob("*.csv"), *(unpacked / "terms").glob("*.csv")]:
        cells = pd.read_csv(file, dtype=str, keep_default_na=False).to_numpy().ravel()
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))], file.name


def test_the_matrix_holds_the_counts(unpacked):
    from scipy.io import mmread

    matrix = mmread(io.BytesIO((unpacked / "terms" / "matrix.mtx").read_bytes())).toarray()
    terms = pd.read_csv(unpacked / "terms" / "terms.csv", keep_default_na=False)["term"].tolist()
    ids = pd.read_csv(unpacked / "terms" / "statements.csv")["statement_id"].tolist()
    assert matrix[:, terms.index("order")].tolist() == [0, 1, 1]
    assert ids == ["a", "b", "c"]
    long = pd.read_csv(unpacked / "terms" / "counts.csv")
    assert long["count"].sum() == matrix.sum() == 22


def test_other_programs_read_the_networks(unpacked):
    import networkx as nx

    for read, ending in ((nx.read_graphml, "graphml"), (nx.read_gexf, "gexf")):
        graph = read(unpacked / "networks" / f"cosignatories.{ending}")
        assert set(graph.edges) in ({("CHE", "NOR")}, {("NOR", "CHE")})
    assert pd.read_csv(unpacked / "networks" / "cosignatories_edges.csv").values.tolist() == [
        ["CHE", "NOR", 1.0]
    ]


def test_unpacked_elsewhere_it_makes_the_same_figure(unpacked):
    run = subprocess.run(
        [sys.executable, "-I", "fig1.py"],
        cwd=unpacked,
        capture_output=True,
        text=True,
        env={"HOME": str(unpacked)},
    )
    assert run.returncode == 0, run.stderr
    for ending in ("pdf", "svg", "png", "csv"):
        made, kept = (unpacked / folder / f"fig1.{ending}" for folder in ("made", "figures"))
        assert made.read_bytes() == kept.read_bytes(), ending


@pytest.mark.parametrize(
    ("name", "said"),
    [("replication.tar", "does not end in .zip"), ("nowhere/replication.zip", "cannot be written")],
)
def test_a_path_that_cannot_be_is_refused(corpus, tmp_path, name, said):
    with pytest.raises(ValueError, match=said):
        osce.archive(corpus, tmp_path / name)
