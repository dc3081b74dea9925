import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.tokens import TokenIndex, Word, parse_query, split_searches

QUERIES = st.text(st.sampled_from('ab1"|*?()[] ,.-’“”/\n'), max_size=20) | st.text(max_size=20)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("terrorism", ["terrorism"]),
        ("human rights", ["human rights"]),
        ('"human rights"', ["human rights"]),
        ("“human rights”", ["human rights"]),  # quotes as word processors write them
        ("a|b c", ["a", "b c"]),  # | divides whole phrases
        ("a | b", ["a", "b"]),
        ('"human rights"|freedom*', ["human rights", "freedom*"]),
        ("protect * rights", ["protect * rights"]),
        ("wom?n", ["wom?n"]),
        ("human rights, freedoms.", ["human rights freedoms"]),  # punctuation is not searched
        ("co‑operation", ["co-operation"]),
        ("MC.DEC/3/04", ["MC.DEC/3/04"]),
        ("mc.dec/3/04", ["MC.DEC/3/04"]),  # a symbol in small letters
        ("A/RES/217(III)A", ["A/RES/217(III)A"]),
        ("A/RES/217(III)*", ["A/RES/217(III)*"]),
        ("terror*,", ["terror*"]),
        ("AND", ["AND"]),  # there are no operators
    ],
)
def test_what_is_read(text, phrases):
    assert [" ".join(word.text for word in phrase) for phrase in parse_query(text).phrases] == phrases


def test_wildcards_are_told_from_words():
    assert parse_query("terror* acts").phrases == ((Word("terror*", wildcard=True), Word("acts")),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The search '' holds no word"),
        ("...", "The search '...' holds no word"),
        ("|", "holds no word"),
        ("a|", "Nothing stands after | at position 2"),
        ("|a", "Nothing stands before | at position 1"),
        ("a||b", "Nothing stands after | at position 2"),
        ('"human rights', "The quotation mark at position 1"),
        ('a "b" "c', "The quotation mark at position 7"),
        ("(a|b) c", "The bracket at position 1"),
        ("terror*)", "The bracket at position 8"),
        ("*", "would match every word"),
        ("a|* ?", "after position 1 .* would match every word"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(text, sentence):
    with pytest.raises(ValueError, match=sentence.replace("|", r"\|").replace("...", r"\.\.\.")):
        parse_query(text)


@given(QUERIES)
def test_reading_and_finding_raise_nothing_but_a_sentence(text):
    index = TokenIndex.build(["a b ab. 1 A/1"])
    for read in (lambda: index.find(text), lambda: [index.find(search) for search in split_searches(text)]):
        try:
            read()
        except ValueError as error:
            sentence = str(error)
        else:
            continue
        assert sentence.endswith(".")
        assert "search" in sentence


@pytest.mark.parametrize(
    ("text", "searches"),
    [
        ("terrorism extremism", ["terrorism", "extremism"]),
        ('"human rights", terror*; freedom', ['"human rights"', "terror*", "freedom"]),
        ("a,b", ["a", "b"]),
        ("1,000 3/04", ["1,000", "3/04"]),  # a comma inside a number
        ("a | b c", ["a | b", "c"]),
        ('“human rights”|freedom "rule of law"', ['"human rights"|freedom', '"rule of law"']),
        (" ; , ", []),
        ("", []),
    ],
)
def test_a_box_that_takes_several(text, searches):
    assert split_searches(text) == searches


def test_a_box_with_an_open_quote():
    with pytest.raises(ValueError, match="position 8"):
        split_searches('terror "human')
