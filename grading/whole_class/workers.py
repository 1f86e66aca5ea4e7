"""Worker processes that share a list of tasks; one that dies costs its task, and is replaced."""

import os
import signal
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
SECONDS_BETWEEN_LOOKS = 0.5
CONTEXT = get_context("fork")  # nbgrader takes seconds to import; a fork has it imported


@dataclass(slots=True)
class Worker(Generic[Task]):
    """A process at work, the end of a pipe to it, and what it is working at."""

    process: Any
    pipe: Connection
    task: Task


class DiedError(Exception):
    """A worker process ended without a result."""


def in_processes(
    make: Callable[[], Callable[[Task], Result]], tasks: list[Task], count: int
) -> Generator[tuple[Task, Result | DiedError], None, None]:
    """Yield each task with its result, in the order in which they end.

    `make` is called once in each process and returns what is called with each task. A task during which
    the process dies, whatever killed it, gives a DiedError; the others go on. Leaving the loop early ends
    the processes after the task they are at.
    """
    waiting = list(reversed(tasks))
    workers = [_start(make, waiting.pop()) for _ in range(min(count, len(waiting)))]
    try:
        while workers:
            ready = wait([worker.pipe for worker in workers])
            for worker in [w for w in workers if w.pipe in ready]:
                try:
                    result = worker.pipe.recv()
                except (EOFError, OSError):
                    worker.process.join()
                    result = DiedError(f"the process that marked it was ended (code {worker.process.exitcode})")
                yield worker.task, result
                workers.remove(worker)
                if not waiting:
                    _end(worker)
                elif isinstance(result, DiedError):
                    workers.append(_start(make, waiting.pop()))
                else:
                    workers.append(_continue(worker, waiting.pop()))
    finally:
        for worker in workers:
            _end(worker)


def _start(make: Callable[[], Callable[[Task], Result]], task: Task) -> Worker[Task]:
    ours, theirs = CONTEXT.Pipe()
    process = CONTEXT.Process(target=_work, args=(make, theirs, os.getpid()))
    process.start()
    theirs.close()
    return _continue(Worker(process, ours, task), task)


def _continue(worker: Worker[Task], task: Task) -> Worker[Task]:
    worker.task = task
    with suppress(OSError):  # it may have died already; the next reading finds out
        worker.pipe.send((task,))
    return worker


def _end(worker: Worker[Task]) -> None:
    with suppress(OSError):
        worker.pipe.send(None)
    worker.process.join()
    worker.pipe.close()


def _work(make: Callable[[], Callable[[Task], Result]], pipe: Connection, parent: int) -> None:
    """Work in a process of its own until told to end, or until the process that began it is gone."""
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C ends the run between two tasks, not within one
    work = make()
    while os.getppid() == parent:
        if pipe.poll(SECONDS_BETWEEN_LOOKS):
            if (message := pipe.recv()) is None:
                return
            pipe.send(work(*message))
