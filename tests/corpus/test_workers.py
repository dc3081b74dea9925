"""Processes that read: the same tables as one process gives, from any script, and none is left over."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from osce_analysis.corpus import load, usertables
from osce_analysis.corpus.schema import TABLES
from osce_analysis.corpus.workers import AHEAD, spread, usable

STATEMENT = (
    "PC.DEL/{0}/20\n14 May 2020\n\nENGLISH only\n\nSTATEMENT BY THE DELEGATION OF NORWAY\n\n"
    "Mr. Chair,\n\nWe recall the Helsinki Final Act, the Charter of Paris and what was said before, {0}.\n\n"
    "Thank you.\n"
)
POSIX = pytest.mark.skipif(os.name != "posix", reason="processes are looked at as POSIX shows them")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for number in range(9001, 9101):
        (folder / f"{number}.txt").write_text(STATEMENT.format(number))
    return folder


def script(path: Path, text: str, *arguments: object) -> subprocess.Popen[str]:
    path.write_text(text)
    command = [sys.executable, str(path), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def alive(pid: int) -> bool:
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    items = [f"{number} + 1" for number in range(3 * AHEAD * workers)]
    assert list(spread(eval, items, workers, crashed=len)) == [eval(item) for item in items]


def test_items_are_drawn_as_they_are_needed() -> None:
    drawn = 0

    def items():
        nonlocal drawn
        for number in range(1000):
            drawn += 1
            yield str(number)

    results = spread(eval, items(), 2, crashed=len)
    assert next(results) == 0
    assert drawn <= 2 * AHEAD
    results.close()


def test_a_process_that_ends_costs_no_more_than_its_item() -> None:
    items = ["1", "__import__('os')._exit(3)", "3", "print('between the answers') or 4"]
    assert list(spread(eval, items, 2, crashed=lambda item: f"lost {item[:10]}")) == [
        1,
        "lost __import__",
        3,
        4,
    ]


@pytest.mark.parametrize("program", ["/no/such/program", sys.executable + "w"])
def test_processes_that_do_not_start(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(sys, "executable", program)
    with pytest.raises(RuntimeError, match=r"did not start; what it wrote says why\. Load with workers=1\.$"):
        list(spread(eval, ["1", "2"], 2, crashed=len))


def test_a_program_without_an_interpreter_reads_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 <= usable() <= 8
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert usable() == 1


def test_the_tables_are_the_same_whatever_the_workers(folder: Path, tmp_path: Path) -> None:
    rows = [f'"Norway","We recall the Helsinki Final Act {number}.",{number}' for number in range(450)]
    (folder / "table.csv").write_text("country,text,mood\n" + "\n".join(rows))
    (folder / "empty.txt").write_text("")
    corpora = {}
    for workers in (1, 2, 3):
        with pytest.warns(UserWarning, match="1 of 102 files could not be read: empty.txt is empty"):
            corpora[workers] = load(folder, workers=workers)
    assert len(corpora[1]) == 550
    for table in TABLES:
        first = getattr(corpora[1], table)
        for workers in (2, 3):
            pd.testing.assert_frame_equal(first, getattr(corpora[workers], table))
    for workers, corpus in corpora.items():
        corpus.save(tmp_path / str(workers))
    for file in (tmp_path / "1").iterdir():
        assert file.read_bytes() == (tmp_path / "3" / file.name).read_bytes(), file.name


def test_a_table_is_read_the_same_in_slices_and_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame({"text": ["One.", None, "Three."], "n": [1, None, 3], "m": ["a", 2, None]})
    whole = load(frame)
    monkeypatch.setattr(usertables, "ROWS", 1)
    for table in TABLES:
        pd.testing.assert_frame_equal(getattr(load(frame), table), getattr(whole, table))


@pytest.mark.parametrize("workers", [0, -1])
def test_no_number_of_processes(folder: Path, workers: int) -> None:
    with pytest.raises(ValueError, match=rf"^workers={workers} is no number of processes: give 1 or more\.$"):
        load(folder, workers=workers)


def test_a_plain_script_runs_once(folder: Path, tmp_path: Path) -> None:
    """As on macOS and Windows, and without the guard that `multiprocessing` asks for there."""
    text = """
