"""Whether a line opens the body: a salutation, a preamble or prose."""

from __future__ import annotations

import re
from datetime import date

from osce_analysis.documents.dates import parse_date
from osce_analysis.documents.letters import small

# Who is greeted, in small letters, by language; "Mr. John Smith, Ambassador" names a speaker and is no salutation.
SALUTATIONS: tuple[str, ...] = (
    r"(?:thank you|thanks)\b",
    r"(?:dear |distinguished |esteemed |honou?rable )*(?:mr|mrs|ms|mme|madam|mister)\.? ?"
    r"(?:chair|president|moderator|secretary|minister|ambassador|under|vice|co-chair|deputy|speaker|director|prime)",
    r"(?:dear |distinguished |esteemed |honou?rable |fellow )+(?:chair|colleague|delegate|ambassador|minister|"
    r"secretary|representative|participant|friend|member|excellenc|president|head|ladies|guest)",
    r"(?:your |dear )?excellenc(?:y|ies)\b", r"ladies and gentlemen", r"(?:dear )?colleagues\b", r"(?:dear )?friends,",
    r"chair(?:person|man|woman)?(?:-in-office)?,",
    r"(?:secretar(?:y|ies)|director)s?[ -]generals?,(?=$| (?:mr|madam|dear|excell|ambass|disting))",
    r"(?:monsieur|madame|mesdames|messieurs)\b", r"chers? coll[èe]gues", r"excellences?\b", r"merci\b",
    r"(?:sehr )?geehrter?\b", r"(?:herr|frau) (?:vorsitz|präsident|minister|botschaft|general)", r"exzellenz(?:en)?\b",
    r"meine damen und herren", r"liebe kolleg", r"danke\b", r"vielen dank",
    r"(?:señor|señora|señoras|señores|sr\.|sra\.) ?(?:president|ministr|embajador|secretari|y |colega)",
    r"(?:distinguid|estimad|querid)[oa]s? ", r"excelencias?\b", r"(?:muchas )?gracias\b",
    r"(?:signor|signora|signore|signori)\b", r"(?:cari|illustri|egregi) ", r"eccellenz[ae]\b", r"grazie\b",
    r"(?:глубоко)?уважаем", r"(?:господин|г-н|г-жа) (?:председател|министр|посол|генеральн|модератор)",
    r"госпожа ", r"дамы и господа",
    r"ваш[еи]? превосходительств", r"коллеги\b", r"спасибо\b", r"благодар(?:ю|им)\b",
)  # fmt: skip
# Several are greeted by office and name: "Chairperson Doe, distinguished ministers, colleagues,".
_GREETED = re.compile(
    r"(?:chair(?:person|man|woman)?|(?:prime |foreign )?minister|president|secretary|director|ambassador)\b"
    r"[^.:;!?\d]{0,80}\b(?:excellencies|colleagues|gentlemen|ministers|delegates|friends),$|"
    r"[\"“]?(?:(?:prime |foreign )?minister|president|secretary(?:[ -]general)?|director|ambassador|commissioner) "
    r"[^\W\d_]{2,25}(?:-[^\W\d_]{2,25})?[,!]$"
)
_SPEAKS = re.compile(
    r"(?:I|We|Let me|Allow me|Permit me|On behalf of|Je|Nous|Au nom d[eu]s?|Ich|Wir|Im Namen|Hablo|Hablamos|"
    r"Tomo la palabra|En nombre|Parlo|Parliamo|Prendo la parola|A nome|Я|Мы|От имени)\s|J['’]",
    re.IGNORECASE,
)
_SALUTATION = re.compile(rf"(?:[\"“«]|[–—-]\s)?(?:{'|'.join(SALUTATIONS)})")
# A greeting within a line: stricter, since names of offices stand in titles too.
SALUTATION_INSIDE = re.compile(
    r"\b(?:(?:Dear |Distinguished |Esteemed )?(?:Mr|Ms|Mrs|Mme|Madam|Distinguished|Dear|Esteemed|Monsieur le|"
    r"Madame la|Sehr geehrte[rs]?|Señora?|Signor|Уважаем\w{2}|Господин|Госпожа)\.? (?:Chair\w*|President\w*|"
    r"Président\w*|Mod[eé]rat\w+|[Cc]olleagues|Herr|Frau|г-н|г-жа|[Пп]редседатель|господин|госпожа)\b"
    r"[^.,:;]{0,40}[,:]|(?:Ladies and [Gg]entlemen|Excellencies|Your Excellenc\w+),|"
    r"(?:Señor(?:es|as)?|Signor[aie]?|Signore|Mesdames|Messieurs|Madame|Monsieur|Frau|Herr|Г-н|Г-жа) "
    r"(?:Ministr\w+|Embajador\w*|Presidente\w*|Ambasciator\w*|les \w+|Vorsitzende\w?|Präsident\w*|"
    r"[Пп]редседатель)\b[^.,:;]{0,40},|"
    r"Thank you,? (?:Mr|Madam|Chair))"
)
# "VIENNA, 3 December 2021 – The Chair said", "VIENNA – The Chair said", "Łódź, 01.12.2022 - The Chair said",
# "Wien (APA) - Der Vorsitz sagte".
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-ŽА-Я][^\W\d_]{1,20}(?:[ /.’'-]{1,3}[A-ZÀ-ŽА-Я][^\W\d_]{1,20}){0,4})"
    r"(?:, (?P<day>(?:\d{1,2} ?[–-] ?)?[^–—\n-]{8,25}?))?"
    r"(?P<agency>\.? ?(?:/[^\W\d_.][^\d_/]{1,20}/|\([^\W\d_][^\d_()]{1,20}\)(?= [–—-]))\.?)?"
    r"(?(agency)[ –—-]{1,4}| ?[–—-][ .]{0,2})(?=\S)"
)
_RELEASE = 12  # words; the first sentence of a release is hardly shorter
PREAMBLES: tuple[str, ...] = (
    r"the (?:permanent|ministerial) council(?: of the \w+)?,", r"the forum for security co-?operation(?: \(fsc\))?,",
    r"le forum pour la coopération en matière de sécurité", r"el foro de cooperación en materia de seguridad",
    r"il foro di cooperazione per la sicurezza", r"форум по сотрудничеству в области безопасности(?: \(\w+\))?,",
    r"the representatives of the participating states\b", r"les représentants des [eé]tats participants\b",
    r"die vertreter der teilnehmerstaaten\b", r"los representantes de los estados participantes\b",
    r"i rappresentanti degli stati partecipanti\b", r"представители государств(?:-| — )?участников\b",
    r"le conseil (?:permanent|ministériel),", r"der (?:ständige rat|ministerrat),",
    r"das forum für sicherheitskooperation",
    r"el consejo (?:permanente|ministerial),", r"il consiglio (?:permanente|dei ministri),",
    r"(?:постоянный совет|совет министров),",
    r"the [\w ]{3,40} (?:council|assembly|conference|committee),$",
    r"(?:whereas|having|recalling|reaffirming|noting|taking (?:note|into account)|bearing in mind|considering|"
    r"recognizing|convinced|determined|(?:gravely |deeply )?concerned|conscious|mindful|welcoming|guided|acting)"
    r"\b.{20,}",
    r"(?:1\. ?)?(?:date|datum|fecha|data|дата) ?:", r"we, (?:the|members|[\w ]{0,30}representatives)", r"nous, les",
    r"wir, die", r"(?:question|frage|pregunta|domanda|вопрос) ?: ",
)  # fmt: skip
_CONTENTS = re.compile(
    r"(?:\d )?(?:table of contents|table des mati[èe]res|inhaltsverzeichnis|[íi]ndice|sommario|содержание)"
    r"(?: (?:page|seite|p[áa]gina|стр\.?)\b.*)?"
)
_PREAMBLE = re.compile("|".join(PREAMBLES))
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.):]|[-•–])\s?(?=\S)")
# The heading of a report's first section.
_HEADED = re.compile(
    r"(?:1|I)\.? (?:introduction|background|overview|general|summary|executive summary|einleitung|introducción|"
    r"introduzione|введение|общие)\b",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[,;.:!?] ")  # a cover that lost its line ends has none
_CUT_TITLE = 20  # words; a title cut short is shorter
_CUT = ("...", "…", "·")  # a viewer's title, cut short
_LOOKED_AT = 400  # characters of a line that tell what it opens, and whether it is in capitals
_YEAR = (" г.", " гг.")  # a Russian year's full stop
_STOPS = (".", "!", "?", ":", ";", ".”", '."', ".»", "…")


def is_salutation(line: str) -> bool:
    """Whether a line greets the meeting (or thanks the chair for the floor).

    Examples
    --------
    >>> is_salutation("Mr. Chairperson,"), is_salutation("Mr. John Smith, Permanent Representative")
    (True, False)
    """
    lowered = small(line[:_LOOKED_AT])
    return bool(_SALUTATION.match(lowered) or _GREETED.match(lowered)) and not is_capital(line)


def is_preamble(line: str) -> bool:
    """Whether a line opens a decision, a journal or a declaration.

    Examples
    --------
    >>> is_preamble("The Permanent Council,"), is_preamble("Permanent Council")
    (True, False)
    """
    lowered = small(line[:_LOOKED_AT])
    return bool(_PREAMBLE.match(lowered) and not is_capital(line)) or bool(_CONTENTS.fullmatch(lowered))


def read_dateline(line: str) -> tuple[str, date | None] | None:
    """The place with which a press release begins, and the day where it names one.

    Examples
    --------
    >>> read_dateline("VIENNA, 3 December 2021 – The Chair said today")
    ('VIENNA', datetime.date(2021, 12, 3))
    """
    found = _DATELINE.match(line)
    if not found:
        return None
    day = parse_date(found["day"]) if found["day"] else None
    capital = found["place"].isupper()
    if (found["day"] and not day and not found["agency"]) or not (
        day or found["agency"] or (capital and len(found["place"]) > 4)
    ):
        return None
    enough = len(line[found.end() :].split(None, _RELEASE)) > _RELEASE
    return (found["place"], day) if enough or (day and capital) else None


def opens_body(line: str, *, titled: bool) -> bool:
    """Whether the body begins with this line.

    Parameters
    ----------
    line : str
        A line of the header's end.
    titled : bool
        Whether a title stands above: then also a short sentence opens the body.

    Examples
    --------
    >>> opens_body("We thank the Chairpersonship.", titled=True), opens_body("On media freedom", titled=True)
    (True, False)
    """
    if is_salutation(line) or is_preamble(line) or (titled and _HEADED.match(line)):
        return True
    if is_capital(line):
        return False
    words = line.split()
    prose = line.rstrip("*0123456789").endswith(_STOPS)
    prose = prose and not (line.endswith(_CUT) and len(words) < _CUT_TITLE) and not line.endswith(_YEAR)
    if len(words) >= 40:
        return prose or _PAUSE.search(line) is not None
    if _NUMBERED.match(line):
        return titled and len(words) >= 6
    return prose and len(words) >= (4 if titled or _SPEAKS.match(line) else 12)


def is_capital(line: str) -> bool:
    """Whether a line is in capitals, as titles are (a "th" in "1291st" may be small).

    Examples
    --------
    >>> is_capital("AT THE 1291st MEETING OF THE COUNCIL"), is_capital("At the 1291st meeting")
    (True, False)
    """
    letters = list(filter(str.isalpha, line[:_LOOKED_AT]))
    return bool(letters) and sum(map(str.isupper, letters)) >= 0.8 * len(letters)
