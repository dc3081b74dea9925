"""What a title says: who speaks or decides, and the subject."""

from __future__ import annotations

import re

from osce_analysis.documents.dates import find_date_ranges
from osce_analysis.documents.letters import small
from osce_analysis.documents.meetings import find_meeting

# The words that open a subject, in small letters, by language; longer ones first.
SUBJECT_OPENERS: dict[str, str] = {
    "en": r"in response to|in reply to|(?:(?<=response )|(?<=reply ))to|in connection with|on the occasion of|"
    "with regard to|regarding|concerning|on",
    "fr": "en réponse à|en réponse aux?|au(?= rapport)|à l['’]occasion d[eu]|au sujet d[eu]|concernant|relative à|sur",
    "de": "in antwort auf|als antwort auf|anlässlich|betreffend|in bezug auf|über|zum|zur|zu",
    "es": "en respuesta al?|con motivo de|en relación con|relativ[ao] al?|acerca de|sobre",
    "it": r"in risposta (?:a|al|alla|all['’])|in occasione (?:di|del|della)|in merito (?:a|al|alla)|concernente|"
    r"sull['’]|sulla|sulle|sugli|sullo|sui|sul|su",
    "ru": "в ответ на|в связи с|по случаю|по вопросу об?|относительно|касательно|о|об|по",
}
# "on" is part of an office's or body's name after these, and of "on behalf of".
_OPENER = re.compile(
    r"(?<![\w’'-])(?<!commissioner )(?<!representative )(?<!forum )(?<!adviser )(?<!rapporteur )(?<!dialogue )"
    r"(?<!форум )(?<!форума )(?<!форуме )(?<!early )(?<!организации )(?<!friends )"
    rf"(?:{'|'.join(SUBJECT_OPENERS.values())})(?:\s+|(?<=['’]))(?!behalf\b|\d)"
)
# In small letters. Titles that say who speaks; others say what about.
SPEECH = re.compile(
    r"\b(?:statements?|speech|address|remarks|intervention|response|reply|declaration|contribution|presentation|"
    r"déclaration|discours|allocution|réponse|erklärung|rede|ansprache|stellungnahme|antwort|"
    r"declaración|discurso|intervención|respuesta|dichiarazione|discorso|intervento|risposta|"
    r"заявлени[еяю]|выступлени[еяю]|ответ|речь)\b"
)
# Titles that say what was reported.
REPORT = re.compile(r"^(?:[\w-]+ ){0,2}(?:report|rapport|bericht|informe|rapporto|доклад)\b", re.IGNORECASE)
# The words that number a decision.
DECISION = re.compile(
    r"(?<!\w)(?:decision|décision|beschluss|decisión|decisione|решение)\s+(?:no|nr|n|№)\s?[.°º]?\s?\d[\d/]{0,12}",
    re.IGNORECASE,
)
# The words between a title and its meeting: "at the special meeting of the OSCE".
_AT_THE = re.compile(
    r"[\s,–-]{0,4}\b(?:delivered\s)?(?:at|during|to|before|in|auf|bei|während|an|à|au|lors d[eu]|en|ante|durante|"
    r"alla|al|nel|на|в ходе)(?:\s(?:the|an?|la|le|l['’]|el|der|dem|die|das|den|of|du|de|del|des|della|special|"
    r"plenary|regular|joint|meeting|session|séance|sitzung|sesión|seduta|заседании|специальном|osce|osze|обсе)){0,7}\s{0,2}$",
    re.IGNORECASE,
)
# What may follow its name: "of the OSCE, Vienna, 3 December 2020".
_AND_PLACE = re.compile(r"^(?:\s(?:of the )?OSCE|\sОБСЕ)?[\s,(]{0,4}(?:[A-ZÀ-Ž][\w’'-]{2,20},?\s?)?")
_REPLIES = frozenset({"in response to", "in reply to", "to"})
# "The report on media law": "on" goes with the report.
_REPORTED = re.compile(r"\b(?:reports?|updates?|briefing|decision|dialogue|document|work)\s$", re.IGNORECASE)
# A line under a title that names who speaks.
_SPEAKER = re.compile(
    r"(?:ambassador|mr|ms|mrs|h\.e\.|permanent representative|minister|head of|by|delivered|m\.|mme|посол)\b",
    re.IGNORECASE,
)
_DELIVERED = re.compile(r",?\s(?:as )?delivered by\b.*")
_AGENDA_ITEM = re.compile(
    r"\(?agenda item \d{1,2}[,:]?\s|(?:subject|objet|betreff|asunto|oggetto|тема) ?:\s", re.IGNORECASE
)
_EDGES = " ,;:–—-|•"
_BRACKETED_PLACE = re.compile(r"\s?\([^\W\d_]{3,20}\)$|\s?\(\s?\)")


