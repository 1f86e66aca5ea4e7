"""The negotiation table, and two talks at it side by side."""

from .held_talk import held_talk
from .negotiation_table import NegotiationTable
from .two_talks import TwoTalks

__all__ = ["NegotiationTable", "TwoTalks", "held_talk"]
