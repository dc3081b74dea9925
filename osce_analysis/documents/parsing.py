"""From a file's bytes or a text to Documents: the steps in order, none of which loses the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from osce_analysis.documents.attachments import Piece, attached, split_documents
from osce_analysis.documents.citations import find_citations
from osce_analysis.documents.formats import contents_of
from osce_analysis.documents.header import Header, read_header
from osce_analysis.documents.journals import read_interventions
from osce_analysis.documents.kinds import interprets, is_reported, is_spoken, is_told_of, kind_of_document
from osce_analysis.documents.languages import tell_language
from osce_analysis.documents.layout import Block, blocks, clean, fold
from osce_analysis.documents.letters import small
from osce_analysis.documents.openings import read_dateline
from osce_analysis.documents.parts import Parts, paragraphs_in, split_parts
from osce_analysis.documents.records import Citation, Document, Part, Problem, Step
from osce_analysis.documents.reprints import printed_once
from osce_analysis.documents.roles import find_signatories
from osce_analysis.documents.strays import unthread
from osce_analysis.documents.titles import SPEECH
from osce_analysis.documents.unfolding import unfold

_Found = TypeVar("_Found")
_LINE = re.compile(r"[^\n]+")


def read(data: bytes, source: str, *, language: str | None = None, headers: bool = True) -> list[Document]:
    """Read the documents in the bytes of one file.

    Parameters
    ----------
    data : bytes
        The whole file.
    source : str
        Its name, for the sentence of an error.
    language : str, optional
        ISO 639-1 code where the header names none; else the words of the text tell it.
    headers : bool
        False: the whole text is body.

    Returns
    -------
    list of Document
        In the order of the file; what a step could not do is in `problems`.

    Raises
    ------
    Unreadable
        A ValueError of one sentence: empty, binary, of a kind that is not read, or of no known encoding.

    Examples
    --------
    >>> read(b"PC.DEL/9001/21\\n\\nStatement on media freedom\\n\\nMr. Chair,\\n\\nWe agree.", "a.txt")[0].symbol
    'PC.DEL/9001/21'
    """
    contents = contents_of(data, source)
    first, *attached = parse(contents.text, language=language, headers=headers)
    return [first.with_problems(*contents.problems), *attached]


def parse(
    text: str, *, language: str | None = None, headers: bool = True, on: date | None = None
) -> list[Document]:
    """Parse the documents in a text.

    Parameters
    ----------
    text : str
        As decoded, with the marks and line ends of its file.
    language : str, optional
        ISO 639-1 code where the header names none; else the words of the text tell it.
    headers : bool
        False: the whole text is body, with paragraphs and citations; no header, closing or signatories.
    on : date, optional
        The day that names and decisions are read for, where the header gives none.

    Returns
    -------
    list of Document
        In the order of the text; `within` of one that is attached to another is that one's place in the list.

    Examples
    --------
    >>> text = "PC.DEL/9001/21\\n\\nStatement on media freedom\\n\\nMr. Chair,\\n\\nWe agree.\\n\\nThank you."
    >>> document = parse(text)[0]
    >>> document.subject, document.text, document.closing
    ('media freedom', 'Mr. Chair,\\n\\nWe agree.', 'Thank you.')
    """
    if not headers:
        return [_without_header(text, language, on)]
    failed: list[Problem] = []
    pieces = _try(lambda: split_documents(_whole(text, failed)), "layout", failed) or [Piece(text)]
    found: list[Document] = []
    for piece in pieces:
        outer = None if piece.within is None else found[piece.within]
        found.append(_read_piece(piece, outer, language, on))
    return [found[0].with_problems(*failed), *found[1:]]


def _whole(text: str, problems: list[Problem]) -> str:
    """The text of a file as it was meant: in one form, once, its sentences whole."""
    once, twice = printed_once(fold(text))
    if twice:
        problems.append(Problem("layout", "The text stands twice in the file: it is read once."))
    return unthread(once)


def _read_piece(piece: Piece, outer: Document | None, language: str | None, on: date | None) -> Document:
    """One document, by itself or within another: the steps in order."""
    text, problems = piece.text, list[Problem]()
    found = _try(lambda: unfold(blocks(text)), "layout", problems)
    laid_out = found if found is not None else [Block(tuple(fold(text).split("\n")))]
    header = _try(lambda: read_header(laid_out), "header", problems) or Header()
    parts = _try(lambda: split_parts(laid_out, header), "header", problems)
    parts = parts or Parts("", fold(text), "", paragraphs_in(fold(text)))
    document = attached(_document(header, parts, language, piece.label), piece, outer)
    if document.kind == "journal":
        document = _with_interventions(document, on, problems)
    elif _is_delivered(document):
        document = _with_roles(document, on, problems)
    titles = frozenset(line.text for line in header.lines if line.role in ("title", "lead-in"))
    citations = _citations(document, titles, on, problems)
    return replace(document, citations=citations, problems=tuple(problems))


def _is_delivered(document: Document) -> bool:
    """Whether somebody may deliver a document for a State: no decision, no organization's paper, no official report."""
    if document.kind == "press release":
        return SPEECH.search(small(document.title or "")) is not None
    return document.kind not in ("decision", "NGO paper") and (
        document.kind != "report" or not document.symbol
    )


def _without_header(text: str, language: str | None, on: date | None) -> Document:
    """The document of a text that is body alone."""
    problems: list[Problem] = []
    text = clean(text)
    language = language or tell_language(text)
    document = Document(text=text, language=language, paragraphs=paragraphs_in(text))
    return replace(
        document, citations=_citations(document, frozenset(), on, problems), problems=tuple(problems)
    )


