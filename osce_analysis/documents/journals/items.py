"""A journal's agenda items: number, title, and the text in which their speakers stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from osce_analysis.documents.journals.brackets import depths
from osce_analysis.documents.journals.layout import PARAGRAPH, without_decisions
from osce_analysis.documents.journals.wordings import wording

_LETTER = re.compile(r"(?:(?<=\s)|^)\((?P<letter>[a-z])\)\s+")
# A word of a title in capitals may end with an "’s" or an ordinal's letters.
_CAPITALS = re.compile(r"[^a-zà-ÿа-яёß]*(?:['’]s|(?<=\d)(?:st|nd|rd|th|[ªºaeé]\b))?[,.;:)”\"»]*")
_WORDS = re.compile(r"\S+")
# A paragraph of two and more words that are all in capitals.
_TITLE_GOES_ON = re.compile(
    rf"\s*[^a-zà-ÿа-яёß{PARAGRAPH}]{{0,60}}[^\W\d_]{{2}}\s[^a-zà-ÿа-яёß{PARAGRAPH}(]{{3,200}}(?:{PARAGRAPH}|\Z)"
)


@dataclass(frozen=True)
class Item:
    """An agenda item or one of its lettered parts."""

    number: str | None
    title: str | None
    body: str


def split_items(line: str) -> tuple[str, list[Item]]:
    """Cut a journal into what stands before its agenda, and its items.

    Parameters
    ----------
    line : str
        The journal on one line, as `layout.flat` gives it.

    Returns
    -------
    tuple of (str, list of Item)
        The list is empty for a text that has no numbered items.

    Examples
    --------
    >>> split_items("Agenda item 2: REVIEW OF ISSUES Chairperson (a) Elections in Malta: Malta, Canada")[1]
    [Item(number='2', title='REVIEW OF ISSUES', body='Chairperson'), \
Item(number='2(a)', title='Elections in Malta', body='Malta, Canada')]
    """
    marks = [mark for mark in wording("item").finditer(line) if not _is_reference(line, mark.start())]
    if not marks:
        return line, []
    end = wording("end").search(line, marks[0].end())
    if end:
        line, marks = line[: end.start()], [mark for mark in marks if mark.start() < end.start()]
    subjects = wording("subjects").search(line)
    preamble = line[: min(marks[0].start(), subjects.start() if subjects else len(line))]
    found: list[Item] = []
    for mark, stop in zip(marks, _stops(marks, line), strict=True):
        number = next(group for group in mark.groups() if group)
        found += _parts(number, line[mark.end() : stop])
    return preamble, found


def _is_reference(line: str, start: int) -> bool:
    """Whether "agenda item 3" is named in a sentence: "Discussion under agenda item 3"."""
    before = line[max(0, start - 40) : start].rstrip()
    return before[-1:].isalpha() and before.split()[-1].islower() and not line[start].isupper()


def _parts(number: str, text: str) -> Iterator[Item]:
    """The item itself and its lettered parts."""
    text = text.lstrip(f" :{PARAGRAPH}")
    end = _title_end(text)
    title = " ".join(text[:end].strip(f" {PARAGRAPH}").split()) or None
    body = wording("discussion").sub(" ", without_decisions(text[end:]))
    depth = depths(body)
    letters = [found for found in _LETTER.finditer(body) if depth[found.start()] == 1]
    yield Item(number, title, body[: letters[0].start() if letters else len(body)].strip(f" {PARAGRAPH}"))
    for letter, stop in zip(letters, _stops(letters, body), strict=True):
        heading, speakers = _headed(body[letter.end() : stop])
        yield Item(f"{number}({letter['letter']})", heading, speakers)


def _stops(marks: list[re.Match[str]], text: str) -> list[int]:
    """Where the stretch ends that each mark begins: at the next mark, or with the text."""
    return [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]


def _headed(part: str) -> tuple[str | None, str]:
    """The subject of a lettered part, up to its colon, and its speakers."""
    depth = depths(part)
    colon = next((place for place, sign in enumerate(part) if sign == ":" and not depth[place]), len(part))
    subject = part[:colon].replace(PARAGRAPH, " ")
    return " ".join(subject.split()) or None, part[colon + 1 :].strip(f" {PARAGRAPH}")


def _title_end(text: str) -> int:
    """Where the words in capitals end with which an item's text begins."""
    end = 0
    for word in _WORDS.finditer(text):
        if word[0] == PARAGRAPH:
            if end and not _TITLE_GOES_ON.match(text, word.end()):
                break
        elif _CAPITALS.fullmatch(word[0]) and "/" not in word[0]:
            end = word.end()
        else:
            break
    return end if any(map(str.isalpha, text[:end])) else 0
