"""Two at one table share a version, other tables have others, and nobody reads both sides of one."""

from dataclasses import replace
from itertools import combinations

import pytest
from biggerpie.course.role_play.pairing import Met
from biggerpie.course.role_play.reseating import reseated
from biggerpie.course.role_play.versions import common_case, first_keys, kept_keys, version
from biggerpie.negotiation import NegotiationError, load_case
from biggerpie.negotiation.variants.relabelled import versions_of
from biggerpie.negotiation.variants.variant import variant

from ...work import counted

CASE = load_case("pay-rise")
BEFORE = [("a", "b"), ("c", "d"), ("e", "f"), ("g", "h", "i")]


def leaning_one_way():
    """The case as somebody may write it who thinks of one wish for each issue."""
    toward = ((4,) * 6, (0, 0, 0, 0, 4, 4))
    parties = []
    for party, wanted in zip(CASE.parties, toward, strict=True):
        of = {leaning.issue: leaning for leaning in party.leanings}
        ends = zip(CASE.issues, wanted, strict=True)
        leanings = tuple(replace(of[issue.name], toward=issue.options[end]) for issue, end in ends)
        parties.append(replace(party, leanings=leanings))
    return replace(CASE, parties=tuple(parties))


def can_be_drawn(case, key):
    try:
        return bool(variant(case, key))
    except NegotiationError:
        return False


def points(key):
    return tuple(party.points for party in version(CASE, key).case.parties)


def test_all_tables_of_a_large_class_play_versions_of_their_own():
    with counted() as work:
        keys = first_keys(CASE, 250)
    assert work.calls < 10_000 * 250
    assert len({points(key) for key in keys}) == 250


def test_a_case_whose_leanings_allow_fewer_versions_than_tables_is_refused():
    case = leaning_one_way()
    drawn = next(f"{n:012x}" for n in range(100) if can_be_drawn(case, f"{n:012x}"))
    first, pair = [f"v{drawn}-{'0' * 12}"], [("a", "b")]
    assert versions_of(variant(case, drawn)) == 48
    keys = kept_keys(case, pair, first, pair * 48)
    assert len({tuple(party.points for party in version(case, key).case.parties) for key in keys}) == 48
    with pytest.raises(NegotiationError, match="has 48 versions, and 49 are needed, one for each table"):
        kept_keys(case, pair, first, pair * 49)


def test_deals_of_all_tables_are_packages_of_one_case():
    keys = first_keys(CASE, 5)
    common = common_case(CASE, keys)
    for key in keys:
        one = version(CASE, key)
        package = (*range(5), 0)
        assert one.case.payoffs(package) == common.payoffs(one.common(package))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_table_keeps_its_version_only_where_nobody_may_have_read_the_other_side(count):
    keys = first_keys(CASE, len(BEFORE))
    everybody = {student for group in BEFORE for student in group}
    for absent in combinations(sorted(everybody), count):
        after = reseated(BEFORE, everybody - set(absent), Met())
        read = {(s, points(k)): min(p, 1) for g, k in zip(BEFORE, keys, strict=True) for p, s in enumerate(g)}
        now = kept_keys(CASE, BEFORE, keys, after)
        assert len({points(key) for key in now}) == len(after)
        for group, key in zip(after, now, strict=True):
            for place, student in enumerate(group):
                assert read.get((student, points(key)), min(place, 1)) == min(place, 1)
        for at, group in enumerate(BEFORE):
            assert not set(group).isdisjoint(absent) or now[at] == keys[at]


def test_a_case_without_variants_and_a_round_of_before_are_played_as_they_are():
    job = load_case("job-offer")
    assert first_keys(job, 3) == ["", "", ""]
    assert kept_keys(CASE, BEFORE[:2], ["", ""], BEFORE[:1]) == [""]
    assert common_case(job, ["", ""]) is job
    assert version(job, "").common((1, 2, 3, 0, 0, 1)) == (1, 2, 3, 0, 0, 1)


@pytest.mark.parametrize("key", ["v1-2", "x", "v0123456789ab-0123456789AB", "=1+1"])
def test_a_key_that_nobody_drew_is_refused(key):
    with pytest.raises(NegotiationError, match="is no key"):
        version(CASE, key)


def test_keys_of_two_rounds_do_not_go_together():
    with pytest.raises(NegotiationError, match="not of one round"):
        common_case(CASE, [*first_keys(CASE, 1), *first_keys(CASE, 1)])
