"""Heat maps: symmetric, ordered by likeness, centred on zero where values go below it."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import TwoSlopeNorm

from osce_analysis import charts

COLUMNS = ["actor_a", "actor_b", "statements_a", "statements_b", "value"]
BLOCS = pd.DataFrame(
    [
        ("ARM", "NOR", 5, 5, 0.1), ("ARM", "BLR", 5, 4, 0.9), ("ARM", "ISL", 5, 4, 0.0),
        ("NOR", "BLR", 5, 4, 0.0), ("NOR", "ISL", 5, 4, 0.8), ("BLR", "ISL", 4, 4, 0.1),
    ],
    columns=COLUMNS,
)  # fmt: skip


def cells(figure):
    side = len(figure.axes[0].get_yticks())
    return np.asarray(figure.axes[0].collections[0].get_array()).reshape(side, side)


def names(figure):
    return [label.get_text() for label in figure.axes[0].get_yticklabels()]


def test_those_alike_stand_together_and_the_matrix_is_symmetric():
    figure = charts.heatmap(BLOCS)
    order = names(figure)
    assert abs(order.index("Armenia") - order.index("Belarus")) == 1
    assert abs(order.index("Norway") - order.index("Iceland")) == 1
    np.testing.assert_array_equal(np.nan_to_num(cells(figure)), np.nan_to_num(cells(figure)).T)
    assert cells(figure)[order.index("Norway"), order.index("Iceland")] == 0.8


def test_a_pair_without_a_value_is_hatched_and_told():
    figure = charts.heatmap(BLOCS.assign(value=[0.1, 0.9, float("nan"), 0.0, 0.8, 0.1]))
    order = names(figure)
    assert np.isnan(cells(figure)[order.index("Armenia"), order.index("Iceland")])
    assert "Hatched: no value." in figure.drawn.note


def test_values_below_zero_are_centred_on_zero(cases):
    norm = charts.heatmap(cases["heat map of six"][1]).axes[0].collections[0].norm
    assert isinstance(norm, TwoSlopeNorm)
    assert norm(0.0) == 0.5
    assert norm.vmin == -norm.vmax


@pytest.mark.parametrize(("width", "most"), [(84.0, 30), (174.0, 40)])
def test_at_most_forty_names_and_the_note_says_so(cases, width, most):
    figure = charts.heatmap(cases["heat map of 57"][1], width=width)
    assert 20 <= len(names(figure)) <= most
    assert f"{len(names(figure))} of 57 actors, those with the most statements, shown." in figure.drawn.note


def test_alternative_text_has_the_three_highest_pairs():
    assert charts.heatmap(BLOCS).drawn.alt == (
        "Heat map of 4 actors by 4; colour: value. Armenia and Belarus 0.9; Norway and Iceland 0.8; "
        "Armenia and Norway 0.1."
    )


@pytest.mark.parametrize("rows", [BLOCS.iloc[:0], BLOCS.assign(value=float("nan"))])
def test_no_rows(rows):
    assert charts.heatmap(rows).drawn.alt == "Heat map: no rows to draw."


def test_a_foreign_table_is_refused(cases):
    with pytest.raises(
        ValueError, match=r"heatmap needs the columns actor_a, actor_b, statements_a, .*value"
    ):
        charts.heatmap(cases["one bar"][1])
