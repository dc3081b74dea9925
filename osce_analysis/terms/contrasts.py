"""Keyness: the terms that divide two sides, with effect, interval, p over statements, and who carries them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis import measures
from osce_analysis.corpus.joining import joined
from osce_analysis.corpus.options import check, check_number
from osce_analysis.corpus.provenance import attrs, remember
from osce_analysis.terms.counting import Counted, count_frequent, count_searches
from osce_analysis.terms.opposition import Opposition, oppose
from osce_analysis.terms.options import CLUSTERS, INTERVALS, WEIGHTS, check_texts
from osce_analysis.terms.rate_tables import denominators
from osce_analysis.terms.sides import carriers_of_many, owners_of
from osce_analysis.terms.translations import remarks

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

MEASURES = ("log_ratio", "g2", "log_odds", "percent_difference")
ALPHA = 0.05
FEWEST_STATEMENTS, FEWEST_DELEGATIONS = 3, 2
SHARED_RATIO, SHARED_SHARE = 0.5, 0.1


def keyness(
    target: Corpus,
    reference: Corpus,
    *,
    measures: str | Sequence[str] = ("log_ratio", "g2"),
    terms: str | Sequence[str] | None = None,
    within: str | Sequence[str] | None = None,
    permutations: int = 999,
    min_count: int = 5,
    keep: str = "reliable",
    ngram: int = 1,
    form: str = "lower",
    per: float = 1000,
    weight: str = "tokens",
    interval: str | None = "bootstrap",
    cluster: str = "statement",
    prior: float = 1000,
    background: Corpus | None = None,
    seed: int = 0,
) -> pd.DataFrame:
    """Find the terms that one side uses more than the other.

    Parameters
    ----------
    target, reference : Corpus
        Two selections that share no statement; their names are those of the sides (see `Corpus.named`).
    measures : str or list of str
        Of "log_ratio", "g2" (by tokens, signed: strength of evidence were tokens independent), "log_odds"
        (weighted log-odds with an informative prior, as z: a score, not a test) and "percent_difference". The first
        one sorts the table.
    terms : str or list of str, optional
        Searches to compare, all of which are kept; without them, every term of `ngram` words.
    within : str or list of str, optional
        Columns of `statements`, such as "agenda_item" or "year": sides are exchanged only among statements
        alike in them, so that the table does not find the agenda instead of the side.
    permutations : int
        Draws for p, in which whole statements change sides; 0 for none.
    min_count : int
        Least hits of a term in both sides together.
    keep : {"reliable", "shared", "all"}
        Terms with p_adjusted below .05 that the side using them more has in at least three statements of two
        delegations (of one, where that side is one delegation), function words left out of what is shown; terms that
        both sides use alike (log ratio within half a unit, in a tenth of the statements of each); or all.
    ngram : int
        Words in a term, 1 to 5.
    form : {"lower", "surface", "stem"}
        Words in lower case, as written, or by stem.
    per : float
        Rates are per so many tokens.
    weight : {"tokens", "statements", "delegations"}
        Tokens pooled, each statement's rate alike, or each delegation's alike.
    interval : {"bootstrap", None}
        95 % percentile bootstrap of the log ratio, or none.
    cluster : {"statement", "delegation"}
        What changes sides and is resampled whole.
    prior : float
        Words that the prior of "log_odds" weighs as much as.
    background : Corpus, optional
        Whose shares the prior takes; both sides pooled by default.
    seed : int
        Of the permutations and the bootstrap.

    Returns
    -------
    DataFrame
        term, count_target, count_reference, rate_target, rate_reference (per `per` tokens), the measures (low and
        high after log_ratio: missing where fewer than five statements hold the term, or one side has none of it),
        p (two-sided permutation p of the difference of the rates), p_adjusted (over all terms compared, by
        maxT), then of each side statements and delegations (that hold the term), top_delegation and top_share.
        Sorted by the first measure, the target's terms first.

    Raises
    ------
    ValueError
        For sides that share statements or lack texts, a search or an option that cannot be read.

    References
    ----------
    Hardie, A. (2014). Log Ratio: an informal introduction. CASS blog, Lancaster University.
    Westfall, P. H. and Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.
    On the statement as the unit: Mildenberger, arXiv 2308.13383.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> texts = ["Peace and peace.", "Peace, not war.", "War on war.", "No war."]
    >>> frame = pd.DataFrame({"statement_id": list("abcd"), "delegation": ["CHE", "NOR"] * 2, "text": texts})
    >>> corpus = Corpus(frame)
    >>> sides = [corpus.select(statement_id=["a", "b"]), corpus.select(statement_id=["c", "d"])]
    >>> keyness(*sides, terms=["peace", "war"])[["term", "count_target", "count_reference", "log_ratio"]].round(2)
        term  count_target  count_reference  log_ratio
    0  peace             3                0       2.32
    1    war             1                3      -1.85
    """
    chosen = [measures] if isinstance(measures, str) else list(measures)
    options = {
        "measures": chosen,
        "terms": terms,
        "within": within,
        "permutations": permutations,
        "min_count": min_count,
        "keep": keep,
        "ngram": ngram,
        "form": form,
        "per": per,
        "weight": weight,
        "interval": interval,
        "cluster": cluster,
        "prior": prior,
        "background": None if background is None else background.name,
        "seed": seed,
    }
    _check(options)
    both, in_target = joined(target, reference)
    check_texts(both)
    counted = (
        count_frequent(both, ngram, form, min_count) if terms is None else count_searches(both, terms, form)
    )
    opposed = oppose(both, in_target, counted.hits, within=within, weight=weight, cluster=cluster)
    contrast = _Contrast(both, in_target, counted, opposed)
    shares = _shares(background or both, counted.terms, terms, ngram, form) if "log_odds" in chosen else None
    table = contrast.table(per, chosen, prior, shares)
    p, adjusted = opposed.p_values(permutations, seed) if permutations else 2 * [np.full(len(table), np.nan)]
    table = table.assign(p=p, p_adjusted=adjusted)
    compared = len(table)
    table = table[KEEP[keep](table, contrast) | (terms is not None)]
    in_order = table.iloc[table["term"].argsort()]
    table = in_order.sort_values(chosen[0], ascending=False, kind="stable")
    if interval is not None and "log_ratio" in chosen:
        table["low"], table["high"] = opposed.interval(table.index.to_numpy(), seed)
    names = _names(target, reference)
    made = {
        "sides": names,
        "side_keys": [remember(side.counted()) for side in (target, reference)],
        "interval": interval,
        "cluster": cluster,
        "denominators": denominators(both) | {"terms_compared": compared},
        "of_sides": contrast.denominators(names),
        **remarks(both.statements, dict(zip(names, contrast.rows, strict=True))),
    }
    table = table.reset_index(drop=True)[_columns(chosen)]
    table.attrs.update(attrs(both, "terms.keyness", options, **made))
    return table


@dataclass(frozen=True)
class _Contrast:
    """Both sides' statements, the hits in them, and their layout for inference."""

    both: Corpus
    in_target: NDArray[np.bool_]
    counted: Counted
    opposed: Opposition

    @property
    def rows(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The statements of target and reference."""
        return np.flatnonzero(self.in_target), np.flatnonzero(~self.in_target)

    def tokens(self) -> list[float]:
        """Tokens of target and reference."""
        tokens = self.both.statements["tokens"].fillna(0).to_numpy(np.float64)
        return [float(tokens[rows].sum()) for rows in self.rows]

    def delegations(self) -> list[int]:
        """How many delegations speak on each side."""
        return [int(self.both.statements["delegation"].iloc[rows].nunique()) for rows in self.rows]

    def denominators(self, names: Sequence[str]) -> dict[str, dict[str, float]]:
        """What each side is counted over."""
        sides = zip(names, self.rows, self.tokens(), self.delegations(), strict=True)
        return {
            name: {"statements": len(rows), "tokens": tokens, "delegations": delegations}
            for name, rows, tokens, delegations in sides
        }

    def table(
        self, per: float, chosen: Sequence[str], prior: float, shares: NDArray[np.float64] | None
    ) -> pd.DataFrame:
        """Counts, rates, measures and carriers of every term; `shares` are those of the prior of "log_odds"."""
        columns: dict[str, Any] = {"term": np.array(self.counted.terms, object)}
        owners = owners_of(self.both.statements["delegation"])
        rates = self.opposed.rates
        for side, rows, rate in zip(("target", "reference"), self.rows, rates, strict=True):
            columns[f"rate_{side}"] = rate * per
            carried = carriers_of_many(self.counted.hits, owners, rows)
            columns |= {f"{name}_{side}": value for name, value in carried.items()}
        a, b, (c, d) = columns["count_target"], columns["count_reference"], self.tokens()
        found = {
            "log_ratio": lambda: self.opposed.log_ratio(),
            "g2": lambda: measures.log_likelihood(a, b, c, d),
            "log_odds": lambda: measures.log_odds(a, b, c, d, prior * np.asarray(shares), prior)[1],
            "percent_difference": lambda: _percent(*rates),
        }
        columns |= {name: found[name]() for name in chosen}
        return pd.DataFrame(columns | {"low": np.nan, "high": np.nan}).astype(_DTYPES)


def _percent(target: NDArray[np.float64], reference: NDArray[np.float64]) -> NDArray[np.float64]:
    """Difference of two rates in per cent of the reference's."""
    return np.asarray(measures.percent_difference(target, reference, 1, 1))


def _reliable(table: pd.DataFrame, contrast: _Contrast) -> NDArray[np.bool_]:
    """Which terms a reader can trust: significant, and carried by more than one statement and delegation."""
    leads = (table["rate_target"] >= table["rate_reference"]).to_numpy()
    statements = np.where(leads, table["statements_target"], table["statements_reference"])
    delegations = np.where(leads, table["delegations_target"], table["delegations_reference"])
    speaking = [min(FEWEST_DELEGATIONS, speakers) for speakers in contrast.delegations()]
    return np.asarray(
        contrast.counted.shown
        & (statements >= FEWEST_STATEMENTS)
        & (delegations >= np.where(leads, *speaking))
        & (table["p_adjusted"].isna() | (table["p_adjusted"] < ALPHA)).to_numpy()
    )


def _shared(table: pd.DataFrame, contrast: _Contrast) -> NDArray[np.bool_]:
    """Which terms both sides use alike."""
    common = np.ones(len(table), np.bool_)
    for side, rows in zip(("target", "reference"), contrast.rows, strict=True):
        common &= (table[f"statements_{side}"] >= SHARED_SHARE * len(rows)).to_numpy()
    return np.asarray(contrast.counted.shown & common & (np.abs(contrast.opposed.log_ratio()) < SHARED_RATIO))


def _all(table: pd.DataFrame, contrast: _Contrast) -> NDArray[np.bool_]:
    """Every term."""
    del contrast
    return np.ones(len(table), np.bool_)


KEEP: Mapping[str, Callable[[pd.DataFrame, _Contrast], NDArray[np.bool_]]] = {
    "reliable": _reliable,
    "shared": _shared,
    "all": _all,
}


def _shares(
    background: Corpus, terms: Sequence[str], searched: object, ngram: int, form: str
) -> NDArray[np.float64]:
    """The share of the background's tokens that each term has; half a hit where it has none."""
    background = background.counted()
    if searched is None:
        counted = count_frequent(background, ngram, form, 1)
    else:
        counted = count_searches(background, terms, form)
    hits = dict(zip(counted.terms, counted.hits.sum(axis=0).tolist(), strict=True))
    tokens = max(float(background.statements["tokens"].sum()), 1.0)
    return np.array([max(hits.get(term, 0), 0.5) for term in terms], np.float64) / tokens


def _names(target: Corpus, reference: Corpus) -> list[str]:
    """What the sides are called."""
    if target.name and reference.name and target.name != reference.name:
        return [target.name, reference.name]
    return ["target", "reference"]


def _check(options: dict[str, Any]) -> None:
    """Raise ValueError for an option that is not known."""
    if not options["measures"]:
        raise ValueError(f"measures= names none: use some of {', '.join(map(repr, MEASURES))}.")
    for measure in options["measures"]:
        check("measures", measure, MEASURES)
    check("keep", options["keep"], KEEP)
    check("weight", options["weight"], WEIGHTS)
    check("interval", options["interval"], INTERVALS)
    check("cluster", options["cluster"], CLUSTERS)
    for name, least in (("permutations", 0), ("min_count", 1), ("seed", 0)):
        check_number(name, options[name], least)
    for name in ("per", "prior"):
        if not isinstance(options[name], (int, float)) or not options[name] > 0:
            raise ValueError(f"{name}={options[name]!r} is not a number above 0.")


_SIDED = ("statements", "delegations", "top_delegation", "top_share")
_DTYPES = {
    "term": "str",
    **{f"count_{side}": "int64" for side in ("target", "reference")},
    **{f"statements_{side}": "int64" for side in ("target", "reference")},
    **{f"delegations_{side}": "int64" for side in ("target", "reference")},
    **{f"top_delegation_{side}": "str" for side in ("target", "reference")},
}


def _columns(chosen: Sequence[str]) -> list[str]:
    """The columns of the result, in order."""
    measured = [
        column for name in chosen for column in ([name, "low", "high"] if name == "log_ratio" else [name])
    ]
    sides = [f"{name}_{side}" for name in _SIDED for side in ("target", "reference")]
    counts = [f"{name}_{side}" for name in ("count", "rate") for side in ("target", "reference")]
    return ["term", *counts, *measured, "p", "p_adjusted", *sides]
