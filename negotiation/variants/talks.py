"""Talks and deals drawn under a key: what an exercise puts before a student, equally difficult for all.

Those of a student's own case tell hardly anything of what the other side wants (tests count what they leave).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from ..analysis.measures import is_feasible, slack
from ..case import Case, Package, Party, Profile, profile_payoff
from ..counterpart import counterpart
from ..errors import NegotiationError
from ..process.offer_log import Offer, OfferLog, StepKind, reciprocity_balance, step_kind
from .party_texts import preferences
from .variant import FEWEST_POSSIBLE, choice, possible_profiles, shuffled

OFFERS = 8
ATTEMPTS = 200
LAST_GIFT = (7, 16)
"""What the other side's last step gives the student, in points: enough to feel, and to answer."""
OWN_FROM_SIGNED = (54, 62)
"""What a signed deal gives the first party, in points; the middle gives 50."""
LEAST_SLACK = 8
LEAST_LEFT = FEWEST_POSSIBLE
"""The fewest sets of preferences of the other side that the talks of a student's own case must leave possible."""
MOST_GIVEN = 12
"""What a step costs the side that gives, at most, in points."""
StepTest = Callable[[int, int], bool]
Moves = tuple[tuple[int, int], ...]
"""Issues (from 0), each with the option to which it moves."""


def mixed_talks(case: Case, key: str) -> OfferLog:
    """Return eight offers by turns, the first party first, whose six steps are one of each kind, in a drawn order."""
    for attempt in range(ATTEMPTS):
        draw = f"{key} mixed {attempt}"
        kinds = shuffled(draw, list(StepKind))
        wanted = [lambda own, other, kind=kind: step_kind(own, other) is kind for kind in kinds]
        if log := _walk(case, draw, _near_the_middle(case, draw), wanted):
            return log
    raise NegotiationError(f"no talks with a step of each kind were found in the case {case.title!r}.")


def giving_talks(case: Case, key: str) -> OfferLog:
    """Return eight offers by turns that both would sign, whose six steps all give the other side something.

    So the reciprocity balance is that of the plain sums of gifts. It differs from 1.
    """
    for attempt in range(ATTEMPTS):
        draw = f"{key} giving {attempt}"
        firsts = _near_the_middle(case, draw)
        if all(is_feasible(case, first) for first in firsts):
            log = _walk(case, draw, firsts, [_is_gift] * (OFFERS - 2), changed=1)
            if log and all(is_feasible(case, offer.package) for offer in log) and reciprocity_balance(case, log) != 1:
                return log
    raise NegotiationError(f"no talks in which both sides give were found in the case {case.title!r}.")


def own_talks(case: Case, key: str) -> OfferLog:
    """Return eight offers by turns, the first party first, so that the ninth is its own.

    It opens with the best for itself and gives way three times. The other side's three steps each bring it something,
    the last one 7 to 16 points. All this depends on what the student wants, and of the other side's preferences only on
    this, that none of its offers, and not the last one to it, is below its reservation value. Even so they leave at
    least 20 sets of preferences possible, and all that answer every question alike.
    """
    own = case.parties[0]
    other = counterpart(case, own.name)
    for attempt in range(ATTEMPTS):
        draw = f"{key} {attempt}" if attempt else key
        mine = _give_way(own, other, f"{draw} own")
        theirs = _come_nearer(own, other, f"{draw} other")
        if _tells_little(case, (*theirs, mine[-1])):
            offers = [offer for pair in zip(mine, theirs, strict=True) for offer in pair]
            return tuple(Offer((own, other)[n % 2].name, package) for n, package in enumerate(offers))
    raise NegotiationError(
        f"no talks that keep the other side's preferences open were found in the case {case.title!r}."
    )


def _tells_little(case: Case, signable: Sequence[Package]) -> bool:
    """Return whether enough other sides would sign these packages, among them all that answer as the true one."""
    own, other = case.parties[0].points, case.parties[1]
    possible = possible_profiles(case, own)
    left = {p for p in possible if all(profile_payoff(p, it) >= other.reservation_value for it in signable)}
    answers = preferences(other.points)
    return len(left) >= LEAST_LEFT and all(profile in left for profile in possible if preferences(profile) == answers)


