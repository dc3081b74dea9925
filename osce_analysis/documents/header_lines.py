"""The lines of a header, each with its role: where the header ends and the body begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from osce_analysis.documents.disclaimers import is_disclaimer
from osce_analysis.documents.layout import Block
from osce_analysis.documents.letters import small
from osce_analysis.documents.masthead import Masthead, read_masthead
from osce_analysis.documents.openings import is_capital, is_preamble, is_salutation, opens_body
from osce_analysis.documents.page_lines import is_above_head, is_page_line
from osce_analysis.documents.places import place_before_date
from osce_analysis.documents.symbols import JOURNAL_BY_NAME
from osce_analysis.documents.titles import SPEECH, without_meeting
from osce_analysis.reference import find_actor

LineRole = Literal[
    "disclaimer",
    "masthead",
    "specimen",
    "label",
    "delegation",
    "delivery",
    "meeting",
    "title",
    "lead-in",
    "body",
]
# Lines that can tell the meeting, its day and its place.
TELLING: tuple[LineRole, ...] = ("meeting", "title", "delivery", "specimen")
OFFICIAL: tuple[LineRole, ...] = ("masthead", "disclaimer", "delegation")
LONGEST = 60  # lines; no header is longer
_READ = 400  # characters of a line that are looked at for a masthead's elements

# The patterns but this one are for small letters.
SPECIMEN = re.compile(r"SPECIMEN(?<!\wSPECIMEN)(?!\w)")
AGENDA = re.compile(
    r"\b(?:agenda item|point|tagesordnungspunkt|punto|пункт(?: повестки дня)?)\s(?:no\.? ?)?"
    r"(?P<item>\d{1,2}(?: ?\([a-z]\)|[a-z]\b)?)"
)
_ITEM_LABEL = re.compile(r"agenda item ?:")  # "Agenda item: Security Dialogue"
_BRACKET = re.compile(r"\([^()]{1,40}\)")  # "(via video teleconference)"
_ADDRESSES = re.compile(
    r"\b(?:i|we|our|us|my|you|your|je|nous|notre|ich|wir|unser\w*|noi|nosotros|мы|я|наш\w*)\b"
)
_DELEGATION = re.compile(
    r"(?:the )?(?:permanent )?(?:delegation|mission|representation) (?:of|to)\b|délégation (?:de|du|des)\b|"
    r"représentation permanente|(?:ständige )?(?:delegation|vertretung) |delegación d|misión permanente|"
    r"delegazione |rappresentanza permanente|делегация |постоянное представительство|миссия \S{1,20} при "
)
# What is left of "TO THE ORGANIZATION FOR SECURITY AND CO-OPERATION IN EUROPE" under "PERMANENT MISSION OF".
_ADDRESSED = re.compile(r"(?:to the|auprès de l['’]|bei der|ante la|presso l['’]|при)(?: .{0,60})?")
_LETTERHEAD = re.compile(r"\b(?:mission|delegation|embassy|representation) to the\b")
# How a line says who spoke; those of the first table open no sentence of a body.
_AS_DELIVERED = re.compile(
    r"(?:as )?(?:delivered|prepared for delivery) (?:by|at|to|in)\b|\(?as (?:delivered|prepared)\)?[.:]?$|"
    r"\(?check against delivery|(?:eu )?statement delivered by|(?:the )?following is (?:the|an?)\b|"
    r"this (?:statement|speech|address) was (?:read|delivered|given)\b|"
    r"diese (?:stellungnahme|rede|erklärung) wurde\b|cette (?:déclaration|intervention) a été\b|"
    r"виголошен|(?:vorgetragen|abgegeben) von|prononcée? par|pronunciad[oa] por|pronunciat[oa] da"
)
_DELIVERY = re.compile(
    r"(?:speaker|redner(?:in)?(?:/redner(?:in)?)?|orat(?:eur|rice|ore)) ?:|by (?!the delegation)|read by|made by"
)
# Who makes a statement that is attached to a decision, on a line above it: "By the delegation of Malta:".
_MADE_BY = re.compile(
    r"(?:by|par|von|por|da|от имени)\s(?:the |la |der |della )?"
    r"(?:delegation|délégation|delegación|delegazione|делегаци[ияй])\b[^.:;]{2,80}:$"
)
_THANKS = re.compile(r"(?:many )?thank(?:s|\s?you)\b|merci\b|(?:vielen )?dank|gracias|grazie|спасибо")
# "Ambassador Doe says that ... our shared commitment": told of a speaker, not by one.
_TELLS_OF = re.compile(
    r"(?:(?:deputy |acting )?(?:ambassador|minister|counsellor|head of \w+|representative|chargé d['’]affaires)|"
    r"(?:\w+-\w+ )?counsellor),? (?:[^\W\d_][\w.’'-]*,? ){1,5}(?:says|thanks|welcomes|calls|urges|reiterates|recalls|"
    r"condemns|addresses|highlights|underlines|outlines|explains|notes|raises|responds|speaks|reaffirms|emphasi[sz]es)\b"
)
# A title that a colon parts from the speech.
_TITLED = re.compile(
    r"(?:joint |opening |closing |eu )?(?:statement|address|speech|remarks|intervention)s? (?:by|of)\b"
)
_RAGGED = 3  # lines in a row that a title does not fill
_FULL = 60  # characters
_LETTERHEAD_WORDS = 16  # no letterhead has more
_CASELESS = "\u0530"  # from here on scripts in which a small letter tells nothing
# "Below is the text of the speech that the Minister gave:"
_SPOKEN = (
    r"(?:text[eo]?|testo|speech|statement|remarks|intervento|discorso|rede|wortlaut|intervención|discurso|discours|"
    r"intervention|текст\w?|выступлени\w)"
)
_ANNOUNCES = re.compile(
    r"(?:\b(?:pubblichiamo|riportiamo|di seguito|following is|here is|below|nachstehend|im folgenden|reproducimos|"
    r"a continuación|nous publions|voici|ci-dessous|ниже|приводим|публикуем)\b[^:\n]{0,160}"
    rf"\b{_SPOKEN}\b[^:\n]{{0,300}}|\bfull [^:\n]{{0,80}}\b{_SPOKEN}\b[^:\n]{{0,40}}\bbelow)[:.)]?$"
)
_AGAIN = 4  # lines within which a page prints its title again, under a picture and its caption
_AHEAD = 8  # lines among which the one that announces the speech stands
_LEAD_IN = 70  # words; no lead-in is longer
_NAME = 5  # words; a speaker's name between a lead-in and the greeting is no longer
_GOES_ON = re.compile(r"(?:to|at|before|on|in|during) (?:the|a)\b")
_DANGLING = re.compile(
    r"(?:,|\b(?:by|of|the|at|on|and|for|to|in|with|de|du|des|la|le|et|der|die|und|zu|del|el|y|di|della|e|на|по|о|и|в))$"
)


@dataclass(frozen=True)
class HeaderLine:
    """A line of the header, the number of its block, and what it is."""

    text: str
    block: int
    bold: bool
    role: LineRole
    masthead: Masthead


def header_lines(blocks: Sequence[Block]) -> tuple[HeaderLine, ...]:
    """The lines before the body.

    Parameters
    ----------
    blocks : sequence of Block
        The document's blocks.

    Returns
    -------
    tuple of HeaderLine
        None of them where no line opens a body and no symbol or language marks a header: then
        all is body.

    Examples
    --------
    >>> blocks = [Block(("PC.DEL/9001/21", "Statement on media freedom")), Block(("Mr. Chair,",))]
    >>> [line.role for line in header_lines(blocks)]
    ['masthead', 'title']
    """
    lines: list[HeaderLine] = []
    flat = [(number, block, text) for number, block in enumerate(blocks[:LONGEST]) for text in block.lines]
    texts = [text for _, _, text in flat]
    official = False
    for place, (number, block, text) in enumerate(flat[: LONGEST + 1]):
        role, masthead = _role(text, block, number, lines)
        if role == "title" and not block.bold and _is_ragged(texts[place : place + _RAGGED]):
            role = "body"
        again = set(texts[place + 1 : place + _AGAIN]) & {line.text for line in lines if line.role == "title"}
        caption = again and not text.endswith((".", "!", "?", ":"))
        if role == "body" and (caption or (not official and is_above_head(text, texts[place + 1 :]))):
            role = "label"
        ahead = texts[place : place + (_AHEAD if role == "body" else 1)]
        if role in ("body", "title") and _is_announced(ahead):
            role = "lead-in"
        if role == "body" and _leads_in(text, texts[place + 1 : place + 4], lines):
            role = "lead-in"
        if role == "body" or len(lines) == LONGEST:
            return tuple(lines)
        lines.append(HeaderLine(text, number, block.bold, role, masthead))
        official = official or masthead.is_official
    return tuple(lines if any(line.masthead.is_official for line in lines) else ())


def _is_ragged(lines: Sequence[str]) -> bool:
    """Whether lines are prose left as it was wrapped: long ones, of which one goes on in small letters."""
    if len(lines) < _RAGGED or any(len(line) < _FULL or is_capital(line) for line in lines):
        return False
    if SPEECH.search(small(lines[0])) or any(map(is_delivery, lines)):
        return False
    return any("a" <= line[0] < _CASELESS and line[0].islower() for line in lines[1:])


def dangles(text: str) -> bool:
    """Whether a title's line cannot end here.

    Examples
    --------
    >>> dangles("STATEMENT BY THE"), dangles("STATEMENT")
    (True, False)
    """
    return bool(_DANGLING.search(small(text[-12:])))


def is_delivery(line: str) -> bool:
    """Whether a line says who delivered the text, or that it was delivered so.

    Examples
    --------
    >>> is_delivery("As delivered by N. Doe"), is_delivery("We delivered it")
    (True, False)
    """
    return _AS_DELIVERED.match(small(line[:_READ])) is not None


def _role(text: str, block: Block, number: int, before: list[HeaderLine]) -> tuple[LineRole, Masthead]:
    """What a line is, given those before it."""
    masthead = read_masthead(text[:_READ])
    lowered = small(text)
    last = before[-1] if before else None
    in_title = last is not None and last.role == "title" and (last.block == number or dangles(last.text))
    if is_disclaimer(text):
        return "disclaimer", masthead
    if last and last.role == "delivery" and _MADE_BY.match(small(last.text)):
        return "body", masthead
    if is_page_line(text):
        return "label", masthead
    if is_salutation(text) or is_preamble(text):
        return "body", masthead
    if is_delivery(text) or (text[-1] == ":" and _MADE_BY.match(lowered)):
        return "delivery", masthead
    if in_title and last and dangles(last.text) and not masthead.is_official and len(text) < _READ:
        return "title", masthead
    if not masthead.rest:
        return "masthead", masthead
    if SPECIMEN.search(text[:120]):
        return "specimen", masthead
    if masthead.is_official and not SPEECH.search(small(masthead.rest)):
        words = len(masthead.rest.split())
        if words <= 8 or (words <= _LETTERHEAD_WORDS and _DELEGATION.match(small(masthead.rest))):
            return "delegation", masthead
    if _is_byline(masthead):
        return "meeting", masthead
    if _TITLED.match(lowered) and len(text.split()) <= _LEAD_IN and text.endswith(":"):
        return "title", masthead
    if (not block.bold or text[0].isdigit()) and opens_body(
        text, titled=any(line.role in TELLING for line in before)
    ):
        return "body", masthead
    if (
        last
        and last.role == "delegation"
        and last.block == number
        and _ADDRESSED.fullmatch(small(masthead.rest))
    ):
        return "delegation", masthead
    if in_title and (is_capital(text) or block.bold):
        return "title", masthead
    if _is_delegation(text, lowered):
        return "delegation", masthead
    if last and last.role in ("delegation", "delivery") and text[:1].islower() and len(text.split()) <= 10:
        return last.role, masthead
    if _DELIVERY.match(lowered) or (last and last.role == "delivery" and _GOES_ON.match(lowered)):
        return "delivery", masthead
    return ("meeting" if _is_meeting(text, lowered, masthead) else "title"), masthead


def _is_announced(lines: Sequence[str]) -> bool:
    """Whether one of the next lines says that a speech follows, and none is part of it yet."""
    spoken = next((number for number, line in enumerate(lines) if is_salutation(line)), len(lines))
    return any(len(line) < _READ and _ANNOUNCES.search(small(line)) for line in lines[:spoken])


def _leads_in(text: str, following: Sequence[str], before: Sequence[HeaderLine]) -> bool:
    """Whether a sentence tells of the speech whose greeting follows it, under a page's title or in its place."""
    named = len(following) > 1 and len(following[0].split()) <= _NAME and not is_salutation(following[0])
    after = following[1:] if named else following
    if not after or not is_salutation(after[0]) or is_salutation(text):
        return False
    lowered = small(text)
    if (_ADDRESSES.search(lowered) and not _TELLS_OF.match(lowered)) or len(text.split()) > _LEAD_IN:
        return False
    return any(line.role == "title" for line in before) or (
        len(after) > 1 and bool(_THANKS.match(small(after[0])))
    )


