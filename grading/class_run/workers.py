"""Worker processes that share a list of tasks; one that dies or takes too much costs its task, and is replaced."""

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any, Generic, TypeVar

import psutil  # type: ignore[import-untyped]  # it carries no types

from ..submission.budget import EXECUTED, Budget
from .process_monitor import ProcessMonitor, mark

Task = TypeVar("Task")
Result = TypeVar("Result")
SECONDS_BETWEEN_LOOKS = 0.25
SECONDS_TO_FINISH = 5.0
"""So long a task may go on when the run is left early; then its process is ended."""
CONTEXT: Any = get_context("fork" if sys.platform == "linux" else "spawn")
"""A fork has nbgrader imported, which takes seconds; but only on Linux is it safe with the libraries in use."""


@dataclass(slots=True)
class Worker(Generic[Task]):
    """A process at work, the end of a pipe to it, who watches it, and what it is working at."""

    process: Any
    pipe: Connection
    monitor: ProcessMonitor
    task: Task


class DiedError(Exception):
    """A worker process ended without a result."""


class OverBudgetError(DiedError):
    """A worker process was ended because its task took too much."""


def in_processes(
    make: Callable[[], Callable[[Task], Result]], tasks: list[Task], count: int, budget: Budget = EXECUTED
) -> Generator[tuple[Task, Result | DiedError], None, None]:
    """Yield each task with its result, in the order in which they end.

    `make` is called once in each process and returns what is called with each task; where processes are spawned it
    is pickled, and so are the tasks. A task during which
    the process dies, whatever killed it, gives a DiedError, one that takes more than its budget an
    OverBudgetError; the others go on. Leaving the loop early ends the processes after the task they are at, or
    after five seconds.
    """
    waiting = list(reversed(tasks))
    workers: list[Worker[Task]] = []
    try:
        while waiting or workers:
            while waiting and len(workers) < count:
                workers.append(_start(make, waiting.pop(), budget))
            for worker, result in _ended(workers):
                yield worker.task, result
                if not waiting or isinstance(result, DiedError) or worker.monitor.has_grown:
                    workers.remove(worker)
                    _end([worker])
                else:
                    _continue(worker, waiting.pop())
    finally:
        _end(workers)


def _ended(workers: list[Worker[Task]]) -> list[tuple[Worker[Task], Any]]:
    """Return the workers whose tasks have ended by now, with the results; wait a little for one."""
    ready = wait([worker.pipe for worker in workers], SECONDS_BETWEEN_LOOKS)
    ended: list[tuple[Worker[Task], Any]] = []
    for worker in workers:
        if worker.pipe in ready:
            ended += [(worker, result) for result in _received(worker)]
        elif excess := worker.monitor.excess():
            worker.monitor.kill()
            ended.append((worker, OverBudgetError(excess)))
    return ended


def _received(worker: Worker[Task]) -> list[Any]:
    """Return the result that a worker has sent, none where it has said only that it is ready to work."""
    try:
        message = worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join(SECONDS_TO_FINISH)
        worker.monitor.kill()  # what it had started is still there
        return [DiedError(f"the process that marked it was ended (code {worker.process.exitcode})")]
    if message is None:
        worker.monitor.ready()
    return [] if message is None else list(message)


def _start(make: Callable[[], Callable[[Task], Result]], task: Task, budget: Budget) -> Worker[Task]:
    ours, theirs = CONTEXT.Pipe()
    process = CONTEXT.Process(target=_work, args=(make, theirs, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    return _continue(Worker(process, ours, ProcessMonitor(process.pid or 0, budget), task), task)


def _continue(worker: Worker[Task], task: Task) -> Worker[Task]:
    worker.task = task
    worker.monitor.begin()
    with suppress(OSError):  # it may have died already; the next reading finds out
        worker.pipe.send((task,))
    return worker


def _end(workers: Iterable[Worker[Task]]) -> None:
    """Let the workers finish their tasks, but not for long, whatever happens meanwhile."""
    workers = list(workers)
    until = monotonic() + SECONDS_TO_FINISH
    try:
        for worker in workers:
            with suppress(OSError):
                worker.pipe.send(None)
        for worker in workers:
            worker.process.join(max(0.0, until - monotonic()))
    finally:
        for worker in workers:
            if worker.process.is_alive():
                worker.monitor.kill()
            worker.process.join()
            worker.pipe.close()


def _work(make: Callable[[], Callable[[Task], Result]], pipe: Connection, parent: int) -> None:
    """Work in a process of its own until told to end, or until the process that began it is gone."""
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C ends the run between two tasks, not within one
    mark()
    work = make()
    pipe.send(None)
    while _is_there(parent):
        if pipe.poll(SECONDS_BETWEEN_LOOKS):
            if (message := pipe.recv()) is None:
                return
            pipe.send((work(*message),))


def _is_there(parent: int) -> bool:
    """Return whether the process that began this one still is; Windows keeps the number of one that is gone."""
    process = parent_process()
    return os.getppid() == parent and process is not None and process.is_alive()


def cores() -> int:
    """Return how many processors this process may use; where the system does not say, how many there are."""
    try:
        return len(psutil.Process().cpu_affinity())
    except AttributeError:  # macOS
        return os.cpu_count() or 1
