"""A talk that was kept, gone through again message by message."""

from .talk_replay import TalkReplay

__all__ = ["TalkReplay"]
