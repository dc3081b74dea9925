from datetime import date

import pytest

from osce_analysis.documents.page_lines import is_above_head, is_page_line, published_on


@pytest.mark.parametrize(
    "line",
    [
        "Skip Links",
        "Save this PDF as:",
        "Start display at page:",
        "Transcription",
        "2 of 9",
        "3 minute read",
        "Article notification Print Decrease font size Increase font size",
        "PDF version of statement.",
        "Speech/statement | Date: 18/11/1999",
        "09/12/2024 | Press release | Distributed by Public on 09/12/2024 06:30",
        "The hall before the meeting (OSCE/N. Doe)",
        "Photo: N. Doe",
        "Published: 10 September 2021; 15:00",
        "The press release issued by the Foreign Office on 14 December 2023.",
        "• Head of Mission",
        "Thank you for your participation!",  # to a reader's answer, not to the floor's
        "Ressources",
        "Informationsmaterial",
        "Testo completo",
        'Condividi "9219ª SEDUTA PLENARIA"',
        "Este sitio web utiliza cookies propias y de terceros para su funcionamiento.",
        "Proseguendo nella navigazione accetti l'utilizzo dei cookie.",
        "![](https://example.org/a.png?1)",
        "Назад",
        "Выступления и интервью Постпреда",
        "Categorías: Tratados",
        "Опубликовано чт, 05/10/2018 - 08:45",  # a day that cannot be told is a day all the same
        "Post on 01-Aug-2020",
        "Accessed 14 July 1999",
        "24",
        "(2)",
        "Ab Seite anzeigen:",
        "Dimensione: px",
        "Транскрипт",
        "B A S I L E A ___________________",
        "Vigesimoprimera Reunión del Consejo Ministerial … · 2018-01-31 ·...",
        "2. ©Bridges",
        "NOTA DE PRENSA 112",
        "Pressemitteilung Nr. 7/2020",
    ],
)
def test_page_lines(line):
    assert is_page_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Speech",  # the only title that a page may have
        "Statement by Malta (PC.DEL/9001/21)",
        "EU statement (Spain/EU)",
        "Thank you, Mr. Chair.",
        "- We regret the many attacks on monuments that this winter has seen.",
        "We issued a statement on 3 May 2021.",
        "Statement on the decision issued in Vienna",
        "2 May 2021",
        "Resources for old bridges",
        "Выступление Постоянного представителя",
        "Published works are protected in all of our States.",
        "Menus of change",
        "DOCUMENT",  # the first line of a title
    ],
)
def test_lines_of_the_document(line):
    assert not is_page_line(line)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("The press release issued by the Foreign Office on 14 December 2023.", date(2023, 12, 14)),
        ("Last updated 19 Dec 2017, 4.12 PM", date(2017, 12, 19)),
        ("Published in December 2023", None),
        ("Опубліковано 20 березня 2014 року о 23:48", date(2014, 3, 20)),
        ("19 December 2017", None),
    ],
)
def test_published_on(line, day):
    assert published_on(line) == day


LONG = "We are grateful to the Chair for what was done and for what is still to be done in this hall. " * 3


@pytest.mark.parametrize(
    ("following", "above"),
    [
        (["Rate this page.", "MC.DEL/9024/08", "4 December 2008"], True),
        (["MC.DEL/9024/08 4 December 2008"], True),
        (["STATEMENT", "by Ms. N. Lind, Minister"], True),
        (["See MC.DEL/9024/08 of 4 December 2008."], False),
        (["MC.DEL/9024/08", "and more of the like"], False),  # no day beside it: named in a list
        ([LONG, "MC.DEL/9024/08", "4 December 2008"], False),  # prose between them: another document
        (["STATEMENT", "We regret this."], False),
        (["Skip to main content", "Statement by Ms. N. Lind at the 9001st meeting", "Mr Chair,"], True),
        (["Statement by Ms. N. Lind", "It was a good one."], False),
    ],
)
def test_above_the_head(following, above):
    assert is_above_head("Was this of use to you?", following) is above
