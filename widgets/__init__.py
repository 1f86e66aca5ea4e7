"""The model made touchable: the simulations, and what a party may read before it negotiates."""

from ._words import languages, speak
from .blame_spiral import BlameSpiral
from .briefing import Brief, Conversation
from .meeting_again import MeetingAgain
from .package_builder import PackageBuilder
from .payoff_explorer import PayoffExplorer
from .question import Question

__all__ = [
    "BlameSpiral",
    "Brief",
    "Conversation",
    "MeetingAgain",
    "PackageBuilder",
    "PayoffExplorer",
    "Question",
    "languages",
    "speak",
]
