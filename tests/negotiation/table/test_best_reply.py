"""The best reply without enumeration equals the one that enumeration finds."""

from itertools import product
from random import Random

import pytest
from biggerpie.negotiation.case import profile_payoff
from biggerpie.negotiation.table.parts.best_reply import best_reply


def enumerated(own, guess, level):
    """Return the greatest guess, and the greatest own worth at it, of all packages that reach the level."""
    packages = product(*(range(len(row)) for row in own))
    sums = ((profile_payoff(guess, package), profile_payoff(own, package)) for package in packages)
    return max((worth for worth in sums if worth[1] >= level), default=None)


@pytest.mark.parametrize("seed", range(600))
def test_it_is_the_best_of_all_packages_at_the_level(seed):
    draw = Random(seed)
    sizes = [draw.randint(1, 4) for _ in range(draw.randint(2, 5))]
    own, guess = (tuple(tuple(draw.randint(0, 12) for _ in range(size)) for size in sizes) for _ in range(2))
    level = draw.randint(0, sum(map(max, own)))
    package = best_reply(own, guess, level)
    assert (profile_payoff(guess, package), profile_payoff(own, package)) == enumerated(own, guess, level)


def test_out_of_reach_it_is_the_best_for_the_side_itself():
    assert best_reply(((0, 5, 2), (3, 1)), ((9, 0, 0), (0, 9)), 100) == (1, 0)


def test_one_issue_is_enough():
    assert best_reply(((5, 3, 0),), ((0, 4, 9),), 3) == (1,)
