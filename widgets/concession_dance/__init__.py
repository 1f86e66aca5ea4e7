"""The concession dance."""

from .concession_dance import ConcessionDance

__all__ = ["ConcessionDance"]
