"""Spaced review: questions that return."""

from .spaced_review import SpacedReview

__all__ = ["SpacedReview"]
