"""Official blocks, running heads and job numbers that extraction threaded into sentences, taken out again."""

from __future__ import annotations

import re

from osce_analysis.documents.heads import MARKS, has_prose
from osce_analysis.documents.labels import find_labels
from osce_analysis.documents.letters import small
from osce_analysis.documents.openings import is_capital
from osce_analysis.documents.symbols import BODY
from osce_analysis.documents.titles import SPEECH

_TOP = 1_500  # characters in which a file's own head stands
_SYMBOL = (
    rf"{BODY}(?:\(\d{{1,2}}\))?\.[A-Z]{{2,6}}/\d{{1,4}}(?:/\d{{2,4}})?"
    r"(?:/(?:Rev|Corr|Add)\.\d{1,2}){0,2}\*?"
)
_DAY = r"\d{1,2}\.?\s[^\W\d_]{3,10}\.?\s\d{4}(?:\s(?:года|г\.))?"
_LABEL = (
    r"(?:OSCE\+\s+)?(?:(?:ENGLISH|FRENCH|GERMAN|ITALIAN|RUSSIAN|SPANISH)(?: only)?(?:\s+Original: ?[A-Z]{5,8})?|"
    r"Original: ?[A-Z]{5,8})(?![a-z])"
)
_PAGE = r"[-–—]\s?\d{1,3}\s?[-–—]"
_JOB = r"(?:PCO|MC\d{2}|FSC|SUM|CIO)[EFGIRS][A-Z]{1,2}\d{0,5}"
_DISCLAIMED = (
    r"The\s+OSCE\s+Secretariat\s+(?:bears|takes|accepts)\s+no\s+responsibility\b[\s\S]{0,700}?"
    r"participating\s+States\.?"
)
_DISCLAIMER = re.compile(_DISCLAIMED)
_PRINTED = re.compile(_SYMBOL)
_ELEMENT = re.compile(rf"(?<![^\S\n])[^\S\n]*\n?(?:{_SYMBOL}|{_DAY}|{_LABEL})(?=[\s.]|$)")
_DATED = re.compile(rf"\s+{_DAY}(?P<label>\s+{_LABEL})?")
_DAY_BEHIND = re.compile(rf"[^\S\n]+{_DAY}")
# Before a symbol within a line: the number of a page; after the head of a page: the sentence that goes on.
_NUMBERED = re.compile(rf"(?<=[^\s\n])[^\S\n]+(?:{_JOB}[^\S\n]+)?{_PAGE}[^\S\n]*\Z")
_IN_SENTENCE = re.compile(r"[a-zà-ÿа-яё,]([^\S\n]+)\Z")
_GOES_ON = re.compile(r"[^\S\n]+(?=[a-zà-ÿа-яё])")
_LANGUAGE = re.compile(rf"\s+{_LABEL}")
_JOB_WITHIN = re.compile(rf"(?:{_JOB})\s+(?=[a-zà-ÿа-яё(])")
_JOB_BODIES = ("PCO", "MC", "FSC", "SUM", "CIO")
# A symbol in a column of its own, beside a letterhead.
_BESIDE = re.compile(rf"^[^\n]*\S {{3,}}(?P<right>{_SYMBOL})$", re.MULTILINE)
_COLUMN = 10  # lines of that column
_NEAR = 40  # characters before a symbol in which a page's number stands
_LONGEST = 900  # characters of a disclaimer
_FOOT = 120  # characters of an official block that ends a file, with its symbol
_ENDS = (".", "!", "?", ":", ";", "”", '"', "»")


def unthread(text: str) -> str:
    """Take what is no sentence's out of sentences.

    Parameters
    ----------
    text : str
        The text of a file, as `layout.fold` gives it.

    Returns
    -------
    str
        The official block of the body and of the disclaimer stands above the text, as in other
        files; heads of pages and job numbers within a line are gone.

    Examples
    --------
    >>> unthread("Mr. Chair,\\n\\nWe thank PC.DEL/9001/21 2 May 2021 ENGLISH only those who came.")
    'PC.DEL/9001/21 2 May 2021 ENGLISH only\\n\\nMr. Chair,\\n\\nWe thank those who came.'
    """
    if "." not in text or "/" not in text:
        return text  # no symbol
    return _without_heads(_from_body(_from_disclaimer(_from_column(_without_jobs(text)))))


