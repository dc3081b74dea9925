import pandas as pd
import pytest

from osce_analysis.corpus.parties import is_group, with_groups

ROWS = pd.DataFrame(
    {
        "statement_id": ["a", "b", "c", "d"],
        "actor": ["EU", "CHE", "EU", None],
        "date": pd.to_datetime(["2020-01-31", None, "2020-02-01", "2020-02-01"]),
    }
)


def actors(table, statement_id):
    return table.loc[table["statement_id"] == statement_id, "actor"].tolist()


def test_as_one_actor():
    pd.testing.assert_frame_equal(with_groups(ROWS, "actor"), ROWS)


def test_left_out():
    assert with_groups(ROWS, "drop")["statement_id"].tolist() == ["b", "d"]


def test_as_its_members_on_the_day():
    table = with_groups(ROWS, "expand")
    assert ("GBR" in actors(table, "a"), "GBR" in actors(table, "c")) == (True, False)
    assert (len(actors(table, "a")), len(actors(table, "c"))) == (28, 27)
    assert actors(table, "b") == ["CHE"]
    assert table["actor"].dtype == ROWS["actor"].dtype


def test_another_column():
    renamed = ROWS.rename(columns={"actor": "delegation"})
    assert len(with_groups(renamed, "expand", "delegation")) == 28 + 27 + 2


def test_a_group_without_a_day():
    with pytest.raises(ValueError, match="1 have none, the first is 'z'"):
        with_groups(pd.DataFrame({"statement_id": ["z"], "actor": ["EU"], "date": [pd.NaT]}), "expand")


def test_another_way():
    with pytest.raises(ValueError, match="no groups='members': use one of 'actor', 'expand', 'drop'"):
        with_groups(ROWS, "members")


@pytest.mark.parametrize(("code", "group"), [("EU", True), ("CHE", False), ("XQZ", False), (None, False)])
def test_what_a_group_is(code, group):
    assert is_group(code) is group


def test_no_row():
    assert with_groups(ROWS.iloc[:0], "expand").empty
