"""Two sides on one page: what each panel draws, at both widths, and where there is nothing to draw."""

import json
import warnings
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import osce_analysis as osce
from osce_analysis.charts import comparison, pages, theme
from osce_analysis.corpus import Corpus


def side(name, delegation, word, instrument, partner):
    ids = [f"{name}-{n}" for n in range(12)]
    frame = pd.DataFrame({"statement_id": ids, "delegation": delegation, "text": f"{word} and order."})
    frame["date"] = [pd.Timestamp(f"{2018 + n % 3}-05-01") for n in range(12)]
    cited = pd.DataFrame({"statement_id": ids, "instrument": instrument})
    signed = pd.DataFrame({"statement_id": ids * 2, "actor": [delegation] * 12 + [partner] * 12})
    signed["role"] = ["delivers"] * 12 + ["aligned"] * 12
    return Corpus(frame, citations=cited, signatories=signed, name=name)


@pytest.fixture(scope="module")
def compared():
    return osce.compare(
        side("Norway", "NOR", "Freedom", "HFA-1975", "ISL"), side("SMR", "SMR", "Peace", "VD-2011", "MCO")
    )


def test_the_four_panels_draw_their_tables(compared):
    drawn = comparison(compared).drawn
    assert drawn.table["panel"].unique().tolist() == [
        "Words that divide", "Commitments that each cites", "Who stands with each", "Over time",
    ]  # fmt: skip
    rows = drawn.table.set_index("panel")
    assert rows.loc["Words that divide", "term"].tolist() == ["freedom", "peace"]
    assert rows.loc["Who stands with each", "actor"].tolist() == ["ISL", "MCO"]  # not the sides themselves
    assert set(rows.loc["Over time", "side"]) == {"target", "reference"}
    assert len(rows.loc["Over time"]) == 2 * 2 * 3
    assert "Helsinki Final Act 100 and 0 %" in drawn.alt
    assert "Norway and San Marino" in drawn.alt
    assert "24 statements" in drawn.note


@pytest.mark.parametrize("width", [84.0, 174.0])
def test_no_text_leaves_the_page(compared, width):
    from osce_analysis.publishing.inspection import Inspection

    chart = comparison(compared, width=width)
    assert chart.get_figwidth() == pytest.approx(width * theme.MM)
    assert Inspection(chart).cut == []


def test_narrow_panels_stand_under_one_another(compared):
    wide, narrow = comparison(compared), comparison(compared, width=84)
    assert narrow.get_figheight() > 1.6 * wide.get_figheight()


def test_a_panel_without_rows_says_so(compared):
    bare = {
        name: getattr(compared, name).iloc[:0] for name in ("words", "commitments", "partners", "over_time")
    }
    chart = comparison(replace(compared, **bare))
    said = " ".join(text.get_text() for text in chart.findobj(pages.Axes) for text in text.texts)
    for sentence in (
        "No word divides",
        "Neither side cites",
        "No actor but the sides",
        "No statement has a date",
    ):
        assert sentence in " ".join(said.split())
    assert "Words: none." in chart.drawn.alt


def test_what_is_no_comparison_is_refused(compared):
    with pytest.raises(ValueError, match=r"a result of osce\.compare; what it was given is a DataFrame"):
        comparison(compared.words)


def test_it_leaves_for_a_paper_with_its_record(compared, tmp_path: Path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        osce.export(comparison(compared), tmp_path / "sides.pdf", preset="elsevier-double")
    record = json.loads((tmp_path / "sides.json").read_text())
    assert record["result"]["call"] == "compare"
    assert record["result"]["sides"] == ["Norway", "SMR"]
    assert "panel" in (tmp_path / "sides.csv").read_text().splitlines()[0]
