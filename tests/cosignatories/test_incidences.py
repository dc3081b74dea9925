"""Incidence: who counts, when a zero is a zero, and what a group is."""

import numpy as np
import pandas as pd
import pytest

from osce_analysis import cosignatories
from osce_analysis.corpus import Corpus


def cells(frame):
    return frame.astype(object).where(frame.notna(), None).to_numpy().tolist()


def test_ones_and_zeros(worked):
    frame = cosignatories.incidence(worked, occasions="all")
    assert frame.index.tolist() == ["s1", "s2", "s3", "s4"]
    assert frame.index.name == "statement_id"
    assert frame.columns.tolist() == ["A", "B", "C", "D"]
    assert set(map(str, frame.dtypes)) == {"Int8"}
    assert cells(frame) == [[1, 1, 0, 0], [1, 1, 1, 0], [1, 0, 0, 1], [0, 0, 1, 0]]


def test_davis_has_89_ties(davis):
    frame = cosignatories.incidence(davis)
    assert frame.shape == (14, 18)
    assert frame.sum().sum() == 89


@pytest.mark.parametrize(
    ("actor", "day", "cell"),
    [
        ("MNG", "2012-11-20", None),  # the day before it joined
        ("MNG", "2012-11-21", 0),
        ("MNE", "2005-05-01", None),  # independent in 2006
        ("SUN", "1990-06-01", 0),
        ("SUN", "1995-06-01", None),
        ("JPN", "2015-06-01", 0),  # a partner, never a participating State: absence is a fact
        ("EU", "1980-06-01", 0),  # a group is no participating State
        ("XYZ", "2015-06-01", 0),  # not known to the reference
        ("MNG", None, 0),  # day not known
        ("FRA", "1965-06-01", 0),  # before there was a conference
    ],
)
def test_structural_zeros(signed, actor, day, cell):
    days = {"there": "2015-06-01" if actor != "SUN" else "1990-06-01", "asked": day}
    corpus = signed({"there": [actor, "NOR"], "asked": ["NOR", "ISL"]}, days=days)
    assert cells(cosignatories.incidence(corpus)[[actor]].loc[["asked"]]) == [[cell]]


def test_a_name_in_a_list_counts_even_on_a_day_it_could_not_stand_there(signed):
    corpus = signed({"a": ["MNG", "NOR"]}, days={"a": "2010-01-01"})
    assert cells(cosignatories.incidence(corpus)) == [[1, 1]]


def test_a_list_not_read_to_its_end_has_no_zeros(signed):
    statements = {"full": ["NOR", "ISL"], "cut": ["NOR", "CHE"], "silent": ["ISL", "CHE"]}
    corpus = signed(statements, list_shown=["yes", "cut", None])
    assert cells(cosignatories.incidence(corpus)) == [[0, 1, 1], [1, None, 1], [1, 1, None]]
    assert cosignatories.incidence(corpus).attrs["denominators"]["unread"] == 2


def test_roles_choose_the_signatories():
    rows = [("s", "DEU", "delivers"), ("s", "EU", "delivers"), ("s", "NOR", "aligned"), ("s", "NOR", "joint")]
    signatories = pd.DataFrame(rows, columns=["statement_id", "actor", "role"])
    corpus = Corpus(pd.DataFrame({"statement_id": ["s"]}), signatories=signatories)
    assert cosignatories.incidence(corpus).columns.tolist() == ["DEU", "EU", "NOR"]
    assert cosignatories.incidence(corpus, roles=("delivers",)).columns.tolist() == ["DEU", "EU"]
    assert cosignatories.incidence(corpus, roles="aligned", occasions="all").columns.tolist() == ["NOR"]


@pytest.mark.parametrize(("day", "members"), [("2019-05-01", 28), ("2021-05-01", 27)])
def test_the_eu_as_its_members_on_the_day(signed, day, members):
    corpus = signed({"s": ["EU", "NOR"]}, days={"s": day})
    frame = cosignatories.incidence(corpus, groups="expand")
    assert len(frame.columns) == members + 1
    assert "EU" not in frame
    assert ("GBR" in frame) == (members == 28)


def test_a_member_that_also_signs_for_itself_counts_once(signed):
    corpus = signed({"s": ["EU", "FRA"]}, days={"s": "2021-05-01"})
    assert cosignatories.incidence(corpus, groups="expand")["FRA"].tolist() == [1]


def test_a_group_without_known_members_stays_one_actor(signed):
    corpus = signed({"s": ["OUR-GROUP", "NOR"]}, days={"s": "2021-05-01"})
    assert cosignatories.incidence(corpus, groups="expand").columns.tolist() == ["NOR", "OUR-GROUP"]


def test_groups_left_out_make_a_statement_of_one(signed):
    corpus = signed({"s": ["EU", "NOR"], "t": ["EU", "NOR", "ISL"]})
    frame = cosignatories.incidence(corpus, groups="drop")
    assert frame.index.tolist() == ["t"]
    assert frame.columns.tolist() == ["ISL", "NOR"]
    assert frame.attrs["denominators"]["solo"] == 1


def test_expanding_without_a_day_is_refused(signed):
    corpus = signed({"s": ["EU", "NOR"], "t": ["EU", "NOR"]}, days={"t": "2021-05-01"})
    with pytest.raises(
        ValueError, match=r"needs the day of each statement .*; 1 have none, the first is 's'"
    ):
        cosignatories.incidence(corpus, groups="expand")


def test_only_the_latest_version_counts(signed):
    corpus = signed(
        {"x": ["NOR", "ISL"], "x/Rev.1": ["NOR", "CHE"]}, symbol=["PC.DEL/1/20"] * 2, revision=[None, "Rev.1"]
    )
    assert cosignatories.incidence(corpus).columns.tolist() == ["CHE", "NOR"]
    assert len(cosignatories.incidence(corpus.select(versions="all"))) == 2


JOURNAL = pd.DataFrame(
    [
        ("PC.DEL/1/20", "EU", "delivers", "PC.DEL/1/20"),
        ("PC.DEL/1/20", "NOR", "aligned", "PC.DEL/1/20"),
        ("PC.JOUR/1#1.2", "RUS", "delivers", None),
        ("PC.JOUR/1#1.2", "BLR", "represented", None),
    ],
    columns=["intervention_id", "actor", "role", "symbol"],
)


@pytest.mark.parametrize(
    ("source", "occasions"),
    [
        ("statements", ["s"]),
        ("interventions", ["PC.DEL/1/20", "PC.JOUR/1#1.2"]),
        ("both", ["s", "PC.JOUR/1#1.2"]),  # the statement stands for the intervention with its symbol
    ],
)
def test_sources(signed, source, occasions):
    corpus = signed({"s": ["EU", "ISL"]}, symbol=["PC.DEL/1/20"]).replace(interventions=JOURNAL)
    frame = cosignatories.incidence(
        corpus, source=source, roles=("delivers", "joint", "represented", "aligned")
    )
    assert frame.index.tolist() == occasions


def test_an_empty_corpus(signed):
    frame = cosignatories.incidence(signed({}))
    assert frame.shape == (0, 0)
    assert frame.attrs["remark"] == "No statement here has two signatories in these roles; 0 have one."


def test_rows_follow_the_statements_and_not_the_signatories(signed):
    corpus = signed({"b": "AB", "a": "BC"})
    turned = corpus.replace(signatories=corpus.signatories.iloc[::-1])
    assert cosignatories.incidence(turned).index.tolist() == ["b", "a"]
    np.testing.assert_array_equal(cosignatories.incidence(turned), cosignatories.incidence(corpus))
