"""The kind of a document, by its series, its title and its letterhead; the cues are a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osce_analysis.documents.closings import closing_kind
from osce_analysis.documents.letters import small
from osce_analysis.documents.openings import is_preamble, is_salutation
from osce_analysis.documents.symbols import Symbol
from osce_analysis.documents.titles import DECISION, SPEECH

_SERIES_KINDS = {
    "DEC": "decision",
    "DD": "decision",
    "JOUR": "journal",
    "NGO": "NGO paper",
    "ODIHR": "report",
    "DOC": "other",
}
# All patterns but that of the first person are for small letters.
# Kind, language, and the words of a title that tell it; of two kinds the earlier one wins.
CUES: tuple[tuple[str, str, str], ...] = (
    ("press release", "en", r"(?:press|news) (?:release|statement)|media advisory"),
    ("press release", "fr", r"communiqué de presse"),
    ("press release", "de", r"pressemitteilung|(?:presse)?aussendung|medienmitteilung"),
    ("press release", "es", r"(?:nota|comunicado) de prensa"),
    ("press release", "it", r"comunicato stampa"),
    ("press release", "ru", r"пресс-релиз|сообщение для печати"),
    (
        "journal",
        "en",
        r"journal of the \d{1,4}(?:st|nd|rd|th)\b|"
        r"^\d{1,4}(?:st|nd|rd|th) (?:\([a-z]+\) )?(?:plenary|joint) meeting of",
    ),
    (
        "journal",
        "fr",
        r"journal de la \d{1,4} ?(?:re|e|è[rm]?e|ème)\b|"
        r"^\d{1,4} ?(?:re|e|ème)? séance (?:plénière|commune) d[ue]",
    ),
    ("journal", "de", r"journal der \d{1,4}\.|^\d{1,4}\. (?:plenarsitzung|gemeinsame sitzung) des"),
    ("journal", "es", r"diario de la \d{1,4} ?[ªa]|^\d{1,4} ?[ªa]? sesión (?:plenaria|conjunta) del"),
    ("journal", "it", r"giornale della \d{1,4} ?[ªa]|^\d{1,4} ?[ªa]? seduta (?:plenaria|congiunta) del"),
    ("journal", "ru", r"журнал \d{1,4}-го|^\d{1,4}-е (?:пленарное|совместное) заседание"),
    ("interpretative statement", "en", r"interpret(?:at)?ive statement"),
    ("interpretative statement", "fr", r"déclaration interprétative"),
    ("interpretative statement", "de", r"interpretative\w? erklärung"),
    ("interpretative statement", "es", r"declaración interpretativa"),
    ("interpretative statement", "it", r"dichiarazione interpretativa"),
    ("interpretative statement", "ru", r"интерпретирующ\w+ заявлени|заявлени\w+ о толковании"),
    (
        "NGO paper",
        "en",
        r"(?:statement|contribution|intervention) (?:by|of) (?:the )?(?:ngo|non-governmental)",
    ),
    ("NGO paper", "fr", r"(?:déclaration|contribution) de (?:la |l['’])?(?:ong|organisation non)"),
    ("NGO paper", "de", r"(?:erklärung|beitrag) der (?:nro|nichtregierungsorganisation)"),
    ("NGO paper", "es", r"(?:declaración|contribución) de la (?:ong|organización no)"),
    ("NGO paper", "it", r"(?:dichiarazione|contributo) (?:della|dell['’]) ?(?:ong|organizzazione non)"),
    ("NGO paper", "ru", r"(?:заявление|выступление) (?:нпо|неправительственн)"),
    ("joint statement", "en", r"joint (?:\w+ )?(?:statement|declaration)"),
    ("joint statement", "fr", r"déclaration (?:conjointe|commune)"),
    ("joint statement", "de", r"gemeinsame\w? erklärung"),
    ("joint statement", "es", r"declaración conjunta"),
    ("joint statement", "it", r"dichiarazione congiunta"),
    ("joint statement", "ru", r"совместн\w+ заявлени"),
)
# What only then tells the kind when the title is of no speech.
_LATER: tuple[tuple[str, str, str], ...] = (
    (
        "NGO paper",
        "en",
        r"ngo|non-governmental organi[sz]ation|written contribution|"
        r"civil society (?:forum|conference|organi[sz]ations?|coalition)",
    ),
    ("NGO paper", "fr", r"ong|organisation non gouvernementale"),
    ("NGO paper", "de", r"nro|nichtregierungsorganisation"),
    ("NGO paper", "es", r"organización no gubernamental"),
    ("NGO paper", "it", r"organizzazione non governativa"),
    ("NGO paper", "ru", r"нпо|неправительственн\w+ организаци\w+"),
    ("report", "en", r"report|summary|compilation"),
    ("report", "fr", r"rapport|résumé"),
    ("report", "de", r"bericht|zusammenfassung"),
    ("report", "es", r"informe|resumen"),
    ("report", "it", r"rapporto|relazione|riassunto"),
    ("report", "ru", r"доклад|отч[её]т"),
)


def _any(cues: tuple[tuple[str, str, str], ...], kind: str) -> re.Pattern[str]:
    """The cues of one kind in one expression; a space stands for any white space."""
    patterns = "|".join(pattern for name, _, pattern in cues if name == kind)
    return re.compile(rf"(?<!\w)(?:{patterns.replace(' ?', chr(92) + 's?').replace(' ', chr(92) + 's+')})")


# What a council or a summit adopted, and a volume of many statements, are no statement of a delegation.
_ADOPTED = re.compile(
    r"(?:summit|ministerial|commemorative) declaration|statements and declarations|statements by (?:the )?delegations|"
    r"déclaration (?:ministérielle|commémorative|du sommet)|(?:gipfel|minister|gedenk)erklärung|"
    r"declaración (?:ministerial|conmemorativa|de la cumbre)|dichiarazione (?:ministeriale|commemorativa|del vertice)|"
    r"декларация (?:совета министров|саммита|встречи на высшем уровне)|министерская декларация"
)
_TITLED = {kind: _any(CUES, kind) for kind, _, _ in CUES} | {"decision": DECISION}
_OTHERWISE = {kind: re.compile(_any(_LATER, kind).pattern + r"(?!\w)") for kind, _, _ in _LATER}
# Who speaks, in the first person; outside quotation marks, where a report has it.
_FIRST_PERSON = re.compile(
    r"\b(?:I(?![.)])|[Ww]e|[Oo]ur|[Mm]y|[Nn]ous|[Nn]otre|[Jj]e|Ich|Hablo|Tomo|Parlo|Prendo|Intervengo|Я|[Ww]ir|[Uu]nsere?\w?|[Nn]oi|"
    r"[Nn]ostr[oaie]|[Nn]osotros|[Nn]uestr[oa]s?|[Mm]is?|[Qq]ui(?:ero|siera)|[Aa]gradezco|[Mm]ia|[Vv]orrei|[Dd]esidero|[Mm]eine?[mnrs]?|[Mm]es|[Mm]on|"
    r"[Мм]ы|[Нн]аш\w{0,3})\b"
)
_QUOTES = re.compile(r"[\"“”„«»]")
# "N pronounced a joint statement at the meeting": told of one, by another.
_TOLD_OF = re.compile(
    r"\b(?:delivered|pronounced|made|issued|adopted|released|read out) (?:an?|the|this|its|their) (?:joint |national )?"
    r"(?:statement|speech|address|declaration)\b|"
    r"\b(?:delivers?|issues?|adopts?|releases?|signs?) (?:an? |the )?(?:joint |national )?(?:statement|declaration)\b"
)
# A reporter's verbs, agencies, and days told from that of the report, where nothing else tells what a text is.
_REPORTED = re.compile(
    r"\b(?:said|(?<!who )says|stressed|emphasi[sz]ed|told (?:reporters|journalists)|added that|according to|"
    r"has? learned|reports|"
    r"(?:тасс|риа новости|tass|reuters|ots|dpa|ansa|afp|efe|press service|пресс-служб\w{1,3}|pressedienst\w?|"
    r"correspondent|корреспондент\w?|medienmitteilung|pressemitteilung)|twitterte|was (?:quoted|obtained)|"
    r"has (?:extended|adopted|approved|participated|taken part)|"
    r"sagte|betonte|erklärte|teilte mit|berichtet\w?|(?:hat|haben) \w+ (?:teilgenommen|betont|erklärt)|"
    r"a (?:\w+é|remis|tenu|dit)|dijo|afirmó|subrayó|destacó|señaló|informó|ha \w+(?:ado|ido)|"
    r"ha (?:detto|\w+(?:ato|uto|ito))|"
    r"(?:сказал|отметил|подчеркнул|заявил|сообщил|выступил|проинформировал|написал|добавил|обратил|считает|передает|"
    r"открыл|прин[яи])(?:[аи]|[аи]?сь|ось|ся)?|было отмечено|"
    r"today|yesterday|on (?:mon|tues|wednes|thurs|fri)day|heute|gestern|am (?:mon|diens|donners|frei)tag|am mittwoch|"
    r"aujourd['’]hui|ce (?:lun|mar|mercre|jeu|vendre)di|hoy|ayer|oggi|ieri|questa mattina|сегодня|вчера|"
    r"в (?:понедельник|вторник|среду|четверг|пятницу))(?!\w)"
)
_OPENING = 3  # paragraphs in which a statement shows itself
_REPORT = 8  # paragraphs in which a report does
_REPORT_READ = 1_500  # characters of each
_READ = 600  # characters of each
# What a letterhead tells, where title and text do not.
_LETTERHEADS = {
    "NGO paper": re.compile(
        r"(?<!\w)(?:human rights (?:forum|house|watch|cent(?:er|re)|defenders)|helsinki committee|foundation|"
        r"association|e\.v\.|fondation|stiftung|fundación|fondazione|фонд|правозащитн\w+)(?!\w)"
    ),
    "report": re.compile(r"(?<!\w)(?:daily|weekly|spot|status|interim|progress) report(?!\w)"),
}
INTERPRETATIVE = _TITLED["interpretative statement"]
_INTERPRETS = re.compile(
    r"\bfollowing interpret(?:at)?ive statement|\bdéclaration interprétative suivante|"
    r"\bfolgende interpretative erklärung|\bsiguiente declaración interpretativa|"
    r"\bseguente dichiarazione interpretativa|"
    r"\bследующее интерпретирующее заявление"
)


def is_spoken(paragraphs: Sequence[str], closing: str) -> bool:
    """Whether a text greets the meeting, thanks it, or is told in the first person.

    Examples
    --------
    >>> is_spoken(["1. Dear Ambassador, welcome."], ""), is_spoken(["The Council met on Monday."], "")
    (True, False)
    """
    opening = [paragraph.lstrip("0123456789.)( ")[:_READ] for paragraph in paragraphs[:_OPENING]]
    if closing_kind(closing.split("\n", 1)[0]) == "formula":
        return True
    if any(map(is_salutation, opening)):
        return True
    if any(map(is_preamble, opening)):
        return False
    return any(_FIRST_PERSON.search(paragraph) and not _QUOTES.search(paragraph) for paragraph in opening)


def interprets(paragraphs: Sequence[str]) -> bool:
    """Whether a text says that it is an interpretative statement.

    Examples
    --------
    >>> interprets(["Malta would like to make the following interpretative statement."])
    True
    """
    return bool(paragraphs) and any(
        _INTERPRETS.search(small(paragraph[:_READ])) for paragraph in paragraphs[:2]
    )


def is_told_of(title: str, paragraphs: Sequence[str]) -> bool:
    """Whether a text tells of a statement that somebody else made.

    Examples
    --------
    >>> is_told_of("News", ["Ambassador Doe delivered a joint statement in Vienna."])
    True
    """
    head = (title, paragraphs[0][:_READ] if paragraphs else "")
    return any(_TOLD_OF.search(small(text)) for text in head) and not is_spoken(paragraphs, "")


def is_reported(paragraphs: Sequence[str]) -> bool:
    """Whether the first paragraphs report what others said.

    Examples
    --------
    >>> is_reported(["The Minister said that the talks go on."]), is_reported(["The talks go on."])
    (True, False)
    """
    opening = [paragraph[:_REPORT_READ] for paragraph in paragraphs[:_REPORT]]
    adopted = any(is_preamble(paragraph.lstrip("0123456789.)( ")) for paragraph in opening)
    return not adopted and any(_REPORTED.search(small(paragraph)) for paragraph in opening)


def kind_of_document(symbol: Symbol | None, title: str, *, spoken: bool, letterhead: str = "") -> str:
    """The kind of a document; one of `corpus.schema.KINDS`.

    Parameters
    ----------
    symbol : Symbol or None
        The document's symbol; None for what is attached to another document.
    title : str
        Its title, empty where there is none.
    spoken : bool
        Whether it greets the meeting or thanks it, as only a statement does.
    letterhead : str
        What stands above the title.

    Examples
    --------
    >>> kind_of_document(None, "Joint statement on media freedom", spoken=False)
    'joint statement'
    """
    if symbol and symbol.series in _SERIES_KINDS:
        return _SERIES_KINDS[symbol.series]
    title, letterhead = small(title), small(letterhead)
    told = next((kind for kind, pattern in _TITLED.items() if pattern.search(title)), None)
    if told:
        return told
    if not symbol and _ADOPTED.search(title):
        return "other"
    if (symbol and symbol.series == "DEL") or SPEECH.search(title):
        return "statement"
    if not spoken and _TITLED["press release"].search(letterhead):
        return "press release"
    told = next((kind for kind, pattern in _OTHERWISE.items() if pattern.search(title)), None)
    if told:
        return told
    if _OTHERWISE["NGO paper"].search(letterhead):
        return "NGO paper"
    told = next((kind for kind, pattern in _LETTERHEADS.items() if pattern.search(letterhead)), None)
    if told and not spoken:
        return told
    return "statement" if spoken else "other"
