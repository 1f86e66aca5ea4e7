"""The answer `labels`: which issues are distributive, integrative or compatible."""

from collections import Counter
from collections.abc import Collection, Sequence

from ...answers.answer import Answer
from ...answers.asked import read_asked
from ...answers.by_issue import Reading, read_by_issue
from ...answers.readers import label_lines
from ...negotiation import Case, IssueKind, ShortTalk, issue_kinds
from ..report.mark import Mark, gained, lost, note, tally, unread
from ..sentence import Sentence
from .rubric import Check, Rubric, above_guessing


def read_labels(case: Case, answer: Answer) -> Reading[IssueKind]:
    """Return the kind that the answer gives each issue."""
    return read_by_issue(case, answer, label_lines(case))


def mark_labels(case: Case, answer: Answer, points: float, known: Collection[int] | None = None) -> Mark:
    """Return the mark: the share labelled right, rescaled so that calling every issue the same earns nothing.

    (right - b) / (n - b), at least 0, where b of the n issues are of the commonest kind. Where all are of one kind
    the plain share counts. With `known`, the issues (from 0) on which the other side told its wish, only labels that
    follow from these count.
    """
    labels = read_labels(case, answer)
    kinds = issue_kinds(case)
    follows = range(len(kinds)) if known is None else what_follows(kinds, known)
    findings = [*map(unread, labels.unread), *map(lost, labels.missing)]
    right = 0
    for place, (issue, said, kind) in enumerate(zip(case.issues, labels.values, kinds, strict=True)):
        figures = {"issue": issue.name, "kind": Sentence(f"kinds.{kind}"), "why": Sentence(f"labels.why.{kind}")}
        if said is not None and place not in follows:
            findings.append(lost(Sentence("labels.not_heard", issue=issue.name, said=Sentence(f"kinds.{said}"))))
        elif said is kind:
            right += 1
            findings.append(gained(Sentence("labels.right", **figures)))
        elif said is not None:
            findings.append(lost(Sentence("labels.wrong", **figures, said=Sentence(f"kinds.{said}"))))
    most = max(Counter(kinds).values())
    heard, same = "" if known is None else "_heard", "" if most == len(kinds) else "_guess"
    key = f"labels.tally{heard}{same}"
    findings.append(tally(Sentence(key, right=right, all=len(kinds), guess=above_guessing(most, "issue"))))
    if answer.note:
        findings.append(note(answer.note))
    free = most % len(kinds)
    return Mark(points * max(0.0, (right - free) / (len(kinds) - free)), points, tuple(findings))


def what_follows(kinds: Sequence[IssueKind], known: Collection[int]) -> frozenset[int]:
    """Return the issues (from 0) whose kind follows where it is known how many there are of each kind.

    Beside the known ones these are all the others, if all of them have to be of one kind.
    """
    left = {kind for place, kind in enumerate(kinds) if place not in known}
    return frozenset(range(len(kinds)) if len(left) == 1 else known)


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


def _heard(case: Case, asked: Answer | None, talk: ShortTalk | None) -> frozenset[int] | None:
    """Return the issues on which a wish was told, None where there was no talk."""
    if asked is None or talk is None:
        return None
    questions = read_asked(case, asked)
    return talk.known(questions.issues, questions.again)


LABELS = Rubric(
    "labels",
    check=check_labels,
    mark=lambda case, party, answer, points, asked=None, talk=None: mark_labels(
        case, answer, points, _heard(case, asked, talk)
    ),
)
