"""Openness: what somebody answers when it is asked, and from which trust on."""

from dataclasses import dataclass

from ...analysis.importance import Importance, importances
from ...case import Interest, Party
from ...information.questions import heaviest_issues
from ..moves import Ask, Aspect, Tell
from .temper import WHOLE, Mood


@dataclass(frozen=True, slots=True)
class Openness:
    """The trust from which a question is answered, in thousandths: 0 answers at once, 1,001 never."""

    direction: int = 0
    strength: int = 0
    reason: int = 0

    def answer(self, ask: Ask, party: Party, mood: Mood, why: str = "") -> tuple[Tell, ...]:
        """Return what is truthfully told in answer to a question; nothing where trust does not reach as far.

        Anger is taken off trust. `why` is the reason that is told if one is asked for.
        """
        ease = mood.trust - max(0, mood.anger - WHOLE // 5)
        match ask.aspect:
            case Aspect.MOST if ease >= self.strength:
                return tuple(_about(party, issue, strength=True) for issue in heaviest_issues(party.points)[:2])
            case Aspect.HOW_MUCH if ease >= self.strength and ask.issue is not None:
                return (_about(party, ask.issue, strength=True),)
            case Aspect.WHICH_WAY if ease >= self.direction and ask.issue is not None:
                return (_about(party, ask.issue, strength=False),)
            case Aspect.WHY if ease >= self.reason and ask.issue is not None:
                return (_about(party, ask.issue, strength=True, why=why),)
        return ()


def _about(party: Party, issue: int, *, strength: bool, why: str = "") -> Tell:
    weights = party.weights()
    told = importances(party.points)[issue] if strength else None
    return Tell(issue, told or (None if weights[issue] else Importance.LITTLE), best_option(party, issue), why)


def best_option(party: Party, issue: int) -> int | None:
    """Return the option of an issue that is best for a party, of equals the first; None where all are alike."""
    row = party.points[issue]
    return row.index(max(row)) if max(row) > min(row) else None


def interest_behind(party: Party, name: str) -> Interest | None:
    """Return the first interest of a party that bears on the issue of this name."""
    return next((interest for interest in party.interests if name in interest.issues), None)
