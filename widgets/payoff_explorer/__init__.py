"""The payoff explorer."""

from .payoff_explorer import PayoffExplorer

__all__ = ["PayoffExplorer"]
