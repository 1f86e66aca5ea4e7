"""Guessing by the group: how far apart two groups lie → how often a person is guessed wrong, against asking."""

from typing import Any

import traitlets

from ...negotiation import wrong_by_group
from .._bundle import module, style
from ..simulation import Simulation
from .group_guess_picture import ALL, TENTHS, figures, picture

FARTHEST = 30  # tenths of a standard deviation
NOISIEST = 50  # percent; beyond it an answer would tell the opposite
SHARES = {"one_in_twenty": 1 / 20, "one_in_five": 1 / 5, "two_in_five": 2 / 5}


class GroupGuess(Simulation):
    """Two offices of an invented firm that differ a little, on average, in how long they talk before business.

    Traits: `apart`, how far apart the averages lie (tenths of a standard deviation, 0 to 30); `asks`, whether one
    question is asked as well; `misheard`, how often its answer is misunderstood (percent, 0 to 50); `met`, how
    many hundreds of people were met so far (the last hundred is shown).
    """

    _esm = module("group_guess/group_guess.js")
    _css = style("parts/names.css", "parts/chart.css", "group_guess/group_guess.css")
    redraws_on = ("apart", "misheard", "asks", "met")
    remembers = ("apart", "misheard", "met")

    apart = traitlets.Int(5, min=0, max=FARTHEST).tag(sync=True)
    misheard = traitlets.Int(10, min=0, max=NOISIEST).tag(sync=True)
    asks = traitlets.Bool(default_value=False).tag(sync=True)
    met = traitlets.Int(0, min=0, max=9999).tag(sync=True)

    def __init__(self, *, apart: int = 5, misheard: int = 10, asks: bool = False, bet: str | None = None) -> None:
        """Begin with this distance (tenths of a standard deviation) and this much misunderstanding (percent)."""
        super().__init__("group_guess", bet, apart=apart, misheard=misheard, asks=asks)

    @property
    def error(self) -> float | None:
        """How often an answer is misunderstood (0 to 1), None where nobody asks."""
        return self.misheard / ALL if self.asks else None

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        return picture(self.apart / TENTHS, self.error, self.met, self.words)

    def outcome(self) -> str:
        """Return which is less often wrong, "guess", "ask" or "same"; where nobody asks, the nearest of `SHARES`."""
        guessed = wrong_by_group(self.apart / TENTHS)
        if self.error is None:
            return min(SHARES, key=lambda name: abs(SHARES[name] - guessed))
        return "ask" if self.error < guessed else "guess" if self.error > guessed else "same"

    def figures(self) -> dict[str, Any]:
        """Return how many of 100 people guessing and asking are wrong about, and the distance of the averages."""
        return figures(self.apart / TENTHS, self.error, self.words)
