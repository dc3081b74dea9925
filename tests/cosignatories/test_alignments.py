"""Alignment: what an occasion is, who is left out, and the real facts against a count by hand."""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from osce_analysis import cosignatories, reference
from osce_analysis.corpus import Corpus, load_sample
from osce_analysis.cosignatories.alignments import COLUMNS

DATA = Path(__file__).parents[2] / "data" / "alignments"


def eu_corpus(lists, days=None, **columns):
    """Statements of the EU: {id: who aligns}."""
    rows = [(name, "EU", "delivers") for name in lists]
    rows += [(name, actor, "aligned") for name, actors in lists.items() for actor in actors]
    signatories = pd.DataFrame(rows, columns=["statement_id", "actor", "role"])
    statements = pd.DataFrame({"statement_id": list(lists), **columns})
    statements["date"] = pd.to_datetime(
        statements["statement_id"].map(days or dict.fromkeys(lists, "2020-01-30"))
    )
    return Corpus(statements, signatories=signatories)


def counted(table, *by):
    return {
        tuple(row[name] for name in (*by, "actor")): (row["statements"], row["occasions"])
        for row in table.to_dict("records")
    }


def test_columns_shares_and_wilson_intervals():
    table = cosignatories.alignment(eu_corpus({f"s{n}": ["NOR"] + ["ISL"] * (n < 3) for n in range(10)}))
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == COLUMNS
    assert table["actor"].tolist() == ["NOR", "ISL"]
    assert table.loc[1, ["share", "low", "high"]].tolist() == pytest.approx([0.3, 0.1077913, 0.6032219])
    assert cosignatories.alignment(eu_corpus({"a": ["NOR"]}), interval=None)["low"].isna().all()


@pytest.mark.parametrize(
    ("actor", "days", "occasions"),
    [
        ("HRV", {"a": "2013-06-30", "b": "2013-07-01"}, 1),  # joins the EU on 1 July 2013
        ("GBR", {"a": "2020-01-31", "b": "2020-02-01"}, 1),  # leaves it on 31 January 2020
        ("MNG", {"a": "2012-11-20", "b": "2012-11-21"}, 1),  # a participating State from 21 November 2012
        ("MNE", {"a": "2005-05-01", "b": "2007-05-01"}, 1),
        ("NOR", {"a": "2005-05-01", "b": "2007-05-01"}, 2),
        (
            "JPN",
            {"a": "2005-05-01", "b": "2007-05-01"},
            2,
        ),  # never a participating State: no day is closed to it
        ("XYZ", {"a": "2005-05-01", "b": "2007-05-01"}, 2),  # not known to the reference
    ],
)
def test_occasions_are_days_on_which_it_took_part_and_was_no_member(actor, days, occasions):
    corpus = eu_corpus({"a": [actor], "b": [actor]}, days)
    table = cosignatories.alignment(corpus)
    assert counted(table) == {(actor,): (occasions, occasions)}
    outside = table.attrs["left_out"]["listed_outside"]
    assert list(outside) == ([actor] if occasions == 1 else [])


def test_a_state_listed_on_no_day_of_its_own_has_no_row_and_is_named():
    table = cosignatories.alignment(eu_corpus({"a": ["FRA", "NOR"]}))
    assert table["actor"].tolist() == ["NOR"]
    assert table.attrs["left_out"]["listed_outside"] == {"FRA": "France"}


def test_unread_lists_are_missing_and_not_zero():
    lists = {"yes": ["NOR"], "cut": ["ISL"], "no": []}
    table = cosignatories.alignment(eu_corpus(lists, list_shown=["yes", "cut", "no"]))
    assert counted(table) == {("NOR",): (1, 1)}
    assert table.attrs["denominators"] == {
        "delivered": 3, "occasions": 1, "unread": 2, "undated": 0, "partial": 0,
    }  # fmt: skip
    assert counted(cosignatories.alignment(eu_corpus(lists))) == {("NOR",): (1, 3), ("ISL",): (1, 3)}


@pytest.mark.parametrize(
    ("year", "actor", "occasions"),
    [
        (2012, "HRV", 1),
        (2013, "HRV", 0),  # a member on the last day
        (2012, "MNG", 0),  # not there on the first
        (2013, "MNG", 1),
        (None, "NOR", 0),  # no year: no occasion
    ],
)
def test_where_only_the_year_is_known_it_counts_whole(year, actor, occasions):
    corpus = eu_corpus({"a": [actor]}, {"b": "2000-01-01"}, year=[year])
    table = cosignatories.alignment(corpus)
    assert len(table) == occasions
    assert table.attrs["denominators"]["undated"] == int(year is None)


