"""Bars: what is drawn, in which order, and what is refused."""

import pandas as pd
import pytest

from osce_analysis import charts


def table(**columns):
    return pd.DataFrame({"term": ["peace", "security", "trust"], **columns})


def labels(figure):
    return [label.get_text().replace("\n", " ") for label in figure.axes[0].get_yticklabels()]


def test_bars_are_sorted_by_value():
    figure = charts.bars(table(rate=[0.1, 0.3, 0.2]))
    assert labels(figure) == ["security", "trust", "peace"]


def test_ties_keep_the_order_of_the_table():
    assert labels(charts.bars(table(rate=[0.2, 0.2, 0.2]))) == ["peace", "security", "trust"]


def test_at_most_25_bars_and_the_note_says_so(cases):
    figure = charts.bars(cases["25 of 30 terms"][1])
    assert len(figure.axes[0].patches) == 25
    assert "25 of 30 terms shown." in figure.drawn.note


def test_four_sides_share_25_bars(cases):
    figure = charts.bars(cases["four sides"][1])
    assert len(figure.axes[0].patches) == 24
    assert "6 of 8 terms shown." in figure.drawn.note


def test_a_fifth_side_is_left_out_and_the_note_says_so():
    rows = [(side, term, 5 - place, 1.0) for place, side in enumerate("ABCDE") for term in ("peace", "trust")]
    figure = charts.bars(pd.DataFrame(rows, columns=["body", "term", "count", "rate"]))
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["A", "B", "C", "D"]
    assert "4 of 5 groups shown." in figure.drawn.note


def test_one_term_in_groups_makes_a_bar_for_each_group(cases):
    figure = charts.bars(cases["one term by delegation"][1])
    assert set(labels(figure)) == {
        "European Union", "Russian Federation", "United States of America", "Armenia", "Bosnia and Herzegovina",
        "not stated",
    }  # fmt: skip
    assert figure.axes[0].get_xlabel() == "terrorism, per 1,000 tokens"


def test_a_title_that_does_not_fit_gives_way_to_the_id(cases):
    found = labels(charts.bars(cases["long titles"][1]))
    assert "PC.DEC/1202" in found
    assert "Charter of the United Nations" in found


def test_alternative_text_names_instruments_as_the_chart_does(cases):
    alt = charts.bars(cases["long titles"][1]).drawn.alt
    three = "Combating the Use of the Internet for Terrorist Purposes 50; Charter of the United Nations 40;"
    assert alt.endswith(f"{three} Helsinki Final Act 30.")


def test_shares_are_drawn_in_per_cent(cases):
    figure = charts.bars(cases["long titles"][1])
    assert figure.axes[0].get_xlabel() == "% of statements"
    assert figure.axes[0].patches[0].get_width() == pytest.approx(50)


def test_a_row_without_a_value_is_not_drawn():
    figure = charts.bars(table(rate=[0.1, float("nan"), 0.2]))
    assert labels(figure) == ["trust", "peace"]


def test_nullable_columns_draw_as_plain_ones():
    plain = charts.bars(table(rate=[0.1, 0.3, 0.2])).drawn.table["value"].tolist()
    nullable = table(rate=pd.array([0.1, 0.3, None], dtype="Float64"))
    assert charts.bars(nullable).drawn.table["value"].tolist() == plain[:2]


def test_no_rows():
    empty = table(rate=[0.1, 0.2, 0.3]).iloc[:0]
    figure = charts.bars(empty)
    assert [text.get_text() for text in figure.axes[0].texts] == ["No rows to draw"]
    assert figure.drawn.alt == "Bar chart: no rows to draw."


@pytest.mark.parametrize(
    ("foreign", "said"),
    [
        (pd.DataFrame({"left": ["x"], "match": ["y"]}), "what it was given has left, match."),
        (pd.DataFrame(), "what it was given has none."),
        ([1, 2], "what it was given is a list."),
    ],
)
def test_a_foreign_table_is_refused_in_one_sentence(foreign, said):
    with pytest.raises(ValueError, match="bars needs the columns term or instrument, rate or share") as error:
        charts.bars(foreign)
    assert str(error.value).endswith(said)


def test_the_same_actor_has_the_same_colour_beside_other_actors(cases):
    four = cases["four sides"][1]
    two = four[four["delegation"].isin(["RUS", "ARM"])]
    colour = {
        tuple(bar.get_facecolor())
        for shown in (four, two)
        for container in charts.bars(shown).axes[0].containers
        if container.get_label() == "Armenia"
        for bar in container
    }
    assert len(colour) == 1
