"""Pinpoints: articles, chapters, principles, paragraphs and annexes before or behind what is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from osce_analysis.documents.citations.folding import Folded

# Kind: the words for it. A pinpoint is given in English whatever the language of the text.
WORDS = {
    "Article": r"articles?|arts?\.?|artikel[ns]?|стат(?:ья|ьи|ье|ью|ьеи|еи|ьям|ьями|ьях)|ст\.|articulos?|articol[oi]",
    "Chapter": r"chapters?|chap\.?|ch\.|chapitres?|kapitel[ns]?|глав(?:а|ы|е|у|ои|ами|ах)|capitulos?|capitol[oi]",
    "section": r"sections?|abschnitt[es]?|раздел\w*",
    "Principle": r"principles?|principes?|prinzip(?:ien)?|принцип\w*",
    "paragraph": r"(?:operative |preambular )?(?:paragraphs?|paras?\.?|par\.|paragraphes?|absatz|abs\.|ziffern?"
    r"|punkte?|пункт\w*|п\.|parrafos?|paragraf[oi])",
    "annex": r"annex(?:es)?|annexes?|anhang|приложени\w*|anexos?",
    "agenda item": r"agenda item",
}
_RANK = {kind: rank for rank, kind in enumerate(("Chapter", "section", "Article", "Principle", "paragraph"))}
_WHOLE = r"(?![^\W\d_])"
_WORD = (
    "(?:" + "|".join(f"(?P<{kind.replace(' ', '_')}>{words})" for kind, words in WORDS.items()) + f"){_WHOLE}"
)
_ANY_WORD = f"(?:{'|'.join(WORDS.values())}){_WHOLE}"
_ITEM = (
    r"(?:\d{1,3}(?:\.\d{1,3}|-[a-z](?!\w)|[a-z](?!\w))*|[ivxl]{1,7}(?![^\W\d_])(?:\.\d{1,3})*)"
    r"(?: ?\([0-9a-z]{1,4}\)\d{0,2}){0,3}"
)
_RANGE = rf"{_ITEM}(?:(?: ?- ?| (?:to|bis|à|a|по) ){_ITEM})?"
_SEPARATOR = r"(?: ?, (?:(?:and|et|und|и|y|e) )?| (?:and|et|und|и|y|e|or|as well as) )"
_JOIN = rf"(?:{_SEPARATOR}| (?={_ANY_WORD})|,? of (?:the )?(?={_ANY_WORD}))"
# Atomic: what was read is not read again in another way, so that no list can make the search slow.
_PHRASE = rf"(?<!\w)(?>(?:{_ANY_WORD}) ?{_RANGE}(?:{_JOIN}(?:(?:{_ANY_WORD}) ?)?{_RANGE})*)"
_LINK = (
    r"(?: ?,)?(?: (?:of|from|in|under|to|within|du|de|de la|des|der|del|della|dello|aus))?"
    r"(?: (?:the|la|le|las|los|said|osce))* ?(?:l'|d'|dell')?"
)
_BEFORE = re.compile(rf"(?P<phrase>{_PHRASE}|(?<!\w)annex(?= to )){_LINK}$")
_AFTER = re.compile(
    rf" ?[,(] ?(?:in particular |especially |see |and )?(?:(?:its|their) )?"
    rf"(?P<phrase>{_PHRASE}|annex(?:es)?(?!\w))(?!,? (?:of|du|de|der|to)\b)"
)
# What such a phrase ends with: most citations have none before them, and this tells it at little cost.
_PINNED = re.compile(rf"(?:[\d)]|\d[a-z]|-[a-z]|(?<!\w)[ivxl]{{1,7}}|annex){_LINK}$")
_PIECE = re.compile(rf"(?:{_WORD} ?)?(?P<item>{_RANGE})?")
_REACH, _SHORT_REACH = 120, 40


@dataclass(frozen=True)
class Pinpoint:
    """One pinpoint, where it stands and how it reads: ``Article 2 (7)``."""

    start: int
    end: int
    label: str


def pinpoints_before(folded: Folded, start: int) -> tuple[Pinpoint, ...]:
    """The pinpoints of the phrase that ends where a citation starts: "Articles 1 and 2 (4) of the ..."."""
    window = max(0, start - _REACH)
    if not _PINNED.search(folded.text, max(0, start - _SHORT_REACH), start):
        return ()
    found = _BEFORE.search(folded.text, window, start)
    return _read(folded, *found.span("phrase")) if found else ()


def pinpoints_after(folded: Folded, end: int) -> tuple[int, tuple[Pinpoint, ...]]:
    """Where the phrase behind a citation ends, and its pinpoints: ", annex", "(Chapter IV, par. 5)"."""
    found = _AFTER.match(folded.text, end, end + _REACH)
    if found is None:
        return end, ()
    return found.end("phrase"), _read(folded, *found.span("phrase"))


def _read(folded: Folded, start: int, end: int) -> tuple[Pinpoint, ...]:
    """The pinpoints of a phrase; a paragraph of an article belongs to it."""
    pins: list[_Pin] = []
    kind, position = "", start
    while position < end:
        piece = _PIECE.match(folded.text, position, end)
        if piece is None or not piece.group():
            position += 1
            continue
        kind = next((name for name in WORDS if piece[name.replace(" ", "_")]), kind)
        if piece["item"] or kind == "annex":
            item = folded.kept[slice(*piece.span("item"))] if piece["item"] else ""
            pins.append(_Pin(piece.start(), piece.end(), kind, item.strip()))
        position = piece.end()
    return tuple(Pinpoint(*span, label) for span, label in _joined(folded.text, pins))


@dataclass(frozen=True)
class _Pin:
    start: int
    end: int
    kind: str
    item: str


def _joined(text: str, pins: list[_Pin]) -> Iterator[tuple[tuple[int, int], str]]:
    """Pinpoints with their parts: "Article 2, paragraph 7", "paragraph 7 of Article 2", "Chapter IV, par. 5"."""
    position = 0
    while position < len(pins):
        group = [pins[position]]
        while position + len(group) < len(pins) and _belongs(text, group[-1], pins[position + len(group)]):
            group.append(pins[position + len(group)])
        position += len(group)
        yield (group[0].start, group[-1].end), _label(sorted(group, key=lambda pin: _RANK.get(pin.kind, 0)))


def _belongs(text: str, left: _Pin, right: _Pin) -> bool:
    """Whether two neighbours name one place: a part follows its whole, or stands before "of" its whole."""
    if left.kind not in _RANK or right.kind not in _RANK:
        return False
    between = text[left.end : right.start]
    if " of " in between:
        return _RANK[left.kind] > _RANK[right.kind]
    return _RANK[left.kind] < _RANK[right.kind] and " and " not in between


def _label(pins: list[_Pin]) -> str:
    """The label of one place: ``Article 2 (7)``, ``Chapter IV, paragraph 5``, ``annex``."""
    label = ""
    for pin in pins:
        item = _item(pin)
        if pin.kind == "paragraph" and label.startswith("Article"):
            label += f" ({item})"
        else:
            label += (", " if label else "") + f"{pin.kind} {item}".strip()
    return label


def _item(pin: _Pin) -> str:
    """A number as it reads after its word: ``1-16``, ``2 (7)``, ``VIII``."""
    item = _TO.sub("-", " ".join(pin.item.split()))
    if pin.kind == "Chapter":
        return numeral(item)
    item = re.sub(r" ?\(", " (" if pin.kind == "Article" else "(", item)
    return re.sub(r"\b[ivxl]+\b(?![)])", lambda roman: roman[0].upper(), item)


_TO = re.compile(r" ?[-\u2010-\u2014] ?(?=[\dIVXLivxl])| (?:to|bis|à|a|по) (?=[\dIVXLivxl])")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def numeral(item: str) -> str:
    """A number below forty in Roman figures, as chapters and early sessions have it.

    Examples
    --------
    >>> numeral("8"), numeral("vii")
    ('VIII', 'VII')
    """
    if not item.isdigit() or int(item) >= 40:
        return item.upper()
    rest, roman = int(item), ""
    for value, figure in _ROMAN:
        while rest >= value:
            roman, rest = roman + figure, rest - value
    return roman
