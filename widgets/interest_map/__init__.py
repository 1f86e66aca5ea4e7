"""The interest map."""

from .interest_map import InterestMap

__all__ = ["InterestMap"]
