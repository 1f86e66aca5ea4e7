"""The answer `asked`: the questions of a short talk, and the one answer that asks for another question."""

from ...answers.answer import Answer
from ...answers.asked import AGAIN, Asked, read_asked
from ...negotiation import Case, ShortTalk, listing
from ...negotiation.information.short_talk import QUESTIONS
from ..report.mark import Mark, gained, lost
from ..report.report import Finding
from .rubric import Check, Rubric, counted
from .unread import also, unanswered


def mark_asked(case: Case, talk: ShortTalk, answer: Answer, points: float) -> Mark:
    """Return the mark: the share of five wishes that were told, if the vague answer was one of those cleared up."""
    asked = read_asked(case, answer)
    if not asked.issues:
        first = case.issues[0].name
        return unanswered(answer, asked.problems, points, "nothing is asked", f"'first: {first}', say")
    known = talk.known(asked.issues, asked.again)
    vague = {turn.issue for turn in talk.turns(asked.issues) if not turn.clear}
    cleared = bool(vague) and asked.again in vague
    findings = [_told(case, known), _again(case, asked, vague, cleared=cleared)]
    share = len(known) / QUESTIONS if cleared else 0
    return Mark(points * share, points, (*findings, *also(answer, asked.problems)))


def check_asked(case: Case, party: str, answer: Answer, talk: ShortTalk) -> Check:
    """Say what is asked and answered."""
    asked = read_asked(case, answer)
    turns = talk.turns(asked.issues, asked.again)
    said = (f"{'once more: ' if turn.again else ''}{turn.question} {turn.answer}" for turn in turns)
    return counted("questions", said, asked.problems, QUESTIONS + 1)


def _told(case: Case, known: frozenset[int]) -> Finding:
    names = [issue.name for place, issue in enumerate(case.issues) if place in known]
    sentence = f"you know what is wanted on {len(known)} of {len(case.issues)} issues"
    return (gained if len(known) == QUESTIONS else lost)(f"{sentence}{f': {listing(names)}' if names else ''}.")


def _again(case: Case, asked: Asked, vague: set[int], *, cleared: bool) -> Finding:
    if not vague:
        return lost("one answer would have been vague, but you stopped asking before it came.")
    name = case.issues[min(vague)].name
    if cleared:
        return gained(f"the answer about {name} told nothing, and you came back to it.")
    if asked.again is None:
        return lost(f"the answer about {name} told nothing, and you didn't come back to it; write it after '{AGAIN}'.")
    return lost(f"the answer about {name} told nothing, and you came back to {case.issues[asked.again].name} instead.")


ASKED = Rubric(
    "asked",
    check=check_asked,
    mark=lambda case, party, answer, points, talk: mark_asked(case, talk, answer, points),
)
