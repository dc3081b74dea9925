"""The line under a chart: what was counted, over what, with which options, and what is not shown."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

# (option, value) -> what the reader has to know; an option at a value that is not here changes no meaning.
PHRASES: dict[tuple[str, Hashable], str] = {
    ("groups", "actor"): "a group such as the EU counts as one actor",
    ("groups", "expand"): "a group counts as its members on the day",
    ("groups", "drop"): "groups left out",
    ("source", "interventions"): "speakers listed in journals",
    ("source", "both"): "statements and speakers listed in journals",
    ("weight", "statements"): "each statement weighs the same",
    ("weight", "delegations"): "each delegation weighs the same",
    ("boilerplate", False): "passages that several statements share left out",
    ("boilerplate", "once"): "passages that several statements share counted once",
    ("balanced", True): "only delegations present in every period",
}

INTERVALS = {
    "bootstrap": "95 % intervals (bootstrap over {cluster}s)",
    "wilson": "95 % intervals (Wilson)",
}

NO_INTERVALS = "no intervals: fewer than five {cluster}s hold each term"


def note(what: str, attrs: Mapping[Hashable, Any], *left_out: str, intervals: bool = True) -> str:
    """The note of a chart.

    Parameters
    ----------
    what : str
        What was counted, as a phrase.
    attrs : mapping
        `attrs` of the table; what it does not hold is not said.
    *left_out : str
        Phrases on rows that the chart does not show.
    intervals : bool
        Whether the chart draws any; where the table has none for want of statements, the note says so.

    Returns
    -------
    str
        Sentences on one line.

    Examples
    --------
    >>> attrs = {"corpus": {"statements": 312, "tokens": 48210}, "options": {"weight": "statements"}}
    >>> note("Rate per 1,000 tokens", attrs)
    'Rate per 1,000 tokens; 312 statements, 48,210 tokens; each statement weighs the same.'
    """
    options = {**(attrs.get("options") or {}), "boilerplate": (attrs.get("corpus") or {}).get("boilerplate")}
    phrases = [
        what,
        _universe(attrs),
        _unread(attrs),
        _interval(attrs, drawn=intervals),
        _within(options),
        *(phrase for (option, value), phrase in PHRASES.items() if _holds(options, option, value)),
    ]
    sentences = ["; ".join(phrase for phrase in phrases if phrase) + "."]
    sentences += [f"{phrase}." for phrase in (*left_out, _coverage(attrs)) if phrase]
    sentences += [attrs["remark"]] if attrs.get("remark") else []
    return " ".join([*sentences, *_specimens(attrs)])


def not_shown(total: int, shown: int, noun: str) -> str:
    """A phrase on the rows left out, or nothing.

    Examples
    --------
    >>> not_shown(40, 25, "terms")
    '25 of 40 terms shown'
    """
    return f"{shown:,} of {total:,} {noun} shown" if shown < total else ""


def number(value: float) -> str:
    """A number as people write it: three figures, thousands apart, a true minus.

    Examples
    --------
    >>> number(1234.5), number(2.346), number(3), number(-0.00049)
    ('1,234', '2.35', '3', '−0.00049')
    """
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}".replace("-", "−")
    return f"{value:.3g}".replace("-", "−")


def _holds(options: Mapping[str, Any], option: str, value: Hashable) -> bool:
    """Whether the option has this value (0 is not False here) and bears on the table."""
    given = options.get(option)
    if option == "groups" and "by" in options and not _by_actors(options["by"]):
        return False
    return type(given) is type(value) and given == value


def _within(options: Mapping[str, Any]) -> str:
    """What two sides are compared within."""
    given = options.get("within")
    names = [given] if isinstance(given, str) else given or []
    return (
        f"compared within the same {' and '.join(name.replace('_', ' ') for name in names)}" if names else ""
    )


def _by_actors(by: object) -> bool:
    """Whether the rows are of actors: only then does it matter what a group is."""
    return bool(
        {"actor", "delegation"} & set([by] if isinstance(by, str) else by if isinstance(by, list) else [])
    )


def _universe(attrs: Mapping[Hashable, Any]) -> str:
    """How many statements, occasions to sign, or tokens were counted over."""
    corpus, denominators = attrs.get("corpus") or {}, attrs.get("denominators") or {}
    if "occasions" in denominators:
        return _occasions(denominators, (attrs.get("options") or {}).get("occasions"))
    counted = [(corpus.get(f"{noun}s"), noun) for noun in ("statement", "token")]
    return ", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in counted if n)


def _unread(attrs: Mapping[Hashable, Any]) -> str:
    """Of how many statements no text is held: what they cite is known only as far as a table says it."""
    unread = (attrs.get("denominators") or {}).get("without_text", 0)
    return f"no text held of {unread:,}" if unread else ""


def _occasions(denominators: Mapping[str, int], which: object) -> str:
    """How many statements could be signed together, and what they rest on."""
    solo, unread = denominators.get("solo", 0), denominators.get("unread", 0)
    said = f"{denominators['occasions']:,} statements"
    if which == "joint":
        said += f" with at least two actors ({solo:,} with one left out)"
    elif solo:
        said += f", {solo:,} of them with one actor"
    return said + (f"; the list of {unread:,} was not read to its end" if unread else "")


def _coverage(attrs: Mapping[Hashable, Any]) -> str:
    """How much of what journals list is held, in a table of who signs or aligns that is not counted from journals."""
    coverage, options = attrs.get("coverage") or {}, attrs.get("options") or {}
    listed = coverage.get("interventions", 0)
    of_signers = str(attrs.get("call")).startswith("cosignatories.")
    if not (listed and of_signers) or options.get("source") == "interventions":
        return ""
    held = coverage["text_held"]
    return f"Journals list {listed:,} interventions, of which {held:,} ({100 * held / listed:.0f} %) are held as text"


def _specimens(attrs: Mapping[Hashable, Any]) -> list[str]:
    """A sentence where texts are made up for teaching."""
    corpus = attrs.get("corpus") or {}
    specimens, statements = corpus.get("specimens", 0), corpus.get("statements", 0)
    if not specimens:
        return []
    return ["Specimen texts." if specimens == statements else f"{specimens:,} of them are specimen texts."]


def _interval(attrs: Mapping[Hashable, Any], *, drawn: bool) -> str:
    """How the intervals were made, or why there are none."""
    options = attrs.get("options") or {}
    method = str(attrs.get("interval") or options.get("interval"))
    cluster = attrs.get("cluster") or options.get("cluster") or "statement"
    if not drawn:
        call = str(attrs.get("call", "terms."))
        if method != "bootstrap" or not call.startswith("terms."):
            return ""
        on_one_side = ", or one side has none of it" if call == "terms.keyness" else ""
        return NO_INTERVALS.format(cluster=cluster) + on_one_side
    return INTERVALS.get(method, "").format(cluster=cluster)
