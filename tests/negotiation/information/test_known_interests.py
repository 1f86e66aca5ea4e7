"""What can be agreed while some issues still move together, against all packages."""

from dataclasses import replace

import pytest
from biggerpie.negotiation import Case, IssueKind, NegotiationError, bundle_steps, issue_kinds, load_case, unbundled
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases


def names(case: Case) -> list[str]:
    return [issue.name for issue in case.issues]


@settings(max_examples=80)
@given(cases(parties=2), st.data())
def test_each_issue_found_keeps_every_agreement_and_all_found_is_the_case_itself(case: Case, data):
    order = data.draw(st.permutations(names(case)))
    before: set[tuple[int, ...]] = set()
    for known in range(len(order) + 1):
        now = set(all_payoffs(unbundled(case, order[:known])).values())
        assert before <= now
        before = now
    assert unbundled(case, order) == case


@settings(max_examples=80)
@given(cases(parties=2), st.data())
def test_what_can_be_agreed_is_every_option_found_with_every_step_of_the_rest(case: Case, data):
    found = data.draw(st.sets(st.sampled_from(names(case))))
    whole = all_payoffs(case)
    left = [position for position, name in enumerate(names(case)) if name not in found]
    steps = bundle_steps(case, found)
    reached = {
        payoffs
        for package, payoffs in whole.items()
        if not steps or tuple(package[position] for position in left) in steps
    }
    assert set(all_payoffs(unbundled(case, found)).values()) == reached


@settings(max_examples=80)
@given(cases(parties=2))
def test_with_nothing_found_there_is_one_line_from_one_sides_best_to_the_others(case: Case):
    assume(len(case.issues) > 1)
    line = unbundled(case)
    assert len(line.issues) == 1
    assert line.size == max(len(issue.options) for issue in case.issues)
    ends = [line.payoffs((0,)), line.payoffs((line.size - 1,))]
    assert [ends[side][side] for side in (0, 1)] == [
        max(payoffs[side] for payoffs in all_payoffs(case).values()) for side in (0, 1)
    ]


def test_the_job_offer_by_hand(job_offer: Case):
    line = unbundled(job_offer)
    assert [line.payoffs((step,)) for step in range(5)] == [(100, 24), (82, 43), (64, 62), (46, 81), (28, 100)]
    found = unbundled(job_offer, ["salary", "days at home"])
    assert names(found) == ["salary", "days at home", "start date + first project + mentoring + notice period"]
    assert found.size == 125
    assert found.parties[0].points[2] == (44, 40, 36, 32, 28)
    assert found.reservation_values == job_offer.reservation_values


def test_while_all_moves_together_nothing_can_be_traded():
    garden = load_case("shared-garden")
    assert len(unbundled(garden).issues) == 1
    assert issue_kinds(unbundled(garden, names(garden))) == issue_kinds(garden)
    assert IssueKind.COMPATIBLE in issue_kinds(garden)


def test_an_issue_with_fewer_options_stands_at_the_nearest_one(job_offer: Case):
    short = replace(job_offer.issues[0], options=("low", "high"))
    parties = tuple(replace(party, points=(party.points[0][::4], *party.points[1:])) for party in job_offer.parties)
    case = replace(job_offer, issues=(short, *job_offer.issues[1:]), parties=parties)
    assert [step[0] for step in bundle_steps(case)] == [1, 1, 1, 0, 0]


def test_a_single_issue_left_stands_on_its_own(job_offer: Case):
    assert unbundled(job_offer, names(job_offer)[1:]) == job_offer
    assert bundle_steps(job_offer, names(job_offer)[1:]) == ()


def test_what_makes_no_sense_is_refused_in_a_sentence(job_offer: Case):
    with pytest.raises(NegotiationError, match=r"did you mean 'salary'\?"):
        unbundled(job_offer, ["salry"])
    three = replace(job_offer, parties=(*job_offer.parties, job_offer.parties[0]))
    with pytest.raises(NegotiationError, match="3 parties"):
        unbundled(three)
