"""Keyness: what is drawn hollow, what is named, and what the note says."""

import pandas as pd
import pytest

from osce_analysis import charts


def test_terms_stand_on_the_side_that_uses_them_more(cases):
    table = cases["600 key terms"][1]
    drawn = charts.keyness(table).drawn.table
    held = drawn.set_index("term")
    assert (held["side"] == "target").eq(held["log_ratio"] > 0).all()
    first = held.iloc[1]  # of the target
    assert first["statements"] == first["statements_target"]


def test_the_note_tells_the_test_the_sides_and_how_many_are_named(cases):
    figure = charts.keyness(cases["600 key terms"][1])
    named = [text.get_text() for text in figure.axes[0].texts]
    assert figure.drawn.note.startswith(
        "Log ratio of European Union to Russian Federation; terms with p < .05"
    )
    assert "compared within the same year" in figure.drawn.note
    assert f"{len(named)} of 600 terms named." in figure.drawn.note
    assert 8 <= len(named) <= 20


def test_a_table_of_all_terms_is_not_said_to_be_tested(cases):
    table = cases["two key terms"][1].copy()
    table.attrs = table.attrs | {"options": {"keep": "all"}}
    assert "p < .05" not in charts.keyness(table).drawn.note


def test_no_terms_is_a_chart_that_says_so(cases):
    assert charts.keyness(cases["two key terms"][1].head(0)).drawn.alt == "Scatter of terms: no rows to draw."


def test_a_table_without_log_ratios_is_refused():
    with pytest.raises(ValueError, match=r"keyness needs the columns term, log_ratio.*terms\.keyness"):
        charts.keyness(pd.DataFrame({"term": ["peace"], "g2": [3.0]}))
