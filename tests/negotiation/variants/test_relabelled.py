"""A version of a variant is the same negotiation under other names: every package keeps its payoffs."""

from random import Random

import pytest
from biggerpie.negotiation import NegotiationError, case_names, load_case, nash
from biggerpie.negotiation.variants.relabelled import in_points, relabelled
from biggerpie.negotiation.variants.variant import variant

NAMES = [name for name in case_names() if load_case(name).has_variants]


@pytest.mark.parametrize("name", NAMES)
def test_every_package_of_a_version_is_worth_what_its_common_package_is_worth(name):
    draw = Random(name)
    drawn = variant(load_case(name), "a round")
    for key in ("one", "two", "three"):
        one = relabelled(drawn, key)
        assert len({one.common(package) for package in draw.sample([*one.case.packages()], 500)}) == 500
        for package in draw.sample([*one.case.packages()], 200):
            assert one.case.payoffs(package) == drawn.payoffs(one.common(package))


def test_versions_differ_and_their_texts_tell_what_their_points_say():
    drawn = variant(load_case("pay-rise"), "a round")
    versions = [relabelled(drawn, str(key)).case for key in range(60)]
    assert len({tuple(party.points for party in case.parties) for case in versions}) > 50
    for case in versions[:10]:
        for party in case.parties:
            leaning = {(one.issue, one.toward): one.brief for one in party.leanings}
            for issue, row in zip(case.issues, party.points, strict=True):
                wanted = issue.options[row.index(max(row))]
                assert " ".join(leaning[issue.name, wanted].split()) in " ".join(party.brief.split())


def test_in_points_an_issue_is_called_by_what_it_is_worth_and_nothing_else_changes():
    drawn = variant(load_case("pay-rise"), "a round")
    case = in_points(drawn)
    assert len({issue.name for issue in case.issues}) == 6
    for issue, first, second in zip(case.issues, *(party.points for party in drawn.parties), strict=True):
        assert issue.name == f"{max(first)} / {max(second)}"
        assert issue.options == tuple(f"{a} / {b}" for a, b in zip(first, second, strict=True))
    assert nash(case).payoffs == nash(drawn).payoffs


def test_a_case_without_variants_has_no_versions():
    with pytest.raises(NegotiationError, match="has no variants"):
        relabelled(load_case("job-offer"), "key")
