"""A tab with a chart: chart, list and text of one answer, its note, its table, its code and its figure for a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import ipywidgets as widgets

from osce_analysis.charts.figures import Chart
from osce_analysis.corpus import Corpus
from osce_analysis.explorers import downloads, rendering
from osce_analysis.explorers.answers import Answer, Question, Row
from osce_analysis.explorers.coding import opening
from osce_analysis.explorers.controls import NAME_AS_LONG_AS_IT_IS, row
from osce_analysis.explorers.state import State
from osce_analysis.explorers.working import Show, Work, sentence
from osce_analysis.publishing.images import FORMATS
from osce_analysis.publishing.presets import presets

CHOOSE = "choose a statement"
_INVITATION = "Choose a row to see the text behind it."
_NARROW = widgets.Layout(width="auto")


@dataclass(frozen=True, eq=False)
class _View:
    """All that a panel shows, computed."""

    corpus: Corpus
    question: Any  # a Question that is a dataclass
    answer: Answer
    chosen: Row | None
    text: str
    ids: Sequence[str]
    image: str
    table: str
    code: str


class Panel:
    """The view of one question; it links widgets and computes nothing itself.

    Widgets are made once and changed in place. An answer is kept until the selection
    or the question changes; choosing a row only marks it and shows its text.

    Parameters
    ----------
    state : State
    part : str
        The part of the state that holds the question.
    work : Work
        Makes the figure for a paper.
    options, more : sequence of widgets
        Controls of the question: in sight, and those that show when they are asked for.
    wide : bool
        The chart stands above the list, not beside it.
    with_table : bool
        The table is in sight from the beginning.
    """

    def __init__(
        self,
        state: State,
        part: str,
        work: Work,
        options: Sequence[Any],
        more: Sequence[Any] = (),
        *,
        wide: bool = False,
        with_table: bool = False,
    ) -> None:
        self._state, self._part, self._work = state, part, work
        self._shown: _View | None = None
        self._filling = False
        self.alert, self.chart, self.text, self.note = (widgets.HTML() for _ in range(4))
        self.table, self.code = widgets.HTML(), widgets.HTML()
        self.list = widgets.Select(description="Choose a row", rows=12, style=NAME_AS_LONG_AS_IT_IS)
        self.list.layout = widgets.Layout(
            flex="1 1 300px", width="auto", min_width="260px", flex_flow="column"
        )
        self.list.add_class("osce-list")
        self.chart.layout = widgets.Layout(flex="1 1 100%" if wide else "1 1 440px", min_width="0")
        self.open = _named(widgets.Dropdown(options=[(CHOOSE, None)]), "Open in Read")
        self.ask = widgets.Button(description="Ask further in its own tab", layout=_NARROW, disabled=True)
        self.with_table = _switch("Table", value=with_table)
        self.with_code, self.with_figure = _switch("Code for this view"), _switch("Figure for a paper")
        self.preset = _named(widgets.Dropdown(options=list(presets())), "For")
        self.preset.value = "elsevier-double" if wide else "elsevier-single"
        self.kind = _named(widgets.Dropdown(options=list(FORMATS)), "As")
        self.make = widgets.Button(description="Make the files", layout=_NARROW)
        self.files = widgets.HTML()
        self.figure = row(self.preset, self.kind, self.make, self.files)
        self.figure.layout.display = "none"
        self._observe()
        leads = hasattr(getattr(state, part), "leading")
        self.box = widgets.VBox(
            [
                row(*options),
                *_folded(more),
                self.alert,
                row(self.chart, self.list),
                self.note,
                self.text,
                row(self.open, *([self.ask] if leads else [])),
                row(self.with_table, self.with_code, self.with_figure),
                self.table,
                self.code,
                self.figure,
            ]
        )

    def _observe(self) -> None:
        self.list.observe(self._choose, "value")
        self.open.observe(self._open, "value")
        self.ask.on_click(self._ask)
        self.make.on_click(self._make)
        for switch in (self.with_table, self.with_code, self.with_figure):
            switch.observe(self._unfold, "value")

    def prepare(self, corpus: Corpus) -> Show:
        """Answer the question for `corpus`; what comes back shows the answer.

        Raises
        ------
        ValueError
            Where the question cannot be answered.
        """
        question: Any = getattr(self._state, self._part)
        before = self._shown
        same = before is not None and (before.corpus, before.question) == (
            corpus,
            replace(question, chosen=()),
        )
        answer = before.answer if before is not None and same else question.answer(corpus)
        chosen = answer.row(question.chosen)
        text, ids = question.text(corpus, chosen) if chosen else (rendering.sentence(_INVITATION), [])
        image = rendering.chart_image(answer.chart, chosen.drawn if chosen else ()) if answer.chart else ""
        table = self._table(answer) if self.with_table.value else ""
        code = self._code(corpus, question) if self.with_code.value else ""
        view = _View(corpus, replace(question, chosen=()), answer, chosen, text, ids, image, table, code)
        return partial(self._show, view)

    def fail(self, text: str) -> None:
        """Show a sentence about what went wrong, and nothing that was shown before."""
        self._shown = None
        self._fill(self.list, (), None)
        for part in (self.chart, self.text, self.note, self.table, self.code, self.files):
            part.value = ""
        self.alert.value = rendering.alert(text)

    def _show(self, view: _View) -> None:
        before, self._shown = self._shown, view
        self.alert.value = ""
        if before is None or before.answer is not view.answer:
            self.files.value = ""
            options = [(rendering.option(item.label), item.key) for item in view.answer.rows]
            self._fill(self.list, options, None)
        self._fill(self.list, None, view.chosen.key if view.chosen else None)
        self._fill(self.open, [(CHOOSE, None), *((statement, statement) for statement in view.ids)], None)
        self.ask.disabled = view.chosen is None
        chart = view.answer.chart
        self.chart.layout.display = "none" if chart is None else ""
        self.chart.value, self.text.value = view.image, view.text
        self.note.value = rendering.sentence(view.answer.note if chart is None else chart.drawn.note)
        self.table.value, self.code.value = view.table, view.code
        self.with_figure.layout.display = "none" if chart is None else ""
        self.figure.layout.display = "" if chart is not None and self.with_figure.value else "none"

    def _fill(self, control: Any, options: Sequence[Any] | None, value: Any) -> None:
        """Set what a control offers (None: as it is) and shows, without taking it for the reader's choice."""
        self._filling = True
        if options is not None:
            control.options = options
        control.value = value
        self._filling = False

    def _table(self, answer: Answer) -> str:
        return rendering.table(answer.table) + downloads.tables(self._part, answer.table)

    def _code(self, corpus: Corpus, question: Question) -> str:
        return rendering.code([*opening(corpus), self._state.selection.code(), *question.code()])

    def _unfold(self, _: object) -> None:
        """Show the table, the code and the figure's controls where they are asked for."""
        view = self._shown
        if view is None:
            return
        self.table.value = self._table(view.answer) if self.with_table.value else ""
        self.code.value = self._code(view.corpus, view.question) if self.with_code.value else ""
        self.figure.layout.display = "" if self.with_figure.value else "none"

    def _choose(self, change: dict[str, Any]) -> None:
        if not self._filling and change["new"] is not None:
            self._state.change(self._part, chosen=change["new"])

    def _open(self, change: dict[str, Any]) -> None:
        if not self._filling and change["new"] is not None:
            self._state.change("read", statement=change["new"], chosen=())
            self._state.tab = "read"

    def _ask(self, _: object) -> None:
        """Go to the tab that asks further about the chosen row."""
        if self._shown is not None and self._shown.chosen is not None:
            tab, asked = self._shown.question.leading(self._shown.corpus, self._shown.chosen)
            self._state.change(tab, **asked)
            self._state.tab = tab

    def _make(self, _: object) -> None:
        """Make the files of the figure for a paper."""
        if self._shown is not None and self._shown.answer.chart is not None:
            self.files.value = rendering.sentence("Making the files ...")
            self._work.start(
                partial(self._made, self._shown.answer.chart, self.preset.value, self.kind.value)
            )

    def _made(self, chart: Chart, preset: str, kind: str) -> Show:
        self._work.doing = "making the files"
        try:
            html = downloads.figure(self._part, chart, preset, kind)
        except ValueError as error:
            html = rendering.alert(sentence(error))
        return partial(setattr, self.files, "value", html)


def _named(control: Any, name: str) -> Any:
    """A control with its name beside it, no wider than both need."""
    control.description = name
    control.style = NAME_AS_LONG_AS_IT_IS
    control.layout = widgets.Layout(width="auto", max_width="100%")
    return control


def _switch(name: str, *, value: bool = False) -> widgets.Checkbox:
    """What shows a part that is folded away."""
    return widgets.Checkbox(value=value, description=name, indent=False, layout=widgets.Layout(width="auto"))


def _folded(more: Sequence[Any]) -> list[Any]:
    """Options that show when they are asked for."""
    if not more:
        return []
    switch = _switch("More options")
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
