"""Two sides of a selection: a delegation, and another or all others."""

from __future__ import annotations

from osce_analysis import reference
from osce_analysis.corpus import Corpus
from osce_analysis.explorers.coding import call

OTHERS = "others"
FIRST = 'selected.statements["delegation"].value_counts().index[0]'
"""Source of who speaks most, which is side A where none is chosen."""


def side_choices(corpus: Corpus) -> list[tuple[str, str]]:
    """The delegations that can be a side, by name, with the number of their statements."""
    counts = corpus.statements["delegation"].value_counts()
    return sorted(
        (f"{reference.actor_name(str(code))} ({count})", str(code)) for code, count in counts.items()
    )


def pair(corpus: Corpus, side_a: str | None, side_b: str) -> tuple[Corpus, Corpus]:
    """The two sides, named.

    Raises
    ------
    ValueError
        Where a side has no statement in the selection, or there is nobody to compare with.
    """
    counts = corpus.statements["delegation"].value_counts()
    if counts.empty:
        raise ValueError("No delegation is stated in what is selected: there are no sides to compare.")
    first = side_a or str(counts.index[0])
    target = corpus.select(delegation=first).named(reference.actor_name(first))
    if side_b != OTHERS:
        return target, corpus.select(delegation=side_b).named(reference.actor_name(side_b))
    others = sorted(set(counts.index) - {first})
    if not others:
        raise ValueError(
            "Only one delegation speaks in what is selected: there are no others to compare with."
        )
    return target, corpus.select(delegation=others).named("all others")


def code(side_a: str | None, side_b: str) -> list[str]:
    """The lines that make `target` and `reference`."""
    if side_a is None:
        lines = [
            f"first = {FIRST}",
            "target = selected.select(delegation=first).named(osce.reference.actor_name(first))",
        ]
    else:
        lines = [_side("target", side_a)]
    if side_b != OTHERS:
        return [*lines, _side("reference", side_b)]
    first = "first" if side_a is None else repr(side_a)
    others = f"others = sorted(set(selected.statements['delegation'].dropna()) - {{{first}}})"
    return [*lines, others, "reference = selected.select(delegation=others).named('all others')"]


def _side(name: str, delegation: str) -> str:
    """The line that makes one side."""
    return f"{name} = {call('selected.select', delegation=delegation)}.named({reference.actor_name(delegation)!r})"
