"""Read a list of names: "A, B*, the candidate countries C and D, as well as E and my own country F"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from osce_analysis.documents.roles.formulas import labels, list_words, members
from osce_analysis.documents.roles.names import Name


@dataclass(frozen=True)
class Entry:
    """One name of a list: the group it stands under, and whether the speaker calls it "my own country"."""

    name: Name
    label: str | None = None
    own: bool = False


@dataclass(frozen=True)
class NameList:
    """The names of a list, and where it ends."""

    entries: tuple[Entry, ...] = ()
    start: int = 0
    end: int = 0

    @property
    def own(self) -> Name | None:
        """The name that the speaker calls its own country."""
        return next((entry.name for entry in self.entries if entry.own), None)


NO_LIST = NameList()


@dataclass
class _Reading:
    """What has been read of a list so far."""

    entries: list[Entry] = field(default_factory=list)
    current: str | None = None
    labelled: bool = False
    separated: bool = True
    own: bool = False
    run: int = 0  # the first entry of the run that a heading after its names would cover
    closed: bool = False  # whether a heading has already covered that run

    def heading(self, label: str, before_name: bool) -> None:
        """A heading covers the names after it, or, standing after them, the run of names before it."""
        self.labelled = self.separated = True
        run = self.entries[self.run :]
        if label == "EEA":
            if run and not before_name:
                self._relabel("EFTA", "EFTA-EEA")
            elif self.current == "EFTA":
                self.current = "EFTA-EEA"
        elif before_name or not run or run[-1].label:
            self.current, self.run = label, len(self.entries)
        else:
            self._relabel(None, label)
            self.closed = True

    def _relabel(self, old: str | None, new: str) -> None:
        """The names of the current run that stand under `old` move to `new`."""
        for place in range(self.run, len(self.entries)):
            if self.entries[place].label == old:
                self.entries[place] = replace(self.entries[place], label=new)

    def word(self, kind: str) -> None:
        """A comma, "and", "as well as", "my own country"."""
        if kind == "own":
            self.own = self.separated = True
        elif kind == "tail":
            self.current, self.run = "other" if self.labelled else None, len(self.entries)
            self.separated = True
        elif kind in ("comma", "separator"):
            self.separated = True

    def name(self, name: Name) -> None:
        """A name of the list."""
        if self.closed:
            self.run, self.closed = len(self.entries), False
        self.entries.append(Entry(name, self.current, self.own))
        self.separated = self.own = False

    def unknown(self, text: str, names: Mapping[int, Name], position: int, stop: int) -> Name | None:
        """A printed name that no table knows: after a comma or "and", and before another name or the list's end."""
        found = _UNKNOWN.match(text, position, stop) if self.entries and self.separated else None
        if not found or any(place in names for place in range(position, found.end())):
            return None
        after = _AFTER_UNKNOWN.match(text, found.end(), stop)
        goes_on = after and _name_next(text, names, after.end(), stop, ("blank", "filler"))
        cut_off = text.startswith("\n", stop)  # the list may go on in the next paragraph
        if not goes_on and (cut_off or text[found.end() : stop].strip(" *.\n")):
            return None
        part = self.entries[-1].name.part
        return Name(position, found.end(), found.group(), found.group(), "state", part)


def read_list(text: str, names: Mapping[int, Name], start: int, stop: int) -> NameList:
    """Read the list of names that begins at `start`; it ends at the first word that is not of a list.

    Parameters
    ----------
    text
        The part of the document.
    names
        The names in it by their start.
    start, stop
        Where the list begins, and what it may not pass.

    Returns
    -------
    NameList
        Empty where no name follows `start`.
    """
    reading, position, end = _Reading(), start, start
    while position < stop:
        if text[position].isspace():
            position += 1
            continue
        name = names.get(position)
        if label := _label(text, position, stop, name):
            position = label.end()
            before_name = _name_next(text, names, position, stop, ("blank", "filler", "office"))
            reading.heading((label.lastgroup or "").replace("_", "-"), before_name)
            end = end if before_name else position
        elif name is None and (word := list_words().match(text, position, stop)):
            reading.word(word.lastgroup or "")
            position = word.end()
        else:
            name = name or reading.unknown(text, names, position, stop)
            if name is None or _possessive(text, name):
                break
            reading.name(name)
            position = end = members_end(text, name)
    return NameList(tuple(reading.entries), start, end)


def _label(text: str, position: int, stop: int, name: Name | None) -> re.Match[str] | None:
    """The heading of a group at `position`, unless a longer name stands there."""
    label = labels().match(text, position, stop)
    return label if label and (name is None or label.end() > name.end) else None


def names_between(text: str, names: Mapping[int, Name], start: int, stop: int) -> NameList:
    """All names between two places, for lists in which persons and offices stand between them."""
    found = [
        names[place]
        for place in sorted(names)
        if start <= place < stop and not _possessive(text, names[place])
    ]
    return NameList(tuple(map(Entry, found)), start, stop)


def members_end(text: str, name: Name) -> int:
    """The end of a name and of the "and its Member States" after a group's."""
    if name.kind == "group":
        extension = members().match(text, name.end)
        if extension:
            return extension.end()
    return name.end


def _name_next(
    text: str, names: Mapping[int, Name], position: int, stop: int, words: tuple[str, ...]
) -> bool:
    """Whether nothing but words of these kinds stands between `position` and a name."""
    while position < stop and position not in names:
        word = list_words().match(text, position, stop)
        if not word or (word.lastgroup not in words and word.group() != ":"):
            return False
        position = word.end()
    return position in names


def _possessive(text: str, name: Name) -> bool:
    """Whether the name is followed by "'s": "Ukraine's territory" names no member of a list."""
    return text[name.end : name.end + 2].lower() in ("'s", "’s")


# Words with a capital that are addressed or introduced, not listed.
_ADDRESSED = (
    r"(?i:I|We|The|This|These|In|On|At|For|To|Our|My|Mr|Mrs|Ms|Madam|Madame|Chair\w*|Ambassador|Excellenc\w+|Dear"
    r"|Distinguished|Colleagues|Ladies|Minister\w*|Secretary|Head|Heads|High|Director|President\w*|Permanent"
    r"|Delegat\w+|Deputy|Thank|Let|As|It|Member|States?|OSCE|With)\b"
)
_UNKNOWN = re.compile(
    rf"(?!{_ADDRESSED})[^\W\d_a-zа-я][\w’'-]+(?:\s+(?:of\s+|the\s+)?(?!{_ADDRESSED}|AND\b)[^\W\d_a-zа-я][\w’'-]+){{0,3}}"
)
_AFTER_UNKNOWN = re.compile(r"[*\d]?\s*(?:,|\sand\b|\sAND\b)")
