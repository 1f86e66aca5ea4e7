"""The text box for a written answer."""

from .written_answer import WrittenAnswer

__all__ = ["WrittenAnswer"]
