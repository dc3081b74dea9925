"""Speakers named in sentences: before the agenda ("Norway welcomed the decision (N).") and in summaries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from osce_analysis.documents.journals.brackets import Bracket, depths, read_bracket
from osce_analysis.documents.journals.layout import PARAGRAPH, SENTENCE_END
from osce_analysis.documents.journals.lists import Entry, Journal, read_entries
from osce_analysis.documents.journals.speakers import known_speaker
from osce_analysis.documents.journals.wordings import wording

_LONGEST = 400  # characters; a sentence before a speaker's bracket is cut there


@dataclass(frozen=True)
class Told:
    """Speakers that a sentence names, and the sentence as their subject."""

    title: str | None
    entries: tuple[Entry, ...]


def spoken(text: str, journal: Journal) -> Iterator[Told]:
    """The sentences that tell who spoke and give the symbol of what was said.

    Examples
    --------
    >>> [told.entries[0].name for told in spoken("The Holy See thanked the Chair (PC.DEL/9001/21).", Journal())]
    ['The Holy See']
    """
    for start, end in _top_brackets(text):
        bracket = read_bracket(text[start + 1 : end], journal.on, journal.language)
        if not bracket.symbols or all(symbol.series == "DEC" for symbol in bracket.symbols):
            continue
        sentence = _before(text, start)
        verb = wording("spoke").search(sentence)
        if verb and verb.start():
            title = " ".join(sentence.split())
            yield Told(title, (Entry(sentence[: verb.start()].strip(" ,"), (bracket,)),))


def before_agenda(preamble: str, journal: Journal) -> Iterator[Told]:
    """The speakers before the agenda: of a sentence with a paper, or several whom a paragraph names.

    Examples
    --------
    >>> text = "Chairperson, Malta (PC.DEL/9001/21) and Norway extended condolences to Iceland."
    >>> [[entry.name for entry in told.entries] for told in before_agenda(text, Journal())]
    [['Chairperson', 'Malta', 'Norway']]
    """
    for paragraph in _PARAGRAPH_END.split(preamble):
        sentence = " ".join(paragraph.replace(PARAGRAPH, " ").split())
        verb = wording("together").search(sentence)
        entries = [] if ":" in sentence else _named(sentence[: verb.start()] if verb else sentence, journal)
        if len(entries) > 1:
            yield Told(sentence if verb else None, tuple(entries))
        else:
            yield from spoken(paragraph, journal)


# A bracket or a small letter goes on with the paragraph before it.
_SMALL = r"[^\W\d_A-ZÀ-ÞА-Я]"
_PARAGRAPH_END = re.compile(rf"{PARAGRAPH}(?!\s*(?:\(|{_SMALL}))")


def _named(subject: str, journal: Journal) -> list[Entry]:
    """The speakers of a list that is nothing else, the last of them after "and"; none where a name is not known."""
    entries = read_entries(subject, journal)
    if entries and not _is_known(entries[-1], journal):
        last = entries.pop()
        name = f" {last.name}"  # after a bracket it begins with the "and"
        for word in wording("and").finditer(name):
            parts = [part.strip() for part in (name[: word.start()], name[word.end() :]) if part.strip()]
            if all(known_speaker(part, journal.on, journal.language) for part in parts):
                entries += [*map(Entry, parts[:-1]), replace(last, name=parts[-1])]
                break
        else:
            return []
    return entries if all(_is_known(entry, journal) for entry in entries) else []


def _is_known(entry: Entry, journal: Journal) -> bool:
    """Whether an entry names an actor and nothing else."""
    return known_speaker(entry.name, journal.on, journal.language) is not None


def summarised(text: str, journal: Journal) -> Iterator[Told]:
    """The speakers in a summary: "Decision No. 9 (Malta, interpretative statement 1; Norway, Annex 2)".

    Examples
    --------
    >>> [entry.name for told in summarised("It did so (Malta, Annex 1; Norway, Annex 2).", Journal())
    ...  for entry in told.entries]
    ['Malta', 'Norway']
    """
    for start, end in _top_brackets(text):
        content = text[start + 1 : end]
        if not (wording("mark").search(content) or wording("behalf").search(content)):
            continue
        sentence = _before(text, start)
        if wording("mark").match(content.strip()):
            if known_speaker(sentence, journal.on, journal.language):
                yield Told(None, (Entry(sentence.strip(), (Bracket(content, marked=True),)),))
            continue
        entries = [
            entry for part in content.split(";") for entry in read_entries(part, journal) if entry.name
        ]
        if entries:
            if entries[-1].behalf and end == len(text):
                entries[-1] = replace(entries[-1], cut=True)
            yield Told(" ".join(sentence.split()) or None, tuple(entries))


def _top_brackets(text: str) -> Iterator[tuple[int, int]]:
    """Where the outer brackets open and close; the last one may be cut off with the text."""
    start: int | None = None
    depth = depths(text)
    for place, sign in enumerate(text):
        if sign == "(" and depth[place] == 1:
            start = place
        elif sign == ")" and depth[place] == 1 and start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(text)


def _before(text: str, start: int) -> str:
    """The sentence that a bracket stands in, up to it."""
    stretch = text[max(0, start - _LONGEST) : start]
    ends = [
        found.end()
        for found in re.finditer(rf"{SENTENCE_END.pattern}|{PARAGRAPH}(?!\s*{_SMALL})|\)\.", stretch)
    ]
    return " ".join(stretch[ends[-1] if ends else 0 :].replace(PARAGRAPH, " ").split())
