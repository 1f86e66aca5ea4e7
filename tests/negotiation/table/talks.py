"""Talks that several tests share, and somebody who says anything that can be said."""

from dataclasses import dataclass, field
from random import Random

from biggerpie.negotiation import load_case, variant
from biggerpie.negotiation.analysis.importance import Importance
from biggerpie.negotiation.table import (
    Ask,
    Aspect,
    Manner,
    Message,
    Move,
    Offer,
    Remark,
    SayBack,
    Tell,
    View,
)

CASES = (load_case("job-offer"), load_case("apple-juice"), variant(load_case("picture-book"), "a test"))


@dataclass
class Anybody:
    """Somebody who offers, asks, tells and remarks at random, and never accepts or leaves."""

    seed: int
    draw: Random = field(init=False)

    def __post_init__(self) -> None:
        self.draw = Random(self.seed)

    def reply(self, view: View) -> Message:
        """Return one to three moves, at most one of them an offer."""
        moves = [self._move(view) for _ in range(self.draw.randint(1, 3))]
        offers = [move for move in moves if isinstance(move, Offer)][:1]
        return Message(tuple(dict.fromkeys([move for move in moves if not isinstance(move, Offer)] + offers)))

    def _move(self, view: View) -> Move:
        issue = self.draw.randrange(len(view.scene.issues))
        wanted = self.draw.randrange(len(view.scene.issues[issue].options))
        return self.draw.choice(
            (
                Offer((tuple(self.draw.randrange(len(known.options)) for known in view.scene.issues),)),
                Ask(Aspect.MOST),
                Ask(self.draw.choice((Aspect.HOW_MUCH, Aspect.WHICH_WAY, Aspect.WHY)), issue),
                Tell(issue, self.draw.choice(list(Importance)), wanted),
                SayBack(issue, wanted=wanted),
                Remark(self.draw.choice(list(Manner))),
            )
        )
