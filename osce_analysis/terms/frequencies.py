"""How often terms are used, by whom, with intervals over statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from osce_analysis.corpus.grouping import by_columns
from osce_analysis.corpus.options import check, check_columns, check_number
from osce_analysis.corpus.provenance import attrs
from osce_analysis.terms.counting import count_searches, count_top, function_word_languages
from osce_analysis.terms.options import check_texts
from osce_analysis.terms.rate_tables import DTYPES, Rating, denominators, rate_table
from osce_analysis.terms.sides import named, sides
from osce_analysis.terms.translations import remarks
from osce_analysis.terms.units import UNITS, units_holding

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus


def frequency(
    corpus: Corpus,
    *,
    by: str | Sequence[str] | None = None,
    terms: str | Sequence[str] | None = None,
    ngram: int = 1,
    form: str = "lower",
    per: float = 1000,
    weight: str = "tokens",
    unit: str = "statement",
    top: int | None = 50,
    min_count: int = 1,
    interval: str | None = "bootstrap",
    cluster: str = "statement",
    groups: str = "actor",
    seed: int = 0,
) -> pd.DataFrame:
    """Count terms, in all statements or in each group of them.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language; those without a text are left out.
    by : str or list of str, optional
        A column of `statements`, "actor" (a statement counts for each of its signatories), "month", "quarter",
        or a list. A missing value is a group of its own.
    terms : str or list of str, optional
        Searches: words, phrases, ``a|b``, ``terror*``. Without them, the most frequent terms of all statements
        together, function words left out of what is shown.
    ngram : int
        Words in a term, 1 to 5, where no `terms` are given.
    form : {"lower", "surface", "stem"}
        Words in lower case, as written, or by stem.
    per : float
        Rates are per so many tokens.
    weight : {"tokens", "statements", "delegations"}
        Tokens pooled, each statement's rate alike, or each delegation's alike.
    unit : {"statement", "paragraph", "sentence"}
        With `terms`: also count the paragraphs, or the sentences, that hold each.
    top : int, optional
        How many terms where none are given; None for all.
    min_count : int
        Least hits of a term, in all, where none are given.
    interval : {"bootstrap", None}
        95 % percentile bootstrap, or none.
    cluster : {"statement", "delegation"}
        What is resampled whole.
    groups : {"actor", "expand", "drop"}
        With `by` of actors or delegations: a group such as the EU as one, as its members on the day, or left out.
    seed : int
        Of the bootstrap.

    Returns
    -------
    DataFrame
        The columns of `by`, then term, count (hits), tokens (all of the group, function words included),
        statements and delegations (that hold the term), rate (per `per` tokens), low, high (missing where fewer
        than five statements hold the term), top_delegation (who has most of the hits), top_share (its share,
        0 to 1). After statements comes paragraphs or sentences, where `unit` asks for it (hits outside the table
        `paragraphs` are in none). One row for each group and term, zeros included.

    Raises
    ------
    ValueError
        For a search that cannot be read, a column or an option that is not there, or statements without texts.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> texts = ["Peace and security.", "Security, peace, human rights."]
    >>> frame = pd.DataFrame({"statement_id": ["a", "b"], "delegation": ["CHE", "NOR"], "text": texts})
    >>> frequency(Corpus(frame), terms=["peace", "human rights"])[["term", "count", "tokens", "rate"]]
               term  count  tokens        rate
    0         peace      2       7  285.714286
    1  human rights      1       7  142.857143
    """
    options = {
        "by": by,
        "terms": terms,
        "ngram": ngram,
        "form": form,
        "per": per,
        "weight": weight,
        "unit": unit,
        "top": top,
        "min_count": min_count,
        "interval": interval,
        "cluster": cluster,
        "groups": groups,
        "seed": seed,
    }
    rating = Rating(per, weight, interval, cluster, groups, seed)
    rating.check()
    _check(unit, terms, top, min_count)
    check_columns(by_columns(by), DTYPES)
    corpus = corpus.counted()
    check_texts(corpus)
    counted = (
        count_top(corpus, ngram, form, top, min_count)
        if terms is None
        else count_searches(corpus, terms, form)
    )
    found = sides(corpus, by, groups)
    table = rate_table(corpus, counted, found, rating)
    if unit != "statement":
        held = units_holding(corpus, counted.terms, form, unit)
        sums = np.concatenate([held[rows].sum(axis=0) for rows in found.rows] or [[]])
        table.insert(list(table).index("statements") + 1, f"{unit}s", sums.astype(np.int64))
    made = {
        "interval": interval,
        "cluster": cluster,
        "denominators": denominators(corpus),
        "left_out": {"function_words": function_word_languages(corpus) if terms is None else []},
        **remarks(corpus.statements, named(found) if by else {"all": np.arange(len(corpus))}),
    }
    table.attrs.update(attrs(corpus, "terms.frequency", options, **made))
    return table


def _check(unit: str, terms: object, top: int | None, min_count: int) -> None:
    check("unit", unit, UNITS)
    if unit != "statement" and terms is None:
        raise ValueError(f"unit={unit!r} needs terms: name the searches whose {unit}s are to be counted.")
    check_number("min_count", min_count, 1)
    if top is not None:
        check_number("top", top, 1)