import multiprocessing, sys
multiprocessing.set_start_method("spawn")
print("ran")
import osce_analysis as osce
print(len(osce.load(sys.argv[1], pattern="{number}.txt", workers=2, progress=False)) > 90)
"""
    process = script(tmp_path / "plain.py", text, folder)
    out, _ = process.communicate(timeout=120)
    assert out.split() == ["ran", "True"]
    assert process.returncode == 0


# A script that writes the ids of the processes it starts, reads, and says what it has.
READING = """
import subprocess, sys, signal, warnings
import osce_analysis as osce
from osce_analysis.corpus import loading, workers
started = subprocess.Popen
def noted(*arguments, **options):
    process = started(*arguments, **options)
    with open(sys.argv[2], "a") as pids:
        pids.write(f"{process.pid}\\n")
    return process
workers.subprocess.Popen = noted
def interrupted(places, files=loading.files):
    for number, file in enumerate(files(places)):
        if number == int(sys.argv[4]):
            signal.raise_signal(signal.SIGINT)
        yield file
loading.files = interrupted
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    corpus = osce.load(sys.argv[1], workers=int(sys.argv[3]), progress=True)
for row in corpus.problems[corpus.problems["step"] == "load"].to_dict("records"):
    print(len(corpus), row["severity"], row["problem"])
print([str(warning.message) for warning in caught])
"""


@pytest.mark.parametrize(("workers", "at"), [(1, 30), (2, 60)])
def test_ctrl_c_leaves_what_was_read(folder: Path, tmp_path: Path, workers: int, at: int) -> None:
    process = script(tmp_path / "reading.py", READING, folder, tmp_path / "pids", workers, at)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    read = int(out.split()[0])
    assert at - AHEAD * workers <= read <= at
    left = sum(1 for _ in folder.iterdir()) - read
    total = f"{read + left:,}"
    sentence = (
        f"Reading was stopped after {read} of {total} files (or rows of tables): the other {left} are not in "
        "this corpus. Load again to read them."
    )
    assert out.splitlines() == [f"{read} warning {sentence}", f"[{sentence!r}]"]
    assert "Traceback" not in err
    pids = (tmp_path / "pids").read_text().split() if workers > 1 else []
    assert len(pids) == (workers if workers > 1 else 0)
    if os.name == "posix":
        assert not any(alive(int(pid)) for pid in pids)


def started(pids: Path, count: int) -> list[int]:
    """The ids of the processes that a script has started, as soon as there are so many."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = pids.read_text().split() if pids.exists() else []
        if len(found) >= count:
            return list(map(int, found))
        time.sleep(0.05)
    raise AssertionError("no process was started")


@POSIX
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_no_process_is_left_over(tmp_path: Path, folder: Path, stop: signal.Signals) -> None:
    """Ctrl-C sent to the terminal's whole group, and an end that the reading process cannot see."""
    waiting = READING.replace("signal.raise_signal(signal.SIGINT)", "__import__('time').sleep(60)")
    (tmp_path / "reading.py").write_text(waiting)
    command = [sys.executable, tmp_path / "reading.py", folder, tmp_path / "pids", "2", "60"]
    process = subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    pids = started(tmp_path / "pids", 2)
    assert all(map(alive, pids))
    time.sleep(2)  # the processes are in the middle of their work or wait for more
    os.killpg(process.pid, stop)
    out, err = process.communicate(timeout=60)
    assert stop == signal.SIGKILL or b"Reading was stopped after" in out
    assert b"Traceback" not in err
    until = time.monotonic() + 20
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(alive, pids))
