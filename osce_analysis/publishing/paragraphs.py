"""The paragraph on methods for a paper: sentences from a table, each said where the options taken make it true."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from osce_analysis.publishing.records import attrs_of, drawn_from
from osce_analysis.publishing.references import cited_as, listed
from osce_analysis.reference import actor_name

_CITED = re.compile(r"\[([a-z]+[a-z_0-9]*)\]")
_FEW = 10
_ACTORS = {"actor", "delegation"}
_PREFIXES = ("corpus", "coverage", "software", "power")
_SOURCES = {
    "statements": "statements",
    "interventions": "the interventions that journals list",
    "both": "statements and the interventions that journals list",
}
_FORMS = {
    "log_ratio": "log ratio",
    "g2": "log-likelihood",
    "log_odds": "log-odds",
    "percent_difference": "difference",
}
_FOLLOWED = "the words of each side that divide most"
_QUOTED = {"terms", "query", "categories"}


@dataclass(frozen=True)
class Clause:
    """A sentence, the results that it is about, and what must hold for it."""

    calls: tuple[str, ...]
    when: tuple[str, ...]
    says: str


def methods(result: object) -> str:
    """Write the paragraph on methods for a paper, true to the options taken.

    Parameters
    ----------
    result : DataFrame, Graph, Comparison or Figure
        What an analysis returned, or a chart of it.

    Returns
    -------
    str
        The paragraph, and under it the references that it cites; `osce.export` writes them as BibTeX.

    Raises
    ------
    ValueError
        For what carries no record of how it was made.

    Examples
    --------
    >>> import pandas as pd
    >>> from osce_analysis import Corpus, terms
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a"], "text": ["Peace and security."]}))
    >>> text = methods(terms.frequency(corpus, terms="peace", interval=None))
    >>> text[text.index("The search") : text.index(" Rates")]
    'The search “peace” was counted. Words were compared in lower case.'
    """
    made = attrs_of(drawn_from(result))
    if not made:
        raise ValueError(
            "methods takes what an analysis of osce_analysis returned, or a chart of it; what it was given is a "
            f"{type(result).__name__} without a record of how it was made."
        )
    return "\n".join([paragraph(made), "", "References", *sorted(map(listed, keys_of(made)))])


def paragraph(made: Mapping[str, Any]) -> str:
    """The paragraph on a result by its attrs, each reference as (author year)."""
    return " ".join(dict.fromkeys(sentence for _, sentence in _sentences(made)))


def caption(made: Mapping[str, Any]) -> str:
    """What a result shows, as a phrase; "Table" where it is no result of ours."""
    facts = _facts(made)
    return next(
        (_filled(one.says, facts) for one in _clauses() if _captions(one, str(made.get("call")))), "Table"
    )


def keys_of(made: Mapping[str, Any]) -> list[str]:
    """The references that the paragraph on a result cites.

    Examples
    --------
    >>> keys_of({"call": "cosignatories.alignment", "options": {"interval": "wilson"}})
    ['wilson1927']
    """
    return list(dict.fromkeys(key for one, _ in _sentences(made) for key in _CITED.findall(one.says)))


def _sentences(made: Mapping[str, Any]) -> list[tuple[Clause, str]]:
    """The clauses that are true of a result, each filled; before them those of what it was made from."""
    call, facts = str(made.get("call")), _facts(made)
    here = [one for one in _clauses() if _about(one, call) and all(_holds(word, facts) for word in one.when)]
    before = _sentences(source)[:-1] if (source := _source(made)) else []  # the last names the software
    return [*before, *((one, filled) for one in here if (filled := _filled(one.says, facts)))]


def _source(made: Mapping[str, Any]) -> Mapping[str, Any]:
    """How that was made from which a result was made: the network of blocs, the result that was varied."""
    network = made.get("network") or {}
    if network.get("call"):
        return {**network, "corpus": made.get("corpus"), "software": made.get("software")}
    return {**made, "call": made["of"], "of": None} if made.get("of") else {}


def _about(clause: Clause, call: str) -> bool:
    """Whether a clause is about a result: a call with ! is not among them."""
    meant = [name for name in clause.calls if not name.startswith("!")]
    spared = {name[1:] for name in clause.calls if name.startswith("!")}
    return call not in spared and any(fnmatchcase(call, name) for name in meant)


def _captions(clause: Clause, call: str) -> bool:
    return clause.when == ("caption",) and clause.calls == (call,)


def _holds(word: str, facts: Mapping[str, Any]) -> bool:
    """Whether a condition holds: name (is set), !name (is not), name=value (is, or has it among others)."""
    name, equals, value = word.lstrip("!").partition("=")
    given = facts.get(name)
    if equals:
        return value in map(str, given if isinstance(given, list) else [given])
    return bool(given) != word.startswith("!")


@cache
def _clauses() -> tuple[Clause, ...]:
    text = files(__package__).joinpath("data", "clauses.csv").read_text(encoding="utf-8")
    return tuple(
        Clause(tuple(row["call"].split()), tuple(row["when"].split()), row["says"])
        for row in csv.DictReader(text.splitlines())
    )


def _facts(made: Mapping[str, Any]) -> dict[str, Any]:
    """All that conditions and sentences may name: options, counts (n_), and words made of them."""
    facts = {name: value for name, value in made.items() if not isinstance(value, dict)}
    facts |= made.get("options") or {}
    facts |= {f"n_{name}": value for name, value in (made.get("denominators") or {}).items()}
    for prefix in _PREFIXES:
        facts |= {f"{prefix}_{name}": value for name, value in (made.get(prefix) or {}).items()}
    by, side = facts.get("by"), facts.get("side")
    sides, measures = made.get("sides") or ["target", "reference"], _many(facts.get("measures"))
    terms = _many(facts.get("terms"))
    searched = _value("terms", terms)
    tokens, first = facts.get("corpus_tokens"), measures[0] if measures else None
    actors = _ACTORS & {*_many(by), *_many(side)} or str(made.get("call")).startswith(("cosig", "compare"))
    return facts | {
        "validation": _agreement(made.get("validation") or {}),
        "with_": actor_name(str(made.get("with_"))),
        "by_words": f" by {_value('by', by)}" if by and made.get("call") not in {"terms.trend", "compare"} else "",
        "side_words": f", each {_value('side', side)} for itself" if side else "",
        "token_words": f" ({tokens:,} tokens)" if tokens else "",
        "search_words": f"search {searched} was" if len(terms) == 1 else f"searches {searched} were",
        "words": "word" if facts.get("ngram") == 1 else "words",
        "target": sides[0],
        "reference": sides[1],
        "two_sides": bool(made.get("sides")),
        "sizes": _sizes(made.get("of_sides") or {}),
        "measures_first": _FORMS.get(str(first)),
        "background_words": facts.get("background") or "both sides together",
        "source_words": _SOURCES.get(str(facts.get("source"))),
        "without_text_many": facts.get("n_without_text") and str(made.get("call")).startswith("terms."),
        "of_actors": bool(actors),
        "estimated": facts.get("interval") or made.get("call") in {"compare", "citations.association"},
        "followed": f"the searches {searched}" if terms else _FOLLOWED,
        "cluster": facts.get("cluster") or "statement",
    }  # fmt: skip


def _sizes(sides: Mapping[str, Mapping[str, float]]) -> str:
    """How large each side is."""
    said = [
        f"{name} has {held['statements']:,} statements and {held['tokens']:,.0f} tokens"
        for name, held in sides.items()
    ]
    return f"{'; '.join(said)}." if said else ""


def _agreement(found: Mapping[str, Any]) -> str:
    """How far two people's labels agree."""
    said = [
        f"{name} {held['value']:.2f} ({held['low']:.2f} to {held['high']:.2f})"
        for name, held in found.items()
        if isinstance(held, Mapping)
    ]
    return f"{', '.join(said)} over {found['n']:,} citations" if said else ""


