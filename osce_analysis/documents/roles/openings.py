"""Who speaks, from the first sentences: "on behalf of A, B and my own country C"; "We, the Ministers of A and B"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from osce_analysis.documents.roles.behalf import NOBODY, Behalf, read_behalf
from osce_analysis.documents.roles.formulas import any_of, begins, formulas, places
from osce_analysis.documents.roles.lists import NO_LIST, NameList, members_end, names_between, read_list
from osce_analysis.documents.roles.names import Name, NamesBetween
from osce_analysis.documents.roles.sentences import sentence_start, sentence_stop

# How far into the text an opening is looked for, how long a list may be, and how much before a formula bears on it.
_OPENING = 4000
_LIST = 3500
_BEFORE = 320
# How far down the first paragraphs go in which a speaker says who it is.
FIRST_SENTENCES = 700


@dataclass(frozen=True)
class Opening:
    """What the first sentences say: on whose behalf, with which co-authors."""

    behalf: Behalf = NOBODY
    authors: NameList = NO_LIST
    signers: NameList = NO_LIST  # "The Foreign Ministers of A and B condemn": authors under a joint title
    deliverer: Name | None = None  # "A has the honour to deliver this statement on behalf of"
    subject: Name | None = None  # who thanks or welcomes in the first sentence


def read_opening(
    text: str, names: NamesBetween, first: Callable[[], Mapping[int, Name]], *, unnamed: bool
) -> Opening:
    """Read the formula by which a text names those it speaks for.

    Parameters
    ----------
    text
        The body.
    names
        Gives the names between two offsets.
    first
        Gives the names in the first sentences, adjectives before an office among them.
    unnamed
        Whether nothing above the text names who speaks.

    Returns
    -------
    Opening
        Empty where the text has no such formula.
    """
    spoken = read_spoken_behalf(text, names)
    if spoken:
        return spoken
    starts = _paragraph_starts(text[:_OPENING])
    within = [found.end() for found in _WITHIN.finditer(text, 0, FIRST_SENTENCES)]
    together = _read_authors(text, [*starts, *within], names, "we")
    subject = (_read_subject(text, starts, first()) or _read_courteous(text, names)) if unnamed else None
    signers = _read_authors(text, starts, names, "signers")
    if not together.entries and unnamed and _WE_GO_ON.search(text, 0, _OPENING):
        together = signers
    return Opening(
        authors=together if together.entries else _read_issuers(text, starts, names, unnamed),
        signers=signers,
        subject=subject,
    )


# A paragraph in the first person after one that names ministers.
_WE_GO_ON = re.compile(
    r"\n[ \d.)–-]{0,12}(?:We|Nous|Wir|Noi|Мы|Condenamos|Reafirmamos|Condanniamo|Ribadiamo)\b"
)


def read_spoken_behalf(text: str, names: NamesBetween) -> Opening | None:
    """ "I speak on behalf of A, B and my own country C", the first that names somebody."""
    for found in places("behalf", text, 0, _OPENING):
        if _speaks(text, found.start()) and not _is_anothers(text, names, found.start()):
            stop = sentence_stop(text, found.end(), _LIST)
            behalf = read_behalf(text, names(found.end(), stop), found.end(), stop)
            behalf = behalf or _told_next(text, names, stop)
            if behalf:
                return Opening(behalf, deliverer=_read_deliverer(text, names, found.start()))
    return None


def _speaks(text: str, position: int) -> bool:
    """Whether the sentence before "on behalf of" is of one who speaks, or there is nothing before it."""
    before = text[sentence_start(text, position, _BEFORE) : position]
    if _ADDRESS.fullmatch(before):
        return True
    return any(formula.pattern.search(before) for formula in formulas("delivering"))


def _told_next(text: str, names: NamesBetween, stop: int) -> Behalf:
    """ "On behalf of the Group of Friends of N. It consists of A and B": members in a sentence of their own."""
    word = _FIRST_LETTER.match(text, stop)
    told = any_of("consists").match(text, word.end()) if word else None
    if not told:
        return NOBODY
    end = sentence_stop(text, told.end(), _LIST)
    return read_behalf(text, names(told.end(), end), told.end(), end)


_FIRST_LETTER = re.compile(r"[.\s]{0,4}(?=[^\W\d])")


def _read_deliverer(text: str, names: NamesBetween, position: int) -> Name | None:
    """ "A has the honour to deliver this statement on behalf of": the State with which the sentence begins."""
    start = sentence_start(text, position, _BEFORE)
    name = names(start, position).get(start)
    return name if name and any_of("honoured").match(text, _subject_end(text, name)) else None


def _is_anothers(text: str, names: NamesBetween, position: int) -> bool:
    """ "We thank A and B, also on behalf of C": what B said, since B's name stands before it and others' above."""
    before = text[:position].rstrip(" ,\n").removesuffix("also").rstrip(" ,\n")
    start = sentence_start(text, position, _BEFORE)
    named = [name for name in names(start, len(before)).values() if name.end == len(before)]
    return bool(named) and bool(_THANKED.search(text, start, named[0].start))


_THANKED = re.compile(r"\b(?:thank|welcome|commend|join|echo|support)\w{0,3}\b", re.IGNORECASE)


# Nothing, or the Chair and others addressed, before "on behalf of" at the head of a sentence.
_ADDRESS = re.compile(r"""[\s"'“„«–-]*+(?:[^\W\d_a-zа-я][^,.;:]{0,60},\s*){0,4}(?:also|speaking)?\s*""")


