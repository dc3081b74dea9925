"""Time on an axis: years, quarters, months and days with the gaps between them, or named stretches side by side."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from osce_analysis.charts import labels, theme

TIMES = ("year", "quarter", "month", "date")
STRETCHES = "period"
"""The column of named stretches, which have an order but no distance from one another."""


class Steps(NamedTuple):
    """Where each row stands, and every step from the first to the last, those without a row too."""

    at: pd.Series
    every: dict[int, str]

    def without_gaps(self) -> Steps:
        """Only the steps that have a row, side by side."""
        there = sorted(set(self.at))
        return Steps(
            self.at.map({step: place for place, step in enumerate(there)}),
            {place: self.every[step] for place, step in enumerate(there)},
        )

    def ticks(self, width: float, *, all_named: bool = False) -> dict[int, str]:
        """As many of the steps as can be named side by side in `width` millimetres, or all, in several lines."""
        if all_named:
            room = width / len(self.every) - 1
            return {
                place: "\n".join(labels.wrap(name, room, theme.SMALL)) for place, name in self.every.items()
            }
        widest = max(labels.text_width(name, theme.TEXT) for name in self.every.values()) + 2.5
        return dict(list(self.every.items())[:: -(-len(self.every) // max(2, int(width / widest)))])


def steps(times: pd.Series) -> Steps:
    """The steps of a column of time.

    Examples
    --------
    >>> steps(pd.Series([2021, 2019], name="year"))[1].values()
    dict_values(['2019', '2020', '2021'])
    >>> steps(pd.Series(["before", "since", "before"], name="period")).at.tolist()
    [0, 1, 0]
    """
    written = _written(times)
    if times.name == STRETCHES:
        codes, names = pd.factorize(written)
        return Steps(pd.Series(codes, times.index), dict(enumerate(names)))
    found = pd.PeriodIndex(written.tolist(), freq=_frequency(str(written.iloc[0])))
    every = pd.period_range(found.min(), found.max())
    return Steps(
        pd.Series(found.asi8, times.index), dict(zip(every.asi8.tolist(), every.astype(str), strict=True))
    )


def _written(times: pd.Series) -> pd.Series:
    """Each time as it is written on the axis; years as whole numbers."""
    if pd.api.types.is_datetime64_any_dtype(times):
        times = times.dt.strftime("%Y-%m-%d")
    written = [str(int(time)) if isinstance(time, (int, float, np.number)) else str(time) for time in times]
    return pd.Series(written, index=times.index, dtype=object)


def _frequency(time: str) -> str:
    """The pandas frequency of `2021`, `2021Q3` or `2021-Q3`, `2021-07` and `2021-07-05`."""
    if time.isdigit():
        return "Y"
    if "Q" in time:
        return "Q"
    return "M" if time.count("-") == 1 else "D"
