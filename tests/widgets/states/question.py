"""The question."""

from biggerpie.widgets import Question


def question() -> Question:
    """The hook of lesson 1."""
    return Question(1, "sign")
