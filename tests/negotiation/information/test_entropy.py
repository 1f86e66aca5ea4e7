"""Bits, by hand and against joint distributions."""

from math import log2

import pytest
from biggerpie.negotiation import Case, entropy, partition_bits, profiles, reaction_bits
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases


def test_entropy_by_hand():
    assert entropy([]) == entropy([5]) == entropy([0, 3]) == 0
    assert entropy([1, 1]) == 1
    assert entropy([1] * 8) == pytest.approx(3)
    assert entropy([2, 1, 1]) == pytest.approx(1.5)


def mutual_information(case: Case, packages: list[tuple[int, ...]]) -> float:
    """I(profile; reaction), term by term from the joint distribution."""
    table = profiles(case, "party 1")
    joint = {}
    for row, profile in enumerate(table):
        worth = [sum(points[option] for points, option in zip(profile, p, strict=True)) for p in packages]
        liked = [n for n, value in enumerate(worth) if value == max(worth)]
        for n in liked:
            joint[row, n] = 1 / len(table) / len(liked)
    reaction = [sum(p for (_, n), p in joint.items() if n == m) for m in range(len(packages))]
    return sum(p * log2(p / (reaction[n] / len(table))) for (_, n), p in joint.items())


@settings(max_examples=70)
@given(cases(parties=2), st.data())
def test_reaction_bits_are_the_mutual_information_of_profile_and_reaction(case: Case, data):
    packages = data.draw(st.lists(st.sampled_from(sorted(all_payoffs(case))), min_size=1, max_size=4))
    bits = reaction_bits(profiles(case, "party 1"), packages)
    assert bits == pytest.approx(mutual_information(case, packages), abs=1e-9)
    assert 0 <= bits <= log2(len(packages)) + 1e-9
    assert reaction_bits(profiles(case, "party 1"), [packages[0]] * 3) == pytest.approx(0, abs=1e-9)


def test_a_partition_tells_the_entropy_of_its_cells(job_offer: Case):
    table = profiles(job_offer, "employer")
    assert partition_bits(table, lambda _: 0) == 0
    assert partition_bits(table, lambda profile: profile) == pytest.approx(log2(180))
    assert reaction_bits((), []) == 0
