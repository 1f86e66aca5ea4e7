"""The answer `case`: a case that a student wrote, as TOML, and whether there is something to negotiate in it."""

from functools import lru_cache

from ...answers.answer import LONGEST_ANSWER, Answer
from ...negotiation import Case, NegotiationError, audit, authored_case, issue_kinds
from ...negotiation.errors import MalformedCaseError
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost
from .one_line import one_line
from .rubric import Check, Rubric
from .unread import also, unmarked


def read_authored_case(answer: Answer) -> Case:
    """Return the case that the answer's text holds, as in a case file.

    Raises NegotiationError with one sentence where there is none or where it is too large, see `authored_case`, and
    MalformedCaseError with all that is wrong where it is malformed.
    """
    if answer.text is None or len(answer.text) > LONGEST_ANSWER:
        answer.lines()  # raises the sentence for it
    try:
        return authored_case(answer.text or "")
    except MalformedCaseError as malformed:
        raise MalformedCaseError(map(one_line, malformed.problems())) from None
    except NegotiationError as problem:
        raise NegotiationError(one_line(str(problem))) from None


@lru_cache(maxsize=64)
def mark_authored_case(answer: Answer, points: float) -> Mark:
    """Return the mark: an equal part of the points for each check of the audit that the case passes.

    Kept, for `biggerpie copying` marks an answer on thousands of cases, and the audit of a large one takes seconds.
    """
    try:
        case = read_authored_case(answer)
    except NegotiationError as problem:
        return unmarked(answer, (), points, str(problem))
    checks = audit(case)
    findings = [(gained if check.passed else lost)(f"{check.name}: {one_line(check.sentence)}") for check in checks]
    passed = sum(check.passed for check in checks)
    return Mark(points * passed / len(checks), points, (*findings, *also(answer, ())), (_table(case),))


def check_authored_case(case: Case, party: str, answer: Answer) -> Check:
    """Say whether the student's own case can be read, and if not, all that is wrong with it."""
    try:
        own = read_authored_case(answer)
    except NegotiationError as problem:
        return Check("This is not yet a case", (), problem.problems())
    return Check(f"{own.title}: {len(own.issues)} issues, {own.size:,} packages")


def _table(case: Case) -> Table:
    header = ("issue", "kind", *(f"weight for the {one_line(party.name)}" for party in case.parties))
    weights = zip(*(party.weights() for party in case.parties), strict=True)
    rows = zip(case.issues, issue_kinds(case), weights, strict=True)
    return Table(
        "Your issues, with what the best option is worth above the worst, in points",
        header,
        tuple((one_line(issue.name), kind, *map(str, weighed)) for issue, kind, weighed in rows),
    )


AUTHORED_CASE = Rubric(
    "authored_case",
    check=check_authored_case,
    mark=lambda case, party, answer, points: mark_authored_case(answer, points),
)
