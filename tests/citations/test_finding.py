"""find: the columns of corpus.citations for one text."""

import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.citations import find
from osce_analysis.corpus.schema import TABLES, empty

TEXT = "We recall Ministerial Council Decision No. 3/04 and the Charter of the United Nations, Articles 1 and 2 (4)."


def words(text, found):
    return [text[start:end] for start, end in zip(found["start"], found["end"], strict=True)]


def test_columns_and_dtypes_are_those_of_the_corpus_with_and_without_rows():
    for text in (TEXT, "Nothing here.", ""):
        found = find(text)
        assert list(found.columns) == list(TABLES["citations"])
        pd.testing.assert_series_equal(found.dtypes, empty("citations").dtypes)


def test_rows_stand_in_order_and_their_offsets_return_their_words():
    found = find(TEXT)
    assert found["instrument"].tolist() == ["MC.DEC/3/04", "UN-CHARTER", "UN-CHARTER"]
    assert found["pinpoint"].tolist()[1:] == ["Article 1", "Article 2 (4)"]
    assert found["citation_id"].tolist() == ["#1", "#2", "#3"]
    assert found["statement_id"].isna().all()
    assert [TEXT[start:end] for start, end in zip(found["start"], found["end"], strict=True)] == found[
        "surface"
    ].tolist()


@pytest.mark.parametrize(
    ("date", "edition"),
    [
        ("2005-01-01", "VD-1999"),
        (datetime.date(2015, 1, 1), "VD-2011"),
        (pd.Timestamp("2015-01-01"), "VD-2011"),
    ],
)
def test_the_date_tells_the_edition(date, edition):
    assert find("Under the Vienna Document we inspect.", date=date)["instrument"].tolist() == [edition]


def test_the_body_settles_a_bare_decision():
    bare = "In Decision No. 3/04 we agreed."
    assert find(bare, body="MC")["instrument"].tolist() == ["MC.DEC/3/04"]
    opened = find(bare)
    assert opened["instrument"].isna().tolist() == [True]
    assert "MC.DEC/3/04" in opened["candidates"].iloc[0].split("|")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"text": None}, "find takes one text and was given a NoneType: use osce.load for files and tables."),
        ({"text": ["a"]}, "find takes one text and was given a list: use osce.load for files and tables."),
        (
            {"text": "a", "date": "May 2019"},
            "date='May 2019' is no day: write it as 2019-05-01, or leave it out.",
        ),
    ],
)
def test_what_is_no_text_or_no_day_is_refused_in_one_sentence(arguments, sentence):
    with pytest.raises(ValueError, match=r"find takes|is no day") as error:
        find(**arguments)
    assert str(error.value) == sentence


@given(st.text(max_size=200))
def test_any_text_gives_a_table_whose_offsets_hold(text):
    found = find(text)
    assert [text[start:end] for start, end in zip(found["start"], found["end"], strict=True)] == found[
        "surface"
    ].tolist()
