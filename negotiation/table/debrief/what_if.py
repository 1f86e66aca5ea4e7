"""One what-if: an offer beside which there was another, worth as much to its side and more to the other."""

from dataclasses import dataclass

from ...case import Package, Payoffs
from ..parts.best_reply import best_reply
from ..session import Session
from .steps import TalkStep, talk_steps


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The package that a side could have offered instead, and what both would have had more by it, in points."""

    step: TalkStep
    package: Package
    changes: Payoffs


def what_if(session: Session, side: int) -> WhatIf | None:
    """Return, of all offers of the side in this place (from 0), the one that could have given the other most more.

    The side itself would have had as much or more. Of equal ones it is the later, for late offers are nearer to a deal.
    None where every offer gave all that could be given at its price.
    """
    found = [_instead(session, step) for step in talk_steps(session) if step.side == side]
    best = max(found, key=lambda it: (it.changes[1 - side], it.step.message), default=None)
    return best if best and best.changes[1 - side] > 0 else None


def _instead(session: Session, step: TalkStep) -> WhatIf:
    own, other = session.case.parties[step.side], session.case.parties[1 - step.side]
    package = best_reply(own.points, other.points, step.payoffs[step.side])
    changes = (new - old for new, old in zip(session.case.payoffs(package), step.payoffs, strict=True))
    return WhatIf(step, package, tuple(changes))
