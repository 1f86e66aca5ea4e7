"""Variants: each student's own version of a case, all of nearly the same difficulty.

In a variant both sides weigh the six issues with the same six weights. The student's side gets them in an order,
and wants ends of the issues, drawn under the key. Then the other side's are drawn, under the same key, from all
within narrow bounds of difficulty. So a student's own points, with all of this code, leave at least
`FEWEST_POSSIBLE` things that the other side may want; only asking narrows them.
"""

import csv
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from itertools import permutations, product
from typing import NamedTuple, TypeVar

from ..analysis.importance import Importance, importance
from ..case import Case, Party, Profile
from ..counterpart import counterpart
from ..errors import NegotiationError
from .party_texts import ends, preferences, with_texts

WEIGHTS = (32, 28, 16, 12, 8, 4)
"""What the issues weigh for either side, in points; five options stand in equal steps."""
OPTIONS = 5
RESERVATION_VALUES = (34, 30)
FEWEST_POSSIBLE = 20
Option = TypeVar("Option")


class Pairing(NamedTuple):
    """The other side's weights, and whether it wants the other end, for own weights in falling order."""

    weights: tuple[int, ...]
    opposed: tuple[bool, ...]


def variant(case: Case, key: str) -> Case:
    """Return the case with what both sides want drawn under the key, and with texts that say so.

    Bounds of difficulty, for every key (tests compute them): the middle of everything is marked 24.2 to 27.1, a random
    package 21.9 to 24.8 on average; two issues are compatible, one is distributive, three are integrative, with
    trades in both directions; each side would get less than its reservation value from the compatible issues
    alone. Raises NegotiationError for a case without leanings or of another shape than six issues of five options.
    """
    wanted = own_profile(case, key)
    facing = choice(key, "other side", possible_profiles(case, wanted))
    return with_profiles(case, wanted, facing)


def with_profiles(case: Case, own: Profile, other: Profile) -> Case:
    """Return the case with these points for its two sides, and with texts that say so."""
    sides = (replace(side, points=points) for side, points in zip(require_sides(case), (own, other), strict=True))
    told = (with_texts(side, case.issues, preferences(side.points), case.language) for side in sides)
    return replace(case, parties=tuple(told))


def own_profile(case: Case, key: str) -> Profile:
    """Return what the student's side, the first of the case, wants under this key."""
    own, _ = require_sides(case)
    order = choice(key, "own weights", _orders())
    wanted = [choice(key, f"own end {place}", ends(own, issue)) for place, issue in enumerate(case.issues)]
    return tuple(map(points_row, order, wanted))


def possible_profiles(case: Case, own: Profile) -> tuple[Profile, ...]:
    """Return all that the other side of a variant may want where the student's side wants this, sorted.

    Raises NegotiationError where these are fewer than 20, because the points could then be guessed.
    """
    _, other = require_sides(case)
    ranked = sorted(range(len(own)), key=lambda place: -max(own[place]))
    wanted = [own[place].index(max(own[place])) for place in ranked]
    facing = [(best, OPTIONS - 1 - best) for best in wanted]  # what the other side wants, by whether it is opposed
    open_ends = [ends(other, case.issues[place]) for place in ranked]
    may = [tuple(best in some for best in both) for both, some in zip(facing, open_ends, strict=True)]
    found = []
    for weights, opposed in pairings():
        if all(fits[other_end] for fits, other_end in zip(may, opposed, strict=True)):
            rows = {p: points_row(w, both[o]) for p, w, both, o in zip(ranked, weights, facing, opposed, strict=True)}
            found.append(tuple(rows[place] for place in range(len(own))))
    if len(found) < FEWEST_POSSIBLE:
        raise NegotiationError(
            f"the other side of a variant of {case.title!r} could be guessed: only {len(found)} profiles fit; "
            "give it leanings toward both ends of more issues."
        )
    return tuple(sorted(found))


