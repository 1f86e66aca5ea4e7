"""The next offer."""

from .next_offer_table import NextOfferTable

__all__ = ["NextOfferTable"]
