"""The best guesses of packages, of trades in them, of offers and of improvements."""

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import product
from math import log2

from biggerpie.grading.rubrics.equal_packages import BEST, EQUAL, FEASIBLE, LEAST_MARK, REVEALS, SIZE, SPREAD
from biggerpie.negotiation import next_offer
from biggerpie.negotiation.information.entropy import reaction_bits

from ..simulated.lines import package_lines, packages_lines, trade_lines
from .climbing import best_climbed, climbed
from .others import ALL, OPTIONS, OWN, OWN_LEAST, WEIGHTS, Other, Ranked, own_worth, ranks
from .view import Answers, Unasked

STARTS = [(2,) * 6, (4, 4, 2, 2, 0, 0), (4, 3, 2, 2, 1, 0), (3, 3, 3, 1, 1, 0), (4, 4, 4, 0, 0, 0)]
Value = Callable[[Other, Ranked, int], float]
"""What a ranked package, worth so many points to oneself, earns with one possible other side, as a share."""


def text(lines) -> str:
    """Lines as they stand in a cell."""
    return "".join(f"{key}: {value}\n" for key, value in lines)


def above(share: float, begins: float) -> float:
    """What a share earns where marks begin above another."""
    return max(0.0, share - begins) / (1 - begins)


def best(view: Unasked, value: Value, starts: list[Ranked], *, pairs: bool = False) -> Ranked:
    """The package that earns most on average."""
    return _best(view.others, value, tuple(starts), pairs=pairs)


def _best(others: tuple[Other, ...], value: Value, starts: tuple[Ranked, ...], *, pairs: bool) -> Ranked:
    def mean(ranked: Ranked) -> float:
        worth = own_worth(ranked)
        return sum(value(other, ranked, worth) for other in others) if worth >= OWN_LEAST else 0.0

    found = best_climbed(mean, list(starts), OPTIONS, pairs=False)
    return climbed(mean, found, OPTIONS) if pairs else found


@lru_cache(maxsize=64)
def _best_package(others: tuple[Other, ...], begins: float, *, pairs: bool) -> Ranked:
    return _best(
        others, lambda o, it, worth: above(o.mark(worth, o.worth(it)) / 100, begins), tuple(STARTS), pairs=pairs
    )


def package(view: Unasked, *, thorough: bool) -> Answers:
    """One package."""
    ranked = _best_package(view.others, 0.6, pairs=thorough)
    return {"package": text(package_lines(view.opened.case, view.package(ranked)))}


def trade(view: Unasked, *, thorough: bool, within: str = "package") -> Answers:
    """A package and two lines about it; where a deal is signed, the package has to be better."""
    deal = view.opened.material.get("signed")
    signed = None if deal is None else view.ranked(deal)
    ranked, mine, yours = _best_trade(view.others, _start_of_trade(view), signed)
    places, case = ranks(view.own), view.opened.case
    lines = trade_lines(case, places[mine], places[yours])
    return {within: text(package_lines(case, view.package(ranked))), "trade": text(lines)}


def _start_of_trade(view: Unasked) -> Ranked:
    return _best_package(view.others, 0.0, pairs=False)


@lru_cache(maxsize=64)
def _best_trade(others: tuple[Other, ...], start: Ranked, signed: Ranked | None) -> tuple[Ranked, int, int]:
    lines = [(mine, yours) for mine, yours in product(range(1, 6), range(5)) if mine > yours]
    found = [(_with_trade(others, mine, yours, start, signed), mine, yours) for mine, yours in lines]
    return max(found, key=lambda it: sum(_both_right(o, it[0], own_worth(it[0]), it[1:], signed) for o in others))


def _with_trade(others: tuple[Other, ...], mine: int, yours: int, start: Ranked, signed: Ranked | None) -> Ranked:
    def value(other: Other, ranked: Ranked, worth: int) -> float:
        return _both_right(other, ranked, worth, (mine, yours), signed) + other.mark(worth, other.worth(ranked)) / 1e6

    given = {mine: 0, yours: ALL}
    starts = tuple(tuple(given.get(n, got) for n, got in enumerate(it)) for it in (start, signed) if it)
    return _best(others, value, starts, pairs=False)


def _both_right(other: Other, ranked: Ranked, worth: int, lines: tuple[int, int], signed: Ranked | None) -> float:
    mine, yours = lines
    if signed and not _is_better(other, ranked, worth, signed):
        return 0.0
    gives = other.opposed[mine] and WEIGHTS[mine] < other.weights[mine] and 2 * OWN[mine][ranked[mine]] < WEIGHTS[mine]
    theirs = other.weights[yours]
    takes = other.opposed[yours] and WEIGHTS[yours] > theirs and 2 * other.rows[yours][ranked[yours]] < theirs
    return float(gives and takes and other.mark(worth, other.worth(ranked)) > 0)


