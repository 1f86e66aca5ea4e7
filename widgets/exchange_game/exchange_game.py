"""The exchange game: how often hands slip → what each rule for giving brings against its like."""

from functools import lru_cache
from typing import Any

import traitlets

from ...negotiation import (
    GENEROUS,
    TIT_FOR_TAT,
    TIT_FOR_TWO_TATS,
    expected_exchange_points,
    play_exchange,
    slips,
)
from .._bundle import module, style
from .._words import Words, decimal
from ..simulation import Simulation
from .exchange_strip import strip

STRATEGIES = {"tit_for_tat": TIT_FOR_TAT, "generous": GENEROUS, "two_tats": TIT_FOR_TWO_TATS}
KINDS = {"tit_for_tat": "focus", "generous": "best", "two_tats": "quiet"}
ROUNDS = 200
SHOWN = 40
ALL = 100  # percent
MOST_ERRORS = 10  # percent
PERFECT = 2  # points per round where both always give
CLAIMS = {"perfect": 2.0, "between": 1.75, "half": 1.0}
"""What the choices of the bet say tit-for-tat brings, in points per round."""


class ExchangeGame(Simulation):
    """Three rules for giving, each against its like, and one played game.

    Traits: `errors`, how often a hand slips, in percent (0 to 10); `strategy`, whose game is shown; `game`, the draw.
    """

    _esm = module("exchange_game/exchange_game.js")
    _css = style("parts/names.css", "parts/chart.css", "exchange_game/exchange_strip.css")
    redraws_on = ("errors", "strategy", "game", "ran")
    remembers = ("errors", "strategy", "game")

    errors = traitlets.Int(5, min=0, max=MOST_ERRORS).tag(sync=True)
    strategy = traitlets.Enum(list(STRATEGIES), "tit_for_tat").tag(sync=True)
    game = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, *, errors: int = 5, bet: str | None = None) -> None:
        """Begin with tit-for-tat and hands that slip so often, in percent."""
        super().__init__("exchange_game", bet, errors=errors)

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says; where there is a bet, nothing before it ran."""
        if self.bet and not self.ran:  # the exact figures take a second, so they wait for Run
            return {}
        return picture(self.errors, self.strategy, self.game, self.words)

    def outcome(self) -> str:
        """Return which claim comes nearest to what tit-for-tat brings at this rate of errors."""
        brings = points_per_round("tit_for_tat", self.errors)
        return min(CLAIMS, key=lambda claim: abs(CLAIMS[claim] - brings))

    def figures(self) -> dict[str, Any]:
        """Return the rate of errors in percent and what each rule brings per round."""
        brings = {name: decimal(points_per_round(name, self.errors), 2, self.words) for name in STRATEGIES}
        return {"errors": self.errors, "rounds": ROUNDS, **brings}


@lru_cache(maxsize=64)
def points_per_round(strategy: str, errors: int) -> float:
    """Return what the strategy is expected to bring each side against its like, in points per round, exactly."""
    rule = STRATEGIES[strategy]
    return expected_exchange_points(rule, rule, ROUNDS, errors / ALL)[0]


def picture(errors: int, strategy: str, game: int, words: Words) -> dict[str, Any]:
    """Return all that the browser draws and says."""
    rates = range(MOST_ERRORS + 1)
    brings = {name: [points_per_round(name, rate) for rate in rates] for name in STRATEGIES}
    said = {name: decimal(values[errors], 2, words) for name, values in brings.items()}
    lines = [
        {
            "kind": KINDS[name],
            "name": words.say("names", name),
            "dashed": name == "two_tats",
            "points": [list(pair) for pair in enumerate(values)],
        }
        for name, values in brings.items()
    ]
    rows = [[f"{rate} %", *(decimal(brings[name][rate], 2, words) for name in STRATEGIES)] for rate in rates]
    ticks = [(n / 2, decimal(n / 2, 1, words)) for n in range(2 * PERFECT + 1)]
    return {
        "summary": words.say("summary", errors=errors, rounds=ROUNDS, **said),
        "x": {
            "label": words.say("rate"),
            "to": MOST_ERRORS,
            "ticks": [[n, str(n)] for n in range(0, MOST_ERRORS + 1, 2)],
        },
        "y": {"label": words.say("per_round"), "to": PERFECT, "ticks": [list(tick) for tick in ticks]},
        "lines": lines,
        "rules": [{"at": errors, "name": f"{errors} %", "kind": "you"}],
        "strip": _strip(errors, strategy, game, words),
        "length": SHOWN,
        "table": {"head": [words.say("rate"), *(words.say("names", name) for name in STRATEGIES)], "rows": rows},
    }


def _strip(errors: int, strategy: str, game: int, words: Words) -> dict[str, Any]:
    rule = STRATEGIES[strategy]
    rounds = play_exchange(rule, rule, SHOWN, errors / ALL, game)
    return strip(rounds, slips((rule, rule), rounds), (words.say("one_side"), words.say("other_side")), words)
