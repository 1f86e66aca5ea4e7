"""Limits within which hostile code may run here, and an end to all that it began."""

import ctypes
import os
import resource
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

MOST_MEMORY = 4 << 30  # bytes of addresses a process
LARGEST_FILE = 1 << 30  # bytes; a copy of a sparse file ends there
ADOPT_ORPHANS = 36  # Linux: PR_SET_CHILD_SUBREAPER, so that what leaves its session stays our descendant
MARK = "BIGGER_PIE_BENCHMARK_RUN"  # in the environment of all that a run starts


def adopt_orphans() -> None:
    """Stay the ancestor of whatever runs start, so that it can be found and ended."""
    ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1)


def limit_this_process(mark: str, environment: dict[str, str], log: Path) -> None:
    """Begin a session of its own with an empty environment, under limits, whose words go to a file."""
    os.setsid()
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    os.environ.clear()  # what runs here prints it
    os.environ |= {**kept, **environment, MARK: mark}
    said = os.open(log, os.O_WRONLY | os.O_CREAT)
    os.dup2(said, 1)
    os.dup2(said, 2)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_everything(leader: int, mark: str) -> None:
    """End a run's processes: its session's, and those that left it, by the mark in their environment."""
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)
    while strays := [pid for pid in _descendants(os.getpid()) if _is_marked(pid, mark)]:
        for pid in strays:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)


def _descendants(pid: int) -> Iterator[int]:
    """Yield the processes that a process began, and those that these began."""
    with suppress(OSError):
        for listed in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in map(int, listed.read_text().split()):
                yield child
                yield from _descendants(child)


def _is_marked(pid: int, mark: str) -> bool:
    try:
        return f"{MARK}={mark}\0".encode() in Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return False
