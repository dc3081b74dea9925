"""Dictionary counts: how often each side uses the words of each category."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from osce_analysis.corpus.grouping import by_columns
from osce_analysis.corpus.options import check_columns
from osce_analysis.corpus.provenance import attrs
from osce_analysis.terms.categories import Categories, Entry, entries
from osce_analysis.terms.counting import Counted, places_of
from osce_analysis.terms.options import check_texts, form_and_language
from osce_analysis.terms.rate_tables import DTYPES, Rating, denominators, rate_table
from osce_analysis.terms.sides import named, sides
from osce_analysis.terms.translations import remarks
from osce_analysis.tokens import leftmost_longest

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from osce_analysis.corpus import Corpus


def dictionary(
    corpus: Corpus,
    categories: Categories,
    *,
    by: str | Sequence[str] | None = None,
    form: str = "lower",
    per: float = 1000,
    weight: str = "tokens",
    interval: str | None = "bootstrap",
    cluster: str = "statement",
    groups: str = "actor",
    seed: int = 0,
) -> pd.DataFrame:
    """Count the words of categories, in all statements or in each group of them.

    Where entries overlap in a text, the one that begins first counts, of those the longest, so that
    "Czech Republic" is no hit of "republic"; an entry of two categories counts in both, and one matched twice in a
    category counts once. `attrs["overlaps"]` tells how many hits were inside longer ones, and how many stand in
    more than one category.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language; those without a text are left out.
    categories : mapping or path
        ``{"security": ["arms control", "missile*"]}``, with weights ``{"tone": {"welcome": 1, "regret": -1}}``, or a
        YAML or LIWC file (see `categories.entries`).
    by, form, per, weight, interval, cluster, groups, seed
        As in `frequency`.

    Returns
    -------
    DataFrame
        The columns of `frequency`; term is the category, count its hits, and rate, low and high are of the hits times
        their weights.

    Raises
    ------
    ValueError
        For a file, an entry, a column or an option that cannot be read.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> frame = pd.DataFrame({"statement_id": ["a"], "text": ["The Czech Republic and every republic agree."]})
    >>> places = {"states": ["Czech Republic"], "regimes": ["republic"]}
    >>> dictionary(Corpus(frame), places)[["term", "count"]].to_numpy().tolist()
    [['states', 1], ['regimes', 1]]
    """
    rating = Rating(per, weight, interval, cluster, groups, seed)
    rating.check()
    check_columns(by_columns(by), DTYPES)
    held = entries(categories)
    corpus = corpus.counted()
    check_texts(corpus)
    hits = _hits(corpus, held, form)
    groups_of = sides(corpus, by, groups)
    table = rate_table(corpus, hits.counted, groups_of, rating)
    if any(entry.weight != 1 for entry in held):
        weighted = rate_table(corpus, hits.counted._replace(hits=hits.weighted), groups_of, rating)
        table[["rate", "low", "high"]] = weighted[["rate", "low", "high"]]
    options = {
        "categories": _listed(held),
        "by": by,
        "form": form,
        "per": per,
        "weight": weight,
        "interval": interval,
        "cluster": cluster,
        "groups": groups,
        "seed": seed,
    }
    made = {
        "interval": interval,
        "cluster": cluster,
        "denominators": denominators(corpus),
        "overlaps": {"nested": hits.nested, "shared": hits.shared},
        **remarks(corpus.statements, named(groups_of) if by else {}),
    }
    table.attrs.update(attrs(corpus, "terms.dictionary", options, **made))
    return table


def _listed(held: Sequence[Entry]) -> dict[str, dict[str, float]]:
    """The entries as the mapping that makes them again."""
    listed: dict[str, dict[str, float]] = {}
    for entry in held:
        listed.setdefault(entry.category, {})[entry.search] = entry.weight
    return listed


class _Hits(NamedTuple):
    """Hits and weighted hits of each category, how many lay in longer ones, and how many are of several categories."""

    counted: Counted
    weighted: csr_array
    nested: int
    shared: int


def _hits(corpus: Corpus, held: Sequence[Entry], form: str) -> _Hits:
    """Find all entries and settle where they overlap."""
    known, language = form_and_language(corpus, form)
    index = corpus.index
    names = list(dict.fromkeys(entry.category for entry in held))
    searches = list(dict.fromkeys(entry.search for entry in held))
    found = {search: index.find(search, known, corpus.rows, language) for search in searches}
    rows = [
        pd.DataFrame(
            {
                "document": found[entry.search].document,
                "place": index.starts[found[entry.search].document] + found[entry.search].position,
                "length": found[entry.search].length,
                "category": names.index(entry.category),
                "weight": entry.weight,
            }
        )
        for entry in held
    ]
    hits = pd.concat(rows, ignore_index=True).drop_duplicates(["place", "length", "category"])
    spans = hits[["place", "length"]].drop_duplicates(ignore_index=True)
    kept = spans.iloc[leftmost_longest(spans["place"].to_numpy(), spans["length"].to_numpy())]
    left = hits.merge(kept, on=["place", "length"])
    shared = int((left.groupby(["place", "length"]).size() > 1).sum())
    cells = (places_of(corpus)[left["document"]], left["category"].to_numpy())
    weighted, plain = (
        _matrix(values, cells, (len(corpus), len(names)))
        for values in (left["weight"].to_numpy(np.float64), np.ones(len(left)))
    )
    counted = Counted(plain, names, np.ones(len(names), np.bool_))
    return _Hits(counted, weighted, len(hits) - len(left), shared)


def _matrix(
    values: NDArray[np.float64], cells: tuple[NDArray[np.int64], NDArray[np.int64]], shape: tuple[int, int]
) -> csr_array:
    """Sums of values as a matrix (statements x categories)."""
    from scipy.sparse import coo_array

    return coo_array((values, cells), shape=shape).tocsr()
