"""Backbones of a corpus: what stays, what the data could have shown, and on which occasions."""

import json

import numpy as np
import pandas as pd
import pytest

from osce_analysis import cosignatories
from osce_analysis.corpus import Corpus

ALL = ("delivers", "joint", "represented", "aligned")


@pytest.mark.parametrize(
    ("backbone", "correction", "edges"),
    [
        ("hypergeometric", None, 17),
        ("hypergeometric", "holm", 0),
        ("hypergeometric", "bh", 0),
        ("sdsm", None, 0),
        ("sdsm", "holm", 0),
        (None, "holm", 139),
    ],
)
def test_davis(davis, backbone, correction, edges):
    graph = cosignatories.network(davis, backbone=backbone, correction=correction)
    assert (len(graph), graph.number_of_edges()) == (18, edges)


def test_nothing_left_is_first_a_statement_about_power(davis):
    attrs = cosignatories.network(davis, backbone="sdsm").graph["attrs"]
    power = attrs["power"]
    assert (power["S"], power["pairs"], power["kept"], power["could_reach_alpha"]) == (14, 153, 0, 0)
    assert power["smallest_p"] == pytest.approx(0.0884, abs=5e-5)
    assert power["smallest_reachable_p"] == pytest.approx(0.0520, abs=5e-5)
    assert power["needed"] == pytest.approx(0.05 / 153)
    assert attrs["remark"] == (
        "No pair is left at 0.05, which says nothing about ties: in 14 occasions the smallest p is 0.0884, and the "
        "smallest that any pair could have reached 0.052; 0 of 153 pairs could have reached 0.05, 0 the 0.00033 that "
        "a first pair needs after correction."
    )
    assert json.loads(json.dumps(attrs)) == attrs


def test_edges_carry_p_and_the_statements_behind_them(davis):
    graph = cosignatories.network(davis, backbone="hypergeometric", correction=None, measure="jaccard")
    for a, b, data in graph.edges(data=True):
        assert data["p"] == data["p_adjusted"] <= 0.05
        behind = cosignatories.shared_statements(davis, a, b)["statement_id"]
        assert sorted(data["statement_ids"]) == sorted(behind)
        assert data["statements"] == len(behind)
        assert 0 < data["weight"] <= 1


def test_alpha_of_one_keeps_all_with_their_p(davis):
    graph = cosignatories.network(davis, backbone="hypergeometric", alpha=1)
    assert graph.number_of_edges() == 139
    assert graph.edges["Charlotte McDowd", "Evelyn Jefferson"]["p"] == pytest.approx(0.4056, abs=5e-5)


def test_solo_occasions_are_left_out_unless_asked_for(davis, signed):
    lists = {name: rows["actor"].tolist() for name, rows in davis.signatories.groupby("statement_id")}
    women = sorted(davis.signatories["actor"].unique())
    padded = signed(lists | {f"solo {n}": [women[n % 18]] for n in range(100)})
    joint = cosignatories.network(padded, backbone="hypergeometric", correction=None)
    assert joint.number_of_edges() == 17
    assert joint.graph["attrs"]["denominators"]["solo"] == 100
    every = cosignatories.network(padded, backbone="hypergeometric", correction=None, occasions="all")
    assert every.number_of_edges() > 17
    assert every.graph["attrs"]["power"]["S"] == 114


def eu_corpus(seed=0):
    """60 statements of the EU with which eight States align by chance, and statements of other pairs."""
    generator = np.random.default_rng(seed)
    states = ["ALB", "AND", "GEO", "ISL", "LIE", "MDA", "MKD", "NOR"]
    others = ["ARM", "BLR", "KAZ", "KGZ", "TJK", "UZB"]
    rows = []
    for n in range(60):
        rows.append((f"eu{n}", "EU", "delivers"))
        rows += [(f"eu{n}", state, "aligned") for state in states if generator.random() < 0.6]
    for n in range(240):
        rows += [(f"o{n}", state, "joint") for state in generator.choice(others, 3, replace=False)]
    signatories = pd.DataFrame(rows, columns=["statement_id", "actor", "role"])
    statements = pd.DataFrame({"statement_id": signatories["statement_id"].unique(), "date": "2023-02-01"})
    return Corpus(statements, signatories=signatories), states


