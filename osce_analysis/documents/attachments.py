"""Several documents in one file: where an attachment, an annex or the next document begins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from osce_analysis.documents.disclaimers import is_disclaimer
from osce_analysis.documents.header_lines import SPECIMEN
from osce_analysis.documents.heads import LONGEST, MARKS, Head, find_heads, has_prose, is_official
from osce_analysis.documents.kinds import INTERPRETATIVE
from osce_analysis.documents.records import Document
from osce_analysis.documents.symbols import find_symbols

_TOP = 1_500  # characters in which the file's own symbol stands
# What an attached document has from the one that holds it, where its own head is silent.
_NAMING = ("symbol", "body", "series", "number", "year", "revision")
_INHERITED = ("issued", "delivered", "place", "meeting_body", "meeting_number", "agenda_item", "language")
# Documents that hold others, by how much: a journal holds decisions, a decision what is attached to it.
_RANKS = {"JOUR": 2, "DEC": 1, "DOC": 1}


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
    parts, repeated = _parts(text, heads)
    pieces = []
    for part, stop in zip(parts, [*(part.start for part in parts[1:]), len(text)], strict=True):
        pieces.append(Piece(_without(text, part.start, stop, repeated), part.within, part.label))
    return pieces


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


def _parts(text: str, heads: list[Head]) -> tuple[list[_Part], list[tuple[int, int]]]:
    """The pieces that the heads begin, and the labels that only repeat an earlier one."""
    symbol, series = _first_symbol(text[: min(_TOP, heads[0].start)])
    parts = [_Part(0, symbol, _RANKS.get(series or "", 0 if symbol else 3))]
    seen: set[tuple[str | None, str]] = set()
    repeated: list[tuple[int, int]] = []
    claimed = {head.title for head in heads if head.label or head.symbol}
    alone = [head for head in heads if _is_title(head) and head.title not in claimed]
    for head in heads:
        if head.label:
            outer = _outer(parts, head)
            key = (head.symbol or parts[outer].symbol, head.label)
            if key in seen:
                repeated.append(head.printed)
                continue
            seen.add(key)
            if not _is_document(head, parts[outer]):
                continue
            if _opens(text, head):
                parts[0] = _Part(0, head.symbol or symbol, 0, label=head.label)
            else:
                parts.append(_Part(head.start, None, 0, outer, head.label))
        elif head.symbol:
            if head.symbol not in {part.symbol for part in parts}:
                rank = _RANKS.get(head.series or "", 0)
                parts.append(_Part(head.start, head.symbol, rank, _holder(parts, rank)))
        elif head in alone:
            part = _under_title(text, head, parts, len(alone))
            parts += [part] if part else []
    return parts, repeated


def _outer(parts: list[_Part], head: Head) -> int:
    """The place of the piece that a label belongs to: that of its symbol, else the last without a label."""
    places = [place for place, part in enumerate(parts) if part.label is None]
    named = [place for place in places if head.symbol and parts[place].symbol == head.symbol]
    return (named or places or [0])[-1]


def _holder(parts: list[_Part], rank: int) -> int | None:
    """The place of the last piece that holds documents of a rank."""
    return next((place for place in reversed(range(len(parts))) if parts[place].rank > rank), None)


def _is_document(head: Head, outer: _Part) -> bool:
    """Whether what is labelled was made by itself: an annex of a decision is the decision's own."""
    if head.label and head.label.startswith("Att"):
        return head.language or head.title is not None or outer.rank > 0
    return outer.rank == _RANKS["JOUR"] or head.title is not None


def _under_title(text: str, head: Head, parts: list[_Part], count: int) -> _Part | None:
    """A statement that begins with its title alone, without symbol and label."""
    holder = _holder(parts, 0)
    interpretative = INTERPRETATIVE.search(text[head.start : head.start + LONGEST])
    if holder is not None and parts[holder].rank in _RANKS.values() and interpretative:
        number = 1 + sum(part.within == holder for part in parts)
        return _Part(head.start, None, 0, holder, f"Att.{number}")
    if count < 2 or parts[0].rank in _RANKS.values() or not has_prose(text[parts[-1].start : head.start]):
        return None
    return _Part(head.start, None, 0, 0)


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
