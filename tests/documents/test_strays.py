"""Official blocks, heads of pages and job numbers in sentences; a text printed twice."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.documents import parse
from osce_analysis.documents.layout import fold
from osce_analysis.documents.reprints import printed_once
from osce_analysis.documents.strays import unthread

DISCLAIMER = (
    "The OSCE Secretariat bears no responsibility for what this invented text says and circulates it as it is. Its "
    "distribution is without prejudice to OSCE decisions, as set out in documents agreed by OSCE participating States."
)
OFFICIAL = "PC.DEL/9401/19\n3 May 2019\n\nENGLISH only\n\n"
TITLE = (
    "STATEMENT BY THE DELEGATION OF MALTA AT THE 9230th MEETING OF THE PERMANENT COUNCIL\n\n2 May 2019\n\n"
)
BEFORE = "Mr. Chair,\n\nWe welcome the bridge and thank "
AFTER = "those who built it, for it joins two banks.\n\nThank you."
PAGE = "PC.DEL/9401/19 3 May 2019 "


def column(*threads: tuple[str, str]) -> str:
    """The disclaimer with a piece of the right column after some of its words."""
    text = DISCLAIMER
    for after, piece in threads:
        text = text.replace(after, f"{after}{piece}", 1)
    return text


CASES = {
    "a block of lines": f"{TITLE}{BEFORE}\n\n{DISCLAIMER}\n\n{OFFICIAL}{AFTER}",
    "a block on one line": f"{TITLE}{BEFORE}\n\n{DISCLAIMER}\n\n{PAGE}OSCE+ ENGLISH only\n\n{AFTER}",
    "a block within a line": f"{TITLE}{BEFORE}{DISCLAIMER} {PAGE}ENGLISH only {AFTER}",
    "a block without disclaimer": f"{TITLE}{BEFORE}{PAGE}ENGLISH only {AFTER}",
    "a block among wrapped lines": f"{TITLE}{BEFORE}\n{DISCLAIMER}\n{OFFICIAL.replace(chr(10) * 2, chr(10))}{AFTER}",
    "the right column within the disclaimer": (
        column(("text says", " PC.DEL/9401/19"), ("distribution", " 3 May 2019"))
        + f"\n\nENGLISH only\n\n{TITLE}{BEFORE}{AFTER}"
    ),
    "the right column between its lines": (
        column(("text says", "\nPC.DEL/9401/19\n"))
        + f"\n3 May 2019\n\nENGLISH only\n\n{TITLE}{BEFORE}{AFTER}"
    ),
    "all of the right column": (
        column(("text says", " PC.DEL/9401/19 3 May 2019"), ("agreed", " ENGLISH only"))
        + f"\n\n{TITLE}{BEFORE}{AFTER}"
    ),
    "the head of a page": f"{OFFICIAL}{TITLE}{BEFORE}\n\n- 2 -\n\n{PAGE}\n\n{AFTER}",
    "the head of a page within a line": f"{OFFICIAL}{TITLE}{BEFORE}- 2 - {PAGE}{AFTER}",
    "it without a number": f"{OFFICIAL}{TITLE}{BEFORE}{PAGE}{AFTER}",
    "it after a job number": f"{OFFICIAL}{TITLE}{BEFORE}PCOEJ1296 - 2 - {PAGE}{AFTER}",
    "a job number within a sentence": f"{OFFICIAL}{TITLE}{BEFORE}MC28IW58 {AFTER}",
    "a job number on a line of its own": f"{OFFICIAL}{TITLE}{BEFORE}\nPCOEW5678\n{AFTER}",
    "a viewer's mark at the start": f"<<\n\n{OFFICIAL}{TITLE}{BEFORE}{AFTER}",
    "it before the symbol": f"<< {OFFICIAL}{TITLE}{BEFORE}{AFTER}",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_sentences_are_whole_and_the_head_is_read(text):
    (document,) = parse(text)
    assert (
        document.text
        == "Mr. Chair,\n\nWe welcome the bridge and thank those who built it, for it joins two banks."
    )
    assert (document.symbol, document.delegation) == ("PC.DEL/9401/19", "MLT")
    assert (document.issued, document.delivered) == (date(2019, 5, 3), date(2019, 5, 2))
    assert (document.language, document.original_language) == ("en", "en")
    assert document.title == TITLE.split("\n", 1)[0]


def test_a_block_between_paragraphs_leaves_both():
    (document,) = parse(
        f"{TITLE}{BEFORE}them.\n\n{OFFICIAL}Those who built it joined two banks.\n\nThank you."
    )
    assert document.symbol == "PC.DEL/9401/19"
    assert document.text.endswith("thank them.\n\nThose who built it joined two banks.")


def test_the_head_of_a_page_goes_with_its_label_but_not_where_an_annex_begins():
    head = "PC.JOUR/9230 2 May 2019 Annex 1"
    assert unthread(f"{OFFICIAL}We agree with - 2 - {head} all of it.").endswith("We agree with all of it.")
    begun = f"{OFFICIAL}We agree. - 3 - {head} ENGLISH Original: RUSSIAN STATEMENT"
    assert unthread(begun) == begun


AS_IT_IS = {
    "a cited symbol": f"{OFFICIAL}{BEFORE}PC.DEL/9402/19 for that.",
    "a cited decision and its day": f"{OFFICIAL}{BEFORE}(PC.DEC/1039, 26 April 2012) all.",
    "the next document": f"{TITLE}{BEFORE}them.\n\n{OFFICIAL}STATEMENT BY THE DELEGATION OF NORWAY\n\nMr. Chair,",
    "a name like a job number": f"{OFFICIAL}{BEFORE}the AC130 and the EF2000 crews.",
    "a dash with a number": f"{OFFICIAL}{BEFORE}all - 2 - of them.",
    "no symbol at all": f"{TITLE}{BEFORE}{AFTER}",
    "": "",
}


@pytest.mark.parametrize("text", AS_IT_IS.values(), ids=AS_IT_IS.keys())
def test_what_is_no_stray_stays(text):
    assert unthread(text) == text


PRINT = f"{OFFICIAL}{TITLE}{BEFORE}{AFTER} "
LONGER = PRINT + " ".join(f"word{number}" for number in range(60))
TWICE = {
    "the whole": f"{LONGER}\n\n{LONGER}",
    "on one line, then by lines": f"{LONGER.replace(chr(10), ' ')}\n\n{LONGER}",
    "by lines, then on one line": f"{LONGER}\n\n{LONGER.replace(chr(10), ' ')}",
}


@pytest.mark.parametrize("text", TWICE.values(), ids=TWICE.keys())
def test_a_text_printed_twice_is_read_once(text):
    (document,) = parse(text)
    assert (document.symbol, document.delegation) == ("PC.DEL/9401/19", "MLT")
    assert document.text.count("We welcome the bridge") == 1
    assert [problem.problem for problem in document.problems] == [
        "The text stands twice in the file: it is read once."
    ]


def test_the_print_with_its_lines_is_kept():
    flat = LONGER.replace("\n", " ")
    assert printed_once(f"{flat}\n\n{LONGER}") == (LONGER, True)
    assert printed_once(f"{LONGER}\n\n{flat}") == (LONGER, True)


@pytest.mark.parametrize(
    "text",
    [
        LONGER,
        "We agree. " * 3,
        f"{LONGER} {LONGER[: len(LONGER) // 3]}",  # a part that is said again
        " ".join(f"first{number}" for number in range(90))
        + " ".join(f"second{number}" for number in range(90)),
        "",
    ],
)
def test_a_text_printed_once_stays(text):
    assert printed_once(text) == (text, False)


@given(st.text(alphabet="PC.DEL/9019 3May-2\nwe,thk", max_size=200))
def test_words_are_only_moved_or_taken_out(text):
    folded = fold(text)
    words = Counter(folded.split())
    assert not Counter(unthread(folded).split()) - words
    once, twice = printed_once(folded)
    assert not Counter(once.split()) - words
    assert twice or once == folded


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "- 2 - PC.DEL/9401/19 3 May 2019 and ",
            "PC.DEL/9401/19 ",
            "PCOEW1 and ",
            "The OSCE Secretariat bears no responsibility ",
        ),
        *(
            "PC.DEL/9401/19 3 May 2019 ENGLISH only\n",
            "word ",
            "- 2 - ",
            "PC" * 10,
            f"{DISCLAIMER}\n",
            "Mr. Chair,\n",
        ),
    ],
)
def test_strays_and_reprints_take_linear_time(piece, timed):
    def seconds(times):
        text = piece * times
        return timed(lambda: (unthread(text), printed_once(text)))

    seconds(50)
    assert seconds(4_000) < 8 * max(seconds(1_000), 0.01)
