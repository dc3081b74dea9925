import pandas as pd
import pytest

from osce_analysis.corpus import Corpus

ROWS = [
    # id, delegation, date, language, text
    (
        "a1",
        "CHE",
        "2020-01-10",
        "en",
        "Human rights matter. Rights are universal; human rights are indivisible.",
    ),
    ("a2", "CHE", "2021-02-10", "en", "The rule of law and human  rights (and peace)."),
    ("b1", "NOR", "2020-03-10", "en", "Peace, peace and peace: we recall MC.DEC/3/04."),
    ("b2", "NOR", "2021-04-10", "en", "We support human rights."),
    ("j1", None, "2021-05-10", "en", "We jointly support peace and human\nrights everywhere."),
    ("e1", "EU", None, "en", "Human rights, human rights and human rights.\n\nPeace."),
    ("n1", "CHE", "2020-06-10", "en", None),
]
SIGNATORIES = [
    *[(row[0], row[1], "delivers") for row in ROWS if row[1]],
    *[("j1", actor, "joint") for actor in ("NOR", "ISL", "CHE")],
    ("e1", "NOR", "aligned"),
]


@pytest.fixture
def corpus():
    statements = pd.DataFrame(ROWS, columns=["statement_id", "delegation", "date", "language", "text"])
    signatories = pd.DataFrame(SIGNATORIES, columns=["statement_id", "actor", "role"])
    paragraphs = pd.DataFrame(
        [("e1", 1, 0, 44), ("e1", 2, 46, 52)], columns=["statement_id", "paragraph", "start", "end"]
    )
    return Corpus(statements, signatories=signatories, paragraphs=paragraphs, name="small")
