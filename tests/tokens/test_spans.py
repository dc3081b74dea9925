import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.tokens import TokenIndex, chunks, tokenise

TEXTS = st.text(st.sampled_from("aЯ\u0301’-./(3 ¶\n\t\u2003\x85\x1c\ud800😀"), max_size=40) | st.text(
    max_size=40
)


@given(st.lists(TEXTS, max_size=4))
def test_spans_are_those_of_the_whole_text(texts):
    index = TokenIndex.build(texts)
    for number, text in enumerate(texts):
        tokens = tokenise(text)
        spans = index.spans({number: text}, np.full(len(tokens), number), np.arange(len(tokens)))
        assert spans.start.tolist() == [token.start for token in tokens]
        assert spans.end.tolist() == [token.end for token in tokens]


def test_marks_beside_a_token_are_its_own():
    text = "We (“all”), said/agreed ."
    spans = TokenIndex.build([text]).spans({0: text}, np.zeros(4, np.int64), np.arange(4))
    assert [text[a:b] for a, b in zip(spans.left, spans.right, strict=True)] == [
        "We",
        "(“all”),",
        "said/",
        "/agreed",
    ]


def test_positions_in_any_order():
    text = "\n\n¶ One\n\n\n\ntwo, (three)/four . . five"
    spans = TokenIndex.build(["", text]).spans({1: text}, np.full(4, 1), np.array([4, 2, 0, 2]))
    assert [text[start:end] for start, end in zip(spans.start, spans.end, strict=True)] == [
        "five",
        "three",
        "One",
        "three",
    ]


def test_a_long_run_of_chunks_without_a_token():
    text = "Contents " + ". " * 70_000 + "page"
    spans = TokenIndex.build([text]).spans({0: text}, np.array([0]), np.array([1]))
    assert text[spans.start[0] : spans.end[0]] == "page"


@pytest.mark.parametrize("batch", [1, 5, 1000])
def test_batches_do_not_move_them(monkeypatch, batch):
    monkeypatch.setattr(chunks, "_BATCH", batch)
    texts = ["a b", None, "\n\nc (d)", "e"]
    index = TokenIndex.build(texts)
    spans = index.spans({2: texts[2], 3: "e"}, np.array([2, 3]), np.array([1, 0]))
    assert spans.start.tolist() == [5, 0]
