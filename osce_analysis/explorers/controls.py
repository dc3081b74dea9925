"""Controls that show one field of the state and change it: each has a name that a screen reader says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import ipywidgets as widgets

from osce_analysis.explorers.state import State

NAME_AS_LONG_AS_IT_IS = {"description_width": "initial"}
NOTHING = "-"  # a dropdown whose value is None shows no label, not even that of an option None


def dropdown(
    state: State, part: str, field: str, name: str, options: Iterable[tuple[str, Any]], *, width: str = "auto"
) -> widgets.Dropdown:
    """One value of several.

    Raises
    ------
    ValueError
        Where the state holds a value that is not offered.
    """
    offered = list(options)
    value = getattr(getattr(state, part), field)
    _check(value, offered, name)
    control = widgets.Dropdown(
        options=[(label, _shown(option)) for label, option in offered],
        value=_shown(value),
        description=name,
        style=NAME_AS_LONG_AS_IT_IS,
        layout=widgets.Layout(width=width),
    )
    return link(control, state, part, field)


def several(
    state: State, part: str, field: str, name: str, options: Iterable[tuple[str, Any]]
) -> widgets.SelectMultiple:
    """Any number of values.

    Raises
    ------
    ValueError
        Where the state holds a value that is not offered.
    """
    offered = list(options)
    chosen = getattr(getattr(state, part), field)
    for value in chosen:
        _check(value, offered, name)
    control = widgets.SelectMultiple(
        options=offered,
        value=chosen,
        description=name,
        rows=4,
        style=NAME_AS_LONG_AS_IT_IS,
        layout=widgets.Layout(width="320px"),
    )
    return link(control, state, part, field)


def search_box(state: State, part: str, field: str, name: str, example: str) -> widgets.Text:
    """Words typed by the reader, taken when Enter is pressed or the box is left."""
    control = widgets.Text(
        value=getattr(getattr(state, part), field),
        description=name,
        placeholder=example,
        continuous_update=False,
        style=NAME_AS_LONG_AS_IT_IS,
        layout=widgets.Layout(width="420px", max_width="100%"),
    )
    return link(control, state, part, field)


def link(control: Any, state: State, part: str, field: str) -> Any:
    """Keep a control and a field of the state alike, both ways."""

    def to_state(change: dict[str, Any]) -> None:
        state.change(part, **{field: None if change["new"] == NOTHING else change["new"]})

    def to_control(change: dict[str, Any]) -> None:
        control.value = _shown(getattr(change["new"], field))

    control.observe(to_state, "value")
    state.observe(to_control, part)
    return control


def row(*children: Any) -> widgets.HBox:
    """Controls side by side, which go to the next line where there is no room."""
    return widgets.HBox(children, layout=widgets.Layout(flex_flow="row wrap", align_items="flex-start"))


def _shown(value: Any) -> Any:
    return NOTHING if value is None else value


def _check(value: Any, offered: list[tuple[str, Any]], name: str) -> None:
    if value not in [option for _, option in offered]:
        there = ", ".join(str(option) for _, option in offered if option is not None)
        raise ValueError(f"The state asks for {name} {value!r}, which is not here. Choose one of {there}.")
