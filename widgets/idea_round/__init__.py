"""The round of ideas."""

from .idea_round import IdeaRound

__all__ = ["IdeaRound"]
