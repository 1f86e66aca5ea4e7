"""The rubric `changes`: each gift and each cost that is right earns its part, and no more than that."""

import pytest
from biggerpie.grading.rubrics.step_changes import mark_step_changes, read_step_changes
from biggerpie.negotiation import Case, NegotiationError, load_case
from hypothesis import given
from hypothesis import strategies as st

from .texts import EIGHT_OFFERS, answer

LINES = st.tuples(
    st.sampled_from(["gift 3", "cost 3", "step 4 gift", "cost of step 5", "gift", "cost 1", "gift 999", "9"])
    | st.text(max_size=8),
    st.integers().map(str)
    | st.sampled_from(["7 points", "+7", "\N{MINUS SIGN}2", "1e9", "nan", "٣"])
    | st.text(max_size=8),
)


def by_hand(case: Case) -> dict[str, int]:
    """Every gift and cost: what the whole packages are worth, added up here."""
    found = {}
    for number, offer in enumerate(EIGHT_OFFERS[2:], 3):
        before = EIGHT_OFFERS[number - 3].package
        for party in case.parties:
            worth = [sum(row[o] for row, o in zip(party.points, p, strict=True)) for p in (before, offer.package)]
            if party.name == offer.party:
                found[f"cost {number}"] = worth[0] - worth[1]
            else:
                found[f"gift {number}"] = worth[1] - worth[0]
    return found


def marked(case: Case, said: dict[str, int]) -> float:
    text = "\n".join(f"{entry}: {points}" for entry, points in said.items())
    return mark_step_changes(case, EIGHT_OFFERS, answer(text), 60).points


def test_all_right_earns_everything_and_each_number_its_part(job_offer: Case):
    truth = by_hand(job_offer)
    assert len(truth) == 12
    for count in range(13):
        assert marked(job_offer, dict(list(truth.items())[:count])) == 5 * count


@pytest.mark.parametrize("points", [-2, 0, 2, 3, 7, 10])
def test_writing_the_same_number_everywhere_earns_little(job_offer: Case, points):
    truth = by_hand(job_offer)
    earned = marked(job_offer, dict.fromkeys(truth, points))
    assert earned == 5 * list(truth.values()).count(points)
    assert earned <= 15


def test_numbers_are_read_in_many_spellings_and_problems_cost_their_line_only(job_offer: Case):
    text = (
        "- Gift of step 3 = +7 points\nstep 3 cost: 2\nGIFT 4: '10'.\nCosts step 4: \N{MINUS SIGN}5\nthird: 4\n"
        "gift 1: 3\ncost 5: seven\ngift 6: 3\nstep 6 gift: 3\ncost of the fifth: 7\n5th gift: 1 point"
    )
    said = read_step_changes(job_offer, EIGHT_OFFERS, answer(text))
    assert said.values == {
        ("gift", 3): 7,
        ("cost", 3): 2,
        ("gift", 4): 10,
        ("cost", 4): -5,
        ("gift", 5): 1,
    }
    assert [problem.split(";")[0] for problem in said.problems] == [
        "'third' names no gift and no cost",
        "'1' is not the number of a step here",
        "'seven' is not a number of points",
        "'step 6 gift' stands there twice",
        "'the fifth' is not the number of a step here",
    ]


def test_findings_name_the_right_number_and_whence(job_offer: Case):
    mark = mark_step_changes(job_offer, EIGHT_OFFERS, answer("gift 3: 6\ncost 3: 2\ncost 6: 2\ngift 6: 3"), 60)
    full = str(mark.report())
    for sentence in (
        "Right: the gift of step 6.",
        "Right: the cost of step 3.",
        "Gift 3: you said 6, but it is 7: by this step the employer gains 7 on 'start date'.",
        "Cost 6: you said 2, but it is -2: by this step the employer gains 2 on 'mentoring'; "
        "a cost counts what its maker loses, so a gain has a minus.",
        "Nothing that counts is said about the gifts of steps 4, 5, 7 and 8.",
        "2 of 12 numbers are right.",
    ):
        assert sentence in full


@given(st.lists(LINES, max_size=20))
def test_whatever_is_written_gets_a_mark(lines):
    case = load_case("job-offer")
    text = "\n".join(f"{key}: {value}" for key, value in lines)
    mark = mark_step_changes(case, EIGHT_OFFERS, answer(text), 60)
    assert 0 <= mark.points <= 60
    assert mark.findings


def test_a_log_without_steps_cannot_be_marked(job_offer: Case):
    with pytest.raises(NegotiationError, match="holds no step"):
        mark_step_changes(job_offer, EIGHT_OFFERS[:2], answer("gift 3: 7"), 60)
