"""The deals of a careful student, who judges what they are worth to the other side by strength in words."""

from itertools import product
from random import Random

from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.negotiation import Package, last_offer

from .hearing import heard
from .lines import Lines, package_lines, packages_lines, trade_lines

NEARLY = 10
"""How much less than by the best package the other side may have by the two beside it, in points."""


def package(opened: Opened, _: Random) -> Lines:
    """The traded package."""
    return package_lines(opened.case, heard(opened).logrolled)


def trade(opened: Opened, _: Random) -> Lines:
    """Of the contested issues, one that matters more to the other side against one that matters more to oneself."""
    ear = heard(opened)
    opposed = [place for place in range(len(opened.case.issues)) if not ear.agreed(place)]
    return trade_lines(opened.case, min(opposed, key=ear.stronger), max(opposed, key=ear.stronger))


def offer(opened: Opened, _: Random) -> Lines:
    """A gift about as large as the other side's last one, by what costs least; what is agreed first."""
    ear, log = heard(opened), opened.material["log"]
    before = last_offer(log, opened.party).package
    theirs = [offer.package for offer in log if offer.party != opened.party]
    wanted = ear.worth(before) + ear.own.payoff(theirs[-1]) - ear.own.payoff(theirs[-2])
    wanted = max(wanted, opened.case.parties[1].reservation_value + 2)
    enough = [it for it in opened.case.packages() if wanted <= ear.worth(it)]
    return package_lines(opened.case, max(enough, key=ear.own.payoff))


def packages(opened: Opened, _: Random) -> Lines:
    """The traded package, and two as good for oneself and nearly so for the other, as unlike as can be."""
    ear = heard(opened)
    chosen = [ear.logrolled]
    worth = ear.own.payoff(chosen[0])
    enough = ear.worth(chosen[0]) - NEARLY
    alike = [it for it in opened.case.packages() if abs(ear.own.payoff(it) - worth) <= 2 and ear.worth(it) >= enough]
    while len(chosen) < 3:
        chosen.append(max(alike, key=lambda it: min(_apart(it, other) for other in chosen)))
    return packages_lines(opened.case, chosen)


def _apart(first: Package, second: Package) -> int:
    return sum(abs(one - other) for one, other in zip(first, second, strict=True))


def improved(opened: Opened, _: Random) -> Lines:
    """The traded package, with the shares that both contest moved until both seem to gain."""
    ear, signed = heard(opened), opened.material["signed"]
    split = [not ear.agreed(place) and not ear.stronger(place) for place in range(len(signed))]
    choices = [range(5) if contested else (option,) for contested, option in zip(split, ear.logrolled, strict=True)]

    def smaller_gain(it: Package) -> float:
        return min(ear.own.payoff(it) - ear.own.payoff(signed), ear.worth(it) - ear.worth(signed))

    return package_lines(opened.case, max(product(*choices), key=smaller_gain))
