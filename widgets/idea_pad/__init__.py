"""The idea pad."""

from .idea_pad import IdeaPad

__all__ = ["IdeaPad"]