def _is_better(other: Other, ranked: Ranked, worth: int, signed: Ranked) -> bool:
    own, theirs = worth - own_worth(signed), other.worth(ranked) - other.worth(signed)
    return min(own, theirs) >= 0 and own + theirs > 0


def offer(view: Unasked, *, thorough: bool) -> Answers:
    """A ninth offer; the best one with each possible other side is found by the kit, only once."""
    case, log, party = view.opened.case, view.opened.material["log"], view.opened.party
    mine, theirs = [view.ranked(it.package) for it in log[6::2]], [view.ranked(it.package) for it in log[5::2]]
    answered = own_worth(theirs[1]) - own_worth(theirs[0])
    had = [other.worth(mine[0]) for other in view.others]
    greatest = {other: dict[int, int]() for other in view.others}
    per = dict(zip(view.others, had, strict=True))

    def share(other: Other, ranked: Ranked, worth: int) -> float:
        gift, theirs_now = other.worth(ranked) - per[other], other.worth(ranked)
        if gift <= 0 or theirs_now < 30:
            return 0.0
        known = greatest[other]
        if worth not in known:
            known[worth] = max(b for a, b in other.frontier if a >= worth) - per[other]
        return (min(gift, answered) / max(gift, answered) + gift / known[worth]) / 2

    ranked = best(view, lambda *it: above(share(*it), 0.6), [mine[0], (2,) * 6], pairs=thorough)
    assert next_offer(case, log, party, view.package(ranked))
    return {"offer": text(package_lines(case, view.package(ranked)))}


def improved(view: Unasked, *, thorough: bool) -> Answers:
    """A deal instead of the one that is signed."""
    signed = view.ranked(view.opened.material["signed"])
    before = own_worth(signed)
    theirs = {other: other.worth(signed) for other in view.others}
    left = {other: other.slack(before, theirs[other]) for other in view.others}

    def share(other: Other, ranked: Ranked, worth: int) -> float:
        now = other.worth(ranked)
        gain = min(worth - before, now - theirs[other])
        if gain <= 0:
            return 0.0
        climb = 1 - other.slack(worth, now) / left[other]
        return max(0.0, 2 * climb - 1) * min(1.0, 2 * gain / left[other])

    moves = [(0,) * 6, (2, 2, -1, -1, -2, -2), (2, 0, 0, -1, -1, -1), (2, 2, 2, -2, -2, -2)]
    starts = [tuple(min(ALL, max(0, a + b)) for a, b in zip(signed, move, strict=True)) for move in moves]
    ranked = best(view, share, starts, pairs=thorough)
    return {"improved": text(package_lines(view.opened.case, view.package(ranked)))}


def packages(view: Unasked, *, thorough: bool) -> Answers:
    """Three packages."""
    three = _best_three(view.others[:: 2 if thorough else 3], thorough=thorough)
    ranked = [three[0:6], three[6:12], three[12:18]]
    return {"packages": text(packages_lines(view.opened.case, map(view.package, ranked)))}


@lru_cache(maxsize=16)
def _best_three(others: tuple[Other, ...], *, thorough: bool) -> tuple[int, ...]:
    rows = [tuple(map(tuple, other.rows)) for other in others]

    @cache
    def bits(good: tuple[Ranked, ...]) -> float:
        return reaction_bits(rows, good) / log2(SIZE) if len(good) > 1 else 0.0

    def value(three: tuple[int, ...]) -> float:
        some = (three[0:6], three[6:12], three[12:18])
        return sum(above(_three(other, some, bits), 0.5) for other in others)

    first = _best_package(others, 0.6, pairs=False)
    alike = [it for it in product(range(OPTIONS), repeat=6) if abs(own_worth(it) - own_worth(first)) <= 4]
    near = sorted(
        (it for it in alike if _apart(it, first) >= 2),
        key=lambda it: -sum(o.mark(own_worth(it), o.worth(it)) for o in others),
    )
    second = near[0]
    third = next(it for it in near if _apart(it, second) >= 2)
    start = (*first, *second, *third)
    return best_climbed(value, [start], OPTIONS, pairs=False) if thorough else start


def _apart(one: Ranked, other: Ranked) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _three(other: Other, some: tuple[Ranked, ...], bits: Callable[[tuple[Ranked, ...]], float]) -> float:
    marks = [other.mark(own_worth(it), other.worth(it)) for it in some]
    good = [it for it, mark in zip(some, marks, strict=True) if mark >= LEAST_MARK]
    pairs = [(a, b) for n, a in enumerate(good) for b in good[:n] if _apart(a, b) >= 2]
    equal = sum(abs(own_worth(a) - own_worth(b)) <= 5 for a, b in pairs) / 3
    spread, feasible = len(pairs) / 3, len({it for it, mark in zip(some, marks, strict=True) if mark}) / 3
    best_of = max(marks) / 100 * spread
    parts = (FEASIBLE * feasible, EQUAL * equal, SPREAD * spread, BEST * best_of, REVEALS * bits(tuple(good)) * spread)
    return sum(parts) / 100
