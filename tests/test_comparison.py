"""Two sides beside each other: the four tables agree with the functions that make them, and hold both sides."""

import pandas as pd
import pytest

import osce_analysis as osce
from osce_analysis.corpus import Corpus


def side(name, delegation, word, instrument, partner, years=(2020, 2021)):
    ids = [f"{name}-{n}" for n in range(12)]
    frame = pd.DataFrame(
        {"statement_id": ids, "delegation": delegation, "text": f"We want {word} and order."}
    )
    frame["date"] = [pd.Timestamp(f"{years[n % 2]}-05-01") for n in range(12)]
    cited = pd.DataFrame({"statement_id": [ids[0], *ids], "instrument": [instrument] * 13})
    signed = pd.DataFrame({"statement_id": ids * 2, "actor": [delegation] * 12 + [partner] * 12})
    signed["role"] = ["delivers"] * 12 + ["aligned"] * 12
    return Corpus(frame, citations=cited, signatories=signed, name=name)


@pytest.fixture(scope="module")
def compared():
    return osce.compare(
        side("North", "NOR", "freedom", "HFA-1975", "ISL"), side("South", "SMR", "peace", "VD-2011", "MCO")
    )


def test_words_that_divide_and_words_that_both_use(compared):
    assert compared.sides == ("North", "South")
    assert compared.words["term"].tolist() == ["freedom", "peace"]
    assert compared.shared_words["term"].tolist() == ["order", "want"]


def test_commitments_count_statements_once(compared):
    rows = compared.commitments.set_index("instrument")
    assert rows.loc["HFA-1975", ["statements_target", "statements_reference"]].tolist() == [12, 0]
    assert rows.loc["HFA-1975", "value"] == 1
    assert rows.loc["HFA-1975", "title"] == "Helsinki Final Act"
    assert (compared.commitments["p_adjusted"] < 0.001).all()


def test_partners_of_each_side(compared):
    rows = compared.partners.set_index("actor")
    assert rows["share_target"].to_dict() == {"ISL": 1, "NOR": 1, "MCO": 0, "SMR": 0}
    assert compared.partners.attrs["denominators"] == {"statements_target": 12, "statements_reference": 12}


def test_over_time_follows_the_words_that_divide_on_both_sides(compared):
    table = compared.over_time
    assert list(table.columns[:3]) == ["side", "year", "term"]
    rows = table.set_index(["side", "year", "term"])["count"]
    assert rows["North", 2020, "freedom"] == 6
    assert rows["South", 2020, "freedom"] == 0
    assert len(table) == 2 * 2 * 2


def test_terms_of_ones_own_and_members_of_a_group():
    found = osce.compare(
        side("North", "EU", "freedom", "HFA-1975", "NB8"),
        side("South", "SMR", "peace", "VD-2011", "MCO"),
        terms=["order"],
        by="quarter",
        groups="expand",
        permutations=99,
    )
    assert found.over_time["term"].unique().tolist() == ["order"]
    assert {"DEU", "NOR"} <= set(found.partners["actor"])


def test_sides_that_overlap_and_options_that_are_not_there_are_refused():
    north, south = side("North", "NOR", "a b", "HFA-1975", "ISL"), side("South", "SMR", "c", "VD-2011", "MCO")
    with pytest.raises(ValueError, match="are on both sides"):
        osce.compare(north, north)
    with pytest.raises(ValueError, match="There is no groups='expnd'"):
        osce.compare(north, south, groups="expnd")
    with pytest.raises(ValueError, match="by"):
        osce.compare(north, south, by="yer")


def test_on_the_specimens():
    corpus = osce.load_sample()
    found = osce.compare(
        *(corpus.select(delegation=code).named(code) for code in ("EU", "RUS")), permutations=199
    )
    assert found.commitments["share_target"].max() > 0
    assert found.partners.set_index("actor").loc["EU", "share_target"] == 1
