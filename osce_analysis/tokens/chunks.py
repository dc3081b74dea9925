"""From texts to codes: each distinct white-space chunk is tokenised once, then expanded by numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from osce_analysis.tokens.sentence_ends import PARAGRAPH
from osce_analysis.tokens.tokenising import chunk_tokens

_SURROGATE = re.compile("[\ud800-\udfff]")
_BATCH = 16_000_000
"""Characters split at a time: bounds the memory that the chunks of a large corpus take."""


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

    numbers: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    codes: list[int] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    ends_before: list[bool] = field(default_factory=list)
    written: list[bool] = field(default_factory=list)

    def number(self, chunk: str) -> int:
        """The number of a chunk, which is tokenised when first met."""
        number = self.numbers.get(chunk)
        if number is None:
            number = self.numbers[chunk] = len(self.numbers)
            self._add(chunk)
        return number

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
    parts = [_expand(*_split(batch, table), table) for batch in _batches(texts)]
    return Encoded(*map(np.concatenate, zip(*parts, strict=True)))


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


def _split(batch: list[str], table: ChunkTable) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The chunk numbers of a batch in order, and how many each text has."""
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        strings = pa.array(batch, pa.large_string())
    except UnicodeEncodeError:  # half a surrogate pair, which is no letter
        strings = pa.array([_SURROGATE.sub("\ufffd", text) for text in batch], pa.large_string())
    lists = pc.utf8_split_whitespace(strings)
    sizes = pc.list_value_length(lists).to_numpy()
    encoded = lists.flatten().dictionary_encode()
    numbers = np.fromiter(map(table.number, encoded.dictionary.to_pylist()), np.int32)
    return numbers[encoded.indices.to_numpy()], sizes


def _expand(chunks: NDArray[np.int32], sizes: NDArray[np.int64], table: ChunkTable) -> Encoded:
    """The tokens of chunks given by number, `sizes` of them a text."""
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
    return Encoded(np.asarray(table.codes, np.int32)[places], breaks, steps.astype(smallest), counts)


def _running(sizes: NDArray[np.int32]) -> NDArray[np.int32]:
    """Running sums from 0; a batch is small enough for 32 bits."""
    sums = np.zeros(len(sizes) + 1, np.int32)
    np.cumsum(sizes, out=sums[1:])
    return sums
