"""Occasions to sign: statements, interventions and both, and where the two differ."""

from __future__ import annotations

import pandas as pd
import pytest

from osce_analysis.corpus import Corpus
from osce_analysis.corpus.occasions import occasions, with_differences

STATEMENT = [("a", "EU", "delivers"), ("a", "NOR", "aligned"), ("a", "ISL", "aligned")]
JOURNAL = [
    ("PC.DEL/1/20", "EU", "delivers"),
    ("PC.DEL/1/20", "NOR", "aligned"),
    ("PC.DEL/1/20", "ISL", "aligned"),
    ("PC.JOUR/1#1.2", "CHE", "delivers"),
]


def corpus_of(journal: list[tuple[str, str, str]], **columns: object) -> Corpus:
    """The statement PC.DEL/1/20 and a journal's rows."""
    rows = pd.DataFrame(journal, columns=["intervention_id", "actor", "role"])
    symbols = rows["intervention_id"].where(rows["intervention_id"].str.startswith("PC.DEL"))
    interventions = rows.assign(
        journal="PC.JOUR/1",
        symbol=symbols,
        item_title="Media",
        date="2020-01-30",
        **columns.pop("spoken", {}),
    )
    statements = pd.DataFrame(
        {"statement_id": ["a"], "symbol": ["PC.DEL/1/20"], "source": ["a.txt"], **columns}
    )
    signatories = pd.DataFrame(STATEMENT, columns=["statement_id", "actor", "role"])
    return Corpus(statements, signatories=signatories, interventions=interventions)


def test_an_intervention_is_described_like_a_statement() -> None:
    row = (
        occasions(corpus_of(JOURNAL), "interventions")
        .occasions.set_index("statement_id")
        .loc["PC.JOUR/1#1.2"]
    )
    told = row[["body", "year", "agenda_item", "delegation", "listed"]].tolist()
    assert told == ["PC", 2020, "Media", "CHE", True]


def test_in_both_the_statement_stands_for_its_intervention() -> None:
    found = occasions(corpus_of(JOURNAL), "both")
    assert found.occasions["statement_id"].tolist() == ["a", "PC.JOUR/1#1.2"]
    assert set(found.signers["statement_id"]) == {"a", "PC.JOUR/1#1.2"}
    assert found.problems.empty


@pytest.mark.parametrize(
    ("change", "columns", "sentence"),
    [
        (JOURNAL[:2], {}, "only the statement names Iceland (aligned)"),
        ([*JOURNAL, ("PC.DEL/1/20", "UKR", "aligned")], {}, "only the journal names Ukraine (aligned)"),
        (  # who signs and who aligns are two things
            [*JOURNAL[:2], ("PC.DEL/1/20", "ISL", "represented")],
            {},
            "only the statement names Iceland (aligned); only the journal names Iceland (signing)",
        ),
        # A list that was not read to its end lacks nobody.
        ([*JOURNAL, ("PC.DEL/1/20", "UKR", "aligned")], {"list_shown": ["cut"]}, None),
        (JOURNAL[:2], {"spoken": {"list_shown": "no"}}, None),
        (JOURNAL[:2], {"list_shown": ["cut"]}, "only the statement names Iceland (aligned)"),
        ([JOURNAL[3]], {}, None),  # the journal does not list the statement
    ],
)
def test_a_difference_is_a_problem_and_the_statement_wins(
    change: list[tuple[str, str, str]], columns: dict[str, object], sentence: str | None
) -> None:
    corpus = corpus_of(change, **columns)
    problems = occasions(corpus, "both").problems
    expected = f"a and its entry in PC.JOUR/1 differ: {sentence}. The statement counts."
    assert problems["problem"].tolist() == ([] if sentence is None else [expected])
    assert set(problems["severity"]) <= {"conflict"}
    signers = occasions(corpus, "both").signers
    assert signers.loc[signers["statement_id"] == "a", "actor"].tolist() == ["EU", "NOR", "ISL"]
    told = with_differences(corpus).problems
    pd.testing.assert_frame_equal(told, problems)


def test_a_corpus_without_journals_has_no_difference() -> None:
    corpus = Corpus(pd.DataFrame({"statement_id": ["a"]}))
    assert with_differences(corpus) is corpus


def test_another_source() -> None:
    with pytest.raises(
        ValueError, match=r"There is no source='intervention': .* Did you mean 'interventions'\?"
    ):
        occasions(corpus_of(JOURNAL), "intervention")
