"""Checks: each finding with its sentence, and nothing about what holds."""

import pandas as pd
import pytest

from osce_analysis import citations
from osce_analysis.corpus import Corpus


def checked(text, date="2015-06-01", **columns):
    cited = citations.find(text, date=date).assign(statement_id="a")
    statements = pd.DataFrame({"statement_id": ["a"], "date": [date]}).assign(**columns)
    table = citations.check(Corpus(statements, citations=cited))
    return list(zip(table["instrument"], table["finding"], table["detail"], strict=True))


@pytest.mark.parametrize(
    ("text", "finding", "detail"),
    [
        ("We recall the Vienna Document 1999.", "superseded", "VD-2011 replaced it on 2011-11-30."),
        (
            "Security Council resolution 242 (1969) binds all.",
            "wrong year",
            "The year 1969 does not fit the number.",
        ),
        (
            "We recall Ministerial Council Decision No. 17/13.",
            "unknown",
            "The catalogue holds no MC.DEC/17/13.",
        ),
    ],
)
def test_findings(text, finding, detail):
    assert [row[1:] for row in checked(text)] == [(finding, detail)]


def test_what_holds_is_not_listed():
    assert checked("We recall the Vienna Document 2011 and the Helsinki Final Act.") == []
    # Not superseded yet on the day.
    assert checked("We recall the Vienna Document 1999.", "2005-06-01") == []


def test_what_was_cited_before_it_existed():
    assert checked("The Vienna Document 2011 binds us.", "2010-06-01") == [
        ("VD-2011", "cited before it existed", "It is of 2011-11-30, the text of 2010-06-01.")
    ]
    cited = pd.DataFrame(
        {"statement_id": ["a"], "candidates": ["MC.DEC/3/04"], "note": ["of 2004, after the text"]}
    )
    found = citations.check(Corpus(pd.DataFrame({"statement_id": ["a"]}), citations=cited))
    assert found["detail"].tolist() == ["MC.DEC/3/04 is of 2004, after the text."]


@pytest.mark.parametrize(
    ("text", "date", "findings"),
    [
        # No row of the catalogue, but the Council's numbers are known.
        ("We recall Security Council resolution 379 (1975).", "1980-09-01", []),
        ("We recall General Assembly resolution 2145 (XXI).", "1980-09-01", []),
        ("We recall resolution 38/58 C of the General Assembly.", "1985-09-01", []),
        # The Force in Cyprus: the next period had begun.
        (
            "Security Council resolution 192 (1964) applies.",
            "1965-01-05",
            [("S/RES/192", "superseded", "S/RES/194 replaced it on 1964-09-25.")],
        ),
        ("Security Council resolution 192 (1964) applies.", "1964-09-01", []),
        # What founded a force is not replaced by what prolongs it.
        ("Security Council resolution 186 (1964) applies.", "1980-09-01", []),
    ],
)
def test_numbers_of_the_united_nations_tell_when_they_were_adopted(text, date, findings):
    assert checked(text, date) == findings


def test_a_document_of_the_corpus_is_known():
    assert checked("We recall decision MC.DEC/17/13.", symbol="MC.DEC/17/13") == []


def test_an_open_citation_tells_its_candidates():
    cited = pd.DataFrame(
        {"statement_id": ["a"], "candidates": ["MC.DEC/5/07|FSC.DEC/5/07"], "note": ["no body"]}
    )
    found = citations.check(Corpus(pd.DataFrame({"statement_id": ["a"]}), citations=cited))
    assert found["detail"].tolist() == ["It may be MC.DEC/5/07 or FSC.DEC/5/07 (no body)."]


def test_an_empty_corpus_has_no_findings():
    assert len(citations.check(Corpus(pd.DataFrame({"statement_id": []})))) == 0
