"""The tabs: which controls each has over its question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import ipywidgets as widgets

from osce_analysis.corpus import Corpus
from osce_analysis.explorers import commitments, comparing, holdings, partners, words
from osce_analysis.explorers.controls import NAME_AS_LONG_AS_IT_IS, dropdown, search_box
from osce_analysis.explorers.panel import Panel
from osce_analysis.explorers.reader import Reader
from osce_analysis.explorers.selection import delegations
from osce_analysis.explorers.sides import OTHERS, side_choices
from osce_analysis.explorers.state import State
from osce_analysis.explorers.working import Work

_SIDE = "260px"
GROUPS = [("one actor", "actor"), ("its members on the day", "expand"), ("left out", "drop")]


def _words(corpus: Corpus, state: State, work: Work) -> Panel:
    ask, sides = partial(dropdown, state, "words"), side_choices(corpus)
    box = search_box(state, "words", "look_for", "Look for", 'sovereignty "human rights"')
    more = [
        ask("side_a", "Side A", [("none", None), *sides], width=_SIDE),
        ask("side_b", "Side B", [("all others", OTHERS), *sides], width=_SIDE),
        ask("measure", "Measure", words.MEASURES),
        ask("keep", "Terms", words.KEEP),
        ask("form", "Count words", words.FORMS),
        ask("boilerplate", "Passages that several share", words.BOILERPLATE),
    ]
    return Panel(state, "words", work, [box, ask("by", "By", words.BY, width="200px")], more)


def _cosignatories(_: Corpus, state: State, work: Work) -> Panel:
    ask = partial(dropdown, state, "cosignatories")
    more = [
        ask("measure", "Measure", partners.MEASURES),
        ask("backbone", "Ties", partners.BACKBONES),
        ask("correction", "Correction for many pairs", partners.CORRECTIONS),
        ask("groups", "The EU and other groups", GROUPS),
        ask("source", "Count", partners.SOURCES),
        search_box(state, "cosignatories", "only_of", "Only what is delivered by", "EU"),
        search_box(state, "cosignatories", "with_", "Aligned with", "EU"),
    ]
    options = [ask("drawing", "Draw", partners.DRAWINGS), ask("roles", "Actors that", partners.ROLES)]
    return Panel(state, "cosignatories", work, options, more)


def _citations(corpus: Corpus, state: State, work: Work) -> Panel:
    ask, sides = partial(dropdown, state, "citations"), delegations(corpus)
    options = [
        ask("by", "By", commitments.BY, width="220px"),
        ask("drawing", "Draw", commitments.DRAWINGS, width="150px"),
        ask("stance", "Passages in stance", commitments.IN_STANCE, width="230px"),
    ]
    more = [
        ask("show", "Show", commitments.SHOWN, width="280px"),
        ask("side_a", "Side A", [("none", None), *sides], width=_SIDE),
        ask("side_b", "Side B", [("none", None), *sides], width=_SIDE),
        ask("top", "At most", commitments.TOP, width="150px"),
    ]
    return Panel(state, "citations", work, options, more)


def _compare(corpus: Corpus, state: State, work: Work) -> Panel:
    ask, sides = partial(dropdown, state, "compare"), side_choices(corpus)
    options = [
        ask("side_a", "Side A", [("who speaks most", None), *sides], width=_SIDE),
        ask("side_b", "Side B", [("all others", OTHERS), *sides], width=_SIDE),
        ask("show", "List", comparing.SHOWN, width="220px"),
    ]
    more = [
        search_box(state, "compare", "follow", "Follow over time", 'sovereignty "human rights"'),
        ask("groups", "The EU and other groups", GROUPS),
    ]
    return Panel(state, "compare", work, options, more, wide=True)


def _read(_: Corpus, state: State, __: Work) -> Reader:
    return Reader(state)


def _data(corpus: Corpus, state: State, work: Work) -> Panel:
    ask = partial(dropdown, state, "data")
    options = [
        ask("show", "Table", holdings.SHOWN, width="220px"),
        _columns(corpus, state),
        ask("by", "Coverage by", holdings.BY, width="220px"),
    ]
    return Panel(state, "data", work, options, with_table=True)


def _columns(corpus: Corpus, state: State) -> widgets.SelectMultiple:
    """The columns of the table that is shown."""
    offered = holdings.columns_of(corpus, state.data.show)
    control = widgets.SelectMultiple(
        options=offered,
        value=[name for name in state.data.columns if name in offered],
        description="Columns (none: the usual ones)",
        rows=5,
        style=NAME_AS_LONG_AS_IT_IS,
        layout=widgets.Layout(width="380px", max_width="100%"),
    )

    def offer(change: dict[str, Any]) -> None:
        columns = tuple(holdings.columns_of(corpus, change["new"].show))
        if columns != tuple(control.options):
            control.options = columns
        control.value = [name for name in change["new"].columns if name in columns]

    control.observe(lambda change: state.change("data", columns=tuple(change["new"])), "value")
    state.observe(offer, "data")
    return control


BUILD: Mapping[str, Callable[[Corpus, State, Work], Panel | Reader]] = {
    "words": _words,
    "cosignatories": _cosignatories,
    "citations": _citations,
    "compare": _compare,
    "read": _read,
    "data": _data,
}
