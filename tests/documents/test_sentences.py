from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.documents.sentences import sentences

SPLIT = [
    ["We agree.", "They do not.", "Why?", "No!"],
    ["Mr. Chair, H.E. Ms. N. Lind spoke.", "We thank her."],  # titles and initials
    ["See Decision No. 3/04 and Nos. 5 and 6.", "They stand."],
    ["Art. 5, para. 2 applies.", "So does MC.DEC/3/04.", "No more."],
    ["It rose by 3.5 per cent.", "It fell."],
    ["It began in 2014.", "It goes on."],  # a year ends a sentence
    ["1. We welcome it.", "2. We regret that."],  # numbers of paragraphs
    ["“It stands.”", "They left."],  # the stop within the quotation
    ["(We said so.)", "They heard."],
    ["They came, etc. and left.", "Good."],
    ["Weapons, tanks, etc.", "The list goes on."],
    ["The U.S. Mission spoke.", "We heard."],
    ["It was clear.1", "Then more."],  # a footnote's number
    ["Это так, т.е. верно.", "Решение от 3 г. принято."],
    ["Решение принято в 2014 г.", "Оно действует."],
    ["Ст. 5 гласит так.", "Г-н А. И. Петров сказал."],
    [
        "Der Beschluss Nr. 5 bzw. 6 gilt.",
        "Am 3. Dezember tagte der Rat.",
    ],  # a German ordinal before a capital
    ["M. Dupont a parlé.", "La décision n° 5 s'applique."],
    ["Il Sig. Rossi, cfr. art. 3, ha parlato.", "Grazie."],
    ["El Sr. Ruiz habló, pág. 3.", "Gracias."],
    ["Wait…", "No."],
]


@pytest.mark.parametrize("parts", SPLIT, ids=lambda parts: parts[0][:30])
def test_split(parts):
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_a_blank_line_ends_a_sentence():
    text = "Mr. Chairperson,\n\nWe agree\nwith it."
    assert [text[start:end] for start, end in sentences(text)] == ["Mr. Chairperson,", "We agree\nwith it."]


@given(st.text() | st.text("aA. \n?!1«»", max_size=80))
def test_spans_hold_all_that_is_no_space(text):
    spans = sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    for start, end in spans:
        assert text[start:end].strip() == text[start:end] != ""
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
