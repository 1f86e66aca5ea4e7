"""What one submission may take: time, memory and files. Over it, it waits, and everybody else is done."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Budget:
    """What the marking of one submission may take, together with all processes that it starts.

    `cpu_seconds` are seconds of work, so that a busy machine costs nobody anything; `seconds` pass by the clock,
    waiting for the gradebook among them. `memory` is in bytes above what an idle process has; that of other
    processes is counted where any are started.
    """

    cpu_seconds: float
    seconds: float
    memory: int
    starts_processes: bool = True


READ_AS_DATA = Budget(cpu_seconds=20, seconds=300, memory=1000 * MEGABYTE, starts_processes=False)
"""For the kit's exercises; an honest submission takes a fifth of a second and a few megabytes."""
COMPARED = Budget(cpu_seconds=60, seconds=900, memory=1000 * MEGABYTE, starts_processes=False)
"""For comparing one submission with those of the others, in each of its steps; the most takes some seconds."""
EXECUTED = Budget(cpu_seconds=7200, seconds=7200, memory=8000 * MEGABYTE)
"""For ordinary assignments, whose cells have nbgrader's own limit of time: it must never come before that one."""

MOST_FILES = 200
"""Files and folders that a submission may hold beside those that were handed out with the assignment."""
LARGEST_SUBMISSION = 200 * MEGABYTE
"""Bytes of all of a submission's files, as they say of themselves: a file may say more than the disk holds."""


def size_in_words(size: int) -> str:
    """Return a number of bytes as people say it."""
    unit, name = (1000 * MEGABYTE, "GB") if size >= 10_000 * MEGABYTE else (MEGABYTE, "MB")
    return f"{size / unit:,.0f} {name}"
