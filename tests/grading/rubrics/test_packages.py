"""The rubric `packages`: three that both would sign, equal for oneself, different, good and telling."""

from itertools import combinations
from math import log2
from random import Random

import pytest
from biggerpie.grading.rubrics.packages import mark_packages, read_packages
from biggerpie.negotiation import Case, equal_within

from ...negotiation import brute_force as brute
from ...negotiation.information.test_entropy import mutual_information
from .texts import answer, written

PERFECT = ((2, 4, 0, 1, 4, 4), (1, 4, 3, 1, 4, 4), (3, 3, 1, 1, 3, 3))
GOOD = ((3, 4, 0, 1, 4, 4), (3, 4, 0, 1, 4, 2), (3, 3, 0, 1, 4, 3))


def three(case: Case, packages: tuple[tuple[int, ...], ...]) -> str:
    return "\n".join(f"package {n}:\n{written(case, package)}" for n, package in enumerate(packages, 1))


def marked(case: Case, packages: tuple[tuple[int, ...], ...], points: float = 100) -> float:
    return mark_packages(case, answer(three(case, packages)), case.parties[0].name, points).points


def by_the_docstring(case: Case, packages: list[tuple[int, ...]]) -> float:
    """The mark as it is described, from all packages and permutations."""
    payoffs = brute.all_payoffs(case)
    inside = [p for p in packages if payoffs[p] in brute.feasible(case, {payoffs[p]})]
    good = [p for p in inside if brute.package_mark(case, p) >= 75]
    spread = [pair for pair in combinations(good, 2) if sum(a != b for a, b in zip(*pair, strict=True)) >= 2]
    own = [payoff[0] for payoff in payoffs.values()]
    equal = [pair for pair in spread if abs(payoffs[pair[0]][0] - payoffs[pair[1]][0]) <= (max(own) - min(own)) // 20]
    best = max((brute.package_mark(case, p) for p in inside), default=0.0)
    bits = mutual_information(case, good) / log2(3) if good else 0.0
    share = len(spread) / 3
    return 10 * len(set(inside)) / 3 + 20 * len(equal) / 3 + 20 * share + 0.3 * best * share + 20 * bits * share


def small_case() -> Case:
    """Three issues of four options with something to trade."""
    from biggerpie.negotiation import Issue, Party

    issues = tuple(Issue(name, "", ("one", "two", "three", "four")) for name in ("price", "date", "place"))
    first = ((0, 4, 8, 12), (9, 6, 3, 0), (0, 1, 2, 6))
    second = ((12, 8, 4, 0), (0, 2, 4, 5), (0, 3, 4, 6))
    return Case("small", "", issues, (Party("party 0", "", "", "", 8, first), Party("party 1", "", "", "", 6, second)))


def test_the_mark_equals_its_description_computed_from_all_packages():
    case, draw = small_case(), Random(3)
    packages = list(case.packages())
    for _ in range(150):
        some = [draw.choice(packages) for _ in range(3)]
        mark = mark_packages(case, answer(three(case, tuple(some))), "party 0", 100)
        assert mark.points == pytest.approx(by_the_docstring(case, some), abs=0.006)


def test_better_sets_earn_more(job_offer: Case):
    draw = Random(5)
    packages = list(job_offer.packages())
    at_random = [marked(job_offer, tuple(draw.sample(packages, 3))) for _ in range(20)]
    perfect, good = marked(job_offer, PERFECT), marked(job_offer, GOOD)
    assert perfect > 97
    assert perfect > good > sum(at_random) / len(at_random) > marked(job_offer, ()) == 0


def test_copying_one_package_three_times_earns_next_to_nothing(job_offer: Case):
    assert marked(job_offer, (PERFECT[0],) * 3) == pytest.approx(10 / 3, abs=0.01)
    nearly = [(*PERFECT[0][:5], notice) for notice in (3, 2, 4)]
    assert marked(job_offer, tuple(nearly)) == 10
    assert marked(job_offer, (job_offer.compromise,) * 3) < 4


def test_packages_that_nobody_would_sign_earn_nothing(job_offer: Case):
    greedy = ((4, 4, 4, 1, 0, 0), (4, 4, 4, 0, 3, 0), (4, 4, 4, 4, 2, 0))
    assert marked(job_offer, greedy) == 0
    given_away = ((0, 0, 0, 1, 0, 4), (0, 0, 0, 0, 4, 4), (0, 1, 0, 3, 3, 4))
    assert marked(job_offer, given_away) == 0
    one_bad = (*PERFECT[:2], greedy[0])
    assert marked(job_offer, one_bad) < marked(job_offer, PERFECT[:2]) + 0.01 < 50


def test_packages_are_begun_by_a_line_or_parted_by_dashes(job_offer: Case):
    dashes = "\n-----\n".join(written(job_offer, package) for package in PERFECT)
    words = "\n".join(
        f"# Package {n}\n{written(job_offer, p)}" for n, p in zip(("one", "B", "3."), PERFECT, strict=True)
    )
    both = "My three offers\n\n" + "\n---\n".join(
        f"package {n}\n{written(job_offer, p)}" for n, p in enumerate(PERFECT, 1)
    )
    for text in (three(job_offer, PERFECT), dashes, words, both):
        assert read_packages(job_offer, answer(text)).packages == PERFECT


def test_a_problem_names_its_package_and_line_and_costs_that_package_only(job_offer: Case):
    text = three(job_offer, PERFECT).replace("salary: 58,000", "salary 58,000")
    read = read_packages(job_offer, answer(text))
    assert read.packages == (*PERFECT[:2], None)
    assert read.problems[0].startswith("package 3: line 17, 'salary 58,000'")
    four = read_packages(job_offer, answer(three(job_offer, (*PERFECT, GOOD[1]))))
    assert four.packages == PERFECT
    assert "only the first 3 are marked" in four.problems[0]


def test_findings_name_pairs_issues_and_measures(job_offer: Case):
    mark = mark_packages(job_offer, answer(three(job_offer, (GOOD[1], GOOD[1], GOOD[2]))), "candidate", 50)
    full = str(mark.report())
    assert "Packages 1 and 2 are the same" in full
    assert "Package 1 leaves you 47 points above your alternative and the employer " in full
    assert "of the most that three packages can tell about what they value; let each package be generous on" in full
    assert "both would sign | 10 | 7" in full
    assert "best of the set | 30 | " in full
    assert "mark of" in full
    one_issue = mark_packages(job_offer, answer(three(job_offer, (PERFECT[0], (2, 4, 0, 1, 4, 2)))), "candidate", 50)
    assert "differ in 'notice period' only" in str(one_issue.report())


def test_equal_means_within_a_twentieth_of_the_own_range(job_offer: Case):
    assert equal_within(job_offer, "candidate") == 5
