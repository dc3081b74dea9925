"""One function over many items in processes of our own, with the results in the order of the items.

The processes are started as plain interpreters and not by `multiprocessing`, which imports the user's
script again in each of them: a script without a main guard would run once more in every process. Each
ends by itself when its input does, so that none outlives the process that started it.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 8  # items under way for each process: what is held in memory beside the results
MOST = 8  # processes that are started unasked
# Signals of the terminal are for the process that the user sees, which then ends these; no window opens.
_FLAGS = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)


def spread(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    workers: int,
    *,
    crashed: Callable[[Item], Result],
) -> Generator[Result, None, None]:
    """The results of a function over items, in the order of the items.

    Parameters
    ----------
    function : callable
        A function of a module (or a `functools.partial` of one); in this process where `workers` is 1.
    items : iterable
        Drawn as they are needed, `AHEAD` for each process.
    workers : int
        How many processes.
    crashed : callable
        Gives the result of an item whose process ended before it answered.

    Raises
    ------
    RuntimeError
        Where a process does not start.

    Examples
    --------
    >>> list(spread(len, ["a", "bc"], 1, crashed=lambda item: 0))
    [1, 2]
    """
    if workers < 2:
        yield from map(function, items)
        return
    with _Team(function, workers) as team:
        under_way: deque[tuple[Item, Future[tuple[bool, Any]]]] = deque()
        for item in items:
            under_way.append((item, team.submit(item)))
            if len(under_way) >= AHEAD * workers:
                yield _result(*under_way.popleft(), crashed)
        while under_way:
            yield _result(*under_way.popleft(), crashed)


def usable() -> int:
    """How many processes this machine runs well: its processors, `MOST` at the most; 1 in a frozen program."""
    if not sys.executable or getattr(sys, "frozen", False):
        return 1
    affinity = getattr(os, "sched_getaffinity", None)
    return min(len(affinity(0)) if affinity else os.cpu_count() or 1, MOST)


def serve() -> None:
    """Answer items from the standard input until it ends: what each process does."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints must not get between the answers
    questions = sys.stdin.buffer
    answer: Any = None  # the first says that the process stands
    function = pickle.load(questions)
    with suppress(EOFError, BrokenPipeError):  # whoever asked is gone
        while True:
            pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
            answer = function(pickle.load(questions))
    os._exit(0)  # without a word about answers that nobody took


class _Team:
    """The processes, each started with its first item, and a thread for each that waits for it."""

    def __init__(self, function: Callable[[Any], Any], workers: int) -> None:
        self._function = pickle.dumps(function)
        self._threads = ThreadPoolExecutor(workers)
        self._idle: SimpleQueue[subprocess.Popen[bytes] | None] = SimpleQueue()
        self._all: list[subprocess.Popen[bytes]] = []
        self._ending = False
        for _ in range(workers):
            self._idle.put(None)

    def __enter__(self) -> _Team:
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes at once: after Ctrl-C some still read."""
        self._ending = True
        for process in self._all:
            process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._all:
            with suppress(OSError), process:  # which waits for it and closes its pipes
                pass

    def submit(self, item: Any) -> Future[tuple[bool, Any]]:
        """Whether the item was answered, and with what."""
        return self._threads.submit(self._ask, item)

    def _ask(self, item: Any) -> tuple[bool, Any]:
        process = self._idle.get()
        try:
            process = process or self._started()
            return True, _exchange(process, pickle.dumps(item, pickle.HIGHEST_PROTOCOL))
        except (EOFError, OSError, pickle.UnpicklingError):
            process = None  # another takes its place
            return False, None
        finally:
            self._idle.put(process)

    def _started(self) -> subprocess.Popen[bytes]:
        program = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import serve; serve()"
        try:
            process = subprocess.Popen(
                [sys.executable, "-c", program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=os.name == "posix",
                creationflags=_FLAGS,
            )
            self._all.append(process)
            if self._ending:
                process.kill()
            _exchange(process, self._function)
        except (EOFError, OSError, pickle.UnpicklingError):
            sentence = (
                "A process to read files with did not start; what it wrote says why. Load with workers=1."
            )
            raise RuntimeError(sentence) from None
        return process


def _exchange(process: subprocess.Popen[bytes], question: bytes) -> Any:
    """Send a pickled question to a process and wait for its answer."""
    assert process.stdin is not None  # it has pipes, as _started gives them
    assert process.stdout is not None
    process.stdin.write(question)
    process.stdin.flush()
    return pickle.load(process.stdout)


def _result(item: Item, future: Future[tuple[bool, Any]], crashed: Callable[[Item], Result]) -> Result:
    answered, result = future.result()
    return result if answered else crashed(item)
