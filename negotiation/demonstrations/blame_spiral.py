"""The blame spiral: how anger feeds on the other side's anger, and what reframing wins."""

from collections.abc import Collection
from dataclasses import dataclass
from math import inf, log

from ..errors import NegotiationError

Anger = tuple[float, float]
"""How angry each side is; 1 is the first insult."""


@dataclass(frozen=True, slots=True)
class Temper:
    """How two sides take things: what anger one keeps to the next turn (λ) and what one adds of the other's (κ)."""

    persistence: float
    reactivity: float

    def __post_init__(self) -> None:
        """Refuse shares below 0."""
        if min(self.persistence, self.reactivity) < 0:
            raise NegotiationError("anger is kept and blamed in shares of 0 or more; give no negative number.")

    @property
    def explodes(self) -> bool:
        """Whether any anger grows without end: λ + κ > 1.

        Each turn multiplies the sum of both angers by λ + κ, whoever began and however it is divided.
        """
        return self.persistence + self.reactivity > 1


def anger(
    temper: Temper, turns: int, first: Anger = (1.0, 0.0), reframed: Collection[int] = (), reframed_to: float = 0.0
) -> tuple[Anger, ...]:
    """Return both sides' anger before the first turn and after each: a' = λa + κb, b' = λb + κa.

    In the turns named in `reframed` (from 1) nobody hears blame, or less of it: κ is `reframed_to` instead. The
    same first insult dies out where λ + κ < 1 and explodes where it is more: .5 + .4 against .5 + .6. A linear
    reaction process (Richardson 1960) with invented figures: an image, not a measurement of people.
    """
    found = [first]
    for turn in range(1, turns + 1):
        reactivity = reframed_to if turn in reframed else temper.reactivity
        a, b = found[-1]
        found.append((temper.persistence * a + reactivity * b, temper.persistence * b + reactivity * a))
    return tuple(found)


def turns_won(temper: Temper, reframed_to: float = 0.0) -> float:
    """Return by how many turns of an exploding spiral one reframe, in its own turn, sets the sum of anger back.

    .5 + .6 with blame brought to 0 for one turn: 8.3 turns. So one reframe wins time, and only reframing again
    and again, or a lower λ + κ, ends the spiral. Infinite where the reframe leaves nothing, 0 where it lowers
    nothing. Raises NegotiationError where the spiral does not explode.
    """
    if not temper.explodes:
        raise NegotiationError("this anger dies out by itself, so no turns can be won; raise what is kept or blamed.")
    growth, calmed = temper.persistence + temper.reactivity, temper.persistence + min(reframed_to, temper.reactivity)
    return log(growth / calmed) / log(growth) if calmed else inf
