"""The answer `scene`: a talk with somebody who comes angry, played again, and how the student met that."""

from ...answers.answer import Answer
from ...negotiation import Case
from ...negotiation.table import Session
from ..dossiers.at_table import AtTable
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from ..sentence import Sentence
from .met import ASKED, CALM_FROM, HEARD, TOLD, Met, met
from .rubric import Check, Rubric
from .transcript import Earned, checked_talk, marked_talk

CALM, HEARING, ASKING, TELLING, KEEPING = 8, 6, 10, 3, 3
"""What the parts of the mark weigh, in thirtieths of the points; asking weighs most."""
WHOLE = CALM + HEARING + ASKING + TELLING + KEEPING


def mark_scene(answer: Answer, points: float, table: AtTable) -> Mark:
    """Return the mark, in thirtieths: calm 8, heard 6, asked 10, told 3, and 3 for the matter kept (`Met`)."""

    def earned(session: Session) -> Earned:
        did = met(session, table.counterpart)
        weights = _weighed(did)
        right = sum(share == 1 for _, share in weights)
        done = tally(Sentence("talk.tally", right=right, all=len(weights)))
        return points * sum(weight * share for weight, share in weights) / WHOLE, (*_findings(did), done)

    return marked_talk(answer, points, table, earned)


def check_scene(case: Case, party: str, answer: Answer, table: AtTable) -> Check:
    """Say whether it is the talk at this table, and how the anger was met."""
    return checked_talk(answer, table, lambda session: _findings(met(session, table.counterpart)))


def _weighed(did: Met) -> tuple[tuple[int, float], ...]:
    """Return each part's weight and the share (of 1) of it that is earned."""
    return (
        (CALM, float(did.calm)),
        (HEARING, min(did.heard, HEARD) / HEARD),
        (ASKING, min(did.asked, ASKED) / ASKED),
        (TELLING, min(did.told, TOLD) / TOLD),
        (KEEPING, float(did.kept)),
    )


def _findings(did: Met) -> tuple[Finding, ...]:
    sayings = (
        Sentence("talk.calm", turn=CALM_FROM, done=_yes(did.calm)),
        Sentence("talk.heard", count=min(did.heard, HEARD), all=HEARD),
        Sentence("talk.asked", count=min(did.asked, ASKED), all=ASKED),
        Sentence("talk.told", count=min(did.told, TOLD), all=TOLD),
        Sentence("talk.kept", done=_yes(did.kept)),
    )
    return tuple(
        (gained if share == 1 else lost)(said) for said, (_, share) in zip(sayings, _weighed(did), strict=True)
    )


def _yes(done: bool) -> str:  # noqa: FBT001  what is said is whether it was done
    return Sentence("yes" if done else "no")


SCENE = Rubric(
    "scene",
    check=check_scene,
    mark=lambda case, party, answer, points, table: mark_scene(answer, points, table),
)
