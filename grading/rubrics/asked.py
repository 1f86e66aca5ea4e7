"""The answer `asked`: the questions of a short talk, and the one answer that asks for another question."""

from ...answers.answer import Answer
from ...answers.asked import Asked, read_asked
from ...negotiation import Case, ShortTalk
from ...negotiation.information.short_talk import QUESTIONS
from ..report.mark import Mark, gained, lost
from ..report.report import Finding
from ..sentence import Sentence
from .rubric import Check, Rubric, counted
from .unread import also, unanswered


def mark_asked(case: Case, talk: ShortTalk, answer: Answer, points: float) -> Mark:
    """Return the mark: the share of five wishes that were told, if the vague answer was one of those cleared up."""
    asked = read_asked(case, answer)
    if not asked.issues:
        how = Sentence("asked.how", first=case.issues[0].name)
        return unanswered(answer, asked.problems, points, Sentence("asked.none"), how)
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
    said = (
        Sentence("asked.line_again" if turn.again else "asked.line", question=turn.question, answer=turn.answer)
        for turn in turns
    )
    return counted("questions", said, asked.problems, QUESTIONS + 1)


def _told(case: Case, known: frozenset[int]) -> Finding:
    if not known:
        return lost(Sentence("asked.told_nothing"))
    names = tuple(issue.name for place, issue in enumerate(case.issues) if place in known)
    told = Sentence("asked.told", count=len(known), all=len(case.issues), names=names)
    return (gained if len(known) == QUESTIONS else lost)(told)


def _again(case: Case, asked: Asked, vague: set[int], *, cleared: bool) -> Finding:
    if not vague:
        return lost(Sentence("asked.stopped"))
    name = case.issues[min(vague)].name
    if cleared:
        return gained(Sentence("asked.cleared", issue=name))
    if asked.again is None:
        return lost(Sentence("asked.left_vague", issue=name))
    return lost(Sentence("asked.came_back_elsewhere", issue=name, other=case.issues[asked.again].name))


ASKED = Rubric(
    "asked",
    check=check_asked,
    mark=lambda case, party, answer, points, talk: mark_asked(case, talk, answer, points),
)
