"""Sentences of a text in the six languages, as spans; one pass over the possible ends."""

from __future__ import annotations

import re

from osce_analysis.documents.dates import MONTH_NUMBERS

# Words before a full stop that ends no sentence, in small letters, without the stop.
_ABBREVIATED = (
    # English
    "mr mrs ms dr prof st no nos art arts para paras vs etc e.g i.e h.e u.s u.k u.n cf ed eds vol pp p "
    "gen col lt sen rep hon jr sr inc ltd co dept ibid viz approx fig ch sec ser sess suppl doc docs add corr rev "
    # French, German, Spanish, Italian
    "m mm mme mlle s.e s.exc al c.-à-d nr bzw z.b d.h u.a usw ca abs dgl ggf inkl vgl lit hr fr "
    "sra srta sres uds núm excmo excma d.ª n.º pág págs sig sigg on dott ecc es "
    # Russian
    "т.е т.д т.п т.к г гг в вв ст п пп н.э им млн млрд тыс руб др пр см ср стр гл ч и.о е.п"
    # Months
    " jan feb apr aug sept oct nov dec déc janv févr avr juil ene abr dic gen giu lug ago ott"
)
ABBREVIATIONS = frozenset(_ABBREVIATED.split())
# These may well end a sentence ("... etc. The"): only a small letter after them goes on.
_MAY_END = frozenset({"etc", "usw", "ecc", "т.д", "т.п", "др", "пр", "al", "co", "inc", "ltd", "г", "гг"})
# The first look is at one character: the search then passes over all others quickly.
_END = re.compile(
    r"[.!?…\n](?:(?<![.!?…][.!?…])(?<!\n)[.!?…]*[\"”»’')\]*]{0,3}\d{0,2}(?=\s|$)|(?<=\n)[^\S\n]*\n\s*+)"
    r"(?=\s*(?:(?P<next>[\"“«„'(\[]{0,3}(?P<first>\S))|$))"
)
_NO_WORD = re.compile(r"[\s(\[\"“«„]")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LONGEST_WORD = 24


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text.

    Parameters
    ----------
    text : str
        Any text in English, French, German, Italian, Russian or Spanish.

    Returns
    -------
    list of (start, end)
        Spans without the spaces around them; together they hold all that is no space. A blank
        line ends a sentence.

    Examples
    --------
    >>> text = "Mr. Chair, we recall Decision No. 3/04. It stands."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Mr. Chair, we recall Decision No. 3/04.', 'It stands.']
    """
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        if text[match.start()] == "\n":
            end = start + len(text[start : match.start()].rstrip())
        elif _ends(text, start, match):
            end = match.end()
        else:
            continue
        if end > start:
            spans.append((start, end))
        start = match.start("next") if match["next"] else len(text)
    end = len(text.rstrip())
    return [*spans, (start, end)] if end > start else spans


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the stop in `match` ends the sentence that began at `start`."""
    stop, first = match.start(), match["first"]
    if first is None:
        return True
    if first.islower():
        return False  # "... etc. and", "т.е. не": no sentence begins with a small letter
    if text[stop] != "." or text[stop + 1] in ".!?…":
        return True
    before = text[max(start, stop - _LONGEST_WORD) : stop]
    word = before[before.rfind(" ") + 1 :]
    if not word.isalpha():
        word = _NO_WORD.split(before)[-1]
    key = word.lower()
    if key in ABBREVIATIONS:
        return key in _MAY_END
    if word.isdigit():
        return not _is_number(text, start, match, word)
    if len(word) > 1 and word.isalpha():
        return True
    return not _INITIAL.fullmatch(word) or (len(word) == 1 and word.islower())


def _is_number(text: str, start: int, match: re.Match[str], word: str) -> bool:
    """Whether digits and a stop are a paragraph's number ("3. We ...") or a German ordinal."""
    opens = not text[start : match.start() - len(word)].strip()
    following = text[match.end() : match.end() + 12].split(maxsplit=1)
    return len(word) <= 3 and (opens or (bool(following) and following[0].lower() in MONTH_NUMBERS))
