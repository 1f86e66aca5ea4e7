"""What knowing the other side is worth: opponent models against none and against perfect knowledge, cell by cell.

A cell is an opponent (how it picks, how fast, whether it mirrors), the side, who begins and one's own speed: 144 for
every case and model. All opponents open a quarter of the way below their best, so no first offer tells everything.
The side that is tried keeps to its best until it has heard an offer, whatever its way to pick.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from math import hypot

from biggerpie.negotiation import Case, Package, Profile, frontier, zone_of_agreement
from biggerpie.negotiation.table import Counterpart, talk_between
from biggerpie.negotiation.table.parts.best_reply import Rows, best_reply
from biggerpie.negotiation.table.parts.frequency import SmoothedFrequency
from biggerpie.negotiation.table.parts.habit import Habit
from biggerpie.negotiation.table.parts.levels import Clock, Mirror
from biggerpie.negotiation.table.parts.memory import Memory
from biggerpie.negotiation.table.parts.openness import Openness
from biggerpie.negotiation.table.parts.picking import Anything, Guessing, Nearest, Picking

ROUNDS = 12
QUARTER = 250
CLOSED = Openness(direction=1_001, strength=1_001, reason=1_001)
PICKINGS = (Anything(), Nearest(), Guessing(SmoothedFrequency()))
SPEEDS = (1, 2, 3)
MIRRORS = (Mirror(unasked=1_000), Mirror())
OWN_SPEEDS = (1, 3)


@dataclass(frozen=True)
class Knowing:
    """Perfect knowledge: the package that is best for the other side by its true points."""

    rows: Rows

    def pick(self, memory: Memory, points: Profile, level: int, key: str) -> Package:  # noqa: ARG002  # knows all
        """Return that package."""
        return best_reply(points, self.rows, level)


@dataclass(frozen=True)
class Waiting:
    """Keeping to one's best until the other side has made an offer, so that nobody gives before knowing anything."""

    then: Picking

    def pick(self, memory: Memory, points: Profile, level: int, key: str) -> Package:
        """Return the best for the side itself before any offer, and then what the way to pick returns."""
        if not memory.theirs:
            return tuple(row.index(max(row)) for row in points)
        return self.then.pick(memory, points, level, key)


@dataclass(frozen=True)
class Result:
    """What came of a talk: own utility above the reservation value (0 to 1), and the distance to the frontier."""

    own: float
    distance: float | None


def habit(name: str, picking: Picking, speed: int, mirror: Mirror) -> Habit:
    """Return who opens a quarter below its best, says and asks nothing, and picks like this."""
    return Habit(name, Clock(QUARTER, speed), mirror, picking, CLOSED, questions=())


@dataclass(frozen=True)
class Cell:
    """The opponent, the model's own place (from 0), the place of the side that begins, and the model's own speed."""

    opponent: Habit
    side: int
    first: int
    speed: int


def cells() -> Iterator[Cell]:
    """Yield every opponent with the side that is tried, who begins, and one's own speed: 144 of them."""
    for picking, speed, mirror in product(PICKINGS, SPEEDS, MIRRORS):
        opponent = habit("opponent", picking, speed, mirror)
        yield from (Cell(opponent, *rest) for rest in product((0, 1), (0, 1), OWN_SPEEDS))


def results(case: Case, picking: Picking | None, every: int = 1) -> list[Result]:
    """Return what comes of all cells, or each so many, with this way to pick; None is perfect knowledge."""
    return [_result(case, picking, cell, number) for number, cell in islice(enumerate(cells()), 0, None, every)]


def has_zone(case: Case) -> bool:
    """Return whether some package reaches every reservation value."""
    return bool(zone_of_agreement(case))


def _result(case: Case, picking: Picking | None, cell: Cell, seed: int) -> Result:
    knowing = picking or Knowing(case.parties[1 - cell.side].points)
    own = Counterpart(habit("own", Waiting(knowing), cell.speed, Mirror(unasked=1_000)), seed, silent=True)
    other = Counterpart(cell.opponent, seed, silent=True)
    deal = talk_between(case, (other, own) if cell.side else (own, other), ROUNDS, cell.first).agreement
    return Result(_shares(case, deal)[cell.side], _distance(case, deal)) if deal else Result(0.0, None)


def _shares(case: Case, package: Package) -> tuple[float, ...]:
    """Return how far a package is above each reservation value, as a share of the way to the best."""
    return tuple(
        (party.payoff(package) - party.reservation_value) / (sum(map(max, party.points)) - party.reservation_value)
        for party in case.parties
    )


def _distance(case: Case, package: Package) -> float:
    here = _shares(case, package)
    return min(hypot(a - here[0], b - here[1]) for a, b in (_shares(case, point.package) for point in frontier(case)))
