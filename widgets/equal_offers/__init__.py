"""Three equal offers."""

from .equal_offers import EqualOffers

__all__ = ["EqualOffers"]
