"""The tab Read: the view of one statement, its marks as a list, and the way back to their rows."""

from __future__ import annotations

from functools import partial
from typing import Any

import ipywidgets as widgets

from osce_analysis.corpus import Corpus
from osce_analysis.explorers import partners, rendering
from osce_analysis.explorers.answers import Key
from osce_analysis.explorers.coding import opening
from osce_analysis.explorers.commitments import leading_to
from osce_analysis.explorers.controls import row
from osce_analysis.explorers.reading import Found, findings, page
from osce_analysis.explorers.state import State
from osce_analysis.explorers.working import Show


class Reader:
    """The view of one statement; it links widgets and computes nothing."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._corpus: Corpus | None = None
        self._filling = False
        style, whole = {"description_width": "initial"}, widgets.Layout(max_width="100%", width="420px")
        self.alert, self.text, self.code = (widgets.HTML() for _ in range(3))
        self.statement = widgets.Dropdown(description="Statement", style=style, layout=whole)
        self.previous, self.next = (widgets.Button(description=name) for name in ("Previous", "Next"))
        self.list = widgets.Select(description="Marked", rows=12, style=style)
        self.list.layout = widgets.Layout(
            flex="1 1 300px", width="auto", min_width="260px", flex_flow="column"
        )
        self.text.layout = widgets.Layout(flex="3 1 440px", min_width="0")
        self.back = widgets.Button(description="Show its row", disabled=True)
        self.with_code = widgets.Checkbox(description="Code for this view", indent=False)
        self.statement.observe(self._read, "value")
        self.list.add_class("osce-list")
        self.list.observe(self._choose, "value")
        self.with_code.observe(self._unfold, "value")
        self.previous.on_click(lambda _: self.step(-1))
        self.next.on_click(lambda _: self.step(1))
        self.back.on_click(lambda _: self.lead_back())
        side = widgets.VBox([self.list, self.back], layout=widgets.Layout(flex="1 1 260px", min_width="0"))
        self.box = widgets.VBox(
            [
                row(self.statement, self.previous, self.next),
                self.alert,
                row(self.text, side),
                self.with_code,
                self.code,
            ]
        )

    def prepare(self, corpus: Corpus) -> Show:
        """Read the statement of the state, or the first of `corpus`; what comes back shows it."""
        reading = self._state.read
        shown = reading.of(corpus)
        if shown is None:
            return partial(self._show, corpus, None, [], (), rendering.sentence("No statement is selected."))
        found = findings(corpus, shown, self._state.words.look_for)
        chosen: Key = reading.chosen if reading.chosen in [item.key for item in found] else ()
        paragraphs = corpus.paragraphs
        here = paragraphs[paragraphs["statement_id"] == shown]
        text = page(corpus.statement(shown), here, found, chosen)
        return partial(self._show, corpus, shown, found, chosen, text)

    def fail(self, text: str) -> None:
        """Show a sentence about what went wrong."""
        self.alert.value = rendering.alert(text)

    def _show(self, corpus: Corpus, shown: str | None, found: list[Found], chosen: Key, text: str) -> None:
        self._corpus, self.alert.value = corpus, ""
        self._fill(self.statement, corpus.statements["statement_id"].tolist(), shown)
        self._fill(self.list, [(rendering.option(item.label), item.key) for item in found], chosen or None)
        self.back.disabled = not chosen
        self.text.value = text
        self._unfold()

    def step(self, by: int) -> None:
        """Go to the next statement of the selection, or the one before; the ends stay where they are."""
        ids = list(self.statement.options)
        if self.statement.value in ids:
            place = min(max(ids.index(self.statement.value) + by, 0), len(ids) - 1)
            self._state.change("read", statement=ids[place], chosen=())

    def lead_back(self) -> None:
        """Go to the tab and row that holds the chosen mark."""
        if self._corpus is None or not self._state.read.chosen:
            return
        tab, what, which = self._state.read.chosen
        if tab == "cosignatories":
            self._state.change(tab, **partners.leading_to(self._corpus, self.statement.value, what))
        elif tab == "citations":
            self._state.change(tab, **leading_to(self._corpus, which, what))
        else:
            self._state.change(tab, by=None, chosen=(what,))
        self._state.tab = tab

    def _fill(self, control: Any, options: list[Any], value: Any) -> None:
        self._filling = True
        if tuple(options) != tuple(control.options):
            control.options = options
        control.value = value
        self._filling = False

    def _read(self, change: dict[str, Any]) -> None:
        if not self._filling and change["new"] is not None:
            self._state.change("read", statement=change["new"], chosen=())

    def _choose(self, change: dict[str, Any]) -> None:
        if not self._filling and change["new"] is not None:
            self._state.change("read", chosen=change["new"])

    def _unfold(self, _: object = None) -> None:
        if self._corpus is not None:
            lines = [*opening(self._corpus), self._state.selection.code(), *self._state.read.code()]
            self.code.value = rendering.code(lines) if self.with_code.value else ""
