"""Relabeled variants: the same preferences of both sides under other names of issues, and with ends turned round."""

from dataclasses import dataclass
from random import Random

from biggerpie.negotiation import Case, Offer, OfferLog, Package, Profile
from biggerpie.negotiation.variants.party_texts import ends
from biggerpie.negotiation.variants.variant import with_profiles


@dataclass(frozen=True)
class Relabeling:
    """For each issue (from 0) whose preferences it gets, and whether they are turned round."""

    source: tuple[int, ...]
    turned: tuple[bool, ...]

    def profile(self, points: Profile) -> Profile:
        """The points of a side after it."""
        return tuple(points[n][::-1] if turn else points[n] for n, turn in zip(self.source, self.turned, strict=True))

    def package(self, package: Package) -> Package:
        """The package that now is worth what this one was."""
        return tuple(4 - package[n] if turn else package[n] for n, turn in zip(self.source, self.turned, strict=True))

    def log(self, log: OfferLog) -> OfferLog:
        """The offers after it."""
        return tuple(Offer(offer.party, self.package(offer.package)) for offer in log)

    def case(self, case: Case) -> Case:
        """The case after it."""
        return with_profiles(case, *(self.profile(party.points) for party in case.parties))


def drawn_relabeling(case: Case, random: Random, *, keep_first: bool = False) -> Relabeling:
    """A relabeling that the case's texts can tell.

    On the first issue either side can want one end only, so what gets there is an issue on which they want different
    ends, turned as fits. With `keep_first` that issue stays: then as many
    preferences of the other side are possible as before, on which the mark of three packages depends.
    """
    own, other = (tuple(row.index(max(row)) for row in party.points) for party in case.parties)
    order = random.sample(range(len(own)), len(own))
    while own[order[0]] == other[order[0]] or (keep_first and order[0]):
        random.shuffle(order)
    (wanted,) = ends(case.parties[0], case.issues[0])
    turned = [own[order[0]] != wanted, *(random.random() < 0.5 for _ in order[1:])]
    return Relabeling(tuple(order), tuple(turned))
