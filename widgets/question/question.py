"""A question without a simulation: for the hook, for recall, and for comparing two cases."""

from .._bundle import module, style
from .._words import words
from ..simulation import NO_PREDICTION, Simulation


class Question(Simulation):
    """A question whose choices are each answered in words of their own."""

    _esm = module("question/question.js")
    _css = style()

    def __init__(self, lesson: int, name: str) -> None:
        """Ask the question of that name from the words of a lesson."""
        super().__init__("question", name, bets=words(f"questions/{lesson:02}"), asked_in=f"lesson {lesson}")

    def right_choice(self) -> int:
        """Return the choice that the words call right, -1 where each is answered by itself."""
        return int(self._bet.get("right", NO_PREDICTION))

    def verdict_for(self, prediction: int) -> str:
        """Return what is said to this choice."""
        return str(self._bet["choices"][prediction]["verdict"])
