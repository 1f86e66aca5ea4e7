"""A played exchange game as two rows of marks, and what is certain to have been a slip."""

from collections.abc import Sequence
from typing import Any

from ...negotiation import ExchangeStrategy, mean_exchange_points
from .._words import decimal

Moves = tuple[bool, bool]
Meant = ExchangeStrategy | Sequence[bool]
"""A strategy, or the moves that a learner chose."""


def slips(sides: tuple[Meant, Meant], rounds: Sequence[Moves]) -> list[tuple[bool, bool]]:
    """Return for each round whether each side certainly did what it did not mean to do.

    Where a strategy leaves it to chance (a generous one after a keep), a slip cannot be told from a whim: none is
    reported.
    """
    seen = [(True, True), (True, True), *rounds]
    found = []
    for number, moves in enumerate(rounds):
        first, second = (
            _slipped(side, number, (seen[number][other], seen[number + 1][other]), moves[1 - other])
            for side, other in zip(sides, (1, 0), strict=True)
        )
        found.append((first, second))
    return found


def _slipped(side: Meant, number: int, seen: Moves, move: bool) -> bool:  # noqa: FBT001  # a move is given or kept
    if isinstance(side, ExchangeStrategy):
        return abs(side.means_to_give(seen) - move) == 1
    return side[number] != move


def strip(
    rounds: Sequence[Moves], slipped: Sequence[Moves], names: tuple[str, str], words: dict[str, Any]
) -> dict[str, Any]:
    """Return what the browser draws of a game, and one sentence about it."""
    both, none = (sum(moves == (kind, kind) for moves in rounds) for kind in (True, False))
    first, second = (decimal(points, 2, words) for points in mean_exchange_points(rounds))
    sentence = words["strip_sentence"].format(
        rounds=len(rounds), both=both, one=len(rounds) - both - none, none=none, first=first, second=second
    )
    rows = [
        {"name": name, "moves": [m[side] for m in rounds], "slips": [s[side] for s in slipped]}
        for side, name in enumerate(names)
    ]
    return {"rows": rows, "sentence": sentence}
