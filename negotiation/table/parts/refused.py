"""What was offered in vain: an option that the other side lets pass again and again is liked less than was guessed."""

from collections.abc import Sequence

from ...case import Package
from .best_reply import Rows
from .temper import WHOLE

TRIES, LOSS, MOST_LOST = 2, 100, 900
"""Twice costs nothing; each further time takes a tenth off what an option is guessed to be worth, at most nine."""


def after_refusals(guess: Rows, mine: Sequence[Package], last: Package) -> Rows:
    """Return the guess after own offers that were not accepted; `last` is the other side's last offer.

    An option that the other side offers as well keeps its worth. Without this somebody who is wrong about a weighty
    issue would repeat the same vain offer to the end.
    """
    rows = [list(row) for row in guess]
    for row, offered, theirs in zip(rows, zip(*mine, strict=True), last, strict=True):
        for option in set(offered) - {theirs}:
            vain = max(0, offered.count(option) - TRIES)
            row[option] = row[option] * (WHOLE - min(MOST_LOST, LOSS * vain)) // WHOLE
    return rows
