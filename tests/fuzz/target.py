"""A target: a reader of what others write, and how its inputs are made."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any


@dataclass(frozen=True)
class Target:
    """`make` draws an input, `run` reads it; `make` and `run` may use the folder that the target was opened in."""

    make: Callable[[Random], Any]
    run: Callable[[Any], None]


Open = Callable[[Path], Target]
"""Opens a target in an empty folder; what is slow to prepare is prepared then, once."""


def random_for(name: str, seed: int, number: int) -> Random:
    """Return the source of everything drawn for one input, so that each can be made again alone."""
    return Random(f"{name} {seed} {number}")


def reading_a_file(file: Path, read: Callable[[], object]) -> Callable[[bytes], None]:
    """Return a target's `run` that puts the input into a file, which `read` then reads."""

    def run(content: bytes) -> None:
        file.write_bytes(content)
        read()

    return run
