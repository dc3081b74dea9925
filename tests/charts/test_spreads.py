"""Dispersion: the even first, strips by part, and what the note says."""

import numpy as np
import pandas as pd
import pytest

from osce_analysis import charts


def rows(figure):
    return [label.get_text() for label in figure.axes[0].get_yticklabels()]


def test_the_most_even_term_comes_first(cases):
    table = cases["dispersion"][1]
    figure = charts.dispersion(table)
    assert rows(figure) == table.sort_values("dp_norm")["term"].tolist()
    assert figure.axes[0].texts[0].get_text() == "1,203 of 4,459"


def test_a_strip_is_shaded_by_the_rate_over_the_highest_of_its_term(cases):
    table = cases["strips of twenty years"][1]
    figure = charts.dispersion(table)
    term = rows(figure)[2]
    rates = table[table["term"] == term]["rate"].to_numpy()
    strip = np.asarray(figure.axes[0].collections[2].get_array()).ravel()
    np.testing.assert_allclose(strip, rates / rates.max())
    assert "20 years in order" in figure.axes[0].get_xlabel()


def test_terms_without_a_hit_are_left_out_and_told():
    table = pd.DataFrame({"term": ["a", "b"], "range": [1, 0], "parts": 3, "dp_norm": [0.4, np.nan]})
    figure = charts.dispersion(table)
    assert rows(figure) == ["a"]
    assert "1 of 2 terms shown." in figure.drawn.note
    assert charts.dispersion(table.tail(1)).drawn.alt == "Dispersion: no rows to draw."


def test_another_table_is_refused():
    with pytest.raises(ValueError, match=r"dispersion needs the columns term, range or part, dp_norm"):
        charts.dispersion(pd.DataFrame({"term": ["peace"]}))