def test_ties_among_aligners_are_tested_on_that_text_alone():
    corpus, states = eu_corpus()
    mixed = cosignatories.network(corpus, backbone="sdsm", roles=ALL)
    among = [edge for edge in mixed.edges if set(edge) <= set(states)]
    assert len(among) == 28  # all of them, though each aligns by itself
    within = cosignatories.network(corpus, backbone="sdsm", roles=ALL, occasions_of="EU")
    assert sorted(within) == states  # the EU itself is left out
    assert within.number_of_edges() == 0
    assert within.graph["attrs"]["power"]["S"] == 60


def test_a_full_row_is_warned_of():
    corpus, _ = eu_corpus()
    alone = corpus.select(delegation=None, actor="EU")
    with pytest.warns(UserWarning, match="European Union signed every occasion that it could"):
        graph = cosignatories.network(alone, backbone="hypergeometric", roles=ALL)
    assert "occasions_of='EU'" in graph.graph["attrs"]["remark"]
    assert not [edge for edge in graph.edges if "EU" in edge]


def test_lists_not_read_to_their_end_are_left_out(signed):
    lists = {f"s{n}": ["NOR", "ISL"] if n % 2 else ["CHE", "LIE"] for n in range(20)}
    read = signed(lists, list_shown=["yes"] * 10 + ["cut"] * 10)
    graph = cosignatories.network(read, backbone="hypergeometric", correction=None)
    attrs = graph.graph["attrs"]
    assert attrs["power"]["S"] == attrs["denominators"]["occasions"] == 10
    assert attrs["left_out"] == {"unread": 10}
    assert graph.edges["ISL", "NOR"]["statements"] == 5


def test_an_actor_is_not_judged_by_days_before_it_joined(signed):
    """Mongolia joined in November 2012: only the later half counts for its pairs."""
    lists = {
        f"s{n}": ["NOR", "ISL"] if n % 2 else ["NOR", "MNG"] if n >= 20 else ["NOR", "CHE"] for n in range(40)
    }
    days = {name: "2010-01-01" if int(name[1:]) < 20 else "2014-01-01" for name in lists}
    with pytest.warns(UserWarning, match="Norway signed every occasion"):
        graph = cosignatories.network(signed(lists, days=days), backbone="hypergeometric", alpha=1)
    held = cosignatories.agreement(signed(lists, days=days), measure="jaccard", interval=None)
    row = held[(held["actor_a"] == "MNG") & (held["actor_b"] == "NOR")].iloc[0]
    assert row["occasions"] == 20
    assert graph.edges["MNG", "NOR"]["statements"] == 10


def test_seed_and_progress_change_nothing(davis):
    first = cosignatories.network(davis, backbone="sdsm", alpha=1, seed=1, progress=False)
    other = cosignatories.network(davis, backbone="sdsm", alpha=1, seed=2)
    assert dict(first.edges) == dict(other.edges)


@pytest.mark.parametrize("backbone", ["hypergeometric", "sdsm"])
@pytest.mark.parametrize(
    ("statements", "edges"),
    [
        ({}, 0),
        ({"s1": "A"}, 0),
        ({"s1": "A", "s2": "A"}, 0),
        ({"s1": "AB"}, 0),
        ({"s1": "AB", "s2": "AB", "s3": "AB"}, 0),  # all-equal rows
    ],
    ids=["empty", "one statement", "one actor", "one pair", "equal"],
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_little_to_judge_is_a_graph_and_a_sentence(signed, statements, edges, backbone):
    graph = cosignatories.network(signed(statements), backbone=backbone, occasions="all")
    assert graph.number_of_edges() == edges
    assert graph.graph["attrs"]["remark"].count(".") >= 1