def conceivable_profiles(case: Case) -> tuple[Profile, ...]:
    """Return what the other side of a variant may want, for somebody who does not look at their own side's points.

    Every order of the weights, each with eight choices of ends in which any two issues are independent: enough for
    the bits that two questions tell, and the same for every student. Raises NegotiationError for a case
    without leanings or of another shape than six issues of five options.
    """
    _, other = require_sides(case)
    return _conceivable(tuple(ends(other, issue) for issue in case.issues))


def profiles_after(case: Case, known: Sequence[int]) -> tuple[Profile, ...]:
    """Return what the other side of a variant may want, for somebody to whom it told its wishes on some issues.

    On these (from 0) it wants the true end, as strongly in words; otherwise every order of the weights and every end
    that it may want, whatever the student's side wants. Raises NegotiationError for a case without leanings or of
    another shape than six issues of five options.
    """
    _, other = require_sides(case)
    told = preferences(other.points)
    choices = [(told[n].best,) if n in known else ends(other, issue) for n, issue in enumerate(case.issues)]
    orders = [order for order in _orders() if all(_strength(order[n]) is told[n].strength for n in known)]
    return tuple(tuple(map(points_row, order, chosen)) for order in orders for chosen in product(*choices))


def _strength(weight: int) -> Importance:
    return importance(weight, sum(WEIGHTS), len(WEIGHTS))


@lru_cache(maxsize=8)
def _conceivable(open_ends: tuple[tuple[int, ...], ...]) -> tuple[Profile, ...]:
    choices = [
        [ends_of[(run & mask).bit_count() % len(ends_of)] for mask, ends_of in enumerate(open_ends, 1)]
        for run in range(8)
    ]
    return tuple(tuple(map(points_row, order, chosen)) for order in _orders() for chosen in choices)


@lru_cache(maxsize=1)
def pairings() -> tuple[Pairing, ...]:
    """Return the pairings of the two sides' preferences within the bounds of difficulty.

    They are kept in a file, because finding them takes half a minute; `python -m tools.pairings --write` does.
    """
    text = resources.files(__package__).joinpath("pairings.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(
        Pairing(tuple(map(int, row["weights"].split())), tuple(sign == "x" for sign in row["opposed"])) for row in rows
    )


def choice(key: str, what: str, options: Sequence[Option]) -> Option:
    """Return one of the options, as likely as any other, the same for the same key and purpose."""
    return options[_drawn(key, what) % len(options)]


def shuffled(key: str, things: Sequence[Option]) -> list[Option]:
    """Return the things in an order drawn under the key."""
    return [things[n] for n in sorted(range(len(things)), key=lambda n: _drawn(key, f"place {n}") % (1 << 62))]


def _drawn(key: str, what: str) -> int:
    """Return a number of 256 bits, the same for the same key and purpose."""
    return int.from_bytes(sha256(f"{key}\0{what}".encode()).digest(), "big")


@lru_cache(maxsize=1)
def _orders() -> tuple[tuple[int, ...], ...]:
    return tuple(permutations(WEIGHTS))


@lru_cache(maxsize=64)
def points_row(weight: int, best: int) -> tuple[int, ...]:
    """Return points that rise in equal steps to the weight at the best option, which is the first or the last."""
    rising = tuple(weight * step // (OPTIONS - 1) for step in range(OPTIONS))
    return rising if best else rising[::-1]


def require_sides(case: Case) -> tuple[Party, Party]:
    """Return the student's side and the other; raise NegotiationError where the case can have no variants."""
    own = case.parties[0]
    other = counterpart(case, own.name)
    if not case.has_variants:
        raise NegotiationError(f"the case {case.title!r} has no variants; its parties have no leanings.")
    shape = [len(issue.options) for issue in case.issues]
    complete = all(ends(side, issue) for side in (own, other) for issue in case.issues)
    if shape != [OPTIONS] * len(WEIGHTS) or case.reservation_values != RESERVATION_VALUES or not complete:
        raise NegotiationError(
            f"the case {case.title!r} can have no variants; give it {len(WEIGHTS)} issues of {OPTIONS} options, the "
            f"reservation values {RESERVATION_VALUES[0]} and {RESERVATION_VALUES[1]}, and a leaning on every issue."
        )
    return own, other
