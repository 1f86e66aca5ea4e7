"""What is relabeled changes no mark: not a package's, not that of three packages, not a next offer's."""

from random import Random

import pytest
from biggerpie.grading import Answer
from biggerpie.grading.dossiers.dossier import drawn_case
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.rubrics.next_offer import mark_next_offer
from biggerpie.grading.rubrics.package import mark_package
from biggerpie.grading.rubrics.packages import mark_packages
from biggerpie.negotiation import Case, Package, nash, package_mark

from ..rubrics.texts import written
from .relabeling import Relabeling, drawn_relabeling

PLACES = ("picture-book illustrator", "village-hall company log")
TRIES = 8
PACKAGES = 30


def some_packages(case: Case, random: Random) -> list[Package]:
    """Packages drawn at random, and some that both would sign, a step or two from the best."""
    drawn = [tuple(random.randrange(5) for _ in range(6)) for _ in range(PACKAGES)]
    best = nash(case).package
    near = [tuple(random.choice((option, random.randrange(5))) for option in best) for _ in range(PACKAGES)]
    return [best, case.compromise, *drawn, *near]


def tries(words: str, *, keep_first: bool):
    """Yield a case with its material, a relabeling of it, and packages."""
    for number in range(TRIES):
        random = Random(f"{words} {number}")
        opened = drawn_case(named_case(words), f"relabeled {number}")
        change = drawn_relabeling(opened.case, random, keep_first=keep_first)
        yield opened, change, change.case(opened.case), some_packages(opened.case, random)


def answer(case: Case, *packages: Package) -> Answer:
    """The packages as a student writes them."""
    if len(packages) == 1:
        return Answer("it", written(case, packages[0]))
    return Answer("it", "\n".join(f"package {n}:\n{written(case, it)}" for n, it in enumerate(packages, 1)))


def test_a_relabeling_moves_wishes_and_keeps_payoffs():
    moved = 0
    for opened, change, again, packages in tries(PLACES[0], keep_first=False):
        moved += again.parties[0].points != opened.case.parties[0].points
        for package in packages:
            assert again.payoffs(change.package(package)) == opened.case.payoffs(package)
    assert moved == TRIES


@pytest.mark.parametrize("words", PLACES)
def test_a_relabeled_package_has_exactly_the_same_mark(words):
    for opened, change, again, packages in tries(words, keep_first=False):
        for package in packages:
            assert package_mark(again, change.package(package)) == package_mark(opened.case, package)
            marks = [
                mark_package(case, answer(case, it), opened.party, 40).points
                for case, it in ((opened.case, package), (again, change.package(package)))
            ]
            assert marks[0] == marks[1]


@pytest.mark.parametrize("words", PLACES)
def test_three_relabeled_packages_have_exactly_the_same_mark(words):
    earned = set()
    for opened, change, again, packages in tries(words, keep_first=True):
        for three in zip(packages[::3], packages[1::3], packages[2::3], strict=False):
            relabeled = map(change.package, three)
            first = mark_packages(opened.case, answer(opened.case, *three), opened.party, 80).points
            assert mark_packages(again, answer(again, *relabeled), opened.party, 80).points == first
            earned.add(first)
    assert len(earned) > 20


def test_a_relabeled_next_offer_has_exactly_the_same_mark():
    earned = set()
    for opened, change, again, packages in tries(PLACES[1], keep_first=False):
        log = opened.material["log"]
        for package in packages:
            first = mark_next_offer(opened.case, log, answer(opened.case, package), opened.party, 32).points
            relabeled = answer(again, change.package(package))
            assert mark_next_offer(again, change.log(log), relabeled, opened.party, 32).points == first
            earned.add(first)
    assert len(earned) > 20


def test_turning_everything_twice_changes_nothing():
    twice = Relabeling((0, 1, 2, 3, 4, 5), (True,) * 6)
    assert twice.package(twice.package((0, 1, 2, 3, 4, 0))) == (0, 1, 2, 3, 4, 0)
