"""A task that takes too much is ended with all that it started, and costs nobody else anything."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import psutil
import pytest
from biggerpie.grading.class_run import workers
from biggerpie.grading.class_run.workers import DiedError, OverBudgetError, in_processes
from biggerpie.grading.submission.budget import EXECUTED, READ_AS_DATA, Budget

SMALL = Budget(cpu_seconds=0.5, seconds=60, memory=60_000_000)
SHORT = Budget(cpu_seconds=60, seconds=1, memory=60_000_000)
SLEEPS = "import time; time.sleep(60)"


def sleep():
    time.sleep(60)


def work_for_ever():
    while True:
        pass


def eat_memory():
    held = bytearray(400_000_000)
    held[::4096] = b"x" * len(held[::4096])
    time.sleep(60)


def eat_memory_in_a_child():
    eater = "import time; held = b'x' * 400_000_000; time.sleep(60)"
    subprocess.run([sys.executable, "-c", eater], check=False)


def be_deaf():
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    work_for_ever()


def die():
    os._exit(3)


def result_of(task, budget: Budget, count: int = 1):
    """The result of a task that stands between two honest ones, whose results must be there."""
    results = dict(in_processes(lambda: lambda task: task() if callable(task) else task, [1, task, 2], count, budget))
    assert (results[1], results[2]) == (1, 2)
    return results[task]


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize(
    ("task", "budget", "says"),
    [
        (sleep, SHORT, "took more than 1 s by the clock"),
        (work_for_ever, SMALL, "took more than 0.5 s"),
        (be_deaf, SMALL, "took more than 0.5 s"),
        (eat_memory, SMALL, "needs more than 0.06 GB of memory"),
    ],
)
def test_what_takes_too_much_is_ended_and_named(task, budget, says, count):
    result = result_of(task, budget, count)
    assert isinstance(result, OverBudgetError)
    assert str(result) == says


def test_the_memory_of_what_a_task_starts_counts_too():
    assert str(result_of(eat_memory_in_a_child, Budget(60, 60, 100_000_000))) == "needs more than 0.1 GB of memory"


def test_a_process_that_dies_is_no_excess():
    result = result_of(die, READ_AS_DATA)
    assert isinstance(result, DiedError)
    assert not isinstance(result, OverBudgetError)
    assert "code 3" in str(result)


def start_and_sleep(note: Path):
    note.write_text(str(subprocess.Popen([sys.executable, "-c", SLEEPS], start_new_session=True).pid))
    sleep()


def start_and_die(note: Path):
    note.write_text(str(subprocess.Popen([sys.executable, "-c", SLEEPS], start_new_session=True).pid))
    die()  # at once, before anybody has looked for children


def test_what_a_task_has_started_is_ended_with_it(tmp_path):
    note = tmp_path / "child"
    assert isinstance(result_of(partial(start_and_sleep, note), SHORT), OverBudgetError)
    assert not is_running(int(note.read_text()))


def test_what_a_process_that_died_had_started_is_ended_too(tmp_path):
    note = tmp_path / "child"
    assert isinstance(result_of(partial(start_and_die, note), EXECUTED), DiedError)
    assert not is_running(int(note.read_text()))


def is_running(pid: int) -> bool:
    """Whether it still runs after a while; a process that was killed needs a moment to end."""
    until = time.monotonic() + 5
    while (running := psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE) and (
        time.monotonic() < until
    ):
        time.sleep(0.05)
    return running


def test_what_a_process_does_to_get_ready_is_not_counted():
    def get_ready():
        end = time.process_time() + 0.7
        while time.process_time() < end:
            pass
        return lambda task: task

    assert dict(in_processes(get_ready, [1], 1, Budget(cpu_seconds=1, seconds=60, memory=10**9))) == {1: 1}


HELD = bytearray()


def keep_memory():
    HELD.extend(b"x" * 400_000_000)
    return os.getpid()


@pytest.mark.parametrize(("first", "same"), [(keep_memory, False), (os.getpid, True)])
def test_a_process_that_kept_much_memory_is_replaced(first, same):
    tasks = [first, partial(os.getpid)]
    first_process, second_process = (found for _, found in in_processes(lambda: lambda task: task(), tasks, 1))
    assert (first_process == second_process) is same


def finish(note: Path):
    time.sleep(0.5)
    note.touch()


def note_and_sleep(note: Path):
    note.write_text(str(os.getpid()))
    sleep()


def test_leaving_early_waits_for_a_short_task_and_ends_a_long_one(monkeypatch, tmp_path):
    monkeypatch.setattr(workers, "SECONDS_TO_FINISH", 3.0)
    short, long = partial(finish, tmp_path / "finished"), partial(note_and_sleep, tmp_path / "pid")
    results = in_processes(lambda: lambda task: task(), [int, short, long], 3)
    assert next(results) == (int, 0)
    results.close()
    assert (tmp_path / "finished").exists()
    assert not psutil.pid_exists(int((tmp_path / "pid").read_text()))
