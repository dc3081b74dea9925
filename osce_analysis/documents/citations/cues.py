"""The words that show how a citation is invoked: an aid to reading, not a finding.

A cue is taken from the sentence that holds the citation, whatever stands between; all are kept. A negation
close before a cue is noted with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.forms import cues
from osce_analysis.documents.citations.readings import Reading
from osce_analysis.documents.citations.wording import Openings, openings_of
from osce_analysis.documents.records import Cue

_NEGATION = re.compile(
    r"(?:(?<!\w)(?:not|never|no|without|cannot|nor|neither|fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing) to"
    r"|не|ни|без|ne|n'|pas|sans|nicht|kein\w*|nie|ohne)|n't)(?: +[^\W\d]+){0,2} *$"
)
_REACH = 40
_LONGEST_SENTENCE = 2_000


def cues_of(
    folded: Folded, spans: Sequence[tuple[int, int]], readings: Sequence[Reading], language: str | None
) -> list[tuple[Cue, ...]]:
    """The cues of each citation's sentence; `spans` are the sentences."""
    starts = [start for start, _ in spans]
    found: dict[int, tuple[tuple[Cue, tuple[int, int]], ...]] = {}
    for sentence in {max(bisect_right(starts, reading.start) - 1, 0) for reading in readings}:
        start, end = spans[sentence] if spans else (0, len(folded.text))
        found[sentence] = tuple(_cues_within(folded, start, end, language))
    return [_beside(found[max(bisect_right(starts, reading.start) - 1, 0)], reading) for reading in readings]


def _beside(cues: Sequence[tuple[Cue, tuple[int, int]]], reading: Reading) -> tuple[Cue, ...]:
    """The cues of a sentence that stand beside a citation; of a sentence of many pages those nearby."""
    first = bisect_left(cues, reading.start - _LONGEST_SENTENCE, key=lambda cue: cue[1][0])
    last = bisect_right(cues, reading.end + _LONGEST_SENTENCE, key=lambda cue: cue[1][0])
    return tuple(
        cue for cue, (start, end) in cues[first:last] if end <= reading.start or start >= reading.end
    )


def _cues_within(
    folded: Folded, start: int, end: int, language: str | None
) -> Iterator[tuple[Cue, tuple[int, int]]]:
    """The cues of one sentence, each with its folded span; of those that overlap the longest."""
    forms = _compiled(language if language in LANGUAGES else "en")
    position = start
    while opened := forms.search(folded.text, position, end):
        first = opened.start(1)
        matched = [
            (match.end(), stance)
            for stance, words in forms.behind(opened[1])
            if (match := words.match(folded.text, first, end))
        ]
        if not matched:
            position = opened.end(1)
            continue
        position, stance = max(matched)
        negated = _NEGATION.search(folded.text, max(start, first - _REACH), first) is not None
        given = folded.span(first, position)
        yield Cue(stance, folded.given[slice(*given)], negated, *given), (first, position)


LANGUAGES = frozenset({"en", "fr", "de", "ru"})


@cache
def _compiled(language: str) -> Openings[tuple[str, re.Pattern[str]]]:
    """The cues of one language, each with its stance."""
    return openings_of((cue.form, cue.stance) for cue in cues() if cue.language == language)
