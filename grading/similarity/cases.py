"""The cases of a course, drawn when they are asked for, and random ones of the same kind to compare with."""

from collections.abc import Collection
from pathlib import Path

from ..dossiers.dossier import Opened, drawn_case
from ..dossiers.graded import graded_case, graded_places
from ..dossiers.ids import compared, tidy
from ..dossiers.named import NamedCase
from ..dossiers.worked_as import read_worked_as

MOST_RANDOM = 4000
"""What is rarer than one in so many cannot be told from a random case."""


class Cases:
    """Which case each id has; drawing one takes some thousandths of a second, so each is drawn once."""

    def __init__(self, course: Path, assignment: str, named: NamedCase, students: Collection[str]) -> None:
        """Prepare to draw for a class; raise NegotiationError where the secret is missing."""
        self._course, self._assignment, self._named = course, assignment, named
        self._places = graded_places(course, assignment)
        self._students = {tidy(student) for student in students}
        self._worked_as = read_worked_as(course, assignment).ids
        self._opened: dict[int, Opened] = {}
        self._random: list[Opened] = []

    def noted(self, student: str) -> str:
        """Return the id that worked-as.csv names for a student, "" for none."""
        return self._worked_as.get(compared(student), "")

    def whose(self, identity: str, student: str) -> str:
        """Return the classmate of the student who has the case that an id opens, "" for nobody."""
        return self._places.whose(identity, self._students - {tidy(student)})

    def number(self, identity: str) -> int:
        """Return the number of an id's dossier; two ids of the same number have the same case."""
        return self._places.number_of(identity)

    def opened(self, identity: str) -> Opened:
        """Return the case that an id is given."""
        number = self.number(identity)
        if number not in self._opened:
            self._opened[number] = graded_case(self._course, self._assignment, self._named, identity)
        return self._opened[number]

    def random(self, number: int) -> Opened:
        """Return a random case, the same for the same number."""
        while number >= len(self._random):
            self._random.append(drawn_case(self._named, f"by chance {len(self._random)}"))
        return self._random[number]
