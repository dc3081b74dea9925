"""Dot plots: hollow where there is little, ordered by value, and honest about labels and corrections."""

import pandas as pd
import pytest

from osce_analysis import charts
from osce_analysis.charts.dot_plots import FEW, MOST_ROWS


def rows(figure):
    return [label.get_text().replace("\n", " ") for label in figure.axes[0].get_yticklabels()]


def test_dots_of_few_occasions_are_hollow_and_told(cases):
    table = cases["alignment of twenty"][1]
    figure = charts.alignment(table)
    drawn = figure.drawn.table
    assert drawn["hollow"].tolist() == (drawn["occasions"] < FEW).tolist()
    assert f"Hollow: fewer than {FEW} occasions." in figure.drawn.note
    assert "aligned with European Union" in figure.drawn.note
    many = charts.alignment(table.assign(occasions=99))
    assert "Hollow" not in many.drawn.note


def test_the_largest_share_comes_first_and_forty_are_shown(cases):
    figure = charts.alignment(cases["alignment of 57"][1])
    assert len(rows(figure)) == MOST_ROWS
    assert "40 of 57 rows shown." in figure.drawn.note
    shares = figure.drawn.table.groupby("key")["value"].max().reindex(rows(figure))
    assert shares.is_monotonic_decreasing


def test_stances_say_whether_labels_were_checked(cases):
    table = cases["stances of four"][1].copy()
    assert "not checked by people labelling" in charts.stances(table).drawn.note
    alpha = {"value": 0.71, "low": 0.6, "high": 0.8}
    table.attrs = table.attrs | {"validation": {"alpha": alpha, "kappa": alpha, "agreement": alpha, "n": 120}}
    note = charts.stances(table).drawn.note
    assert "Two people labelled 120 citations: Krippendorff's alpha 0.71 (0.60 to 0.80)." in note


def test_only_pairs_that_differ_are_drawn(cases):
    table = cases["associations"][1]
    figure = charts.association(table)
    assert len(figure.drawn.table) == (table["p_adjusted"] < 0.05).sum()
    assert "p < .05 (Fisher, holm)" in figure.drawn.note
    assert figure.axes[0].get_xlim()[0] < 0
    assert charts.association(table.assign(p_adjusted=0.5)).drawn.alt == "Dot plot: no rows to draw."


@pytest.mark.parametrize("chart", ["alignment", "stances", "association"])
def test_another_table_is_refused(chart):
    with pytest.raises(ValueError, match=f"{chart} needs the columns"):
        getattr(charts, chart)(pd.DataFrame({"term": ["peace"]}))
