"""A short talk: time for a few questions, one for each issue, and for coming back to one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..case import Statement

QUESTIONS = 5
"""How many issues may be asked about."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What was asked about an issue (from 0), and what was answered."""

    issue: int
    question: str
    answer: str
    clear: bool
    again: bool = False


@dataclass(frozen=True, slots=True)
class ShortTalk:
    """What somebody answers who has little time: one question finds only something vague, until it is asked again.

    `told` are the clear answers, and `vague` the vague ones, issue by issue; `vague_at` says which question (from 0, in
    the order asked) finds a vague one, whatever it is about.
    """

    told: tuple[Statement, ...]
    vague: tuple[str, ...]
    vague_at: int

    def turns(self, asked: Sequence[int], again: int | None = None) -> tuple[Turn, ...]:
        """Return what is said if these issues are asked about in this order, and one of them once more.

        The second answer stands below the first. Only the first five issues are answered, and `again` only among them.
        """
        turns = []
        for place, issue in enumerate(asked[:QUESTIONS]):
            said, clear = self.told[issue], place != self.vague_at
            turns.append(Turn(issue, said.question, said.answer if clear else self.vague[issue], clear))
            if issue == again:
                turns.append(Turn(issue, said.question, said.answer, clear=True, again=True))
        return tuple(turns)

    def known(self, asked: Sequence[int], again: int | None = None) -> frozenset[int]:
        """Return the issues on which the wish was told."""
        return frozenset(turn.issue for turn in self.turns(asked, again) if turn.clear)
