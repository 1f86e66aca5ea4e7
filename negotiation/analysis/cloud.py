"""The cloud: what the packages are worth to the parties, for a picture."""

from functools import lru_cache
from operator import add
from random import Random

from ..case import Case, Payoffs


@lru_cache(maxsize=8)
def cloud(case: Case, at_most: int = 4000) -> tuple[Payoffs, ...]:
    """Return the distinct payoffs of all packages, sorted; of a large case a sample of packages.

    The sample is the same at every call. It has `at_most` payoffs, fewer where some are drawn twice.
    """
    found: set[Payoffs] = {(0,) * len(case.parties)}
    for columns in zip(*(party.points for party in case.parties), strict=True):
        options = set(zip(*columns, strict=True))
        found = {tuple(map(add, payoffs, points)) for payoffs in found for points in options}
        if len(found) > at_most:
            return _sample(case, at_most)
    return tuple(sorted(found))


def _sample(case: Case, size: int) -> tuple[Payoffs, ...]:
    draw = Random(0)
    packages = (tuple(draw.randrange(len(issue.options)) for issue in case.issues) for _ in range(size))
    return tuple(sorted({case.payoffs(package) for package in packages}))
