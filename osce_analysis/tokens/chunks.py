"""From texts to codes: each distinct white-space chunk is tokenised once, then expanded by numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from osce_analysis.tokens.sentence_ends import PARAGRAPH
from osce_analysis.tokens.tokenising import NUMBER_SIGNS, chunk_tokens, is_counted

if TYPE_CHECKING:
    import pyarrow as pa

_SURROGATE = re.compile("[\ud800-\udfff]")
_BATCH = 16_000_000
"""Characters split at a time: bounds the memory that the chunks of a large corpus take."""


class Split(NamedTuple):
    """The chunks of a batch: the distinct ones, which of them stands at each place, and how many each text has."""

    distinct: pa.LargeStringArray
    places: NDArray[np.int32]
    sizes: NDArray[np.int64]


class Encoded(NamedTuple):
    """Texts as numbers: token codes, sentence breaks, chunks stepped over, and tokens per text."""

    codes: NDArray[np.int32]
    breaks: NDArray[np.bool_]
    steps: NDArray[np.integer]
    counts: NDArray[np.int64]


@dataclass
class ChunkTable:
    """The distinct chunks met so far and their tokens, as flat lists.

    Its state is what makes indexing quick: a corpus of 15 million chunks has some 150,000 distinct ones.
    """

    known: list[pa.LargeStringArray] = field(default_factory=list)
    words: dict[str, int] = field(default_factory=dict)
    codes: list[int] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    ends_before: list[bool] = field(default_factory=list)
    written: list[bool] = field(default_factory=list)

    def numbers(self, chunks: pa.LargeStringArray) -> NDArray[np.int32]:
        """The numbers of chunks that differ from one another; one is tokenised when first met."""
        import pyarrow as pa
        import pyarrow.compute as pc

        known = pa.concat_arrays([pa.array([], pa.large_string()), *self.known])
        found = pc.index_in(chunks, value_set=known)
        new = chunks.filter(found.is_null())
        for chunk in new.to_pylist():
            self._add(chunk)
        self.known = [known, new]
        numbers = found.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
        numbers[numbers < 0] = np.arange(len(known), len(known) + len(new))
        return numbers

    def _add(self, chunk: str) -> None:
        forms, breaks = chunk_tokens(chunk)
        self.ends_before.append(not forms and breaks[0])
        self.written.append(bool(chunk.strip(PARAGRAPH)))
        if forms:
            self.codes.extend(self.words.setdefault(form, len(self.words)) for form in forms)
            self.breaks.extend(breaks)
        self.starts.append(len(self.codes))


def encode(texts: Sequence[str | None], table: ChunkTable) -> Encoded:
    """Turn texts into numbers.

    Parameters
    ----------
    texts : sequence of str or None
        None counts as empty.
    table : ChunkTable
        Takes up the chunks and words not met before.
    """
    parts = [_expand(batch, table) for batch in _split_ahead(_batches(texts))]
    return Encoded(*map(np.concatenate, zip(*parts, strict=True)))


def _split_ahead(batches: Iterator[list[str]]) -> Iterator[Split]:
    """Batches split one after another, the next on another core while the last is worked on."""
    with ThreadPoolExecutor(1) as worker:
        under_way = worker.submit(_split, next(batches))
        for batch in batches:
            following = worker.submit(_split, batch)
            yield under_way.result()
            under_way = following
        yield under_way.result()


def _batches(texts: Sequence[str | None]) -> Iterator[list[str]]:
    """Texts in lists of some `_BATCH` characters, blank lines marked."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append((text or "").replace(PARAGRAPH, "\ufffd").replace("\n\n", f"{PARAGRAPH}\n\n"))
        size += len(batch[-1])
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def _split(batch: list[str]) -> Split:
    """The white-space chunks of a batch."""
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        strings = pa.array(batch, pa.large_string())
    except UnicodeEncodeError:  # half a surrogate pair, which is no letter
        strings = pa.array([_SURROGATE.sub("\ufffd", text) for text in batch], pa.large_string())
    lists = pc.utf8_split_whitespace(strings)
    encoded = lists.flatten().dictionary_encode()
    return Split(encoded.dictionary, encoded.indices.to_numpy(), pc.list_value_length(lists).to_numpy())


def _expand(batch: Split, table: ChunkTable) -> Encoded:
    """The tokens of a batch as numbers."""
    chunks, sizes = table.numbers(batch.distinct)[batch.places], batch.sizes
    starts = np.asarray(table.starts, np.int32)
    lengths = np.diff(starts)[chunks]
    ends = _running(lengths)
    places = np.repeat(starts[chunks] - ends[:-1], lengths)
    places += np.arange(len(places), dtype=np.int32)
    breaks = np.asarray(table.breaks, np.bool_)[places]
    bare = ends[:-1][np.asarray(table.ends_before, np.bool_)[chunks]]
    breaks[bare[bare > 0] - 1] = True
    borders = np.concatenate([[0], np.cumsum(sizes)])
    counts = np.diff(ends[borders]).astype(np.int64)
    # Chunks written in the text (paragraph marks and empty ones are not), counted from the batch's beginning.
    ordinals = _running(np.asarray(table.written, np.int32)[chunks])
    owns = np.repeat(ordinals[1:], lengths)
    steps = np.diff(owns, prepend=np.int32(0))
    firsts = ends[borders[:-1]][counts > 0]
    steps[firsts] = owns[firsts] - ordinals[borders[:-1]][counts > 0]
    smallest = np.min_scalar_type(steps.max(initial=0))
    codes = np.asarray(table.codes, np.int32)[places]
    last = np.zeros(len(codes), np.bool_)
    last[ends[borders[1:]][counts > 0] - 1] = True
    _tell_negations(codes, breaks, last, table)
    return Encoded(codes, breaks, steps.astype(smallest), counts)


def _tell_negations(
    codes: NDArray[np.int32], breaks: NDArray[np.bool_], last: NDArray[np.bool_], table: ChunkTable
) -> None:
    """Write ``No.`` as the word ``No``, which ends a sentence, where no number follows in the text."""
    signs = {word: table.words[word] for word in NUMBER_SIGNS if word in table.words}
    places = np.concatenate([np.zeros(0, np.int64), *(np.flatnonzero(codes == c) for c in signs.values())])
    words = list(table.words)
    followers = codes.take(places + 1, mode="clip")
    ended = breaks[places] | last[places]
    counted = [
        not final and is_counted(words[follower]) for final, follower in zip(ended, followers, strict=True)
    ]
    places = places[~np.asarray(counted, np.bool_)]
    for word, code in signs.items():
        here = places[codes[places] == code]
        if len(here):
            codes[here] = table.words.setdefault(word.rstrip("."), len(table.words))
    breaks[places] = True


def _running(sizes: NDArray[np.int32]) -> NDArray[np.int32]:
    """Running sums from 0; a batch is small enough for 32 bits."""
    sums = np.zeros(len(sizes) + 1, np.int32)
    np.cumsum(sizes, out=sums[1:])
    return sums
