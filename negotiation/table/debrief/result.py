"""What a talk came to: the payoffs of both, how much they created, and who got how much of it."""

from dataclasses import dataclass
from fractions import Fraction

from ...analysis.landmarks import gains, greatest_sum, zone_of_agreement
from ...analysis.measures import slack, value_created
from ...case import Package, Payoffs
from ..session import Ending, Session


@dataclass(frozen=True, slots=True)
class Result:
    """How a talk ended; without a deal both have their reservation values."""

    ending: Ending | None
    agreement: Package | None
    payoffs: Payoffs
    """What both have now, in points."""
    gains: tuple[int, ...]
    """How far both are above their reservation values, in points."""
    slack: int | None
    """The points that both could still gain at once; None without a deal."""
    created: Fraction | None
    """The share (of 1) created of the value above the middle of everything; None without a deal or such value."""
    claimed: tuple[Fraction, ...] | None
    """The share (of 1) of all gains that each side has; None where nobody gained, or somebody lost."""
    could_agree: bool
    """Whether there is a zone of agreement at all; where there is none, walking away is right."""


def result(session: Session) -> Result:
    """Return what the talk came to."""
    case, deal = session.case, session.agreement
    gained = gains(case, session.payoffs)
    able = bool(zone_of_agreement(case))
    return Result(
        ending=session.ending,
        agreement=deal,
        payoffs=session.payoffs,
        gains=gained,
        slack=slack(case, deal) if deal else None,
        created=value_created(case, deal) if deal and able else None,
        claimed=_claimed(gained),
        could_agree=able,
    )


def left_on_the_table(session: Session) -> int:
    """Return the joint points by which the best deal beats what both have; 0 without a zone of agreement."""
    if not zone_of_agreement(session.case):
        return 0
    return sum(greatest_sum(session.case).payoffs) - sum(session.payoffs)


def _claimed(gained: tuple[int, ...]) -> tuple[Fraction, ...] | None:
    if min(gained) < 0 or not sum(gained):
        return None
    return tuple(Fraction(gain, sum(gained)) for gain in gained)
