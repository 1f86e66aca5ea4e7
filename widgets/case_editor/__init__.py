"""A case that somebody writes, checked while it is written."""

from .case_editor import CaseEditor

__all__ = ["CaseEditor"]
