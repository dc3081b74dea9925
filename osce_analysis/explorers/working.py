"""Work beside the loop that the widgets live in: one job at a time, told of and stopped where it is long."""

from __future__ import annotations

import asyncio
import ctypes
import threading
from collections.abc import Callable

Show = Callable[[], None]
Job = Callable[[], Show]

WAIT, SAY, OFFER = 0.15, 0.5, 2.0
"""Seconds: before a job begins, in which another may take its place; until it is told of; until it can be stopped."""


class Stopped(BaseException):
    """Raised within a job that is no longer wanted."""


class Work:
    """Runs jobs in a thread, the last of several that are asked for in quick succession.

    A job computes and touches no widget; what it returns is called in the loop and shows the result.
    Where no loop runs, as in a script or a test, a job is done and shown at once.

    Parameters
    ----------
    tell : callable
        Takes the seconds that a job has taken so far, once it has taken long, and None when it has ended.
    stopped : callable
        Called when a job has ended because of `stop`.
    """

    def __init__(self, tell: Callable[[float | None], None], stopped: Show) -> None:
        self._tell, self._stopped = tell, stopped
        self.doing = ""  # what a job says of itself
        self._asked: Job | None = None
        self._waiting: asyncio.TimerHandle | None = None
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._can_stop = False

    def start(self, job: Job) -> None:
        """Do a job in place of what is waiting or under way."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            job()()
            return
        self._asked = job
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = loop.call_later(WAIT, self._begin, loop)

    def stop(self) -> None:
        """End the job that is under way; nothing where there is none."""
        with self._lock:
            if self._can_stop and self._thread is not None and self._thread.ident is not None:
                self._can_stop = False
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(self._thread.ident), ctypes.py_object(Stopped)
                )

    def _begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """Start what was asked for, or make room for it: `_ended` comes back here."""
        self._waiting = None
        if self._thread is not None:
            self.stop()
        elif self._asked is not None:
            job, self._asked, self._can_stop = self._asked, None, True
            self._thread = threading.Thread(target=self._run, args=(job, loop), daemon=True)
            self._thread.start()
            loop.call_later(SAY, self._watch, loop, self._thread, loop.time())

    def _run(self, job: Job, loop: asyncio.AbstractEventLoop) -> None:
        """The thread."""
        show = self._stopped
        try:
            show = job()
            with self._lock:
                self._can_stop = False
        except Stopped:
            pass
        finally:
            loop.call_soon_threadsafe(self._ended, loop, show)

    def _watch(self, loop: asyncio.AbstractEventLoop, thread: threading.Thread, began: float) -> None:
        """Tell how long it takes, while it does."""
        if self._thread is thread:
            self._tell(loop.time() - began)
            loop.call_later(SAY, self._watch, loop, thread, began)

    def _ended(self, loop: asyncio.AbstractEventLoop, show: Show) -> None:
        """Show the result, unless something newer is waiting."""
        self._thread = None
        self._tell(None)
        if self._asked is None:
            show()
        elif self._waiting is None:
            self._begin(loop)


def sentence(error: Exception) -> str:
    """What a view says of an error: our own sentences as they are, a fault of ours with its kind."""
    if isinstance(error, (ValueError, LookupError)) and not isinstance(error, (KeyError, IndexError)):
        return str(error)
    return f"This view failed ({type(error).__name__}: {error}). Please report it with its code."
