"""Every regular expression of `documents` and `reference` is linear: four times the text, about four times the time.

The expressions are collected from the modules themselves, so that a new one is tried too. Each runs over strings that
tempt it to go back: long runs, pieces of its own literals, what it nearly matches. One that the code only ever matches
at a given place is tried there, the others at every place. Those that differ in their words alone are tried once.
"""

import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import _lru_cache_wrapper

import pytest

from osce_analysis import documents, reference
from osce_analysis.documents.citations import cues
from osce_analysis.documents.citations.wording import Openings
from osce_analysis.documents.roles import formulas

SHORT, LONG = 1_000, 4_000  # characters
FLOOR = 0.003  # seconds for the longer text: what is faster needs no second look, which noise would blur
BOUND = 8
FEW, HOPELESS = (20, 400, SHORT), 0.05  # so many seconds for so few characters: it would never end
SEARCHES = r"\.(?:search|finditer|findall|sub|subn|split)\b"

GENERIC = (
    *("a", " ", "\n", "0", "A", ".", ",", "(", ")", "-", "/", "*", "'", '"', ":", "№", "é", "Я"),
    *("a ", "A ", "1 ", " \n", "a\n", "1, ", "1. ", "1/", "a.", "(a", "a, ", "A. ", "- ", "2020 ", "of the "),
)


def modules():
    """All modules of the two packages."""
    for package in (documents, reference):
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def patterns_in(value, depth=0):
    """The expressions that a value holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, str | bytes) or depth > 6:
        return
    elif isinstance(value, Openings):
        yield value.pattern  # the forms are matched at the places that it finds
        yield value.following
    elif isinstance(value, Mapping):
        yield from patterns_in(list(value.values()), depth + 1)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from patterns_in(one, depth + 1)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from patterns_in([getattr(value, field.name) for field in fields(value)], depth + 1)


def held_by(module):
    """What a module holds by name, with what its functions keep that need nothing said."""
    for name, value in vars(module).items():
        if isinstance(value, _lru_cache_wrapper):
            if value.__module__ == module.__name__ and not inspect.signature(value).parameters:
                yield f"{name}()", value()
        else:
            yield name, value


def kept_by_tables():
    """What the functions keep that are asked for a row of a table."""
    rows = formulas.table_rows("formulas.csv")
    for kind in sorted({row["formula"] for row in rows}):
        yield f'any_of("{kind}")', formulas.any_of(kind)
        looked_for = kind in ("aligned", "behalf", "delivering", "interprets")
        yield "formula.pattern" if looked_for else kind, [each.pattern for each in formulas.formulas(kind)]
    for language in sorted({row["language"] for row in rows if row["formula"] == "stop"}):
        yield "stop(language)", formulas.stop(language)
    for language in sorted(cues.LANGUAGES):
        yield "forms.pattern", cues._compiled(language)


def shape(pattern):
    """An expression without its words."""
    words = re.sub(r"[^\W\d_]{2,}", "a", str(pattern.pattern))
    return re.sub(r"(?:a[ |]+)+a", "a", words), pattern.flags


def collected():
    """One expression of each shape, the name of its module, and whether the code searches with it."""
    every = [(module.__name__, *held) for module in modules() for held in held_by(module)]
    every += [(formulas.__name__, *held) for held in kept_by_tables()]
    sources = {module.__name__: inspect.getsource(module) for module in modules()}
    whole = "".join(sources.values())
    found = {}
    for module, name, value in every:
        patterns = list(patterns_in(value))
        if not patterns:
            continue
        within = sources[module] if name.startswith("_") else whole
        searched = re.search(rf"(?<!\w){re.escape(name)}{SEARCHES}", within) is not None
        for pattern in patterns:
            searched = searched or not isinstance(value, re.Pattern | list)
            key = (*shape(pattern), searched)
            found.setdefault(key, (module.removeprefix("osce_analysis."), pattern, searched))
    return list(found.values())


PATTERNS = collected()


def sample(tree, last):
    """A string that a parsed expression matches, or nearly: its first alternatives and members, or its `last`."""
    made = ""
    for code, given in tree:
        name = str(code)
        if name in ("LITERAL", "NOT_LITERAL"):
            made += chr(given) if name == "LITERAL" else "~"
        elif name == "ANY":
            made += "x"
        elif name == "CATEGORY":
            made += {"DIGIT": "7", "SPACE": " ", "WORD": "w"}.get(str(given).removeprefix("CATEGORY_"), "~")
        elif name == "RANGE":
            made += chr(given[-1] if last else given[0])
        elif name == "IN":
            members = [member for member in given if str(member[0]) != "NEGATE"]
            negated = len(members) < len(given)
            made += "~" if negated else sample([members[-1] if last else members[0]], last)
        elif name == "BRANCH":
            made += sample(given[1][-1] if last else given[1][0], last)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            made += sample(given[-1] if name == "SUBPATTERN" else given, last)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, inner = given
            made += sample(inner, last) * (min(most, least + 2) if last else max(1, least))
    return made


def pieces(pattern):
    """What is repeated to tempt an expression: runs that tempt any, and parts of what it matches itself."""
    tree = re._parser.parse(pattern.pattern, pattern.flags)
    yield from GENERIC
    for whole in {sample(tree, last=False)[:400], sample(tree, last=True)[:400]}:
        if whole:
            yield from (whole, whole[:-1] or whole, whole + " ", whole[: len(whole) // 2 + 1], whole[-1])
            yield from {word + " " for word in whole.split()[:3]}


def seconds(pattern, text, searched):
    """How long it takes to try the whole text, and to find all that matches."""
    text = text if isinstance(pattern.pattern, str) else text.encode()
    start = time.process_time()
    pattern.match(text)
    pattern.fullmatch(text)
    for _ in pattern.finditer(text) if searched else ():
        pass
    return time.process_time() - start


def ends_soon(pattern, piece, searched=True):
    """Whether an expression's time grows no faster than the text; what is slow is measured again."""
    text = (piece * (LONG // len(piece) + 1))[: LONG - 1]
    for few in FEW:
        if seconds(pattern, text[:few] + "\0", searched) > HOPELESS:
            return False
    if seconds(pattern, text + "\0", searched) < FLOOR:
        return True
    once = min(seconds(pattern, text[:SHORT] + "\0", searched) for _ in range(3))
    four = min(seconds(pattern, text + "\0", searched) for _ in range(3))
    return four < max(BOUND * once, FLOOR)


def test_all_are_found():
    names = {name for name, _, _ in PATTERNS}
    assert {"documents.dates", "documents.symbols", "reference.scanning", "documents.roles.formulas"} <= names
    assert len(PATTERNS) > 200


def test_what_is_not_linear_is_told():
    assert not ends_soon(re.compile(r"(?:a|a)+b"), "a")
    assert not ends_soon(re.compile(r"a+b"), "a")
    assert not ends_soon(re.compile(r"\s*\n\s*x"), "\n")
    assert ends_soon(re.compile(r"a{1,40}b"), "a")


@pytest.mark.parametrize(
    ("name", "pattern", "searched"),
    PATTERNS,
    ids=[f"{name}-{pattern.pattern[:30]!r}" for name, pattern, _ in PATTERNS],
)
def test_linear(name, pattern, searched):
    slow = [piece for piece in dict.fromkeys(pieces(pattern)) if not ends_soon(pattern, piece, searched)]
    assert not slow, f"{pattern.pattern} of {name} grows faster than the text over {slow}"
