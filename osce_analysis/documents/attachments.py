"""Several documents in one file: where an attachment, an annex or the next document begins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from osce_analysis.documents.disclaimers import is_disclaimer
from osce_analysis.documents.header_lines import SPECIMEN
from osce_analysis.documents.heads import LONGEST, MARKS, REPLY, Head, find_heads, has_prose, is_official
from osce_analysis.documents.kinds import INTERPRETATIVE
from osce_analysis.documents.letters import small
from osce_analysis.documents.records import Document
from osce_analysis.documents.symbols import find_symbols

_TOP = 1_500  # characters in which the file's own symbol stands
# What an attached document has from the one that holds it, where its own head is silent.
_NAMING = ("symbol", "body", "series", "number", "year", "revision")
_INHERITED = ("issued", "delivered", "place", "meeting_body", "meeting_number", "agenda_item", "language")
# Documents that hold others, by how much: a journal holds decisions, a decision what is attached to it.
_RANKS = {"JOUR": 2, "DEC": 1, "DOC": 1}
_COVER = 3  # the rank of what stands before the first symbol


@dataclass(frozen=True)
class Piece:
    """A document's part of a file; `within` is the place of the piece that holds it, `label` as in ``Att.2``."""

    text: str
    within: int | None = None
    label: str | None = None


@dataclass(frozen=True)
class _Part:
    """A piece that has begun."""

    start: int
    symbol: str | None
    rank: int
    within: int | None = None
    label: str | None = None


def split_documents(text: str) -> list[Piece]:
    """Part a file's text where another document begins.

    Parameters
    ----------
    text : str
        The text of the file, as `layout.fold` gives it.

    Returns
    -------
    list of Piece
        In order; the first is the whole where there is but one. A label that a page's head
        repeats is taken out, as it stands within a sentence.

    Examples
    --------
    >>> text = "PC.DEC/9001\\n2 May 2017\\n\\nThe Council agrees.\\n\\nPC.DEC/9001\\n2 May 2017\\nAttachment 1\\n\\n"
    >>> text += "Original: ENGLISH\\n\\nINTERPRETATIVE STATEMENT\\n\\nBy the delegation of Malta:\\n\\nWe note it."
    >>> [(piece.within, piece.label, len(piece.text)) for piece in split_documents(text)]
    [(None, None, 43), (0, 'Att.1', 122)]
    """
    heads = find_heads(text)
    if not heads:
        return [Piece(text)]
    taken = _Taken.of(text, heads)
    stops = [*(part.start for part in taken.parts[1:]), len(text)]
    return [
        Piece(_without(text, part.start, stop, taken.repeated), part.within, part.label)
        for part, stop in zip(taken.parts, stops, strict=True)
    ]


def attached(document: Document, piece: Piece, outer: Document | None) -> Document:
    """Name a document by what it is attached to, and fill in what only the head of the outer one prints.

    Parameters
    ----------
    document : Document
        As read from the piece alone.
    piece : Piece
        Its place and label.
    outer : Document or None
        The document that holds it.

    Returns
    -------
    Document
        Its symbol is that of the outer document with the label, ``PC.DEC/9001/Att.1``; so versions,
        languages and the rows of journals join on it as on any other symbol.

    Examples
    --------
    >>> decision = Document("We agree.", symbol="PC.DEC/9001", body="PC", language="en")
    >>> statement = attached(Document("We note it."), Piece("", 0, "Att.1"), decision)
    >>> statement.symbol, statement.kind, statement.language, statement.within
    ('PC.DEC/9001/Att.1', 'interpretative statement', 'en', 0)
    """
    if outer:
        missing = [name for name in _INHERITED if getattr(document, name) is None]
        document = replace(document, within=piece.within, specimen=document.specimen or outer.specimen)
        document = replace(document, **{name: getattr(outer, name) for name in missing})
        if piece.label and document.symbol is None:
            document = replace(document, **{name: getattr(outer, name) for name in _NAMING})
    if not piece.label:
        return document
    kind = document.kind
    if piece.label.startswith("Att") and kind in (None, "other"):
        kind = "interpretative statement"
    return replace(document, kind=kind, symbol=document.symbol and f"{document.symbol}/{piece.label}")


