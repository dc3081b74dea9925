import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.documents.furniture import drop_furniture
from osce_analysis.documents.layout import blocks, fold
from osce_analysis.documents.markdown import unmark
from osce_analysis.documents.wrapping import join_lines, wrap_width


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("No.\u00a03/04, 5\u202f000", "No. 3/04, 5 000"),
        ("co\u00adoperation", "cooperation"),
        ("Vice-\u00ad\u2010President", "Vice-President"),  # one hyphen, as some programs write it
        ("the sover\u00ad\neignty", "the sover-\neignty"),  # a soft hyphen that is seen
        ("\ufeffMC\u200b.DEL", "MC.DEL"),
        ("e\u0301te\u0301", "été"),  # NFC
        ("\u200fMC\u202a", "MC"),  # right-to-left marks
        ("a\x0cb", "a\nb"),  # a page's end
        ("a\x00b", "ab"),
        ("a\tb", "a b"),
        ("a\ufb03liation, \ufb01rst", "affiliation, first"),  # ligatures
        ("\uf0b7 One\uf020\uf02d two", "• One - two"),  # characters of a symbol font
        ("co\u2010operation, non\u2011use", "co-operation, non-use"),  # hyphens that are no minus sign
    ],
)
def test_fold(raw, folded):
    assert fold(raw) == folded


@pytest.mark.parametrize(
    ("lines", "plain", "bold"),
    [
        (["**JOINT STATEMENT BY  ", "THE MINISTERS**"], ["JOINT STATEMENT BY", "THE MINISTERS"], True),
        (["# Statement by Canada"], ["Statement by Canada"], True),
        (["We **strongly** agree."], ["We strongly agree."], False),
        (["We *strongly* agree."], ["We strongly agree."], False),
        (["***Both*** marks"], ["Both marks"], False),
        (["__Title__"], ["Title"], True),
        (["Montenegro* and Albania* align."], ["Montenegro* and Albania* align."], False),  # footnote marks
        (["* North Macedonia continues."], ["* North Macedonia continues."], False),
        (["*North Macedonia continues."], ["*North Macedonia continues."], False),
        (["Croatia** too", "** As above"], ["Croatia** too", "** As above"], False),
        (["2 * 3 * 4"], ["2 * 3 * 4"], False),
        (["snake_case_name stays"], ["snake_case_name stays"], False),
        (["1\\. First\\*"], ["1. First*"], False),  # escapes
        (["one\\", "two"], ["one", "two"], False),  # a hard break
        (["> quoted", "> lines"], ["quoted", "lines"], False),
        (["see [the site](https://example.org/a)"], ["see the site"], False),
        (["[1] a note (2)"], ["[1] a note (2)"], False),
        (["- - -"], [""], False),
        (["S/2017/375 # 5"], ["S/2017/375 # 5"], False),
    ],
)
def test_marks_off(lines, plain, bold):
    assert unmark(lines) == (plain, bold)


def test_marks_come_off_each_block():
    assert [block.lines for block in blocks("**A**\n\n\n*b*  \nc")] == [("A",), ("b", "c")]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["threats", "", "- 2 -", "", "to peace"], ["threats", "to peace"]),  # within a sentence
        (["An end.", "– 2 –", "A start"], ["An end.", "", "A start"]),
        (["An end.", "", "Page 2 of 5", "", "A start"], ["An end.", "", "", "A start"]),
        (
            [
                "MC.DEL/9039/21",
                "3 December 2021",
                "One.",
                "- 2 -",
                "MC.DEL/9039/21",
                "3 December 2021",
                "Two.",
            ],
            ["MC.DEL/9039/21", "3 December 2021", "One.", "", "Two."],  # repeated on a later page
        ),
        (
            [
                "PC.JOUR/9296",
                "17 December 2020",
                "Chair,",
                "PCOEJ9296 - 2 - PC.JOUR/9296 17 December 2020",
                "Spain",
            ],
            ["PC.JOUR/9296", "17 December 2020", "Chair,", "", "Spain"],
        ),
        (["One.", "1", "Two.", "2", "Three.", "3"], ["One.", "", "Two.", "", "Three."]),  # bare page numbers
        (["One.", "7", "Two."], ["One.", "7", "Two."]),  # may be anything
        (["MC23EW79", "MC.DEL/9079/23", "One."], ["MC23EW79", "MC.DEL/9079/23", "One."]),  # a header's own
        (["30 January 2020", "Title", "30 January 2020"], ["30 January 2020", "Title", "30 January 2020"]),
        (["See MC.DEC/3/04.", "See MC.DEC/3/04."], ["See MC.DEC/3/04.", "See MC.DEC/3/04."]),
    ],
)
def test_furniture(lines, left):
    assert drop_furniture(lines) == left


WRAPPED = """We welcome the report of the Office and we thank its author for the
work of the past year. We shall study the recommendations with care and
come back to them in writing.
    The second matter concerns the media. No journalist may be held for
his or her words, and those who hold one should say on what ground and
for how long."""


def test_wrapped_lines_and_indents():
    first, second = blocks(WRAPPED)[0].lines
    assert first.startswith("We welcome")
    assert first.endswith("come back to them in writing.")
    assert second.startswith("The second matter")
    assert second.endswith("for how long.")


