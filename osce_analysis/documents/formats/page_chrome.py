"""What of a web page is its text, and what is chrome: navigation, notices, controls (chrome.csv)."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import Any

_PROGRAMS = ("script", "style", "noscript", "template", "title")
_MOST = 0.5  # of a page's text: what holds more is no chrome, whatever its name
_MAIN = 0.3  # of a page's text: the main element holds at least so much
_NEARLY_ALL = 0.9  # of an element's text: a child that holds so much stands for it
_LINKED = 0.6  # of its text within this many links: such a block leads elsewhere
_LINKS = 3
_LISTS = frozenset({"ul", "ol", "dl", "div", "table", "p", "section"})
_HEADINGS = ("h1", "h2")
_LOWER = ("h2", "h3", "h4", "h5", "h6")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)


def main_part(page: Any) -> Any:
    """The element that holds a page's text, its chrome taken out.

    Parameters
    ----------
    page : lxml element
        The root of the page; it is changed.

    Returns
    -------
    lxml element
        The main or article element, else the block with nearly all of the text; a page's only
        first heading is put before it where it stands elsewhere.

    Examples
    --------
    >>> from lxml import html
    >>> page = html.document_fromstring("<nav>Home</nav><h1>Title</h1><main><p>We agree.</p></main>")
    >>> [element.text for element in main_part(page)]
    ['Title', 'We agree.']
    """
    titles = page.findall(".//h1")
    for program in list(page.iter(*_PROGRAMS)):
        if program.getparent() is not None:
            program.drop_tree()
    _drop_chrome(page, _Sizes(page))
    part = _main_element(page, _Sizes(page))
    if len(titles) == 1 and titles[0] in part.iterancestors("h1"):
        return titles[0]
    if len(titles) == 1 and part.find(".//h1") is None and part not in titles:
        title = titles[0]
        if title.getparent() is not None:
            title.drop_tree()
        title.tail = part.text
        part.text = None
        part.insert(0, title)
    _drop_last_headings(part)
    return part


def _drop_last_headings(part: Any) -> None:
    """Take out the headings under which no text is left: what stood there led elsewhere."""
    for heading in reversed(list(part.iter(*_LOWER))):
        text, said = part.text_content().strip(), heading.text_content().strip()
        if heading is part or text == said or not text.endswith(said):
            return
        heading.drop_tree()


class _Sizes:
    """How many letters each element of a page holds, in all and within links, and how many links."""

    def __init__(self, page: Any) -> None:
        self._elements = list(page.iter())  # kept, since lxml makes its elements anew
        self.text: dict[Any, int] = defaultdict(int)
        self.linked: dict[Any, int] = defaultdict(int)
        self.links: dict[Any, int] = defaultdict(int)
        for element in reversed(self._elements):
            self.text[element] += _length(element.text)
            if element.tag == "a":
                self.linked[element] = self.text[element]
                self.links[element] = 1
            parent = element.getparent()
            if parent is not None:
                self.text[parent] += self.text[element] + _length(element.tail)
                self.linked[parent] += self.linked[element]
                self.links[parent] += self.links[element]

    def own(self, element: Any) -> int:
        """Letters that are in no link."""
        return self.text[element] - self.linked[element]


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _drop_chrome(page: Any, sizes: _Sizes) -> None:
    """Take out of a page what is named as chrome or is mostly links."""
    most = _MOST * sizes.own(page)
    dropped: set[Any] = set()
    for element in list(page.iter()):
        parent = element.getparent()
        if parent in dropped:
            dropped.add(element)
        elif parent is not None and sizes.own(element) <= most and _is_dispensable(element, sizes):
            dropped.add(element)
            element.drop_tree()


def _is_dispensable(element: Any, sizes: _Sizes) -> bool:
    return _is_chrome(element) or _leads_elsewhere(element, sizes)


def _is_chrome(element: Any) -> bool:
    """Whether an element is chrome by its tag, role, or a word of its class or id, or is hidden."""
    words = _chrome()
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style", "")):
        return True
    if element.tag in words["tag"]:
        return element.tag != "header" or next(element.iterancestors("article", "main"), None) is None
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return element.get("role") in words["role"] or any(
        word.lower() in words["class"] for word in _WORD.findall(named)
    )


def _leads_elsewhere(element: Any, sizes: _Sizes) -> bool:
    """Whether a block is a list of links."""
    if element.tag not in _LISTS or sizes.links[element] < _LINKS:
        return False
    return sizes.linked[element] >= _LINKED * sizes.text[element]


def _main_element(page: Any, sizes: _Sizes) -> Any:
    """The main or article element with the most text, else the lowest one with nearly all of it and the title."""
    named = page.xpath(".//main | .//article | .//*[@role='main'] | .//*[@itemprop='articleBody']")
    largest = max(named, key=sizes.own, default=None)
    if largest is not None and sizes.own(largest) >= _MAIN * sizes.own(page):
        return largest
    part = page
    while True:
        child = max(part, key=sizes.own, default=None)
        if (
            child is None
            or child.tag in ("p", "a", "span")
            or sizes.own(child) < _NEARLY_ALL * sizes.own(part)
        ):
            return part
        if any(True for _ in part.iter(*_HEADINGS)) and not any(True for _ in child.iter(*_HEADINGS)):
            return part
        part = child


@cache
def _chrome() -> dict[str, frozenset[str]]:
    """The words of chrome.csv by where they stand."""
    words: dict[str, set[str]] = defaultdict(set)
    table = files("osce_analysis.documents.formats").joinpath("chrome.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        words[row["where"]].add(row["word"])
    return {where: frozenset(words[where]) for where in ("tag", "role", "class")}
