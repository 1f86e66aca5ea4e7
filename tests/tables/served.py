"""The real server, as a process that can be killed at any moment."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import psutil

from .room import ROUND

START = "import sys; from biggerpie.lessons.command_line import main; sys.exit(main(sys.argv[1:]))"


class Served:
    """`biggerpie tables` over a course, at a port that stays the same when it is started again."""

    def __init__(self, course: Path, *options: str) -> None:
        """Start it, and wait until it says where the pages are."""
        self._course, self._options, self.port = course, options, 0
        self.start()

    def start(self) -> None:
        """Start it, again at the port that it had."""
        command = [sys.executable, "-c", START, "tables", ROUND, "--course", self._course, "--port", str(self.port)]
        self._process = subprocess.Popen([*command, *self._options], stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert "until you press Ctrl + C" in line, line
        self.port = int(line.partition("http://127.0.0.1:")[2].partition("/")[0])
        with urlopen(self.address, timeout=60):  # it says where before it serves, and hears Ctrl + C once it does
            pass

    @property
    def address(self) -> str:
        """Where the pages are."""
        return f"http://127.0.0.1:{self.port}/"

    def work(self) -> float:
        """Return the seconds of processor time that it took so far."""
        times = psutil.Process(self._process.pid).cpu_times()
        return times.user + times.system

    def kill(self) -> None:
        """End it at once, as a machine does that runs out of memory."""
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.communicate()

    def stop(self) -> None:
        """End it as an instructor does."""
        self._process.send_signal(signal.SIGINT)
        self._process.communicate(timeout=120)
