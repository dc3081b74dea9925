"""What a Word document says of its letters and lists; a style goes by the one that it is based on."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ON = ("1", "true", "on")
_HEADING = re.compile(r"(?:heading|title|subtitle)\b", re.IGNORECASE)
_LEVEL = re.compile(r"[0-8]")
_LONGEST_CHAIN = 20  # styles


class Style(NamedTuple):
    """How a run or paragraph is set, by itself or by its style; None where nothing says so."""

    bold: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    list_id: str | None = None
    level: int | None = None  # in its list, from 0
    heading: bool | None = None

    def over(self, base: Style) -> Style:
        """This style where it says something, else `base`."""
        return Style._make(own if own is not None else its for own, its in zip(self, base, strict=True))


def read_styles(part: Any) -> dict[str | None, Style]:
    """The styles of `word/styles.xml` by id, None being that of paragraphs which name none.

    Parameters
    ----------
    part : lxml element
        The root of that part.
    """
    elements = {style.get(f"{W}styleId"): style for style in part.iterchildren(f"{W}style")}
    own = {name: style_of(element) for name, element in elements.items()}
    bases = {name: value(element.find(f"{W}basedOn")) for name, element in elements.items()}
    styles: dict[str | None, Style] = {None: Style()}
    for name, element in elements.items():
        style, base = own[name], bases[name]
        for _ in range(_LONGEST_CHAIN):  # which may run in a circle
            if base not in own:
                break
            style, base = style.over(own[base]), bases[base]
        styles[name] = style
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in _ON:
            styles[None] = style
    return styles


def style_of(element: Any) -> Style:
    """What a run, paragraph or style says itself."""
    name = value(element.find(f"{W}name"))
    heading = True if name and _HEADING.match(name) else None
    listed = element.find(f"{W}pPr/{W}numPr")
    level = value(listed.find(f"{W}ilvl")) if listed is not None else None
    list_id = value(listed.find(f"{W}numId")) if listed is not None else None
    number = int(level) if level and _LEVEL.fullmatch(level) else None
    letters = element.find(f"{W}rPr")
    if letters is None:
        return Style(list_id=list_id, level=number, heading=heading)
    bold, capitals, hidden = (is_on(letters.find(f"{W}{switch}")) for switch in ("b", "caps", "vanish"))
    place = value(letters.find(f"{W}vertAlign"))
    raised = place == "superscript" if place else None
    return Style(bold, capitals, hidden, raised, list_id, number, heading)


def value(element: Any) -> str | None:
    """The value of a property; None where it is not there."""
    return element.get(f"{W}val") if element is not None else None


def is_on(switch: Any) -> bool | None:
    """Whether a switch is on; None where it is not there."""
    return switch.get(f"{W}val", "true") in _ON if switch is not None else None
