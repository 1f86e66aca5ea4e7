"""The interview: a few turns to ask, what one believes after each answer → what the offer creates."""

from functools import lru_cache
from typing import Any

import traitlets

from ...negotiation import (
    Case,
    Listener,
    QuestionKind,
    after_paraphrase,
    counterpart,
    fixed_pie,
    uniform_belief,
    value_of_asking,
    value_of_assuming,
)
from ...negotiation import Question as Asked
from .._bundle import module, style
from ..simulation import Simulation
from .interview_picture import Moment, picture

ALL = 100  # percent
MOST_MISHEARD = 50  # percent
TWICE = 2
QUARTER = 25  # percent; how far from nothing and from everything a share must be to be called half

ASKABLE = (
    ("small_talk", QuestionKind.NONE, ()),
    ("weight", QuestionKind.WEIGHT, (1,)),
    ("compare", QuestionKind.COMPARE, (0, 2)),
    ("most", QuestionKind.MOST, ()),
    ("direction", QuestionKind.DIRECTION, (2,)),
    ("bottom_line", QuestionKind.NONE, ()),
    ("weight", QuestionKind.WEIGHT, (2,)),
    ("compare", QuestionKind.COMPARE, (1, 3)),
)
"""Each question's words, its kind, and the positions of the issues it names."""
MOST = 3


class Interview(Simulation):
    """A conversation before one offer: eight questions to choose from, and a few turns.

    Traits: `turns`, how many there are; `moves`, the questions' positions in the order asked, where one that stands
    there a second time is said back; `misheard`, how often an answer is misheard (percent, 0 to 50); `may_mishear`,
    whether the learner can change that and say things back; `offered`; `seed`, who sits there and what is misheard
    (0 is the person of the case). What the other side truly wants is sent only after the offer.
    """

    _esm = module("interview/interview.js")
    _css = style("parts/talk.css", "interview/interview.css")
    redraws_on = ("moves", "turns", "misheard", "offered", "seed")
    remembers = ("seed", "turns", "misheard", "moves", "offered")

    questions = traitlets.List(traitlets.Unicode()).tag(sync=True)
    turns = traitlets.Int(3, min=1, max=len(ASKABLE)).tag(sync=True)
    moves = traitlets.List(traitlets.Int(min=0, max=len(ASKABLE) - 1)).tag(sync=True)
    misheard = traitlets.Int(0, min=0, max=MOST_MISHEARD).tag(sync=True)
    may_mishear = traitlets.Bool().tag(sync=True)
    offered = traitlets.Bool(default_value=False).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(
        self, case: Case, party: str, *, misheard: int | None = None, seed: int = 0, bet: str | None = None
    ) -> None:
        """Sit down as `party`; without `misheard` (percent) everything is heard well and nothing need be said back."""
        asked = tuple(Asked(key, kind, issues) for key, kind, issues in ASKABLE)
        self._listener = Listener(case, party, asked)
        super().__init__(
            "interview",
            bet,
            about=(case.title, party),
            seed=seed,
            misheard=misheard or 0,
            may_mishear=misheard is not None,
        )

    @traitlets.validate("moves")
    def _as_many_as_there_are_turns(self, proposal: Any) -> list[int]:
        moves = list(proposal["value"])
        if self.offered and moves and moves != self.moves:
            raise traitlets.TraitError("the offer is made; begin another conversation to ask.")
        if len(moves) > self.turns:
            raise traitlets.TraitError(f"there are {self.turns} turns, not {len(moves)}.")
        for place in set(moves):
            if moves.count(place) > (TWICE if self._can_be_said_back(place) else 1):
                raise traitlets.TraitError(f"question {place} cannot be asked or said back once more.")
        return moves

    @traitlets.validate("misheard")
    def _before_the_first_question(self, proposal: Any) -> int:
        if self.moves and proposal["value"] != self.misheard:
            raise traitlets.TraitError("in the middle of a conversation nobody's ears change; begin another one.")
        return int(proposal["value"])

    def _can_be_said_back(self, place: int) -> bool:
        return self.may_mishear and ASKABLE[place][1] is not QuestionKind.NONE

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        moves, error = tuple(self.moves), self.misheard / ALL
        now = Moment(moves, self.turns, error, self.seed, self.offered, self.may_mishear)
        return picture(self._listener, now, self.words)

    def outcome(self) -> str:
        """Return what assuming the opposite creates: "none", "half" or "all" of the value.

        Where answers are misheard: what the turn after "What matters most to you?" is best used for: to say "back"
        what was heard, for another "question", or "same".
        """
        found = self.figures()
        if self.may_mishear:
            back, question = found["back"], found["question"]
            return "back" if back > question else "question" if question > back else "same"
        return "none" if found["assumed"] < QUARTER else "half" if found["assumed"] <= ALL - QUARTER else "all"

    def figures(self) -> dict[str, Any]:
        """Return, in percent of the creatable value on average, what assuming, an open mind and asking create."""
        case, party = self._listener.case, self._listener.party
        if not self.may_mishear:
            return _unasked(case, party) | {"asked": _asked(case, party, ((MOST, 0.0),))}
        error = self.misheard / ALL
        others = [place for place in range(len(ASKABLE)) if place != MOST]
        return _unasked(case, party) | {
            "misheard": self.misheard,
            "alone": _asked(case, party, ((MOST, error),)),
            "back": _asked(case, party, ((MOST, after_paraphrase(error)),)),
            "question": max(_asked(case, party, ((MOST, error), (place, error))) for place in others),
        }


@lru_cache(maxsize=16)
def _unasked(case: Case, party: str) -> dict[str, int]:
    other = counterpart(case, party).name
    beliefs = {"assumed": fixed_pie(case, other), "open": uniform_belief(case, other)}
    return {name: round(ALL * value_of_assuming(case, party, belief).created) for name, belief in beliefs.items()}


@lru_cache(maxsize=256)
def _asked(case: Case, party: str, asked: tuple[tuple[int, float], ...]) -> int:
    """Return what these questions, with these chances of mishearing, create; the first call takes a moment."""
    questions = [(Asked(*ASKABLE[place]), error) for place, error in asked]
    return round(ALL * value_of_asking(case, party, questions).created)
