"""Telling that a cluster has no worker left, and that it has one again: the run waits meanwhile."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from tqdm import tqdm

SECONDS_BETWEEN_LOOKS = 5.0


@contextmanager
def told_when_alone(workers: Callable[[], int], address: str, seconds: float = SECONDS_BETWEEN_LOOKS) -> Iterator[None]:
    """Look every few seconds at how many workers there are; write a line when the last goes, and one when it's over."""
    ended = Event()
    watch = Thread(target=_watch, args=(workers, address, seconds, ended), daemon=True)
    watch.start()
    try:
        yield
    finally:
        ended.set()
        watch.join()


def _watch(workers: Callable[[], int], address: str, seconds: float, ended: Event) -> None:
    alone = False
    while not ended.wait(seconds):
        if alone == (not workers()):
            continue
        alone = not alone
        tqdm.write(
            f"The scheduler at {address} has no worker left, so this waits: start one with 'dask worker {address}', "
            "or press Ctrl + C; what is graded stays."
            if alone
            else "A worker is there again.",
            file=sys.stderr,
        )
