"""The tab Read: one statement as a person would read it, with what the tables hold for it marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

import pandas as pd

from osce_analysis import reference, terms
from osce_analysis.corpus import Corpus
from osce_analysis.explorers import rendering
from osce_analysis.explorers.answers import Key, key_of
from osce_analysis.explorers.coding import call
from osce_analysis.explorers.invocations import cue_marks
from osce_analysis.explorers.rendering import Mark, joined
from osce_analysis.tokens import split_searches

NOWHERE = ""  # the part of what a table holds and no text prints
HEADINGS = {
    "statement_id": "Statement",
    "date": "Day",
    "delegation": "Delegation",
    "delivered_by": "Read by",
    "place": "Place",
    "language": "Language",
    "original_language": "Original",
    "distribution": "Distribution",
    "source": "Source",
}


@dataclass(frozen=True)
class Reading:
    """Which statement is read (None: the first of the selection), and which mark was chosen."""

    statement: str | None = None
    chosen: Key = ()

    def of(self, corpus: Corpus) -> str | None:
        """The id of the statement to show: the one asked for if it is in the selection, else the first."""
        ids = corpus.statements["statement_id"]
        if self.statement in set(ids):
            return self.statement
        return None if ids.empty else str(ids.iloc[0])

    def code(self) -> list[str]:
        """The lines that bring the statement and the table of its signatories and citations."""
        shown = (
            'selected.statements["statement_id"].iloc[0]' if self.statement is None else repr(self.statement)
        )
        return [
            f"shown = {shown}",
            f"statement = {call('corpus.statement', 'shown')}",
            'signatories = corpus.signatories.query("statement_id == @shown")',
            'table = corpus.citations.query("statement_id == @shown")',
            "statement",
        ]


@dataclass(frozen=True)
class Found:
    """A signatory or citation of a statement: where it stands and which row of which tab holds it."""

    key: Key
    label: str
    part: str
    mark: Mark
    cues: tuple[Mark, ...] = ()


def findings(corpus: Corpus, statement_id: str, look_for: str = "") -> list[Found]:
    """The signatories and citations of a statement, and what is looked for, in the order of the document."""
    signatories, citations, cues = corpus.signatories, corpus.citations, corpus.cues
    found = [_signatory(row) for row in signatories[signatories["statement_id"] == statement_id].itertuples()]
    for row in citations[citations["statement_id"] == statement_id].itertuples():
        own = cues[cues["citation_id"] == row.citation_id]
        found.append(_citation(row, own))
    found += _searched(corpus, statement_id, look_for)
    order = {"front": 0, "text": 1, "closing": 2}
    return sorted(found, key=lambda item: (order.get(item.part, 3), item.mark.start))


def page(statement: pd.Series, paragraphs: pd.DataFrame, found: list[Found], chosen: Key = ()) -> str:
    """The statement as HTML: header, front, numbered paragraphs, closing."""
    marks: dict[str, list[Mark]] = {"front": [], "text": [], "closing": [], NOWHERE: []}
    for item in found:
        here = (item.mark, *item.cues)
        marks[item.part] += [replace(mark, chosen=item.key == chosen) for mark in here]
    facts = "".join(
        f"<dt>{escape(heading)}</dt><dd>{escape(_fact(statement[column], column))}</dd>"
        for column, heading in HEADINGS.items()
        if not pd.isna(statement[column])
    )
    return rendering.block(
        f'<dl class="facts">{facts}</dl>'
        f'<p class="small printed">{_part(statement["front"], marks["front"])}</p>'
        f"{_body(statement, paragraphs, marks['text'])}"
        f'<p class="small printed">{_part(statement["closing"], marks["closing"])}</p>'
    )


def _searched(corpus: Corpus, statement_id: str, look_for: str) -> list[Found]:
    """Where the searches of the tab Words stand in the body."""
    searches = split_searches(look_for)
    if not searches:
        return []
    one = corpus.select(statement_id=statement_id, versions="all")
    found = []
    for search in searches:
        lines = terms.concordance(one, search)
        for start, end in zip(lines["start"].tolist(), lines["end"].tolist(), strict=True):
            mark = Mark(start, end, search)
            found.append(Found(("words", search, str(start)), f"search: {search}", "text", mark))
    return found


def _body(statement: pd.Series, paragraphs: pd.DataFrame, marks: list[Mark]) -> str:
    if paragraphs.empty:
        return f'<p class="printed">{_part(statement["text"], marks)}</p>'
    items = "".join(
        f'<li value="{row["paragraph"]}">{rendering.marked(row["text"], marks, row["start"])}</li>'
        for row in paragraphs.to_dict("records")
    )
    return f"<ol>{items}</ol>"


def _part(text: object, marks: list[Mark]) -> str:
    return rendering.marked(text, marks) if isinstance(text, str) else ""


def _fact(value: object, column: str) -> str:
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return reference.actor_name(str(value)) if column in ("delegation", "delivered_by") else str(value)


def _signatory(row: object) -> Found:
    says = f"{reference.actor_name(row.actor)}, {row.role}"  # type: ignore[attr-defined]
    return _found(row, ("cosignatories", row.actor, row.role), says, "signatory")  # type: ignore[attr-defined]


def _citation(row: object, cues: pd.DataFrame) -> Found:
    instrument = key_of(row.instrument)  # type: ignore[attr-defined]
    open_ids = key_of(row.candidates).replace("|", " or ")  # type: ignore[attr-defined]
    title = reference.instrument_title(instrument) or ""
    cues = cues.drop_duplicates(["stance", "cue", "negated"])
    marks = cue_marks(cues)
    stances = ", ".join(f"{mark.says}: {cue}" for mark, cue in zip(marks, cues["cue"], strict=True))
    noted = [key_of(row.pinpoint), stances, key_of(row.note)]  # type: ignore[attr-defined]
    says = joined([instrument or f"not resolved: {open_ids or 'no candidate'}", title, *noted])
    found = _found(row, ("citations", instrument, row.citation_id), says, "citation")  # type: ignore[attr-defined]
    return replace(found, cues=tuple(marks))


def _found(row: object, key: Key, says: str, kind: str) -> Found:
    """A row of a table as something marked; one that stands nowhere in the text is only listed."""
    part, start, end = row.part, row.start, row.end  # type: ignore[attr-defined]
    if pd.isna(start):
        return Found(key, f"{kind}: {says}", NOWHERE, Mark(0, 0, says, kind))
    return Found(key, f"{kind}: {says}", key_of(part), Mark(int(start), int(end), says, kind))
