"""A question without a simulation."""

from .question import Question

__all__ = ["Question"]
