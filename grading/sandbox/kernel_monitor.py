"""Monitors a sandbox from outside, and ends it when it takes too much."""

import os
import subprocess
from pathlib import Path
from stat import S_ISREG, S_ISSOCK
from threading import Event, Thread
from time import monotonic, sleep

import psutil  # type: ignore[import-untyped]  # ipykernel brings it; it carries no types

from .bubblewrap import Limits

CONNECTION = "kernel.json"
SECONDS_BETWEEN_LOOKS = 0.1
SECONDS_TO_DIE = 5
ENTRIES_IN_SHARED_FOLDER = 6  # five sockets and the connection file
LARGEST_CONNECTION = 10_000


class KernelMonitor(Thread):
    """Looks at a sandbox from outside until it is stopped; nothing inside can hold it up."""

    def __init__(self, process: subprocess.Popen[bytes], shared: Path, limits: Limits) -> None:
        """Start to look at the process that bubblewrap is."""
        super().__init__(daemon=True)
        self.reason = ""
        self._process, self._shared, self._limits = process, shared, limits
        self._deadline = monotonic() + limits.seconds
        self._own_memory = psutil.Process().memory_info().rss
        self._family: list[psutil.Process] = []
        self._done = Event()
        self.start()

    def run(self) -> None:
        """Look again and again, and stop the sandbox when it exceeds a limit."""
        while not self._done.is_set():
            try:
                reason = self._excess()
            except Exception as problem:  # noqa: BLE001  # what cannot be watched must not run
                reason = f"The notebook could not be watched ({problem})."
            if reason:
                self.stop(reason)
            self._done.wait(SECONDS_BETWEEN_LOOKS)

    def stop(self, reason: str) -> None:
        """Kill all processes of the sandbox; the first reason that is given for it counts."""
        self.reason = self.reason or reason
        self._done.set()
        self._process.kill()  # the others die with bubblewrap, whatever they do

    def wait_for_the_end(self) -> None:
        """Return when no process of the sandbox is left."""
        self.stop("The notebook is finished.")
        self.join()
        self._process.wait()
        until = monotonic() + SECONDS_TO_DIE
        while any(map(_is_alive, self._family)) and monotonic() < until:
            sleep(SECONDS_BETWEEN_LOOKS / 10)

    def _excess(self) -> str | None:
        if monotonic() > self._deadline:
            return f"The notebook took more than {self._limits.seconds} seconds."
        self._family = _descendants(self._process.pid) or self._family
        if self._is_using_too_much_memory():
            return f"The notebook took more than {self._limits.memory >> 20} MB of memory."
        if self._has_stored_files():
            return "The notebook wrote into the folder of its kernel's connection."
        return None

    def _is_using_too_much_memory(self) -> bool:
        """Count all processes, and what they have made this process take for their messages.

        The second, slower look counts memory that processes share only once.
        """
        room = self._limits.memory - (psutil.Process().memory_info().rss - self._own_memory)
        return bool(sum(map(_resident, self._family)) > room and sum(map(_share, self._family)) > room)

    def _has_stored_files(self) -> bool:
        """Return whether there is more than sockets in the one folder that the sandbox shares with the outside."""
        with os.scandir(self._shared) as entries:
            for number, entry in enumerate(entries, 1):
                about = entry.stat(follow_symlinks=False)
                small = S_ISREG(about.st_mode) and entry.name == CONNECTION and about.st_size < LARGEST_CONNECTION
                if number > ENTRIES_IN_SHARED_FOLDER or not (small or S_ISSOCK(about.st_mode)):
                    return True
        return False


def _descendants(pid: int) -> list[psutil.Process]:
    try:
        return list(psutil.Process(pid).children(recursive=True))
    except psutil.Error:
        return []


def _is_alive(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _share(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.NoSuchProcess:
        return 0
    except psutil.Error:
        return _resident(process)
