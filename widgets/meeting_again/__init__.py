"""Meeting again."""

from .meeting_again import MeetingAgain

__all__ = ["MeetingAgain"]
