import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.tokens import TokenIndex, tokenise
from osce_analysis.tokens.tokenising import normalised, unified

WORDS = st.text(st.sampled_from("aЯé\u0301\u00adİß'’-‐–.,/:()3 7XN\n\t¶_§"), max_size=40) | st.text(
    max_size=40
)


def words(text):
    return [token.text for token in tokenise(text)]


@pytest.mark.parametrize(
    "symbol",
    [
        "MC.DEC/3/20",
        "S/RES/1373",
        "A/RES/60/288",
        "PC.DEC/1202",
        "MC(10).DEC/1",
        "A/RES/217(III)A",
        "A/RES/3314(XXIX)",
        "S/RES/1373(2001)",
        "S/2017/375",
        "A/68/L.39",
        "E/CN.4/2005/103",
        "A/RES/ES-10/2",
        "CETS/157",
        "FSC.DEL/25/21/Add.1",
        "MC.DEL/39/21/Rev.2",
        "HDIM.ODIHR/0181/11",
        "MC(27).JOUR",
        "MC(17).JOUR/2/Corr.1",
        "FSC-PC.DEL/1/19",
    ],
)
@pytest.mark.parametrize("frame", ["{}", "({}).", "see {}, annex", '"{}";', "{}\xa0OSCE+", "{}\u2013"])
def test_a_document_symbol_is_one_token(symbol, frame):
    assert symbol in words(frame.format(symbol))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("co-operation in Nagorno-Karabakh", ["co-operation", "in", "Nagorno-Karabakh"]),
        ("co‐operation, co‑operation", ["co-operation", "co-operation"]),  # U+2010, U+2011
        ("aujourd’hui l'OSCE", ["aujourd'hui", "l'OSCE"]),  # curly apostrophe; an elided article stays
        ("the victims' families' 'rights'", ["the", "victims", "families", "rights"]),  # outer apostrophes go
        ("1990–1992 security—co-operation", ["1990", "1992", "security", "co-operation"]),  # dashes separate
        ("я и в а", ["я", "и", "в", "а"]),
        ("I a", ["I", "a"]),
        ("терроризм терори\u0301зм", ["терроризм", "терори\u0301зм"]),  # a stress mark stays in its word
        ("cafe\u0301", ["café"]),  # composed
        ("co\u00adoperation", ["cooperation"]),  # a soft hyphen is no letter
        ("Decision No. 3/04, Nos. 5 and 6", ["Decision", "No.", "3/04", "Nos.", "5", "and", "6"]),
        ("(No.12) say no. No, not", ["No.", "12", "say", "no", "No", "not"]),  # the negation has no full stop
        ("PIANO. Nordic", ["PIANO", "Nordic"]),
        ("1,000 or 12.5 at 10:30 on 3.12.2021", ["1,000", "or", "12.5", "at", "10:30", "on", "3.12.2021"]),
        ("12.5% of €3 under § 5", ["12.5", "of", "3", "under", "5"]),
        ("1990s, 28th, COVID-19", ["1990s", "28th", "COVID-19"]),
        ("in the U.S. and U.S.A.", ["in", "the", "U.S", "and", "U.S.A"]),
        ("и т.д. и т.п.", ["и", "т.д", "и", "т.п"]),
        ("J.F.Kennedy", ["J.F", "Kennedy"]),
        ("and/or NATO/EU", ["and", "or", "NATO", "EU"]),  # no digit: no symbol
        ("NO.3/04", ["NO.", "3/04"]),  # "No." in capitals before a number is no body
        ("IV.1(A)6", ["IV", "1", "A", "6"]),
        ("snake_case", ["snake", "case"]),
        ("attacks.The end", ["attacks", "The", "end"]),  # fused in extraction
        ("", []),
        (" \n\t … — § %", []),
    ],
)
def test_rules(text, expected):
    assert words(text) == expected


@given(WORDS)
def test_a_span_returns_its_token(text):
    for token in tokenise(text):
        assert normalised(unified(text[token.start : token.end])) == token.text
        assert token.text
        assert not re.search(r"\s", text[token.start : token.end])


@given(WORDS)
def test_no_letter_or_digit_is_lost(text):
    covered = set()
    for token in tokenise(text):
        assert covered.isdisjoint(range(token.start, token.end))
        covered |= set(range(token.start, token.end))
    assert {place for place, mark in enumerate(unified(text)) if mark.isalnum()} <= covered


@given(WORDS)
def test_the_index_holds_the_same_tokens(text):
    index = TokenIndex.build([text])
    assert [index.vocabulary[code] for code in index.codes] == words(text)


@pytest.mark.parametrize(
    "piece", ["A.", "A", "A-", "A/", "a'", "1.", "A(1)", "A/1", "\u00ad", "a\u0301", "."]
)
def test_a_long_run_takes_linear_time(piece):
    started = time.perf_counter()
    tokenise(piece * 100_000)
    assert time.perf_counter() - started < 5
