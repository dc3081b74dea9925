"""Whole journals: items and their parts, pages, decisions, sentences, summaries; what is lost is said."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osce_analysis.documents import parse
from osce_analysis.documents.journals import read_interventions
from osce_analysis.documents.records import Intervention

CLEAN = """PC.JOUR/9001
14 May 2020
Original: ENGLISH

Chairmanship: Ruritania

9001st PLENARY MEETING OF THE COUNCIL

1. Date: Thursday, 14 May 2020

Opened: 10 a.m.
Closed: 1 p.m.

2. Chairperson: Ambassador A. Example

Prior to taking up the agenda, the Chairperson welcomed a guest. Iceland thanked the
Council for its sympathy (PC.DEL/9101/20).

3. Subjects discussed - Statements - Decisions/documents adopted:

Agenda item 1: REPORT BY THE HEAD OF THE OSCE MISSION
TO SERBIA

Chairperson, Head of the OSCE Mission to Serbia (PC.FR/90/20 OSCE+), Malta-European
Union (with the candidate countries Albania and Serbia; as well as Georgia, in alignment)
(PC.DEL/9102/20), Canada

PCOEW9001

- 2 -

PC.JOUR/9001
14 May 2020

Agenda item 2: DECISION ON A THEME (EBS) 12.2

Chairperson

Decision: The Permanent Council adopted Decision No. 9001 (PC.DEC/9001) on a theme, the
text of which is appended to this journal.

Norway (interpretative statement, see attachment 1 to the decision), Türkiye (also on
behalf of Iceland and Malta) (interpretative statement, see attachment 2 to the decision)

Agenda item 3: REVIEW OF CURRENT ISSUES

Chairperson

(a) Elections in Malta, held on 3 May 2020: Malta (PC.DEL/9103/20), Canada (PC.DEL/9104/20
OSCE+)

(b) Right of reply of Norway (Svalbard): Norway

Agenda item 4: ANY OTHER BUSINESS

Farewell to the Permanent Representative of Canada: Chairperson, Canada, Iceland

4. Next meeting:

Thursday, 21 May 2020, at 10 a.m., in the Neuer Saal

PC.JOUR/9001
14 May 2020
Annex 1

STATEMENT BY THE DELEGATION OF NORWAY

