"""The rubric `steps`: each step called what it is earns its part, and no more than that."""

import pytest
from biggerpie.grading.rubrics.steps import mark_steps
from biggerpie.negotiation import Case, NegotiationError, StepKind

from .texts import EIGHT_OFFERS, answer


def all_right(case: Case) -> dict[int, str]:
    """The kinds by hand: sums of points, and the definitions."""
    kinds = {}
    for number, offer in enumerate(EIGHT_OFFERS[2:], 3):
        before = EIGHT_OFFERS[number - 3].package
        own = [party.name for party in case.parties].index(offer.party)
        change = [
            sum(
                party.points[i][o] - party.points[i][b]
                for i, (o, b) in enumerate(zip(offer.package, before, strict=True))
            )
            for party in case.parties
        ]
        signs = tuple((c > 0) - (c < 0) for c in (change[own], change[1 - own]))
        kinds[number] = {
            (0, 0): "silent",
            (0, 1): "nice",
            (1, 1): "fortunate",
            (1, 0): "selfish",
            (1, -1): "selfish",
            (-1, 0): "concession",
            (-1, 1): "concession",
            (0, -1): "unfortunate",
            (-1, -1): "unfortunate",
        }[signs]
    return kinds


def written_steps(kinds: dict[int, str]) -> str:
    return "\n".join(f"step {number}: {kind}" for number, kind in kinds.items())


def test_all_right_earns_everything_and_each_step_its_part(job_offer: Case):
    kinds = all_right(job_offer)
    assert mark_steps(job_offer, EIGHT_OFFERS, answer(written_steps(kinds)), 60).points == 60
    for count in range(1, 7):
        some = dict(list(kinds.items())[:count])
        assert mark_steps(job_offer, EIGHT_OFFERS, answer(written_steps(some)), 60).points == 10 * count


@pytest.mark.parametrize("kind", list(StepKind))
def test_calling_all_steps_the_same_earns_their_share_only(job_offer: Case, kind):
    kinds = all_right(job_offer)
    text = written_steps(dict.fromkeys(kinds, kind))
    assert mark_steps(job_offer, EIGHT_OFFERS, answer(text), 6).points == list(kinds.values()).count(kind)


def test_steps_are_read_in_many_spellings_and_problems_cost_their_line_only(job_offer: Case):
    kinds = all_right(job_offer)
    good = f"3 = {kinds[3].upper()}\nFourth: {kinds[4]}\n- Step 5: '{kinds[5]}'."
    text = f"{good}\nstep 6: kind\nstep 1: nice\nstep 12: nice"
    mark = mark_steps(job_offer, EIGHT_OFFERS, answer(text), 6)
    assert mark.points == 3
    said = str(mark.report())
    for sentence in (
        "'kind' is not a kind of step; ",
        "Offer 1 is the first of its side, so it isn't a step yet; leave it out.",
        "'step 12' is not the number of a step here; write 'step' and 1 to 8.",
        "Nothing that counts is said about steps 6, 7 and 8.",
    ):
        assert sentence in said


def test_saying_both_kinds_of_a_step_earns_neither(job_offer: Case):
    twice = "step 3: concession\nstep 3: nice\nstep 4: concession"
    mark = mark_steps(job_offer, EIGHT_OFFERS, answer(twice), 6)
    assert mark.points == 1
    assert "'step 3' stands there twice; keep one line for it." in str(mark.report())


def test_findings_name_step_and_changes(job_offer: Case):
    mark = mark_steps(job_offer, EIGHT_OFFERS, answer("step 3: nice\nstep 4: concession"), 6)
    assert "Step 3: you said nice, but it is a concession: the candidate loses 2, the employer gains 7." in str(
        mark.report()
    )
    assert "You named 1 of 6 steps correctly" in str(mark.report())


def test_a_log_without_steps_cannot_be_marked(job_offer: Case):
    with pytest.raises(NegotiationError, match="holds no step"):
        mark_steps(job_offer, EIGHT_OFFERS[:2], answer("step 3: nice"), 6)
