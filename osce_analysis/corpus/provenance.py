"""How a result was made: the JSON-able dict that hangs on each table as `attrs`."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from osce_analysis import __version__
from osce_analysis.corpus import description
from osce_analysis.corpus.store import Store

if TYPE_CHECKING:
    from osce_analysis.corpus.corpus import Corpus

SOFTWARE = ("pandas", "numpy", "scipy", "networkx")
_RECALLED = 50  # selections of one corpus that are remembered, the latest

_stores: WeakValueDictionary[str, Store] = WeakValueDictionary()


def attrs(corpus: Corpus, call: str, options: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The call with its options, what it stood on, and the versions that made it.

    Parameters
    ----------
    corpus : Corpus
        What was counted (after `Corpus.counted`).
    call : str
        The public name of the function, as ``"terms.frequency"``.
    options : dict
        Its options, defaults included.
    **more
        What this result adds: ``interval``, ``denominators``, ``left_out``, ...
    """
    statements = corpus.statements
    tokens = statements["tokens"].sum()
    remember(corpus)
    return {
        "call": call,
        "options": {name: _plain(value) for name, value in options.items()},
        "corpus": {
            "name": corpus.name,
            "fingerprint": corpus.fingerprint,
            "statements": len(statements),
            "with_text": int(statements["text"].notna().sum()),
            "tokens": int(tokens),
            "specimens": int(statements["specimen"].sum()),
            "delegations": int(statements["delegation"].nunique()),
            "languages": sorted(statements["language"].dropna().unique().tolist()),
            "original_languages": sorted(statements["original_language"].dropna().unique().tolist()),
            "corrections": corpus.corrections,
            "boilerplate": corpus.boilerplate,
        },
        "coverage": _coverage(corpus),
        "software": software(),
        **{name: _plain(value) for name, value in more.items()},
    }


def remember(corpus: Corpus) -> str:
    """Keep a selection in mind for as long as its corpus is in memory; return the key that recalls it."""
    store = corpus._store
    key = _key(corpus.fingerprint, corpus.boilerplate)
    store.selections[key] = corpus
    for old in list(store.selections)[:-_RECALLED]:
        del store.selections[old]
    _stores[key] = store
    return key


def recall(made: dict[str, Any]) -> list[Corpus]:
    """The corpora from which a result was made, the sides where there are two; none where they are gone.

    Parameters
    ----------
    made : dict
        `attrs` of the result.
    """
    counted = made.get("corpus") or {}
    keys = made.get("side_keys") or [_key(counted.get("fingerprint"), counted.get("boilerplate"))]
    found = [_stores[key].selections.get(key) for key in keys if key in _stores]
    return [corpus for corpus in found if corpus is not None] if len(found) == len(keys) else []


def _key(fingerprint: object, boilerplate: object) -> str:
    return f"{fingerprint} {boilerplate}"


def _coverage(corpus: Corpus) -> dict[str, int] | None:
    """How much of what journals list is held as text; None without journals."""
    if corpus.interventions.empty:
        return None
    counted = description.coverage(corpus, by=[]).iloc[0]
    return {name: int(counted[name]) for name in ("interventions", "with_symbol", "restricted", "text_held")}


def software() -> dict[str, str | None]:
    """The versions that made a result."""
    return {"osce_analysis": __version__, **{name: _version(name) for name in SOFTWARE}}


def _plain(value: Any) -> Any:
    """A value that JSON can hold."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset, range)):
        return [_plain(item) for item in value]
    item = getattr(value, "item", None)
    return item() if callable(item) else str(value)


@cache
def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
