"""A student who knows everything, the other side's points too, and gives the best answer there is."""

from itertools import combinations
from math import prod
from random import Random

from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.grading.rubrics.equal_packages import LEAST_MARK
from biggerpie.negotiation import (
    Case,
    Package,
    equal_within,
    frontier,
    interest_links,
    issue_kinds,
    nash,
    next_offer,
    package_mark,
    payoff_changes,
    profiles,
    question_bits,
    reaction_bits,
    steps,
)
from biggerpie.negotiation.variants.final_offers import beats
from biggerpie.negotiation.variants.variant import profiles_after

from ..talking import giving, hearing
from . import own_talk
from .lines import (
    Lines,
    asked_lines,
    by_issue,
    decision_lines,
    numbered,
    package_lines,
    packages_lines,
    student,
    trade_lines,
)
from .minutes import read_in_minutes

KEPT = 24
"""Of the packages that come into question beside the best one, how many are tried with each other."""


def _asked(opened: Opened, _: Random) -> Lines:
    """Five issues, and the one of which nothing was told once more."""
    (vague,) = (turn.issue for turn in opened.material["short_talk"].turns(range(5)) if not turn.clear)
    return asked_lines(opened.case, range(5), vague)


def _labels(opened: Opened, _: Random) -> Lines:
    return by_issue(opened.case, issue_kinds(opened.case))


def _package(opened: Opened, _: Random) -> Lines:
    return package_lines(opened.case, nash(opened.case).package)


def _trade(opened: Opened, _: Random) -> Lines:
    """The issues on which the package handed in beside it asks each side to give way."""
    case, signed = opened.case, opened.material.get("signed")
    package = nash(case).package if signed is None else _best_step(case, signed)
    gives = [_giving_way(case, package, side) for side in (0, 1)]
    return trade_lines(case, *(found[0] for found in gives))


def _giving_way(case: Case, package: Package, side: int) -> list[int]:
    own, other = case.parties[side], case.parties[1 - side]
    weights = zip(own.weights(), other.weights(), strict=True)
    return [
        place
        for place, (mine, theirs) in enumerate(weights)
        if mine < theirs and 2 * own.points[place][package[place]] < mine and issue_kinds(case)[place] != "compatible"
    ]


def _steps(opened: Opened, _: Random) -> Lines:
    minutes = opened.material["minutes"]
    return [(f"step {step.number}", step.kind) for step in steps(minutes.case, minutes.log)]


def _changes(opened: Opened, _: Random) -> Lines:
    minutes = opened.material["minutes"]
    for step in steps(minutes.case, minutes.log):
        yield from [(f"gift {step.number}", step.gift), (f"cost {step.number}", step.cost)]


def _offer(opened: Opened, _: Random) -> Lines:
    """The best of the packages that are, for what the other side has, the best for oneself."""
    case, log = opened.case, opened.material["log"]
    richest: dict[int, Package] = {}
    for package in case.packages():
        own, other = case.payoffs(package)
        if other not in richest or own > case.payoffs(richest[other])[0]:
            richest[other] = package
    return package_lines(case, max(richest.values(), key=lambda it: next_offer(case, log, opened.party, it).share))


def _links(opened: Opened, _: Random) -> Lines:
    for (mine, theirs), links in interest_links(opened.case, opened.party).items():
        if links:
            yield f"mine {mine + 1} + theirs {theirs + 1}", links[0].kind


def _questions(opened: Opened, _: Random) -> Lines:
    talk = opened.material["first_talk"]
    table, pairs = profiles_after(opened.case, talk.known), combinations(range(len(talk.questions)), 2)
    first, second = max(pairs, key=lambda pair: question_bits(table, [talk.questions[n] for n in pair]))
    return [("first", first + 1), ("second", second + 1)]


def _priorities(opened: Opened, _: Random) -> Lines:
    other = opened.case.parties[1].weights()
    return numbered(opened.case.issues[place].name for place in sorted(range(6), key=lambda n: -other[n]))


def _packages(opened: Opened, _: Random) -> Lines:
    """The best package, and of those as good for oneself two whose reception tells much beside it."""
    case, best = opened.case, nash(opened.case).package
    some = profiles(case, case.parties[1].name)[::4]
    alike = sorted(_alike(opened, best), key=lambda one: -reaction_bits(some, [best, one]))[:KEPT]
    pairs = [(one, other) for one, other in combinations(alike, 2) if _differ(one, other)]
    return packages_lines(case, (best, *max(pairs, key=lambda pair: reaction_bits(some, [best, *pair]))))


def _alike(opened: Opened, best: Package) -> list[Package]:
    """The packages that count and that are as good as the best one for oneself, or nearly, but differ."""
    own, nearly = opened.case.parties[0], equal_within(opened.case, opened.party) // 2
    worth = own.payoff(best)
    near = (it for it in opened.case.packages() if abs(own.payoff(it) - worth) <= nearly and _differ(it, best))
    return [package for package in near if package_mark(opened.case, package) >= LEAST_MARK]


def _differ(first: Package, second: Package) -> bool:
    return sum(one != other for one, other in zip(first, second, strict=True)) > 1


def _improved(opened: Opened, _: Random) -> Lines:
    return package_lines(opened.case, _best_step(opened.case, opened.material["signed"]))


def _best_step(case: Case, signed: Package) -> Package:
    """The step from a signed deal that leaves nobody worse and has the greatest product of gains (Nash 1950)."""
    gains = {point.package: payoff_changes(case, signed, point.package) for point in frontier(case)}
    steps = [package for package, gained in gains.items() if any(gained) and min(gained) >= 0]
    return max(steps, key=lambda package: (prod(gains[package]), sum(gains[package])))


def _claims(opened: Opened, _: Random) -> Lines:
    for number, text in opened.material["claims_made"].texts.items():
        yield number, read_in_minutes(opened.case, opened.material["log"], text)


def _decision(opened: Opened, _: Random) -> Lines:
    final, own = opened.material["final_offers"].final, opened.case.parties[0]
    worth = [final.alternative, *map(own.payoff, final.offers)]
    beaten = next(n for n, it in enumerate(final.offers, 1) if any(beats(own.points, o, it) for o in final.offers))
    return decision_lines(final.alternative, beaten, worth.index(max(worth)) or "none")


perfect = student(
    {
        "claims": _claims,
        "decision": _decision,
        "asked": _asked,
        "labels": _labels,
        "package": _package,
        "trade": _trade,
        "steps": _steps,
        "changes": _changes,
        "offer": _offer,
        "remarks": lambda opened, _: opened.material["remarks_heard"].truth.items(),
        "sorts": lambda opened, _: opened.material["statements"].truth.items(),
        "links": _links,
        "questions": _questions,
        "priorities": _priorities,
        "packages": _packages,
        "improved": _improved,
        "preparation": own_talk.true_sheet,
        "plan": own_talk.coming_down,
        "transcript": own_talk.talk(giving),
        "scene": own_talk.talk(hearing),
        "authored_case": lambda *_: own_talk.own_case(own_talk.FOUR_KINDS),
    }
)
