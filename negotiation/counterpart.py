"""The other side of a two-party case."""

from .case import Case, Party
from .errors import NegotiationError

TWO = 2


def counterpart(case: Case, party: str) -> Party:
    """Return the one who sits opposite the party; raise NegotiationError unless there are exactly two."""
    own = case.party(party)
    if len(case.parties) != TWO:
        raise NegotiationError(
            f"the case {case.title!r} has {len(case.parties)} parties; only between two is there one other side."
        )
    return next(side for side in case.parties if side is not own)