@dataclass
class _Taken:
    """The pieces that the heads of a file have begun so far."""

    text: str
    parts: list[_Part]
    places: dict[str, int] = field(default_factory=dict)  # of the pieces that have a symbol
    holders: list[int] = field(default_factory=list)  # places of the pieces that can hold others
    last: int = 0  # place of the last piece that is attached to none
    attached: Counter[int] = field(default_factory=Counter)
    labels: set[tuple[str | None, str]] = field(default_factory=set)
    repeated: list[tuple[int, int]] = field(default_factory=list)  # labels that say again what was said

    @classmethod
    def of(cls, text: str, heads: list[Head]) -> _Taken:
        """The pieces of a file."""
        symbol, series = _first_symbol(text[: min(_TOP, heads[0].start)])
        taken = cls(text, [])
        taken.begin(_Part(0, symbol, _RANKS.get(series or "", 0 if symbol else _COVER)))
        claimed = {head.title for head in heads if not _is_title(head)}
        alone = sum(_is_title(head) and head.title not in claimed for head in heads)
        for head in heads:
            if head.label:
                taken.label(head, head.label)
            elif head.symbol:
                taken.masthead(head, head.symbol)
            elif head.title not in claimed:
                taken.title(head, alone)
        return taken

    def begin(self, part: _Part) -> None:
        """A piece begins."""
        place = len(self.parts)
        self.parts.append(part)
        if part.symbol:
            self.places.setdefault(part.symbol, place)
        if part.rank:
            self.holders.append(place)
        if part.label is None:
            self.last = place
        elif part.within is not None:
            self.attached[part.within] += 1

    def holder(self, rank: int) -> int | None:
        """The place of the last piece that holds documents of a rank."""
        return next((place for place in reversed(self.holders) if self.parts[place].rank > rank), None)

    def label(self, head: Head, label: str) -> None:
        """What is attached to the piece of its symbol, else to the last; a page's head repeats the label."""
        outer = self.places.get(head.symbol or "", self.last)
        key = (head.symbol or self.parts[outer].symbol, label)
        if key in self.labels:
            self.repeated.append(head.printed)
            return
        self.labels.add(key)
        if not _is_document(head, label, self.parts[outer]):
            return
        if _opens(self.text, head):  # a file that holds nothing else
            self.parts[0] = replace(self.parts[0], rank=0, label=label)
        else:
            self.begin(_Part(head.start, None, 0, outer, label))

    def masthead(self, head: Head, symbol: str) -> None:
        """The next document of its own, unless a page's head says the symbol again."""
        if symbol not in self.places:
            rank = _RANKS.get(head.series or "", 0)
            self.begin(_Part(head.start, symbol, rank, self.holder(rank)))

    def title(self, head: Head, count: int) -> None:
        """A statement that begins with its title alone, without symbol and label."""
        holder = self.holder(0)
        official = holder is not None and self.parts[holder].rank < _COVER
        if official and holder is not None:
            if INTERPRETATIVE.search(small(self.text[head.start : head.start + LONGEST])):
                self.begin(_Part(head.start, None, 0, holder, f"Att.{self.attached[holder] + 1}"))
        elif (count > 1 or _is_reply(self.text, head)) and has_prose(
            self.text[self.parts[-1].start : head.start]
        ):
            self.begin(_Part(head.start, None, 0, 0))


def _is_document(head: Head, label: str, outer: _Part) -> bool:
    """Whether what is labelled was made by itself: an annex of a decision is the decision's own."""
    if label.startswith("Att"):
        return head.language or head.title is not None or outer.rank > 0
    return outer.rank == _RANKS["JOUR"] or head.title is not None


def _is_reply(text: str, head: Head) -> bool:
    """Whether a head is the title of a right of reply."""
    return REPLY.match(text[head.start : head.start + LONGEST].split("\n", 1)[0]) is not None


def _is_title(head: Head) -> bool:
    return head.label is None and head.symbol is None


def _opens(text: str, head: Head) -> bool:
    """Whether the file begins with a head."""
    lines = (line.strip(MARKS) for line in text[: head.start].split("\n"))
    return head.start < _TOP and all(
        not line or SPECIMEN.search(line) or is_official(line) or is_disclaimer(line) for line in lines
    )


def _first_symbol(text: str) -> tuple[str | None, str | None]:
    """The first symbol in the top of a file, and its series."""
    found = next((symbols[0][2] for line in text.split("\n") if (symbols := find_symbols(line))), None)
    return (found.canonical, found.series) if found else (None, None)


def _without(text: str, start: int, stop: int, spans: list[tuple[int, int]]) -> str:
    """A stretch of a text without some spans, and without blank lines at its ends."""
    kept = []
    for begin, end in [*(span for span in spans if start <= span[0] < stop), (stop, stop)]:
        kept.append(text[start:begin])
        start = end
    return "".join(kept).strip("\n")
