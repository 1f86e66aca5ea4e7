"""Where the knobs of a dance stand, and the dance that follows from them."""

from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import mean

from ...negotiation import Case, Dance, Picking, Tactic, dance

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)
"""β at each of the five places of the slider, from very late to very early; in the middle a side concedes evenly."""
ROUNDS = 20
FIRST_CHANCE = 20  # evenly and at random, this draw of job-offer brings each side what 200 draws bring on average
CHANCES = 200  # dances over which a mean is taken


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the knobs stand: each side's place on the speed slider and whether it trades, and the draw of chance."""

    speeds: tuple[int, int]
    trades: tuple[bool, bool]
    chance: int = FIRST_CHANCE

    def tactics(self) -> tuple[Tactic, Tactic]:
        """Return both sides' tactics."""
        first, second = (
            Tactic(SPEEDS[speed], Picking.TRADE if trade else Picking.RANDOM)
            for speed, trade in zip(self.speeds, self.trades, strict=True)
        )
        return first, second


@lru_cache(maxsize=512)
def danced(case: Case, setting: Setting) -> Dance:
    """Return the dance of a setting."""
    return dance(case, setting.tactics(), ROUNDS, setting.chance)


@lru_cache(maxsize=32)
def means(case: Case, setting: Setting) -> tuple[float, float]:
    """Return each side's mean payoff, in points, over 200 draws of chance.

    Where a dance ends without a deal, both have their reservation values.
    """
    chances = range(1 if all(setting.trades) else CHANCES)
    ends = [danced(case, replace(setting, chance=chance)).agreement for chance in chances]
    payoffs = [case.reservation_values if end is None else case.payoffs(end) for end in ends]
    return mean(one[0] for one in payoffs), mean(one[1] for one in payoffs)
