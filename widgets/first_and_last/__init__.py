"""First and last: a learner's first bets and deal beside the last ones."""

from .first_and_last import FirstAndLast

__all__ = ["FirstAndLast"]
