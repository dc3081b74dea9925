"""Repeated passages: runs and whole sentences, counted once, and an index less some of its tokens."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.tokens import Repetition, TokenIndex, repeated

RULE = Repetition(words=4, texts=2, sentence_texts=3)
TEXTS = [
    "The candidate countries align themselves. We speak of peace.",
    "Thank you. Today the candidate countries align with us.",
    "Thank you. War is not peace.",
    "Thank you. We speak of peace.",
]


def words(index, mask):
    return [index.vocabulary[code] for code in index.codes[mask]]


def marked(texts, rows=None, rule=RULE, **options):
    index = TokenIndex.build(texts)
    rows = np.arange(len(texts)) if rows is None else np.array(rows)
    mask = repeated(index, rows, rule, **options)
    return [words(index, mask & (text == place)) for place in range(len(texts)) for text in [texts_of(index)]]


def texts_of(index):
    return np.repeat(np.arange(len(index.starts) - 1), index.counts())


def test_runs_in_two_texts_and_sentences_in_three():
    assert marked(TEXTS) == [
        ["The", "candidate", "countries", "align", "We", "speak", "of", "peace"],
        ["Thank", "you", "the", "candidate", "countries", "align"],
        ["Thank", "you"],
        ["Thank", "you", "We", "speak", "of", "peace"],
    ]


def test_the_first_text_in_the_order_given_keeps_its_passage():
    kept = marked(TEXTS, rows=[3, 2, 1, 0], spare_first=True)
    assert kept == [
        ["The", "candidate", "countries", "align", "We", "speak", "of", "peace"],
        ["Thank", "you"],
        ["Thank", "you"],
        [],
    ]


@pytest.mark.parametrize(
    ("opening", "left_out"),
    [
        ("We sign", False),  # two words outside the title are fewer than half a run of six
        ("Again and again we sign", True),
    ],
)
def test_a_title_that_several_cite_is_no_passage(opening, left_out):
    texts = [f"{opening} the Treaty on the Far Seas and Bays {place}." for place in ("here", "there")]
    index, rule = TokenIndex.build(texts), Repetition(words=6, texts=2, sentence_texts=3)
    start = texts[0].index("the Treaty")
    begins = np.array([start, start])
    titles = index.within(
        dict(enumerate(texts)), np.arange(2), begins, begins + len("the Treaty on the Far Seas and Bays")
    )
    mask = repeated(index, np.arange(2), rule, titles=titles)
    assert ("Treaty" in words(index, mask)) == left_out
    assert "Treaty" in words(index, repeated(index, np.arange(2), rule))


@pytest.mark.parametrize("sentences", range(6))
def test_fewer_sentences_than_would_have_to_be_alike(sentences):
    expected = ["We", "agree"] if sentences == 5 else []
    assert marked(["We agree."] * sentences, rule=Repetition()) == [expected] * sentences


def test_texts_that_are_not_looked_at_add_nothing_and_go_along():
    # "Thank you." is in two of those looked at and in three of all.
    assert marked(TEXTS, rows=[0, 1, 2])[3] == []
    both = [TEXTS[0], TEXTS[3], TEXTS[3]]
    assert marked(both, rows=[0, 1])[2] == ["We", "speak", "of", "peace"]


def test_a_passage_twice_in_one_text_is_not_shared():
    assert marked(["We speak of peace. We speak of peace.", "No."]) == [[], []]


def test_no_run_reaches_over_the_end_of_a_text():
    assert marked(["one two", "three four", "one two", "three four"], rule=Repetition(3, 2, 9)) == [[]] * 4


@given(st.lists(st.lists(st.sampled_from(["a", "b.", "c", "d"]), max_size=12), max_size=6))
def test_like_a_plain_search_for_shared_runs(texts):
    """Against a double loop over all runs of three words."""
    texts = [" ".join(text) for text in texts]
    index = TokenIndex.build(texts)
    of = texts_of(index)
    runs = [
        (tuple(index.codes[start : start + 3]), of[start], start)
        for start in range(len(index.codes) - 2)
        if of[start] == of[start + 2]
    ]
    expected = np.zeros(len(index.codes), bool)
    for run, _, start in runs:
        if len({text for other, text, _ in runs if other == run}) >= 2:
            expected[start : start + 3] = True
    found = repeated(index, np.arange(len(texts)), Repetition(3, 2, 99))
    assert found.tolist() == expected.tolist()


@given(
    st.lists(st.sampled_from(["one", "(two)", "three.", "MC.DEC/3/04", "a/b"]), max_size=9),
    st.integers(0, 999),
)
def test_what_remains_keeps_its_place_in_the_text(pieces, seed):
    text = " ".join(pieces)
    index = TokenIndex.build([text, text])
    mask = np.random.default_rng(seed).random(len(index.codes)) < 0.5
    less = index.without(mask)
    for row in (0, 1):
        size = less.counts()[row]
        starts, ends, _, _ = less.spans({row: text}, np.full(size, row), np.arange(size))
        codes = less.codes[less.starts[row] : less.starts[row + 1]]
        assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == [
            less.vocabulary[code] for code in codes
        ]
    assert len(less.codes) >= (~mask).sum()  # a chunk of several tokens goes as a whole only


def test_no_phrase_reaches_over_what_is_gone():
    index = TokenIndex.build(["human dignity rights"])
    less = index.without(np.array([False, True, False]))
    assert len(less.find("human rights").document) == 0
    assert len(less.find("rights").document) == 1


@pytest.mark.parametrize("texts", [[], [None], ["", "a"], ["a b c d e f g h i j k"]])
def test_small_corpora(texts):
    index = TokenIndex.build(texts)
    mask = repeated(index, np.arange(len(texts)))
    assert not mask.any()
    assert index.without(mask).codes.tolist() == index.codes.tolist()