def test_states_that_are_never_listed_are_left_out_by_name():
    left_out = cosignatories.alignment(eu_corpus({"a": ["NOR", "ISL"]})).attrs["left_out"]["never_listed"]
    assert left_out["USA"] == "United States of America"
    assert left_out["RUS"] == "Russian Federation"
    assert {"NOR", "ISL", "FRA", "SUN"}.isdisjoint(left_out)  # listed, a member, not there on the day
    assert len(left_out) == 57 - 28 - 2


def test_by_columns_and_periods():
    days = {"a": "2019-05-01", "b": "2020-02-01", "c": "2020-11-01"}
    lists = {"a": ["NOR"], "b": ["NOR", "ISL"], "c": []}
    corpus = eu_corpus(lists, days, body=["PC", "PC", None], agenda_item=["1", "2", "2"])
    by_year = cosignatories.alignment(corpus, by="year")
    assert by_year.columns.tolist() == ["year", *COLUMNS]
    assert counted(by_year, "year") == {
        (2019, "NOR"): (1, 1), (2019, "ISL"): (0, 1), (2020, "NOR"): (1, 2), (2020, "ISL"): (1, 2),
    }  # fmt: skip
    by_body = cosignatories.alignment(corpus, by=["body"])
    assert by_body["body"].isna().sum() == 2  # a missing value is a group of its own
    assert by_body["occasions"].tolist() == [2, 2, 1, 1]
    assert counted(cosignatories.alignment(corpus, by="quarter"), "quarter")["2020Q1", "NOR"] == (1, 1)
    assert counted(cosignatories.alignment(corpus, by=["agenda_item", "actor"]), "agenda_item")[
        "2", "NOR"
    ] == (1, 2)


def test_a_member_has_no_row_in_years_in_which_it_has_no_occasion():
    corpus = eu_corpus({"a": ["HRV", "NOR"], "b": ["NOR"]}, {"a": "2012-05-01", "b": "2014-05-01"})
    table = cosignatories.alignment(corpus, by="year")
    assert (2012, "HRV") in counted(table, "year")
    assert (2014, "HRV") not in counted(table, "year")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("statements", {("NOR",): (1, 1), ("ISL",): (1, 1)}),
        ("interventions", {("NOR",): (2, 2)}),
        ("both", {("NOR",): (2, 2), ("ISL",): (1, 2)}),  # the statement wins, and has Iceland
    ],
)
def test_sources_mean_the_same_as_everywhere(source, expected):
    rows = [("PC.DEL/1/20", "EU", "delivers"), ("PC.DEL/1/20", "NOR", "aligned"),
            ("PC.JOUR/1#2.1", "EU", "delivers"), ("PC.JOUR/1#2.1", "NOR", "aligned")]  # fmt: skip
    spoken = pd.DataFrame(rows, columns=["intervention_id", "actor", "role"])
    spoken = spoken.assign(
        symbol=spoken["intervention_id"].where(spoken["intervention_id"] == "PC.DEL/1/20"),
        journal="PC.JOUR/1", item_title="Media", date="2020-01-30",
    )  # fmt: skip
    corpus = eu_corpus({"s": ["NOR", "ISL"]}, symbol=["PC.DEL/1/20"]).replace(interventions=spoken)
    table = cosignatories.alignment(corpus, source=source)
    assert counted(table) == expected
    problems = table.attrs.get("problems", [])
    assert [row["severity"] for row in problems] == (["conflict"] if source == "both" else [])
    by_item = cosignatories.alignment(corpus, source="interventions", by=["body", "agenda_item"])
    assert counted(by_item, "body", "agenda_item") == {("PC", "Media", "NOR"): (2, 2)}


def test_with_a_state_and_with_a_group_among_those_who_align():
    rows = [("s", "NOR", "delivers"), ("s", "EU", "aligned"), ("s", "ISL", "aligned")]
    signatories = pd.DataFrame(rows, columns=["statement_id", "actor", "role"])
    corpus = Corpus(pd.DataFrame({"statement_id": ["s"], "date": ["2020-05-01"]}), signatories=signatories)
    assert counted(cosignatories.alignment(corpus, with_="Norway")) == {("EU",): (1, 1), ("ISL",): (1, 1)}
    assert len(cosignatories.alignment(corpus, with_="NOR", groups="expand")) == 28
    assert cosignatories.alignment(corpus, with_="NOR", groups="drop")["actor"].tolist() == ["ISL"]


