"""Alignment over time: each cell by itself, blank without an occasion, hatched where there were few."""

import pandas as pd
import pytest

from osce_analysis import charts
from osce_analysis.charts.dot_plots import FEW

TABLE = pd.DataFrame(
    [(2019, "NOR", 3, 12, 0.25), (2021, "NOR", 1, 2, 0.5), (2021, "ISL", 2, 2, 1.0)],
    columns=["year", "actor", "statements", "occasions", "share"],
).assign(low=0.1, high=1.0)


def test_a_cell_for_each_row_and_none_where_there_was_no_occasion():
    figure = charts.alignment(TABLE)
    cells = figure.axes[0].collections[0]
    assert len(cells.get_paths()) == 3
    assert cells.get_array().tolist() == [25, 50, 100]
    assert "Blank: none." in figure.drawn.note


def test_few_occasions_are_hatched_and_told():
    figure = charts.alignment(TABLE)
    assert sum(len(drawn.get_paths()) for drawn in figure.axes[0].collections[1:]) == 2
    assert f"Hatched: fewer than {FEW} occasions" in figure.drawn.note
    assert "Hatched" not in charts.alignment(TABLE.assign(occasions=40)).drawn.note


def test_occasions_stand_above_and_sums_beside():
    said = [text.get_text() for text in charts.alignment(TABLE).axes[0].texts]
    assert said == ["12", "2", "2 of 2", "4 of 14"]


def test_alternative_text_tells_who_aligns_most_and_on_how_little_it_rests():
    assert charts.alignment(TABLE).drawn.alt == (
        "Heat map of 2 States by time, 2019 to 2021; colour: % of occasions. Iceland 2 of 2; Norway 4 of 14. "
        "2 of 3 cells rest on few occasions."
    )


@pytest.mark.parametrize("table", [TABLE.iloc[:0], TABLE.assign(year=None)])
def test_no_rows(table):
    assert charts.alignment(table).drawn.alt == "Heat map: no rows to draw."


def test_where_years_are_many_and_the_chart_is_narrow_only_those_with_an_occasion_have_a_place():
    table = TABLE.assign(year=[1996, 2021, 2023])
    assert "Only a year with an occasion has a place." in charts.alignment(table, width=60.0).drawn.note
