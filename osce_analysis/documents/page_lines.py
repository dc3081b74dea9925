"""What a viewer's or a web page sets about a text: labels and buttons, captions, the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from osce_analysis.documents.dates import find_dates
from osce_analysis.documents.letters import small
from osce_analysis.documents.openings import is_salutation
from osce_analysis.documents.symbols import BODY

# Lines that say nothing of the document; each pattern stands for a whole line, in small letters.
LABELS: tuple[str, ...] = (
    r"(?:total page|file type|similar documents|download|size ?:|page \d+ ?:|upload ?:|save this pdf as).{0,200}",
    r"<<", r"start display at page ?:?", r"transcription|transcript(?: of .{0,200})?", r"quick viewing ?\(text mode\)",
    r"(?:word|png|txt|jpg|pdf)(?: (?:word|png|txt|jpg|pdf)){0,4}", r"\d{1,4} (?:downloads?|views?|of \d{1,4})",
    r"category ?:|documents|advertisement|survey|\+? ?similar",
    r"skip (?:links|to .{0,30})|language selection|(?:advanced )?search|menu|home",
    r"share(?: (?:this|[\"“]).{0,300})?|tweet|e?mail",
    r"back(?: up| to top| top)?(?: print)?(?: pdf)?|(?:print|pdf)(?: version| this page)?|read more.{0,4}|more|riga",
    r"article notification.{0,60}|(?:in|de)crease font size.{0,40}|listen|on this page|contents?|downloads?",
    r"(?:the )?main theses(?: are)?.{0,3}", r"\(?via video.{0,20}", r"begin text.?|full text.?|end text.?",
    r"texte intégral", r"(?:this page (?:is|has) not|diese seite ist nicht|cette page n['’]est pas|esta página no|"
    r"questa pagina non è|эта страница не) .{0,120}",
    r"\(?begin transcript\)?", r"read completely", r"основные тезисы.?", r"(?:published|distributed) by .{0,80}",
    r"(?:pdf|word|print(?:able)?) version.{0,40}|(?:see|read|download) (?:the )?full (?:text|statement|version).{0,60}",
    r"(?:speech|statement|news|article)(?:/\w{1,20})? ?\|.{0,80}|publish(?:er|ed under) ?: .{0,120}",
    r"\d{1,3}[ -]min(?:ute)?s?[ -]read|font size ?:?",
    r"(?:yes no )?was this document useful.{0,60}|thank you for your participation.?|document related concepts|"
    r"\*? ?your assessment is very important.{0,120}|no text concepts found|yes no",
    r"resources|ressources|informationsmaterial|recursos|risorse|ресурсы|anuncio|annonce|anzeige|реклама",
    r"(?:text[eo]|testo) (?:complet|completo|íntegro|integrale)|volltext|полный текст",
    r"menu|menú|inicio|accueil|startseite|главная|zurück|retour|volver|indietro|назад|news|(?:официальные )?новости",
    r"(?:выступления|заявления)(?:,? | и )интервью.{0,40}|categor(?:y|ies|ía|ías|ie|ia) ?:.{0,60}",
    r"(?:condividi|compartir|partager|teilen|поделиться)\b.{0,120}|n/a|copied!|protected|academic year ?:.{0,20}",
    r"(?:\d\. )?© ?\S.{0,60}|• ?non ci sono risultati\.?|!\[.{0,300}",
    r"[\W_]*\d{0,4}[\W_]*",
    r"(?:press release|communiqué de presse|pressemitteilung|nota de prensa|comunicato stampa|пресс-релиз)"
    r"(?: (?:n[.ºo°]{1,2}|nr\.?|№)? ?\d{1,5}(?:/\d{2,4})?)?",
    r"newsroom|conference / meeting document|preview ?:?|click to see full reader|epub|im[aá]genes de p[aá]ginas",
    r"(?:dimension[ei]|größe|taille|tamaño|размер) ?: ?px|(?:ab seite anzeigen|"
    r"iniziare la visualizzazion?e della pagina|commencer à balayer dès la page|"
    r"comenzar la demostración a partir de la página|"
    r"начинать показ со страницы) ?:?",
    r"транскрипт|transcripción|trascrizione|(?:ähnliche|verwandte) dokumente|documentos relacionados|"
    r"documents (?:similaires|pareils)|documenti analoghi|похожие документы",
    r"[\W_]*(?:[^\W\d_] ){2,20}[^\W\d_][\W_]*",  # a place in letters set apart, on the cover of a volume
    r"all news|все новости|willkommen auf den seiten .{0,40}|by .{0,40} (?:staff writer|reporter)",
    r"(?:statements|speeches)(?: (?:in|at|to) .{3,40})?|размер шрифта.{0,20}",
    r"рус(?:\W+(?:бел|eng|қаз|кыр))*",
    r"(?:source|quelle|fuente|fonte|источник) ?: ?https?:.*|(?:accessed|retrieved)\b.{0,40}",
)  # fmt: skip
# The same, with words that may stand anywhere in the line: those words, and the line.
WITHIN: tuple[tuple[str, str], ...] = (
    (" logo", r".{1,30} logo"),
    ("unique id", r".{0,60}unique id ?:.{0,40}"),
    ("press release", r".{0,40}\| ?press release ?\|.{0,120}"),
    ("cookie", r".{0,200}\bcookies?\b.{0,200}"),
    ("·", r".{0,200}· ?\d{4}-\d\d-\d\d ·.{0,40}"),
    # Who took the picture: "Desks in the hall (OSCE/N. Doe)".
    (
        "(",
        r"[^\n]{0,300}\((?:photo(?:graph)?|foto|picture|image|usosce|osce|©|ap|afp|reuters)\s?[/:©]?\s?[^()]{2,60}\)\.?",
    ),
    (":", r"(?:photo|picture|image|foto)(?: credit)? ?: .{0,120}"),
)
_LABEL = re.compile("|".join(LABELS))
_WITHIN = tuple((words, re.compile(pattern)) for words, pattern in WITHIN)
# An entry of a menu: "• Contacts".
_ENTRY = re.compile(r"[•·*–-] ?[^\W\d_]\S*(?: \S+){0,4}$")
# Where a document's own head begins: its symbol, or "STATEMENT BY" in capitals.
_SYMBOL = re.compile(rf"{BODY}(?:\(\d{{1,2}}\))?\.[A-Z]{{2,6}}[/.]?\S{{0,24}}(?: |$)")
_SPEECH = re.compile(r"(?:STATEMENT|ADDRESS|SPEECH|INTERVENTION|REMARKS)(?: BY\b|$)")
_TITLE = re.compile(
    r"(?:(?:opening |closing |joint |national )?statement|address|speech|remarks) (?:by|of) \S", re.I
)
_AHEAD = 12  # lines between a page's furniture and the document's head
_PARAGRAPH = 40  # words; furniture is shorter
_PUBLISHED = re.compile(
    r"\b(?:published|post(?:ed)? on|posted|issued|released|(?:last )?updated|publication|"
    r"date of (?:print|issue)|publiée? le|"
    r"veröffentlicht|publicad[oa]|pubblicat[oa]|опубл[иі]кован\w{0,2}|размещен\w{0,2}|"
    r"(?:dernière )?mise? à jour|zuletzt aktualisiert|(?:última )?actualización|(?:ultimo )?aggiornamento|"
    r"(?:последнее )?обновлен(?:ие|о)|дата публикации)\b"
)
_OF_THE_PAGE = re.compile(r"[\W\d]*(?:(?:the|this) )?(?:press release|statement|article|page)? ?(?:was )?")
_SHORT = 60  # characters; an entry of a menu is no longer
_NOTE = 14  # words; a note on publication is no longer


def is_page_line(line: str) -> bool:
    """Whether a line is a page's own and no part of the document.

    Parameters
    ----------
    line : str
        One line of a header.

    Examples
    --------
    >>> is_page_line("Skip to main content"), is_page_line("The hall in Vienna (OSCE/N. Doe)"), is_page_line("Speech")
    (True, True, False)
    """
    line = small(line)
    if _LABEL.fullmatch(line) or (len(line) < _SHORT and _ENTRY.match(line)):
        return True
    if any(words in line and pattern.fullmatch(line) for words, pattern in _WITHIN):
        return True
    if len(line.split()) > _NOTE:
        return False
    start = _OF_THE_PAGE.match(line)
    return bool(start and _PUBLISHED.match(line, start.end()) and any(map(str.isdigit, line)))


def is_above_head(line: str, following: Sequence[str]) -> bool:
    """Whether a line is furniture, since the document's own head comes only after it.

    Parameters
    ----------
    line : str
        A line that would open the body.
    following : sequence of str
        The lines after it.

    Examples
    --------
    >>> is_above_head("Rate this page, please.", ["PC.DEL/9001/21", "3 May 2021"])
    True
    """
    for number, text in enumerate((line, *following[:_AHEAD])):
        if len(text.split()) >= _PARAGRAPH:
            return False
        beside = " ".join(following[number - 1 : number + 2]) if number else ""
        if number and _SYMBOL.match(text) and find_dates(beside[:200]):
            return True
        if number and _SPEECH.match(text) and " by " in beside[:200].lower():
            return True
        if number and _TITLE.match(text) and any(map(is_salutation, following[number : number + 2])):
            return True
    return False


def published_on(line: str) -> date | None:
    """The day on which a line says that the page, or the release, came out.

    Examples
    --------
    >>> published_on("Published 10 September 2021"), published_on("We met on 10 September 2021")
    (datetime.date(2021, 9, 10), None)
    """
    found = _PUBLISHED.search(small(line[:300]))
    return _day(line[found.end() :]) if found else None


def _day(line: str) -> date | None:
    """The first date of a line."""
    found = find_dates(line[:300])
    return found[0][2] if found else None
