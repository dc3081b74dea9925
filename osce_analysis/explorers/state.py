"""What an explorer shows, as one small object that can be saved and opened again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from traitlets import Enum, HasTraits, Instance

from osce_analysis import reference
from osce_analysis.explorers.answers import Question
from osce_analysis.explorers.commitments import Commitments
from osce_analysis.explorers.comparing import Comparing
from osce_analysis.explorers.holdings import Holdings
from osce_analysis.explorers.partners import Partners
from osce_analysis.explorers.reading import Reading
from osce_analysis.explorers.selection import Selection
from osce_analysis.explorers.words import Words

TABS: Mapping[str, type] = {
    "words": Words,
    "cosignatories": Partners,
    "citations": Commitments,
    "compare": Comparing,
    "read": Reading,
    "data": Holdings,
}
PARTS: Mapping[str, type] = {"selection": Selection, **TABS}


class State(HasTraits):
    """The tab in front, the selection, and the question of each tab; every part is a frozen record.

    Observe a part by its name to hear of its changes.
    """

    tab = Enum(list(TABS), "words")
    selection = Instance(Selection, ())
    words = Instance(Words, ())
    cosignatories = Instance(Partners, ())
    citations = Instance(Commitments, ())
    compare = Instance(Comparing, ())
    read = Instance(Reading, ())
    data = Instance(Holdings, ())

    def change(self, part: str, **values: Any) -> None:
        """Put new values into one part."""
        setattr(self, part, replace(getattr(self, part), **values))

    def query(self) -> Question | Reading:
        """The question of the tab in front."""
        query: Question | Reading = getattr(self, self.tab)
        return query

    def code(self) -> list[str]:
        """The lines that make the selection and the table of the tab in front."""
        return [self.selection.code(), *self.query().code()]

    def as_dict(self) -> dict[str, Any]:
        """The state as plain values that JSON can hold.

        Examples
        --------
        >>> State().as_dict()["citations"]["show"]
        'most_cited'
        """
        parts = {part: asdict(getattr(self, part)) for part in PARTS}
        return {"tab": self.tab} | {
            part: {name: _listed(value) for name, value in values.items()} for part, values in parts.items()
        }


def restored(given: Mapping[str, Any] | None) -> State:
    """The state that `State.as_dict` described; what is not given is as at the beginning.

    Raises
    ------
    ValueError
        For a part, field or tab that does not exist, or a value of another kind.

    Examples
    --------
    >>> restored({"tab": "read", "words": {"look_for": "peace"}}).words.look_for
    'peace'
    """
    given = given or {}
    if not isinstance(given, Mapping):
        raise ValueError(f"A state is a dict as explorer.state gives it; this is a {type(given).__name__}.")
    _check_names(given, ["tab", *PARTS], "state")
    state = State()
    tab = given.get("tab", state.tab)
    if tab not in TABS:
        raise ValueError(f"The state asks for the tab {tab!r}: tabs are {', '.join(TABS)}.")
    state.tab = tab
    for part, values in given.items():
        if part != "tab":
            setattr(state, part, _part(part, values))
    return state


def _part(part: str, values: object) -> Any:
    """One part of a state from its plain values."""
    if not isinstance(values, Mapping):
        raise ValueError(f"The part {part!r} of a state is a dict of its fields; this is {values!r}.")
    fresh = PARTS[part]()
    _check_names(values, [field.name for field in fields(fresh)], f"part {part!r} of a state")
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    kinds = get_type_hints(type(fresh))
    for name, value in given.items():
        if not isinstance(value, _plain_kinds(kinds[name])):
            raise ValueError(f"{part}.{name} of a state is {_said(kinds[name])}; this is {value!r}.")
    return replace(fresh, **given)


def _plain_kinds(hint: Any) -> tuple[type, ...]:
    """The classes that a field's type hint allows; of a tuple only that it is one."""
    return tuple(
        get_origin(kind) or kind for kind in (get_args(hint) if isinstance(hint, UnionType) else (hint,))
    )


def _said(hint: Any) -> str:
    """A field's type as a sentence names it."""
    names = {"str": "a text", "int": "a number", "tuple": "a list", "NoneType": "nothing"}
    return " or ".join(names.get(kind.__name__, kind.__name__) for kind in _plain_kinds(hint))


def _check_names(given: Mapping[str, Any], known: list[str], holder: str) -> None:
    unknown = [name for name in given if name not in known]
    if unknown:
        near = reference.near_miss(str(unknown[0]), known)
        hint = f"Did you mean {near!r}?" if near else f"It has {', '.join(known)}."
        raise ValueError(f"The {holder} has no {unknown[0]!r}. {hint}")


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
