"""How the use of terms changes over time, or from before an event to after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus.grouping import by_columns
from osce_analysis.corpus.options import check_columns
from osce_analysis.corpus.provenance import attrs
from osce_analysis.terms.counting import count_searches
from osce_analysis.terms.options import check_texts
from osce_analysis.terms.periods import STEPS, Stretches, Times, regular, stretches
from osce_analysis.terms.rate_tables import DTYPES, Rating, denominators, rate_table
from osce_analysis.terms.sides import Sides, named, sides
from osce_analysis.terms.translations import remarks

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus


def trend(
    corpus: Corpus,
    terms: str | Sequence[str],
    *,
    by: str = "year",
    side: str | Sequence[str] | None = None,
    periods: Stretches | None = None,
    balanced: bool = False,
    per: float = 1000,
    form: str = "lower",
    weight: str = "tokens",
    interval: str | None = "bootstrap",
    cluster: str = "statement",
    groups: str = "actor",
    seed: int = 0,
) -> pd.DataFrame:
    """Follow terms over time, each side for itself.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language; those without a text or a time are left out.
    terms : str or list of str
        Searches: words, phrases, ``a|b``, ``terror*``.
    by : {"year", "quarter", "month"}
        The steps; one in which nobody spoke has no token and no rate.
    side : str or list of str, optional
        What divides the statements into sides: as `by` of `frequency`.
    periods : str, list of str, or mapping, optional
        In place of steps, an event's day (``"1989-11-09"``: before and since), several days, or named stretches,
        ``{"détente": (1973, 1979)}``, both ends included.
    balanced : bool
        Only delegations that speak in every step or period, so that a change is not one of who speaks.
    per, form, weight, interval, cluster, groups, seed
        As in `frequency`.

    Returns
    -------
    DataFrame
        The columns of `side`, the time (year, quarter, month or period), then the columns of `frequency`. One row
        for each side, time and term, zeros included.

    Raises
    ------
    ValueError
        For a search, a day, a column or an option that cannot be read, or where nobody speaks throughout.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> frame = pd.DataFrame({"statement_id": ["a", "b"], "year": [2020, 2022], "text": ["Peace now.", "No war."]})
    >>> trend(Corpus(frame), "peace")[["year", "count", "tokens", "rate"]]
       year  count  tokens   rate
    0  2020      1       2  500.0
    1  2021      0       0    NaN
    2  2022      0       2    0.0
    """
    options = {
        "terms": terms,
        "by": by,
        "side": side,
        "periods": periods,
        "balanced": balanced,
        "per": per,
        "form": form,
        "weight": weight,
        "interval": interval,
        "cluster": cluster,
        "groups": groups,
        "seed": seed,
    }
    rating = Rating(per, weight, interval, cluster, groups, seed)
    rating.check()
    check_columns(by_columns(side), [*DTYPES, *STEPS, "period"])
    corpus = corpus.counted()
    check_texts(corpus)
    statements = corpus.statements
    times = regular(statements, by) if periods is None else stretches(statements, periods)
    codes = np.where(statements["text"].notna(), times.codes, -1)
    if balanced:
        codes = _balanced(statements["delegation"], codes, len(times.values))
    groups_of = sides(corpus, side, groups)
    table = rate_table(corpus, count_searches(corpus, terms, form), _timed(groups_of, times, codes), rating)
    made = {
        "interval": interval,
        "cluster": cluster,
        "denominators": denominators(corpus) | {"without_time": int((times.codes < 0).sum())},
        **remarks(statements, named(groups_of) if side else _by_time(times, codes)),
    }
    table.attrs.update(attrs(corpus, "terms.trend", options, **made))
    return table


def _timed(found: Sides, times: Times, codes: NDArray[np.int64]) -> Sides:
    """Each side at each time, also where it has no statement."""
    steps = len(times.values)
    keys = found.keys.loc[found.keys.index.repeat(steps)].reset_index(drop=True)
    values = pd.Series(times.values * len(found.rows), dtype="Int64" if times.name == "year" else "str")
    rows = [side[codes[side] == step] for side in found.rows for step in range(steps)]
    return Sides(keys.assign(**{times.name: values}), rows)


def _balanced(delegations: pd.Series, codes: NDArray[np.int64], steps: int) -> NDArray[np.int64]:
    """The times, -1 for statements of a delegation that does not speak at every time."""
    there = pd.crosstab(delegations[codes >= 0], codes[codes >= 0])
    constant = there.index[(there > 0).sum(axis=1) == steps]
    if not len(constant):
        raise ValueError(
            f"No delegation speaks in all {steps} of these periods, so balanced=True leaves nothing: take fewer or "
            "longer periods, or balanced=False."
        )
    return np.where(delegations.isin(constant), codes, -1)


def _by_time(times: Times, codes: NDArray[np.int64]) -> dict[str, Any]:
    """The statements of the first and the last time."""
    ends = {0, len(times.values) - 1} if times.values else set()
    return {str(times.values[end]): np.flatnonzero(codes == end) for end in sorted(ends)}
