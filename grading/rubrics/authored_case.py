"""The answer `case`: a case that a student wrote, as TOML, and whether there is something to negotiate in it."""

from functools import lru_cache

from ...answers.answer import LONGEST_ANSWER, Answer
from ...negotiation import Case, NegotiationError, audit, authored_case, issue_kinds
from ...negotiation.errors import MalformedCaseError
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost
from ..sentence import Sentence
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
        raise MalformedCaseError(map(one_line, malformed.told())) from None
    except NegotiationError as problem:
        raise NegotiationError(one_line(problem)) from None


@lru_cache(maxsize=64)
def mark_authored_case(answer: Answer, points: float) -> Mark:
    """Return the mark: an equal part of the points for each check of the audit that the case passes.

    Kept, for `biggerpie copying` marks an answer on thousands of cases, and the audit of a large one takes seconds.
    """
    try:
        case = read_authored_case(answer)
    except NegotiationError as problem:
        return unmarked(answer, (), points, one_line(problem))
    checks = audit(case)
    findings = [
        (gained if check.passed else lost)(Sentence("case.check", name=check.name, sentence=one_line(check.sentence)))
        for check in checks
    ]
    passed = sum(check.passed for check in checks)
    return Mark(points * passed / len(checks), points, (*findings, *also(answer, ())), (_table(case),))


def check_authored_case(case: Case, party: str, answer: Answer) -> Check:
    """Say whether the student's own case can be read, and if not, all that is wrong with it."""
    try:
        own = read_authored_case(answer)
    except NegotiationError as problem:
        return Check(Sentence("case.not_yet"), (), problem.told())
    return Check(Sentence("case.read", title=own.title, issues=len(own.issues), packages=own.size))


def _table(case: Case) -> Table:
    weighed = (Sentence("case.head_weight", party=one_line(party.name)) for party in case.parties)
    header = (Sentence("issue"), Sentence("case.head_kind"), *weighed)
    weights = zip(*(party.weights() for party in case.parties), strict=True)
    rows = zip(case.issues, issue_kinds(case), weights, strict=True)
    return Table(
        Sentence("case.caption"),
        header,
        tuple((one_line(issue.name), Sentence(f"kinds.{kind}"), *map(str, weighed)) for issue, kind, weighed in rows),
    )


AUTHORED_CASE = Rubric(
    "authored_case",
    check=check_authored_case,
    mark=lambda case, party, answer, points: mark_authored_case(answer, points),
)
