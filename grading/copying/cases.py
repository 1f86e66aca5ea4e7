"""The cases of a course, drawn when they are asked for, and random ones of the same kind to compare with."""

from pathlib import Path

from ..dossiers.dossier import Opened, drawn_case
from ..dossiers.graded import case_in_pool, worked_as
from ..dossiers.named import NamedCase
from ..dossiers.pool import number_of, seal, tidy
from ..dossiers.secret import course_secret

MOST_RANDOM = 4000
"""What is rarer than one in so many cannot be told from a random case."""


class Cases:
    """Which case each id has; drawing one takes some thousandths of a second, so each is drawn once."""

    def __init__(self, course: Path, assignment: str, named: NamedCase) -> None:
        """Prepare to draw; raise NegotiationError where the secret is missing."""
        self._course, self._assignment, self._named = course, assignment, named
        self._seal = seal(course_secret(course), assignment)
        self._worked_as = worked_as(course)
        self._opened: dict[int, Opened] = {}
        self._random: list[Opened] = []

    def identity(self, student: str) -> str:
        """Return the id under which a student worked, as worked-as.csv has it."""
        return self._worked_as.get(tidy(student), tidy(student))

    def number(self, identity: str) -> int:
        """Return the number of an id's dossier; two ids of the same number have the same case."""
        return number_of(identity, self._seal)

    def opened(self, identity: str) -> Opened:
        """Return the case that an id is given."""
        number = self.number(identity)
        if number not in self._opened:
            self._opened[number] = case_in_pool(self._course, self._assignment, self._named, identity)
        return self._opened[number]

    def random(self, number: int) -> Opened:
        """Return a random case, the same for the same number."""
        while number >= len(self._random):
            self._random.append(drawn_case(self._named, f"by chance {len(self._random)}"))
        return self._random[number]
