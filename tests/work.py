"""How much work something is, told by the calls it makes: the same on a slow machine and on a busy one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

HANGS = 5.0
"""Processor seconds that a search in C, which makes no calls, stays far below unless its time grows with a square."""


@dataclass
class Work:
    """Calls of functions, Python's and C's, in this thread."""

    calls: int = 0


@contextmanager
def counted() -> Iterator[Work]:
    """Count the calls that are made within."""
    work, before = Work(), sys.getprofile()

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        work.calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        yield work
    finally:
        sys.setprofile(before)
