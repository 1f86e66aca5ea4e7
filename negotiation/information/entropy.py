"""Information: how many bits an answer or a reaction tells about who one is dealing with."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from fractions import Fraction
from math import log2

from ..case import Package, Profile, profile_payoff


def entropy(weights: Iterable[int | Fraction]) -> float:
    """Return the entropy of outcomes as likely as these weights, in bits (Shannon 1948).

    0 for a single outcome, log2(n) for n equally likely ones; weights need not sum to 1.
    """
    positive = [weight for weight in weights if weight > 0]
    total = sum(positive)
    return sum(float(weight / Fraction(total)) * log2(total / weight) for weight in positive) + 0.0


def partition_bits(profiles: Iterable[Profile], cell: Callable[[Profile], Hashable]) -> float:
    """Return the bits that the answer `cell` tells on average, where all profiles are equally likely."""
    return entropy(Counter(map(cell, profiles)).values())


def favourites(profile: Profile, packages: Sequence[Package]) -> tuple[int, ...]:
    """Return which of the packages (from 0) somebody with this profile likes best, equals together."""
    worth = [profile_payoff(profile, package) for package in packages]
    return tuple(place for place, points in enumerate(worth) if points == max(worth))


def reaction_bits(profiles: Sequence[Profile], packages: Sequence[Package]) -> float:
    """Return the bits that hearing which of the packages is liked best tells on average; at most log2(their number).

    All profiles are equally likely. Whoever likes several best names each of them as likely, and such a coin
    tells nothing: the result is the mutual information of profile and reaction, so a package written
    three times tells 0 bits. 0 without profiles or packages.
    """
    named = [Fraction(0)] * len(packages)
    coins = 0.0
    for profile in profiles:
        liked = favourites(profile, packages)
        coins += log2(len(liked)) if liked else 0.0
        for place in liked:
            named[place] += Fraction(1, len(liked))
    return max(0.0, entropy(named) - coins / len(profiles)) if profiles else 0.0
