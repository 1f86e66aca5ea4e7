"""The blame spiral: what each side keeps of its anger and adds for the other's → two lines of anger, turn by turn."""

from typing import Any

import traitlets

from ..negotiation import Temper, anger
from ._bundle import module, style
from ._words import decimal
from .simulation import Simulation

TURNS = 20
HIGHEST = 10  # times the first insult; what is angrier is drawn at the edge
ALL = 100  # percent
CALM, STEADY = 0.5, 1.5  # the sum of both angers, as multiples of the first insult


class BlameSpiral(Simulation):
    """Two sides, one first insult, twenty turns.

    Traits: `keeps` (λ) and `blames` (κ), shares in percent of what a side keeps of its anger and adds of the
    other's; `turn`, the turn (1 to 20) that the button reframes; `reframed`, the turns in which no blame is heard.
    """

    _esm = module("blame_spiral.js")
    _css = style("chart.css")

    keeps = traitlets.Int(50, min=0, max=ALL).tag(sync=True)
    blames = traitlets.Int(60, min=0, max=ALL).tag(sync=True)
    turn = traitlets.Int(3, min=1, max=TURNS).tag(sync=True)
    reframed = traitlets.List(traitlets.Int(min=1, max=TURNS)).tag(sync=True)
    picture = traitlets.Dict().tag(sync=True)

    def __init__(self, *, keeps: int = 50, blames: int = 60, bet: str | None = None) -> None:
        """Begin with these shares, in percent, and nothing reframed."""
        super().__init__("blame_spiral", bet, keeps=keeps, blames=blames)
        self._draw()

    @traitlets.validate("reframed")
    def _each_turn_once(self, proposal: Any) -> list[int]:
        return sorted(set(proposal["value"]))

    @traitlets.observe("keeps", "blames", "turn", "reframed")
    def _draw(self, _: Any = None) -> None:
        if self.words:
            self.picture = picture(Temper(self.keeps / ALL, self.blames / ALL), self.turn, self.reframed, self.words)

    def outcome(self) -> str:
        """Return what becomes of the anger if nobody reframes: it "dies", "stays" or "explodes"."""
        together = self.keeps + self.blames
        return "explodes" if together > ALL else "stays" if together == ALL else "dies"

    def figures(self) -> dict[str, Any]:
        """Return both shares and the sum of both angers after the last turn."""
        end = sum(anger(Temper(self.keeps / ALL, self.blames / ALL), TURNS)[-1])
        return {"keeps": self.keeps, "blames": self.blames, "turns": TURNS, "end": decimal(end, 1, self.words)}


def picture(temper: Temper, turn: int, reframed: list[int], words: dict[str, Any]) -> dict[str, Any]:
    """Return all that the browser draws and says: anger with what was reframed, and without."""
    found = anger(temper, TURNS, reframed=reframed)
    without = anger(temper, TURNS)
    summary = _summary(found, without, reframed, words)
    lines = [
        {"kind": kind, "name": words[kind], "points": [[n, pair[side]] for n, pair in enumerate(found)]}
        for side, kind in enumerate(("you", "them"))
    ]
    if reframed:
        quiet = [[n, max(pair)] for n, pair in enumerate(without)]
        lines.append({"kind": "quiet", "name": words["without"], "points": quiet, "dashed": True, "plain": True})
    highest = min(HIGHEST, max(2, *(max(pair) for pair in (*found, *without))))
    return {
        "summary": summary,
        "x": {"label": words["turns"], "to": TURNS, "ticks": [[n, str(n)] for n in range(0, TURNS + 1, 5)]},
        "y": {"label": words["anger"], "to": highest, "ticks": [[n, str(n)] for n in _ticks(highest)]},
        "lines": lines,
        "rules": [{"at": turn, "name": words["turn_rule"].format(turn=turn)}],
        "pressed": turn in reframed,
        "button": words["undo_reframe" if turn in reframed else "reframe"].format(turn=turn),
        "table": {
            "head": [words["turn"], words["you"], words["them"]],
            "rows": [[str(n), *(decimal(side, 2, words) for side in pair)] for n, pair in enumerate(found)],
        },
    }


def _summary(found: tuple[Any, ...], without: tuple[Any, ...], reframed: list[int], words: dict[str, Any]) -> str:
    first, last = sum(found[0]), sum(found[-1])
    key = "calm" if last < CALM * first else "steady" if last <= STEADY * first else "angry"
    said = [words[key].format(turns=TURNS, times=decimal(last / first, 1, words))]
    if reframed:
        said.append(words["instead"].format(times=decimal(sum(without[-1]) / first, 1, words), count=len(reframed)))
    return " ".join(said)


def _ticks(highest: float) -> range:
    return range(0, int(highest) + 1, 1 if highest <= HIGHEST / 2 else 2)
