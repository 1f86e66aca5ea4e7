"""A pretence: saying of one issue that it matters most, when it hardly matters at all."""

from dataclasses import dataclass

from ...analysis.importance import Importance
from ...case import Profile, profile_weights
from ..moves import Ask, Aspect, Tell


@dataclass(frozen=True, slots=True)
class Pretence:
    """The one untruth of somebody in bad faith. All else that it tells is true, and its offers follow the truth."""

    rank: int = 1
    """The issue's place (from 0) when the side's issues are put in order, the lightest that matters first."""

    def issue(self, points: Profile) -> int:
        """Return the issue (from 0) that is said to matter most."""
        weights = profile_weights(points)
        lightest = sorted((place for place in range(len(points)) if weights[place]), key=lambda p: (weights[p], p))
        return lightest[min(self.rank, len(lightest) - 1)]

    def told(self, ask: Ask, truth: tuple[Tell, ...], points: Profile) -> tuple[Tell, ...]:
        """Return what is told instead of the truth, which is also told wherever the pretence does not matter."""
        issue = self.issue(points)
        if not truth or (ask.aspect is not Aspect.MOST and (ask.issue != issue or ask.aspect is Aspect.WHICH_WAY)):
            return truth
        return (Tell(issue, Importance.MOST, points[issue].index(max(points[issue]))),)
