"""Time as a trend takes it: every year, quarter or month without a gap, or stretches before and after an event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus.grouping import PERIODS
from osce_analysis.corpus.options import check

STEPS = ("year", *PERIODS)
Stretches = str | Sequence[str] | Mapping[str, tuple[Any, Any]]


class Times(NamedTuple):
    """The name of the column, all its values in order, and for each statement which one it is (-1: none)."""

    name: str
    values: list[Any]
    codes: NDArray[np.int64]


def regular(statements: pd.DataFrame, by: str) -> Times:
    """Every year, quarter or month from the first to the last."""
    check("by", by, STEPS)
    if by == "year":
        years = statements["year"]
        known = years.dropna().astype("int64")
        values = list(range(known.min(), known.max() + 1)) if len(known) else []
        first = values[0] if values else 0
        return Times(by, values, np.asarray(years.fillna(first - 1) - first, np.int64))
    days = statements["date"].dt.to_period(PERIODS[by])
    known_days = days.dropna()
    every = (
        pd.period_range(known_days.min(), known_days.max())
        if len(known_days)
        else pd.PeriodIndex([], freq="M")
    )
    return Times(by, every.astype(str).tolist(), every.get_indexer(pd.PeriodIndex(days)).astype(np.int64))


def stretches(statements: pd.DataFrame, periods: Stretches) -> Times:
    """Stretches of time: before and since a day (or several), or named from a first to a last day.

    A statement of which only the year is known counts where the whole year lies in one stretch.

    Raises
    ------
    ValueError
        For a day that cannot be read, or stretches that overlap.

    Examples
    --------
    >>> frame = pd.DataFrame({"date": pd.to_datetime(["1989-11-08", "1989-11-09"]), "year": [1989, 1989]})
    >>> stretches(frame, "1989-11-09").values
    ['before 1989-11-09', 'since 1989-11-09']
    """
    bounds = _bounds(periods)
    year = statements["year"].astype("Int64").astype("string")
    earliest = statements["date"].fillna(pd.to_datetime(year + "-01-01"))
    latest = statements["date"].fillna(pd.to_datetime(year + "-12-31"))
    codes = np.full(len(statements), -1)
    for place, (first, last) in enumerate(bounds.values()):
        codes[((earliest >= first) & (latest <= last)).to_numpy()] = place
    return Times("period", list(bounds), codes)


def _bounds(periods: Stretches) -> dict[str, tuple[pd.Timestamp, pd.Timestamp]]:
    """First and last moment of each stretch, by name, in order."""
    if isinstance(periods, Mapping):
        named = {str(name): _named(name, ends) for name, ends in periods.items()}
        ordered = dict(sorted(named.items(), key=lambda item: item[1]))
        ends = list(ordered.items())
        for (name, (_, last)), (after, (first, _)) in pairwise(ends):
            if first <= last:
                raise ValueError(
                    f"The periods {name!r} and {after!r} overlap: let one end before the other begins."
                )
        return ordered
    days = sorted({str(day) for day in ([periods] if isinstance(periods, str) else periods)}, key=_first)
    if not days:
        raise ValueError('periods= holds no day: give one, as in periods="1989-11-09".')
    names = [
        f"before {days[0]}",
        *(f"{a} to {b}" for a, b in pairwise(days)),
        f"since {days[-1]}",
    ]
    firsts = [pd.Timestamp.min, *map(_first, days)]
    lasts = [*(first - pd.Timedelta(1, "us") for first in firsts[1:]), pd.Timestamp.max]
    return dict(zip(names, zip(firsts, lasts, strict=True), strict=True))


def _named(name: object, ends: Any) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The stretch between two days, months or years, both included."""
    if isinstance(ends, str) or not isinstance(ends, Sequence) or len(ends) != 2:
        raise ValueError(
            f"The period {name!r} needs its first and last day, as in (1975, 1988); it is {ends!r}."
        )
    first, last = _first(ends[0]), _period(ends[1]).end_time
    if first > last:
        raise ValueError(f"The period {name!r} ends before it begins: {ends[0]} to {ends[1]}.")
    return first, last


def _first(day: object) -> pd.Timestamp:
    return _period(day).start_time


def _period(day: object) -> pd.Period:
    try:
        return pd.Period(str(day))
    except ValueError:
        raise ValueError(
            f"{day!r} is no day, month or year: write it as 1989-11-09, 1989-11 or 1989."
        ) from None
