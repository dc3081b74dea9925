"""Jobs beside the loop: the last of many is done, a long one is told of and stopped, results show in the loop."""

import asyncio
import threading
import time
from functools import partial

import pytest

from osce_analysis.explorers import working
from osce_analysis.explorers.working import Work, sentence


def said_by(seconds, act):
    """What a Work tells, and whether it said stopped, while `act(work, shown)` runs for some seconds."""
    told, shown = [], []

    async def run():
        work = Work(told.append, partial(shown.append, "stopped"))
        act(work, shown)
        await asyncio.sleep(seconds)
        return work

    asyncio.run(run())
    return told, shown


def job(name, shown, seconds=0.0):
    """A job in Python that takes a while."""

    def compute():
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(0.005)
        return partial(shown.append, (name, threading.current_thread() is threading.main_thread()))

    return compute


def test_without_a_loop_a_job_is_done_at_once():
    shown = []
    Work(shown.append, partial(shown.append, "stopped")).start(job("a", shown))
    assert [name for name, _ in shown] == ["a"]


def test_only_the_last_of_many_is_done():
    def act(work, shown):
        for number in range(5):
            work.start(job(number, shown))

    _, shown = said_by(0.4, act)
    assert [name for name, _ in shown] == [4]


def test_a_short_job_is_not_told_of_and_a_long_one_is(monkeypatch):
    monkeypatch.setattr(working, "SAY", 0.1)
    told, shown = said_by(0.5, lambda work, shown: work.start(job("short", shown)))
    assert (told, len(shown)) == ([None], 1)
    told, shown = said_by(1.0, lambda work, shown: work.start(job("long", shown, 0.35)))
    assert len(shown) == 1
    assert told[-1] is None
    assert 2 <= len(told) - 1 <= 4
    assert told[:-1] == sorted(told[:-1])


def test_one_that_is_under_way_is_stopped():
    def act(work, shown):
        work.start(job("a", shown, 30))
        asyncio.get_running_loop().call_later(0.4, work.stop)

    began = time.monotonic()
    told, shown = said_by(0.8, act)
    assert shown == ["stopped"]
    assert told[-1] is None
    assert time.monotonic() - began < 5


def test_a_newer_one_takes_the_place_of_one_under_way():
    def act(work, shown):
        work.start(job("old", shown, 30))
        asyncio.get_running_loop().call_later(0.4, lambda: work.start(job("new", shown)))

    _, shown = said_by(1.2, act)
    assert [name for name, _ in shown] == ["new"]


def test_to_stop_where_nothing_runs_does_nothing():
    told, shown = said_by(0.2, lambda work, _: work.stop())
    assert (told, shown) == ([], [])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("Choose another year."), "Choose another year."),
        (LookupError("No such State."), "No such State."),
        (KeyError("rate"), "This view failed (KeyError: 'rate')."),
        (ZeroDivisionError("by zero"), "This view failed (ZeroDivisionError: by zero)."),
    ],
)
def test_what_a_view_says_of_an_error(error, said):
    assert sentence(error).startswith(said)
