"""Monitors a worker process: what its task takes of its budget, and how it is ended with all that it started."""

import os
from collections.abc import Iterator
from contextlib import suppress
from time import monotonic

import psutil  # type: ignore[import-untyped]  # it carries no types

from ..submission.budget import MEGABYTE, Budget

WORKER = "BIGGERPIE_WORKER"
"""The environment variable by which everything that a worker process starts is known, also when that has died."""
SECONDS_BETWEEN_COUNTS = 1.0
MOST_ROUNDS = 20
GROWN = 300 * MEGABYTE
"""A process that keeps so much more memory than it began with is replaced before the next task."""


class ProcessMonitor:
    """Looks at a process from outside; nothing in it can hold that up."""

    def __init__(self, pid: int, budget: Budget) -> None:
        """Watch the process of that number, whose task begins now."""
        self._budget = budget
        self._pid = pid
        self._process = _process(pid)
        self._own = 0
        self._known: list[psutil.Process] = []
        self.begin()

    def ready(self) -> None:
        """Take what the process has now for what an idle one has; what it did to get ready is nobody's."""
        self._own = self._memory()
        self._cpu = self._seconds_of_work()

    def begin(self) -> None:
        """Begin to count for another task."""
        self._began = self._counted = monotonic()
        self._cpu = self._seconds_of_work()

    def excess(self) -> str:
        """Return what the task has too much of, as the end of a sentence about it, or ""."""
        if monotonic() - self._began > self._budget.seconds:
            return f"took more than {_duration(self._budget.seconds)} by the clock"
        if self._seconds_of_work() - self._cpu > self._budget.cpu_seconds:
            return f"took more than {_duration(self._budget.cpu_seconds)}"
        if self._most_memory() - (self._own or _base()) > self._budget.memory:
            return f"needs more than {self._budget.memory / (1000 * MEGABYTE):g} GB of memory"
        return ""

    @property
    def has_grown(self) -> bool:
        """Whether the process keeps memory that its next task would be blamed for."""
        return bool(self._own) and self._memory() - self._own > GROWN

    def kill(self) -> None:
        """End the process and all that it has started; none is asked, and none gets to start another meanwhile."""
        family: set[psutil.Process] = set()
        for _ in range(MOST_ROUNDS):
            if not (new := self._family() - family):
                break
            family |= new
            for process in new:
                with suppress(psutil.Error):
                    process.suspend()
        for process in family:
            with suppress(psutil.Error):
                process.kill()

    def _most_memory(self) -> int:
        """Return the memory of the process, and now and then of what it has started, too: that takes long to find."""
        if not self._budget.starts_processes or monotonic() - self._counted < SECONDS_BETWEEN_COUNTS:
            return self._memory()
        self._counted = monotonic()
        self._known = list(self._descendants())
        return sum(map(_resident, self._known))

    def _family(self) -> set[psutil.Process]:
        """Return the process and all that it has started, whoever is their parent by now."""
        return {*self._descendants(), *self._known, *_marked(self._pid)}

    def _descendants(self) -> Iterator[psutil.Process]:
        if self._process:
            yield self._process
            with suppress(psutil.Error):
                yield from self._process.children(recursive=True)

    def _memory(self) -> int:
        return _resident(self._process) if self._process else 0

    def _seconds_of_work(self) -> float:
        try:
            spent = self._process.cpu_times() if self._process else None
        except psutil.Error:
            spent = None
        return spent.user + spent.system if spent else 0.0


def mark() -> None:
    """Mark this process as a worker, and with it all that it will start."""
    os.environ[WORKER] = str(os.getpid())


def _marked(worker: int) -> Iterator[psutil.Process]:
    """Yield what the worker of that number has started, as far as this user may see it."""
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.environ().get(WORKER) == str(worker):
                yield process


def _process(pid: int) -> psutil.Process | None:
    try:
        return psutil.Process(pid)
    except psutil.Error:  # it has died already; its pipe tells
        return None


def _base() -> int:
    """Return the memory of this process, from which workers are made: what a worker has that is not ready yet."""
    return _resident(psutil.Process())


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _duration(seconds: float) -> str:
    return f"{seconds:g} s" if seconds < 120 else f"{seconds / 60:g} minutes"  # noqa: PLR2004  # two minutes
