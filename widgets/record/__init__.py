"""The learner's record: what was done in every simulation, in one file beside the lessons."""

from .entries import Entry, Key, State
from .record import FILE, Keeper, Record, Trouble, record_in

__all__ = ["FILE", "Entry", "Keeper", "Key", "Record", "State", "Trouble", "record_in"]
