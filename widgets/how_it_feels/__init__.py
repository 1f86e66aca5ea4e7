"""How it feels."""

from .how_it_feels import HowItFeels

__all__ = ["HowItFeels"]
