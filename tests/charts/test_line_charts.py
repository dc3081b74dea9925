"""Lines over time: gaps stay gaps, names do not overlap, left-out lines are told."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis import charts
from osce_analysis.charts.line_charts import spread


def years(*values, **columns):
    return pd.DataFrame({"year": values, "term": "peace", "rate": range(1, len(values) + 1), **columns})


def line(figure):
    return figure.axes[0].get_lines()[0].get_ydata()


def test_a_year_without_statements_breaks_the_line():
    assert line(charts.trend(years(2018, 2019, 2021))).tolist()[:2] == [1, 2]
    assert np.isnan(line(charts.trend(years(2018, 2019, 2021)))[2])


def test_a_year_without_a_rate_breaks_the_line():
    table = years(2018, 2019, 2020).assign(rate=[1.0, float("nan"), 3.0])
    assert np.isnan(line(charts.trend(table))[1])


@pytest.mark.parametrize(
    ("column", "first", "last"),
    [
        ("year", 2019, 2021),
        ("quarter", "2019Q4", "2020Q2"),
        ("month", "2019-12", "2020-02"),
        ("date", pd.Timestamp("2020-02-28"), pd.Timestamp("2020-03-01")),  # a leap day between
    ],
)
def test_each_unit_of_time_has_its_own_step(column, first, last):
    table = pd.DataFrame({column: [last, first], "term": "peace", "rate": [2.0, 1.0]})
    assert np.isnan(line(charts.trend(table))).tolist() == [False, True, False]


def test_stretches_of_time_are_dots_in_the_order_of_the_table(cases):
    figure = charts.trend(cases["terms in periods"][1])
    assert all(drawn.get_linestyle() == "None" for drawn in figure.axes[0].get_lines()[:2])
    ticks = [label.get_text().replace("\n", " ") for label in figure.axes[0].get_xticklabels()]
    assert ticks == ["before 2014-03-01", "2014-03-01 to 2022-02-24", "since 2022-02-24"]
    assert figure.drawn.alt.startswith("Dot plot from before 2014-03-01 to since 2022-02-24")


def test_rows_without_a_time_are_left_out_and_told():
    table = years(2018, 2019, None)
    assert "2 of 3 rows shown." in charts.trend(table).drawn.note


def test_lines_left_out_are_told(cases):
    assert "6 of 30 lines shown." in charts.trend(cases["six of thirty lines"][1]).drawn.note


@pytest.mark.parametrize(("width", "shown"), [(84.0, 4), (174.0, 6)])
def test_many_periods_leave_room_for_fewer_lines(width, shown):
    rows = [(year, term, 1.0) for year in range(1970, 2000) for term in "abcdefgh"]
    figure = charts.trend(pd.DataFrame(rows, columns=["year", "term", "rate"]), width=width)
    assert f"{shown} of 8 lines shown." in figure.drawn.note


def test_alternative_text_has_first_last_and_highest():
    alt = charts.trend(years(2018, 2019, 2020).assign(rate=[2.0, 5.0, 3.0])).drawn.alt
    assert alt.endswith("peace: first 2, last 3, highest 5 in 2019.")


def test_no_rows():
    assert charts.trend(years(2018).iloc[:0]).drawn.alt == "Line chart: no rows to draw."
    assert charts.trend(years(None)).drawn.alt == "Line chart: no rows to draw."


def test_a_table_without_time_is_refused(cases):
    with pytest.raises(ValueError, match="trend needs the columns year or quarter or month or date"):
        charts.trend(cases["25 of 30 terms"][1])


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0.01, 0.3)), min_size=1, max_size=8))
def test_spread_leaves_no_two_labels_touching(labels):
    wanted = sorted(place for place, _ in labels)
    tall = [height for _, height in labels]
    places = spread(wanted, tall)
    for i in range(len(places) - 1):
        assert places[i + 1] - places[i] >= (tall[i] + tall[i + 1]) / 2 - 1e-6


@given(st.lists(st.floats(0, 1), min_size=1, max_size=5))
def test_spread_stays_inside_where_there_is_room(wanted):
    places = spread(sorted(wanted), [0.2] * len(wanted))
    assert places[0] >= 0.1 - 1e-9
    assert places[-1] <= 0.9 + 1e-9


def test_lines_of_instruments_bear_their_titles_where_they_fit():
    table = pd.DataFrame(
        {
            "year": [2020, 2021] * 2,
            "instrument": ["HFA-1975"] * 2 + ["PC.DEC/1202"] * 2,
            "title": ["Helsinki Final Act"] * 2 + ["A title that goes on, clause after clause, " * 4] * 2,
            "share": [0.5, 0.6, 0.1, 0.2],
        }
    )
    figure = charts.trend(table)
    assert [text.get_text() for text in figure.axes[0].texts] == ["PC.DEC/1202", "Helsinki Final Act"]
    assert charts.trend(table.iloc[:2]).axes[0].get_ylabel() == "% of statements"


def test_spread_leaves_alone_what_does_not_touch():
    assert spread([0.1, 0.5], [0.1, 0.1]) == [0.1, 0.5]
