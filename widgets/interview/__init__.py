"""The interview."""

from .interview import Interview

__all__ = ["Interview"]