def _read_authors(text: str, starts: Sequence[int], names: NamesBetween, kind: str) -> NameList:
    """ "We, the Ministers for Foreign Affairs of A, B and C" at the start of a paragraph."""
    for start in starts:
        opening = any_of(kind).match(text, start)
        if opening:
            stop = sentence_stop(text, opening.end(), _LIST)
            known = names(opening.end(), stop)
            for office in _OFFICE.finditer(text, start, min(stop, start + _BEFORE)):
                bracket = _BRACKET.match(text, office.end(), stop)
                if bracket:
                    return names_between(text, known, *bracket.span(1))
                listed = read_list(text, known, office.end(), stop)
                if len(listed.entries) > 1 or any(entry.name.kind == "group" for entry in listed.entries):
                    return listed
    return NO_LIST


def _read_issuers(text: str, starts: Sequence[int], names: NamesBetween, unnamed: bool) -> NameList:
    """ "A, B and C issued a joint statement"; where nobody is named above, also "A and B, as members of N, condemn"."""
    for verb in places("issue", text, 0, FIRST_SENTENCES):
        start = next((start for start in reversed(starts) if start < verb.start()), verb.start())
        listed = read_list(text, names(start, verb.start()), start, verb.start())
        if len(listed.entries) > 1 and not text[listed.end : verb.start()].strip():
            return listed
    for verb in places("declare", text, 0, FIRST_SENTENCES) if unnamed else ():
        start = next((start for start in reversed(starts) if start < verb.start()), verb.start())
        capacity = _CAPACITY.search(text, start, verb.start())
        stop = capacity.start() if capacity else verb.start()
        if _SENTENCE_END.search(text, start, stop):
            continue
        known = names(start, stop)
        by_office = begins("office line", text, _past_article(text, start))
        listed = names_between(text, known, start, stop) if by_office else read_list(text, known, start, stop)
        if len(listed.entries) > 1 and (by_office or not text[listed.end : stop].strip(" ,*")):
            return listed
    return NO_LIST


