"""Whether two people who label the same things agree: observed, beyond chance, with intervals over the things.

`first` and `second` hold one label a thing; None or NaN where a person gave none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from osce_analysis.measures.resampling import bootstrap_weights

Array = NDArray[np.float64]


class Agreed(NamedTuple):
    """A coefficient with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


def agreement(first: Sequence[object], second: Sequence[object]) -> float:
    """The share of things that both labelled alike, of those that both labelled.

    Examples
    --------
    >>> agreement(["a", "b", "b", None], ["a", "b", "a", "a"])
    0.6666666666666666
    """
    return _observed(_coincidences(first, second)[0].sum(axis=0))


def cohen_kappa(first: Sequence[object], second: Sequence[object]) -> float:
    """Agreement beyond what the two people's own shares of labels would give by chance.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20,
    37-46.

    Examples
    --------
    >>> round(cohen_kappa(["y"] * 25 + ["n"] * 25, ["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15), 4)
    0.4
    """
    return _kappa(_coincidences(first, second)[0].sum(axis=0))


def krippendorff_alpha(first: Sequence[object], second: Sequence[object]) -> float:
    """Krippendorff's alpha for two coders and nominal labels; things with one label are left out.

    References
    ----------
    Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. Its example B is below.

    Examples
    --------
    >>> round(krippendorff_alpha(list("aabbdcccedda"), list("babbbccceddd")), 3)
    0.692
    """
    return _alpha(_coincidences(first, second)[0].sum(axis=0))


def reliability_intervals(
    first: Sequence[object], second: Sequence[object], *, draws: int = 999, seed: int = 0
) -> dict[str, Agreed]:
    """Agreement, Cohen's kappa and Krippendorff's alpha, the things resampled.

    Returns
    -------
    dict
        "agreement", "kappa" and "alpha"; bounds are NaN for fewer than two things.

    Examples
    --------
    >>> found = reliability_intervals(list("aabbabab") * 4, list("aabbabba") * 4)
    >>> found["agreement"].value, found["agreement"].low < 0.75 < found["agreement"].high
    (0.75, True)
    """
    tables, _ = _coincidences(first, second)
    whole = tables.sum(axis=0)
    if len(tables) < 2:
        return {name: Agreed(formula(whole), np.nan, np.nan) for name, formula in _FORMULAS.items()}
    flat = tables.reshape(len(tables), -1)
    drawn = np.vstack([weights @ flat for weights in bootstrap_weights(len(tables), draws, seed)])
    found = {}
    for name, formula in _FORMULAS.items():
        values = [formula(table) for table in drawn.reshape(-1, *whole.shape)]
        low, high = np.nanquantile(values, [0.025, 0.975]) if not np.isnan(values).all() else (np.nan, np.nan)
        found[name] = Agreed(formula(whole), float(low), float(high))
    return found


def _coincidences(first: Sequence[object], second: Sequence[object]) -> tuple[Array, list[object]]:
    """For each thing that both labelled a table of 0 and one 1 (label of the first x of the second)."""
    pairs = [
        (one, other)
        for one, other in zip(first, second, strict=True)
        if not (_missing(one) or _missing(other))
    ]
    labels = sorted({label for pair in pairs for label in pair}, key=str)
    tables = np.zeros((len(pairs), len(labels), len(labels)))
    for place, (one, other) in enumerate(pairs):
        tables[place, labels.index(one), labels.index(other)] = 1
    return tables, labels


def _missing(label: object) -> bool:
    # The NA of pandas is told by its name, so that the layer need not load pandas.
    return label is None or type(label).__name__ == "NAType" or label != label


def _observed(table: Array) -> float:
    total = table.sum()
    return float(np.trace(table) / total) if total else np.nan


def _kappa(table: Array) -> float:
    total = float(table.sum())
    if not total:
        return np.nan
    by_chance = float(table.sum(axis=0) @ table.sum(axis=1) / total**2)
    return (_observed(table) - by_chance) / (1 - by_chance) if by_chance < 1 else np.nan


def _alpha(table: Array) -> float:
    """One less observed over expected disagreement, labels of both people pooled."""
    both = table + table.T
    values, total = both.sum(axis=0), both.sum()
    expected = total**2 - (values**2).sum()
    if not expected:
        return np.nan
    return float(1 - (total - 1) * (total - np.trace(both)) / expected)


_FORMULAS: dict[str, Callable[[Array], float]] = {"agreement": _observed, "kappa": _kappa, "alpha": _alpha}
