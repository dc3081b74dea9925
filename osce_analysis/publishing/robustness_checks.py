"""Whether a result stands when the choices behind it are made otherwise, or one delegation is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from inspect import signature
from typing import Any, TypeAlias

import pandas as pd

from osce_analysis.corpus import Corpus
from osce_analysis.corpus.grouping import SIGNING, by_columns
from osce_analysis.corpus.parties import is_group
from osce_analysis.corpus.provenance import recall
from osce_analysis.publishing.records import attrs_of, drawn_from
from osce_analysis.reference import actor_name

BASE = "as it was made"
_WAYS = {
    "actor": "a group such as the EU as one",
    "expand": "groups as their members",
    "drop": "groups left out",
}
_PASSAGES = {True: "with shared passages", False: "without shared passages"}
_ACTORS = {"actor", "delegation"}
Choice: TypeAlias = Callable[[Corpus], Corpus]


@dataclass(frozen=True)
class _Kind:
    """Of an analysis: its estimate, the columns that name a row besides those of `by`, and what a variant sets."""

    value: str
    names: tuple[str, ...]
    of_terms: bool = False
    every_row: Mapping[str, Any] = field(default_factory=dict)


_KINDS = {
    "terms.frequency": _Kind("rate", ("term",), True),
    "terms.trend": _Kind("rate", ("term",), True),
    "terms.dictionary": _Kind("rate", ("category", "term"), True),
    "terms.keyness": _Kind("log_ratio", ("term",), True, {"permutations": 0, "keep": "all", "min_count": 1}),
    "terms.collocations": _Kind("value", ("term",), True, {"top": None, "min_count": 1}),
    "terms.dispersion": _Kind("dp_norm", ("term",), True),
    "citations.most_cited": _Kind("share", ("instrument",), False, {"top": None}),
    "citations.stances": _Kind("share", ("stance",)),
    "citations.association": _Kind("value", ("instrument",), False, {"min_statements": 1}),
    "citations.cocitation": _Kind(
        "value", ("instrument_a", "instrument_b"), False, {"top": None, "min_statements": 1}
    ),
    "cosignatories.agreement": _Kind("value", ("actor_a", "actor_b")),
    "cosignatories.alignment": _Kind("share", ("actor",)),
}


@dataclass(frozen=True)
class _Variant:
    """A choice made otherwise: of the statements, or of an option."""

    name: str
    choice: Choice = lambda corpus: corpus
    options: Mapping[str, Any] = field(default_factory=dict)


def robustness(result: object, *corpora: Corpus) -> pd.DataFrame:
    """Make a result again with other choices, and without each delegation in turn.

    Groups such as the EU count as one, as their members, or not at all; passages that several statements share count
    or do not (for words); and the statements of each delegation, those that it makes with others too, are left out in
    turn (of an alignment, those that the delegation read). p is not computed again.

    Parameters
    ----------
    result : DataFrame or Figure
        A result of `terms.frequency`, `trend`, `dictionary`, `keyness`, `collocations` or `dispersion`, of
        `citations.most_cited`, `stances`, `association` or `cocitation`, of `cosignatories.agreement` or `alignment`,
        or a chart of one.
    *corpora : Corpus
        What it was made from (of keyness target and reference); needed only where that is no longer in memory.

    Returns
    -------
    DataFrame
        variant ("as it was made" first), the columns of the result, and difference (of the estimate from that of the
        result; missing where a variant has no such row). `attrs["refused"]` says which variants could not be made.

    Raises
    ------
    ValueError
        For another result, one whose corpora are gone, or corpora that are not those of the result.

    Examples
    --------
    >>> from osce_analysis import terms
    >>> texts = ["Peace.", "Peace and war.", "War."]
    >>> rows = {"statement_id": list("abc"), "delegation": ["CHE", "NOR", "NOR"], "text": texts}
    >>> corpus = Corpus(pd.DataFrame(rows))
    >>> table = robustness(terms.frequency(corpus, terms="peace"))
    >>> table[["variant", "rate", "difference"]].round()
                       variant    rate  difference
    0           as it was made   400.0         0.0
    1  without shared passages   400.0         0.0
    2           without Norway  1000.0       600.0
    3      without Switzerland   250.0      -150.0
    """
    base = drawn_from(result)
    made = attrs_of(base)
    call = str(made.get("call"))
    if not isinstance(base, pd.DataFrame) or call not in _KINDS:
        what = call if made else "a table without a record"
        raise ValueError(
            f"There is no estimate to vary in {what}: robustness takes results of {', '.join(_KINDS)}."
        )
    sources = _sources(made, corpora)
    layer, _, name = call.partition(".")
    analysis = getattr(import_module(f"osce_analysis.{layer}"), name)
    kind, options = _KINDS[call], _options(base, made)
    options = {option: value for option, value in options.items() if option in signature(analysis).parameters}
    keys = [name for name in [*_by(options), *kind.names] if name in base]
    tables, refused = [base.assign(variant=BASE)], {}
    for variant in _variants(call, options, sources):
        chosen = [variant.choice(corpus) for corpus in sources]
        try:
            found = analysis(*chosen, **{**options, **kind.every_row, **variant.options})
        except ValueError as error:
            refused[variant.name] = str(error)
            continue
        tables.append(
            base[keys]
            .merge(found, on=keys, how="left")
            .reindex(columns=base.columns)
            .assign(variant=variant.name)
        )
    table = pd.concat(tables, ignore_index=True)
    value = pd.to_numeric(table[kind.value]).astype("float64")
    before = pd.concat([pd.to_numeric(base[kind.value]).astype("float64")] * len(tables), ignore_index=True)
    table["difference"] = value - before
    table = table[["variant", *base.columns, "difference"]]
    told = {"call": "robustness", "of": call, "estimate": kind.value, "keys": keys, "refused": refused}
    table.attrs.update(made | told)
    return table


def _sources(made: Mapping[str, Any], given: tuple[Corpus, ...]) -> list[Corpus]:
    """What the result was made from, checked where it was given."""
    if not given:
        found = recall(dict(made))
        if not found:
            raise ValueError(
                "The corpus of this result is no longer in memory: give it too, as robustness(result, corpus)."
            )
        return found
    counted = [corpus.counted() for corpus in given]
    if len(counted) != (2 if "sides" in made else 1):
        raise ValueError(
            "Give the corpora that the result was made from: one, or target and reference of keyness."
        )
    if len(counted) == 1 and counted[0].fingerprint != made["corpus"]["fingerprint"]:
        raise ValueError("This corpus is not the one that the result was made from: give the same selection.")
    return counted


def _options(base: pd.DataFrame, made: Mapping[str, Any]) -> dict[str, Any]:
    """The options of the call; the terms that it found are asked for by name."""
    options = dict(made.get("options") or {})
    if made["call"] == "terms.keyness" and options.pop("background", None):
        raise ValueError("A background corpus is not recorded: make the result without background=.")
    if "terms" in options and options["terms"] is None:
        if options.get("form") == "stem":
            raise ValueError('The terms of this result are stems: make it with terms=, or with form="lower".')
        options["terms"] = base["term"].drop_duplicates().tolist()
    return options


def _by(options: Mapping[str, Any]) -> list[str]:
    """The columns that a result is by, its side and period among them."""
    return [*by_columns(options.get("side")), *by_columns(options.get("by")), "period"]


def _variants(call: str, options: Mapping[str, Any], sources: list[Corpus]) -> Iterator[_Variant]:
    """The choices that can be made otherwise."""
    delegations = _delegations(call, sources)
    if "groups" in options and (_ACTORS & set(_by(options)) or call.startswith("cosignatories.")):
        yield from (
            _Variant(said, options={"groups": way}) for way, said in _WAYS.items() if way != options["groups"]
        )
    elif any(map(is_group, delegations)):
        yield _Variant(_WAYS["drop"], _without([code for code in delegations if is_group(code)]))
    if _KINDS[call].of_terms:
        counts = sources[0].boilerplate is True
        yield _Variant(_PASSAGES[not counts], lambda corpus: _with_passages(corpus, not counts))
    column = "delivered_by" if call == "cosignatories.alignment" else "delegation"
    yield from (_Variant(f"without {actor_name(code)}", _without([code], column)) for code in delegations)


def _delegations(call: str, sources: list[Corpus]) -> list[str]:
    """Who makes statements, those with most first; of an alignment, who reads them."""
    if call == "cosignatories.alignment":
        codes = pd.concat([corpus.statements["delivered_by"] for corpus in sources])
    else:
        codes = pd.concat([_makers(corpus)["actor"] for corpus in sources])
    counts = codes.value_counts()
    return sorted(counts.index, key=lambda code: (-counts[code], code))


def _makers(corpus: Corpus) -> pd.DataFrame:
    """statement_id and actor: in whose name each statement is made."""
    signing = corpus.signatories
    alone = corpus.statements[["statement_id", "delegation"]].rename(columns={"delegation": "actor"})
    rows = pd.concat([alone, signing.loc[signing["role"].isin(SIGNING), ["statement_id", "actor"]]])
    return rows.dropna().drop_duplicates()


def _without(codes: list[str], column: str = "delegation") -> Choice:
    """Leave out the statements of some delegations."""

    def chosen(corpus: Corpus) -> Corpus:
        statements = corpus.statements
        if column == "delivered_by":
            out = statements[column].isin(codes)
        else:
            makers = _makers(corpus)
            out = statements["statement_id"].isin(makers.loc[makers["actor"].isin(codes), "statement_id"])
        return corpus.with_rows(corpus.rows[~out.to_numpy()])

    return chosen


def _with_passages(corpus: Corpus, way: bool) -> Corpus:
    """The same statements, shared passages counted or not."""
    chosen = corpus.select(boilerplate=way, versions="all")
    return chosen.with_rows(chosen.rows)
