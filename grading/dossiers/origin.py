"""Where a notebook and its dossiers come from: what generating writes into both, and marking compares."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote, unquote


@dataclass(frozen=True, slots=True)
class Origin:
    """An exercise's name, its course's, and the seal of the drawing of its cases; each "" where it is not known."""

    exercise: str = ""
    course: str = ""
    seal: str = ""

    def words(self) -> str:
        """Return it as options of a `%case` line: `--exercise=01-both-can-gain --course=negotiation-26 --seal=…`."""
        named = zip(self.__slots__, (self.exercise, self.course, self.seal), strict=True)
        return " ".join(f"--{name}={quote(value)}" for name, value in named if value)

    @classmethod
    def from_words(cls, words: Iterable[str]) -> Self:
        """Return what the options of a `%case` line say."""
        parts = (word.removeprefix("--").partition("=") for word in words if is_of_origin(word))
        return cls(**{name: unquote(value) for name, _, value in parts})


UNKNOWN = Origin()


def is_of_origin(word: str) -> bool:
    """Return whether a word of a `%case` line says where the notebook comes from."""
    return word.startswith(("--exercise=", "--course=", "--seal="))