Agenda item 9: this belongs to a statement, Latvia, Estonia
"""
ON = date(2020, 5, 14)
FLAT = " ".join(CLEAN.split())


def read(text: str, language: str = "en") -> tuple[Intervention, ...]:
    return read_interventions(text, journal="PC.JOUR/9001", on=ON, language=language)[0]


@pytest.mark.parametrize("text", [CLEAN, FLAT], ids=["clean", "on one line"])
def test_items_and_their_parts(text: str) -> None:
    rows = [(row.item, row.order, row.actor, row.role) for row in read(text)]
    assert rows == [
        ("preamble", 1, "ISL", "delivers"),
        ("1", 1, "CHAIR", "delivers"),
        ("1", 2, "OSCE", "delivers"),
        ("1", 3, "EU", "delivers"),
        ("1", 3, "ALB", "aligned"),
        ("1", 3, "SRB", "aligned"),
        ("1", 3, "GEO", "aligned"),
        ("1", 4, "CAN", "delivers"),
        ("2", 1, "CHAIR", "delivers"),
        ("2", 2, "NOR", "delivers"),
        ("2", 3, "TUR", "delivers"),
        ("2", 3, "ISL", "represented"),
        ("2", 3, "MLT", "represented"),
        ("3", 1, "CHAIR", "delivers"),
        ("3(a)", 1, "MLT", "delivers"),
        ("3(a)", 2, "CAN", "delivers"),
        ("3(b)", 1, "NOR", "delivers"),
        ("4", 1, "CHAIR", "delivers"),
        ("4", 2, "CAN", "delivers"),
        ("4", 3, "ISL", "delivers"),
    ]


@pytest.mark.parametrize("text", [CLEAN, FLAT], ids=["clean", "on one line"])
def test_titles_of_items(text: str) -> None:
    titles = {row.item: row.item_title for row in read(text) if row.item != "preamble"}
    assert titles == {
        "1": "REPORT BY THE HEAD OF THE OSCE MISSION TO SERBIA",
        "2": "DECISION ON A THEME (EBS) 12.2",
        "3": "REVIEW OF CURRENT ISSUES",
        "3(a)": "Elections in Malta, held on 3 May 2020",
        "3(b)": "Right of reply of Norway (Svalbard)",
        "4": "Farewell to the Permanent Representative of Canada",
    }


def test_ids_papers_and_those_spoken_for() -> None:
    rows = {row.intervention_id: row for row in read(CLEAN) if row.role == "delivers"}
    assert rows["PC.DEL/9102/20"].delivered_by == "MLT"
    assert rows["PC.DEL/9104/20"].distribution == "OSCE+"
    assert rows["PC.JOUR/9001#2.3"].on_behalf_of == "ISL;MLT"
    assert rows["PC.JOUR/9001#3.1"].actor == "CHAIR"
    assert {row.date for row in rows.values()} == {ON}
    assert {row.journal for row in rows.values()} == {"PC.JOUR/9001"}
    assert len(rows) == sum(row.role == "delivers" for row in read(CLEAN))


def test_those_in_a_bracket_share_the_id_of_the_speaker() -> None:
    rows = [row for row in read(CLEAN) if row.intervention_id == "PC.DEL/9102/20"]
    assert [row.actor for row in rows] == ["EU", "ALB", "SRB", "GEO"]
    assert {row.symbol for row in rows} == {"PC.DEL/9102/20"}


def test_a_clean_journal_has_no_problem() -> None:
    assert read_interventions(CLEAN, journal="PC.JOUR/9001", on=ON, language="en")[1] == ()


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            "Malta, (PC.DEL/9105/20), Canada",
            "PC.JOUR/9001, item 1, speaker 2 (PC.DEL/9105/20): a name is lost; the row has no actor.",
        ),
        (
            "Mlata (PC.DEL/9105/20)",
            "PC.JOUR/9001, item 1, speaker 1 (PC.DEL/9105/20): the name 'Mlata' is not known; the row has no actor.",
        ),
        (
            "-European Union (PC.DEL/9105/20)",
            "PC.JOUR/9001, item 1, speaker 1 (PC.DEL/9105/20): the State that reads for the group is lost.",
        ),
        (
            "- (with the candidate country Albania, in alignment) (PC.DEL/9105/20)",
            "PC.JOUR/9001, item 1, speaker 1: a name is lost; it is read as the European Union because candidate "
            "countries and others align with it.",
        ),
        (
            "- (with Iceland and Norway, in alignment) (PC.DEL/9105/20)",
            "PC.JOUR/9001, item 1, speaker 1 (PC.DEL/9105/20): a name is lost; the row has no actor.",
        ),
        (
            "Malta-European Union (with the candidate countries Albania, and ; in alignment)",
            "PC.JOUR/9001, item 1, speaker 1: the list in the bracket has lost names.",
        ),
        (
            "Malta-European Union (with the candid",
            "PC.JOUR/9001, item 1, speaker 1: the list is cut off; who else is on it is not known.",
        ),
        (
            "Malta-European Union (with the candidate countries Albania and Serbia; as well as Geor",
            "PC.JOUR/9001, item 1, speaker 1: the list is cut off; who else is on it is not known.",
        ),
    ],
)
def test_what_is_lost_is_said(entry: str, sentence: str) -> None:
    _, problems = read_interventions(f"Agenda item 1: THEME {entry}", journal="PC.JOUR/9001")
    assert [problem.problem for problem in problems] == [sentence]
    assert {problem.step for problem in problems} == {"journals"}


def test_a_ministerial_meeting_tells_its_speakers_in_sentences() -> None:
    text = """Agenda item 1: OPENING OF THE MEETING The Minister for Foreign Affairs of Malta, Mr. E. Example,
    Chairman-in-Office, declared the meeting open. Agenda item 2: ADDRESS BY THE PRESIDENT
    The President of Iceland, Ms. A. Example, addressed the Meeting (MC.DEL/91/21).
    Agenda item 3: ADDRESS The President of the OSCE Parliamentary Assembly addressed the Meeting (MC.DEL/92/21)."""
    rows = read_interventions(text, journal="MC(28).JOUR/1", language="en")[0]
    assert [(row.item, row.actor, row.symbol) for row in rows] == [
        ("2", "ISL", "MC.DEL/91/21"),
        ("3", "OSCE-PA", "MC.DEL/92/21"),
    ]


def test_a_subject_without_a_letter_after_a_point_of_order() -> None:
    text = """Agenda item 2: REVIEW OF ISSUES Chairperson Point of order: Belarus (Annex 4), Chairperson
    Landing of a flight on 3 May 2020: Malta-European Union (PC.DEL/9106/20), Canada"""
    rows = [(row.order, row.actor, row.item_title) for row in read(text)]
    assert rows == [
        (1, "CHAIR", "REVIEW OF ISSUES"),
        (2, "BLR", "REVIEW OF ISSUES"),
        (3, "CHAIR", "REVIEW OF ISSUES"),
        (4, "EU", "Landing of a flight on 3 May 2020"),
        (5, "CAN", "Landing of a flight on 3 May 2020"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Report of a mission (see annex 1 to this journal). The Council adopted Decision No. 9001 on a theme "
            "(Malta-European Union, interpretative statement 1; Norway, also on behalf of Iceland and Canada, "
            "interpretative statement 2).",
        ),
        (
            "de",
            "Bericht einer Mission (siehe Anhang 1). Der Rat verabschiedete den Beschluss Nr. 9001 (Malta – "
            "Europäische Union, interpretative Erklärung 1; Norwegen, auch im Namen von Island und Kanada, "
            "interpretative Erklärung 2).",
        ),
        (
            "it",
            "Il Consiglio ha adottato la Decisione N.9001 sul tema (Malta-Unione europea, dichiarazione "
            "interpretativa 1; Norvegia, anche a nome dei seguenti Paesi: Islanda e Canada, dichiarazione "
            "interpretativa 2).",
        ),
        (
            "fr",
            "Le Conseil a adopté la Décision N° 9001 (Malte-Union européenne, déclaration interprétative 1 ; "
            "Norvège, également au nom de l’Islande et du Canada, déclaration interprétative 2).",
        ),
    ],
)
def test_a_summary_names_those_who_made_interpretative_statements(language: str, text: str) -> None:
    rows = read(text, language)
    assert [(row.order, row.actor, row.delivered_by, row.role) for row in rows] == [
        (1, "EU", "MLT", "delivers"),
        (2, "NOR", None, "delivers"),
        (2, "ISL", None, "represented"),
        (2, "CAN", None, "represented"),
    ]
    assert rows[1].on_behalf_of == "ISL;CAN"
    assert {row.item for row in rows} == {None}


def test_a_journal_without_a_symbol_goes_by_body_and_number() -> None:
    rows, _ = read_interventions("Agenda item 1: THEME Canada", journal=None, body="FSC", number=9001)
    assert [(row.journal, row.intervention_id) for row in rows] == [("FSC.JOUR/9001", "FSC.JOUR/9001#1.1")]


def test_parse_reads_a_journal_and_gives_it_no_signatories() -> None:
    document = parse(CLEAN)[0]
    assert (document.kind, document.symbol, document.signatories) == ("journal", "PC.JOUR/9001", ())
    assert [row.actor for row in document.interventions if row.item == "1"][:3] == ["CHAIR", "OSCE", "EU"]
    assert document.problems == ()


PIECES = st.sampled_from(
    [
        "Agenda item 1:", "Punkt 2 der Tagesordnung:", "(", ")", "((", ",", ";", ":", "-", "(a) ", "Malta",
        "European Union", "Chairperson", "(PC.DEL/9001/20 OSCE+)", "also on behalf of", "in alignment", "Annex 1",
        "Decision:", "appended to this journal.", "\n\n", "PCOEW9275 - 2 - PC.JOUR/9001 3 May 2020", "THEME",
        "addressed the Meeting", "interpretative statement 2", "¶", "\x00", "of America",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_rows_that_hold_together(text: str) -> None:
    rows, problems = read_interventions(text, journal="PC.JOUR/9001", on=ON, language="en")
    speakers = {(row.item, row.order) for row in rows if row.role == "delivers"}
    assert {(row.item, row.order) for row in rows} == speakers
    assert all(row.actor is not None for row in rows if row.role != "delivers")
    assert all(problem.problem.endswith(".") for problem in problems)
    assert len(set(rows)) >= len(speakers)


@pytest.mark.parametrize(
    "unit",
    [
        "Malta (PC.DEL/9001/20 OSCE+), Canada, ",
        "(",
        "()",
        ",",
        "Chairperson Malta: ",
        "(a) Malta: ",
        "Agenda item 1: ",
        "Decision: ",
        "also on behalf of ",
        "¶ - 2 - ",
        "Malta-",
        "(Annex 1; ",
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    def seconds(length: int) -> float:
        text = "Agenda item 1: THEME " + unit * (length // len(unit))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            read(text)
            best = min(best, time.process_time() - start)
        return best

    read("Agenda item 1: THEME Malta")
    # Four times the text takes four times the time; sixteen would be a square.
    assert seconds(32_000) < 8 * max(seconds(8_000), 0.01)


def test_several_who_speak_before_the_agenda() -> None:
    text = """PC.JOUR/9002 1 May 2020

    The Chairperson, Malta-European Union, the Holy See and Iceland
    (PC.DEL/9050/20 OSCE+) extended condolences to Norway.

    Agenda item 1: A THEME Chairperson, Canada"""
    rows = read_interventions(text, journal="PC.JOUR/9002", on=date(2020, 5, 1), language="en")[0]
    assert [(row.item, row.actor, row.delivered_by, row.symbol) for row in rows] == [
        ("preamble", "CHAIR", None, None),
        ("preamble", "EU", "MLT", None),
        ("preamble", "VAT", None, None),
        ("preamble", "ISL", None, "PC.DEL/9050/20"),
        ("1", "CHAIR", None, None),
        ("1", "CAN", None, None),
    ]


def test_speakers_in_a_paragraph_of_their_own_before_the_agenda() -> None:
    text = "2. Chairperson: Ambassador A. Example\n\nChairperson, Malta (Annex 1)\n\nAgenda item 1: A THEME Canada"
    rows = read_interventions(text, journal="PC.JOUR/9002", on=date(2020, 5, 1), language="en")[0]
    assert [(row.item, row.actor) for row in rows] == [
        ("preamble", "CHAIR"),
        ("preamble", "MLT"),
        ("1", "CAN"),
    ]
    assert rows[1].symbol == "PC.JOUR/9002/Annex.1"


def test_a_summary_that_is_cut_off_in_a_bracket() -> None:
    text = "It adopted Decision No. 9 (Malta, also on behalf of Norway and Iceland, interpretative statement 1; Cana"
    rows = read_interventions(text, journal="PC.JOUR/9002", on=date(2020, 5, 1), language="en")[0]
    assert [(row.actor, row.role) for row in rows][:3] == [
        ("MLT", "delivers"),
        ("NOR", "represented"),
        ("ISL", "represented"),
    ]


def test_a_summary_cut_off_before_its_mark() -> None:
    text = "Anrufung eines Mechanismus (Kanada, auch im Namen von Island und der Schw"
    rows, problems = read_interventions(text, journal="PC.JOUR/9002", on=date(2020, 5, 1), language="de")
    assert [(row.actor, row.role) for row in rows] == [("CAN", "delivers"), ("ISL", "represented")]
    assert [row.list_shown for row in rows] == ["cut", "cut"]
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        (
            "Malta-European Union (with the candidate country Serbia, in alignment) (PC.DEL/9001/21)",
            ["yes", "yes"],
        ),
        ("Malta-European Union (with the candidate country Serbia", ["cut", "cut"]),
        ("Malta-European Union (with the candidate countries Serbia, and ; in alignment)", ["cut", "cut"]),
        ("Norway (PC.DEL/90", ["yes"]),  # a symbol is torn, no list
    ],
)
def test_a_row_tells_whether_its_list_was_read_to_its_end(entry: str, shown: list[str]) -> None:
    rows, _ = read_interventions(f"Agenda item 1: THEME {entry}", journal="PC.JOUR/9001")
    assert [row.list_shown for row in rows] == shown


def test_what_was_presented_is_no_speaker() -> None:
    text = "Agenda item 2: SECURITY DIALOGUE Presentation by Ms. N. Doe, Director of an institute"
    assert read_interventions(text, journal="FSC.JOUR/9002", language="en") == ((), ())
    text += "\n\nChairperson, Malta (FSC.DEL/9001/21)"
    rows, _ = read_interventions(text, journal="FSC.JOUR/9002", language="en")
    assert [row.actor for row in rows] == ["CHAIR", "MLT"]


def test_annexes_of_a_council_s_summary_without_a_symbol() -> None:
    text = (
        "Journal of the 9003rd Plenary Meeting of the Permanent Council\n\nCanada (Annex 1). Wages in Malta. "
        "The Permanent Council adopted Decision No. 9 (Norway, interpretative statement 1; Iceland, Annex 2)."
    )
    rows = parse(text)[0].interventions
    assert [(row.actor, row.symbol) for row in rows] == [
        ("CAN", "PC.JOUR/9003/Annex.1"),
        ("NOR", None),
        ("ISL", "PC.JOUR/9003/Annex.2"),
    ]


def test_the_verb_of_a_speaker_is_found_over_a_paragraph_s_end() -> None:
    text = (
        "Punto 1 dell’ordine del giorno: ALLOCUZIONE\n\nS.E. A. Esempio, Ministro degli affari esteri di Malta, "
        "Presidente in\n\nesercizio dell’OSCE, ha rivolto un’allocuzione all’assemblea (MC.DEL/9008/21)."
    )
    rows = read_interventions(text, journal="MC(99).JOUR/1", on=date(2020, 5, 1), language="it")[0]
    assert [(row.actor, row.symbol) for row in rows] == [("CHAIR", "MC.DEL/9008/21")]
