"""Guessing by the group."""

from .group_guess import GroupGuess

__all__ = ["GroupGuess"]
