"""The plain dealer: says what it wants, asks what you want, and gives as you give."""

from ..parts.habit import Habit

PLAIN_DEALER = Habit("plain-dealer")
