"""The marks that a learner on their own has so far, part by part, in whole points; who shows them hears of changes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import floor

from .report.mark import Mark


def in_whole_points(mark: Mark) -> Mark:
    """Return the mark with its points rounded, halves up."""
    return replace(mark, points=float(floor(mark.points + 0.5)))


@dataclass(slots=True)
class MarksSoFar:
    """The last mark of each part of one case.

    `name` tells this case from the learner's others.
    """

    name: str = ""
    _parts: dict[str, Mark] = field(default_factory=dict)
    _listeners: list[Callable[[], object]] = field(default_factory=list)

    @property
    def parts(self) -> dict[str, tuple[int, int]]:
        """Of each part that was marked its points and the most that it can bring."""
        return {part: (round(mark.points), round(mark.maximum)) for part, mark in self._parts.items()}

    def note(self, part: str, mark: Mark) -> None:
        """Take a part's mark in place of its last one."""
        self._parts[part] = in_whole_points(mark)
        for told in self._listeners:
            told()

    def listen(self, told: Callable[[], object]) -> None:
        """Call this after every mark."""
        self._listeners.append(told)
