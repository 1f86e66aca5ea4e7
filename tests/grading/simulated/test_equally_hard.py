"""A package is as hard to find in every variant: what the same manner earns hardly depends on whose case it is."""

from collections import defaultdict
from functools import cache
from statistics import fmean

import pytest
from biggerpie.grading.dossiers.dossier import Opened, drawn_case, read_dossier, written_dossier
from biggerpie.grading.dossiers.named import NamedCase
from biggerpie.negotiation import Case, nash, package_mark, payoff_counts
from biggerpie.negotiation.variants.variant import Pairing

from tools.pairings import marks as marks_by_formula

from .hearing import heard
from .lines import own_best

CASES = {
    "01-both-can-gain": NamedCase("picture-book", "illustrator"),
    "07-another-table": NamedCase("village-hall", "company"),
}
KEYS = 400
FEWEST = 15
"""How many variants a group has at least; smaller ones say little of a mean."""
EXACT = 100
"""For how many of them the mean of all packages is computed, which takes a while."""
APART = 3
MANNERS = ("perfect", "logroller", "middle", "greedy")


def pairing(case: Case) -> Pairing:
    """What the other side weighs and wants, in the order in which the issues matter to the student."""
    own, other = case.parties
    ranked = sorted(range(len(own.points)), key=lambda place: -max(own.points[place]))
    best = [[row.index(max(row)) for row in side.points] for side in (own, other)]
    weights = tuple(max(other.points[place]) for place in ranked)
    return Pairing(weights, tuple(best[0][place] != best[1][place] for place in ranked))


def package_marks(whole: Opened, known: Opened) -> dict[str, float]:
    case = whole.case
    packages = (nash(case).package, heard(known).logrolled, case.compromise, own_best(known))
    return {manner: package_mark(case, package) for manner, package in zip(MANNERS, packages, strict=True)}


@pytest.fixture(scope="module", params=CASES)
def class_of(request) -> list[tuple[Case, dict[str, float]]]:
    """The variants of an exercise under 400 keys, each with what the four manners earn on it."""
    named = CASES[request.param]
    wholes = [drawn_case(named, f"{request.param} {number}") for number in range(KEYS)]
    return [(whole.case, package_marks(whole, read_dossier(named, written_dossier(named, whole)))) for whole in wholes]


def in_groups(class_of, group) -> dict[object, dict[str, float]]:
    """The mean mark of each manner in each group that is large enough."""
    found = defaultdict(list)
    for case, marks in class_of:
        found[group(case)].append(marks)
    assert sum(len(some) >= FEWEST for some in found.values()) > 4
    return {
        name: {manner: fmean(one[manner] for one in some) for manner in MANNERS}
        for name, some in found.items()
        if len(some) >= FEWEST
    }


GROUPS = {
    "which of one's own issues the other side wants the same of": lambda case: pairing(case).opposed,
    "what the other side's weight is on one's own two heaviest issues": lambda case: pairing(case).weights[:2],
    "which issue weighs most for the student": lambda case: case.parties[0].weights().index(32),
}


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_the_mean_mark_of_a_manner_hardly_differs_between_groups_of_variants(class_of, group):
    rows = in_groups(class_of, group).values()
    for manner in MANNERS:
        assert max(row[manner] for row in rows) - min(row[manner] for row in rows) < APART, manner


def test_not_even_two_single_variants_are_further_apart(class_of):
    for manner in MANNERS:
        marks = [marks[manner] for _, marks in class_of]
        assert max(marks) - min(marks) < APART, manner


@cache
def mean_of_a_random_package(pair: Pairing) -> float:
    """The exact mean over all packages, by the formula alone."""
    return marks_by_formula(pair)[1]


def test_so_it_is_with_the_exact_mean_of_a_random_package(class_of):
    found = [mean_of_a_random_package(pairing(case)) for case, _ in class_of[:EXACT]]
    assert max(found) - min(found) < APART


def test_that_mean_is_the_kits(class_of):
    case, _ = class_of[0]
    some = {case.payoffs(package): package for package in case.packages()}
    total = sum(count * package_mark(case, some[payoffs]) for payoffs, count in payoff_counts(case).items())
    assert total / case.size == pytest.approx(mean_of_a_random_package(pairing(case)))


def test_the_four_manners_are_in_the_same_order_in_every_variant(class_of):
    for _, marks in class_of:
        assert marks["perfect"] == pytest.approx(100)
        assert marks["perfect"] >= marks["logroller"] > marks["middle"] > marks["greedy"] == 0
