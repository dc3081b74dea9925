"""Agreement of pairs: the worked example, Davis Southern Women, intervals and bad input."""

import pandas as pd
import pytest

from osce_analysis import cosignatories
from osce_analysis.cosignatories.agreements import COLUMNS

PAIRS = ("AB", "AC", "AD", "BC")


def value(table, first, second, column="value"):
    rows = table[(table["actor_a"] == first) & (table["actor_b"] == second)]
    return rows[column].iloc[0]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("count", (2, 1, 1, 1)),
        ("newman", (1.5, 0.5, 1.0, 0.5)),
        ("jaccard", (2 / 3, 0.25, 1 / 3, 1 / 3)),
        ("simpson", (1, 0.5, 1, 0.5)),
        ("cosine", (0.8165, 0.4082, 0.5774, 0.5)),
        ("kappa", (0.5, -0.5, 0.2, 0)),
    ],
)
def test_worked_example_over_all_four_statements(worked, measure, expected):
    table = cosignatories.agreement(worked, measure=measure, occasions="all")
    assert [value(table, *pair) for pair in PAIRS] == pytest.approx(expected, abs=5e-5)


def test_a_statement_of_one_is_no_occasion_unless_asked(worked):
    joint = cosignatories.agreement(worked, measure="jaccard")
    assert value(joint, "A", "C", "statements_b") == 1
    assert value(joint, "A", "C") == pytest.approx(1 / 3)  # 1/4 where C's own statement counts
    assert value(joint, "A", "C", "occasions") == 3
    assert joint.attrs["denominators"]["solo"] == 1


def test_columns_dtypes_and_order(worked):
    table = cosignatories.agreement(worked)
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == COLUMNS
    assert len(table) == 6  # every pair, B-D and C-D that share nothing too
    assert table["value"].tolist() == sorted(table["value"], reverse=True)
    assert value(table, "B", "D", "statements") == 0


@pytest.mark.parametrize(
    ("measure", "expected"),
    [("count", 3), ("newman", 0.67619), ("jaccard", 1 / 3), ("cosine", 0.5303), ("simpson", 0.75)],
)
def test_davis_evelyn_and_charlotte(davis, measure, expected):
    table = cosignatories.agreement(davis, measure=measure, interval=None)
    assert value(table, "Charlotte McDowd", "Evelyn Jefferson") == pytest.approx(expected, abs=5e-5)
    assert value(table, "Charlotte McDowd", "Evelyn Jefferson", "statements_a") == 4
    assert value(table, "Charlotte McDowd", "Evelyn Jefferson", "statements_b") == 8
    assert value(table, "Charlotte McDowd", "Evelyn Jefferson", "occasions") == 14


def test_interval_holds_the_value_and_is_missing_below_five_shared(davis):
    table = cosignatories.agreement(davis, measure="jaccard", draws=199)
    known = table[table["low"].notna()]
    assert (known["statements"] >= 5).all()
    assert table.loc[table["low"].isna(), "statements"].max() == 4
    assert ((known["low"] <= known["value"]) & (known["value"] <= known["high"])).all()
    assert (known["low"] < known["high"]).any()


def test_same_seed_same_interval_and_none_off(davis):
    first, again, other = (
        cosignatories.agreement(davis, measure="jaccard", draws=99, seed=seed) for seed in (1, 1, 2)
    )
    pd.testing.assert_frame_equal(first, again)
    assert not first["low"].equals(other["low"])
    assert cosignatories.agreement(davis, interval=None)["low"].isna().all()


def test_pair_is_judged_on_the_days_both_could_sign(signed):
    days = {"a": "2010-01-01", "b": "2013-01-01", "c": "2014-01-01"}
    corpus = signed({"a": ["NOR", "ISL"], "b": ["NOR", "ISL", "MNG"], "c": ["NOR", "MNG"]}, days=days)
    table = cosignatories.agreement(corpus, measure="jaccard")
    # Mongolia joined on 2012-11-21: the statement of 2010 is no refusal.
    assert value(table, "MNG", "NOR", "occasions") == 2
    assert value(table, "MNG", "NOR", "statements_b") == 2
    assert value(table, "MNG", "NOR") == 1
    assert value(table, "ISL", "NOR", "occasions") == 3


def test_attrs_say_how_it_was_made(worked):
    attrs = cosignatories.agreement(worked, measure="jaccard").attrs
    assert attrs["call"] == "cosignatories.agreement"
    assert attrs["options"]["measure"] == "jaccard"
    assert attrs["options"]["groups"] == "actor"
    assert attrs["denominators"] == {"occasions": 3, "solo": 1, "unread": 0, "undated": 3, "actors": 4}
    assert attrs["remark"] is None


@pytest.mark.parametrize(
    "statements",
    [{}, {"s1": ""}, {"s1": "A"}, {"s1": "A", "s2": "B"}],
    ids=["empty", "unsigned", "one", "solo"],
)
def test_nothing_to_compare_is_an_empty_table_and_a_sentence(signed, statements):
    table = cosignatories.agreement(signed(statements))
    assert table.empty
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == COLUMNS
    assert table.attrs["remark"].startswith("No statement here has two signatories in these roles")


def test_one_actor_has_no_pair(signed):
    assert cosignatories.agreement(signed({"s1": "A", "s2": "A"}), occasions="all").empty


def test_all_equal_rows_have_no_kappa(signed):
    table = cosignatories.agreement(signed({"s1": "AB", "s2": "AB"}), measure="kappa")
    assert table["value"].isna().tolist() == [True]  # chance gives all the agreement there is


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            {"measure": "jacard"},
            r"There is no measure='jacard': use one of 'count', .* Did you mean 'jaccard'\?",
        ),
        (
            {"roles": ("alligned",)},
            r"There is no role='alligned': use one of 'delivers', .* Did you mean 'aligned'\?",
        ),
        ({"groups": "members"}, "There is no groups='members': use one of 'actor', 'expand', 'drop'."),
        (
            {"source": "journals"},
            "There is no source='journals': use one of 'statements', 'interventions', 'both'.",
        ),
        ({"occasions": "some"}, "There is no occasions='some': use one of 'joint', 'all'."),
        ({"draws": 0}, "draws=0 is not a whole number of at least 1."),
        ({"interval": "wilson"}, "There is no interval='wilson': use one of 'bootstrap', None."),
    ],
)
def test_an_unknown_option_is_one_sentence(worked, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        cosignatories.agreement(worked, **options)
