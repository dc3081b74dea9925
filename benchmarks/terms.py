"""How fast words are counted: the UN speeches, on one core and on all, beside what else counts words.

    python benchmarks/terms.py            # a table, in some two minutes
    python benchmarks/terms.py --json     # the same as JSON

Needs the speeches of the UN General Debate beside the checkout. The first query indexes all texts; it is held against
a bare `lower().split()` of the same texts in the same run. scikit-learn and polars are measured where they are
installed.
"""

import argparse
import json
import os
import resource
import sys
import time
from collections import Counter
from functools import partial
from importlib.util import find_spec

import pandas as pd
from texts import SHARED
from timing import exponent, machine, seconds

from osce_analysis import terms
from osce_analysis.corpus import Corpus
from osce_analysis.tokens import TokenIndex

SPEECHES = SHARED / "ungdc_1970-1999.parquet"
EC = ["BEL", "DEU", "DNK", "ESP", "FRA", "GBR", "GRC", "IRL", "ITA", "LUX", "NLD", "PRT"]
FIVE = ["human rights", "disarmament", "peace", "terrorism", "self-determination"]
SIZES = (1, 2, 4, 8)
AT_MOST = {"first query, one core": 4, "first query, all cores": 3}  # times the bare split


def main():
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--json", action="store_true", help="print JSON instead of tables")
    options.add_argument("--runs", type=int, default=3, help="of each step, the least counts")
    given = options.parse_args()
    if not SPEECHES.is_file():
        sys.exit("The speeches of the UN General Debate are not beside this checkout: nothing to measure on.")
    frame = pd.read_parquet(SPEECHES)
    frame["delegation"] = frame["iso3"]
    frame["statement_id"] = [f"s{number}" for number in range(len(frame))]
    texts = frame["text"].tolist()
    report = {
        "machine": machine(),
        "size": {"texts": len(texts), "megabytes": round(sum(map(len, texts)) / 1e6, 1)},
        "first": first(texts, given.runs),
        "queries": queries(Corpus(frame), given.runs),
        "growth": growth(texts),
    }
    unit = 1024**2 if sys.platform == "darwin" else 1024
    report["peak_megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
    print(json.dumps(report, indent=1) if given.json else as_table(report))


def bare(texts):
    """The least that any count of words does."""
    return sum(len(text.lower().split()) for text in texts)


def indexed(texts):
    """What the first query takes: all texts indexed, and a phrase found."""
    return TokenIndex.build(texts).find("human rights")


def counted(texts):
    """A Counter of each text."""
    return [Counter(text.lower().split()) for text in texts]


def by_sklearn(texts):
    """What scikit-learn makes of them."""
    from sklearn.feature_extraction.text import CountVectorizer

    return CountVectorizer(token_pattern=r"(?u)\b\w+\b").fit_transform(texts)


def by_polars(texts):
    """The words of all texts together, counted by polars, on all cores."""
    import polars as pl

    words = pl.Series("word", texts).str.to_lowercase().str.split(" ").explode()
    return words.value_counts()


def first(texts, runs):
    """Seconds of the first query and of other ways to count, and how often the bare split fits in."""
    taken, waited = best(partial(bare, texts), runs)
    rows = [
        row("bare lower().split()", taken, taken),
        *(
            row(f"first query, {cores}", ours, against)
            for cores, ours, against in zip(
                ("one core", "all cores"), best(partial(indexed, texts), runs), (taken, waited), strict=True
            )
        ),
        row("a Counter of each text", best(partial(counted, texts), 1)[0], taken),
    ]
    for name, module, step in (
        ("scikit-learn: CountVectorizer", "sklearn", by_sklearn),
        ("polars: split, explode, value_counts", "polars", by_polars),
    ):
        if find_spec(module):
            rows.append(row(name, best(partial(step, texts), 1)[0], taken))
    return rows


def best(step, runs):
    """Least processor seconds (as on one core) and least seconds by the clock (on all cores)."""
    spent, waited = [], []
    for _ in range(runs):
        before, clock = time.process_time(), time.perf_counter()
        step()
        spent.append(time.process_time() - before)
        waited.append(time.perf_counter() - clock)
    return min(spent), min(waited)


def row(what, taken, against):
    """A line of the table."""
    found = {"what": what, "seconds": round(taken, 2), "times the bare split": round(taken / against, 2)}
    return found | ({"at most": AT_MOST[what]} if what in AT_MOST else {})


def queries(corpus, runs):
    """Milliseconds of each query once the texts are indexed, the least of several runs."""
    others = sorted(set(corpus.statements["delegation"].dropna()) - set(EC))
    sides = corpus.select(delegation=EC), corpus.select(delegation=others)
    off = {"interval": None}
    steps = [
        (
            "frequency of two terms by delegation",
            150,
            lambda: terms.frequency(corpus, by="delegation", terms=FIVE[:2], **off),
        ),
        ("trend of five terms", 150, lambda: terms.trend(corpus, FIVE, **off)),
        ("keyness, counts of all terms", 150, lambda: terms.keyness(*sides, permutations=0, **off)),
        (
            "concordance of a frequent phrase, 200 lines",
            150,
            lambda: terms.concordance(corpus, "human rights", sample=200),
        ),
        (
            "concordance of a frequent phrase, every line",
            None,
            lambda: terms.concordance(corpus, "human rights"),
        ),
        ("passages that several share", None, lambda: terms.boilerplate(corpus)),
        ("keyness, 999 exchanges", 20_000, lambda: terms.keyness(*sides, **off)),
    ]
    found = []
    for what, most, step in steps:
        step()  # what is made once and kept
        taken, _, (table,) = seconds(lambda _, step=step: step(), [None], runs if most == 150 else 1)
        found.append({"what": what, "rows": len(table), "milliseconds": round(1000 * taken), "at most": most})
    return found


def growth(texts):
    """Seconds to index 1 to 8 parts of an eighth of the texts, and the power with which they grow."""
    eighth = len(texts) // max(SIZES)
    step = [best(partial(indexed, texts[: eighth * size]), 2)[0] for size in SIZES]
    sizes = [eighth * size for size in SIZES]
    return {
        "texts": sizes,
        "seconds": [round(taken, 2) for taken in step],
        "exponent": round(exponent(sizes, step), 3),
    }


def as_table(report):
    """The report for people."""
    facts, size, grown = report["machine"], report["size"], report["growth"]
    pairs = zip(grown["texts"], grown["seconds"], strict=True)
    return "\n".join(
        [
            f"{facts['python']}, {facts['system']}, {os.cpu_count()} cores, load {facts['load']}",
            f"{size['texts']:,} speeches, {size['megabytes']:,} million characters; "
            f"peak memory {report['peak_megabytes']:,} MB",
            "",
            pd.DataFrame(report["first"]).to_string(index=False, na_rep=""),
            "",
            pd.DataFrame(report["queries"]).astype({"at most": "Int64"}).to_string(index=False, na_rep=""),
            "",
            "indexing: " + ", ".join(f"{count:,} in {taken:.1f} s" for count, taken in pairs),
            f"the time grows with the number of texts to the power {grown['exponent']}",
        ]
    )


if __name__ == "__main__":
    main()
