"""The statements behind a pair."""

import pandas as pd
import pytest

from osce_analysis import cosignatories
from osce_analysis.corpus import Corpus, load_sample

COLUMNS = [
    "statement_id", "date", "symbol", "body", "agenda_item", "delegation", "subject", "role_a", "role_b",
]  # fmt: skip
ROWS = [
    ("s2", "NOR", "delivers"), ("s2", "ISL", "joint"), ("s1", "NOR", "joint"), ("s1", "ISL", "joint"),
    ("s3", "EU", "delivers"), ("s3", "NOR", "aligned"), ("s3", "ISL", "aligned"),
]  # fmt: skip


@pytest.fixture(scope="module")
def corpus():
    signatories = pd.DataFrame(ROWS, columns=["statement_id", "actor", "role"])
    days = {"statement_id": ["s1", "s2", "s3"], "date": ["2020-05-01", "2019-05-01", "2021-05-01"]}
    return Corpus(pd.DataFrame(days), signatories=signatories)


def test_by_date_with_the_roles_of_both(corpus):
    table = cosignatories.shared_statements(corpus, "Norway", "ISL")
    assert table.columns.tolist() == COLUMNS
    assert table[["statement_id", "role_a", "role_b"]].values.tolist() == [
        ["s2", "delivers", "joint"],
        ["s1", "joint", "joint"],
    ]
    turned = cosignatories.shared_statements(corpus, "ISL", "NOR")
    assert turned["role_b"].tolist() == ["delivers", "joint"]


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({"roles": ("joint", "aligned")}, ["s1", "s3"]),
        ({"roles": ("delivers", "aligned"), "occasions_of": "EU"}, ["s3"]),
        ({"roles": "aligned"}, ["s3"]),
    ],
)
def test_options_are_those_of_agreement(corpus, options, ids):
    assert cosignatories.shared_statements(corpus, "NOR", "ISL", **options)["statement_id"].tolist() == ids


def test_a_member_of_a_group_that_signs(corpus):
    table = cosignatories.shared_statements(
        corpus, "FRA", "NOR", groups="expand", roles=("delivers", "aligned"), occasions="all"
    )
    assert table["statement_id"].tolist() == ["s3"]
    assert table["role_a"].isna().tolist() == [True]  # it signs as the EU


def test_what_stands_behind_every_edge_of_the_facts():
    sample = load_sample("alignments")
    graph = cosignatories.network(sample)
    for a, b in [("CAN", "NOR"), ("ISL", "UKR"), ("GBR", "USA")]:
        behind = cosignatories.shared_statements(sample, a, b)
        assert sorted(behind["statement_id"]) == sorted(graph.edges[a, b]["statement_ids"])


def test_nothing_shared_is_an_empty_table_and_a_sentence(corpus):
    table = cosignatories.shared_statements(corpus, "NOR", "RUS")
    assert table.empty
    assert table.columns.tolist() == COLUMNS
    assert table.attrs["remark"] == "NOR and RUS share no statement in these roles."
    empty = Corpus(pd.DataFrame({"statement_id": []}))
    assert cosignatories.shared_statements(empty, "NOR", "RUS").empty


@pytest.mark.parametrize(
    ("pair", "error", "sentence"),
    [
        (("Norwey", "ISL"), LookupError, "Norway"),
        (("Norway", "NOR"), ValueError, "'Norway' and 'NOR' are one actor, NOR: name two."),
    ],
)
def test_names_that_will_not_do(corpus, pair, error, sentence):
    with pytest.raises(error, match=sentence):
        cosignatories.shared_statements(corpus, *pair)
