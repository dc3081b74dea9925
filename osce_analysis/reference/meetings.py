"""Meetings of OSCE bodies: when and where the Ministerial Council met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from osce_analysis.reference.days import first_day, last_day
from osce_analysis.reference.names import key
from osce_analysis.reference.tables import rows


@dataclass(frozen=True)
class Meeting:
    """A meeting; `first_day` and `last_day` may be partial (`1998-12`) where the day is not known."""

    body: str
    number: int
    first_day: str
    last_day: str
    place: str
    verified: str
    source: str

    def holds(self, day: date) -> bool:
        """Tell whether the meeting may have been in session on a day.

        Examples
        --------
        >>> stockholm = meeting("MC", 28)
        >>> stockholm is not None and stockholm.holds(date(2021, 12, 2))
        True
        """
        start, end = first_day(self.first_day), last_day(self.last_day)
        return start is not None and end is not None and start <= day <= end


@lru_cache
def meeting(
    body: str, number: int | None = None, *, place: str | None = None, year: int | None = None
) -> Meeting | None:
    """Return the one meeting that fits all that is given, None where none or several do.

    Parameters
    ----------
    body : str
        Code of the body: "MC".
    number : int, optional
        Its number in the body's count.
    place : str, optional
        Where it met (case makes no difference).
    year : int, optional
        The year of its first day.

    Examples
    --------
    >>> meeting("MC", place="Stockholm", year=2021).number
    28
    >>> meeting("MC", place="Vienna") is None  # 2000 and 2017
    True
    """
    fitting = [
        one
        for one in _meetings()
        if one.body == body
        and number in (None, one.number)
        and (place is None or key(place) == key(one.place))
        and (year is None or one.first_day.startswith(f"{year:04d}"))
    ]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _meetings() -> tuple[Meeting, ...]:
    """Return all meetings of the table."""
    return tuple(Meeting(**{**row, "number": int(row["number"])}) for row in rows("meetings"))  # type: ignore[arg-type]
