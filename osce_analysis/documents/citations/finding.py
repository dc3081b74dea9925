"""Find what a text cites: a literal prefilter, readers, one pass that resolves, and the cues.

The plan follows eyecite: forms are data; a reader is tried only where one of its literals stands; of what
starts at one place the longest is taken; what is ambiguous stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, partial

from osce_analysis.documents.citations.acts import EU_OPENINGS, JOURNAL_OPENINGS, eu_act, journal
from osce_analysis.documents.citations.cues import cues_of
from osce_analysis.documents.citations.folding import Folded, fold
from osce_analysis.documents.citations.forms import words
from osce_analysis.documents.citations.joining import joined, pinned
from osce_analysis.documents.citations.kinds import in_catalogue, kind_of
from osce_analysis.documents.citations.mentions import Mention, Word
from osce_analysis.documents.citations.names import body_forms, place_forms, read_body, read_place
from osce_analysis.documents.citations.numbered import decision_number, read_numbered
from osce_analysis.documents.citations.printed import (
    COE_OPENINGS,
    UN_OPENINGS,
    addenda,
    coe_number,
    osce_symbols,
    un_symbol,
)
from osce_analysis.documents.citations.readings import Reading
from osce_analysis.documents.citations.resolving import resolve
from osce_analysis.documents.citations.surroundings import Surroundings
from osce_analysis.documents.citations.titles import (
    anaphor_forms,
    read_anaphor,
    read_title,
    title_forms,
)
from osce_analysis.documents.citations.united_nations import resolution_number
from osce_analysis.documents.citations.wording import Openings, expanded, opening, openings
from osce_analysis.documents.records import Citation, Part

Reader = Callable[[Folded, int], Mention | None]


def find_citations(
    text: str,
    *,
    language: str | None = "en",
    on: date | None = None,
    body: str | None = None,
    part: Part = "text",
    own: str | None = None,
    skip: tuple[tuple[int, int], ...] = (),
    paragraphs: Sequence[int] = (),
) -> list[Citation]:
    """Find the instruments that a text names, with the words that show how each is invoked.

    Parameters
    ----------
    text : str
        As given; line ends, hyphenation, NBSP and soft hyphens may be left in it.
    language : str, optional
        ISO 639-1 code; it chooses the cues. Forms of all languages are looked for.
    on : date, optional
        The day of the text: "the Vienna Document" is the edition in force on it.
    body : str, optional
        The body that the document's heading names ("MC"): a decision n/yy without a body is its own.
    part : str
        The part of the document that `text` is.
    own : str, optional
        The document's own symbol, which is no citation.
    skip : tuple of (start, end)
        Spans of `text` in which nothing is looked for (the disclaimer).
    paragraphs : sequence of int, optional
        Where the paragraphs of `text` start: their numbers, from 1, come with the citations.

    Returns
    -------
    list of Citation
        In order of `start`, without overlaps; `start` and `end` count code points in `text`.

    Examples
    --------
    >>> found = find_citations("in line with Article 51 of the Charter of the United Nations")
    >>> [(one.instrument, one.pinpoint, one.cues[0].stance) for one in found]
    [('UN-CHARTER', 'Article 51', 'ground')]
    """
    folded = fold(text, skip)
    mentions = find_mentions(folded)
    if not mentions:
        return []
    around = Surroundings(folded, mentions, body, on)
    readings = list(pinned(folded, joined(folded.text, resolve(around))))
    own = own or (_headed(folded, readings[0]) if readings else None)
    if own is not None:
        readings = [reading for reading in readings if reading.meaning.instrument != own]
    cues = cues_of(folded, around.sentences, readings, language) if readings else []
    citations = []
    for reading, found in zip(readings, cues, strict=True):
        start, end = folded.span(reading.start, reading.end)
        meaning = reading.meaning
        citations.append(
            Citation(
                instrument=meaning.instrument,
                kind=kind_of(meaning.instrument or meaning.candidates[0]),
                surface=text[start:end],
                start=start,
                end=end,
                part=part,
                pinpoint=reading.pinpoint,
                candidates=meaning.candidates,
                in_catalogue=meaning.instrument is not None and in_catalogue(meaning.instrument),
                note=meaning.note,
                paragraph=max(bisect_right(paragraphs, start), 1) if paragraphs else None,
                cues=found,
            )
        )
    return citations


# "RESOLUTION 338 (1973)" above "The Security Council, ...": the text's own number.
_HEADS = re.compile(
    r"[ .,\])]*(?:adopted [^\n]{0,120})?\n\s*+(?:[^\n]{1,80}\n\s*+)?the (?:security council|general assembly) ?,",
    re.I,
)


def _headed(folded: Folded, first: Reading) -> str | None:
    """The resolution that a text is, by its first line."""
    opens = not folded.kept[: first.start].strip() and first.meaning.instrument
    return first.meaning.instrument if opens and _HEADS.match(folded.kept, first.end) else None


def find_mentions(folded: Folded) -> list[Mention]:
    """The forms found in a text, in order; of those that overlap the first, of those the longest."""
    found = [*_read(folded), *osce_symbols(folded), *addenda(folded)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _read(folded: Folded) -> Iterator[Mention]:
    """What the readers make of the places where one of their literals stands."""
    known = readers()
    position = 0
    text, end = folded.text, len(folded.text)
    while opened := known.search(text, position, end):
        start = opened.start(1)
        longest = None
        for reader in known.behind(opened[1]):
            mention = reader(folded, start)
            if mention is not None and (longest is None or mention.end > longest.end):
                longest = mention
        position = start + 1
        if longest is not None:
            yield longest
            position = max(position, longest.end)  # "1325 and its follow-up resolutions" ends before


@cache
def readers() -> Openings[Reader]:
    """The readers, by the literals of their forms."""
    read_decision = partial(read_numbered, word="decision", number=decision_number)
    read_resolution = partial(read_numbered, word="resolution", number=resolution_number)
    literals: list[tuple[Iterable[str], Reader]] = [
        (title_forms().literals, read_title),
        (anaphor_forms().literals, read_anaphor),
        (body_forms().literals, read_body),
        (place_forms().literals, read_place),
        (_word_openings("decision"), read_decision),
        (_word_openings("resolution"), read_resolution),
        (UN_OPENINGS, un_symbol),
        (JOURNAL_OPENINGS, journal),
        (EU_OPENINGS, eu_act),
        (COE_OPENINGS, coe_number),
    ]
    return openings((literal, reader) for some, reader in literals for literal in some)


def _word_openings(word: Word) -> Iterator[str]:
    """What the forms of "decision" or "resolution" begin with."""
    return (opening(one) for form in words() if form.word == word for one in expanded(form.form))
