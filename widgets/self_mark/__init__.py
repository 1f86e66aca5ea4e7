"""Marking a written answer of one's own by its mark scheme."""

from .self_mark import SelfMark

__all__ = ["SelfMark"]
