"""The answer `labels`: which issues are distributive, integrative or compatible."""

from ...negotiation import Case, Issue, IssueKind, NegotiationError, did_you_mean, issue_kinds, plain
from ..answers import Answer
from ..mark import Mark, gained, lost, note, public
from ..matching import shown
from .reading import Reading, read_by_issue

WHY = {
    IssueKind.DISTRIBUTIVE: "what one side gains there the other loses, point for point",
    IssueKind.INTEGRATIVE: "both want different ends of it, but it matters more to one side than to the other",
    IssueKind.COMPATIBLE: "one and the same option is best for both",
}


def read_labels(case: Case, answer: Answer) -> Reading[IssueKind]:
    """Return the kind that the answer gives each issue."""
    return read_by_issue(case, answer, _kind)


def mark_labels(case: Case, answer: Answer, points: float) -> Mark:
    """Return the mark: an equal part of the points for each issue labelled right."""
    labels = read_labels(case, answer)
    findings = [public(lost(problem)) for problem in labels.problems]
    right = 0
    for issue, said, kind in zip(case.issues, labels.values, issue_kinds(case), strict=True):
        if said is kind:
            right += 1
            findings.append(gained(f"{issue.name}: {kind}, because {WHY[kind]}."))
        elif said is not None:
            findings.append(lost(f"{issue.name}: you said {said}, but it is {kind}: {WHY[kind]}."))
    findings.append(
        note(f"{right} of {len(case.issues)} issues are labelled right.", how_many(right, len(case.issues)))
    )
    if answer.note:
        findings.append(public(note(answer.note)))
    return Mark(points * right / len(case.issues), points, tuple(findings))


def how_many(right: int, of: int) -> str:
    """Return how many are right, for a hint that does not say which."""
    return f"{right} of {of} are right; which, you will see when the full findings are given."


def _kind(issue: Issue, words: str) -> IssueKind:
    if plain(words) not in set(IssueKind):
        kinds = [str(kind) for kind in IssueKind]
        raise NegotiationError(f"{issue.name}: {shown(words)} is not a kind of issue{did_you_mean(words[:40], kinds)}")
    return IssueKind(plain(words))
