"""The words that label what is attached to a document: "Attachment 2", "Annexe 1", "Приложение 3 к Журналу"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from osce_analysis.reference.tries import trie

# The short label of a kind of part: its words in the six languages; many print the English one in each language.
WORDS: dict[str, tuple[str, ...]] = {
    "Att": (
        "attachment", "pièce complémentaire", "beilage", "texto agregado", "agregado", "appendice", "дополнение",
    ),
    "Annex": ("annex", "annexe", "anhang", "anlage", "anexo", "annesso", "allegato", "приложение"),
}  # fmt: skip
# "to the decision", "zum Beschluss Nr. 9001"; a symbol that follows is told by the caller.
_OWNER = (
    r"(?P<owner>\s(?:to|à|au|zum|zu|al|alla|a|к)\b(?:\s(?:the|this|la|le|el|diesem)\b)?"
    r"(?:\s(?:decision|journal|décision|beschluss|decisión|diario|decisione|giornale|решению|журналу)\b"
    r"(?:\s(?:No\.?|Nr\.?|N\.|N[°ºo]|№)\s?\d[\d/]{0,7})?)?)?"
)
_NUMBER = r"(?:\s?(?:No\.?|Nr\.?|N\.|N[°º]|№)?\s?(?P<number>\d{1,2})(?![\d/.]))?"
# A label begins with a capital letter: "see annex 1" is none.
_KIND = {
    form(word): kind
    for kind, words in WORDS.items()
    for word in words
    for form in (str.capitalize, str.title, str.upper)
}
_LABEL = re.compile(rf"(?P<word>{trie(_KIND, {})})\b(?i:{_NUMBER}{_OWNER})")


class Label(NamedTuple):
    """A label and where it stands; `name` as in a symbol, `owned` where it says to what it is attached."""

    start: int
    end: int
    name: str
    owned: bool


def find_labels(text: str) -> Iterator[Label]:
    """Find the labels in a text.

    Parameters
    ----------
    text : str
        Any text.

    Yields
    ------
    Label
        Named ``Att.2``, ``Annex.1``; a label without a number is the first of its kind.

    Examples
    --------
    >>> list(find_labels("Attachment 2 to the decision")), list(find_labels("see attachment 2"))
    ([Label(start=0, end=28, name='Att.2', owned=True)], [])
    """
    for found in _LABEL.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if not (before.isalnum() or before in ("-", "_")):
            name = f"{_KIND[found['word']]}.{found['number'] or 1}"
            yield Label(found.start(), found.end(), name, found["owner"] is not None)


def without_label(line: str) -> str:
    """A header's line without the label in it.

    Examples
    --------
    >>> without_label("21 January 2016 Attachment 1")
    '21 January 2016  '
    """
    for label in reversed(list(find_labels(line))):
        line = line[: label.start] + " " + line[label.end :]
    return line
