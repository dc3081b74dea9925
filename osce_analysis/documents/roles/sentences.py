"""Where the sentence around a formula begins and ends."""

from __future__ import annotations

import re

_CAPITAL = r"[^\W\d_a-zа-я]"
# No sentence ends with the stop of "Mr." or "H.E.".
_STYLES = ("Mr", "Mrs", "Ms", "Dr", "Mme", "H.E", "S.E", "Amb", "Hon", "Prof", "Sr", "Sra", "Hr", "Fr", "г-н")
_STOP = "[.!?]" + "".join(rf"(?<!\b{re.escape(style)}.)" for style in _STYLES)
_BEFORE = re.compile(rf"{_STOP}\s+(?=[*]?{_CAPITAL})|\n\s*\n")
# A list goes on over empty lines, with a bullet or a name alone on each line.
_ITEM = rf"\s{{0,20}}(?:[-•]|(?:and )?{_CAPITAL}[^\n.:;!?]{{1,60}}\.?(?:\n|\Z)|and [^\n.:;!?]{{1,60}}\.?(?:\n|\Z))"
# ... nor with the first word of a name that a lost line end tore: "San", and an empty line, "Marino".
_TORN = ("San", "United", "Holy", "Czech", "North", "Russian", "Slovak", "Kyrgyz", "and", "the", "of")
_BLANK = "\\n" + "".join(rf"(?<!\b{word}\n)" for word in _TORN) + rf"\s{{0,20}}\n(?!{_ITEM})"
_AFTER = re.compile(rf"{_STOP}(?=\s+[*]?{_CAPITAL}|\s*$)|{_BLANK}")


def sentence_start(text: str, position: int, reach: int) -> int:
    """The start of the sentence that holds `position`, at most `reach` characters before it."""
    low = max(0, position - reach)
    ends = [end.end() for end in _BEFORE.finditer(text, low, position)]
    return ends[-1] if ends else low


def sentence_stop(text: str, position: int, reach: int) -> int:
    """The end of the sentence that goes on at `position`, at most `reach` characters after it."""
    limit = min(len(text), position + reach)
    end = _AFTER.search(text, position, limit)
    return end.start() if end else limit
