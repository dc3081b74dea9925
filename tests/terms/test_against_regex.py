"""Twenty terms in UN speeches: our counts against regular expressions that know nothing of our tokens."""

import re

import pandas as pd
import pytest

from osce_analysis import terms
from osce_analysis.corpus import Corpus

SPEECHES = 300

# The term, and an independent expression (case is ignored). A word is not followed or preceded by a letter or
# digit, nor by a hyphen or apostrophe with a letter behind it; I and A are no words in initials ("i.e.", "I.C.J.")
# and symbols ("A/46/1"), nor is 242 a number in "46/242".
BEFORE, AFTER = r"(?<![\w])(?<![\w]['’-])", r"(?![\w])(?!['’-]\w)"
TERMS = {
    "peace": "peace",
    "disarmament": "disarmament",
    "human rights": r"human\s+rights",
    "security council": r"security\s+council",
    "terrorism": "terrorism",
    "terror*": r"terror\w*(?:['’-]\w+)*",
    "co-operation": "co-operation",
    "cooperation|co-operation": "(?:cooperation|co-operation)",
    "self-determination": "self-determination",
    "right to self-determination": r"right\s+to\s+self-determination",
    "apartheid": "apartheid",
    "charter of the united nations": r"charter\s+of\s+the\s+united\s+nations",
    "member states": r"member\s+states",
    "world's": "world['’]s",
    "i": r"(?<!\W[a-z]\.)i(?!\.\w)",
    "a": r"a(?!\.\w|/(?:[a-z]+(?:\.\d+)?/)?\d+[a-z]?\b)",
    "must not": r"must\s+not",
    "wom?n": r"wom\wn",
    "new international economic order": r"new\s+international'?\s+economic\s+order",
    "242": r"(?<!\d/)242",
}


@pytest.fixture(scope="module")
def speeches(shared):
    table = pd.read_parquet(shared / "corpora" / "ungdc_1970-1999.parquet")
    every = table.iloc[:: len(table) // SPEECHES].head(SPEECHES)
    return every.assign(statement_id=[f"s{number}" for number in range(len(every))])


def test_counts(speeches):
    found = terms.frequency(Corpus(speeches), terms=list(TERMS), interval=None)
    ours = dict(zip(found["term"], found["count"], strict=True))
    theirs = {
        term: sum(
            len(re.findall(f"{BEFORE}{expression}{AFTER}", text, re.IGNORECASE)) for text in speeches["text"]
        )
        for term, expression in TERMS.items()
    }
    assert ours == theirs