def _is_byline(masthead: Masthead) -> bool:
    """Whether a line is a speaker's name or a place, and the day, as a mission's page sets them under the title."""
    words = masthead.rest.split()
    return bool(masthead.dates) and 1 <= len(words) <= 6 and all(word[0].isupper() for word in words)


def _is_delegation(text: str, lowered: str) -> bool:
    """Whether a line names a delegation or its letterhead."""
    words = len(text.split())
    if (
        words > _LETTERHEAD_WORDS
        or SPEECH.search(lowered)
        or (words > 10 and not _LETTERHEAD.search(lowered))
    ):
        return False
    return bool(_DELEGATION.match(lowered) or _LETTERHEAD.search(lowered)) or find_actor(text) is not None


def _is_meeting(text: str, lowered: str, masthead: Masthead) -> bool:
    """Whether a line names nothing but a meeting, its place or its day."""
    if (
        AGENDA.match(lowered)
        or JOURNAL_BY_NAME.match(text)
        or _ITEM_LABEL.match(lowered)
        or (masthead.dates and place_before_date(text) and len(masthead.rest.split()) <= 4)
    ):
        return True
    if SPEECH.search(lowered):
        return False
    rest = without_meeting(text, "PC")
    return rest != text.strip() and len(_BRACKET.sub("", rest).split()) <= 3
