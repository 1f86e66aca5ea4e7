"""Pairs of students: everybody once, nobody with a partner of before where that can be avoided.

A round of a class of n is one of the n - 1 rounds of a tournament in which all meet all (the circle
method); where somebody is absent, who is left over is seated by exchanging partners.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

Group = tuple[str, ...]
"""Those at one table: two, or three of whom the last speaks for the second's side, or one who meets a counterpart."""


@dataclass(slots=True)
class Met:
    """Who sat with whom before, and how often each has had the first role."""

    partners: dict[str, set[str]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)

    def add(self, group: Group) -> None:
        """Note a table."""
        for student in group:
            self.partners.setdefault(student, set()).update(set(group) - {student})
        if group:
            self.first[group[0]] = self.first.get(group[0], 0) + 1

    def knows(self, one: str, other: str) -> bool:
        """Return whether two sat together."""
        return other in self.partners.get(one, ())


def tables(
    students: Collection[str],
    met: Met,
    *,
    sections: Mapping[str, str] | None = None,
    threes: bool = True,
    seed: int = 0,
) -> list[Group]:
    """Return everybody's table, within sections where there are any.

    Whoever is left over joins a table as third, or with `threes` off sits alone. The same seed gives the same tables.
    """
    by_section: dict[str, list[str]] = {}
    for student in sorted(students):
        by_section.setdefault((sections or {}).get(student, ""), []).append(student)
    found = [group for members in by_section.values() for group in _tables_of(members, met, seed, threes=threes)]
    return [_in_roles(group, met) for group in found]


def repeated(groups: Iterable[Group], met: Met) -> list[Group]:
    """Return the tables at which two sit who sat together before."""
    return [g for g in groups if any(met.knows(one, other) for at, one in enumerate(g) for other in g[at + 1 :])]


def _tables_of(members: list[str], met: Met, seed: int, *, threes: bool) -> list[Group]:
    circle = members[:]
    Random(f"{seed} {len(members)}").shuffle(circle)  # noqa: S311  # seats need no cryptography
    pairs = _seated(circle, met)
    alone = [student for student in circle if student not in pairs]
    while len(alone) > 1:  # nobody new is left for them
        one, other = alone.pop(), alone.pop()
        pairs |= {one: other, other: one}
    groups = sorted({tuple(sorted(pair)) for pair in pairs.items()})
    if not alone:
        return groups
    if not threes or not groups:
        return [*groups, (alone[0],)]
    joined = min(groups, key=lambda group: sum(met.knows(alone[0], one) for one in group))
    return [group for group in groups if group != joined] + [(*joined, alone[0])]


def _seated(circle: Sequence[str], met: Met) -> dict[str, str]:
    """Return partners: the round of all against all with the fewest repeats, then who is left seated by exchange."""
    rounds = (_round(circle, turn) for turn in range(max(1, len(circle) - 1 + len(circle) % 2)))
    new = ([pair for pair in one if not met.knows(*pair)] for one in rounds)
    best = max(new, key=len)
    partners = {a: b for pair in best for a, b in (pair, pair[::-1])}
    for student in circle:
        if student not in partners:
            _seat(student, circle, partners, met)
    return partners


def _round(circle: Sequence[str], turn: int) -> list[tuple[str, str]]:
    """Return one round: the first (or nobody) stays, all others move one seat on, and faces sit opposite."""
    fixed, moving = (circle[:1], circle[1:]) if len(circle) % 2 == 0 else ([], circle)
    count = len(moving)
    seat = [moving[(turn + at) % count] for at in range(count)] if count else []
    pairs = [(seat[at], seat[count - at]) for at in range(1, (count + 1) // 2)]
    return pairs + ([(fixed[0], seat[0])] if fixed and seat else [])


def _seat(student: str, circle: Sequence[str], partners: dict[str, str], met: Met) -> None:
    """Find somebody for one who is left, by the shortest chain of exchanges at whose end somebody else is left."""
    came_from: dict[str, str] = {student: ""}
    waiting = deque([student])
    while waiting:
        one = waiting.popleft()
        for other in circle:
            if other == one or other in came_from or met.knows(one, other) or partners.get(one) == other:
                continue
            if other not in partners:
                if other != student:
                    _exchange(one, other, came_from, partners)
                    return
                continue
            mate = partners[other]
            if mate not in came_from:
                came_from[other], came_from[mate] = one, other
                waiting.append(mate)


def _exchange(one: str, free: str, came_from: Mapping[str, str], partners: dict[str, str]) -> None:
    while True:
        before = came_from[one]
        partners[one], partners[free] = free, one
        if not before:
            return
        free, one = before, came_from[before]


def _in_roles(group: Group, met: Met) -> Group:
    """Return a table whose first role goes to somebody who has had it less often."""
    pair = sorted(group[:2], key=lambda student: met.first.get(student, 0))
    return (*pair, *group[2:])
