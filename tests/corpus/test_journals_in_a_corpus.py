"""Journals in a corpus: their rows join statements on the symbol, follow a selection, and are counted once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from osce_analysis.corpus import Corpus, load, load_sample
from osce_analysis.documents.journals.reading import read_interventions

JOURNALS = Path(__file__).parents[1] / "data" / "journals"
SPECIMENS = Path(__file__).parents[2] / "data" / "specimens"
LISTED = ("2017-eu-terrorism.txt", "2023-gbr-ruritania.txt")
NOT_LISTED = ("2017-rus-ruritania.txt", "2018-rus-terrorism-ru.txt")
ALIGNED_2017 = {"MKD", "MNE", "ALB", "BIH", "ISL", "LIE", "NOR", "UKR", "MDA", "GEO", "AND", "SMR"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two journals, and four specimens of which they list two."""
    path = tmp_path_factory.mktemp("texts")
    shutil.copytree(JOURNALS, path / "journals")
    for name in (*LISTED, *NOT_LISTED):
        shutil.copy(SPECIMENS / name, path / name)
    return path


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    return load(folder)


def speakers(corpus: Corpus, journal: str) -> list[str]:
    rows = corpus.interventions
    rows = rows[(rows["journal"] == journal) & (rows["role"] == "delivers")]
    return rows["actor"].fillna("?").tolist()


def test_the_speakers_of_both_journals(corpus: Corpus) -> None:
    assert len(corpus) == 6
    assert speakers(corpus, "PC.JOUR/9001") == [
        *("CHAIR", "OSCE", "EU", "RUS", "KAZ", "CHE", "USA"),
        *("CHAIR", "CAN", "RUS", "BLR"),
    ]
    assert speakers(corpus, "PC.JOUR/9002") == ["CHAIR", "EU", "GBR", "?", "CAN"]


def test_a_journal_has_speakers_and_no_signatories(corpus: Corpus) -> None:
    journals = corpus.statements.loc[corpus.statements["kind"] == "journal", "statement_id"]
    assert sorted(journals) == ["PC.JOUR/9001", "PC.JOUR/9002@de"]
    assert not corpus.signatories["statement_id"].isin(journals).any()


def test_a_journal_and_a_statement_join_on_the_symbol(corpus: Corpus) -> None:
    joined = corpus.interventions.merge(corpus.statements, on="symbol", suffixes=("", "_statement"))
    delivered = joined[joined["role"] == "delivers"]
    assert set(delivered["symbol"]) == {"PC.DEL/9003/17", "PC.DEL/9014/23"}
    assert (delivered["actor"] == delivered["delegation"]).all()
    assert (delivered["date"] == delivered["date_statement"]).all()


def test_journal_and_statement_agree_on_who_aligned(corpus: Corpus) -> None:
    listed = corpus.interventions.query("symbol == 'PC.DEL/9003/17' and role == 'aligned'")
    said = corpus.signatories.query("statement_id == 'PC.DEL/9003/17' and role == 'aligned'")
    assert set(listed["actor"]) == set(said["actor"]) == ALIGNED_2017


def test_a_lost_name_is_a_problem_of_the_journal(corpus: Corpus) -> None:
    problems = corpus.problems.query("step == 'journals'")
    assert problems["statement_id"].tolist() == ["PC.JOUR/9002@de"]
    assert problems["problem"].tolist() == [
        "PC.JOUR/9002, item 1, speaker 4 (PC.DEL/9156/23): a name is lost; the row has no actor."
    ]


def test_interventions_follow_a_selection(corpus: Corpus) -> None:
    assert set(corpus.select(year=2017).interventions["journal"]) == {"PC.JOUR/9001"}
    assert corpus.select(kind="statement").interventions.empty


def test_interventions_whose_journal_is_no_statement_stay(corpus: Corpus) -> None:
    table = pd.DataFrame({"intervention_id": ["PC.DEL/9/20"], "journal": ["PC.JOUR/9999"], "actor": ["NOR"]})
    given = corpus.replace(interventions=pd.concat([corpus.interventions, table], ignore_index=True))
    assert set(given.select(kind="statement").interventions["journal"]) == {"PC.JOUR/9999"}


def test_coverage_of_what_was_said(corpus: Corpus) -> None:
    whole = corpus.coverage(by=[]).iloc[0]
    assert whole[["interventions", "with_symbol", "restricted", "text_held"]].tolist() == [16, 11, 5, 2]
    by_actor = corpus.coverage(by="actor").set_index("actor")
    assert by_actor.loc["RUS", ["interventions", "text_held"]].tolist() == [2, 0]
    assert by_actor.loc["EU", ["share", "language"]].tolist() == [0.5, "en 1"]
    assert pd.isna(by_actor.loc["RUS", "language"])
    assert by_actor["interventions"].sum() == 16  # the speaker whose name is lost has a row
    described = corpus.describe().set_index("item")["value"]
    assert (described["interventions in journals"], described["of these held as text"]) == ("16", "2")


def test_a_journal_in_two_languages_counts_once(tmp_path: Path) -> None:
    english = (JOURNALS / "2017-plenary.txt").read_text(encoding="utf-8")
    german = (JOURNALS / "2023-plenary-de.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(german.replace("9002", "9001"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(english, encoding="utf-8")
    both = load(tmp_path)
    assert len(both) == 2
    assert speakers(both, "PC.JOUR/9001")[1:3] == ["OSCE", "EU"]
    assert len(speakers(both, "PC.JOUR/9001")) == 11


def test_the_sample_of_specimens_holds_two_journals() -> None:
    sample = load_sample("specimens")
    journals = sample.statements.loc[sample.statements["kind"] == "journal", "statement_id"]
    assert set(sample.interventions["journal"]) == set(journals)
    assert len(journals) == 2


def test_saved_interventions_are_read_back(corpus: Corpus, tmp_path: Path) -> None:
    corpus.save(tmp_path / "saved")
    pd.testing.assert_frame_equal(load(tmp_path / "saved").interventions, corpus.interventions)


def test_a_speaker_names_those_it_speaks_for_as_in_the_facts() -> None:
    """The reader of journals and the table of facts fill `on_behalf_of` the same way round."""
    rows, _ = read_interventions(
        "Agenda item 1: ADDRESS Malta (also on behalf of Iceland and Norway) (PC.DEL/9001/21)",
        journal="PC.JOUR/9001",
    )
    assert [(row.actor, row.role, row.on_behalf_of) for row in rows] == [
        ("MLT", "delivers", "ISL;NOR"),
        ("ISL", "represented", None),
        ("NOR", "represented", None),
    ]
    facts = load_sample("alignments").interventions.query("role == 'represented'")
    assert facts["on_behalf_of"].isna().all()
