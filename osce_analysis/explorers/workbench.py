"""The explorers in tabs over one selection."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import ipywidgets as widgets

from osce_analysis.corpus import Corpus
from osce_analysis.explorers import rendering
from osce_analysis.explorers.controls import dropdown, row, search_box, several
from osce_analysis.explorers.panel import Panel
from osce_analysis.explorers.reader import Reader
from osce_analysis.explorers.rendering import plural
from osce_analysis.explorers.selection import Selection, choices
from osce_analysis.explorers.state import PARTS, TABS, State, restored
from osce_analysis.explorers.tabs import BUILD
from osce_analysis.explorers.working import OFFER, Show, Work, sentence

TITLES = {
    "words": "Words",
    "cosignatories": "Co-signatories",
    "citations": "Citations",
    "compare": "Compare",
    "read": "Read",
    "data": "Data",
}


def explore(corpus: Corpus, *, state: Mapping[str, Any] | None = None) -> Explorer:
    """Look at a corpus: words, co-signatories, citations, two sides, the statements and the tables, over one selection.

    Parameters
    ----------
    corpus : Corpus
    state : mapping, optional
        What `Explorer.state` gave at another time; it opens the same view.

    Returns
    -------
    Explorer
        An ipywidgets VBox; its `state` is a dict that JSON can hold.

    Raises
    ------
    ValueError
        For a state that is none, or that asks for what this corpus has not.

    Examples
    --------
    >>> import pandas as pd
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a"], "text": ["We recall our commitments."]}))
    >>> explore(corpus, state={"words": {"look_for": "recall", "by": None}}).state["tab"]
    'words'
    """
    return Explorer(corpus, restored(state))


class Explorer(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The selection on top, the tabs below; each tab is built when it is first shown."""

    def __init__(self, corpus: Corpus, state: State) -> None:
        self._corpus, self._view = corpus, state
        self._selected: tuple[Selection, Corpus] | None = None
        self._panels: dict[str, Panel | Reader] = {}
        self._work = Work(self._tell, self._stopped)
        self._count, self._seconds = widgets.HTML(), widgets.HTML()
        self._stop = widgets.Button(description="Stop", layout=widgets.Layout(display="none", width="auto"))
        self._stop.on_click(lambda _: self._work.stop())
        self._tabs = widgets.Tab(
            [widgets.VBox() for _ in TABS],
            titles=[TITLES[tab] for tab in TABS],
            selected_index=list(TABS).index(state.tab),
        )
        super().__init__(
            [
                widgets.HTML(rendering.STYLE + rendering.sentence(_summary(corpus), kind="small")),
                widgets.HTML(rendering.problems(corpus.problems)),
                _selection_rows(corpus, state),
                row(self._count, self._seconds, self._stop),
                self._tabs,
            ],
            layout=widgets.Layout(width="100%", max_width="1400px"),
        )
        self._tabs.observe(self._turn, "selected_index")
        state.observe(self._changed, ["tab", *PARTS])
        self.refresh()

    @property
    def state(self) -> dict[str, Any]:
        """What is shown, as plain values; `explore(corpus, state=...)` opens it again."""
        return self._view.as_dict()

    def refresh(self) -> None:
        """Select, count, and show the tab in front."""
        tab = self._view.tab
        if tab not in self._panels:
            self._panels[tab] = BUILD[tab](self._corpus, self._view, self._work)
            self._tabs.children[list(TABS).index(tab)].children = [self._panels[tab].box]
        self._work.start(partial(self._prepared, self._view.selection, self._panels[tab]))

    def _prepared(self, asked: Selection, panel: Panel | Reader) -> Show:
        """Select, and compute what a tab shows; beside the loop, so that no widget is touched here."""
        self._work.doing = "selecting statements"
        try:
            if self._selected is None or self._selected[0] != asked:
                self._selected = asked, asked.of(self._corpus)
        except Exception as error:  # a front end swallows what a callback raises
            return partial(self._counts, rendering.alert(sentence(error)))
        selected = self._selected[1]
        self._work.doing = "making the table and its chart"
        try:
            show = panel.prepare(selected)
        except Exception as error:
            show = partial(panel.fail, sentence(error))
        return partial(self._shown, _counted(selected), show)

    def _shown(self, counted: str, show: Show) -> None:
        self._counts(rendering.status(counted))
        show()

    def _counts(self, html: str) -> None:
        """The line that says what is selected."""
        self._count.value = html

    def _tell(self, seconds: float | None) -> None:
        """Say that it takes long, and how long; after two seconds it can be stopped."""
        if seconds is None:
            self._seconds.value, self._stop.layout.display = "", "none"
            return
        if not self._seconds.value:
            self._say("Working ...")
        self._seconds.value = rendering.sentence(f"{self._work.doing}, {seconds:.0f} s")
        if seconds >= OFFER:
            self._stop.layout.display = ""

    def _stopped(self) -> None:
        """Say so; what was shown before stays."""
        self._say("Stopped: what you see is from before. Change anything to go on.")

    def _say(self, what: str) -> None:
        """Say how the work stands, behind what is selected."""
        selected = f"{_counted(self._selected[1])}. " if self._selected else ""
        self._counts(rendering.status(f"{selected}{what}"))

    def _changed(self, _: object) -> None:
        self._tabs.selected_index = list(TABS).index(self._view.tab)
        self.refresh()

    def _turn(self, change: dict[str, Any]) -> None:
        self._view.tab = list(TABS)[change["new"]]


def _selection_rows(corpus: Corpus, state: State) -> widgets.VBox:
    """The controls of the selection."""
    offered = choices(corpus)
    names = {"body": "Body", "since": "From", "until": "To", "language": "Language"}
    short = [
        dropdown(state, "selection", field, name, offered[field], width="150px")
        for field, name in names.items()
    ]
    box = search_box(state, "selection", "containing", "Containing", 'terror* "human rights"')
    speaking = several(state, "selection", "delegations", "Delegations", offered["delegations"])
    return widgets.VBox([row(*short), row(speaking, box)])


def _counted(corpus: Corpus) -> str:
    tokens = int(corpus.statements["tokens"].sum())
    return f"{plural(len(corpus), 'statement')}, {plural(tokens, 'token')} selected"


def _summary(corpus: Corpus) -> str:
    """What the corpus holds, in one line."""
    statements = corpus.statements
    years = statements["year"].dropna()
    span = f"{years.min()}-{years.max()}" if len(years) else "no dates"
    languages = " ".join(sorted(statements["language"].dropna().unique()))
    who = plural(statements["delegation"].nunique(), "delegation")
    parts = [plural(len(statements), "statement"), span, who, languages]
    parts += ["specimen texts, made up for teaching"] if statements["specimen"].any() else []
    return " · ".join(part for part in parts if part)
