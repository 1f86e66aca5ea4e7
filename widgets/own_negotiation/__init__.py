"""My negotiation: the sheet for a talk of the learner's own."""

from .own_negotiation import OwnNegotiation

__all__ = ["OwnNegotiation"]
