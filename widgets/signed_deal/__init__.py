"""A signed deal."""

from .signed_deal import SignedDeal

__all__ = ["SignedDeal"]
