"""Two sides beside each other: the words that divide them, the commitments and partners of each, and all over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from osce_analysis import measures
from osce_analysis.citations.groups import cited
from osce_analysis.corpus.options import check, check_number
from osce_analysis.corpus.parties import GROUPS, with_groups
from osce_analysis.corpus.provenance import attrs
from osce_analysis.reference import instrument_title
from osce_analysis.terms import keyness, trend

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

FOLLOWED = 3
"""Words of each side that are followed over time where none are given."""


@dataclass(frozen=True)
class Comparison:
    """Two sides beside each other.

    Attributes
    ----------
    sides : pair of str
        Names of target and reference.
    words : DataFrame
        The words that divide them, as `terms.keyness` returns them.
    shared_words : DataFrame
        The words that both use alike, the most widespread first, with the same columns.
    commitments : DataFrame
        instrument, title, statements_target, statements_reference (that cite it), share_target, share_reference,
        value (the difference), low, high (Newcombe, 95 %), p (Fisher), p_adjusted (Holm).
    partners : DataFrame
        actor and the same columns: who signs, or is spoken for, or aligns, in the statements of each side.
    over_time : DataFrame
        side, then the columns of `terms.trend`.
    """

    sides: tuple[str, str]
    words: pd.DataFrame
    shared_words: pd.DataFrame
    commitments: pd.DataFrame
    partners: pd.DataFrame
    over_time: pd.DataFrame

    @property
    def attrs(self) -> dict[str, Any]:
        """How the comparison was made, as a dict that JSON can hold."""
        told: dict[Any, Any] = self.words.attrs
        return told | {name: self.commitments.attrs[name] for name in ("call", "options", "denominators")}


def compare(
    target: Corpus,
    reference: Corpus,
    *,
    terms: str | Sequence[str] | None = None,
    within: str | Sequence[str] | None = None,
    by: str = "year",
    permutations: int = 999,
    groups: str = "actor",
    seed: int = 0,
) -> Comparison:
    """Set two sides beside each other.

    Parameters
    ----------
    target, reference : Corpus
        Two selections that share no statement; their names are those of the sides (see `Corpus.named`).
    terms : str or list of str, optional
        Searches to follow over time; by default the three words of each side that divide most.
    within : str or list of str, optional
        As in `terms.keyness`.
    by : {"year", "quarter", "month"}
        The steps of time.
    permutations : int
        As in `terms.keyness`.
    groups : {"actor", "expand", "drop"}
        Among partners, a group such as the EU as one, as its members on the day, or left out.
    seed : int
        Of permutations and bootstrap.

    Returns
    -------
    Comparison

    Raises
    ------
    ValueError
        For sides that share statements or lack texts, or an option that cannot be read.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> def side(name, text):
    ...     rows = {"statement_id": [f"{name}{n}" for n in range(9)], "text": text, "year": 2020}
    ...     return Corpus(pd.DataFrame(rows), name=name)
    >>> found = compare(side("north", "Peace and order."), side("south", "War and order."))
    >>> found.sides, found.words["term"].tolist(), found.shared_words["term"].tolist()
    (('north', 'south'), ['peace', 'war'], ['order'])
    """
    check("groups", groups, GROUPS)
    check_number("seed", seed, 0)
    options = {
        "terms": terms,
        "within": within,
        "by": by,
        "permutations": permutations,
        "groups": groups,
        "seed": seed,
    }
    words = keyness(target, reference, within=within, permutations=permutations, seed=seed)
    shared = keyness(target, reference, keep="shared", permutations=0, interval=None)
    sides = [target.counted(), reference.counted()]
    names = words.attrs["sides"]
    followed = _followed(words) if terms is None else terms
    return Comparison(
        sides=(names[0], names[1]),
        words=words,
        shared_words=_most_widespread(shared),
        commitments=_told(_commitments(sides), sides, names, options),
        partners=_told(_partners(sides, groups), sides, names, options),
        over_time=_over_time(names, sides, followed, by, seed),
    )


def _most_widespread(words: pd.DataFrame) -> pd.DataFrame:
    """The words in the order of the statements that hold them, on the side that has fewer."""
    fewer = words[["statements_target", "statements_reference"]].min(axis=1)
    return words.loc[fewer.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def _followed(words: pd.DataFrame) -> list[str]:
    """The words of each side that divide most and are widespread."""
    leads = words["log_ratio"] > 0
    held = words["statements_target"].where(leads, words["statements_reference"])
    weight = words["log_ratio"] * np.log2(1 + held)
    ordered = words["term"].loc[weight.sort_values(ascending=False, kind="stable").index].tolist()
    return [*ordered[: min(FOLLOWED, int(leads.sum()))], *ordered[::-1][: min(FOLLOWED, int((~leads).sum()))]]


def _commitments(sides: Sequence[Corpus]) -> pd.DataFrame:
    """Instruments by the statements of each side that cite them."""
    found = [cited(side).drop_duplicates(["row", "instrument"]) for side in sides]
    table = _contrasted("instrument", [rows["instrument"] for rows in found], sides)
    table.insert(1, "title", table["instrument"].map(instrument_title).astype("str"))
    return table


def _partners(sides: Sequence[Corpus], groups: str) -> pd.DataFrame:
    """Actors by the statements of each side in which they have a role."""
    found = []
    for side in sides:
        days = side.statements[["statement_id", "date"]]
        rows = side.signatories[["statement_id", "actor"]].merge(days, on="statement_id")
        found.append(with_groups(rows, groups).drop_duplicates(["statement_id", "actor"])["actor"])
    return _contrasted("actor", found, sides)


def _contrasted(column: str, found: Sequence[pd.Series], sides: Sequence[Corpus]) -> pd.DataFrame:
    """Each value by the statements of both sides that have it, the target's first."""
    target, reference = (values.value_counts() for values in found)
    every = sorted({*target.index, *reference.index})
    counts = [held.reindex(every, fill_value=0).to_numpy(np.int64) for held in (target, reference)]
    against = measures.contrast(counts[0], len(sides[0]), counts[1], len(sides[1]))
    table = pd.DataFrame(
        {
            column: pd.Series(every, dtype="str"),
            "statements_target": counts[0],
            "statements_reference": counts[1],
            **against._asdict(),
        }
    )
    return table.sort_values(["value", column], ascending=[False, True], kind="stable", ignore_index=True)


def _over_time(
    names: Sequence[str], sides: Sequence[Corpus], followed: str | Sequence[str], by: str, seed: int
) -> pd.DataFrame:
    """The trend of the words on each side."""
    tables = [trend(side, followed, by=by, seed=seed) for side in sides]
    table = pd.concat(
        [found.assign(side=name) for name, found in zip(names, tables, strict=True)], ignore_index=True
    )
    table = table[["side", *tables[0].columns]]
    table.attrs = tables[0].attrs | {"call": "compare", "sides": list(names)}
    return table


def _told(
    table: pd.DataFrame, sides: Sequence[Corpus], names: Sequence[str], options: dict[str, Any]
) -> pd.DataFrame:
    """The table with how it was made."""
    sizes = {"statements_target": len(sides[0]), "statements_reference": len(sides[1])}
    made = {"sides": list(names), "interval": "newcombe", "denominators": sizes}
    table.attrs.update(attrs(sides[0], "compare", options, **made))
    return table
