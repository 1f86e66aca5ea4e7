"""A played exchange game as two rows of marks, and what is certain to have been a slip."""

from collections.abc import Sequence
from typing import Any

from ...negotiation import Moves, mean_exchange_points
from .._words import Words, decimal


def strip(rounds: Sequence[Moves], slipped: Sequence[Moves], names: tuple[str, str], words: Words) -> dict[str, Any]:
    """Return what the browser draws of a game, and one sentence about it."""
    both, none = (sum(moves == (kind, kind) for moves in rounds) for kind in (True, False))
    first, second = (decimal(points, 2, words) for points in mean_exchange_points(rounds))
    sentence = words.say(
        "strip_sentence",
        rounds=len(rounds),
        both=both,
        one=len(rounds) - both - none,
        none=none,
        first=first,
        second=second,
    )
    rows = [
        {"name": name, "moves": [m[side] for m in rounds], "slips": [s[side] for s in slipped]}
        for side, name in enumerate(names)
    ]
    return {"rows": rows, "sentence": sentence}
