"""How often a word is found to divide two sides that do not differ: by tokens, and by statements.

    python benchmarks/nulls.py            # a table, in some twelve seconds
    python benchmarks/nulls.py --json     # the same as JSON
    python benchmarks/nulls.py --markdown # the same as a table of Markdown, for the docs

In each world both sides draw the same words in the same way, so that every word found is a mistake; at the level of
5 % there should be five in a hundred. Words that come one by one (Poisson) are what token-level tests assume. Words
come in bursts in real speeches: most do not hold one, and those that do repeat it. In the last world each delegation
has words of its own and gives four speeches, all on one side.
"""

import argparse
import json

import numpy as np
import pandas as pd
from timing import machine

from osce_analysis import measures

SPEECHES, TOKENS, LEVEL = 40, 800, 0.05  # speeches of both sides, words of each
WORLDS = {
    "words one by one": (None, 1),
    "words in small bursts": (1.0, 1),
    "words in bursts": (0.2, 1),
    "words of one speech": (0.05, 1),
    "words of one delegation, four speeches each": (0.2, 4),
}


def main():
    """Simulate and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options.add_argument("--markdown", action="store_true", help="print a table of Markdown")
    options.add_argument("--draws", type=int, default=999, help="exchanges of statements")
    options.add_argument("--worlds", type=int, default=100, help="worlds of each kind, of 100 words each")
    given = options.parse_args()
    rows = [rates(name, *world, given.worlds, given.draws) for name, world in WORLDS.items()]
    if given.json:
        print(json.dumps({"machine": machine(), "false_positives": rows}, indent=1))
        return
    if given.markdown:
        print("\n".join(markdown(rows)))
        return
    print(f"{SPEECHES} speeches of {TOKENS} words, half on each side; the share of words with p < {LEVEL}")
    print(pd.DataFrame(rows).to_string(index=False))


def markdown(rows):
    """The lines of a table of Markdown."""
    lines = [list(rows[0]), ["---"] * len(rows[0]), *(row.values() for row in rows)]
    return [f"| {' | '.join(map(str, cells))} |" for cells in lines]


def rates(name, size, speeches_each, worlds, draws):
    """The shares of words, and of worlds, with a false positive."""
    generator = np.random.default_rng(7)
    by_tokens, by_statements, by_delegations, any_found = [], [], [], []
    sides = np.arange(SPEECHES) < SPEECHES // 2
    owners = np.arange(SPEECHES) // speeches_each
    sizes = np.full(SPEECHES, float(TOKENS))
    for world in range(worlds):
        hits = drawn(generator, size, speeches_each)
        hits = hits[:, hits.sum(axis=0) >= 5]  # as keyness asks by default
        a, b = hits[sides].sum(axis=0), hits[~sides].sum(axis=0)
        total = TOKENS * SPEECHES / 2
        by_tokens.append(measures.log_likelihood_p(measures.log_likelihood(a, b, total, total)))
        p, adjusted = measures.rate_difference_p(hits, sizes, sides, draws=draws, seed=world)
        by_statements.append(p)
        any_found.append((adjusted < LEVEL).any())
        summed = np.array([hits[owners == owner].sum(axis=0) for owner in np.unique(owners)])
        whole = sizes.reshape(-1, speeches_each).sum(axis=1)
        p, _ = measures.rate_difference_p(summed, whole, sides[::speeches_each], draws=draws, seed=world)
        by_delegations.append(p)
    return {
        "world": name,
        "words": sum(map(len, by_tokens)),
        "G2 by tokens": share(by_tokens),
        "exchange of statements": share(by_statements),
        "exchange of delegations": share(by_delegations),
        "worlds with any, maxT": round(float(np.mean(any_found)), 3),
    }


def drawn(generator, size, speeches_each, words=100):
    """Hits of words in speeches, some twelve each; a small `size` makes bursts, which delegations may own."""
    mean = 12 / SPEECHES
    if size is None:
        return generator.poisson(mean, (SPEECHES, words)).astype(float)
    liking = generator.gamma(size, mean / size, (SPEECHES // speeches_each, words))
    return generator.poisson(np.repeat(liking, speeches_each, axis=0)).astype(float)


def share(p_values):
    """The share of all words below the level."""
    return round(float((np.concatenate(p_values) < LEVEL).mean()), 3)


if __name__ == "__main__":
    main()