def test_ragged_lines_of_a_sentence_are_joined():
    run = [
        "Having received the letter of the Representative in which the matter was first set out for all of us,",
        "and the letter from the Member States",
        "contained in the same document, dated a day later, of the series that began on the day before it was sent,",
        "which recalls the resolutions that were adopted in",
        "1948 and 1949 on the matter.",
    ]
    assert join_lines(run, 105) == [" ".join(run)]


def test_a_greeting_stands_alone_though_the_text_goes_on_in_small_letters():
    run = [
        "Signor Presidente,",
        "l'Italia si riconosce pienamente nelle parole che abbiamo sentito in apertura della",
    ]
    assert join_lines([*run, "seduta."], 85) == [run[0], f"{run[1]} seduta."]


def test_a_paragraph_a_line():
    text = "\n".join(["We welcome the report of the Office. " * 6, "We thank its author. " * 9, "Thank you."])
    assert len(blocks(text)[0].lines) == 3


def test_short_paragraphs_a_line():
    lines = [f"This short paragraph, number {n} of several, ends on its own line here." for n in range(5)]
    assert list(blocks("\n".join(lines))[0].lines) == lines


def test_header_lines_stay_apart():
    text = f"MC.DEL/9039/21\n3 December 2021\nENGLISH\nOriginal: RUSSIAN\n\n{WRAPPED}"
    assert blocks(text)[0].lines == ("MC.DEL/9039/21", "3 December 2021", "ENGLISH", "Original: RUSSIAN")


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["full co-", "operation"], "full co-operation"),
        (["the govern-", "ment"], "the government"),
        (["the Organi-", "zation"], "the Organization"),
        (["die Sicher-", "heit"], "die Sicherheit"),  # a noun of German
        (["inter-", "national law"], "international law"),
        (["an inter-", "ethnic conflict"], "an inter-ethnic conflict"),
        (["our part-", "ners, and"], "our partners, and"),
        (["confidence-", "building"], "confidence-building"),
        (["gender-", "based violence"], "gender-based violence"),
        (["politico-", "military aspects"], "politico-military aspects"),
        (["the OSCE-", "led mission"], "the OSCE-led mission"),
        (["peut-", "être"], "peut-être"),
        (["vereinbarten sicher-", "heits- und"], "vereinbarten sicherheits- und"),
        (["военно-", "политических"], "военно-политических"),
        (["сотруд-", "ничества"], "сотрудничества"),
        (["the Chairperson-", "in-Office"], "the Chairperson-in-Office"),
        (["Nagorno-", "Karabakh"], "Nagorno-Karabakh"),
        (["the years 2019-", "2021"], "the years 2019-2021"),
        (["a dash –", "and more"], "a dash – and more"),
    ],
)
def test_hyphens_at_line_ends(lines, joined):
    filler = "and so on for the length of a line that is wrapped here at seventy"
    run = [f"{filler} {lines[0]}", f"{lines[1]} {filler}"]
    assert join_lines(run, 75) == [f"{filler} {joined} {filler}"]


def test_a_number_on_a_line_of_its_own_belongs_to_the_next():
    assert join_lines(["1.", "Date :", "2.", "Président :", "N. Lind"], None) == [
        "1. Date :",
        "2. Président :",
        "N. Lind",
    ]
    assert join_lines(["(a)", "to agree", "3."], None) == ["(a) to agree", "3."]  # nothing follows the last
    assert join_lines(["S", "eñor Presidente,"], None) == ["Señor Presidente,"]  # a large initial
    assert join_lines(["A", "Annex to the decision"], None) == ["A", "Annex to the decision"]


def test_width():
    assert wrap_width([]) is None
    assert wrap_width([["x" * 30] * 5]) is None  # a column of short lines
    assert wrap_width([["x" * 90] * 5 + ["x" * 400]]) is None  # one line is a paragraph
    assert wrap_width([["x " * 35] * 5]) == 70


@given(st.text())
def test_never_raises(text):
    for block in blocks(text):
        assert block.lines
        assert all(line == line.strip() and "\n" not in line for line in block.lines)


words = st.text("abcdefghij", min_size=2, max_size=9)
lines = st.lists(words, min_size=1, max_size=20).map(" ".join)


@given(st.lists(st.lists(lines, min_size=1, max_size=6), max_size=8))
def test_no_word_is_lost(runs):
    text = "\n\n".join("\n".join(run) for run in runs)
    assert " ".join(block.text for block in blocks(text)).split() == text.split()


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Albania", "San", "Marino", "Malta"], ["Albania", "San Marino", "Malta"]),
        (["Bosnia and", "Herzegovina"], ["Bosnia and Herzegovina"]),
        (["United States of", "America"], ["United States of America"]),
        (["United", "Kingdom"], ["United Kingdom"]),
        (["Saint-", "Marin"], ["Saint-Marin"]),
        (["North", "Macedonia"], ["North", "Macedonia"]),  # the second is a name by itself
        (["Malta", "Norway"], ["Malta", "Norway"]),
    ],
)
def test_the_name_of_a_state_broken_within_a_list_is_one(lines, joined):
    listed = ["I am speaking on behalf of the following countries:", *lines]
    assert [line for block in blocks("\n".join(listed)) for line in block.lines][1:] == joined
