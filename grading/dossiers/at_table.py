"""The material `table=PERSON`: somebody to negotiate with, on the student's own machine."""

from dataclasses import dataclass

from ...negotiation import Case
from ...negotiation.table import meet
from ...negotiation.variants.variant import choice, possible_profiles, with_profiles
from .codes import read_profile, written_profile
from .sentences import Code

ROUNDS = 12
SEEDS = range(1, 1_000_000)


@dataclass(frozen=True, slots=True)
class AtTable:
    """A talk to be held: the case with both sides' points, who answers for the other side, and under which seed.

    The student sits in place 0, speaks first, and each side speaks in at most so many rounds.
    """

    case: Case
    counterpart: str
    seed: int
    rounds: int = ROUNDS


@dataclass(frozen=True, slots=True)
class Table:
    """A talk about the student's own case with a counterpart whose points are not those of the hidden other side.

    The counterpart runs where the student works, so whatever it needs can be looked into. It gets points that are
    drawn apart, from all that the other side may want, and the dossier holds these: of the other side by which
    answers are marked they tell nothing.
    """

    counterpart: str

    def __post_init__(self) -> None:
        """Raise NegotiationError where nobody of that name is to be met."""
        meet(self.counterpart)

    def drawn(self, case: Case, key: str) -> AtTable:
        """Return the talk; in a case without variants both sides want what they want in the case."""
        seed = choice(key, "seed at the table", SEEDS)
        if not case.has_variants:
            return AtTable(case, self.counterpart, seed)
        own = case.parties[0].points
        facing = choice(key, "other side at the table", possible_profiles(case, own))
        return AtTable(with_profiles(case, own, facing), self.counterpart, seed)

    def code(self, value: AtTable) -> Code:
        """Return the seed, and what the counterpart's side wants."""
        return [value.seed, written_profile(value.case.parties[1].points)]

    def read(self, case: Case, code: Code) -> AtTable:
        """Return the talk."""
        seed, facing = code
        return AtTable(with_profiles(case, case.parties[0].points, read_profile(facing)), self.counterpart, seed)
