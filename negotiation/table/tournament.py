"""A tournament: counterparts against one another over cases and seeds, on every side and with either one beginning."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from ..analysis.landmarks import best_gains, gains, greatest_sum
from ..case import Case, Payoffs
from .between import talk_between
from .counterparts.counterpart import Counterpart
from .counterparts.people import meet
from .session import Ending, Session


@dataclass(frozen=True, slots=True)
class Match:
    """One talk to play: a case, who speaks for each of its parties, the seed of both, and who begins."""

    case: Case
    names: tuple[str, str]
    """The counterparts' names, in the case's order of parties."""
    seed: int
    first: int
    """The place (from 0) of the party that begins."""
    rounds: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a talk went.

    `won` holds each side's gain as a share (of 1) of the most it can gain in the zone of agreement, and `created` the
    gain of both as a share of the most that both can gain together; without an agreement all of them are 0.
    """

    match: Match
    ending: Ending
    rounds: int
    """In which round the talk ended."""
    payoffs: Payoffs | None
    """What the agreement is worth to each side, in points; None without one."""
    won: tuple[Fraction, Fraction]
    created: Fraction


def matches(
    names: Sequence[str], cases: Iterable[Case], seeds: Iterable[int] = (0,), rounds: int = 12
) -> Iterator[Match]:
    """Yield every match: each counterpart on each side against each one, itself too, in every case and with every seed.

    Both sides begin once, so nobody profits from its place.
    """
    for case, seed, one, other, first in product(cases, list(seeds), names, names, (0, 1)):
        yield Match(case, (one, other), seed, first, rounds)


def played(match: Match) -> Outcome:
    """Return how a match goes: always the same.

    Raises NegotiationError for an unknown counterpart, and for a case of other than two parties or without a zone of
    agreement.
    """
    first, second = (_silent(name, match.seed) for name in match.names)
    best, most = best_gains(match.case), sum(gains(match.case, greatest_sum(match.case).payoffs))
    session = talk_between(match.case, (first, second), match.rounds, match.first)
    return _outcome(match, session, best, most)


def _silent(name: str, seed: int) -> Counterpart:
    """Return a counterpart that makes its moves without words, which take longest."""
    someone = meet(name, seed)
    someone.silent = True
    return someone


def _outcome(match: Match, session: Session, best: Sequence[int], most: int) -> Outcome:
    ending, rounds = session.ending or Ending.OUT_OF_TIME, (len(session.said) + 1) // 2
    if session.agreement is None:
        return Outcome(match, ending, rounds, None, (Fraction(0), Fraction(0)), Fraction(0))
    payoffs = match.case.payoffs(session.agreement)
    first, second = map(_share, gains(match.case, payoffs), best)
    return Outcome(match, ending, rounds, payoffs, (first, second), _share(sum(gains(match.case, payoffs)), most))


def _share(gained: int, most: int) -> Fraction:
    return Fraction(gained, most) if most else Fraction(0)