# "as members of the format", after the names of those who declare something.
_CAPACITY = re.compile(
    r",?\s(?:as|representing|acting|in their capacity|en tant que|représentant|agissant|als|en calidad|como|in qualità"
    r"|quali|представляющие|как|в качестве)\s",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[^\W\d_]{4}[.!?]\s")
_ARTICLE = re.compile(r"(?:the|le|la|der|die|el|il)\s+|l['’]", re.IGNORECASE)


def _past_article(text: str, position: int) -> int:
    """Where the word after an article begins."""
    article = _ARTICLE.match(text, position)
    return article.end() if article else position


# "After our visit to A, we, the ambassadors of B and C"
_WITHIN = re.compile(r"(?:, )(?=we, the )")
# What leads from "We, the" to the first name: an office "of", or "the aligning States,"; no verb does.
_OFFICE = re.compile(
    r"\b(?:of|representing|from|states|countries|des|du|de|der|von|los|las|del|di|dei|della)\b"
    r"|minister(?:innen)?\b(?!\s+(?:der|des|von|und|für|of|for)\b)"
    r"|\b(?:дел|правительств|государств\w*|представители)\b|\b[dl]['’]",
    re.IGNORECASE,
)


# "the Co-Chair countries (Minister N of S, Minister N of S and N of S)"
_BRACKET = re.compile(r"\s*\(([^()]{0,600})\)")


def _paragraph_starts(opening: str) -> list[int]:
    """The first letter of each paragraph of the opening."""
    return [found.end() - 1 for found in _PARAGRAPH.finditer("\n" + opening)]


# A paragraph's number is passed over.
_PARAGRAPH = re.compile(r"\n[^\w\n]*(?:\d{1,3}(?:[.)]\s*|\s+))?(?=[^\W\d])")


def _read_subject(text: str, starts: Sequence[int], known: Mapping[int, Name]) -> Name | None:
    """ "The European Union warmly welcomes ..." names the speaker; "Russia continues ..." names nobody."""
    for start in starts[: bisect_left(starts, FIRST_SENTENCES)]:
        ends = [found.end() for pattern in _SUBJECT if (found := pattern.match(text, start))]
        name = next((known[end] for end in ends if end in known), None)
        if name and any_of("speaks").match(text, _subject_end(text, name)):
            return name
    for verb in places("interprets", text, 0, FIRST_SENTENCES):
        name = next((name for name in known.values() if _subject_end(text, name) == verb.start()), None)
        if name:
            return name
    return None


def _read_courteous(text: str, names: NamesBetween) -> Name | None:
    """The one State that thanks or welcomes at the head of a sentence, in a text told in the first person."""
    verbs = {verb.start() for verb in places("courtesy", text, 0, _OPENING)}
    if not _FIRST_PERSON.search(text, 0, _OPENING):
        return None
    thanking = [
        name
        for name in names(0, min(len(text), _OPENING)).values()
        if (
            _subject_end(text, name) in verbs
            and _HEAD.fullmatch(text, sentence_start(text, name.start + 1, _BEFORE), name.start)
        )
        or (_AS.search(text, max(0, name.start - 8), name.start) and _WE.match(text, name.end))
        or _MY_COUNTRY.search(text, max(0, name.start - 100), name.start)
    ]
    return thanking[0] if len({name.actor for name in thanking}) == 1 else None


# "As the European Union, we"
_AS = re.compile(r"\bAs\s(?:the\s)?\Z")
_WE = re.compile(r",\s(?:we|I)\b")
# "in my country, Norway"; "I assure you of the support of the delegation of Norway"
_MY_COUNTRY = re.compile(
    r"(?:\b[Mm]y\s(?:own\s)?(?:country|delegation|Government),\s|\b[Ii]\sassure\s[^.\n]{0,60}\sof\sthe\sdelegation\sof\s"
    r"|\bexplain\sthe\sposition\sof\s)(?:the\s)?\Z"
)
_FIRST_PERSON = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y|[Qq]uiero|[Aa]gradezco|[Nn]os|[Nn]uestr[oa]s?|[Mm]i|[Nn]ous|[Nn]otre|[Ww]ir|[Uu]nsere?|[Ii]ch"
    r"|[Nn]oi|[Nn]ostr[aieo]|[Dd]esidero|[Мм]ы|[Нн]аш\w{0,3}|[Яя])\b"
)
# The head of a sentence, or what stands there up to a comma: "In this context, Norway", "En Ucrania, España".
_HEAD = re.compile(
    r"\W*(?:(?:in|on|as|with|at|en|im|auf|dans|nel|sul|в|на)\s[^.,;:]{1,80},\s+|[^\W\d_]{2,15},\s+"
    r"|thank you,?\s[^.,;:]{1,40},\s+)?"
    r"(?:(?:(?:let me|I)\s+(?:\w+ly\s+)?(?:reiterate|stress|emphasi[sz]e|repeat|confirm|assure you)|rest assured)"
    r" that\s+)?"
    r"(?:(?:the|la|le|el|die|der)\s+)?(?:l['’])?",
    re.IGNORECASE,
)
_SUBJECT = (
    re.compile(r"(?:the\s+)?", re.IGNORECASE),
    re.compile(r"(?:the\s+)?(?:\d\d\s+)?member\s+states\s+of\s+(?:the\s+)?", re.IGNORECASE),
    re.compile(r"(?:the\s+)?(?:permanent\s+)?delegation\s+of\s+(?:the\s+)?", re.IGNORECASE),
)


def _subject_end(text: str, name: Name) -> int:
    """Where the verb of a subject begins, past "and its Member States" or the noun of an adjective."""
    noun = re.compile(r"[^\S\n]*(?:delegation\b\s*)?", re.IGNORECASE).match(text, members_end(text, name))
    return noun.end() if noun else name.end
