"""The two sides of a case between two."""

from dataclasses import replace

from .case import Case, Party
from .errors import NegotiationError

TWO = 2


def require_two_parties(case: Case) -> None:
    """Raise NegotiationError unless the case has exactly two parties."""
    if len(case.parties) != TWO:
        raise NegotiationError(
            f"the case {case.title!r} has {len(case.parties)} parties; only between two is there one other side, "
            "so take a case of two."
        )


def counterpart(case: Case, party: str) -> Party:
    """Return the one who sits opposite the party; raise NegotiationError unless there are exactly two."""
    own = case.party(party)
    require_two_parties(case)
    return next(side for side in case.parties if side is not own)


def own_first(case: Case, party: str) -> Case:
    """Return the case with this party first and the other side second; raise NegotiationError unless there are two."""
    return replace(case, parties=(case.party(party), counterpart(case, party)))
