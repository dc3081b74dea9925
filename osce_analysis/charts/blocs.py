"""Blocs as charts show them: who is in which, in what order, and how far they can be relied on."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from osce_analysis.charts.palette import Look, looks
from osce_analysis.charts.tables import expect
from osce_analysis.charts.theme import GREY

MOST_BLOCS = 7
"""As many as there are colours; the smaller ones are drawn as those who stand alone."""

ALONE = Look(GREY, ".", "")


def homes(blocs: pd.DataFrame | None) -> dict[str, int]:
    """The bloc of each actor, largest first; actors of none that is drawn are not in it.

    Raises
    ------
    ValueError
        For a table of another kind.

    Examples
    --------
    >>> homes(pd.DataFrame({"actor": ["NOR", "ISL", "ARM"], "bloc": [1, 1, 2]}))
    {'NOR': 1, 'ISL': 1}
    """
    if blocs is None:
        return {}
    expect(blocs, "blocs=", "cosignatories.blocs", ["actor"], ["bloc"])
    sizes = blocs["bloc"].value_counts()
    told = blocs[blocs["bloc"].isin(sizes[sizes > 1].index) & (blocs["bloc"] <= MOST_BLOCS)]
    return {str(code): int(bloc) for code, bloc in zip(told["actor"], told["bloc"], strict=True)}


def drawn_as(found: Mapping[str, int]) -> dict[int, Look]:
    """The look of each bloc: a colour and a marker."""
    numbers = sorted(set(found.values()))
    return dict(zip(numbers, looks([str(number) for number in numbers], actors=False).values(), strict=True))


def said(blocs: pd.DataFrame | None) -> str:
    """How the blocs were found and how stable each is, for the note."""
    if blocs is None:
        return ""
    modularity = blocs.attrs.get("modularity")
    phrases = ["Blocs by Louvain's method"] + ([f"modularity {modularity:.2f}"] if modularity else [])
    if "stability_bootstrap" in blocs:
        kept = blocs[blocs["actor"].isin(list(homes(blocs)))]
        stable = kept.groupby("bloc")["stability_bootstrap"].mean().dropna()
        each = ", ".join(f"bloc {number} {value:.2f}" for number, value in stable.items())
        phrases += [f"stability in resamples (1: always the same) {each}"] if each else []
    return "; ".join(phrases)