def subject_of(title: str, subtitle: str | None = None, body: str | None = None) -> str | None:
    """What a document is about: its title without names, "on" and the meeting.

    Parameters
    ----------
    title : str
        The title, its lines joined.
    subtitle : str, optional
        The line under the title and the date, where there is one ("On the situation in ...").
    body : str, optional
        The body of the symbol.

    Returns
    -------
    str or None
        As printed; None where the title names only the speaker and the meeting.

    Examples
    --------
    >>> subject_of("STATEMENT BY CANADA ON MEDIA FREEDOM, AT THE 1291st MEETING OF THE PERMANENT COUNCIL")
    'MEDIA FREEDOM'
    """
    bare = without_meeting(DECISION.sub("", title, count=1), body)
    subject = _opened(bare)
    if subject is None and subtitle and not _SPEAKER.match(subtitle):
        bare = without_meeting(subtitle, body)
        subject = _opened(bare)
    if subject:
        return _trim(subject)
    before, colon, after = bare.partition(":")
    if colon and SPEECH.search(small(before)) is None and SPEECH.search(small(after)):
        return _trim(before)
    return None if SPEECH.search(small(bare)) else _trim(bare)


def _opened(title: str) -> str | None:
    """What an opener such as "on" begins, at the start of a title or after "statement" or the like.

    "In response to N on media law" is about media law, "in response to the report on media law" about the report.
    """
    spoken = SPEECH.search(small(title))
    openers = [
        opener
        for opener in _OPENER.finditer(small(title))
        if opener.start() == 0 or (spoken and spoken.end() <= opener.start())
    ]
    if not openers:
        return None
    first, *later = openers
    if first[0].strip() in _REPLIES and later:
        its_own = _REPORTED.search(title[max(0, later[0].start() - 20) : later[0].start()])
        first = first if its_own else later[0]
    return title[first.end() :]


def without_meeting(text: str, body: str | None = None) -> str:
    """A title without the meeting, its place and its date.

    Parameters
    ----------
    text : str
        A title or another line of a header.
    body : str, optional
        The body of the symbol.

    Examples
    --------
    >>> without_meeting("Statement on media freedom at the 1291st meeting of the Permanent Council, Vienna")
    'Statement on media freedom'
    """
    meeting = find_meeting(text, body)
    head = _AT_THE.sub("", text[: meeting.start]) if meeting else text
    if meeting and (meeting.number is not None or len(head) < meeting.start):
        tail = _AND_PLACE.sub(" ", text[meeting.end :])
        text = head + tail if head.strip(_EDGES) else tail
    for found in reversed(find_date_ranges(text)):
        if not text[: found.start].rstrip().endswith(("until", "till", "by", "to", "from", "since", "of")):
            text = f"{text[: found.start].rstrip(' ,(')} {text[found.end :].lstrip(' )')}"
    return text.strip(_EDGES)


def _trim(text: str) -> str | None:
    text = _DELIVERED.sub("", _AGENDA_ITEM.sub("", _BRACKETED_PLACE.sub("", text))).strip(_EDGES)
    return (text if "(" in text else text.rstrip(")")) or None
