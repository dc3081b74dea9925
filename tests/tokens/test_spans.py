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
        starts, ends = index.spans(number, text, np.arange(len(tokens)))
        assert starts.tolist() == [token.start for token in tokens]
        assert ends.tolist() == [token.end for token in tokens]


def test_positions_in_any_order():
    text = "\n\n¶ One\n\n\n\ntwo, (three)/four . . five"
    starts, ends = TokenIndex.build(["", text]).spans(1, text, np.array([4, 2, 0, 2]))
    assert [text[start:end] for start, end in zip(starts, ends, strict=True)] == [
        "five",
        "three",
        "One",
        "three",
    ]


def test_a_long_run_of_chunks_without_a_token():
    text = "Contents " + ". " * 70_000 + "page"
    (start,), (end,) = TokenIndex.build([text]).spans(0, text, np.array([1]))
    assert text[start:end] == "page"


@pytest.mark.parametrize("batch", [1, 5, 1000])
def test_batches_do_not_move_them(monkeypatch, batch):
    monkeypatch.setattr(chunks, "_BATCH", batch)
    texts = ["a b", None, "\n\nc (d)", "e"]
    index = TokenIndex.build(texts)
    assert [index.spans(2, texts[2], np.array([1]))[0][0], index.spans(3, "e", np.array([0]))[0][0]] == [5, 0]