def signed_deal(case: Case, key: str) -> Package:
    """Return a deal near the middle that both would sign and that can be improved.

    It gives the first party somewhat more than the middle of everything, so that the middle is no improvement.
    """
    for attempt in range(ATTEMPTS):
        draw = f"{key} signed {attempt}"
        moved = shuffled(draw, list(range(len(case.issues))))[:4]
        package = list(case.compromise)
        for place, step in zip(moved, (1, 1, -1, -1), strict=True):
            package[place] += step
        deal = tuple(package)
        if OWN_FROM_SIGNED[0] <= case.parties[0].payoff(deal) <= OWN_FROM_SIGNED[1] and can_be_improved(case, deal):
            return deal
    raise NegotiationError(f"no deal near the middle that can be improved was found in the case {case.title!r}.")


def can_be_improved(case: Case, deal: Package) -> bool:
    """Return whether both would sign a deal on which each could still get 8 points or more."""
    return is_feasible(case, deal) and slack(case, deal) >= LEAST_SLACK


def _near_the_middle(case: Case, draw: str) -> list[Package]:
    """Return the first offers of both sides."""
    return [tuple(choice(draw, f"{side} {n}", (1, 2, 3)) for n in range(len(case.issues))) for side in (0, 1)]


def _is_gift(own: int, other: int) -> bool:
    return -MOST_GIVEN <= own < 0 < other


def _walk(case: Case, draw: str, firsts: list[Package], wanted: Sequence[StepTest], changed: int = 2) -> OfferLog:
    """Return talks that begin with these offers and whose steps are as wanted; () where some step is impossible.

    A step changes at most `changed` issues.
    """
    packages = list(firsts)
    for number, fits in enumerate(wanted, 2):
        before = packages[number - 2]
        sides = (case.parties[number % 2].points, case.parties[1 - number % 2].points)
        if not (found := [moves for moves, own, other in _moves(sides, before, changed) if fits(own, other)]):
            return ()
        moves = dict(choice(draw, f"step {number}", found))
        packages.append(tuple(moves.get(place, option) for place, option in enumerate(before)))
    return tuple(Offer(case.parties[n % 2].name, package) for n, package in enumerate(packages))


def _moves(sides: tuple[Profile, Profile], package: Package, changed: int) -> Iterator[tuple[Moves, int, int]]:
    """Yield each way to change no issue, one or two, with what that changes for the two sides, in points."""
    rows = zip(*sides, package, strict=True)
    single = [
        (((place, option),), own[option] - own[now], other[option] - other[now])
        for place, (own, other, now) in enumerate(rows)
        for option in range(len(own))
        if option != now
    ]
    yield (), 0, 0
    yield from single
    for (first, own, other), (second, also_own, also_other) in combinations(single, changed) if changed > 1 else ():
        if first[0][0] != second[0][0]:
            yield first + second, own + also_own, other + also_other


def _give_way(own: Party, other: Party, draw: str) -> list[Package]:
    """Return four packages, each two options from the side's best toward the middle on another issue.

    The last one is none that the other side would refuse.
    """
    best = tuple(map(_best, own.points))
    for attempt in range(ATTEMPTS):
        packages, step = [best], list(best)
        for place in shuffled(f"{draw} {attempt}", list(range(len(best))))[:3]:
            step[place] += 2 if step[place] == 0 else -2
            packages.append(tuple(step))
        if other.payoff(packages[-1]) >= other.reservation_value:
            return packages
    raise NegotiationError(f"no talks in which the {own.name} gives way were found.")


def _come_nearer(own: Party, other: Party, draw: str) -> list[Package]:
    """Return four packages that begin near the middle and come nearer to what that side wants."""
    for attempt in range(ATTEMPTS):
        start = [choice(f"{draw} {attempt}", f"first {place}", (1, 2, 3)) for place in range(len(own.points))]
        packages, step = [tuple(start)], start
        for place in shuffled(f"{draw} {attempt}", list(range(len(start))))[:3]:
            size = choice(f"{draw} {attempt}", f"size {place}", (1, 2))
            step[place] += size if own.points[place][-1] else -size
            packages.append(tuple(step))
        if not all(0 <= option < len(row) for option, row in zip(step, own.points, strict=True)):
            continue
        gift = own.payoff(packages[-1]) - own.payoff(packages[-2])
        modest = all(other.payoff(package) >= other.reservation_value for package in packages)
        if LAST_GIFT[0] <= gift <= LAST_GIFT[1] and modest:
            return packages
    raise NegotiationError(f"no talks that bring the {own.name} something were found.")


def _best(row: tuple[int, ...]) -> int:
    return row.index(max(row))
