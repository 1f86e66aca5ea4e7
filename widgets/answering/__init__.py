"""What the widgets have in common that write an answer into its cell and read it from there."""

from .answering import Answering

__all__ = ["Answering"]
