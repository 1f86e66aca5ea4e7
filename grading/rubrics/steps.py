"""The answer `steps`: of what kind each step in an offer log is."""

from ...answers.answer import Answer
from ...answers.numbered import Said, numbers, read_keyed
from ...answers.readers import step_lines
from ...negotiation import Case, NegotiationError, OfferLog, Step, StepKind, counterpart, steps
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from ..sentence import Sentence, name_in_table, whom
from .rubric import Check, Rubric, counted
from .unread import also, unanswered


def read_steps(case: Case, log: OfferLog, answer: Answer) -> Said[int, StepKind]:
    """Return the kind that the answer gives each step, by its number in the log."""
    made = [step.number for step in steps(case, log)]
    return read_keyed(answer, step_lines(made, set(range(1, len(log) + 1)) - set(made)))


def mark_steps(case: Case, log: OfferLog, answer: Answer, points: float) -> Mark:
    """Return the mark: an equal part of the points for each step that is called what it is.

    So calling all steps the same earns the share of the steps that are of that kind, and no more.
    Raises NegotiationError for a log without steps.
    """
    made = steps(case, log)
    if not made:
        raise NegotiationError("the log holds no step; let a side make a second offer.")
    said = read_steps(case, log, answer)
    if not said.values:
        return unanswered(answer, said.problems, points, Sentence("steps.none"), Sentence("steps.how"))
    findings = [_finding(case, step, said.values[step.number]) for step in made if step.number in said.values]
    right = sum(said.values.get(step.number) is step.kind for step in made)
    missing = [step.number for step in made if step.number not in said.values]
    if missing:
        key = "steps.missing" if missing[1:] else "steps.missing_one"
        findings.append(lost(Sentence(key, number=missing[0], numbers=numbers(missing))))
    findings.append(tally(Sentence("steps.tally", right=right, all=len(made))))
    exhibit = _table(case, made, said)
    return Mark(points * right / len(made), points, (*findings, *also(answer, said.problems)), (exhibit,))


def change(points: int) -> str:
    """Return a change in points in words: 'gains 3', 'loses 7' or 'neither gains nor loses'."""
    if not points:
        return Sentence("steps.neither")
    return Sentence("steps.gains" if points > 0 else "steps.loses", points=abs(points))


def check_steps(case: Case, party: str, answer: Answer, log: OfferLog) -> Check:
    """Say which steps of the log have a kind."""
    said = read_steps(case, log, answer)
    lines = (
        Sentence("steps.line", number=number, kind=Sentence(f"kinds.{kind}")) for number, kind in said.values.items()
    )
    return counted("steps", lines, said.problems, len(steps(case, log)))


def _finding(case: Case, step: Step, said: StepKind) -> Finding:
    maker, other = case.party(step.offer.party), counterpart(case, step.offer.party)
    changed = {"own": change(step.own), "others": change(step.other)}
    why = Sentence("steps.why", maker=whom(maker), other=whom(other), **changed)
    kind = Sentence(f"steps.a.{step.kind}")
    if said is step.kind:
        return gained(Sentence("steps.right", number=step.number, kind=kind, why=why))
    return lost(Sentence("steps.wrong", number=step.number, said=Sentence(f"kinds.{said}"), kind=kind, why=why))


def _table(case: Case, made: tuple[Step, ...], said: Said[int, StepKind]) -> Table:
    columns = ("step", "maker", "said", "is", "itself", "other")
    rows = tuple(
        (
            str(step.number),
            name_in_table(case.party(step.offer.party)),
            Sentence(f"kinds.{said.values[step.number]}") if step.number in said.values else Sentence("nothing"),
            Sentence(f"kinds.{step.kind}"),
            f"{step.own:+}",
            f"{step.other:+}",
        )
        for step in made
    )
    return Table(Sentence("steps.caption"), tuple(Sentence(f"steps.head_{column}") for column in columns), rows)


STEPS = Rubric(
    "steps",
    check=check_steps,
    mark=lambda case, party, answer, points, log: mark_steps(case, log, answer, points),
)
