"""The blame spiral: what each side keeps of its anger and adds for the other's → two lines of anger, turn by turn."""

from collections.abc import Sequence
from typing import Any

import traitlets

from ...negotiation import Temper, anger, turns_won
from .._bundle import module, style
from .._words import Words, decimal
from ..contract import Line
from ..simulation import Simulation

TURNS = 20
HIGHEST = 10  # times the first insult; what is angrier is drawn at the edge
ALL = 100  # percent
BEYOND_MEASURE = 1000  # times the first insult
FIRST_TURN = 3  # late enough to see the anger begin, early enough to change what follows
KNOBS = ("shares", "reframing")


class BlameSpiral(Simulation):
    """Two sides, one first insult, twenty turns.

    Traits: `persistence` (λ) and `reactivity` (κ), shares in percent of what a side keeps of its anger and adds of the
    other's; `turn`, the turn (1 to 20) that the button reframes; `reframed`, the turns in which no blame is heard;
    `knobs`, which of the two groups of controls are there.
    """

    _esm = module("blame_spiral/blame_spiral.js")
    _css = style("parts/names.css", "parts/chart.css")
    redraws_on = ("persistence", "reactivity", "turn", "reframed")
    remembers = ("persistence", "reactivity", "turn", "reframed")

    knobs = traitlets.List(traitlets.Enum(KNOBS)).tag(sync=True)
    persistence = traitlets.Int(50, min=0, max=ALL).tag(sync=True)
    reactivity = traitlets.Int(60, min=0, max=ALL).tag(sync=True)
    turn = traitlets.Int(FIRST_TURN, min=1, max=TURNS).tag(sync=True)
    reframed = traitlets.List(traitlets.Int(min=1, max=TURNS)).tag(sync=True)

    def __init__(
        self,
        *,
        persistence: int = 50,
        reactivity: int = 60,
        reframed: Sequence[int] = (),
        knobs: Sequence[str] = KNOBS,
        bet: str | None = None,
    ) -> None:
        """Begin with these shares, in percent, and these turns reframed."""
        start: dict[str, Any] = {
            "persistence": persistence,
            "reactivity": reactivity,
            "reframed": list(reframed),
            "turn": min(reframed, default=FIRST_TURN),
        }
        super().__init__("blame_spiral", bet, knobs=list(knobs), **start)

    @property
    def temper(self) -> Temper:
        """How both sides take things, as the sliders say."""
        return Temper(self.persistence / ALL, self.reactivity / ALL)

    @traitlets.validate("reframed")
    def _each_turn_once(self, proposal: Any) -> list[int]:
        return sorted(set(proposal["value"]))

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        return picture(self.temper, self.turn, self.reframed, self.words, self.knobs)

    def outcome(self) -> str:
        """Return what becomes of the anger: it "dies", "stays" or "explodes", or the reframed turns "delay" it."""
        course = _course(self.temper)
        return "delays" if course == "explodes" and self.reframed else course

    def figures(self) -> dict[str, Any]:
        """Return both shares, the sum of both angers after the last turn, and what reframing changes in it."""
        return _figures(self.temper, self.reframed, self.words)


def _figures(temper: Temper, reframed: Sequence[int], words: Words) -> dict[str, Any]:
    without, end = (sum(anger(temper, TURNS, reframed=turns)[-1]) for turns in ((), reframed))
    won = turns_won(temper) if _course(temper) == "explodes" else 0
    return {
        "persistence": round(temper.persistence * ALL),
        "reactivity": round(temper.reactivity * ALL),
        "together": _together(temper),
        "turns": TURNS,
        "count": len(reframed),
        "end": _times(end, words),
        "each": _times(end / 2, words),
        "without": _times(without, words),
        "won": decimal(won, 1, words),
    }


def _times(sum_of_anger: float, words: Words) -> str:
    """Return how many times the first insult that is; what is beyond all measure is only called so."""
    most = words.say("more_than", most=BEYOND_MEASURE)
    return most if sum_of_anger > BEYOND_MEASURE else decimal(sum_of_anger, 1, words)


def _together(temper: Temper) -> int:
    """Return what is kept and what is added, together, in percent: whole, so that 100 is just 100."""
    return round(temper.persistence * ALL) + round(temper.reactivity * ALL)


def _course(temper: Temper) -> str:
    """Return what becomes of the anger if nobody reframes."""
    together = _together(temper)
    return "explodes" if together > ALL else "stays" if together == ALL else "dies"


def picture(
    temper: Temper, turn: int, reframed: list[int], words: Words, knobs: Sequence[str] = KNOBS
) -> dict[str, Any]:
    """Return all that the browser draws and says: anger with what was reframed, and without."""
    found = anger(temper, TURNS, reframed=reframed)
    without = anger(temper, TURNS)
    lines: list[Line] = [
        {"kind": kind, "name": words.say(kind), "points": [[n, pair[side]] for n, pair in enumerate(found)]}
        for side, kind in enumerate(("you", "them"))
    ]
    if reframed:
        quiet = [[n, max(pair)] for n, pair in enumerate(without)]
        lines.append({"kind": "quiet", "name": words.say("without"), "points": quiet, "dashed": True, "plain": True})
    highest = min(HIGHEST, max(2, *(max(pair) for pair in (*found, *without))))
    return {
        "summary": _summary(temper, reframed, words),
        "x": {"label": words.say("turns"), "to": TURNS, "ticks": [[n, str(n)] for n in range(0, TURNS + 1, 5)]},
        "y": {"label": words.say("anger"), "to": highest, "ticks": [[n, str(n)] for n in _ticks(highest)]},
        "lines": lines,
        "rules": _rules(turn, reframed, words) if "reframing" in knobs else [],
        "pressed": turn in reframed,
        "button": words.say("undo_reframe" if turn in reframed else "reframe", turn=turn),
        "table": {
            "head": words.heads("turn", "you", "them"),
            "rows": [[str(n), *(decimal(side, 2, words) for side in pair)] for n, pair in enumerate(found)],
        },
    }


def _summary(temper: Temper, reframed: Sequence[int], words: Words) -> str:
    course = _course(temper)
    highest = max(map(max, (*anger(temper, TURNS, reframed=reframed), *anger(temper, TURNS))))
    told = [
        course,
        *(["off_picture"] if highest > HIGHEST else []),
        *(["instead"] if reframed else []),
        *(["won"] if reframed and course == "explodes" else []),
    ]
    return " ".join(words.say(key, **_figures(temper, reframed, words)) for key in told)


def _rules(turn: int, reframed: Sequence[int], words: Words) -> list[dict[str, Any]]:
    """Return an upright line for each reframed turn, and one with a name for the turn that the button is about."""
    marked = [{"at": other, "name": "", "kind": "best", "solid": True} for other in reframed]
    return [*marked, {"at": turn, "name": words.say("turn_rule", turn=turn)}]


def _ticks(highest: float) -> range:
    return range(0, int(highest) + 1, 1 if highest <= HIGHEST / 2 else 2)
