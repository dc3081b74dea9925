"""What holds for any text: no exception, true spans, order, no overlap, and time that grows with length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osce_analysis.documents.citations import find_citations

PIECES = [
    "Decision", "No.", "Nos.", "3/04", "1202", "Ministerial Council", "Security Council", "resolution", "242",
    "(1967)", "(XV)", "UN Charter", "the Charter", "Article", "2 (4)", "of the", ",", " and ", "\n", "-\n", "\u00ad",
    "\u00a0", "MC.DEC/3/04", "S/RES/", "A/", "Vienna Document", "2011", "(", ")", "annex", "решение №", "Устав ООН",
    "e\u0301", "İ", "ß", "ibid.", "draft", "a ", "Code of Conduct", "1325 and its follow-up resolutions", " ", ".",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS | st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_spans_return_the_surface_in_order_without_overlap(text: str) -> None:
    end = 0
    for one in find_citations(text):
        assert text[one.start : one.end] == one.surface
        assert end <= one.start < one.end
        assert all(text[cue.start : cue.end] == cue.cue for cue in one.cues)
        end = one.end


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, span=st.tuples(st.integers(0, 80), st.integers(0, 80)).map(sorted))
def test_nothing_is_found_in_what_is_skipped(text: str, span: list[int]) -> None:
    start, end = span
    for one in find_citations(text, skip=((start, end),)):
        assert min(one.end, end) <= max(one.start, start)


# Each would take a time that grows with the square of its length, were it read again and again.
REPEATED = [
    "the Charter ", "Article 1, ", "Articles 1 and ", "Decision No. 3/04, ", "Decision ", "a b c d ", "No. ", "1, ",
    "resolution 242 (1967) and its follow-up resolutions ", "resolutions ", "Security Council ", "draft ", "(", "a/",
    "S/RES/242, ", "MC.DEC/3/04, ", "242 (1967), ", "a-\n", "\u00ad", "not ", "the Final Act of the ", "решение № ",
    "Vienna ", "paragraph 1 of ", " ", "\n", "reaffirm ", "ibid. ", "1970 ", "1325 and ", "S/1, Add.1 and 2 ",
    "that resolution ", "resolution 51/210 and ", "Vienna Document 1994 and ",
    "resolution 60/1, by which all, and 61/1 ",
]  # fmt: skip
ONCE, LONGER, FASTEST_OF = 1_500, 6_000, 3
# Four times the text takes four times the time; sixteen would be a square. Below the floor the clock tells nothing.
MOST, FLOOR = 8, 0.02


@pytest.mark.parametrize("piece", REPEATED)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    def seconds(times: int) -> float:
        text, taken = piece * times, []
        for _ in range(FASTEST_OF):
            started = time.process_time()
            find_citations(text)
            taken.append(time.process_time() - started)
        return min(taken)

    find_citations(piece)
    assert seconds(LONGER) < MOST * max(seconds(ONCE), FLOOR)


# All forms in turn, without a full stop: one sentence, in which each could look back at all the others.
MIXED = (
    "we recall resolution 242 (1967) of the Security Council and that resolution, the UN Charter, Articles 1 and 2 (4) "
    "of the Charter, MC.DEC/3/04, Permanent Council Decisions Nos. 1039, 1106 and 1202, the Vienna Document 2011, "
    "A/RES/60/1, resolution 51/210, S/2017/375, Add.1 and 2, the Treaty on Open Skies and that Treaty; "
)


def test_the_time_of_many_citations_grows_with_their_number() -> None:
    def seconds(times: int) -> float:
        text, taken = MIXED * times, []
        for _ in range(FASTEST_OF):
            started = time.process_time()
            found = find_citations(text)
            taken.append(time.process_time() - started)
        assert len(found) > 15 * times
        return min(taken)

    find_citations(MIXED)
    assert seconds(240) < MOST * max(seconds(60), FLOOR)


def test_many_numbers_of_one_word_are_read_in_one_pass() -> None:
    text = (
        "resolutions "
        + ", ".join(f"{number} (1967)" for number in range(233, 245))
        + " of the Security Council"
    )
    assert [one.instrument for one in find_citations(text)] == [
        f"S/RES/{number}" for number in range(233, 245)
    ]
