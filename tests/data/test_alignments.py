"""The real facts: whole, joined up, and each with its source."""

from __future__ import annotations

import pandas as pd
import pytest

from osce_analysis import reference
from osce_analysis.corpus.samples import share
from osce_analysis.corpus.schema import TABLES, conform

FOLDER = share("data") / "alignments"
GIVEN = ("statements", "signatories", "citations", "interventions")
# Speakers in journals that are no participating State, group or partner.
OFFICES = {"CHAIR", "OSCE", "OSCE-PA", "UN", "COE", "EXT"}


@pytest.fixture(scope="module")
def facts() -> dict[str, pd.DataFrame]:
    return {table: conform(pd.read_csv(FOLDER / f"{table}.csv"), table) for table in GIVEN}


def test_each_file_is_a_table() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.csv")) == sorted(GIVEN)
    assert set(GIVEN) <= set(TABLES)


@pytest.mark.parametrize("table", GIVEN)
def test_values_are_those_that_the_schema_knows(table: str, facts: dict[str, pd.DataFrame]) -> None:
    for name, column in TABLES[table].items():
        if column.values:
            assert set(facts[table][name].dropna()) <= set(column.values), name


@pytest.mark.parametrize("table", GIVEN)
def test_no_row_says_how_it_was_found(table: str) -> None:
    assert "query" not in pd.read_csv(FOLDER / f"{table}.csv", nrows=0).columns


@pytest.mark.parametrize("table", ["statements", "interventions"])
def test_each_row_names_its_page(table: str, facts: dict[str, pd.DataFrame]) -> None:
    assert facts[table]["source_url"].str.match(r"https?://\S+$").all()


def test_an_actor_has_a_role_once(facts: dict[str, pd.DataFrame]) -> None:
    rows = facts["signatories"]
    assert not rows.duplicated(["statement_id", "actor", "role"]).any()
    assert not rows.duplicated(
        ["statement_id", "actor"]
    ).any()  # a deliverer in its own list has `delivers` only


def test_rows_hang_on_statements(facts: dict[str, pd.DataFrame]) -> None:
    ids = facts["statements"]["statement_id"]
    assert ids.is_unique
    assert facts["citations"]["citation_id"].is_unique
    assert set(facts["signatories"]["statement_id"]) | set(facts["citations"]["statement_id"]) <= set(ids)


def test_a_statement_read_twice_stands_once(facts: dict[str, pd.DataFrame]) -> None:
    statements = facts["statements"]
    twice = statements["also_read_as"].dropna()
    assert len(twice) == 16
    assert not set(twice) & set(statements["statement_id"])


def test_a_day_is_given_whole_or_as_printed(facts: dict[str, pd.DataFrame]) -> None:
    statements = facts["statements"]
    partial = statements["delivered_as_printed"].notna()
    assert not (statements["delivered"].notna() & partial).any()
    assert statements.loc[partial, "year"].notna().all()
    known = statements["delivered"].notna()
    assert (statements.loc[known, "delivered"].dt.year == statements.loc[known, "year"]).all()
    assert (statements.loc[known, "delivered"] == statements.loc[known, "date"]).all()


def test_every_list_says_whether_it_was_read_to_its_end(facts: dict[str, pd.DataFrame]) -> None:
    assert set(facts["statements"]["list_shown"]) == {"yes", "cut", "count only", "no"}


def test_a_statement_stands_under_the_name_of_who_delivers_it(facts: dict[str, pd.DataFrame]) -> None:
    rows, statements = facts["signatories"], facts["statements"].set_index("statement_id")
    speakers = rows[rows["role"] == "delivers"].set_index("statement_id")["actor"]
    assert speakers.index.is_unique
    assert statements["delegation"].dropna().to_dict() == speakers.to_dict()


@pytest.mark.parametrize("table", ["signatories", "interventions"])
def test_actors_are_known(table: str, facts: dict[str, pd.DataFrame]) -> None:
    codes = set(facts[table]["actor"].dropna()) - OFFICES
    assert {code for code in codes if reference.find_actor(code) != code} == set()


def test_the_catalogue_knows_what_is_said_to_stand_in_it(facts: dict[str, pd.DataFrame]) -> None:
    citations = facts["citations"]
    for row in citations[citations["in_catalogue"]].itertuples():
        assert reference.instrument(row.instrument).kind == row.kind
    assert citations.loc[citations["instrument"].isna(), "note"].notna().all()


def test_an_intervention_has_one_speaker(facts: dict[str, pd.DataFrame]) -> None:
    rows = facts["interventions"]
    speakers = rows[rows["role"] == "delivers"]
    assert speakers["intervention_id"].is_unique
    assert set(rows["intervention_id"]) == set(speakers["intervention_id"])


def test_a_speaker_names_those_it_speaks_for(facts: dict[str, pd.DataFrame]) -> None:
    """As the reader of journals has it: the codes of the rows `represented` stand with the speaker, nowhere else."""
    rows = facts["interventions"]
    spoken_for = rows[rows["role"] == "represented"].groupby("intervention_id")["actor"].agg(";".join)
    speakers = rows[rows["role"] == "delivers"].set_index("intervention_id")["on_behalf_of"]
    assert speakers.dropna().to_dict() == spoken_for.to_dict()
    assert rows.loc[rows["role"] != "delivers", "on_behalf_of"].isna().all()


def test_a_summary_shows_no_list(facts: dict[str, pd.DataFrame]) -> None:
    rows = facts["interventions"]
    assert set(rows["list_shown"]) == {"yes", "no"}
    assert (rows["list_shown"].eq("yes") == rows["source_kind"].eq("journal")).all()
    assert rows.loc[rows["list_shown"] == "no", "role"].ne("aligned").all()