def test_partial_alignment_counts_and_is_told():
    corpus = eu_corpus({"a": ["NOR", "ISL"]})
    scope = corpus.signatories.assign(scope=[None, "paragraphs 1 to 3", None])
    table = cosignatories.alignment(corpus.replace(signatories=scope))
    assert len(table) == 2
    assert table.attrs["denominators"]["partial"] == 1


@pytest.mark.parametrize(
    ("corpus", "sentence"),
    [
        (Corpus(pd.DataFrame({"statement_id": []})), "No statement here is delivered by European Union."),
        (eu_corpus({"a": []}), r"Nobody aligns with what European Union delivers here (occasions: 1)."),
        (
            eu_corpus({"a": ["NOR"]}, list_shown=["cut"]),
            "Of the 1 statements that European Union delivers here none has a year and a list read to its end.",
        ),
    ],
    ids=["empty", "nobody", "unread"],
)
def test_nothing_to_count_is_an_empty_table_and_a_sentence(corpus, sentence):
    table = cosignatories.alignment(corpus, by="year")
    assert table.empty
    assert table.columns.tolist() == ["year", *COLUMNS]
    assert table.attrs["remark"] == sentence


@pytest.mark.parametrize(
    ("options", "error", "sentence"),
    [
        ({"with_": "European Onion"}, LookupError, "European Onion"),
        ({"by": "agenda"}, ValueError, "The statements have no column 'agenda'"),
        ({"by": "share"}, ValueError, "by='share' would stand twice"),
        ({"roles": "aligns"}, ValueError, r"There is no role='aligns': .* Did you mean 'aligned'\?"),
        ({"source": "journals"}, ValueError, "There is no source='journals'"),
        ({"groups": "members"}, ValueError, "There is no groups='members'"),
        (
            {"interval": "bootstrap"},
            ValueError,
            "There is no interval='bootstrap': use one of 'wilson', None.",
        ),
        ({"groups": "expand", "with_": "NOR"}, ValueError, "needs the day of each statement"),
    ],
)
def test_an_unknown_option_is_one_sentence(options, error, sentence):
    corpus = eu_corpus({"a": ["NOR"]})
    if options.get("with_") == "NOR":
        rows = [("s", "NOR", "delivers"), ("s", "EU", "aligned")]
        signatories = pd.DataFrame(rows, columns=["statement_id", "actor", "role"])
        corpus = Corpus(pd.DataFrame({"statement_id": ["s"], "year": [2020]}), signatories=signatories)
    with pytest.raises(error, match=sentence):
        cosignatories.alignment(corpus, **options)


def by_hand(actor):
    """Occasions and alignments of a State in the real facts, from the CSV alone."""
    statements = {
        row["statement_id"]: row for row in csv.DictReader((DATA / "statements.csv").open(encoding="utf-8"))
    }
    signatories = list(csv.DictReader((DATA / "signatories.csv").open(encoding="utf-8")))
    delivered = {
        row["statement_id"] for row in signatories if (row["actor"], row["role"]) == ("EU", "delivers")
    }
    statements_aligned = occasions = 0
    for name in delivered:
        row = statements[name]
        if row["list_shown"] != "yes" or not row["year"]:
            continue
        days = [row["date"]] if row["date"] else [f"{row['year'][:4]}-01-01", f"{row['year'][:4]}-12-31"]
        if all(
            reference.participating(actor, day) and actor not in reference.members("EU", day) for day in days
        ):
            occasions += 1
            statements_aligned += any(
                (other["statement_id"], other["actor"], other["role"]) == (name, actor, "aligned")
                for other in signatories
            )
    return statements_aligned, occasions


@pytest.mark.parametrize("actor", ["MNE", "MKD", "ISL", "NOR", "UKR", "SRB", "TUR", "HRV", "BGR", "SCG"])
def test_the_real_facts_against_a_count_by_hand(actor):
    table = cosignatories.alignment(load_sample("alignments"))
    assert counted(table)[actor,] == by_hand(actor)


def test_the_real_facts_say_on_how_much_they_rest():
    table = cosignatories.alignment(load_sample("alignments"))
    assert table.attrs["denominators"] == {
        "delivered": 145, "occasions": 36, "unread": 108, "undated": 1, "partial": 0,
    }  # fmt: skip
    assert {"USA", "RUS"} <= set(table.attrs["left_out"]["never_listed"])
    assert table.attrs["coverage"]["interventions"] == 459
    assert json.loads(json.dumps(table.attrs)) == table.attrs
