"""The model made touchable: the simulations, and what a party may read before it negotiates."""

from .briefing import Brief, Conversation
from .package_builder import PackageBuilder
from .payoff_explorer import PayoffExplorer
from .question import Question

__all__ = ["Brief", "Conversation", "PackageBuilder", "PayoffExplorer", "Question"]
