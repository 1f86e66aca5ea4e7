"""Talks at the table that tests of several lessons hold."""

from dataclasses import dataclass

from biggerpie.negotiation import Case
from biggerpie.negotiation.table import Accept, Message, Negotiator, Offer, View, meet, talk_between


@dataclass
class Stone:
    """Repeats its best offer, and takes what lies on the table when the time is up."""

    def reply(self, view: View) -> Message:
        """Return the same offer as always, or in the last turn what is the best to take."""
        party = view.party
        best = tuple(row.index(max(row)) for row in party.points)
        taken = max(view.open_packages, key=party.payoff, default=None)
        if view.turns_left == 1 and taken and party.payoff(taken) >= party.reservation_value:
            return Message((Accept(taken),))
        return Message((Offer((best,)),))


def earned(case: Case, own: int, me: Negotiator, rounds: int, seed: int) -> int:
    """What whoever sits in this place (from 0) and begins has after a talk with a plain dealer of that seed."""
    other = meet("plain-dealer", seed)
    return talk_between(case, (other, me) if own else (me, other), rounds, own).payoffs[own]
