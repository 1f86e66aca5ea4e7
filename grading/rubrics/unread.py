"""What a mark says of an answer that could not be read, or of its lines that could not."""

from ...answers.answer import Answer
from ..report.mark import Mark, lost, note
from ..report.report import Finding


def also(answer: Answer, problems: tuple[str, ...]) -> tuple[Finding, ...]:
    """Return the findings on what could not be read."""
    return (*map(lost, problems), *((note(answer.note),) if answer.note else ()))


def unmarked(answer: Answer, problems: tuple[str, ...], points: float, sentence: str) -> Mark:
    """Return the mark of an answer that says nothing yet."""
    return Mark(0, points, (lost(sentence), *also(answer, problems)))
