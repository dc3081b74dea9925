"""Partial dates: the first day as a start, the last as an end; a day is never guessed."""

from __future__ import annotations

from datetime import date, datetime

import pandas as pd
import pytest

from osce_analysis.reference.days import as_day, first_day, holds, last_day


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2014-06-12", date(2014, 6, 12), date(2014, 6, 12)),
        ("2014-06", date(2014, 6, 1), date(2014, 6, 30)),
        ("2014-12", date(2014, 12, 1), date(2014, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),  # a leap year
        ("2010", date(2010, 1, 1), date(2010, 12, 31)),
        ("", None, None),
    ],
)
def test_partial_dates(partial, first, last):
    assert (first_day(partial), last_day(partial)) == (first, last)


@pytest.mark.parametrize(
    "on",
    [
        date(2019, 5, 1),
        datetime(2019, 5, 1, 23, 59),
        "2019-05-01",
        "2019-05-01T10:00:00",
        pd.Timestamp("2019-05-01 10:00"),
    ],
)
def test_what_names_a_day(on):
    assert as_day(on) == date(2019, 5, 1)


@pytest.mark.parametrize("on", [None, pd.NaT, float("nan")])
def test_a_missing_day_is_no_day(on):
    assert as_day(on) is None


@pytest.mark.parametrize("on", ["2019-05", "2019", "1 May 2019", "", "2019-02-30", 2019])
def test_a_partial_or_wrong_day_is_refused_not_completed(on):
    with pytest.raises(ValueError, match=r"is not a day: write it as 2019-05-01"):
        as_day(on)


@pytest.mark.parametrize(
    ("since", "until", "on", "inside"),
    [
        ("1973-01-01", "2020-01-31", "2020-01-31", True),
        ("1973-01-01", "2020-01-31", "2020-02-01", False),
        ("2014-06", "", "2014-06-01", True),  # from the first day it may have begun
        ("2014-06", "", "2014-05-31", False),
        ("", "1992-07", "1992-07-31", True),  # to the last day it may have ended
        ("", "1992-07", "1992-08-01", False),
        ("", "", "1900-01-01", True),
        ("1999", "2005", None, True),  # no day: every period counts
    ],
)
def test_periods_include_both_ends(since, until, on, inside):
    assert holds(since, until, as_day(on)) is inside
