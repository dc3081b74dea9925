"""How far a load has come: the count of what there is and what was read, and the bar that shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

SHOWN_FROM = 200  # files or rows; fewer are read before a bar could be seen


class Progress:
    """What there is to read and what was read, in files and rows of tables."""

    def __init__(self, expected: int) -> None:
        self.expected = expected
        self.read = 0

    @property
    def left(self) -> int:
        """How many were not read."""
        return self.expected - self.read

    def grow(self, more: int) -> None:
        """There is more than was known before: the rows of a table."""
        self.expected += more

    def advance(self, read: int) -> None:
        """So many were read; a zip in a zip may hold more than the one that was expected."""
        self.read += read
        self.expected = max(self.expected, self.read)
        self._bar.total = self.expected
        self._bar.update(read)

    @contextmanager
    def bar(self, shown: bool) -> Iterator[None]:
        """Show a bar meanwhile, in a notebook or on the terminal, where there is much to read."""
        from tqdm.auto import tqdm

        hidden = not shown or self.expected < SHOWN_FROM
        with tqdm(
            total=self.expected, unit=" files", file=sys.stderr, leave=False, disable=hidden
        ) as self._bar:
            yield
