"""Talks at the table that tests of several lessons hold."""

from dataclasses import dataclass

from biggerpie.negotiation import Case
from biggerpie.negotiation.table import Accept, Manner, Message, Negotiator, Offer, Remark, View, meet, talk_between


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


@dataclass
class Builder:
    """Keeps the other side's package but for the few things that help most, and takes what lies there at the end."""

    changes: int

    def reply(self, view: View) -> Message:
        """Return the best package on the table with so many issues settled its own way, or take that package."""
        party = view.party
        theirs = max(view.open_packages, key=party.payoff)
        gains = [max(row) - row[option] for row, option in zip(party.points, theirs, strict=True)]
        dear = sorted(range(len(gains)), key=gains.__getitem__)[-self.changes :]
        rows = enumerate(zip(party.points, theirs, strict=True))
        mine = tuple(row.index(max(row)) if at in dear else option for at, (row, option) in rows)
        if mine == theirs or view.turns_left == 1:
            return Message((Accept(theirs),))
        return Message((Offer((mine,)), Remark(Manner.ACKNOWLEDGE)))


def earned(case: Case, own: int, me: Negotiator, rounds: int, seed: int) -> int:
    """What whoever sits in this place (from 0) and begins has after a talk with a plain dealer of that seed."""
    other = meet("plain-dealer", seed)
    return talk_between(case, (other, me) if own else (me, other), rounds, own).payoffs[own]
