"""Options that functions take, checked in one way, with one sentence for each fault."""

from __future__ import annotations

from collections.abc import Iterable

from osce_analysis import reference


def check(option: str, given: object, known: Iterable[object]) -> None:
    """Raise ValueError where an option has a value that is not known; a near miss is suggested.

    Examples
    --------
    >>> check("weight", "token", ("tokens", "statements", None))
    Traceback (most recent call last):
    ValueError: There is no weight='token': use one of 'tokens', 'statements', None. Did you mean 'tokens'?
    """
    values = list(known)
    if given in values:
        return
    words = [value for value in values if isinstance(value, str)]
    near = reference.near_miss(given, words) if isinstance(given, str) else None
    hint = f" Did you mean {near!r}?" if near else ""
    raise ValueError(f"There is no {option}={given!r}: use one of {', '.join(map(repr, values))}.{hint}")


def check_number(option: str, given: object, least: int) -> None:
    """Raise ValueError where an option is not a whole number, or smaller than the least."""
    if isinstance(given, bool) or not isinstance(given, int) or given < least:
        raise ValueError(f"{option}={given!r} is not a whole number of at least {least}.")


def check_columns(by: Iterable[str], results: Iterable[str]) -> None:
    """Raise ValueError where a group would bear the name of a result."""
    taken = [name for name in by if name in results]
    if taken:
        raise ValueError(
            f"by={taken[0]!r} would stand twice in the result: rename that column of the statements."
        )
