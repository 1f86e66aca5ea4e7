"""A question without a simulation: for the hook, for recall, and for comparing two cases."""

from ._bundle import module, style
from .simulation import Simulation


class Question(Simulation):
    """A question whose choices are each answered in words of their own."""

    _esm = module("question.js")
    _css = style()

    def __init__(self, name: str) -> None:
        """Ask the question of that name."""
        super().__init__("question", name)

    def verdict_for(self, prediction: int) -> str:
        """Return what is said to this choice."""
        return str(self._bet["choices"][prediction]["verdict"])
