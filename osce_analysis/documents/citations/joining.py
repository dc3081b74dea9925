"""Citations that stand side by side: a title with its own symbol is one, a list of pinpoints is several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.pinpoints import pinpoints_after, pinpoints_before
from osce_analysis.documents.citations.readings import Meaning, Reading

_BRACKETED = re.compile(r"[\"']{0,2} ?[(\[] ?")


def joined(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Join a form and the symbol in brackets behind it where both mean one instrument."""
    held: Reading | None = None
    for reading in readings:
        if held is None:
            held = reading
        elif meaning := _one(text, held, reading):
            held = replace(held, end=_closed(text, held.start, reading.end), meaning=meaning)
        else:
            yield held
            held = reading
    if held is not None:
        yield held


def _closed(text: str, start: int, end: int) -> int:
    """The end of a span, with the bracket that closes what the span opened."""
    for opening, closing in ("()", "[]"):
        if text.count(opening, start, end) > text.count(closing, start, end) and text.startswith(
            closing, end
        ):
            return end + 1
    return end


def _one(text: str, first: Reading, second: Reading) -> Meaning | None:
    """The meaning of two neighbours that are one citation, else None."""
    if not _BRACKETED.fullmatch(text, first.end, second.start):
        return None
    one, other = first.meaning, second.meaning
    if one.instrument is not None and one.instrument == other.instrument:
        return Meaning(one.instrument, note=other.note or one.note)
    if one.instrument is None and other.instrument in one.candidates:
        return other
    return None


def pinned(folded: Folded, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Give each citation its pinpoints; each pinpoint of a list is a citation of its own."""
    ended = 0
    for reading, following in pairwise([*readings, None]):
        if reading is None:
            continue
        before = [pin for pin in pinpoints_before(folded, reading.start) if pin.start >= ended]
        after_end, after = (reading.end, ()) if before else pinpoints_after(folded, reading.end)
        if after and following and _belong_to(folded, following, after_end):
            after_end, after = reading.end, ()
        pins = before or after
        ended = max(after_end, reading.end)
        for position, pin in enumerate(pins):
            start = reading.start if after and position == 0 else pin.start
            end = reading.end if before and position == len(pins) - 1 else pin.end
            yield replace(reading, start=start, end=_closed(folded.text, start, end), pinpoint=pin.label)
        if not pins:
            yield reading


def _belong_to(folded: Folded, following: Reading, end: int) -> bool:
    """Whether the pinpoints that end here are those of the next citation."""
    return following.start < end or any(pin.start < end for pin in pinpoints_before(folded, following.start))