def _without_jobs(text: str) -> str:
    """The text without the job numbers in its sentences."""
    if not any(body in text for body in _JOB_BODIES):
        return text
    kept, position = [], 0
    for found in _JOB_WITHIN.finditer(text):
        before = text[position : found.start()].rstrip()
        if before and (before[-1].islower() or before[-1] in ",;"):
            kept += [before, text[position + len(before)]]
            position = found.end()
    return "".join([*kept, text[position:]])


def _without_heads(text: str) -> str:
    """The text without the heads of pages within its lines."""
    kept, position = [], 0
    for found in _PRINTED.finditer(text):
        near = max(position, found.start() - _NEAR)
        numbered = _NUMBERED.search(text, near, found.start())
        within = numbered or _IN_SENTENCE.search(text, near, found.start())
        day = _DAY_BEHIND.match(text, found.end())
        stop = day.end() if day else found.end()
        label = next(find_labels(text[stop + 1 : stop + _NEAR]), None) if numbered else None
        if label and label.start == 0:
            stop += 1 + label.end
            if _LANGUAGE.match(text, stop):
                continue  # an attachment begins
        goes_on = _GOES_ON.match(text, stop)
        if (numbered and text[stop : stop + 1] == " ") or (within and day and goes_on):
            kept += [text[position : numbered.start() if numbered else found.start()].rstrip(), " "]
            position = stop + 1
    return "".join([*kept, text[position:]])


def _from_column(text: str) -> str:
    """The official block above the letterhead or disclaimer beside which it was printed."""
    beside = _BESIDE.search(text, 0, _TOP)
    if not beside:
        return text
    column = beside.start("right") - beside.start()
    left, right = [], []
    lines = text[beside.start() :].split("\n")
    for number, line in enumerate(lines[:_COLUMN]):
        if line[column - 2 : column].strip() or not (
            number == 0 or line[column : column + 1].strip() or not line.strip()
        ):
            break
        left.append(line[:column].rstrip())
        right.append(line[column:].strip())
    block = "\n".join(filter(None, right))
    return "\n".join([text[: beside.start()] + block, "", *left, *lines[len(left) :]])


def _from_disclaimer(text: str) -> str:
    """Symbol, date and language under the disclaimer into which a page's right column was read."""
    found = _DISCLAIMER.search(text, 0, 2 * _TOP)
    if not found or not re.search(_SYMBOL, found[0]):
        return text
    elements = [element[0].strip() for element in _ELEMENT.finditer(found[0])]
    rest = _ELEMENT.sub("", found[0])
    return f"{text[: found.start()]}{rest}\n\n{chr(10).join(elements)}\n\n{text[found.end() :].lstrip()}"


def _from_body(text: str) -> str:
    """The file's official block above the text, where it stands in the body and no other is above it."""
    first = _PRINTED.search(text)
    foot = first is not None and len(text) - first.end() < _FOOT < first.start()
    if first is None or not (foot or has_prose(text[: first.start()])):
        return text  # the head where it should be
    for found in _PRINTED.finditer(text, first.start()):
        dated = _DATED.match(text, found.end())
        above = text[max(0, found.start() - _LONGEST) : found.start()]
        disclaimers = list(_DISCLAIMER.finditer(above.rstrip()))
        disclaimer = disclaimers[-1] if disclaimers and disclaimers[-1].end() == len(above.rstrip()) else None
        if not dated or not (dated["label"] or disclaimer):
            continue
        start = found.start() - (len(above) - disclaimer.start() if disclaimer else 0)
        before, after = text[:start].rstrip(MARKS + "\n"), text[dated.end() :].lstrip(MARKS + "\n")
        following = after.split("\n", 1)[0]
        within = not before.endswith(_ENDS) and following[:1].islower()
        if not within and after and (is_capital(following) or SPEECH.match(small(following))):
            return text  # another document begins
        block = [disclaimer[0]] if disclaimer else []
        block.append(text[found.start() : dated.end()])
        return "\n\n".join([*block, f"{before} {after}"] if within else [*block, before, after])
    return text
