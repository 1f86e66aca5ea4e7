"""The answer `preparation`: what a negotiator notes before a talk, as far as the student's side alone can tell."""

from collections import Counter
from collections.abc import Iterator

from ...answers.answer import Answer
from ...answers.numbered import Said, read_keyed
from ...answers.preparation import ALTERNATIVE, QUESTIONS, Place, preparation_lines
from ...answers.preparation import Said as Value
from ...negotiation import Case, Importance, Party
from ...negotiation.analysis.importance import importances
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from ..sentence import Sentence
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
        return unanswered(answer, read.problems, points, Sentence("preparation.none"), Sentence("preparation.how"))
    true = importances(own.points)
    right = sum(read.values.get(Place(place)) is strength for place, strength in enumerate(true))
    free = max(Counter(true).values()) % len(true)
    asked = len(_questions(read))
    knows = read.values.get(Place(None, ALTERNATIVE)) == own.reservation_value
    share = ISSUES * max(0, right - free) / (len(true) - free) + KNOWING * knows + ASKING * asked / DIFFERENT
    findings = [*_of_issues(case, read, true), _of_alternative(read, own), _of_questions(asked)]
    guess = above_guessing(free, "issue")
    findings.append(tally(Sentence("preparation.tally", right=right, all=len(true), guess=guess)))
    return Mark(points * share / (ISSUES + KNOWING + ASKING), points, (*findings, *also(answer, read.problems)))


def check_preparation(case: Case, party: str, answer: Answer) -> Check:
    """Say what is noted, and what is still open."""
    read = read_preparation(case, answer)
    lines = {Place(place): issue.name for place, issue in enumerate(case.issues)}
    others = {line: line.replace(" ", "_") for line in (ALTERNATIVE, *QUESTIONS)}
    lines |= {Place(None, line): Sentence(f"preparation.line.{key}") for line, key in others.items()}
    open_ = [name for place, name in lines.items() if place not in read.values]
    advice = (Sentence("preparation.still_open", names=tuple(open_)),) if open_ else ()
    twice = () if open_ or len(_questions(read)) == DIFFERENT else (_of_questions(len(_questions(read))).sentence,)
    understood = Sentence("preparation.understood", count=len(lines) - len(open_), all=len(lines))
    return Check(understood, (), read.problems, (*advice, *twice))


def _questions(read: Said[Place, Value]) -> set[Value]:
    return {read.values[place] for line in QUESTIONS if (place := Place(None, line)) in read.values}


def _of_issues(case: Case, read: Said[Place, Value], true: tuple[Importance, ...]) -> Iterator[Finding]:
    for place, (issue, strength) in enumerate(zip(case.issues, true, strict=True)):
        said, figures = read.values.get(Place(place)), {"issue": issue.name, "strength": _matters(strength)}
        if said is strength:
            yield gained(Sentence("preparation.right", **figures))
        elif said is None:
            yield lost(Sentence("preparation.missing", **figures))
        else:
            yield lost(Sentence("preparation.wrong", **figures, said=_matters(said)))


def _of_alternative(read: Said[Place, Value], own: Party) -> Finding:
    said, worth = read.values.get(Place(None, ALTERNATIVE)), own.reservation_value
    if said == worth:
        return gained(Sentence("preparation.alternative", worth=worth))
    key = "preparation.no_alternative" if said is None else "preparation.wrong_alternative"
    return lost(Sentence(key, said=said, worth=worth))


def _matters(strength: Value) -> Sentence:
    return Sentence(f"preparation.matters.{Importance(str(strength)).name.lower()}")


def _of_questions(asked: int) -> Finding:
    if asked == DIFFERENT:
        return gained(Sentence("preparation.ready", all=DIFFERENT))
    return lost(Sentence("preparation.not_ready", asked=asked, all=DIFFERENT))


PREPARATION = Rubric("preparation", check=check_preparation, mark=mark_preparation)
