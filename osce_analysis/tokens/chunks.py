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

_NOT_TEXT = re.compile(f"[\ud800-\udfff{PARAGRAPH}]")
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
    """Texts in lists of some `_BATCH` characters."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(_marked(text or ""))
        size += len(batch[-1])
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def _marked(text: str) -> str:
    """A text with its blank lines marked; what Arrow cannot hold (lone surrogates) is no letter anyway."""
    plain = text if text.isascii() else _NOT_TEXT.sub("\ufffd", text)
    return plain.replace("\n\n", f"{PARAGRAPH}\n\n")


def _split(batch: list[str], table: ChunkTable) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The chunk numbers of a batch in order, and how many each text has."""
    import pyarrow as pa
    import pyarrow.compute as pc

    lists = pc.utf8_split_whitespace(pa.array(batch, pa.large_string()))
    sizes = pc.list_value_length(lists).to_numpy()
    encoded = lists.flatten().dictionary_encode()
    numbers = np.fromiter(map(table.number, encoded.dictionary.to_pylist()), np.int64)
    return numbers[encoded.indices.to_numpy()], sizes


def _expand(chunks: NDArray[np.int64], sizes: NDArray[np.int64], table: ChunkTable) -> Encoded:
    """The tokens of chunks given by number, `sizes` of them a text."""
    starts = np.asarray(table.starts, np.int64)
    lengths = np.diff(starts)[chunks]
    ends = np.concatenate([[0], np.cumsum(lengths)])
    places = np.repeat(starts[chunks] - ends[:-1], lengths) + np.arange(ends[-1])
    breaks = np.asarray(table.breaks, np.bool_)[places]
    bare = np.flatnonzero(np.asarray(table.ends_before, np.bool_)[chunks])
    breaks[ends[bare][ends[bare] > 0] - 1] = True
    borders = np.concatenate([[0], np.cumsum(sizes)])
    counts = np.diff(ends[borders])
    # Chunks that are written in the text (marks and empty ones are not), counted from the text's beginning.
    ordinals = np.concatenate([[0], np.cumsum(np.asarray(table.written, np.bool_)[chunks])])
    own = np.repeat(ordinals[1:], lengths)
    before = np.concatenate([[0], own[:-1]]) if len(own) else own
    firsts = ends[borders[:-1]][counts > 0]
    before[firsts] = ordinals[borders[:-1]][counts > 0]
    steps = own - before
    codes = np.asarray(table.codes, np.int32)[places]
    return Encoded(codes, breaks, steps.astype(np.min_scalar_type(steps.max(initial=0))), counts)
