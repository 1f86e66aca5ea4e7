"""The negotiation table, and two talks at it side by side; a replay needs neither to show a talk that was kept."""

from typing import TYPE_CHECKING

from ...negotiation.when_used import when_used
from .held_talk import held_talk

if TYPE_CHECKING:
    from .negotiation_table import NegotiationTable
    from .two_talks import TwoTalks

__all__ = ["NegotiationTable", "TwoTalks", "held_talk"]

_HOMES = {"negotiation_table": ("NegotiationTable",), "two_talks": ("TwoTalks",)}
__getattr__, __dir__ = when_used(__name__, _HOMES)
