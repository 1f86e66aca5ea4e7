"""First and last: the bets and the deal with which a learner began, beside the last ones."""

import tomllib
from pathlib import Path
from typing import Any

import traitlets

from ...negotiation import load_case
from .._bundle import module, style
from ..negotiation_table import TwoTalks, held_talk
from ..negotiation_table.held_talk import HeldTalk
from ..record import record_in
from ..simulation import Simulation
from .made_bet import Bet, MadeBet, made_bet

COMPARED = Path(__file__).with_name("compared.toml")
ENDS = ("first", "last")


class FirstAndLast(Simulation):
    """What the learner's record holds of the first bets and the first talk of the course, and of the last.

    Trait: `looked`, how often the browser has asked to look again, since other pages write the record.
    """

    _esm = module("first_and_last/first_and_last.js")
    _css = style("first_and_last/first_and_last.css")
    redraws_on = ("looked",)

    looked = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, folder: Path | None = None) -> None:
        """Read the record in the folder; without one, the one beside the notebook."""
        self._folder = (folder or Path.cwd()).absolute()
        super().__init__("first_and_last")

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        compared = tomllib.loads(COMPARED.read_text(encoding="utf-8"))
        record = record_in(self._folder)
        bets = {end: [made_bet(record, Bet(**told)) for told in compared[end]["bets"]] for end in ENDS}
        talks = TwoTalks(*(self._talk(**compared[end]["talk"]) for end in ENDS))
        return {
            "summary": self._summary(bets),
            "bets": [self._column(end, bets[end]) for end in ENDS],
            "missing": [self.words.say(f"no_{end}_talk") for end in talks.unfinished],
            "table": {"head": talks.heads, "rows": talks.rows if len(talks.unfinished) < len(ENDS) else []},
        }

    def _talk(self, case: str, party: str, at: list[str], rounds: int) -> HeldTalk:
        lesson, place = at
        return held_talk(load_case(case), party, (lesson, place), rounds=rounds, folder=self._folder)

    def _summary(self, bets: dict[str, list[MadeBet]]) -> str:
        if not any(bet.bet_on for end in ENDS for bet in bets[end]):
            return self.words.say("no_bets")
        counts = {end: [bet.won for bet in bets[end] if bet.bet_on] for end in ENDS}
        return " ".join(
            self.words.say(f"{end}_won", won=sum(counts[end]), made=len(counts[end])) for end in ENDS if counts[end]
        )

    def _column(self, end: str, bets: list[MadeBet]) -> dict[str, Any]:
        return {"title": self.words.say(f"{end}_bets"), "bets": [self._as_told(bet) for bet in bets]}

    def _as_told(self, bet: MadeBet) -> dict[str, str]:
        if bet.bet_on is None:
            return {
                "question": bet.question,
                "said": self.words.say("not_made", lesson=int(bet.lesson[:2])),
                "sign": "",
            }
        won = bet.won
        return {
            "question": bet.question,
            "said": self.words.say("won" if won else "lost", bet=bet.bet_on, came_out=bet.came_out),
            "sign": "✓" if won else "✗",
        }
