"""Coverage: three parts of a bar that add up to what journals list."""

import pandas as pd
import pytest

from osce_analysis import charts

TABLE = pd.DataFrame(
    {
        "year": [2018, 2020],
        "interventions": [5, 9],
        "with_symbol": [4, 6],
        "restricted": [0, 2],
        "text_held": [1, 6],
    }
)


def test_the_parts_add_up_and_time_is_in_order():
    figure = charts.coverage(TABLE)
    parts = [[bar.get_width() for bar in bars] for bars in figure.axes[0].containers]
    assert parts == [[1, 6], [3, 0], [1, 3]]
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["2018", "2020"]
    assert [text.get_text() for text in figure.axes[0].texts] == ["1 of 5", "6 of 9; 2"]
    assert "Speakers listed in journals: 14; held as text: 7." in figure.drawn.note


def test_nothing_listed():
    assert charts.coverage(TABLE.iloc[:0]).drawn.alt == "Bar chart: no rows to draw."


def test_another_table_is_refused():
    with pytest.raises(ValueError, match="coverage needs the columns interventions"):
        charts.coverage(TABLE.drop(columns="interventions"))
