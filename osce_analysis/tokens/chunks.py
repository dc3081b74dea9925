"""From texts to codes: each distinct white-space chunk is tokenised once, then expanded by numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from osce_analysis.tokens.sentence_ends import PARAGRAPH
from osce_analysis.tokens.tokenising import chunk_tokens

_BATCH = 16_000_000
"""Characters split at a time: bounds the memory that the chunks of a large corpus take."""


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
        if forms:
            self.codes.extend(self.words.setdefault(form, len(self.words)) for form in forms)
            self.breaks.extend(breaks)
        self.starts.append(len(self.codes))


def encode(
    texts: Sequence[str | None], table: ChunkTable
) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.int64]]:
    """Token codes, sentence breaks and tokens per text.

    Parameters
    ----------
    texts : sequence of str or None
        None counts as empty.
    table : ChunkTable
        Takes up the chunks and words not met before.

    Returns
    -------
    codes : int32 array, (tokens,)
    breaks : bool array, (tokens,)
    counts : int64 array, (texts,)
    """
    parts = [_expand(*_split(batch, table), table) for batch in _batches(texts)]
    codes, breaks, counts = zip(*parts, strict=True)
    return np.concatenate(codes), np.concatenate(breaks), np.concatenate(counts)


def _batches(texts: Sequence[str | None]) -> Iterator[list[str]]:
    """Texts in lists of some `_BATCH` characters, blank lines marked."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append((text or "").replace("\n\n", f"\n{PARAGRAPH}\n"))
        size += len(batch[-1])
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def _split(batch: list[str], table: ChunkTable) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The chunk numbers of a batch in order, and how many each text has."""
    import pyarrow as pa
    import pyarrow.compute as pc

    lists = pc.utf8_split_whitespace(pa.array(batch, pa.large_string()))
    sizes = pc.list_value_length(lists).to_numpy()
    encoded = lists.flatten().dictionary_encode()
    numbers = np.fromiter(map(table.number, encoded.dictionary.to_pylist()), np.int64)
    return numbers[encoded.indices.to_numpy()], sizes


def _expand(
    chunks: NDArray[np.int64], sizes: NDArray[np.int64], table: ChunkTable
) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.int64]]:
    """Codes, breaks and tokens per text for chunks given by number."""
    starts = np.asarray(table.starts, np.int64)
    lengths = np.diff(starts)[chunks]
    ends = np.cumsum(lengths)
    places = np.repeat(starts[chunks] - (ends - lengths), lengths) + np.arange(ends[-1] if len(ends) else 0)
    breaks = np.asarray(table.breaks, np.bool_)[places]
    bare = np.flatnonzero(np.asarray(table.ends_before, np.bool_)[chunks])
    before = ends[bare] - 1
    breaks[before[before >= 0]] = True
    borders = np.concatenate([[0], np.cumsum(sizes)])
    tokens = np.concatenate([[0], ends])[borders]
    return np.asarray(table.codes, np.int32)[places], breaks, np.diff(tokens)