def _document(header: Header, parts: Parts, language: str | None, label: str | None) -> Document:
    """The record of what header and parts say; a `label` tells that it is attached to what the symbol names."""
    symbol = header.symbol
    paragraphs = [paragraph.text for paragraph in parts.paragraphs]
    release = read_dateline(parts.text) if symbol is None else None
    letterhead = "\n".join(line.text for line in header.lines if line.text != header.title)
    delivery = any(line.role == "delivery" for line in header.lines)
    kind = kind_of_document(
        None if label else symbol,
        header.title or "",
        spoken=delivery or is_spoken(paragraphs, parts.closing),
        letterhead=letterhead,
    )
    if kind in ("statement", "other") and interprets(paragraphs):
        kind = "interpretative statement"
    if (release and (release[0].isupper() or not is_spoken(paragraphs, parts.closing))) or (
        symbol is None
        and not delivery
        and (
            is_told_of(header.title or "", paragraphs)
            or (kind == "other" and is_reported([letterhead, *paragraphs]))
        )
    ):
        kind = "press release"
    issued, delivered = header.issued, header.delivered
    day = release[1] if release else None
    if kind == "press release" and symbol is None:
        issued, delivered = day or issued or delivered, None
    delivered = delivered or (day if kind != "press release" else None)
    return Document(
        text=parts.text,
        front=parts.front,
        closing=parts.closing,
        kind=kind,
        symbol=symbol.canonical if symbol else None,
        body=symbol.body if symbol else None,
        series=symbol.series if symbol else None,
        number=symbol.number if symbol else None,
        year=symbol.year if symbol else None,
        revision=symbol.version if symbol else None,
        distribution=header.distribution,
        issued=issued,
        delivered=delivered,
        place=release[0].title() if release else header.place,
        meeting_body=header.meeting_body,
        meeting_number=header.meeting_number,
        agenda_item=header.agenda_item,
        language=_language(header, parts.text) or language or tell_language(parts.text),
        original_language=header.original_language,
        specimen=header.specimen,
        title=header.title,
        subject=header.subject,
        paragraphs=parts.paragraphs,
    )


def _language(header: Header, text: str) -> str | None:
    """What the header says; a text under its original language alone may be a translation."""
    labelled = header.language != header.original_language or any(
        line.masthead.language for line in header.lines
    )
    return header.language if labelled or not header.language else tell_language(text) or header.language


def _with_interventions(document: Document, on: date | None, problems: list[Problem]) -> Document:
    """The journal with those who spoke in the meeting."""
    body = document.body or document.meeting_body
    number = document.number or (
        document.meeting_number if body == "PC" else None
    )  # the Council's are the same
    read = _try(
        lambda: read_interventions(
            "\n\n".join(filter(None, (document.front, document.text, document.closing))),
            journal=document.symbol,
            body=body,
            number=number,
            on=_day(document, on),
            language=document.language,
        ),
        "journals",
        problems,
    )
    if read is None:
        return document
    problems.extend(read[1])
    return replace(document, interventions=read[0])


def _with_roles(document: Document, on: date | None, problems: list[Problem]) -> Document:
    """The document with those who deliver, join and align."""
    roles = _try(
        lambda: find_signatories(
            front=document.front,
            text=document.text,
            closing=document.closing,
            title=document.title,
            language=document.language,
            on=_day(document, on),
        ),
        "roles",
        problems,
    )
    if roles is None:
        return document
    problems.extend(roles.problems)
    joint = roles.joint or document.kind == "joint statement"
    return replace(
        document,
        kind=_spoken_kind(document, joint, roles.delegation),
        joint=joint,
        delegation=roles.delegation,
        delivered_by=roles.delivered_by,
        signatories=roles.signatories,
    )


def _spoken_kind(document: Document, joint: bool, delegation: str | None) -> str | None:
    """The kind, where those who speak tell more: what a delegation says at a numbered meeting is a statement."""
    kind = document.kind
    if kind == "other" and document.symbol is None and delegation and document.meeting_number:
        kind = "statement"
    return "joint statement" if joint and kind == "statement" else kind


def _day(document: Document, on: date | None) -> date | None:
    """The day that a document's names and decisions are read for."""
    return document.delivered or document.issued or on


def _citations(
    document: Document, titles: frozenset[str], on: date | None, problems: list[Problem]
) -> tuple[Citation, ...]:
    """What each part cites; of the front only its `titles`, for the other lines are the header's furniture."""
    skip = tuple(line.span() for line in _LINE.finditer(document.front) if line.group() not in titles)

    starts = [paragraph.start for paragraph in document.paragraphs]

    def cited(part: Part, text: str) -> list[Citation]:
        return find_citations(
            text,
            language=document.language,
            on=_day(document, on),
            body=document.body,
            part=part,
            own=document.symbol,
            skip=skip if part == "front" else (),
            paragraphs=starts if part == "text" else (),
        )

    found: list[Citation] = []
    parts: tuple[tuple[Part, str], ...] = (
        ("front", document.front),
        ("text", document.text),
        ("closing", document.closing),
    )
    for part, text in parts:
        if text:
            found += _try(partial(cited, part, text), "citations", problems) or []
    return tuple(found)


def _try(step: Callable[[], _Found], name: Step, problems: list[Problem]) -> _Found | None:
    """What `step` returns; where it fails, None and a problem that says so."""
    try:
        return step()
    except Exception as error:  # whatever it is, the document must not be lost
        sentence = f"The step '{name}' failed ({type(error).__name__}: {error}); what came before it stands."
        problems.append(Problem(name, sentence))
        return None
