"""Going on to another case: forms that are open hear of it, empty themselves, and hand over what was answered."""

from collections.abc import Callable

Keep = Callable[[str, str], None]
"""Keeps what stood in the cell of an answer: its name, its text."""

_listeners: list[Callable[[Keep], None]] = []


def when_it_begins(told: Callable[[Keep], None]) -> None:
    """Call this when another case begins."""
    _listeners.append(told)


def begin_another_case(keep: Keep) -> None:
    """Tell all that listen; what was answered so far goes to `keep`."""
    for told in _listeners:
        told(keep)
