"""The data: every row has its source, codes are unique and refer to each other."""

from __future__ import annotations

import subprocess
import sys

import pytest

from osce_analysis.reference import find_actor, instrument_title, mentions, table
from osce_analysis.reference.days import first_day, last_day
from osce_analysis.reference.names import by_key, key
from osce_analysis.reference.tables import FILES, rows

CODES = {row["code"] for row in rows("actors")}


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_a_source_and_says_whether_it_was_verified(name):
    assert rows(name)
    for row in rows(name):
        assert row["source"], row
        assert row["verified"], row


@pytest.mark.parametrize("part", ["/work/", "/root/", "/home/", "../", "file:"])
def test_no_cell_names_a_path_of_a_machine(part):
    assert [row for name in FILES for row in rows(name) if part in ";".join(row.values())] == []


@pytest.mark.parametrize("name", FILES)
def test_no_row_stands_twice(name):
    seen = [tuple(row.values()) for row in rows(name)]
    assert len(seen) == len(set(seen))


def test_codes_are_unique():
    assert len(CODES) == len(rows("actors"))


def test_names_and_memberships_name_actors():
    assert {row["code"] for row in rows("names")} <= CODES
    assert {row["actor"] for row in rows("memberships")} <= CODES
    assert {row["group"] for row in rows("memberships")} <= CODES


def test_every_actor_has_a_name_and_its_short_name_means_it():
    for row in rows("actors"):
        assert find_actor(row["short_name"]) == row["code"], row["code"]


def test_a_spelling_means_one_actor():
    for names in by_key().values():
        assert len({name.code for name in names}) == 1, names


def test_every_participating_state_has_a_name_in_six_languages():
    for state in {row["actor"] for row in rows("memberships") if row["group"] == "OSCE"}:
        languages = {
            language
            for row in rows("names")
            if row["code"] == state
            for language in row["language"].split("|")
        }
        assert languages >= {"en", "ru", "fr", "de", "es", "it"}, state


@pytest.mark.parametrize(
    ("table_name", "column", "values"),
    [
        ("actors", "kind", {"state", "group", "organisation"}),
        ("names", "form", {"official", "short", "former", "variant", "inflected", "misprint"}),
        ("names", "case", {"any", "capital", "exact"}),
        ("names", "scan", {"always", "dated", "language", "never"}),
    ],
)
def test_closed_lists_of_values(table_name, column, values):
    assert {row[column] for row in rows(table_name)} == values


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("actors", "admitted", "ended"),
        ("names", "since", "until"),
        ("memberships", "since", "until"),
        ("meetings", "first_day", "last_day"),
    ],
)
def test_periods_run_forwards(name, start, end):
    for row in rows(name):
        first, last = first_day(row[start]), last_day(row[end])
        assert first is None or last is None or first <= last, row


def test_a_lookalike_holds_a_name_and_mentions_nobody():
    for row in rows("lookalikes"):
        padded = f" {key(row['name'])} "
        assert any(f" {name} " in padded for name in by_key()), row
        assert mentions(row["name"]) == [], row


def test_tables_are_frames_of_strings_with_missing_cells():
    actors = table("actors")
    assert actors["code"].is_unique
    assert actors.set_index("code").loc["RUS", ["ended"]].isna().all()
    actors["code"] = "changed"
    assert "RUS" in set(table("actors")["code"])  # each call gives a frame of its own


def test_an_unknown_table_lists_those_that_there_are():
    with pytest.raises(LookupError, match=r"no reference table 'states': the tables are actors, names, "):
        table("states")


def test_reference_loads_without_pandas():
    script = (
        "import sys, osce_analysis.reference as r; r.mentions('Norway'); r.members('EU'); "
        "print('pandas' in sys.modules, 'rapidfuzz' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_facts_are_all_here(shared):
    import pandas as pd

    facts = pd.read_csv(shared / "facts" / "instruments.csv", dtype=str)
    assert facts["instrument"].map(instrument_title).tolist() == facts["short_title"].tolist()
    states = pd.read_csv(shared / "facts" / "states.csv", dtype=str)
    assert set(states["iso3"]) <= CODES
    signatories = pd.read_csv(shared / "facts" / "real" / "signatories.csv", dtype=str)
    printed = signatories.dropna(subset=["name_as_printed"])
    printed = printed[printed["name_as_printed"] != "Swedish"]  # the one adjective among them
    assert printed["name_as_printed"].map(find_actor).tolist() == printed["actor"].tolist()
