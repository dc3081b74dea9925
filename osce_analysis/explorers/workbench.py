"""The explorers in tabs over one selection."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import ipywidgets as widgets

from osce_analysis.corpus import Corpus
from osce_analysis.explorers import commitments, partners, rendering, words
from osce_analysis.explorers.controls import dropdown, row, search_box, several
from osce_analysis.explorers.debouncing import Debounced
from osce_analysis.explorers.panel import Panel
from osce_analysis.explorers.reader import Reader
from osce_analysis.explorers.rendering import plural
from osce_analysis.explorers.selection import Selection, choices, delegations
from osce_analysis.explorers.state import PARTS, TABS, State, restored

TITLES = {"words": "Words", "cosignatories": "Co-signatories", "citations": "Citations", "read": "Read"}


def explore(corpus: Corpus, *, state: Mapping[str, Any] | None = None) -> Explorer:
    """Look at a corpus: words, co-signatories, citations and the statements themselves, over one selection.

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
        self._build = BUILD | {
            "words": partial(_words, words.side_choices(corpus)),
            "citations": partial(_citations, delegations(corpus)),
        }
        self._selected: tuple[Selection, Corpus] | None = None
        self._count = widgets.HTML()
        self._panels: dict[str, Panel | Reader] = {}
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
                self._count,
                self._tabs,
            ],
            layout=widgets.Layout(width="100%", max_width="1400px"),
        )
        self._refresh = Debounced(self.refresh)
        self._tabs.observe(self._turn, "selected_index")
        state.observe(self._changed, ["tab", *PARTS])
        self.refresh()

    @property
    def state(self) -> dict[str, Any]:
        """What is shown, as plain values; `explore(corpus, state=...)` opens it again."""
        return self._view.as_dict()

    def refresh(self) -> None:
        """Select, count, and show the tab in front."""
        selected = self._select()
        if selected is None:
            return
        tab = self._view.tab
        if tab not in self._panels:
            self._panels[tab] = self._build[tab](self._view)
            self._tabs.children[list(TABS).index(tab)].children = [self._panels[tab].box]
        panel = self._panels[tab]
        panel.say(_failure(lambda: panel.show(selected)))

    def _select(self) -> Corpus | None:
        """The selected statements, and their number on the screen; None where they cannot be selected."""
        asked = self._view.selection
        if self._selected is None or self._selected[0] != asked:
            found: list[Corpus] = []
            failure = _failure(lambda: found.append(asked.of(self._corpus)))
            if failure:
                self._count.value = rendering.alert(failure)
                return None
            self._selected = asked, found[0]
        selected = self._selected[1]
        self._count.value = rendering.status(_counted(selected))
        return selected

    def _changed(self, _: object) -> None:
        self._tabs.selected_index = list(TABS).index(self._view.tab)
        if self._selected is not None:
            self._count.value = rendering.status(f"{_counted(self._selected[1])}. Working ...")
        self._refresh()

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


def _words(sides: list[tuple[str, str]], state: State) -> Panel:
    ask = partial(dropdown, state, "words")
    box = search_box(state, "words", "look_for", "Look for", 'sovereignty "human rights"')
    by = ask("by", "By", words.BY, width="200px")
    more = [
        ask("side_a", "Side A", [("none", None), *sides], width="260px"),
        ask("side_b", "Side B", [("all others", words.OTHERS), *sides], width="260px"),
        ask("measure", "Measure", words.MEASURES),
        ask("keep", "Terms", words.KEEP),
        ask("form", "Count words", words.FORMS),
        ask("boilerplate", "Passages that several share", words.BOILERPLATE),
    ]
    return Panel(state, "words", [box, by], more)


def _cosignatories(state: State) -> Panel:
    ask = partial(dropdown, state, "cosignatories")
    return Panel(
        state,
        "cosignatories",
        [ask("drawing", "Draw", partners.DRAWINGS), ask("roles", "Actors that", partners.ROLES)],
        [
            ask("measure", "Measure", partners.MEASURES),
            ask("backbone", "Ties", partners.BACKBONES),
            ask("correction", "Correction for many pairs", partners.CORRECTIONS),
            ask("groups", "The EU and other groups", partners.GROUPS),
            search_box(state, "cosignatories", "only_of", "Only what is delivered by", "EU"),
            search_box(state, "cosignatories", "with_", "Aligned with", "EU"),
        ],
    )


def _citations(sides: list[tuple[str, Any]], state: State) -> Panel:
    ask = partial(dropdown, state, "citations")
    return Panel(
        state,
        "citations",
        [
            ask("by", "By", commitments.BY, width="220px"),
            ask("drawing", "Draw", commitments.DRAWINGS, width="150px"),
            ask("stance", "Passages in stance", commitments.IN_STANCE, width="230px"),
        ],
        [
            ask("show", "Show", commitments.SHOWN, width="280px"),
            ask("side_a", "Side A", [("none", None), *sides], width="260px"),
            ask("side_b", "Side B", [("none", None), *sides], width="260px"),
            ask("top", "At most", commitments.TOP, width="150px"),
        ],
    )


BUILD: dict[str, Callable[[State], Panel | Reader]] = {
    "cosignatories": _cosignatories,
    "read": Reader,
}


def _failure(action: Callable[[], object]) -> str:
    """Do something; the sentence that says why it failed, or ""."""
    try:
        action()
    except Exception as error:  # a front end swallows what a callback raises: the reader would see nothing
        if isinstance(error, (ValueError, LookupError)) and not isinstance(error, (KeyError, IndexError)):
            return str(error)
        return f"This view failed ({type(error).__name__}: {error}). Please report it with its code."
    return ""


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