def _filled(says: str, facts: Mapping[str, Any]) -> str:
    """A sentence with its references resolved and its blanks filled; nothing where the record lacks one of them."""
    cited = _CITED.sub(lambda key: f"({cited_as(key[1])})", says)
    blanks = {name for _, name, _, _ in Formatter().parse(cited) if name}
    return (
        cited.format_map({name: _value(name, facts[name]) for name in blanks}) if blanks <= set(facts) else ""
    )


def _value(name: str, value: object) -> str:
    """An option's value as people write it."""
    if isinstance(value, Mapping):
        return _and([f"{_quoted(name, one)} ({_value('', held)})" for one, held in value.items()])
    if isinstance(value, (list, tuple)) or name in _QUOTED:
        return _and([_quoted(name, one) for one in _many(value)])
    if isinstance(value, bool) or value is None:
        return "yes" if value else "none"
    if isinstance(value, int):
        return f"{value}" if name in {"seed", ""} else f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.3g}" if value < 1000 else f"{value:,.0f}"
    return str(value).replace("_", " ") if name in {"by", "side", "within", ""} else str(value)


def _quoted(name: str, value: object) -> str:
    """What is searched for in quotation marks; anything else without."""
    return f"“{value}”" if name in _QUOTED else _value("", value)


def _many(value: object) -> list[Any]:
    """A value, or each of several."""
    if value is None:
        return []
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else [value]


def _and(texts: list[str]) -> str:
    """A list in words; of a long one the first, and how many more there are."""
    held = texts if len(texts) <= _FEW else [*texts[:_FEW], f"{len(texts) - _FEW:,} more"]
    return f"{', '.join(held[:-1])} and {held[-1]}" if len(held) > 1 else "".join(held)
