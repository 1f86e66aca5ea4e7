"""Meeting again: how likely another deal follows → what grabbing today costs tomorrow."""

from typing import Any

import traitlets

from ...negotiation import Temptation, cost_of_grabbing, worth_of_fairness, worth_of_grabbing
from .._bundle import module, style
from .._words import Words, decimal
from ..simulation import Simulation

MOST_LIKELY = 90  # percent
EVERY = 5
ALL = 100


class MeetingAgain(Simulation):
    """One deal today and perhaps many more: share fairly, or grab and be trusted no more.

    Traits: `again`, how likely another deal follows each (percent, 0 to 90); `grabbed`, what a grab brings today
    (points; a fair deal brings 2, a deal without trust 0).
    """

    _esm = module("meeting_again/meeting_again.js")
    _css = style("parts/names.css", "parts/chart.css")
    redraws_on = ("again", "grabbed")
    remembers = ("again", "grabbed")

    FAIR, AFTERWARDS = 2, 0

    again = traitlets.Int(50, min=0, max=MOST_LIKELY).tag(sync=True)
    grabbed = traitlets.Int(3, min=3, max=8).tag(sync=True)

    def __init__(self, *, again: int = 50, grabbed: int = 3, bet: str | None = None) -> None:
        """Begin with this chance of meeting again, in percent, and this much to be grabbed, in points."""
        super().__init__("meeting_again", bet, again=again, grabbed=grabbed)

    @property
    def temptation(self) -> Temptation:
        """What one deal brings, as the slider says."""
        return Temptation(self.FAIR, self.grabbed, self.AFTERWARDS)

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        return picture(self.temptation, self.again, self.words)

    def outcome(self) -> str:
        """Return what pays with this chance of meeting again: to "grab", to be "fair", or "same"."""
        cost = cost_of_grabbing(self.temptation, self.again / ALL)
        return "fair" if cost > 0 else "grab" if cost < 0 else "same"

    def figures(self) -> dict[str, Any]:
        """Return what both ways bring in all, in points, and from which chance on (in percent) grabbing costs."""
        return _figures(self.temptation, self.again, self.words)


def _figures(temptation: Temptation, again: int, words: Words) -> dict[str, Any]:
    fair, grab = (worth(temptation, again / ALL) for worth in (worth_of_fairness, worth_of_grabbing))
    even = temptation.break_even * ALL
    return {
        "again": again,
        "fair": decimal(fair, 1, words),
        "grab": decimal(grab, 1, words),
        "more": decimal(abs(fair - grab), 1, words),
        "even": decimal(float(even), 0 if even.denominator == 1 else 1, words),
    }


def picture(temptation: Temptation, again: int, words: Words) -> dict[str, Any]:
    """Return all that the browser draws and says: what fairness and a grab bring in all, over the chance of more."""
    chances = range(0, MOST_LIKELY + 1, EVERY)
    fair = [[chance, worth_of_fairness(temptation, chance / ALL)] for chance in chances]
    grab = [[chance, worth_of_grabbing(temptation, chance / ALL)] for chance in chances]
    cost = cost_of_grabbing(temptation, again / ALL)
    key = "fair_pays" if cost > 0 else "grab_pays" if cost < 0 else "same"
    highest = int(fair[-1][1])
    return {
        "summary": words.say(key, **_figures(temptation, again, words)),
        "x": {"label": words.say("chance"), "to": MOST_LIKELY, "ticks": [[c, str(c)] for c in range(0, ALL, 30)]},
        "y": {"label": words.say("worth"), "to": highest, "ticks": [[n, str(n)] for n in range(0, highest + 1, 5)]},
        "lines": [
            {"kind": "best", "name": words.say("fair"), "points": fair},
            {"kind": "them", "name": words.say("grab"), "points": grab},
        ],
        "rules": [{"at": again, "name": words.say("rule", again=again)}],
        "table": {
            "head": words.heads("chance", "fair", "grab"),
            "rows": [
                [f"{chance} %", decimal(a, 1, words), decimal(b, 1, words)]
                for (chance, a), (_, b) in zip(fair, grab, strict=True)
            ],
        },
    }
