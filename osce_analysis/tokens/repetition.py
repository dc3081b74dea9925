"""Passages that stand in several texts: runs of words, and whole sentences, found by their hashes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from osce_analysis.tokens.index import TokenIndex

Sums = tuple[NDArray[np.uint64], NDArray[np.uint64]]

_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that it has an inverse modulo 2**64
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))


@dataclass(frozen=True)
class Repetition:
    """What makes a passage boilerplate.

    Attributes
    ----------
    words : int
        A run of so many words counts,
    texts : int
        where it stands in so many texts;
    sentence_texts : int
        and a whole sentence of two or more words where it stands in so many.

    A passage made of such runs, of whose words fewer than half a run stand outside titles, is none: who cites one
    convention in full repeats its title, and says something of its own about it.
    """

    words: int = 10
    texts: int = 3
    sentence_texts: int = 5


def repeated(
    index: TokenIndex,
    rows: NDArray[np.int64],
    rule: Repetition = Repetition(),
    *,
    titles: NDArray[np.bool_] | None = None,
    spare_first: bool = False,
) -> NDArray[np.bool_]:
    """Which tokens stand in a passage that several texts share.

    Parameters
    ----------
    index : TokenIndex
    rows : int array
        Texts in which passages are looked for; in this order one is the first that has it.
    rule : Repetition
    titles : bool array, (tokens,), optional
        Which tokens stand in titles that are cited.
    spare_first : bool
        Leave out the first text of each passage, so that it counts once.

    Returns
    -------
    bool array, (tokens,)

    Examples
    --------
    >>> from osce_analysis.tokens import TokenIndex
    >>> index = TokenIndex.build(["Thank you, Chair. Peace.", "Thank you, Chair. War.", "Peace now."])
    >>> rule = Repetition(words=3, texts=2, sentence_texts=2)
    >>> repeated(index, np.arange(3), rule).tolist()
    [True, True, True, False, True, True, True, False, False, False]
    >>> repeated(index, np.arange(3), rule, spare_first=True).sum()
    np.int64(3)
    """
    texts = np.repeat(np.arange(len(index.starts) - 1), index.counts())
    order = np.full(len(index.starts) - 1, -1)
    order[rows] = np.arange(len(rows))
    sums = _prefix_sums(index)
    runs = np.arange(max(len(index.codes) - rule.words + 1, 0))
    runs = runs[texts[runs] == texts[runs + rule.words - 1]]
    ends = np.flatnonzero(index.breaks) + 1
    begins = np.concatenate([[0], ends[:-1]])[: len(ends)]
    long = ends - begins > 1
    shared = _covered(sums, runs, runs + rule.words, order[texts[runs]], rule.texts, spare_first)
    if titles is not None:
        shared &= ~_mostly_titles(shared, texts, titles, rule.words)
    at = order[texts[begins[long]]]
    return shared | _covered(sums, begins[long], ends[long], at, rule.sentence_texts, spare_first)


def _covered(
    sums: Sums,
    first: NDArray[np.int64],
    last: NDArray[np.int64],
    order: NDArray[np.int64],
    least: int,
    spare_first: bool,
) -> NDArray[np.bool_]:
    """Which tokens stand in a stretch that `least` texts share."""
    shared = _shared(_hashes(sums, first, last), order, least, spare_first)
    depth = np.zeros(len(sums[0]), np.int32)
    np.add.at(depth, first[shared], 1)
    np.add.at(depth, last[shared], -1)
    return np.asarray(np.cumsum(depth[:-1]) > 0)


def _mostly_titles(
    shared: NDArray[np.bool_], texts: NDArray[np.int64], titles: NDArray[np.bool_], words: int
) -> NDArray[np.bool_]:
    """Which shared tokens stand in a passage that has fewer than half of `words` outside titles."""
    places = np.flatnonzero(shared)
    new = (np.diff(places, prepend=-2) != 1) | (np.diff(texts[places], prepend=-1) != 0)
    passage = np.cumsum(new) - 1
    outside = np.bincount(passage, ~titles[places])
    found = np.zeros(len(shared), np.bool_)
    found[places] = (outside * 2 < words)[passage]
    return found


def _prefix_sums(index: TokenIndex) -> Sums:
    """Sums of the words' numbers, each times a power of its place, and the inverses of the powers."""
    folds, terms = index.fold("lower")
    numbers = np.random.default_rng(0).integers(2**64, size=len(terms), dtype=np.uint64)
    size = len(index.codes)
    powers = np.cumprod(np.full(size, _BASE), dtype=np.uint64)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(numbers[folds[index.codes]] * powers)])
    return sums, np.cumprod(np.full(size, _INVERSE), dtype=np.uint64)


def _hashes(sums: Sums, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.uint64]:
    """A number for each stretch of tokens that equal stretches share, wherever they stand."""
    totals, inverses = sums
    return np.asarray((totals[last] - totals[first]) * inverses[first])


def _shared(
    hashes: NDArray[np.uint64], order: NDArray[np.int64], least: int, spare_first: bool
) -> NDArray[np.bool_]:
    """Which stretches have an equal in `least` texts that are looked at; those of other texts go along."""
    ordered = np.sort(hashes[order >= 0])
    later = ordered[least - 1 :]
    often = np.unique(later[later == ordered[: len(later)]])
    met = np.flatnonzero(_among(hashes, often))  # few, so that only they need sorting with their texts
    looked = met[order[met] >= 0]
    by_hash = looked[np.lexsort((order[looked], hashes[looked]))]
    new_hash = np.diff(hashes[by_hash], prepend=~hashes[by_hash[:1]]) != 0
    new_text = new_hash | (np.diff(order[by_hash], prepend=-1) != 0)
    starts = np.flatnonzero(new_hash)
    if not len(starts):
        return np.zeros(len(hashes), np.bool_)
    spread = np.add.reduceat(new_text, starts, dtype=np.int64)
    shared = np.zeros(len(hashes), np.bool_)
    shared[met] = _among(hashes[met], hashes[by_hash[starts[spread >= least]]])
    if spare_first:
        first = np.repeat(order[by_hash[starts]], np.diff([*starts, len(by_hash)]))
        shared[by_hash[order[by_hash] == first]] = False
    return np.asarray(shared)


def _among(hashes: NDArray[np.uint64], few: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which hashes are among a few in order."""
    if not len(few):
        return np.zeros(len(hashes), np.bool_)
    places = np.searchsorted(few, hashes)
    return np.asarray(few[np.minimum(places, len(few) - 1)] == hashes)
