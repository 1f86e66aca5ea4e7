"""Whoever copies the best answer to another's case earns what chance earns, far from their own mark."""

from math import hypot, sqrt
from statistics import fmean, stdev

import pytest
from biggerpie.negotiation import Case, IssueKind, issue_kinds, load_case, nash, package_mark, variant

from .test_equally_hard import mean_of_a_random_package, pairing

GIVERS, TAKERS = 34, 50
WITHIN = 4.0
"""How far, in marks, the mean of copied packages may be from a random package's. Such a mean has a standard error of
about 1.2, because one giver's package and one taker's case stand in many pairs; so this is a little over three."""
LABELS_WITHIN = 0.03
"""The same for the share of labels that are right, whose standard error is about 0.008."""


@pytest.fixture(scope="module")
def class_of() -> tuple[list[Case], list[Case]]:
    """The cases of those who give their answers, and those of others who copy."""
    cases = [variant(load_case("picture-book"), f"copied {number}") for number in range(GIVERS + TAKERS)]
    return cases[:GIVERS], cases[GIVERS:]


def standard_error(table: list[list[float]]) -> float:
    """Of the mean of a table in which rows are like each other, and columns."""
    rows, columns = (list(map(fmean, some)) for some in (table, zip(*table, strict=True)))
    return hypot(stdev(rows) / sqrt(len(rows)), stdev(columns) / sqrt(len(columns)))


def test_a_copied_package_scores_like_a_random_one(class_of):
    givers, takers = class_of
    table = [[package_mark(taker, nash(giver).package) for taker in takers] for giver in givers]
    own = [package_mark(giver, nash(giver).package) for giver in givers]
    chance = fmean(mean_of_a_random_package(pairing(taker)) for taker in takers)
    assert min(own) == pytest.approx(100)
    assert 2.5 * standard_error(table) < WITHIN < 5 * standard_error(table)
    assert abs(fmean(map(fmean, table)) - chance) < WITHIN
    assert max(map(fmean, table)) < 50


def test_copied_labels_are_right_as_often_as_chance_has_it(class_of):
    givers, takers = class_of
    table = [[agreement(giver, taker) for taker in takers] for giver in givers]
    assert 2.5 * standard_error(table) < LABELS_WITHIN < 5 * standard_error(table)
    assert abs(fmean(map(fmean, table)) - agreement_by_chance(givers, takers)) < LABELS_WITHIN


def agreement(one: Case, other: Case) -> float:
    """The share of issues that are of the same kind in both."""
    return fmean(here is there for here, there in zip(issue_kinds(one), issue_kinds(other), strict=True))


def agreement_by_chance(some: list[Case], others: list[Case]) -> float:
    """The share for labels as frequent on each issue as they are, where one case tells nothing of another."""
    shares = [
        {
            kind: [fmean(it is kind for it in of_issue) for of_issue in zip(*map(issue_kinds, cases), strict=True)]
            for kind in IssueKind
        }
        for cases in (some, others)
    ]
    return fmean(sum(shares[0][kind][place] * shares[1][kind][place] for kind in IssueKind) for place in range(6))
