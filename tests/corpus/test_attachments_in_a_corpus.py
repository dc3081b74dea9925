"""Several documents in one file: ids, `within`, and the accounts of files that hold with them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from osce_analysis.corpus import Corpus, load

DECISION = """PC.DEC/9301
2 May 2019

Organization for Security and Co-operation in Europe
Permanent Council

Original: ENGLISH

DECISION No. 9301
THE BRIDGE AT SZ

The Permanent Council,

Recalling Ministerial Council Decision No. 3/04,

Decides to build a bridge.

PC.DEC/9301
2 May 2019
Attachment 1

ENGLISH
Original: RUSSIAN

INTERPRETATIVE STATEMENT UNDER PARAGRAPH IV.1(A)6
OF THE RULES OF PROCEDURE

By the delegation of Belarus:

"We understand that the bridge has two ends, as said in Permanent Council Decision No. 1039."
"""
SECOND = """
PC.DEC/9301
2 May 2019
Attachment 2

Original: ENGLISH

INTERPRETATIVE STATEMENT UNDER PARAGRAPH IV.1(A)6
OF THE RULES OF PROCEDURE

By the delegation of Malta:

"We understand that the bridge is short."
"""
OUTER, FIRST, LAST = "PC.DEC/9301", "PC.DEC/9301/Att.1", "PC.DEC/9301/Att.2"


def held(folder: Path, **texts: str) -> Corpus:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return load(folder)


def accounted(corpus: Corpus) -> int:
    """Files, as the tables account for them."""
    severity = corpus.problems["severity"]
    return int(corpus.statements["source"].nunique() + severity.isin(["unreadable", "duplicate"]).sum())


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return held(tmp_path, decision=DECISION + SECOND)


def test_ids_and_what_holds_them(corpus: Corpus) -> None:
    rows = corpus.statements
    assert rows["statement_id"].tolist() == [OUTER, FIRST, LAST]
    assert rows["within"].fillna("-").tolist() == ["-", OUTER, OUTER]
    assert rows["kind"].tolist() == ["decision", *2 * ["interpretative statement"]]
    assert rows["delegation"].fillna("-").tolist() == ["-", "BLR", "MLT"]
    assert rows["original_language"].tolist() == ["en", "ru", "en"]
    assert set(rows["source"]) == {"decision.txt"}
    assert rows["sha256"].nunique() == 1
    assert corpus.problems.empty


def test_rows_hang_on_their_own_document(corpus: Corpus) -> None:
    assert set(corpus.signatories["statement_id"]) == {FIRST, LAST}
    cited = corpus.citations.query("part == 'text'").set_index("statement_id")["instrument"]
    assert cited.to_dict() == {OUTER: "MC.DEC/3/04", FIRST: "PC.DEC/1039"}
    texts = corpus.statements.set_index("statement_id")["text"]
    for row in corpus.paragraphs.itertuples():
        assert texts[row.statement_id][row.start : row.end] == row.text


def test_each_counts_in_a_selection(corpus: Corpus) -> None:
    assert len(corpus.counted()) == 3
    chosen = corpus.select(kind="interpretative statement")
    assert chosen.statements["statement_id"].tolist() == [FIRST, LAST]


def test_a_copy_of_the_whole_file_is_one_duplicate(tmp_path: Path) -> None:
    corpus = held(tmp_path, a=DECISION + SECOND, b=DECISION + SECOND)
    assert len(corpus) == 3
    assert corpus.problems["severity"].tolist() == ["duplicate", "warning", "warning"]
    assert accounted(corpus) == 2


def test_a_file_of_which_a_part_is_new_is_no_duplicate(tmp_path: Path) -> None:
    corpus = held(tmp_path, a=DECISION, b=DECISION + SECOND)
    rows = corpus.statements.set_index("statement_id")
    assert rows["source"].to_dict() == {OUTER: "a.txt", FIRST: "a.txt", LAST: "b.txt"}
    assert rows.loc[LAST, "within"] == OUTER
    assert set(corpus.problems["severity"]) == {"warning"}
    assert corpus.problems["problem"].iloc[0] == (
        "Part of b.txt holds the same text as a.txt (PC.DEC/9301): it counts once."
    )
    assert accounted(corpus) == 2


def test_within_names_the_one_that_was_renamed(tmp_path: Path) -> None:
    other = DECISION.replace("a bridge.", "no bridge.").replace("two ends", "one end")
    rows = held(tmp_path, a=DECISION, b=other).statements.set_index("statement_id")
    assert rows["within"].dropna().to_dict() == {FIRST: OUTER, f"{FIRST}~2": f"{OUTER}~2"}


def test_an_attachment_that_is_a_file_of_its_own(tmp_path: Path) -> None:
    corpus = held(tmp_path, a=DECISION, b=SECOND)
    rows = corpus.statements.set_index("statement_id")
    assert rows.loc[LAST, ["kind", "delegation", "source"]].tolist() == [
        "interpretative statement",
        "MLT",
        "b.txt",
    ]
    assert pd.isna(rows.loc[LAST, "within"])
    assert accounted(corpus) == 2


def test_languages_of_an_attachment_are_versions_of_it(tmp_path: Path) -> None:
    german = (DECISION + SECOND).replace("Original: ENGLISH", "GERMAN\nOriginal: ENGLISH", 1)
    german = german.replace("ENGLISH\nOriginal: RUSSIAN", "GERMAN\nOriginal: RUSSIAN")
    german = german.replace("Attachment 2\n\nOriginal", "Attachment 2\n\nGERMAN\nOriginal")
    corpus = held(tmp_path, de=german, en=DECISION + SECOND)
    assert set(corpus.statements["statement_id"]) == {
        *(OUTER, FIRST, LAST),
        *(f"{name}@de" for name in (OUTER, FIRST, LAST)),
    }
    assert set(corpus.counted().statements["statement_id"]) == {OUTER, FIRST, LAST}
    assert corpus.statements.set_index("statement_id").loc[f"{LAST}@de", "within"] == f"{OUTER}@de"


def test_a_row_of_a_table_may_hold_several() -> None:
    frame = pd.DataFrame({"text": [DECISION + SECOND, "PC.DEL/9302/19\n\nMr. Chair,\n\nWe agree."]})
    rows = load(frame, headers=True).statements
    assert rows["statement_id"].tolist() == [OUTER, FIRST, LAST, "PC.DEL/9302/19"]
    assert rows["within"].dropna().tolist() == [OUTER, OUTER]


def test_statements_of_a_page_without_symbols(tmp_path: Path) -> None:
    page = (
        "Statements on the budget\n\nVienna, 2 May 2019\n\nSTATEMENT BY THE DELEGATION OF MALTA\n\nMr. Chair,\n\n"
        "We agree with the budget.\n\nThank you.\n\nSTATEMENT BY THE DELEGATION OF NORWAY\n\nMr. Chair,\n\nSo do we."
    )
    rows = held(tmp_path, page=page).statements
    assert rows["statement_id"].tolist() == ["page.txt", "page.txt#2"]
    assert rows["within"].dropna().tolist() == ["page.txt"]
    assert rows["delegation"].tolist() == ["MLT", "NOR"]
    assert rows["date"].dt.date.astype(str).tolist() == 2 * ["2019-05-02"]
    assert set(rows["source"]) == {"page.txt"}


JOURNAL = """PC.JOUR/9230
2 May 2019

Organization for Security and Co-operation in Europe
Permanent Council

Original: ENGLISH

9230th PLENARY MEETING OF THE COUNCIL

1. Date: Thursday, 2 May 2019

Agenda item 1: REVIEW OF CURRENT ISSUES

Chairperson, Malta (Annex), Norway (PC.DEL/9402/19)

PC.JOUR/9230
2 May 2019
Annex

Original: ENGLISH

STATEMENT BY THE DELEGATION OF MALTA

Mr. Chairperson,

We have crossed the bridge.
"""


def test_an_annexed_statement_stands_for_its_intervention(tmp_path: Path) -> None:
    corpus = held(tmp_path, journal=JOURNAL)
    speakers = corpus.interventions.set_index("actor")["symbol"]
    assert speakers["MLT"] == "PC.JOUR/9230/Annex.1"
    joined = corpus.statements.merge(corpus.interventions, on="symbol")
    assert joined[["delegation", "actor"]].to_numpy().tolist() == [["MLT", "MLT"]]
    assert corpus.coverage(by=[])["text_held"].tolist() == [1]
