"""The formulas that close a statement: thanks, requests, signatures, notes; as tables of cues."""

from __future__ import annotations

import re
from typing import Literal

from osce_analysis.documents.letters import small

Closing = Literal["formula", "note", "alignment", "signature"]

# A paragraph that says no more than this is thanks.
THANKS: tuple[str, ...] = (
    r"(?:i |we )?(?:should like to |would like to )?thank (?:you|the chair)", r"(?:many )?thanks\b",
    r"i have finished", r"je vous remercie", r"(?:nous vous remercions|merci)\b", r"(?:ich|wir) danke",
    r"(?:vielen )?dank",
    r"(?:muchas )?gracias\b", r"le agrade[zc]", r"(?:la |vi )?ringrazi", r"grazie\b", r"благодар(?:ю|им)", r"спасибо\b",
)  # fmt: skip
# A paragraph that asks for the statement to be attached, registered or circulated.
REQUESTS: tuple[str, ...] = (
    r"\b(?:statement|reply|intervention)\b.{0,80}\b(?:attached|appended|annexed|included|registered|circulated|reflected|recorded)\b",
    r"\b(?:attach|append|annex|include|register)\b.{0,60}\b(?:statement|reply)\b.{0,60}\b(?:journal|record)",
    r"\bdemand\w*\b.{0,60}\bdéclaration\b.{0,60}\b(?:annexée|jointe|consignée)", r"\bannex\w+\b.{0,40}\bau journal\b",
    r"\berklärung\b.{0,60}\b(?:journal|bericht)\b.{0,60}\b(?:beizufügen|beigefügt|beifügen|anzuschließen)",
    r"\bdeclaración\b.{0,60}\b(?:adjunt|anex|incorpor|incluy)\w*\b.{0,60}\bdiario\b",
    r"\b(?:adjunt|anex|incorpor|inclu)\w*\b.{0,40}\bdeclaración\b.{0,60}\bdiario\b",
    r"\bdichiarazione\b.{0,60}\ballegat\w\b", r"\ballega\w+\b.{0,40}\bgiornale\b",
    r"\bпро(?:сим|шу)\b.{0,80}\b(?:приложить|приобщить|включить|распространить)", r"\bприобщ\w+\b.{0,60}\bжурнал",
)  # fmt: skip
NOTES: tuple[str, ...] = (
    r"[*†‡+]{1,3} ?\S", r"\[\d{1,3}\] ?\S", r"\d{1,2}\)? (?:.{0,200}\bstabilisation and association process)",
    r".{0,250}\bcontinues? to be (?:a )?part of the stabilisation and association process",
    r".{0,250}\b(?:stabilisierungs- und assoziierungsprozess|processus de stabilisation et d['’]association)",
    r"\(?as (?:delivered|prepared)\b.{0,200}$",
    r"(?:[A-Z]{3,6}\d{2,6} )?translation by osce language", r"\(?check against delivery\b",
    r"\(?seul le prononcé fait foi", r"\(?es gilt das gesprochene wort",
)  # fmt: skip
_THANKS = re.compile("|".join(THANKS))
_REQUEST = re.compile("|".join(REQUESTS))
_NOTE = re.compile("|".join(NOTES), re.IGNORECASE)
_ALIGNMENT = re.compile(
    r"\balign(?:s|ed)?\b.{0,40}\b(?:with|itself|themselves)\b|\bs['’]align(?:e|ent)\b|\bs['’]associent?\b|"
    r"\bschließ(?:t|en) sich\b|\bse (?:suman?|adhieren?)\b|\bsi allinea(?:no)?\b|\bприсоединя[ею]тся\b"
)
_SHORT_THANKS = 25  # words
_SHORT_REQUEST = 70
_SHORT_SIGNATURE = 10


def closing_kind(paragraph: str) -> Closing | None:
    """What a paragraph is, if it can belong to a closing.

    Parameters
    ----------
    paragraph : str
        One paragraph.

    Returns
    -------
    str or None
        "formula" (thanks or a request), "note" (a footnote, "check against delivery"), "alignment"
        (who aligns with the statement), "signature" (a few words without a full stop), or None.

    Examples
    --------
    >>> closing_kind("Thank you, Mr. Chair."), closing_kind("The report is thorough.")
    ('formula', None)
    """
    words, lowered = len(paragraph.split()), small(paragraph)
    if words <= _SHORT_THANKS and _THANKS.match(lowered) and not _more_than_thanks(lowered):
        return "formula"
    if words <= _SHORT_REQUEST and _REQUEST.search(lowered):
        return "formula"
    if _NOTE.match(paragraph):
        return "note"
    if _ALIGNMENT.search(lowered):
        return "alignment"
    if words <= _SHORT_SIGNATURE and not paragraph.rstrip().endswith((".", "!", "?", ";", ":", ",")):
        return "signature"
    return None


def closing_start(paragraphs: list[str]) -> int:
    """The number of the first paragraph of the closing.

    The closing is the run of paragraphs at the end that are all formulas, notes, lists of
    those who align, or signatures, from the first formula or note of that run on. So a list
    of aligned States before the thanks stays in the text, and one after them is closing.
    The first paragraph is never closing, nor is what only looks like a signature.

    Examples
    --------
    >>> closing_start(["We regret this.", "Norway aligns itself with this statement.", "Thank you."])
    2
    """
    start = len(paragraphs)
    for number in range(len(paragraphs) - 1, 0, -1):
        kind = closing_kind(paragraphs[number])
        if kind is None:
            break
        if kind in ("formula", "note"):
            start = number
    return start


def _more_than_thanks(paragraph: str) -> bool:
    """Whether a paragraph that begins with thanks goes on to thank for something of substance."""
    return len(paragraph.split()) > 12 and not re.search(
        r"\b(?:attention|chair\w*|president|time|aufmerksamkeit|vorsitz\w*|atención|attenzione|внимание)\b",
        paragraph,
    )
