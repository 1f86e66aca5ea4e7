"""A search by steps: the best change of one thing, or of two, until none is better."""

from collections.abc import Callable, Iterator
from itertools import combinations, product

Found = tuple[int, ...]


def climbed(value: Callable[[Found], float], start: Found, values: int, *, pairs: bool = True) -> Found:
    """Return where climbing from a start ends; each thing has `values` values from 0."""
    here, worth = start, value(start)
    while True:
        best = max(_near(here, values, pairs=pairs), key=value)
        if value(best) <= worth + 1e-9:
            return here
        here, worth = best, value(best)


def best_climbed(value: Callable[[Found], float], starts: list[Found], values: int, *, pairs: bool = True) -> Found:
    """Return the best of all ends."""
    return max((climbed(value, start, values, pairs=pairs) for start in starts), key=value)


def _near(here: Found, values: int, *, pairs: bool) -> Iterator[Found]:
    for place, other in product(range(len(here)), range(values)):
        if other != here[place]:
            yield (*here[:place], other, *here[place + 1 :])
    for first, second in combinations(range(len(here)), 2) if pairs else ():
        for one, two in product(range(values), repeat=2):
            if one != here[first] and two != here[second]:
                yield (*here[:first], one, *here[first + 1 : second], two, *here[second + 1 :])
