"""The answers `sorts`, `remarks` and `claims`: of what kind each statement is, each remark, or each claim."""

from collections import Counter
from collections.abc import Collection, Mapping

from ...answers.answer import Answer
from ...answers.numbered import Said, read_keyed
from ...answers.readers import sort_lines
from ...negotiation import Case, NegotiationError, did_you_mean
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from .rubric import Check, Rubric, above_guessing, counted
from .unread import also, unanswered

KINDS = {
    "position": "it says what somebody demands, not why",
    "interest": "it says why somebody wants something",
    "option": "it is one way to settle the matter, and nobody has demanded it yet",
    "criterion": "it is a standard that does not depend on what either side wants",
}
"""The four of Fisher & Ury (1981), and why a statement is one."""


REMARK_KINDS = {
    "attack": "it judges a person, not the matter",
    "matter": "it is about the matter, a fact, one's own feeling or a request, however hard",
}
"""Whether a remark keeps the person apart from the problem, and why."""
CLAIM_KINDS = {
    "true": "the offers show it",
    "false": "the offers show that it isn't so",
    "not shown": "no offer shows it, so ask for something that does, or write it in as a condition",
}
"""Whether what somebody claims can be held against what stands written, and what came of it."""
CALLED = {"matter": "no attack", **{kind: kind for kind in CLAIM_KINDS}}


def read_sorts(
    answer: Answer, truth: Mapping[str, str], kinds: Mapping[str, str] = KINDS, what: str = "statement"
) -> Said[str, str]:
    """Return the kind that the answer gives each statement, by the statement's key in `truth`.

    `kinds` are the kinds with the reasons why a statement is one, and `what` is the word for a statement.
    """
    return read_keyed(answer, sort_lines(truth, kinds, what))


def mark_sorts(
    answer: Answer,
    truth: Mapping[str, str],
    points: float,
    kinds: Mapping[str, str] = KINDS,
    what: str = "statement",
) -> Mark:
    """Return the mark: the share sorted right, rescaled so that calling everything the same earns nothing.

    (right - b) / (1 - b), at least 0, where b is the greatest share that one and the same kind for all would
    get. `truth` gives each statement's kind by its number or key; `kinds` and `what` as in `read_sorts`. Raises
    NegotiationError for an unknown kind and where all statements are of one kind.
    """
    if unknown := set(truth.values()) - kinds.keys():
        raise NegotiationError(f"{min(unknown)!r} is not a kind of {what}{did_you_mean(min(unknown), kinds)}")
    most = max(Counter(truth.values()).values(), default=0)
    if most == len(truth):
        raise NegotiationError(f"all {what}s are of one kind, so there is nothing to sort; add others.")
    said = read_sorts(answer, truth, kinds, what)
    if not said.values:
        return unanswered(answer, said.problems, points, f"no {what} is sorted", f"'1: {min(kinds)}', say")
    findings = [lost(f"nothing that counts is said about {what} {key}.") for key in truth if key not in said.values]
    findings += [
        _finding(f"{what} {key}", said.values[key], kind, kinds[kind])
        for key, kind in truth.items()
        if key in said.values
    ]
    right = sum(said.values.get(key) == kind for key, kind in truth.items())
    findings.append(tally(f"{right} of {len(truth)} {what}s are sorted right; {above_guessing(most, what)}."))
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


def _check(answer: Answer, statements: Collection[str], kinds: Mapping[str, str], what: str) -> Check:
    said = read_sorts(answer, dict.fromkeys(statements, ""), kinds, what)
    lines = (f"{key}: {kind}" for key, kind in said.values.items())
    return counted(f"{what}s", lines, said.problems, len(statements))


def _finding(name: str, said: str, kind: str, why: str) -> Finding:
    called = CALLED.get(kind) or f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    if said == kind:
        return gained(f"{name} is {called}: {why}.")
    return lost(f"{name}: you said {said}, but it is {called}: {why}.")


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
