"""A tab with a chart: chart, list and text of one answer, its note, its table and its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import ipywidgets as widgets

from osce_analysis.corpus import Corpus
from osce_analysis.explorers import rendering
from osce_analysis.explorers.answers import Answer, Row
from osce_analysis.explorers.coding import opening
from osce_analysis.explorers.commitments import Commitments
from osce_analysis.explorers.controls import row
from osce_analysis.explorers.partners import Partners
from osce_analysis.explorers.state import State
from osce_analysis.explorers.words import Words

Question = Words | Partners | Commitments
CHOOSE = "choose a statement"


class Panel:
    """The view of one question; it links widgets and computes nothing.

    Widgets are made once and changed in place. An answer is kept until the selection
    or the question changes; choosing a row only marks it and shows its text.
    """

    def __init__(self, state: State, part: str, options: Sequence[Any], more: Sequence[Any] = ()) -> None:
        self._state, self._part = state, part
        self._asked: tuple[Corpus, Question] | None = None
        self._answer: Answer | None = None
        self._filling = False
        self.alert, self.chart, self.text, self.note = (widgets.HTML() for _ in range(4))
        self.table, self.code = widgets.HTML(), widgets.HTML()
        self.list = widgets.Select(
            description="Choose a row",
            rows=12,
            style={"description_width": "initial"},
            layout=widgets.Layout(flex="1 1 300px", width="auto", min_width="260px", flex_flow="column"),
        )
        self.open = widgets.Dropdown(
            options=[(CHOOSE, None)],
            description="Open in Read",
            style={"description_width": "initial"},
            layout=widgets.Layout(max_width="100%"),
        )
        self.with_table = widgets.Checkbox(
            description="Table", indent=False, layout=widgets.Layout(width="auto")
        )
        self.with_code = widgets.Checkbox(
            description="Code for this view", indent=False, layout=widgets.Layout(width="auto")
        )
        self.list.add_class("osce-list")
        self.list.observe(self._choose, "value")
        self.open.observe(self._open, "value")
        for box in (self.with_table, self.with_code):
            box.observe(self._unfold, "value")
        self.chart.layout = widgets.Layout(flex="1 1 440px", min_width="0")
        self.box = widgets.VBox(
            [
                row(*options),
                *_folded(more),
                self.alert,
                row(self.chart, self.list),
                self.note,
                self.text,
                self.open,
                row(self.with_table, self.with_code),
                self.table,
                self.code,
            ]
        )

    def show(self, corpus: Corpus) -> None:
        """Answer the question for `corpus` and show it.

        Raises
        ------
        ValueError
            Where the question cannot be answered; what was shown before is cleared.
        """
        question: Question = getattr(self._state, self._part)
        asked = (corpus, replace(question, chosen=()))
        if asked != self._asked:
            self._clear()
            self._answer = question.answer(corpus)
            self._asked = asked
            self._fill(self._answer.rows)
        self._mark(corpus, question)

    def say(self, text: str) -> None:
        """Show a sentence about what went wrong, or none."""
        self.alert.value = rendering.alert(text) if text else ""

    def _clear(self) -> None:
        self._asked = self._answer = None
        self._fill(())
        for part in (self.chart, self.text, self.note, self.table, self.code):
            part.value = ""

    def _fill(self, rows: Sequence[Row]) -> None:
        self._filling = True
        self.list.options = [(rendering.option(item.label), item.key) for item in rows]
        self._filling = False

    def _mark(self, corpus: Corpus, question: Question) -> None:
        """Mark the chosen row in chart and list, and show the text behind it."""
        if self._answer is None:
            return
        chosen = self._answer.row(question.chosen)
        html, ids = question.text(corpus, chosen) if chosen else (rendering.sentence(_INVITATION), [])
        self._filling = True
        self.list.value = chosen.key if chosen else None
        self.open.options = [(CHOOSE, None), *((statement, statement) for statement in ids)]
        self._filling = False
        self.text.value = html
        chart = self._answer.chart
        self.chart.layout.display = "none" if chart is None else ""
        self.note.value = rendering.sentence(self._answer.note if chart is None else chart.drawn.note)
        if chart is not None:
            self.chart.value = rendering.chart_image(chart, chosen.drawn if chosen else ())
        self._unfold()

    def _unfold(self, _: object = None) -> None:
        """Show the table and the code where they are asked for."""
        if self._asked is None or self._answer is None:
            return
        corpus, question = self._asked
        self.table.value = rendering.table(self._answer.table) if self.with_table.value else ""
        lines = [*opening(corpus), self._state.selection.code(), *question.code()]
        self.code.value = rendering.code(lines) if self.with_code.value else ""

    def _choose(self, change: dict[str, Any]) -> None:
        if not self._filling and change["new"] is not None:
            self._state.change(self._part, chosen=change["new"])

    def _open(self, change: dict[str, Any]) -> None:
        if not self._filling and change["new"] is not None:
            self._state.change("read", statement=change["new"], chosen=())
            self._state.tab = "read"


_INVITATION = "Choose a row to see the text behind it."


def _folded(more: Sequence[Any]) -> list[Any]:
    """Options that show when they are asked for."""
    if not more:
        return []
    switch = widgets.Checkbox(description="More options", indent=False, layout=widgets.Layout(width="auto"))
    options = row(*more)
    options.layout.display = "none"

    def show(change: dict[str, Any]) -> None:
        options.layout.display = "" if change["new"] else "none"

    def unfold(_: object) -> None:
        switch.value = True

    switch.observe(show, "value")
    for option in more:  # one that is changed from elsewhere is not left out of sight
        option.observe(unfold, "value")
    return [switch, options]
