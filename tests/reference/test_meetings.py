"""Meetings of the Ministerial Council, by number or by place and year."""

from __future__ import annotations

from datetime import date

import pytest

from osce_analysis.reference import meeting, table


@pytest.mark.parametrize(
    ("number", "place", "first", "last"),
    [
        (7, "Oslo", "1998-12", "1998-12"),  # the days are not known
        (9, "Bucharest", "2001-12-03", "2001-12-04"),
        (28, "Stockholm", "2021-12-02", "2021-12-03"),
        (30, "Skopje", "2023-11-30", "2023-12-01"),  # over the end of a month
    ],
)
def test_a_meeting_by_number_and_by_place_and_year(number, place, first, last):
    found = meeting("MC", number)
    assert (found.place, found.first_day, found.last_day) == (place, first, last)
    assert meeting("MC", place=place.upper(), year=int(first[:4])) == found


@pytest.mark.parametrize(
    "given",
    [
        {"number": 99},
        {"place": "Vienna"},  # 2000 and 2017
        {"place": "Stockholm", "year": 2020},
        {"number": 28, "place": "Oslo"},
        {},
    ],
)
def test_none_where_no_single_meeting_fits(given):
    assert meeting("MC", **given) is None


def test_another_body_has_no_meetings_here():
    assert meeting("PC", 1) is None


@pytest.mark.parametrize(
    ("number", "day", "inside"),
    [
        (28, date(2021, 12, 1), False),
        (28, date(2021, 12, 2), True),
        (28, date(2021, 12, 3), True),
        (28, date(2021, 12, 4), False),
        (30, date(2023, 12, 1), True),
        (7, date(1998, 12, 31), True),  # the day is not known: the month counts
        (7, date(1999, 1, 1), False),
    ],
)
def test_days_of_a_meeting(number, day, inside):
    assert meeting("MC", number).holds(day) is inside


def test_numbers_run_from_5_to_31_in_the_order_of_time():
    meetings = table("meetings")
    assert meetings["number"].astype(int).tolist() == list(range(5, 32))
    assert meetings["first_day"].is_monotonic_increasing
