"""Days, and the days that a partial date may mean.

The tables of this package give dates as their sources do: `2014-06-12`, `2014-06`
or `2014`. As the start of a period a partial date means its first day, as the end
its last: a period holds every day that it may have held.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime


def as_day(on: date | str | None) -> date | None:
    """Return the day that `on` names; None (or a missing value of pandas) where no day is known.

    Parameters
    ----------
    on : date, datetime, pandas.Timestamp or str
        A day; as a string in the ISO form `2019-05-01` (a time of day after it is dropped).

    Raises
    ------
    ValueError
        Where a string is no whole date: a missing day is never guessed.

    Examples
    --------
    >>> as_day("2019-05-01")
    datetime.date(2019, 5, 1)
    """
    if on is None or on != on:  # NaT and NaN differ from themselves
        return None
    if isinstance(on, datetime):
        return on.date()
    if isinstance(on, date):
        return on
    try:
        return datetime.fromisoformat(on).date()
    except (TypeError, ValueError):
        raise ValueError(f"{on!r} is not a day: write it as 2019-05-01, or leave `on` out.") from None


def first_day(partial: str) -> date | None:
    """Return the first day that a date of a table may mean; None for an empty one.

    Examples
    --------
    >>> first_day("2014-06"), first_day("2014")
    (datetime.date(2014, 6, 1), datetime.date(2014, 1, 1))
    """
    if not partial:
        return None
    year, month, day = _numbers(partial)
    return date(year, month or 1, day or 1)


def last_day(partial: str) -> date | None:
    """Return the last day that a date of a table may mean; None for an empty one.

    Examples
    --------
    >>> last_day("2014-06"), last_day("2014")
    (datetime.date(2014, 6, 30), datetime.date(2014, 12, 31))
    """
    if not partial:
        return None
    year, month, day = _numbers(partial)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def holds(since: str, until: str, on: date | None) -> bool:
    """Tell whether the period from `since` to `until`, both included, holds the day.

    An empty end is open, and one known to the month or year counts from its first or to its last day.
    Without a day every period counts.

    Examples
    --------
    >>> holds("1973-01-01", "2020-01-31", date(2020, 2, 1))
    False
    """
    if on is None:
        return True
    day = on.isoformat()  # dates of that form are in order as strings, the partial ones too
    return since <= day and day[: len(until)] <= until


def _numbers(partial: str) -> tuple[int, int, int]:
    """Split `2014-06` into its numbers, 0 for what it lacks."""
    year, month, day = (*map(int, partial.split("-")), 0, 0)[:3]
    return year, month, day
