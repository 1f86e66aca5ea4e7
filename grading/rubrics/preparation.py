"""The answer `preparation`: what a negotiator notes before a talk, as far as the student's side alone can tell."""

from collections import Counter
from collections.abc import Iterator

from ...answers.answer import Answer
from ...answers.numbered import Said, read_keyed
from ...answers.preparation import ALTERNATIVE, QUESTIONS, Place, preparation_lines
from ...answers.preparation import Said as Value
from ...negotiation import Case, Importance, Party, listing
from ...negotiation.analysis.importance import importances
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from .rubric import Check, Rubric, above_guessing
from .unread import also, unanswered

ISSUES, KNOWING, ASKING = 5, 1, 2
"""Eighths of the mark: for the issues, for knowing the alternative, and for what to ask."""
DIFFERENT = len(QUESTIONS)


def read_preparation(case: Case, answer: Answer) -> Said[Place, Value]:
    """Return what the sheet says of each issue, of the alternative and of what to ask."""
    return read_keyed(answer, preparation_lines(case))


def mark_preparation(case: Case, party: str, answer: Answer, points: float) -> Mark:
    """Return the mark: five eighths for the issues, one for the alternative, two for three different questions.

    Of n issues (right - b) / (n - b) counts, at least 0, where b are as important as the most of them are: one word
    for all earns nothing. All of it follows from the student's side.
    """
    read, own = read_preparation(case, answer), case.party(party)
    if not read.values:
        return unanswered(answer, read.problems, points, "nothing is noted", "how much each issue matters to you")
    true = importances(own.points)
    right = sum(read.values.get(Place(place)) is strength for place, strength in enumerate(true))
    free = max(Counter(true).values()) % len(true)
    asked = len(_questions(read))
    knows = read.values.get(Place(None, ALTERNATIVE)) == own.reservation_value
    share = ISSUES * max(0, right - free) / (len(true) - free) + KNOWING * knows + ASKING * asked / DIFFERENT
    findings = [*_of_issues(case, read, true), _of_alternative(read, own), _of_questions(asked)]
    findings.append(
        tally(f"{right} of {len(true)} issues are noted as your points have them; {above_guessing(free, 'issue')}.")
    )
    return Mark(points * share / (ISSUES + KNOWING + ASKING), points, (*findings, *also(answer, read.problems)))


def check_preparation(case: Case, party: str, answer: Answer) -> Check:
    """Say what is noted, and what is still open."""
    read = read_preparation(case, answer)
    lines = {Place(place): issue.name for place, issue in enumerate(case.issues)}
    lines |= {Place(None, line): line for line in (ALTERNATIVE, *QUESTIONS)}
    open_ = [name for place, name in lines.items() if place not in read.values]
    advice = (f"still open: {listing(open_)}.",) if open_ else ()
    twice = () if open_ or len(_questions(read)) == DIFFERENT else (_of_questions(len(_questions(read))).text,)
    return Check(f"{len(lines) - len(open_)} of {len(lines)} lines understood", (), read.problems, (*advice, *twice))


def _questions(read: Said[Place, Value]) -> set[Value]:
    return {read.values[place] for line in QUESTIONS if (place := Place(None, line)) in read.values}


def _of_issues(case: Case, read: Said[Place, Value], true: tuple[Importance, ...]) -> Iterator[Finding]:
    for place, (issue, strength) in enumerate(zip(case.issues, true, strict=True)):
        said = read.values.get(Place(place))
        if said is strength:
            yield gained(f"{issue.name}: matters {strength} to you.")
        elif said is None:
            yield lost(f"{issue.name}: nothing is noted; by your points it matters {strength}.")
        else:
            yield lost(f"{issue.name}: you noted {said}, and by your points it matters {strength}.")


def _of_alternative(read: Said[Place, Value], own: Party) -> Finding:
    said, worth = read.values.get(Place(None, ALTERNATIVE)), own.reservation_value
    if said == worth:
        return gained(f"without a deal you have {worth} points; sign nothing below that.")
    noted = "nothing is noted" if said is None else f"you noted {said}"
    return lost(f"{ALTERNATIVE}: {noted}, and your brief says {worth} points.")


def _of_questions(asked: int) -> Finding:
    if asked == DIFFERENT:
        return gained(f"you are ready to ask {DIFFERENT} different questions.")
    return lost(f"{asked} of {DIFFERENT} different questions are ready.")


PREPARATION = Rubric("preparation", check=check_preparation, mark=mark_preparation)
