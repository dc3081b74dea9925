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


def test_blocs_stand_together_with_a_line_between_them():
    blocs = pd.DataFrame({"actor": ["ARM", "NOR", "BLR", "ISL"], "bloc": [1, 1, 2, 2]})
    figure = charts.heatmap(BLOCS, blocs=blocs)
    assert {*names(figure)[:2]} == {"Armenia", "Norway"}
    assert len(figure.axes[0].get_lines()) == 2
    assert "Blocs by Louvain's method." in figure.drawn.note


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


def crossed(by="delegation", groups=("ARM", "EU", None)):
    """As `citations.most_cited(by=)` returns it: nine statements of each group."""
    cited = {"HFA-1975": (9, 3, 0), "VD-2011": (0, 6, 1), "PC.DEC/1202": (0, 0, 0)}
    rows = [
        (group, instrument, None, held[place], held[place] / 9)
        for place, group in enumerate(groups)
        for instrument, held in cited.items()
    ]
    table = pd.DataFrame(rows, columns=[by, "instrument", "title", "statements", "share"])
    names = ["missing" if group is None else str(group) for group in groups]
    table.attrs = {"options": {"by": by}, "denominators": {"groups": dict.fromkeys(names, 9)}}
    return table


def test_instruments_go_down_and_groups_across_with_their_numbers_of_statements():
    figure = charts.heatmap(crossed())
    axes = figure.axes[0]
    assert names(figure) == ["HFA-1975", "VD-2011"]  # what nobody cites has no row
    across = [label.get_text() for label in axes.get_xticklabels()]
    assert sorted(across) == ["Armenia (9)", "European Union (9)", "not stated (9)"]
    cells = np.asarray(axes.collections[0].get_array()).reshape(2, 3)
    assert cells[0, across.index("Armenia (9)")] == 100
    assert cells[1, across.index("European Union (9)")] == pytest.approx(66.7, abs=0.1)
    assert {text.get_text() for text in axes.texts} >= {"100", "67", "33", "11"}
    assert figure.drawn.alt == (
        "Heat map of 2 instruments by 3 groups; colour: % of statements. Armenia, HFA-1975 100; "
        "European Union, VD-2011 66.7; European Union, HFA-1975 33.3."
    )
    assert "In brackets: statements of the group." in figure.drawn.note


def test_groups_over_time_stay_in_order_and_the_latest_are_shown():
    figure = charts.heatmap(crossed("year", (2001, 1999, 2000)).sort_values("year"))
    assert [label.get_text() for label in figure.axes[0].get_xticklabels()] == [
        "1999 (9)",
        "2000 (9)",
        "2001 (9)",
    ]
    many = pd.concat([crossed("year", (year, year + 1, year + 2)) for year in range(1900, 1990, 3)])
    figure = charts.heatmap(many)
    assert figure.axes[0].get_xticklabels()[-1].get_text().startswith("1989")
    assert "of 90 groups, the latest, shown." in figure.drawn.note


def test_a_crossing_without_rows_or_without_groups():
    empty = crossed().assign(statements=0, share=0.0)
    assert charts.heatmap(empty).drawn.alt == "Heat map: no rows to draw."
    with pytest.raises(ValueError, match="make the table with by="):
        charts.heatmap(crossed().drop(columns="delegation"))
