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


def test_raw_agreement_would_mislead(signed):
    """Two actors with five of a hundred statements each, three of them shared: 0.96 alike, were absence agreement."""
    lists = {f"ab{n}": ["A", "B"] for n in range(3)}
    lists |= {f"a{n}": ["A", "X"] for n in range(2)} | {f"b{n}": ["B", "X"] for n in range(2)}
    lists |= {f"x{n}": ["X", "Y"] for n in range(93)}
    corpus = signed(lists)
    jaccard = cosignatories.agreement(corpus, measure="jaccard", interval=None)
    assert value(jaccard, "A", "B") == pytest.approx(3 / 7)
    for measure in ("kappa", "pi"):
        table = cosignatories.agreement(corpus, measure=measure, interval=None)
        assert value(table, "A", "B") == pytest.approx(0.579, abs=5e-4)
        assert value(table, "A", "B", "occasions") == 100


def test_a_list_not_read_to_its_end_counts_where_presence_is_all(signed):
    lists = {"a": ["NOR", "ISL"], "b": ["NOR", "ISL", "CHE"], "c": ["NOR", "CHE"]}
    corpus = signed(lists, list_shown=["cut", "yes", "yes"])
    count = cosignatories.agreement(corpus)
    assert value(count, "ISL", "NOR") == 2
    assert count.attrs["denominators"]["unread"] == 1
    assert count.attrs["left_out"] == {"unread": 0}
    jaccard = cosignatories.agreement(corpus, measure="jaccard")
    assert value(jaccard, "ISL", "NOR") == pytest.approx(1 / 2)  # of b and c; a would say 2 of 3
    assert value(jaccard, "ISL", "NOR", "statements") == 1
    assert jaccard.attrs["left_out"] == {"unread": 1}
    assert jaccard.attrs["denominators"]["occasions"] == 2


def test_an_interval_is_over_occasions_and_the_same_in_pieces(davis, monkeypatch):
    from osce_analysis.measures import pairs

    whole = cosignatories.agreement(davis, measure="newman", draws=49)
    monkeypatch.setattr(pairs, "_PAIRS", 7)
    pd.testing.assert_frame_equal(cosignatories.agreement(davis, measure="newman", draws=49), whole)
    assert whole.attrs["cluster"] == "occasion"


@pytest.mark.parametrize("measure", ["kappa", "pi", "simpson"])
@pytest.mark.filterwarnings("error")
def test_intervals_of_equal_rows_are_missing_and_silent(signed, measure):
    table = cosignatories.agreement(signed({f"s{n}": "AB" for n in range(8)}), measure=measure, draws=19)
    assert len(table) == 1
    assert table["low"].isna().tolist() == [measure != "simpson"]


def test_occasions_of_one_who_delivers(signed):
    rows = [("s", "EU", "delivers"), ("s", "NOR", "aligned"), ("s", "ISL", "aligned"),
            ("t", "EU", "delivers"), ("t", "NOR", "aligned"), ("u", "NOR", "joint"), ("u", "ISL", "joint"),
            ("v", "EU", "joint"), ("v", "ISL", "joint"), ("w", "EU", "delivers")]  # fmt: skip
    signatories = pd.DataFrame(rows, columns=["statement_id", "actor", "role"])
    corpus = signed(dict.fromkeys("stuvw", "")).replace(signatories=signatories)
    every = ("delivers", "joint", "represented", "aligned")
    frame = cosignatories.incidence(corpus, roles=every, occasions_of="European Union")
    assert frame.columns.tolist() == ["ISL", "NOR"]  # the EU itself is left out
    assert frame.to_numpy().tolist() == [[1, 1], [0, 1]]  # with the EU, t has two actors
    table = cosignatories.agreement(corpus, measure="jaccard", roles=every, occasions_of="EU")
    assert value(table, "ISL", "NOR") == 0.5
    assert table.attrs["options"]["occasions_of"] == "EU"
    again = cosignatories.incidence(corpus, roles="aligned", occasions_of="EU")  # its own role is no matter
    pd.testing.assert_frame_equal(again, frame, check_flags=False)
    alone = cosignatories.incidence(corpus, roles="aligned", occasions_of="EU", occasions="all")
    assert alone.index.tolist() == ["s", "t", "w"]  # nobody aligned with w
    assert alone.loc["w"].tolist() == [0, 0]
    without = cosignatories.incidence(
        corpus, roles="aligned", occasions_of="EU", groups="drop", occasions="all"
    )
    assert without.index.tolist() == ["s", "t", "w"]  # groups are dropped among those who align
    with pytest.raises(LookupError, match="Norway"):
        cosignatories.agreement(corpus, occasions_of="Norwey")
    assert cosignatories.agreement(corpus, occasions_of="RUS").empty


def test_occasions_of_a_group_taken_as_its_members(signed):
    rows = [
        ("s", "EU", "delivers"),
        ("s", "NOR", "aligned"),
        ("s", "ISL", "aligned"),
        ("s", "FRA", "aligned"),
    ]
    signatories = pd.DataFrame(rows, columns=["statement_id", "actor", "role"])
    corpus = signed({"s": ""}, days={"s": "2020-05-01"}).replace(signatories=signatories)
    roles = ("delivers", "aligned")
    frame = cosignatories.incidence(corpus, roles=roles, occasions_of="EU", groups="expand")
    assert frame.columns.tolist() == ["FRA", "ISL", "NOR"]  # a member stays where it aligns by itself
    assert len(cosignatories.incidence(corpus, roles=roles, groups="expand").columns) == 29


def test_sources_and_their_differences_reach_the_result(signed):
    spoken = pd.DataFrame(
        [("PC.DEL/1/20", "NOR", "delivers"), ("PC.DEL/1/20", "CHE", "represented")],
        columns=["intervention_id", "actor", "role"],
    ).assign(symbol="PC.DEL/1/20", journal="PC.JOUR/1")
    corpus = signed({"s": ["NOR", "ISL"]}, symbol=["PC.DEL/1/20"]).replace(interventions=spoken)
    table = cosignatories.agreement(corpus, source="both")
    assert table[["actor_a", "actor_b"]].values.tolist() == [["ISL", "NOR"]]
    assert [row["problem"] for row in table.attrs["problems"]] == [
        "s and its entry in PC.JOUR/1 differ: only the statement names Iceland (signing); only the journal names "
        "Switzerland (signing). The statement counts."
    ]
    graph = cosignatories.network(corpus, source="both")
    assert graph.graph["attrs"]["problems"] == table.attrs["problems"]
    assert "problems" not in cosignatories.agreement(corpus).attrs
