"""The answer `steps`: of what kind each step in an offer log is."""

from ...answers.answer import Answer
from ...answers.numbered import Said, numbers, read_keyed
from ...answers.readers import step_lines
from ...negotiation import Case, NegotiationError, OfferLog, Step, StepKind, steps
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from .rubric import Check, Rubric, counted
from .unread import also, unanswered

NAMES = {
    StepKind.FORTUNATE: "a fortunate step",
    StepKind.NICE: "a nice step",
    StepKind.CONCESSION: "a concession",
    StepKind.SELFISH: "a selfish step",
    StepKind.UNFORTUNATE: "an unfortunate step",
    StepKind.SILENT: "a silent step",
}


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
        return unanswered(answer, said.problems, points, "no step has a kind", "'step 3: concession', say")
    findings = [_finding(case, step, said.values[step.number]) for step in made if step.number in said.values]
    right = sum(said.values.get(step.number) is step.kind for step in made)
    missing = [step.number for step in made if step.number not in said.values]
    if missing:
        findings.append(
            lost(f"nothing that counts is said about {'steps' if missing[1:] else 'step'} {numbers(missing)}.")
        )
    findings.append(tally(f"{right} of {len(made)} steps are called what they are."))
    exhibit = _table(made, said)
    return Mark(points * right / len(made), points, (*findings, *also(answer, said.problems)), (exhibit,))


def change(points: int) -> str:
    """Return a change in points in words: 'gains 3', 'loses 7' or 'neither gains nor loses'."""
    if not points:
        return "neither gains nor loses"
    return f"gains {points}" if points > 0 else f"loses {-points}"


def check_steps(case: Case, party: str, answer: Answer, log: OfferLog) -> Check:
    """Say which steps of the log have a kind."""
    said = read_steps(case, log, answer)
    lines = (f"step {number}: {kind}" for number, kind in said.values.items())
    return counted("steps", lines, said.problems, len(steps(case, log)))


def _finding(case: Case, step: Step, said: StepKind) -> Finding:
    other = next(party.name for party in case.parties if party.name != step.offer.party)
    why = f"the {step.offer.party} {change(step.own)}, the {other} {change(step.other)}"
    if said is step.kind:
        return gained(f"step {step.number} is {NAMES[step.kind]}: {why}.")
    return lost(f"step {step.number}: you said {said}, but it is {NAMES[step.kind]}: {why}.")


def _table(made: tuple[Step, ...], said: Said[int, StepKind]) -> Table:
    header = ("step", "by the", "you said", "it is", "changes for itself", "for the other side")
    rows = tuple(
        (
            str(step.number),
            step.offer.party,
            said.values.get(step.number, "nothing"),
            step.kind,
            f"{step.own:+}",
            f"{step.other:+}",
        )
        for step in made
    )
    return Table("The steps of the log, in points of the case", header, rows)


STEPS = Rubric(
    "steps",
    check=check_steps,
    mark=lambda case, party, answer, points, log: mark_steps(case, log, answer, points),
)
