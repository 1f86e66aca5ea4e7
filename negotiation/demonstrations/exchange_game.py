"""The exchange game: two sides give or keep, round after round, and now and then a hand slips."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from random import Random

from ..errors import NegotiationError, require_error_rate

GIVING_COSTS, GIVING_BRINGS = 1, 3
"""What a gift costs the giver and brings the other, in points: both give 2 each, one alone -1 and 3, none 0."""
Moves = tuple[bool, bool]
"""What the two sides do in a round: True gives, False keeps. Also a side's last two moves, the later one last."""
Seen = tuple[Moves, Moves]
"""Both sides' last two moves."""
BOTH = (True, False)


@dataclass(frozen=True, slots=True)
class ExchangeStrategy:
    """A rule for giving that remembers the other side's last two moves.

    Each field is the chance (0 to 1) of meaning to give after those moves, the later one last. At the start it
    is as if the other side had given twice.
    """

    name: str
    after_keep_keep: float
    after_give_keep: float
    after_keep_give: float
    after_give_give: float

    def means_to_give(self, seen: Moves) -> float:
        """Return the chance (0 to 1) of meaning to give after the other side's last two moves."""
        before, last = seen
        if last:
            return self.after_give_give if before else self.after_keep_give
        return self.after_give_keep if before else self.after_keep_keep


ALWAYS_KEEP = ExchangeStrategy("always keep", 0, 0, 0, 0)
TIT_FOR_TAT = ExchangeStrategy("tit-for-tat", 0, 0, 1, 1)
"""Does what the other did last (Anatol Rapoport's, in Axelrod 1984)."""
GENEROUS = ExchangeStrategy("generous tit-for-tat", 1 / 3, 1 / 3, 1, 1)
"""Forgives one keeping in three (Nowak & Sigmund 1992)."""
TIT_FOR_TWO_TATS = ExchangeStrategy("tit-for-two-tats", 0, 1, 1, 1)
"""Keeps only after the other kept twice running (Axelrod 1984)."""


Intentions = ExchangeStrategy | Sequence[bool]
"""A strategy, or the moves that a learner chose."""


def exchange_points(moves: Moves) -> tuple[int, int]:
    """Return what a round brings the first and the second side, in points."""
    first, second = moves
    return GIVING_BRINGS * second - GIVING_COSTS * first, GIVING_BRINGS * first - GIVING_COSTS * second


def mean_exchange_points(rounds: Sequence[Moves]) -> tuple[float, float]:
    """Return each side's points per round; 0 before the first."""
    points = [exchange_points(moves) for moves in rounds]
    first, second = (sum(side) for side in zip(*points, strict=True)) if points else (0, 0)
    return first / max(1, len(points)), second / max(1, len(points))


def play_exchange(
    first: ExchangeStrategy | Sequence[bool], second: ExchangeStrategy, rounds: int, errors: float, seed: int
) -> tuple[Moves, ...]:
    """Return what both sides did in each round.

    An error turns what a side means to do, from the first round on, into the opposite; `errors` is its chance
    (0 to 1). The first side may be a learner's own moves, as many as have been made; errors befall them too.
    Chance falls alike whatever is played, so a longer game with the same seed begins as the shorter one did.
    Raises NegotiationError for a rate outside 0 to 1 and for fewer moves than rounds.
    """
    require_error_rate(errors)
    if not isinstance(first, ExchangeStrategy) and len(first) < rounds:
        raise NegotiationError(f"{len(first)} moves do not last for {rounds} rounds; give one for each round.")
    draw = Random(seed)  # noqa: S311  # a game needs no cryptography
    played: list[Moves] = [(True, True), (True, True)]
    for number in range(rounds):
        whims, slips = (draw.random(), draw.random()), (draw.random(), draw.random())
        seen_by_first, seen_by_second = ((played[-2][side], played[-1][side]) for side in (1, 0))
        gives = whims[0] < first.means_to_give(seen_by_first) if isinstance(first, ExchangeStrategy) else first[number]
        returns = whims[1] < second.means_to_give(seen_by_second)
        played.append((gives != (slips[0] < errors), returns != (slips[1] < errors)))
    return tuple(played[2:])


def slips(sides: tuple[Intentions, Intentions], rounds: Sequence[Moves]) -> list[tuple[bool, bool]]:
    """Return for each round whether each side certainly did what it did not mean to do.

    Where a strategy leaves it to chance (a generous one after a keep), a slip cannot be told from a whim: none is
    reported.
    """
    seen = [(True, True), (True, True), *rounds]
    found = []
    for number, moves in enumerate(rounds):
        first, second = (
            _slipped(side, number, (seen[number][other], seen[number + 1][other]), moves[1 - other])
            for side, other in zip(sides, (1, 0), strict=True)
        )
        found.append((first, second))
    return found


def _slipped(side: Intentions, number: int, seen: Moves, move: bool) -> bool:  # noqa: FBT001  # a move is given or kept
    if isinstance(side, ExchangeStrategy):
        return abs(side.means_to_give(seen) - move) == 1
    return side[number] != move


def expected_exchange_points(
    first: ExchangeStrategy, second: ExchangeStrategy, rounds: int, errors: float
) -> tuple[float, float]:
    """Return each side's expected points per round, exactly, by a Markov chain over both sides' last two moves.

    200 rounds, 5 % errors, each against its like: tit-for-tat 1.045, generous tit-for-tat 1.752,
    tit-for-two-tats 1.894; without errors 2 each. Raises NegotiationError for a rate outside 0 to 1 and where
    there is no round.
    """
    require_error_rate(errors)
    if rounds < 1:
        raise NegotiationError("points per round need a round; let at least one be played.")
    states = list(product(product(BOTH, BOTH), product(BOTH, BOTH)))
    ways = [_ways(first, second, seen, errors) for seen in states]
    numbers = {state: number for number, state in enumerate(states)}
    steps = [[(numbers[state], chance) for state, chance, _ in following] for following in ways]
    points = [_expected_points(following) for following in ways]
    likely = [float(state == ((True, True), (True, True))) for state in states]
    totals = [0.0, 0.0]
    for _ in range(rounds):
        reached = [0.0] * len(states)
        for chance, following, (won, won_by_other) in zip(likely, steps, points, strict=True):
            totals[0] += chance * won
            totals[1] += chance * won_by_other
            for state, weight in following:
                reached[state] += chance * weight
        likely = reached
    return totals[0] / rounds, totals[1] / rounds


def _ways(
    first: ExchangeStrategy, second: ExchangeStrategy, seen: Seen, errors: float
) -> list[tuple[Seen, float, tuple[int, int]]]:
    """Return what may follow on both sides' last two moves: the next two, the chance of that, the points."""
    one, other = seen
    gives = _gives(first.means_to_give(other), errors), _gives(second.means_to_give(one), errors)
    return [
        (
            ((one[1], moves[0]), (other[1], moves[1])),
            _chance_of(moves[0], gives[0]) * _chance_of(moves[1], gives[1]),
            exchange_points(moves),
        )
        for moves in product(BOTH, BOTH)
    ]


def _expected_points(following: Sequence[tuple[Seen, float, tuple[int, int]]]) -> tuple[float, float]:
    """Return what a round brings each side on average, given what may follow."""
    totals = [0.0, 0.0]
    for _, chance, points in following:
        totals[0] += chance * points[0]
        totals[1] += chance * points[1]
    return totals[0], totals[1]


def _gives(means: float, errors: float) -> float:
    return means * (1 - errors) + (1 - means) * errors


def _chance_of(move: bool, gives: float) -> float:  # noqa: FBT001  # a move is what is given or kept
    return gives if move else 1 - gives
