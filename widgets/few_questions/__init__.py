"""The few questions that there is time for."""

from .few_questions import FewQuestions

__all__ = ["FewQuestions"]
