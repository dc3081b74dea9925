"""A small corpus in our own wording, with citations in all three parts."""

import pandas as pd
import pytest

from osce_analysis.citations import find
from osce_analysis.corpus import Corpus

FRONT = "SPECIMEN STATEMENT ON Decision No. 1202 of the Permanent Council"
TEXT = (
    "We recall the Helsinki Final Act and its principles.\n\n"
    "The breach of the Charter of the United Nations, Articles 1 and 2 (4), is plain. We do not reaffirm "
    "Ministerial Council Decision No. 3/04 lightly."
)
CLOSING = "I ask that this be attached to the journal, as the Helsinki Final Act allows."
PARTS = {"front": FRONT, "text": TEXT, "closing": CLOSING}


def cited(statement_id, part, text):
    """The citations of one part, as `documents` would file them."""
    found = find(text).assign(statement_id=statement_id, part=part)
    return found.assign(citation_id=statement_id + part + found["citation_id"])


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Four statements: the first cites in each part, the second and third cite once, the last nothing."""
    citations = pd.concat(
        [
            *(cited("s1", part, text) for part, text in PARTS.items()),
            cited("s2", "text", "The Helsinki Final Act stands."),
            cited("s3", "text", "The Helsinki Final Act binds us."),
        ]
    )
    breaks = TEXT.index("\n\n")
    citations.loc[citations["part"] == "text", "paragraph"] = 1
    later = (
        (citations["statement_id"] == "s1") & (citations["part"] == "text") & (citations["start"] > breaks)
    )
    citations.loc[later, "paragraph"] = 2
    paragraphs = pd.DataFrame(
        {
            "statement_id": ["s1", "s1"],
            "paragraph": [1, 2],
            "text": [TEXT[:breaks], TEXT[breaks + 2 :]],
            "start": [0, breaks + 2],
            "end": [breaks, len(TEXT)],
        }
    )
    harm = citations.loc[(citations["instrument"] == "UN-CHARTER"), "citation_id"].iloc[0]
    cues = pd.DataFrame(
        {
            "citation_id": [harm, harm, harm],
            "stance": ["accuse", "affirm", "accuse"],
            "cue": ["breach of", "reaffirm", "breach of"],
            "negated": [False, True, False],
        }
    )
    statements = pd.DataFrame(
        {
            "statement_id": ["s1", "s2", "s3", "s4"],
            "front": [FRONT, None, None, None],
            "text": [TEXT, "The Helsinki Final Act stands.", "The Helsinki Final Act binds us.", "Nothing."],
            "closing": [CLOSING, None, None, None],
            "delegation": ["RUS", "EU", "RUS", None],
            "date": ["2020-01-02", "2021-01-02", None, None],
        }
    )
    return Corpus(statements, citations=citations, paragraphs=paragraphs, cues=cues)
