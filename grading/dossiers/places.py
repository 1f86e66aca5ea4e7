"""Places: which case of the pool is whose, so that no two students of the class have the same.

A hash puts every id, enrolled or not, into a group, and each group has a shift that goes into a second hash, which
gives the number of the case. The shifts are chosen so that those of the class differ: perfect hashing by
"hash, displace" (Belazzougui, Botelho & Dietzfelbinger, 2009). The table of shifts is released. As each shift is drawn
under the secret from all that fit, the table says of an id no more than that it does not meet another of the class.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any, Self

from ...negotiation import NegotiationError
from .ids import compared, tidy
from .pool import FREE, seal, size_for
from .secret import derived

SHIFTS = 1 << 16
ATTEMPTS = 100_000


@dataclass(frozen=True, slots=True)
class Places:
    """The drawing's seal, the size of the pool, each group's shift, and how ids are read.

    With `exact`, as in courses of the kit's first version, ids count letter by letter; else as `compared` reads them.
    """

    seal: str
    size: int
    shifts: tuple[int, ...]
    exact: bool = False

    def number_of(self, student: str) -> int:
        """Return which case of the pool is the student's (from 0)."""
        read = self.read(student)
        return _number(self.seal, self.size, self.shifts[_group_of(self.seal, len(self.shifts), read)], read)

    def read(self, student: str) -> str:
        """Return an id as it counts here: who has the same is the same student."""
        return tidy(student) if self.exact else compared(student)

    def shared(self, students: Iterable[str]) -> list[tuple[str, ...]]:
        """Return those of the students who have the same case, each such group sorted."""
        by_number: dict[int, set[str]] = defaultdict(set)
        for student in {self.read(student): tidy(student) for student in students}.values():
            by_number[self.number_of(student)].add(student)
        return sorted(tuple(sorted(some)) for some in by_number.values() if len(some) > 1)

    def whose(self, identity: str, students: Iterable[str]) -> str:
        """Return the student who has the case that an id opens, "" for nobody; a student's own id is that student's."""
        number = self.number_of(identity)
        known = {self.read(student): tidy(student) for student in students}
        if same := known.get(self.read(identity)):
            return same
        return min((student for student in known.values() if self.number_of(student) == number), default="")

    def written(self) -> dict[str, Any]:
        """Return seal and table as files hold them.

        A kit that knows exact ids only finds no table under the name that it looks for, rather than another case.
        """
        return {"seal": self.seal, "shifts" if self.exact else "shifts_of_compared_ids": self.shifts}

    @classmethod
    def from_written(cls, data: Mapping[str, Any], size: int) -> Self:
        """Return what `written` gave; raise KeyError, TypeError or ValueError where it is none."""
        exact = "shifts" in data
        shifts = tuple(map(int, data["shifts" if exact else "shifts_of_compared_ids"]))
        if not (size > 0 and shifts):
            raise ValueError(data["seal"])
        return cls(str(data["seal"]), size, shifts, exact)


def _group_of(sealed: str, groups: int, read: str) -> int:
    """Return the group of an id (from 0)."""
    return _hashed(f"{sealed}\0group\0{read}") % groups


def places_for(secret: str, exercise: str, students: Collection[str]) -> Places:
    """Return places that give every student of a class another case; the same for the same class and secret."""
    sealed, size = seal(secret, exercise), size_for(len(students))
    groups: dict[int, list[str]] = {number: [] for number in range(size // FREE)}
    for student in sorted({compared(student) for student in students}):
        groups[_group_of(sealed, len(groups), student)].append(student)
    shifts, taken = [0] * len(groups), set[int]()
    for number, members in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        for shift in _drawn_shifts(secret, exercise, number):
            numbers = {_number(sealed, size, shift, student) for student in members}
            if len(numbers) == len(members) and taken.isdisjoint(numbers):
                break
        shifts[number] = shift
        taken |= numbers
    return Places(sealed, size, tuple(shifts))


def _drawn_shifts(secret: str, exercise: str, group: int) -> Iterator[int]:
    """Yield shifts for a group; so few students share a group that one of the first fits."""
    for attempt in range(ATTEMPTS):
        yield int(derived(secret, "shift", exercise, str(group), str(attempt)), 16) % SHIFTS
    raise NegotiationError(f"no table was found that gives everybody a case of their own in {exercise}.")


def _number(sealed: str, size: int, shift: int, read: str) -> int:
    return _hashed(f"{sealed}\0{shift}\0{read}") % size


@lru_cache(maxsize=100_000)
def _hashed(text: str) -> int:
    return int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest(), "big")
