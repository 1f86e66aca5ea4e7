"""Meeting again: what grabbing today costs later, where more deals may follow."""

from dataclasses import dataclass
from fractions import Fraction

from ..errors import NegotiationError


@dataclass(frozen=True, slots=True)
class Temptation:
    """What one deal brings a side, in points: shared fairly, grabbed, and afterwards, when trust has gone."""

    fair: int
    grabbed: int
    afterwards: int

    def __post_init__(self) -> None:
        """Refuse what tempts nobody, or costs nothing later."""
        if not self.grabbed > self.fair > self.afterwards:
            raise NegotiationError("grabbing must bring more than a fair deal today, and less in every later deal.")

    @property
    def break_even(self) -> Fraction:
        """The chance (share of 1) of meeting again above which grabbing costs more than it brings.

        (grabbed - fair) / (grabbed - afterwards): the shadow of the future (Axelrod 1984).
        """
        return Fraction(self.grabbed - self.fair, self.grabbed - self.afterwards)


def worth_of_fairness(temptation: Temptation, meeting_again: float) -> float:
    """Return what fair deals bring in all, in points, where after each another follows with this chance (below 1)."""
    return temptation.fair * _deals(meeting_again)


def worth_of_grabbing(temptation: Temptation, meeting_again: float) -> float:
    """Return what grabbing today brings in all, in points: once the grab, and what is left in every later deal."""
    return temptation.grabbed + temptation.afterwards * (_deals(meeting_again) - 1)


def cost_of_grabbing(temptation: Temptation, meeting_again: float) -> float:
    """Return what fairness brings more than grabbing today, in points; negative where grabbing pays.

    It is 0 at `break_even`. With 2 points for a fair deal, 3 for a grab and 0 afterwards, grabbing pays only
    where the chance of meeting again is below one third. The other side is taken to answer a grab by never
    trusting again, the harshest answer; one that forgives makes grabbing cheaper. Raises NegotiationError for
    a chance outside 0 to 1 or of 1.
    """
    return worth_of_fairness(temptation, meeting_again) - worth_of_grabbing(temptation, meeting_again)


def _deals(meeting_again: float) -> float:
    """Return how many deals are to be expected, today's among them."""
    if not 0 <= meeting_again < 1:
        raise NegotiationError(f"{meeting_again} is no chance of meeting again; give one from 0 to below 1.")
    return 1 / (1 - meeting_again)
