"""Citations that stand side by side: a title with its own symbol is one, a list of pinpoints is several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from osce_analysis.documents.citations.pinpoints import pinpoints_after, pinpoints_before
from osce_analysis.documents.citations.readings import Meaning, Reading

_BRACKETED = re.compile(r"[\"']{0,2} ?[(\[,] ?")


def joined(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Join a form and the symbol in brackets behind it where both mean one instrument."""
    held: Reading | None = None
    for reading in readings:
        if held is None:
            held = reading
        elif meaning := _one(text, held, reading):
            end = reading.end
            if "(" in text[held.end : reading.start] and text[end : end + 1] == ")":
                end += 1
            held = replace(held, end=end, meaning=meaning)
        else:
            yield held
            held = reading
    if held is not None:
        yield held


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


def pinned(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Give each citation its pinpoints; each pinpoint of a list is a citation of its own."""
    ended = 0
    for reading in readings:
        before = [pin for pin in pinpoints_before(text, reading.start) if pin.start >= ended]
        after_end, after = (reading.end, ()) if before else pinpoints_after(text, reading.end)
        ended = max(after_end, reading.end)
        if before:
            yield from (
                replace(reading, start=pin.start, end=pin.end, pinpoint=pin.label) for pin in before[:-1]
            )
            yield replace(reading, start=before[-1].start, pinpoint=before[-1].label)
        elif after:
            yield replace(reading, end=after[0].end, pinpoint=after[0].label)
            yield from (
                replace(reading, start=pin.start, end=pin.end, pinpoint=pin.label) for pin in after[1:]
            )
        else:
            yield reading
