"""One orange."""

from .one_orange import OneOrange

__all__ = ["OneOrange"]
