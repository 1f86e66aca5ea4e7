"""A case: what is to be settled, who sits at the table, and what each outcome is worth to whom."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from .errors import NegotiationError, did_you_mean, listing
from .sentence import ENGLISH

Package = tuple[int, ...]
"""One option for every issue, as the option's position (from 0) in each issue, in the case's order."""
Payoffs = tuple[int, ...]
"""What a package is worth to each party, in points, in the case's order of parties."""
Points = tuple[int, ...]
"""The points of every option of one issue."""
Profile = tuple[Points, ...]
"""Points for every option of every issue, in the case's order of issues: all that somebody wants."""


PERSON = re.compile(r"(\S+ (?:and|und|y|e) \S+|\S+)")
"""The names by which one speaks of somebody, at the beginning of a role."""


def profile_payoff(profile: Profile, package: Package) -> int:
    """Return what a package is worth under this profile, in points: the sum over its options."""
    return sum([points[option] for points, option in zip(profile, package, strict=True)])


def profile_weights(profile: Profile) -> tuple[int, ...]:
    """Return how much each issue matters under this profile: best option less worst, in points."""
    return tuple(max(points) - min(points) for points in profile)


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to settle, and the ways to settle it."""

    name: str
    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Interest:
    """What a party needs, why, and the issues it bears on."""

    statement: str
    because: str
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a party answers when it is asked about an issue."""

    issue: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Leaning:
    """An end of an issue that a party may want, with the texts that say so in its brief, its answers and interests."""

    issue: str
    toward: str
    brief: str
    answer: str
    interest: str
    because: str


@dataclass(frozen=True, slots=True)
class Party:
    """One who negotiates: a public role, a confidential brief, and points for every option.

    With leanings it can want other things in a variant; its brief then begins with `opening`, which holds no wish.
    """

    name: str
    role: str
    brief: str
    batna: str
    reservation_value: int
    points: Profile
    interests: tuple[Interest, ...] = ()
    statements: tuple[Statement, ...] = ()
    opening: str = ""
    leanings: tuple[Leaning, ...] = ()

    @property
    def person(self) -> str:
        """The person who speaks for it: "Ilse" by the role "Ilse Reed, who …", or the party's name by any other."""
        found = PERSON.match(self.role)
        return found[1].rstrip(",.") if found else self.name

    def payoff(self, package: Package) -> int:
        """Return what the package is worth to this party, in points: the sum over its options."""
        return profile_payoff(self.points, package)

    def weights(self) -> tuple[int, ...]:
        """Return how much each issue matters to this party: best option less worst, in points."""
        return profile_weights(self.points)


@dataclass(frozen=True, slots=True)
class Case:
    """The issues, the parties and their points: all that a negotiation's outcomes depend on."""

    title: str
    story: str
    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    language: str = ENGLISH
    """The language of its texts."""

    def __hash__(self) -> int:
        """Tell cases apart by their title, language and points: to hash all their texts takes long."""
        return hash((self.title, self.language, *((party.reservation_value, party.points) for party in self.parties)))

    @property
    def size(self) -> int:
        """The number of packages."""
        return prod(len(issue.options) for issue in self.issues)

    @property
    def has_variants(self) -> bool:
        """Whether every party has leanings, so that each student can have a version of their own."""
        return all(party.leanings for party in self.parties)

    @property
    def reservation_values(self) -> Payoffs:
        """The points below which no deal is better, for each party."""
        return tuple(party.reservation_value for party in self.parties)

    @property
    def compromise(self) -> Package:
        """The middle option of every issue (of two middle ones, the first)."""
        return tuple((len(issue.options) - 1) // 2 for issue in self.issues)

    def packages(self) -> Iterator[Package]:
        """Yield every package; a case of 20 issues has more of them than anyone can wait for."""
        return product(*(range(len(issue.options)) for issue in self.issues))

    def payoffs(self, package: Package) -> Payoffs:
        """Return what the package is worth to each party, in points."""
        return tuple(party.payoff(package) for party in self.parties)

    def party(self, name: str) -> Party:
        """Return the party of that name; raise NegotiationError with the nearest name if there is none."""
        for party in self.parties:
            if party.name == name:
                return party
        near = did_you_mean(name, [party.name for party in self.parties])
        raise NegotiationError(f"{name!r} is not a party of the case {self.title!r}{near}")

    def position(self, issue: str) -> int:
        """Return the issue's place (from 0) in the case's order.

        Raises NegotiationError with the nearest name if there is none.
        """
        names = [known.name for known in self.issues]
        if issue not in names:
            raise NegotiationError(f"{issue!r} is not an issue of this case{did_you_mean(issue, names)}")
        return names.index(issue)

    def package(self, options: Mapping[str, str]) -> Package:
        """Return the package that takes the named option for every issue.

        Names are the case's own, to the letter. Raises NegotiationError for an unknown issue or option
        and for an issue left out.
        """
        for name in options:
            self.position(name)
        missing = [issue.name for issue in self.issues if issue.name not in options]
        if missing:
            raise NegotiationError(f"the package says nothing about {listing(missing)}; choose one option for each.")
        for issue in self.issues:
            if (option := options[issue.name]) not in issue.options:
                near = did_you_mean(option, issue.options)
                raise NegotiationError(f"{option!r} is not an option of {issue.name!r}{near}")
        return tuple(issue.options.index(options[issue.name]) for issue in self.issues)

    def in_words(self, package: Package) -> dict[str, str]:
        """Return the package as issue → option, in the case's words."""
        return {issue.name: issue.options[option] for issue, option in zip(self.issues, package, strict=True)}
