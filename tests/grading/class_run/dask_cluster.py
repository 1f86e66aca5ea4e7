"""A Dask cluster of the tests: a scheduler and two workers, each a process that can be killed."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from distributed import Client

LOCAL = ("--host", "127.0.0.1", "--no-dashboard")
SECONDS = 600


@dataclass
class Cluster:
    """Its address, and its workers: one started again by a nanny, which may have no children, and one without."""

    address: str
    nannied: subprocess.Popen
    alone: subprocess.Popen

    def kill_at_work(self, begun: Callable[[], bool]) -> None:
        """Kill the worker without a nanny once the run has begun and it is at work."""
        process = psutil.Process(self.alone.pid)
        wait_for(lambda: begun() and process.children())
        process.kill()


@contextmanager
def dask_cluster(place: Path) -> Iterator[Cluster]:
    """Run a cluster."""
    with ExitStack() as started:
        file = place / "scheduler.json"
        started.enter_context(_program("scheduler", *LOCAL, "--port", "0", "--scheduler-file", str(file)))
        wait_for(file.exists)
        worker = ("worker", "--scheduler-file", str(file), *LOCAL, "--nthreads", "1", "--local-directory", str(place))
        nannied = started.enter_context(_program(*worker))
        alone = started.enter_context(_program(*worker, "--no-nanny"))
        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=SECONDS)
            address = client.scheduler.address
        yield Cluster(address, nannied, alone)


def wait_for(what: Callable[[], object]) -> None:
    """Wait until it is so."""
    until = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < until
        time.sleep(0.05)


@contextmanager
def _program(name: str, *options: str) -> Iterator[subprocess.Popen]:
    command = [sys.executable, "-P", "-m", f"distributed.cli.dask_{name}", *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(SECONDS)
