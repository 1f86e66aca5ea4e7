"""What a mark says of an answer that could not be read, or of its lines that could not."""

from ...answers.answer import Answer
from ..report.mark import Mark, lost, note, unread
from ..report.report import Finding
from ..sentence import Sentence


def also(answer: Answer, problems: tuple[str, ...]) -> tuple[Finding, ...]:
    """Return the findings on what could not be read."""
    return (*map(unread, problems), *((note(answer.note),) if answer.note else ()))


def unmarked(answer: Answer, problems: tuple[str, ...], points: float, sentence: str) -> Mark:
    """Return the mark of an answer that cannot earn anything, with the sentence that says why."""
    return Mark(0, points, (lost(sentence), *also(answer, problems)))


def unanswered(answer: Answer, problems: tuple[str, ...], points: float, what: str, how: str) -> Mark:
    """Return the mark of an answer of which nothing could be read, or that says nothing.

    `what` says what does not stand there, such as "no step has a kind", and `how` what to write.
    """
    sentence = Sentence("unanswered.unread" if problems else "unanswered.yet", what=what, how=how)
    return unmarked(answer, problems, points, sentence)


def incomplete(answer: Answer, unread: tuple[str, ...], missing: tuple[str, ...], points: float, sentence: str) -> Mark:
    """Return the mark of an answer that is not complete: why, what could not be read, and what is missing."""
    return Mark(0, points, (lost(sentence), *also(answer, unread), *map(lost, missing)))
