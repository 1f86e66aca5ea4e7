"""How far a learner has come, by what the record holds.

A lesson is done when everything in it has been played: each bet has run, each question is answered, and each other
simulation was moved. What a lesson offers as an extra does not count. Starting afresh undoes nothing of it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..record import Entry, Key, State

NEW, BEGUN, DONE = "new", "begun", "done"
MINUTES_ROUNDED_TO = 5


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson: its name in the record, its minutes, how much there is to play in each cell, and its exercise."""

    name: str
    minutes: int
    steps: Mapping[str, int]
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a lesson's steps were played."""

    lesson: Lesson
    played: int

    @property
    def steps(self) -> int:
        """How many there are."""
        return sum(self.lesson.steps.values())

    @property
    def state(self) -> str:
        """One of NEW, BEGUN and DONE."""
        return NEW if not self.played else DONE if self.played == self.steps else BEGUN


def all_lessons() -> list[Lesson]:
    """Return the lessons in their order."""
    text = Path(__file__).with_name("lessons.toml").read_text(encoding="utf-8")
    return [Lesson(**told) for told in tomllib.loads(text)["lessons"]]


def progress(lesson: Lesson, entries: Mapping[Key, Entry]) -> Progress:
    """Return how far the learner has come in a lesson."""
    counts = dict.fromkeys(lesson.steps, 0)
    for (name, place, _), entry in entries.items():
        if name == lesson.name and place in counts:
            counts[place] += _was_played(entry.state) or (entry.before is not None and _was_played(entry.before))
    return Progress(lesson, sum(min(counts[place], there) for place, there in lesson.steps.items()))


def minutes_left(lessons: Iterable[Progress]) -> int:
    """Return about how many minutes the lessons take from here on, in steps of five."""
    left = sum(one.lesson.minutes * (1 - one.played / one.steps) for one in lessons)
    return MINUTES_ROUNDED_TO * -int(-left // MINUTES_ROUNDED_TO)


def next_lesson(lessons: list[Progress]) -> Progress | None:
    """Return the lesson to go on with: the first that was begun, else the first that is new; None after the last."""
    open_ones = [one for one in lessons if one.state != DONE]
    return next((one for one in open_ones if one.state == BEGUN), open_ones[0] if open_ones else None)


def _was_played(state: State) -> bool:
    """Return whether a bet has run; what holds no bet is kept only once it was moved."""
    return bool(state.get("ran", True))
