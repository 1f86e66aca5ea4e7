"""The blame spiral."""

from .blame_spiral import BlameSpiral

__all__ = ["BlameSpiral"]
