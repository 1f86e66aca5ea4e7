"""The negotiation table."""

from .negotiation_table import NegotiationTable

__all__ = ["NegotiationTable"]
