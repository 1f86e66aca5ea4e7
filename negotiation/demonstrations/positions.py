"""Positions and interests: one thing that two want, and what asking why adds to what can be agreed."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from ..case import Case, Issue, Party
from ..errors import NegotiationError, did_you_mean


@dataclass(frozen=True, slots=True)
class Part:
    """What someone may want a thing for, and what it is worth to the one and to the other, in points."""

    name: str
    worth: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that both demand as a whole, and its parts."""

    name: str
    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        """Refuse parts worth less than nothing, equal names, and a thing worth nothing to somebody."""
        names = [part.name for part in self.parts]
        if len(set(names)) < len(names) or self.name in names:
            raise NegotiationError(f"the parts of the {self.name} need names of their own.")
        if any(min(part.worth) < 0 for part in self.parts) or 0 in self.worth():
            raise NegotiationError(f"both must want the {self.name}, and no part of it may be worth less than nothing.")

    def worth(self) -> tuple[int, int]:
        """Return what the whole is worth to the one and to the other, in points."""
        return sum(part.worth[0] for part in self.parts), sum(part.worth[1] for part in self.parts)


ORANGE = Thing("orange", (Part("juice", (9, 1)), Part("peel", (1, 9))))
"""An orange: one side wants the juice, the other the peel (the story is in Fisher & Ury 1981)."""


def agreements(thing: Thing, found: Collection[str], steps: int = 10) -> Case:
    """Return the case of what can be agreed once it is known what these parts are wanted for.

    Each part found is divided on its own, in so many equal steps; what nobody has asked about stays together
    and is divided as one. So every agreement possible before stays possible, and each part found adds an axis.
    An option's place is how many of the steps go to the first. Raises NegotiationError for an unknown part and
    for less than one step.
    """
    if steps < 1:
        raise NegotiationError("to divide takes at least one step.")
    axes = _axes(thing, found)
    options = tuple(f"{step}/{steps}" for step in range(steps + 1))
    first, second = ([part.worth[side] for part in axes] for side in (0, 1))
    rising = tuple(tuple(worth * step for step in range(steps + 1)) for worth in first)
    falling = tuple(tuple(worth * (steps - step) for step in range(steps + 1)) for worth in second)
    return Case(
        title=thing.name,
        story="",
        issues=tuple(Issue(part.name, "", options) for part in axes),
        parties=(Party("you", "", "", "", 0, rising), Party("them", "", "", "", 0, falling)),
    )


def most_joint_worth(thing: Thing, found: Collection[str] = ()) -> Fraction:
    """Return the greatest sum of what both get, each as a share (of 1) of what the whole thing is worth to them.

    Every axis goes to whom it is worth more: 1 where only the whole can be divided, and at most 2. The orange:
    1.0 at the level of positions, 1.8 once juice and peel are known, though nothing was added to the table.
    One answer is enough there, as what is left of an orange without its juice is the peel. Raises
    NegotiationError for an unknown part.
    """
    totals = thing.worth()
    by_axis = ((Fraction(part.worth[0], totals[0]), Fraction(part.worth[1], totals[1])) for part in _axes(thing, found))
    return sum(map(max, by_axis), Fraction(0))


def _axes(thing: Thing, found: Collection[str]) -> tuple[Part, ...]:
    """Return the parts found, in the thing's order, and what is left as one; a single part left has its own name."""
    names = [part.name for part in thing.parts]
    for name in found:
        if name not in names:
            raise NegotiationError(f"{name!r} is not a part of the {thing.name}{did_you_mean(name, names)}")
    left = [part for part in thing.parts if part.name not in found]
    if len(left) <= 1:
        return thing.parts
    rest = Part(thing.name, (sum(part.worth[0] for part in left), sum(part.worth[1] for part in left)))
    return (*(part for part in thing.parts if part.name in found), rest)
