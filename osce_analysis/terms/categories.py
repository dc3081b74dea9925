"""Dictionaries: categories of words, from Python, a YAML file or a file in the format of LIWC."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from osce_analysis.tokens import parse_query

Categories = Mapping[str, Any] | str | os.PathLike[str]
MOST = 100_000
"""Entries that a dictionary may hold."""
_LIWC = "%"


class Entry(NamedTuple):
    """One search of a category and what each of its hits counts."""

    category: str
    search: str
    weight: float


def entries(categories: Categories) -> list[Entry]:
    """The entries of a dictionary, in order; nested categories are named with a dot between.

    Parameters
    ----------
    categories : mapping or path
        ``{"security": ["arms control", "missile*"]}``, ``{"tone": {"welcome": 1, "regret": -1}}``, mappings of
        these, or a file: YAML of the same shape, or LIWC's format (numbered categories between two lines of
        ``%``, then a word and its numbers on each line).

    Raises
    ------
    ValueError
        In one sentence that names the file, the place and what to write there.

    Examples
    --------
    >>> entries({"peace": ["peace", "cease-fire"], "tone": {"up": {"welcome": 1}}})[1:]
    [Entry(category='peace', search='cease-fire', weight=1.0), Entry(category='tone.up', search='welcome', weight=1.0)]
    """
    if isinstance(categories, Mapping):
        return _checked(_walked(categories, ()), "The dictionary")
    path = Path(categories)
    named = f"The dictionary {path.name}"
    text = _text(path, named)
    if text.lstrip().startswith(_LIWC):
        return _checked(_liwc(text.splitlines(), named), named)
    return _checked(_walked(_yaml(text, named), ()), named)


def _text(path: Path, named: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ValueError(f"{named} could not be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise ValueError(f"{named} is not in UTF-8 (byte {error.start}): save it as UTF-8.") from None


def _yaml(text: str, named: str) -> Mapping[str, Any]:
    """What a YAML file holds; only plain values are read, and nothing is executed."""
    import yaml

    try:
        held = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise ValueError(
            f"{named} is no YAML{place}: write each category as `name: [word, another word]`."
        ) from None
    if not isinstance(held, Mapping):
        raise ValueError(f"{named} holds no categories: write each as `name: [word, another word]`.")
    return held


def _walked(held: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[Entry]:
    """The entries of a mapping of categories, of those within, and so on."""
    for name, content in held.items():
        path = (*above, str(name))
        category = ".".join(path)
        if isinstance(content, str):
            yield Entry(category, content, 1.0)
        elif isinstance(content, Mapping) and all(
            isinstance(weight, (int, float)) for weight in content.values()
        ):
            yield from (Entry(category, str(search), float(weight)) for search, weight in content.items())
        elif isinstance(content, Mapping):
            yield from _walked(content, path)
        elif isinstance(content, Sequence):
            yield from _listed(content, path)
        else:
            raise ValueError(
                f"The category {category!r} holds {content!r}: give it a list of words, or words with weights."
            )


def _listed(content: Sequence[Any], path: tuple[str, ...]) -> Iterator[Entry]:
    """The entries of a list, which may hold categories within."""
    for item in content:
        if isinstance(item, Mapping):
            yield from _walked(item, path)
        else:
            yield Entry(".".join(path), str(item), 1.0)


def _liwc(lines: list[str], named: str) -> Iterator[Entry]:
    """The entries of a file in LIWC's format."""
    marks = [number for number, line in enumerate(lines) if line.strip() == _LIWC][:2]
    if len(marks) < 2:
        raise ValueError(f"{named} has one line of % only: close the list of categories with another.")
    names: dict[str, str] = {}
    for number in range(marks[0] + 1, marks[1]):
        if lines[number].strip():
            code, _, name = lines[number].strip().partition("\t" if "\t" in lines[number].strip() else " ")
            if not code.isdigit() or not name.strip():
                raise ValueError(
                    f"{named}, line {number + 1}: a category is a number and a name, not {lines[number].strip()!r}."
                )
            names[code] = name.strip()
    for number in range(marks[1] + 1, len(lines)):
        words = lines[number].split()
        codes = [word for word in words if word.isdigit()]
        unknown = [code for code in codes if code not in names]
        if words and (unknown or not codes):
            what = f"there is no category {unknown[0]}" if unknown else "the word has no category"
            raise ValueError(f"{named}, line {number + 1}: {what} ({lines[number].strip()!r}).")
        search = " ".join(word for word in words if not word.isdigit())
        yield from (Entry(names[code], search, 1.0) for code in codes)


def _checked(found: Iterator[Entry], named: str) -> list[Entry]:
    """The entries, each a search that can be read, not too many."""
    held: list[Entry] = []
    for entry in found:
        if len(held) == MOST:
            raise ValueError(f"{named} holds more than {MOST:,} entries: split it.")
        try:
            parse_query(entry.search)
        except ValueError as error:
            raise ValueError(f"{named}, category {entry.category!r}: {error}") from None
        held.append(entry)
    if not held:
        raise ValueError(f"{named} holds no entry: write each category as name: [word, another word].")
    return held
