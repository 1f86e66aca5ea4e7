"""The rubric `trade`: naming the two sides of a trade earns where the package makes it, and only there."""

from itertools import product
from random import Random

import pytest
from biggerpie.grading.report.mark import Mark
from biggerpie.grading.rubrics.trade import TRADE as RUBRIC
from biggerpie.grading.rubrics.trade import mark_trade, read_trade
from biggerpie.negotiation import Case, Package, load_case
from hypothesis import given
from hypothesis import strategies as st

from .texts import NONSENSE, answer, written

TRADE = (2, 4, 0, 1, 4, 2)
"""All days at home for the candidate, the early start for the employer, the rest in between."""
PACKAGES = [TRADE, (2, 2, 2, 1, 2, 2), (2, 3, 1, 1, 3, 2), (1, 4, 0, 1, 4, 2), (0, 0, 4, 0, 0, 0)]
LINES = st.tuples(
    st.sampled_from(["I give way on", "you give way on", "I give", "they", "we give way"]) | st.text(max_size=8),
    st.sampled_from(["salary", "start date", "days at home", "mentoring"]) | st.text(max_size=8),
)


def mark_of(case: Case, package: Package, mine: str, yours: str, party: str = "candidate") -> Mark:
    it = answer(f"I give way on: {mine}\nyou give way on: {yours}")
    return mark_trade(case, it, answer(written(case, package)), party, 20)


def by_hand(case: Case, package: Package, mine: str, yours: str) -> int:
    """The mark of the candidate's two lines, from points alone: an option each likes best, and halves."""
    if any(side.payoff(package) < side.reservation_value for side in case.parties):
        return 0
    right = 0
    for name, giver, taker in [(mine, *case.parties), (yours, *case.parties[::-1])]:
        place = [issue.name for issue in case.issues].index(name)
        give, take = giver.points[place], taker.points[place]
        same = any(give[o] == max(give) and take[o] == max(take) for o in range(len(give)))
        lighter = max(give) - min(give) < max(take) - min(take)
        right += not same and lighter and give[package[place]] < (max(give) + min(give)) / 2
    return 10 * right


def test_every_pair_of_issues_in_many_packages_is_marked_as_by_hand(job_offer: Case):
    names = [issue.name for issue in job_offer.issues]
    for package in [TRADE, (0, 0, 4, 0, 0, 0), *Random(3).sample(list(job_offer.packages()), 6)]:
        for mine, yours in product(names, names):
            assert mark_of(job_offer, package, mine, yours).points == by_hand(job_offer, package, mine, yours)


def test_a_trade_in_the_package_earns_everything_from_either_side(job_offer: Case):
    assert mark_of(job_offer, TRADE, "start date", "days at home").points == 20
    assert mark_of(job_offer, TRADE, "days at home", "start date", "employer").points == 20
    assert mark_of(job_offer, TRADE, "days at home", "start date").points == 0


@pytest.mark.parametrize("package", [TRADE, (2, 2, 2, 1, 2, 2), (4, 4, 4, 1, 4, 0), (0, 0, 0, 1, 0, 4)])
def test_one_issue_on_both_lines_or_one_drawn_at_random_earns_little(job_offer: Case, package):
    names = [issue.name for issue in job_offer.issues]
    marks = [mark_of(job_offer, package, *both).points for both in product(names, names)]
    assert sum(marks) / len(marks) <= 20 / 6
    assert all(mark_of(job_offer, package, name, name).points <= 10 for name in names)


def test_the_middle_is_no_giving_way(job_offer: Case):
    assert mark_of(job_offer, (2, 2, 2, 1, 2, 2), "start date", "days at home").points == 0
    assert mark_of(job_offer, (2, 3, 1, 1, 2, 2), "start date", "days at home").points == 20


@pytest.mark.parametrize(
    ("package", "mine", "yours", "says"),
    [
        (
            TRADE,
            "start date",
            "days at home",
            [
                "Start date is worth 8 points to you and 28 to the employer, so both can gain when you give way there.",
                "In your package you get 0 of the 8 points that 'start date' is worth to you: there you give way.",
                "In your package the employer gets 0 of the 12 points that 'days at home' is worth to them: there "
                "they give way.",
            ],
        ),
        (
            (2, 1, 4, 1, 4, 2),
            "start date",
            "days at home",
            ["half or more, so there they don't give way"],
        ),
        (
            TRADE,
            "mentoring",
            "salary",
            [
                "Mentoring: both sides want the same there, so nobody has to give way.",
                "Salary is worth 28 points to the employer and 28 to you: whoever gives way there loses as much as the "
                "other gains. Name an issue that matters less to the employer than to you.",
            ],
        ),
    ],
)
def test_findings_name_the_condition_that_fails(job_offer: Case, package, mine, yours, says):
    mark = mark_of(job_offer, package, mine, yours)
    assert all(sentence in str(mark.report()) for sentence in says)


def test_lines_are_read_in_many_spellings_and_problems_cost_their_line_only(job_offer: Case):
    for mine, yours in [("I give way on", "you give way on"), ("i give", "they give way on"), ("We give way", "You")]:
        read = read_trade(job_offer, answer(f"{mine}: Start-date\n- {yours} = 'days at home'"))
        assert read.values == {"mine": 2, "yours": 1}
    read = read_trade(job_offer, answer("I give way on: pay\nsalary: you\nI give: salary\nyou give: salary"))
    assert read.values == {"yours": 0}
    assert [problem.split(";")[0] for problem in read.problems] == [
        "'pay' is not an issue of this case",
        "'salary' begins no line of a trade",
        "'I give' stands there twice",
    ]


@pytest.mark.parametrize("text", [*NONSENSE, None, "salary: 58,000"])
def test_without_a_package_there_is_no_trade_to_mark(job_offer: Case, text):
    mark = mark_trade(job_offer, answer("I give way on: start date"), answer(text), "candidate", 20)
    assert mark.points == 0
    assert "Your package is not complete" in str(mark.report())


@given(st.lists(LINES, max_size=6), st.sampled_from([TRADE, (0, 0, 0, 0, 0, 0), (4, 4, 4, 4, 4, 4)]))
def test_whatever_is_written_gets_a_mark(lines, package):
    case = load_case("job-offer")
    it = answer("\n".join(f"{key}: {value}" for key, value in lines))
    mark = mark_trade(case, it, answer(written(case, package)), "candidate", 20)
    assert 0 <= mark.points <= 20
    assert mark.findings


def test_where_a_deal_is_signed_only_a_better_package_holds_a_trade(job_offer: Case):
    trade = answer("I give way on: start date\nyou give way on: days at home")
    for package, signed in product(PACKAGES, PACKAGES):
        material = {"package": answer(written(job_offer, package)), "signed": signed}
        mark = RUBRIC.mark(job_offer, "candidate", trade, 20, **material)
        won = [side.payoff(package) - side.payoff(signed) for side in job_offer.parties]
        earned = mark_of(job_offer, package, "start date", "days at home").points
        assert mark.points == (earned if min(won) >= 0 and max(won) > 0 else 0)
        assert ("no better than what is signed" in repr(mark)) == bool(earned and not mark.points)
        assert not (earned and not mark.points and "each is half of a trade" in repr(mark)), "which it is not here"
