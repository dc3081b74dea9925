"""The stretches of a text around what was found quickly, in which something slower is looked for."""

from __future__ import annotations

from collections.abc import Iterable


def stretches(places: Iterable[int], before: int, after: int) -> list[tuple[int, int]]:
    """Put a stretch around each place; those that touch become one.

    Parameters
    ----------
    places : iterable of int
        Offsets in a text, in order.
    before, after : int
        Characters before and after a place.

    Returns
    -------
    list of (start, end)
        In order; an end may lie behind the text's.

    Examples
    --------
    >>> stretches([5, 100, 130], before=20, after=10)
    [(0, 15), (80, 140)]
    """
    found: list[tuple[int, int]] = []
    for place in places:
        start, end = max(0, place - before), place + after
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
