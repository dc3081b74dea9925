import pytest

from osce_analysis.tokens import TokenIndex


def ends(text):
    index = TokenIndex.build([text])
    return [index.vocabulary[code] for code, ends in zip(index.codes, index.breaks, strict=True) if ends]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We agree. They do not", ["agree", "not"]),  # the end of a text is one
        ("Do we? We do! Well… yes", ["we", "do", "Well", "yes"]),
        ('He said "no." Then (we left.) And', ["no", "left", "And"]),
        ("«Согласны.» Да", ["Согласны", "Да"]),
        ("Mr. Smith and Art. 5 of No. 3/04 end", ["end"]),
        ("г. Москва и т.д. и ст. 5", ["5"]),
        ("J. Smith of the U.S. delegation", ["delegation"]),
        ("attacks.The end", ["attacks", "end"]),  # fused in extraction
        ("PC.DEC of x.y", ["x.y"]),
        ("Mr.Smith left", ["left"]),
        ("we agree . They", ["agree", "They"]),  # a full stop on its own
        ("TITLE OF IT\n\nWe agree", ["IT", "agree"]),  # a blank line ends a heading
        ("We thank Mr.\n\nWe agree", ["Mr", "agree"]),  # even after an abbreviation
        ("one line\nand the next", ["next"]),
        (". . .", []),
        ("a, b; c: d", ["d"]),
        ("12.5 and 3/04", ["3/04"]),
    ],
)
def test_where_sentences_end(text, expected):
    assert ends(text) == expected


def test_a_stop_that_opens_a_text_ends_nothing_in_the_text_before():
    index = TokenIndex.build(["one two", "", ". three"])
    assert index.breaks.tolist() == [False, True, True]
