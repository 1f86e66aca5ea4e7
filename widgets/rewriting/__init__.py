"""Rewriting."""

from .rewriting import Rewriting

__all__ = ["Rewriting"]
