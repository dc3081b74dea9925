from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.documents.dates import MONTHS, find_date_ranges, find_dates, parse_date

PRINTED = [
    ("3 December 2021", date(2021, 12, 3)),
    ("2 DECEMBER 2021", date(2021, 12, 2)),
    ("December 3, 2021", date(2021, 12, 3)),
    ("Dec. 3, 2021", date(2021, 12, 3)),
    ("3rd of May 2004", date(2004, 5, 3)),
    ("Thursday, 17 December 2020", date(2020, 12, 17)),
    ("Vienna, 16 February 2023", date(2023, 2, 16)),
    ("2 декабря 2021 года", date(2021, 12, 2)),
    ("от 15.10.2020 г.", date(2020, 10, 15)),
    ("11 липня 2019 року", date(2019, 7, 11)),
    ("le 1er décembre 2020", date(2020, 12, 1)),
    ("7 août 2019", date(2019, 8, 7)),
    ("Wien, am 12. März 2014", date(2014, 3, 12)),
    ("3. Jänner 2011", date(2011, 1, 3)),  # Austria's January
    ("2 de diciembre de 2021", date(2021, 12, 2)),
    ("5 dicembre 2006", date(2006, 12, 5)),
    ("29-XI-07", date(2007, 11, 29)),  # a Roman month
    ("03.12.2021", date(2021, 12, 3)),
    ("2021-12-03", date(2021, 12, 3)),
    ("13/04/2020", date(2020, 4, 13)),
    ("29 February 2020", date(2020, 2, 29)),
]
NONE = [
    "December 2021",  # no day
    "3 December",  # no year
    "31 February 2020",  # impossible
    "29 February 2021",
    "32.01.2020",
    "03/04/2020",  # March or April
    "2021",
    "No. 3/04",
    "242 (1967)",
    "3 December 2021 and 4 December 2021",  # two
    "",
]


@pytest.mark.parametrize(("text", "day"), PRINTED)
def test_parse(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize("text", NONE)
def test_no_date(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1 and 2 December 2016", date(2016, 12, 1), date(2016, 12, 2)),
        ("1./2. Dezember 2016", date(2016, 12, 1), date(2016, 12, 2)),
        ("7-8 décembre 2017", date(2017, 12, 7), date(2017, 12, 8)),
        ("30 November – 1 December 2023", date(2023, 11, 30), date(2023, 12, 1)),
        ("31 December – 1 January 2001", date(2000, 12, 31), date(2001, 1, 1)),  # over the year's end
        ("December 2-3, 2021", date(2021, 12, 2), date(2021, 12, 3)),
        ("2 и 3 декабря 2021 года", date(2021, 12, 2), date(2021, 12, 3)),
        ("1 y 2 de diciembre de 2011", date(2011, 12, 1), date(2011, 12, 2)),
        ("6 e 7 dicembre 2011", date(2011, 12, 6), date(2011, 12, 7)),
        ("24 September to 5 October 2012", date(2012, 9, 24), date(2012, 10, 5)),
    ],
)
def test_ranges(text, first, last):
    (found,) = find_date_ranges(text)
    assert (found.first, found.last) == (first, last)
    assert text[found.start : found.end] == text
    assert find_dates(text) == [(0, len(text), first)]


def test_find_in_text():
    text = "Decided on 3 December 2021 (see the note of 24.11.2021), after 2020."
    assert [text[start:end] for start, end, _ in find_dates(text)] == ["3 December 2021", "24.11.2021"]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_name(month):
    for form in MONTHS[month - 1].split():
        assert parse_date(f"7 {form} 2015") == date(2015, month, 7), form


@given(st.dates(date(1973, 1, 1), date(2072, 12, 31)))
def test_dates_come_back(day):
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%d %B %Y", "%B %d, %Y"):
        assert parse_date(day.strftime(form)) == day


@given(st.text() | st.text("0123 ./-DecemberIVXи", max_size=80))
def test_never_raises(text):
    parse_date(text)
    ends = 0
    for found in find_date_ranges(text):
        assert ends <= found.start < found.end <= len(text)
        assert found.first <= found.last
        ends = found.end
