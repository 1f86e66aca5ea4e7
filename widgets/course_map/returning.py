"""Which questions return: three about each lesson that is done, after one week, four weeks and twelve.

Days count from when something in the lesson was last played, and no pause after an answer is shorter than between two
returns; whoever is away for long misses nothing and finds no heap. On one day the questions of one lesson return.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from ..record import Entry, Key
from ..record.entries import FORM
from .progress import DONE, Lesson, all_lessons, progress

AFTER = (7, 28, 84)  # days
REVIEW = "spaced-review"
"""The answers stand in the record under this name, then the lesson's."""


@dataclass(frozen=True, slots=True)
class Return:
    """A lesson's questions on one of their returns: after how many days, from which day on, and the answers so far.

    A question is named by its file of words and its name there, such as "02 recall_1"; an answer is an entry of the
    record, None before there is one.
    """

    lesson: str
    after: int
    due: date
    questions: tuple[str, ...]
    answers: tuple[Entry | None, ...]

    @property
    def is_over(self) -> bool:
        """Whether all questions are answered."""
        return None not in self.answers

    @property
    def days_of_answers(self) -> list[date]:
        """The days on which they were."""
        return [day_of(entry) for entry in self.answers if entry]

    @property
    def number(self) -> int:
        """The lesson's number."""
        return int(self.lesson[:2])

    def key(self, place: int) -> Key:
        """Return the record's key for the answer to the question at a place."""
        return REVIEW, self.lesson, f"{self.questions[place]}, after {self.after} days"


def today_here() -> date:
    """Return the day where the learner is."""
    return datetime.now().astimezone().date()


def day_of(entry: Entry) -> date:
    """Return the day of an entry where the learner is."""
    return datetime.strptime(entry.at, FORM).replace(tzinfo=UTC).astimezone().date()


def returns(entries: Mapping[Key, Entry]) -> list[Return]:
    """Return of each lesson that is done the returns that are over, and the one that comes next."""
    asked = tomllib.loads(Path(__file__).with_name("returning.toml").read_text(encoding="utf-8"))
    done = [one for one in all_lessons() if one.name in asked and progress(one, entries).state == DONE]
    return [each for one in done for each in _returns_of(one, tuple(asked[one.name]), entries)]


def returned(all_returns: list[Return], today: date) -> Return | None:
    """Return what there is to answer today, or was answered today; None where nothing has come back."""
    if answered := [one for one in all_returns if today in one.days_of_answers]:
        return answered[0]
    due = [one for one in all_returns if not one.is_over and one.due <= today]
    return min(due, key=lambda one: (not one.days_of_answers, one.due), default=None)


def next_return(all_returns: list[Return]) -> Return | None:
    """Return what comes back first of all that is still to come."""
    return min((one for one in all_returns if not one.is_over), key=lambda one: one.due, default=None)


def _returns_of(lesson: Lesson, questions: tuple[str, ...], entries: Mapping[Key, Entry]) -> Iterator[Return]:
    played = max(day_of(entry) for key, entry in entries.items() if key[0] == lesson.name and key[1] in lesson.steps)
    answered = played
    for before, after in pairwise((0, *AFTER)):
        due = max(played + timedelta(after), answered + timedelta(after - before))
        blank = Return(lesson.name, after, due, questions, (None,) * len(questions))
        answers = tuple(entries.get(blank.key(place)) for place in range(len(questions)))
        one = Return(lesson.name, after, due, questions, answers)
        yield one
        if not one.is_over:
            return
        answered = max(one.days_of_answers)
