"""The answers `sorts`, `remarks` and `claims`: of what kind each statement is, each remark, or each claim."""

from collections import Counter
from collections.abc import Collection, Mapping

from ...answers.answer import Answer
from ...answers.numbered import Said, read_keyed
from ...answers.readers import sort_lines
from ...negotiation import Case, NegotiationError, did_you_mean
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from ..sentence import Sentence
from .rubric import Check, Rubric, above_guessing, counted
from .unread import also, unanswered

KINDS = ("position", "interest", "option", "criterion")
"""The four of Fisher & Ury (1981)."""
REMARK_KINDS = ("attack", "matter")
"""Whether a remark keeps the person apart from the problem."""
CLAIM_KINDS = ("true", "false", "not shown")
"""Whether what somebody claims agrees with what is written, and what nothing shows."""


def read_sorts(
    answer: Answer, truth: Collection[str], kinds: Collection[str] = KINDS, what: str = "statement"
) -> Said[str, str]:
    """Return the kind that the answer gives each statement, by the statement's key in `truth`.

    `what` is the word for a statement.
    """
    return read_keyed(answer, sort_lines(truth, kinds, what))


def mark_sorts(
    answer: Answer,
    truth: Mapping[str, str],
    points: float,
    kinds: Collection[str] = KINDS,
    what: str = "statement",
) -> Mark:
    """Return the mark: the share sorted right, rescaled so that calling everything the same earns nothing.

    (right - b) / (1 - b), at least 0, where b is the greatest share that one and the same kind for all would
    get. `truth` gives each statement's kind by its number or key; `kinds` and `what` as in `read_sorts`. Raises
    NegotiationError for an unknown kind and where all statements are of one kind.
    """
    if unknown := set(truth.values()) - set(kinds):
        raise NegotiationError(f"{min(unknown)!r} is not a kind of {what}{did_you_mean(min(unknown), kinds)}")
    most = max(Counter(truth.values()).values(), default=0)
    if most == len(truth):
        raise NegotiationError(f"all {what}s are of one kind, so there is nothing to sort; add others.")
    said = read_sorts(answer, truth, kinds, what)
    if not said.values:
        how = Sentence("sorts.how", kind=min(kinds))
        return unanswered(answer, said.problems, points, Sentence(f"sorts.none_{what}"), how)
    findings = [lost(Sentence(f"sorts.missing_{what}", key=key)) for key in truth if key not in said.values]
    findings += [_finding(what, key, said.values[key], kind) for key, kind in truth.items() if key in said.values]
    right = sum(said.values.get(key) == kind for key, kind in truth.items())
    guess = above_guessing(most, what)
    findings.append(tally(Sentence(f"sorts.tally_{what}", right=right, all=len(truth), guess=guess)))
    share = max(0.0, (right - most) / (len(truth) - most))
    return Mark(points * share, points, (*findings, *also(answer, said.problems)))


def check_sorts(case: Case, party: str, answer: Answer, statements: Collection[str]) -> Check:
    """Say which statements are sorted; `statements` are their numbers or keys."""
    return _check(answer, statements, KINDS, "statement")


def check_remarks(case: Case, party: str, answer: Answer, statements: Collection[str]) -> Check:
    """Say which remarks are sorted; `statements` are their numbers or keys."""
    return _check(answer, statements, REMARK_KINDS, "remark")


def check_claims(case: Case, party: str, answer: Answer, statements: Collection[str]) -> Check:
    """Say which claims are judged; `statements` are their numbers."""
    return _check(answer, statements, CLAIM_KINDS, "claim")


def _check(answer: Answer, statements: Collection[str], kinds: Collection[str], what: str) -> Check:
    said = read_sorts(answer, statements, kinds, what)
    lines = (Sentence("check.entry", key=key, value=Sentence(f"kinds.{kind}")) for key, kind in said.values.items())
    return counted(f"{what}s", lines, said.problems, len(statements))


def _finding(what: str, key: str, said: str, kind: str) -> Finding:
    figures = {"key": key, "called": Sentence(f"sorts.a.{kind}"), "why": Sentence(f"sorts.why.{kind}")}
    if said == kind:
        return gained(Sentence(f"sorts.right_{what}", **figures))
    return lost(Sentence(f"sorts.wrong_{what}", **figures, said=Sentence(f"kinds.{said}")))


SORTS = Rubric(
    "sorts",
    check=check_sorts,
    mark=lambda case, party, answer, points, truth: mark_sorts(answer, truth, points),
)
CLAIMS = Rubric(
    "claims",
    check=check_claims,
    mark=lambda case, party, answer, points, truth: mark_sorts(answer, truth, points, CLAIM_KINDS, "claim"),
)
REMARKS = Rubric(
    "remarks",
    check=check_remarks,
    mark=lambda case, party, answer, points, truth: mark_sorts(answer, truth, points, REMARK_KINDS, "remark"),
)
