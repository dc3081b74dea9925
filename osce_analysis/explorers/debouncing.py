"""Wait until somebody has stopped changing things, then act once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Debounced:
    """An action that runs a moment after the last of several calls.

    In a notebook the kernel's event loop waits; where no loop runs, as in a script
    or a test, each call acts at once.
    """

    def __init__(self, action: Callable[[], None], seconds: float = 0.15) -> None:
        self._action = action
        self._seconds = seconds
        self._waiting: asyncio.TimerHandle | None = None

    def __call__(self, *_: object) -> None:
        """Ask for the action."""
        if self._waiting is not None:
            self._waiting.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._action()
        else:
            self._waiting = loop.call_later(self._seconds, self._action)
