"""Four times the text must take about four times the time: no pattern may backtrack."""

import time

import pytest

from osce_analysis.documents.closings import closing_kind
from osce_analysis.documents.dates import find_date_ranges
from osce_analysis.documents.disclaimers import is_disclaimer
from osce_analysis.documents.header import read_header
from osce_analysis.documents.languages import read_language
from osce_analysis.documents.layout import blocks, fold
from osce_analysis.documents.markdown import unmark
from osce_analysis.documents.meetings import find_meeting
from osce_analysis.documents.openings import opens_body
from osce_analysis.documents.page_lines import is_page_line, published_on
from osce_analysis.documents.parts import paragraphs_in
from osce_analysis.documents.places import find_place
from osce_analysis.documents.sentences import sentences
from osce_analysis.documents.symbols import find_symbols
from osce_analysis.documents.titles import subject_of
from osce_analysis.documents.unfolding import unfold

STEPS = {
    "fold": fold,
    "blocks": blocks,
    "unmark": lambda text: unmark(text.split("\n")),
    "symbols": find_symbols,
    "dates": find_date_ranges,
    "language": read_language,
    "meeting": find_meeting,
    "place": find_place,
    "subject": subject_of,
    "closing": closing_kind,
    "disclaimer": is_disclaimer,
    "opening": lambda text: opens_body(text, titled=True),
    "page line": is_page_line,
    "published": published_on,
    "sentences": sentences,
    "paragraphs": paragraphs_in,
    "header": lambda text: read_header(unfold(blocks(text))),
}
# What a pattern of each step begins to match and then cannot finish.
ADVERSARIAL = [
    "a",
    " ",
    "\n",
    "A ",
    ". ",
    "...",
    "**a ",
    "*a* ",
    "_a_",
    "[a](",
    "\\",
    "- ",
    "1 ",
    "1. ",
    "PC.DEL/",
    "PC (",
    "PC.DEC/1/Rev.",
    "3 December ",
    "3 - ",
    "2020 ",
    "twenty-",
    "the one hundred and ",
    "on ",
    "Vienna, ",
    "Original: ",
    "ENGLISH ",
    "OSCE ",
    "The OSCE Secretariat bears no responsibility ",
    "statement attached ",
    "Thank you ",
    "issued on ",
    "• a ",
    "S T A ",
    "Mr. ",
    "Date: ",
    "a\n",
    "a-\n",
    "\n \n",
    ", ",
    "«",
    "word ",
    "Слово ",
]


def seconds(step, text):
    """The best of three runs, each of another text: one that is remembered takes no time."""
    best = float("inf")
    for number in range(3):
        text = f"{number} {text}"
        start = time.process_time()
        step(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("step", STEPS)
def test_growth(step):
    for piece in ADVERSARIAL:
        text = piece * (2_000 // len(piece))
        once = seconds(STEPS[step], text)
        four = seconds(STEPS[step], text * 4)
        assert four < max(8 * once, 0.03), (piece, once, four)
