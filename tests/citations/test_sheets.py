"""Coding sheets and reliability: draws, files, labels, and coefficients from papers."""

import pandas as pd
import pytest

from osce_analysis import citations, measures
from osce_analysis.citations import find
from osce_analysis.corpus import Corpus


@pytest.fixture
def corpus():
    texts = {
        f"s{n}": f"Number {n}: =we recall the Helsinki Final Act and the Charter of Paris." for n in range(20)
    }
    frame = pd.DataFrame({"statement_id": list(texts), "text": list(texts.values())})
    frame["delegation"] = ["CHE"] * 18 + ["NOR"] * 2
    found = [
        find(text).assign(statement_id=name, citation_id=lambda rows, name=name: name + rows["citation_id"])
        for name, text in texts.items()
    ]
    return Corpus(frame, citations=pd.concat(found))


def test_groups_are_drawn_in_turn(corpus):
    sheet = citations.coding_sheet(corpus, 8, by="delegation")
    assert sheet["delegation"].value_counts().to_dict() == {"CHE": 4, "NOR": 4}
    assert (sheet["label"] == "").all()
    assert "stance" not in sheet


def test_the_seed_makes_the_same_sheet_and_another_another(corpus):
    first, again, other = (citations.coding_sheet(corpus, 8, seed=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(first, again)
    assert first["citation_id"].tolist() != other["citation_id"].tolist()


def test_more_than_there_are_gives_all(corpus):
    assert len(citations.coding_sheet(corpus, 500)) == 40


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_sheet_goes_out_and_comes_back(corpus, tmp_path, ending):
    paths = [tmp_path / f"{name}{ending}" for name in "ab"]
    for path, label in zip(paths, ["recall", "affirm"], strict=True):
        sheet = citations.coding_sheet(corpus, 6, path=path)
        read = pd.read_excel(path) if ending == ".xlsx" else pd.read_csv(path)
        filled = read.assign(label=["Recall "] * 5 + [label])
        filled.to_excel(path, index=False) if ending == ".xlsx" else filled.to_csv(path, index=False)
    found = citations.reliability(*paths).set_index("coefficient")
    assert found.loc["agreement", "value"] == pytest.approx(5 / 6)
    assert found["n"].eq(6).all()
    assert len(sheet) == 6


def test_nothing_in_a_file_is_a_formula(tmp_path):
    cited = pd.DataFrame({"citation_id": ["=1+1"], "statement_id": ["a"], "instrument": ["HFA-1975"]})
    cited = cited.assign(part="text", start=2, end=5)
    corpus = Corpus(pd.DataFrame({"statement_id": ["a"], "text": ["=A1 we recall it"]}), citations=cited)
    citations.coding_sheet(corpus, 1, path=tmp_path / "sheet.csv")
    assert "'=1+1" in (tmp_path / "sheet.csv").read_text(encoding="utf-8-sig")


def test_published_values():
    """Krippendorff (2011), example B and, of two labels, example A; Cohen's kappa of 20, 5, 10, 15."""
    assert measures.krippendorff_alpha("aabbdcccedda", "babbbccceddd") == pytest.approx(0.692, abs=5e-4)
    assert measures.krippendorff_alpha("0100000010", "1110010000") == pytest.approx(0.095, abs=5e-4)
    labels = ["y"] * 25 + ["n"] * 25, ["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15
    assert measures.cohen_kappa(*labels) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda sheet: sheet.drop(columns="label"), "The sheet b has no column label"),
        (lambda sheet: sheet.assign(label="great"), r"The sheet b has the label 'great' \(row 1\)"),
        (lambda sheet: sheet.assign(citation_id="x"), "label no citation in common"),
        (lambda sheet: sheet.assign(label=None), "label no citation in common"),
    ],
)
def test_sheets_that_cannot_be_compared(change, sentence):
    sheet = pd.DataFrame({"citation_id": ["a#1", "a#2"], "label": ["recall", "accuse"]})
    with pytest.raises(ValueError, match=sentence):
        citations.reliability(sheet, change(sheet))


def test_a_path_that_cannot_be_written(corpus, tmp_path):
    with pytest.raises(ValueError, match=r"could not be written to sheet\.csv"):
        citations.coding_sheet(corpus, 2, path=tmp_path / "none" / "sheet.csv")
