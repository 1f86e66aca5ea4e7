"""The answer `changes`: what each step in an offer log gives the other side, and what it costs who makes it."""

from collections.abc import Collection

from ...answers.answer import Answer
from ...answers.number_readers import COST, GIFT, Entry, change_lines
from ...answers.numbered import Said, numbers, read_keyed
from ...negotiation import Case, NegotiationError, OfferLog, Step, changes, counterpart, last_offer, steps
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from .rubric import Check, Rubric, counted
from .steps import change
from .unread import also, unanswered

SIGNS = {
    GIFT: "a gift counts what the other side gains, so a loss has a minus",
    COST: "a cost counts what its maker loses, so a gain has a minus",
}


def read_step_changes(case: Case, log: OfferLog, answer: Answer) -> Said[Entry, int]:
    """Return the points that the answer gives each gift and each cost, by which it is and the step's number."""
    return read_keyed(answer, change_lines([step.number for step in steps(case, log)]))


def mark_step_changes(case: Case, log: OfferLog, answer: Answer, points: float) -> Mark:
    """Return the mark: an equal part of the points for each gift and each cost that is right.

    Raises NegotiationError for a log without steps.
    """
    truth = {(which, step.number): step for step in steps(case, log) for which in (GIFT, COST)}
    if not truth:
        raise NegotiationError("the log holds no step; let a side make a second offer.")
    said = read_step_changes(case, log, answer)
    if not said.values:
        return unanswered(answer, said.problems, points, "no gift and no cost stands there", "'gift 3: 7', say")
    right = [entry for entry, step in truth.items() if said.values.get(entry) == _points(step, entry[0])]
    findings = [gained(f"right: {some}.") for some in _named(right)]
    for (which, number), step in truth.items():
        if (which, number) in said.values and (which, number) not in right:
            findings.append(_wrong(case, log, step, which, said.values[which, number]))
    missing = [entry for entry in truth if entry not in said.values]
    findings += [lost(f"nothing that counts is said about {some}.") for some in _named(missing)]
    findings.append(tally(f"{len(right)} of {len(truth)} numbers are right."))
    exhibit = _table(steps(case, log), said)
    return Mark(points * len(right) / len(truth), points, (*findings, *also(answer, said.problems)), (exhibit,))


def check_changes(case: Case, party: str, answer: Answer, log: OfferLog) -> Check:
    """Say which gifts and costs stand there."""
    said = read_step_changes(case, log, answer)
    entries = (f"{which} {number}: {points}" for (which, number), points in said.values.items())
    return counted("numbers", entries, said.problems, 2 * len(steps(case, log)))


def _points(step: Step, which: str) -> int:
    return step.gift if which == GIFT else step.cost


def _named(entries: Collection[Entry]) -> list[str]:
    """Return the entries in words, the gifts and then the costs."""
    by_kind = {which: [number for kind, number in entries if kind == which] for which in (GIFT, COST)}
    return [
        f"the {which}s of steps {numbers(of)}" if of[1:] else f"the {which} of step {of[0]}"
        for which, of in by_kind.items()
        if of
    ]


def _wrong(case: Case, log: OfferLog, step: Step, which: str, said: int) -> Finding:
    """Name the right number and where it comes from, issue by issue."""
    maker, right = step.offer.party, _points(step, which)
    who = counterpart(case, maker).name if which == GIFT else maker
    before = last_offer(log[: step.number - 1], maker).package
    moved = changes(case, maker, before, step.offer.package)
    won = {one.issue: one.other if which == GIFT else one.own for one in moved}
    whence = ", ".join(f"{change(points)} on {issue!r}" for issue, points in won.items() if points)
    sign = f"; {SIGNS[which]}" if said == -right else ""
    return lost(
        f"{which} {step.number}: you said {said}, but it is {right}: by this step the {who} "
        f"{whence or 'neither gains nor loses on any issue'}{sign}."
    )


def _table(made: tuple[Step, ...], said: Said[Entry, int]) -> Table:
    def pair(step: Step, which: str) -> tuple[str, str]:
        return str(said.values.get((which, step.number), "nothing")), str(_points(step, which))

    header = ("step", "by the", "gift: you said", "it is", "cost: you said", "it is")
    rows = tuple((str(step.number), step.offer.party, *pair(step, GIFT), *pair(step, COST)) for step in made)
    return Table("The steps of the log, in points of the case", header, rows)


CHANGES = Rubric(
    "changes",
    check=check_changes,
    mark=lambda case, party, answer, points, log: mark_step_changes(case, log, answer, points),
)
