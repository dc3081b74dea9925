"""Trends: no gap in time, before and after, the same speakers throughout, and what is refused."""

import pandas as pd
import pytest

from osce_analysis import terms
from osce_analysis.corpus import Corpus

ROWS = [
    ("a", "CHE", "1988-05-01", "Peace and peace."),
    ("b", "NOR", "1988-11-20", "No war."),
    ("c", "CHE", "1990-02-01", "Peace at last."),
    ("d", "ISL", "1990-03-01", "We agree on peace."),
    ("e", "CHE", None, "Peace without a day."),
]


@pytest.fixture
def spoken():
    return Corpus(pd.DataFrame(ROWS, columns=["statement_id", "delegation", "date", "text"]), name="small")


def test_every_year_stands_there_and_an_empty_one_has_no_rate(spoken):
    table = terms.trend(spoken, ["peace", "war"])
    assert table["year"].tolist() == [1988, 1988, 1989, 1989, 1990, 1990]
    assert table["count"].tolist() == [2, 1, 0, 0, 2, 0]
    assert table["tokens"].tolist() == [5, 5, 0, 0, 7, 7]
    assert table["rate"].isna().tolist() == [False, False, True, True, False, False]
    assert table.attrs["denominators"]["without_time"] == 1


@pytest.mark.parametrize(
    ("by", "first", "last", "steps"),
    [("quarter", "1988Q2", "1990Q1", 8), ("month", "1988-05", "1990-03", 23)],
)
def test_quarters_and_months(spoken, by, first, last, steps):
    table = terms.trend(spoken, "peace", by=by)
    assert (table[by].iloc[0], table[by].iloc[-1], len(table)) == (first, last, steps)
    assert table["count"].sum() == 4


def test_before_and_since_a_day(spoken):
    table = terms.trend(spoken, "peace", periods="1988-11-20")
    assert table["period"].tolist() == ["before 1988-11-20", "since 1988-11-20"]
    assert table["count"].tolist() == [2, 2]


def test_named_stretches_hold_both_ends(spoken):
    table = terms.trend(spoken, "peace", periods={"late": (1989, "1990-02"), "early": (1988, 1988)})
    assert dict(zip(table["period"], table["count"], strict=True)) == {"early": 2, "late": 1}


def test_balanced_takes_those_who_speak_in_both(spoken):
    table = terms.trend(spoken, "peace", periods="1989-11-09", balanced=True)
    assert (table["count"].tolist(), table["tokens"].tolist()) == ([2, 1], [3, 3])


def test_sides_have_every_time_each(spoken):
    table = terms.trend(spoken, "peace", side="delegation")
    assert table.groupby("delegation")["year"].apply(list).tolist() == [[1988, 1989, 1990]] * 3


def test_sides_of_other_original_languages_are_told():
    frame = pd.DataFrame(
        {
            "statement_id": list("abcd"),
            "delegation": ["CHE", "CHE", "RUS", "RUS"],
            "year": 2020,
            "text": "Peace.",
            "language": "en",
            "original_language": ["en", "en", "ru", "ru"],
        }
    )
    told = terms.trend(Corpus(frame), "peace", side="delegation").attrs
    assert told["remark"].startswith("You may be comparing translators: ru")
    assert told["original_language"] == {"CHE": {"en": 1.0}, "RUS": {"ru": 1.0}}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"by": "week"}, "There is no by='week'"),
        ({"periods": "yesterday"}, "'yesterday' is no day, month or year"),
        ({"periods": {"a": (1988, 1990), "b": (1990, 1991)}}, "'a' and 'b' overlap"),
        ({"periods": {"a": (1990, 1988)}}, "ends before it begins"),
        ({"periods": {"a": 1988}}, "needs its first and last day"),
        ({"balanced": True}, "No delegation speaks in all 3"),
        ({"side": "delegatoin"}, "delegation"),
        ({"side": "year"}, "would stand twice"),
    ],
)
def test_bad_input_has_its_sentence(spoken, options, said):
    with pytest.raises(ValueError, match=said):
        terms.trend(spoken, "peace", **options)


def test_nothing_makes_an_empty_table(spoken):
    table = terms.trend(spoken.select(delegation="CHE", versions="all").select(year=1988), "nothing")
    assert table["count"].tolist() == [0]
    empty = terms.trend(Corpus(pd.DataFrame({"statement_id": []})), "peace")
    assert len(empty) == 0
    assert "rate" in empty
