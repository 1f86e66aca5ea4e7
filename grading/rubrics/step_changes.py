"""The answer `changes`: what each step in an offer log gives the other side, and what it costs who makes it."""

from collections.abc import Collection
from functools import reduce

from ...answers.answer import Answer
from ...answers.number_readers import COST, GIFT, Entry, change_lines
from ...answers.numbered import Said, numbers, read_keyed
from ...negotiation import Case, NegotiationError, OfferLog, Step, changes, counterpart, last_offer, steps
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from ..sentence import Sentence, name_in_table, whom
from .rubric import Check, Rubric, counted
from .steps import change
from .unread import also, unanswered

GIFT_HEADS, COST_HEADS = (f"changes.head_{GIFT}", "steps.head_is"), (f"changes.head_{COST}", "steps.head_is")


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
        return unanswered(answer, said.problems, points, Sentence("changes.none"), Sentence("changes.how"))
    right = [entry for entry, step in truth.items() if said.values.get(entry) == _points(step, entry[0])]
    findings = [gained(Sentence("changes.right", some=some)) for some in _named(right)]
    for (which, number), step in truth.items():
        if (which, number) in said.values and (which, number) not in right:
            findings.append(_wrong(case, log, step, which, said.values[which, number]))
    missing = [entry for entry in truth if entry not in said.values]
    findings += [lost(Sentence("changes.missing", some=some)) for some in _named(missing)]
    findings.append(tally(Sentence("changes.tally", right=len(right), all=len(truth))))
    exhibit = _table(case, steps(case, log), said)
    return Mark(points * len(right) / len(truth), points, (*findings, *also(answer, said.problems)), (exhibit,))


def check_changes(case: Case, party: str, answer: Answer, log: OfferLog) -> Check:
    """Say which gifts and costs stand there."""
    said = read_step_changes(case, log, answer)
    entries = (
        Sentence(f"changes.{which}_line", number=number, points=points)
        for (which, number), points in said.values.items()
    )
    return counted("numbers", entries, said.problems, 2 * len(steps(case, log)))


def _points(step: Step, which: str) -> int:
    return step.gift if which == GIFT else step.cost


def _named(entries: Collection[Entry]) -> list[Sentence]:
    """Return the entries in words, the gifts and then the costs."""
    by_kind = {which: [number for kind, number in entries if kind == which] for which in (GIFT, COST)}
    return [
        Sentence(f"changes.{which}s" if of[1:] else f"changes.{which}", numbers=numbers(of))
        for which, of in by_kind.items()
        if of
    ]


def _wrong(case: Case, log: OfferLog, step: Step, which: str, said: int) -> Finding:
    """Name the right number and where it comes from, issue by issue."""
    maker, right = step.offer.party, _points(step, which)
    who = counterpart(case, maker) if which == GIFT else case.party(maker)
    before = last_offer(log[: step.number - 1], maker).package
    moved = changes(case, maker, before, step.offer.package)
    won = {one.issue: one.other if which == GIFT else one.own for one in moved}
    told = [Sentence("changes.on_issue", change=change(points), issue=issue) for issue, points in won.items() if points]
    whence = reduce(_joined, told) if told else Sentence("changes.no_issue")
    sign = Sentence(f"changes.{which}_sign" if said == -right else "changes.no_sign")
    figures = {"number": step.number, "said": said, "right": right, "who": whom(who)}
    return lost(Sentence(f"changes.{which}_wrong", **figures, whence=whence, sign=sign))


def _joined(first: Sentence, rest: Sentence) -> Sentence:
    return Sentence("changes.joined", first=first, rest=rest)


def _table(case: Case, made: tuple[Step, ...], said: Said[Entry, int]) -> Table:
    def pair(step: Step, which: str) -> tuple[str, str]:
        points = said.values.get((which, step.number))
        return Sentence("nothing") if points is None else str(points), str(_points(step, which))

    columns = ("steps.head_step", "steps.head_maker", *GIFT_HEADS, *COST_HEADS)
    makers = [name_in_table(case.party(step.offer.party)) for step in made]
    rows = tuple(
        (str(step.number), maker, *pair(step, GIFT), *pair(step, COST))
        for step, maker in zip(made, makers, strict=True)
    )
    return Table(Sentence("steps.caption"), tuple(map(Sentence, columns)), rows)


CHANGES = Rubric(
    "changes",
    check=check_changes,
    mark=lambda case, party, answer, points, log: mark_step_changes(case, log, answer, points),
)
