"""A journal -> its interventions: one row for each speaker, and for each State in a speaker's bracket."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from osce_analysis.documents.journals.items import Item, split_items
from osce_analysis.documents.journals.layout import flat
from osce_analysis.documents.journals.lists import Entry, Journal, behalf_of, read_entries
from osce_analysis.documents.journals.sentences import before_agenda, spoken, summarised
from osce_analysis.documents.journals.speakers import Speaker, read_speaker
from osce_analysis.documents.journals.wordings import wording
from osce_analysis.documents.labels import find_labels
from osce_analysis.documents.records import Intervention, Problem
from osce_analysis.documents.symbols import Symbol


def read_interventions(
    text: str,
    *,
    journal: str | None,
    body: str | None = None,
    number: int | None = None,
    on: date | None = None,
    language: str | None = None,
) -> tuple[tuple[Intervention, ...], tuple[Problem, ...]]:
    """Read who spoke in a meeting from its journal.

    Parameters
    ----------
    text : str
        The whole journal, or a page that summarises one.
    journal : str or None
        Its symbol.
    body, number : str and int, optional
        Body and number of the journal, where it prints no symbol.
    on : date, optional
        The day of the meeting, which decides what a name meant.
    language : str, optional
        ISO 639-1 code of the journal.

    Returns
    -------
    tuple of (tuple of Intervention, tuple of Problem)
        Rows in the order of the journal: a speaker, then the States in its brackets under the same
        intervention_id; `on_behalf_of` of the speaker holds the codes of those spoken for, ";" between.
        `list_shown` is "cut" where a list was not read to its end, and a problem says so.
        A speaker whose name was lost has no actor, and a problem says so; one whose bracket names the candidate
        countries (or the SAP or EFTA countries) in alignment is the European Union, which a problem says too.

    Examples
    --------
    >>> rows, _ = read_interventions(
    ...     "Agenda item 1: ADDRESS Malta-European Union (with the candidate country Serbia, in alignment) "
    ...     "(PC.DEL/9001/21 OSCE+), Canada",
    ...     journal="PC.JOUR/9001",
    ... )
    >>> [(row.intervention_id, row.actor, row.delivered_by, row.role) for row in rows]
    [('PC.DEL/9001/21', 'EU', 'MLT', 'delivers'), ('PC.DEL/9001/21', 'SRB', None, 'aligned'), \
('PC.JOUR/9001#1.2', 'CAN', None, 'delivers')]
    """
    own = journal or (f"{body}.JOUR/{number}" if body and number else "journal")
    taken = _Taken(own, journal or (own if own != "journal" else None), Journal(on, language))
    line = flat(text)
    preamble, items = split_items(line)
    for told in before_agenda(preamble, taken.words) if items else ():
        taken.item(Item("preamble", told.title, ""), told.entries)
    for item in items:
        sentences = [told.entries[0] for told in spoken(item.body, taken.words)]
        taken.item(item, sentences or read_entries(item.body, taken.words))
    for told in () if items else summarised(line, taken.words):
        taken.item(Item(None, told.title, ""), told.entries)
    return tuple(taken.rows), tuple(taken.problems)


def _tells_of_the_union(entry: Entry) -> bool:
    """Whether a bracket names "the candidate countries" or another of the groups that only align with the Union."""
    return any(
        bracket.role == "aligned" and wording("union").search(bracket.text) for bracket in entry.brackets
    )


@dataclass
class _Taken:
    """What has been read of a journal so far."""

    own: str
    journal: str | None
    words: Journal
    rows: list[Intervention] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counted: Counter[str | None] = field(default_factory=Counter)

    def item(self, item: Item, entries: tuple[Entry, ...] | list[Entry]) -> None:
        """Take the speakers of an item in."""
        for entry in entries:
            self.counted[item.number] += 1
            order = self.counted[item.number]
            self.rows += self._rows(item, order, entry)

    def _rows(self, item: Item, order: int, entry: Entry) -> Iterator[Intervention]:
        """The rows of one entry: for each of its papers the speaker, and those in its brackets."""
        symbols = [symbol for bracket in entry.brackets for symbol in bracket.symbols]
        speaker = self._speaker(entry, symbols, f"item {item.number or '-'}, speaker {order}")
        listed = [(bracket.role, actor) for bracket in entry.brackets for actor in bracket.actors]
        listed += [("represented", actor) for actor in behalf_of(entry, self.words)]
        if (
            speaker.delivered_by and speaker.actor and speaker.actor != "EU"
        ):  # a State delivers for any other group
            listed.insert(0, ("represented", speaker.actor))
            speaker = replace(speaker, actor=speaker.delivered_by, delivered_by=None)
        spoken_for = [actor for role, actor in listed if role == "represented" and actor != speaker.actor]
        row = Intervention(
            intervention_id=f"{self.own}#{item.number or '-'}.{order}",
            journal=self.journal,
            item=item.number,
            item_title=entry.heading or item.title,
            order=order,
            actor=speaker.actor,
            delivered_by=speaker.delivered_by,
            role="delivers",
            on_behalf_of=";".join(dict.fromkeys(spoken_for)) or None,
            date=self.words.on,
            list_shown="cut" if entry.torn else "yes",
        )
        printed = [(symbol.canonical, symbol.distribution) for symbol in symbols]
        printed = printed or [(symbol, None) for symbol in self._annexed(entry)]
        papers = [
            replace(row, intervention_id=symbol, symbol=symbol, distribution=distribution)
            for symbol, distribution in printed
        ]
        for paper in papers or [row]:
            yield paper
            for role, actor in dict.fromkeys(listed):
                if role and actor != speaker.actor:
                    yield replace(paper, actor=actor, delivered_by=None, role=role, on_behalf_of=None)

    def _annexed(self, entry: Entry) -> Iterator[str]:
        """The symbols of the statements that the journal has in its annexes: "Malta (Annex 1)"."""
        for bracket in entry.brackets:
            if self.journal and bracket.marked:
                for label in find_labels(bracket.text.title()):
                    if label.name.startswith("Annex"):
                        yield f"{self.journal}/{label.name}"

    def _speaker(self, entry: Entry, symbols: list[Symbol], place: str) -> Speaker:
        """Who speaks; what was lost or is not known becomes a problem."""
        name = wording("status").sub("", entry.name)
        first = symbols[0] if symbols else None
        speaker = read_speaker(name, self.words.on, self.words.language, first)
        if speaker.actor is None and not any(map(str.isalpha, name)) and _tells_of_the_union(entry):
            speaker = Speaker("EU")
            self._problem(
                f"{self.own}, {place}: a name is lost; it is read as the European Union because candidate countries "
                "and others align with it."
            )
        paper = f" ({first.canonical})" if first else ""
        if speaker.actor is None:
            said = (
                f"the name {entry.name!r} is not known" if any(map(str.isalpha, name)) else "a name is lost"
            )
            self._problem(f"{self.own}, {place}{paper}: {said}; the row has no actor.")
        if speaker.lost:
            self._problem(f"{self.own}, {place}{paper}: the State that reads for the group is lost.")
        if any(bracket.gap for bracket in entry.brackets):
            self._problem(f"{self.own}, {place}{paper}: the list in the bracket has lost names.")
        elif entry.torn:
            self._problem(f"{self.own}, {place}{paper}: the list is cut off; who else is on it is not known.")
        return speaker

    def _problem(self, sentence: str) -> None:
        self.problems.append(Problem("journals", sentence))
