"""Which pairs stay in a backbone, and what the data could have shown at all."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
from tqdm import tqdm

from osce_analysis import reference
from osce_analysis.corpus.options import check
from osce_analysis.cosignatories.agreements import cells_of
from osce_analysis.measures.backbones import BACKBONES
from osce_analysis.measures.multiplicity import CORRECTIONS

_MANY = 500
"""Pairs from which on a progress bar is shown."""


@dataclass(frozen=True)
class Test:
    """A null model, the level and the correction for many pairs."""

    __test__ = False  # no test of pytest's

    backbone: str | None
    alpha: float
    correction: str | None

    def __post_init__(self) -> None:
        check("correction", self.correction, CORRECTIONS)
        if (
            isinstance(self.alpha, bool)
            or not isinstance(self.alpha, (int, float))
            or not 0 < self.alpha <= 1
        ):
            raise ValueError(f"alpha={self.alpha!r} is no level: use a number above 0 and up to 1, as 0.05.")


def tested(signed: pd.DataFrame, table: pd.DataFrame, test: Test, progress: bool) -> pd.DataFrame:
    """The pairs of a table of `agreements.ranked` with p, p_adjusted and reachable (the smallest p there could be)."""
    watch = partial(
        tqdm, unit=" pairs", file=sys.stderr, leave=False, disable=not progress or len(table) < _MANY
    )
    tails = BACKBONES[test.backbone or ""](cells_of(signed), watch)
    first, second = (signed.columns.get_indexer(pd.Index(table[name])) for name in ("actor_a", "actor_b"))
    p = tails.p[first, second]
    return table.assign(
        p=p, p_adjusted=CORRECTIONS[test.correction](p), reachable=tails.reachable[first, second]
    )


def judged(table: pd.DataFrame, test: Test, denominators: Mapping[str, int]) -> dict[str, Any]:
    """What goes into attrs: the power of the test, and a sentence where no edge is left.

    Power is told by S (occasions), pairs, smallest_p, smallest_reachable_p (had the pair shared all that the less
    active of the two signed), needed (the p at which a first pair stays: alpha, over the pairs where a correction is
    made), could_reach_alpha and could_reach_needed (pairs).
    """
    known = table.dropna(subset="p")
    needed = test.alpha / max(len(known), 1) if test.correction else test.alpha
    power: dict[str, Any] = {
        "S": denominators["occasions"],
        "pairs": len(known),
        "smallest_p": float(known["p"].min()) if len(known) else None,
        "smallest_reachable_p": float(known["reachable"].min()) if len(known) else None,
        "needed": needed,
        "could_reach_alpha": int((known["reachable"] <= test.alpha).sum()),
        "could_reach_needed": int((known["reachable"] <= needed).sum()),
        "kept": int((known["p_adjusted"] <= test.alpha).sum()),
    }
    if power["kept"] or not len(known):
        return {"power": power}
    could = f"{power['could_reach_alpha']:,} of {power['pairs']:,} pairs could have reached {test.alpha:g}"
    if test.correction:
        could += (
            f", {power['could_reach_needed']:,} the {needed:.2g} that a first pair needs after correction"
        )
    remark = (
        f"No pair is left at {test.alpha:g}, which says nothing about ties: in {power['S']:,} occasions the smallest p "
        f"is {power['smallest_p']:.3g}, and the smallest that any pair could have reached "
        f"{power['smallest_reachable_p']:.3g}; {could}."
    )
    return {"power": power, "remark": remark}


def full_row(signed: pd.DataFrame, occasions_of: str | None) -> str | None:
    """A sentence where actors sign all that they could: they share whatever another signs."""
    full = [code for code in signed.columns.tolist() if len(signed) and signed[code].dropna().eq(1).all()]
    if not full or len(signed.columns) < 2:
        return None
    names = ", ".join(map(reference.actor_name, full))
    sentence = (
        f"{names} signed every occasion that it could, so that none of its pairs can stand out from chance."
    )
    if occasions_of is None:
        sentence += (
            " How often others align with one who delivers them is told by alignment(), and ties among those others "
            f"are tested with occasions_of={full[0]!r}."
        )
    return sentence
