"""The concession dance: how fast each side comes down and what it offers on the way → offers on the payoff plane."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import traitlets

from ...negotiation import Case, own_first
from .._bundle import module, style
from ..contract import Table
from ..plane import backdrop
from ..record import State
from ..simulation import Simulation
from .dance_picture import picture
from .dance_setting import CHANCES, FIRST_CHANCE, SPEEDS, Setting, danced, means
from .dance_words import deal_row

EVENLY = 2  # the place of the speed slider at which a side concedes evenly
ALIKE = 0.02  # a sum that differs by less is called the same
KNOBS = ("picking", "speed")
REMEMBERED = 6  # deals in the table of the last ones


class ConcessionDance(Simulation):
    """Two sides, twenty rounds; you begin.

    Traits: `speeds`, each side's place (0 very late to 4 very early); `trades`, whether a side offers what is best
    for the other at its level, else any package at that level; `chance`, the draw; `shown`, how many offers are
    drawn. Every move of a knob shows the whole dance.
    """

    _esm = module("concession_dance/concession_dance.js")
    _css = style("parts/names.css", "parts/plane.css", "parts/chart.css", "concession_dance/concession_dance.css")
    redraws_on = ("speeds", "trades", "chance", "shown")
    remembers = ("speeds", "trades", "chance", "shown")

    knobs = traitlets.List(traitlets.Enum(KNOBS)).tag(sync=True)
    speeds = traitlets.List(traitlets.Int(min=0, max=len(SPEEDS) - 1), minlen=2, maxlen=2).tag(sync=True)
    trades = traitlets.List(traitlets.Bool(), minlen=2, maxlen=2).tag(sync=True)
    chance = traitlets.Int(FIRST_CHANCE, min=0).tag(sync=True)
    shown = traitlets.Int(1, min=1).tag(sync=True)
    backdrop = traitlets.Dict().tag(sync=True)

    def __init__(  # noqa: PLR0913  # a lesson sets up what it needs in one call
        self,
        case: Case,
        party: str,
        *,
        knobs: Sequence[str] = KNOBS,
        speeds: Sequence[int] = (EVENLY, EVENLY),
        trades: Sequence[bool] = (False, False),
        bet: str | None = None,
    ) -> None:
        """Begin as `party`; where there is a bet, the dance that it compares with stands among the deals already.

        Raises NegotiationError for an unknown party and unless there are two.
        """
        self._case = own_first(case, party)
        self._deals: list[Setting] = []
        super().__init__(
            "concession_dance",
            bet,
            about=(case.title, party),
            knobs=list(knobs),
            speeds=list(speeds),
            trades=list(trades),
            backdrop=backdrop(self._case),
        )

    @property
    def setting(self) -> Setting:
        """Where the knobs stand."""
        speeds, trades = (self.speeds[0], self.speeds[1]), (self.trades[0], self.trades[1])
        return Setting(speeds, trades, self.chance)

    @traitlets.validate("shown")
    def _no_further_than_the_end(self, proposal: Any) -> int:
        return min(int(proposal["value"]), len(danced(self._case, self.setting).log))

    def redraw(self, change: Any = None) -> None:
        """Draw; where a knob was moved, the whole dance."""
        if not change or change["name"] != "shown":
            before = self._deals or (self._compared() if self.bet else ())
            self._deals = [self.setting, *(one for one in before if one != self.setting)][:REMEMBERED]
            self.shown = len(danced(self._case, self.setting).log)
        super().redraw(change)

    def state(self) -> State:
        """Return what the learner did, as plain data: where the knobs stand, and the deals in the table."""
        deals = [[list(one.speeds), list(one.trades), one.chance] for one in self._deals]
        return {**super().state(), "deals": deals}

    def take_up(self, state: State) -> None:
        """Go from the beginning to this state."""
        super().take_up(state)
        now = self.setting
        deals: list[Setting] = []
        for self.speeds, self.trades, self.chance in reversed(state["deals"]):
            deals.insert(0, self.setting)
        if deals[0] != now or len(deals) > REMEMBERED:
            raise ValueError("the first of at most six deals is where the knobs stand.")
        self._deals = deals

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        return {**picture(self._case, self.setting, self.shown, self.words), "deals": self._table_of_deals()}

    def _table_of_deals(self) -> Table:
        heads, said = {knob: self.words[f"head_{knob}"] for knob in KNOBS if knob in self.knobs}, self.words
        rows = [
            deal_row(number, one, danced(self._case, one).agreement, self._case, list(heads), said)
            for number, one in enumerate(self._deals, 1)
        ]
        head = [said.say("latest_first"), *(text for pair in heads.values() for text in pair)]
        return {
            "title": said.say("deals"),
            "head": [*head, said.say("you"), said.say("them"), said.say("together")],
            "rows": rows,
        }

    def outcome(self) -> str:
        """Return what the compared dance makes of the sum: "more", "less", "divided" otherwise, or the "same"."""
        here, there = (means(self._case, one) for one in self._compared())
        if abs(sum(there) - sum(here)) <= ALIKE * sum(here):
            return "same" if abs(there[0] - here[0]) <= ALIKE * sum(here) else "divided"
        return "more" if sum(there) > sum(here) else "less"

    def show_outcome(self) -> None:
        """Dance the one of both compared dances that the bet asks about."""
        self.trades = list(self._compared()[1].trades)

    def figures(self) -> dict[str, Any]:
        """Return both dances' payoffs and their sums, in points; of random offers the mean over 200 dances."""
        names = ("you", "them", "together")
        said: dict[str, Any] = {}
        for when, one in zip(("before", "after"), self._compared(), strict=True):
            you, them = means(self._case, one)
            said |= {
                f"{when}_{name}": round(points) for name, points in zip(names, (you, them, you + them), strict=True)
            }
        return {**said, "chances": CHANCES}

    def _compared(self) -> tuple[Setting, Setting]:
        """Return what the bet compares: random offers with trades, or an even pace with the pace set here."""
        if self.knobs == ["picking"]:
            return replace(self.setting, trades=(False, False)), replace(self.setting, trades=(True, True))
        return replace(self.setting, speeds=(EVENLY, EVENLY)), self.setting
