"""The order in which the choices of a bet are shown: another one for each bet, the same for everybody."""

from hashlib import sha256
from typing import Any

SHUFFLE = 245
"""One of the shuffles in which the best answers of all bets lie at every place about equally often."""


def as_shown(bet: dict[str, Any], name: str) -> dict[str, Any]:
    """Return what the browser gets of a bet; the name decides the order in which its choices are shown.

    A choice keeps its position in the words, so a prediction means the same in every language and order.
    """
    choices = [choice["text"] for choice in bet["choices"]]
    return {"question": bet["question"], "choices": choices, "order": choice_order(name, len(choices))}


def choice_order(name: str, count: int) -> list[int]:
    """Return the positions (from 0) of so many choices in the order in which they are shown."""
    return sorted(range(count), key=lambda place: sha256(f"{SHUFFLE} {name} {place}".encode()).digest())
