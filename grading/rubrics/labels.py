"""The answer `labels`: which issues are distributive, integrative or compatible."""

from collections import Counter

from ...answers.answer import Answer
from ...answers.by_issue import Reading, read_by_issue
from ...answers.readers import label_lines
from ...negotiation import Case, IssueKind, issue_kinds
from ..report.mark import Mark, gained, lost, note, tally, unread
from ..sentence import Sentence
from .rubric import Check, Rubric, above_guessing


def read_labels(case: Case, answer: Answer) -> Reading[IssueKind]:
    """Return the kind that the answer gives each issue."""
    return read_by_issue(case, answer, label_lines(case))


def mark_labels(case: Case, answer: Answer, points: float) -> Mark:
    """Return the mark: the share labelled right, rescaled so that calling every issue the same earns nothing.

    (right - b) / (n - b), at least 0, where b of the n issues are of the commonest kind. Where all are of one kind
    the plain share counts.
    """
    labels = read_labels(case, answer)
    kinds = issue_kinds(case)
    findings = [*map(unread, labels.unread), *map(lost, labels.missing)]
    right = 0
    for issue, said, kind in zip(case.issues, labels.values, kinds, strict=True):
        figures = {"issue": issue.name, "kind": Sentence(f"kinds.{kind}"), "why": Sentence(f"labels.why.{kind}")}
        if said is kind:
            right += 1
            findings.append(gained(Sentence("labels.right", **figures)))
        elif said is not None:
            findings.append(lost(Sentence("labels.wrong", **figures, said=Sentence(f"kinds.{said}"))))
    most = max(Counter(kinds).values())
    key = "labels.tally" if most == len(kinds) else "labels.tally_guess"
    findings.append(tally(Sentence(key, right=right, all=len(kinds), guess=above_guessing(most, "issue"))))
    if answer.note:
        findings.append(note(answer.note))
    free = most % len(kinds)
    return Mark(points * max(0.0, (right - free) / (len(kinds) - free)), points, tuple(findings))


def check_labels(case: Case, party: str, answer: Answer) -> Check:
    """Say which issues are labelled."""
    labels = read_labels(case, answer)
    said = [
        Sentence("labels.line", issue=issue.name, kind=Sentence(f"kinds.{kind}"))
        for issue, kind in zip(case.issues, labels.values, strict=True)
        if kind is not None
    ]
    headline = Sentence("labels.understood", count=len(said), all=len(case.issues))
    return Check(headline, tuple(said), labels.unread, labels.missing)


LABELS = Rubric(
    "labels",
    check=check_labels,
    mark=lambda case, party, answer, points: mark_labels(case, answer, points),
)
