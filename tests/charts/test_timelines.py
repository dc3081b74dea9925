"""When instruments enter and leave: in order of entry, first and last told, silence grey."""

import pandas as pd
import pytest

from osce_analysis import charts

TABLE = pd.DataFrame(
    [
        (2015, "UN-CHARTER", 0, 0.0),
        (2015, "HFA-1975", 3, 0.25),
        (2018, "UN-CHARTER", 1, 0.5),
        (2018, "HFA-1975", 2, 1.0),
    ],
    columns=["year", "instrument", "statements", "share"],
)


def test_instruments_stand_in_the_order_of_their_first_year_with_their_span():
    axes = charts.timeline(TABLE).axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["HFA-1975", "UN-CHARTER"]
    assert [text.get_text() for text in axes.texts] == ["2015–2018 (2)", "2018"]


def test_years_without_statements_are_grey_and_told():
    figure = charts.timeline(TABLE)
    assert len(figure.axes[0].patches) == 2  # 2016 and 2017
    assert "Grey: no statements." in figure.drawn.note


def test_years_with_few_statements_are_hollow():
    figure = charts.timeline(TABLE)
    assert figure.drawn.table["few"].tolist() == [
        False,
        False,
        True,
        True,
    ]  # of 2015 nothing is known but 12 statements
    assert "Hollow: fewer than 10 statements." in figure.drawn.note


@pytest.mark.parametrize("table", [TABLE.assign(statements=0, share=0.0), TABLE.assign(year=None)])
def test_no_rows(table):
    assert charts.timeline(table).drawn.alt == "Timeline: no rows to draw."


def test_another_table_is_refused():
    with pytest.raises(ValueError, match="timeline needs the columns year"):
        charts.timeline(TABLE.drop(columns="year"))
    with pytest.raises(ValueError, match="by time alone; this one is by delegation, year"):
        charts.timeline(pd.concat([pd.DataFrame({"delegation": ["NOR"] * 4}), TABLE], axis=1))
