"""The rubric `balance`: each side's sum of gifts earns a third, and the balance another."""

from itertools import product

import pytest
from biggerpie.grading.rubrics.balance import mark_balance, read_balance
from biggerpie.negotiation import Case, NegotiationError, load_case
from hypothesis import given
from hypothesis import strategies as st

from .texts import EIGHT_OFFERS, answer, log

EIGHT_GIFTS = log(
    (4, 4, 2, 1, 4, 0),
    (0, 2, 0, 1, 2, 4),
    (4, 4, 0, 1, 4, 0),
    (1, 2, 0, 1, 3, 4),
    (3, 4, 0, 1, 4, 2),
    (1, 3, 0, 1, 4, 3),
    (3, 4, 1, 1, 4, 2),
    (2, 3, 0, 1, 4, 3),
)
"""Eight offers that both would sign: the candidate gives 14 + 11 - 7 = 18, the employer 10 + 12 + 7 = 29."""
BALANCE = 1 - 11 / 47
LINES = st.tuples(
    st.sampled_from(["gifts by the candidate", "employer", "balance", "gifts", "the"]) | st.text(max_size=8),
    st.integers().map(str)
    | st.sampled_from(["2/3", "0/0", "1/0 %", "67 %", ".", "1/", "%", "nan", "inf", "-0.5", "٣/٤"])
    | st.text(max_size=8),
)


def marked(case: Case, *said: str) -> float:
    keys = ("gifts by the candidate", "gifts by the employer", "balance")
    return mark_balance(case, EIGHT_GIFTS, answer("\n".join(map(": ".join, zip(keys, said, strict=True)))), 60).points


def test_each_of_the_three_lines_earns_a_third(job_offer: Case):
    assert marked(job_offer, "18", "29", f"{BALANCE:.2f}") == 60
    assert marked(job_offer, "18", "29", "0.5") == 40
    assert marked(job_offer, "", "", f"{BALANCE:.2f}") == 20
    assert marked(job_offer, "", "29", "") == 20


def test_a_slip_in_a_sum_costs_once(job_offer: Case):
    assert marked(job_offer, "32", "29", f"{1 - 3 / 61:.2f}") == 40
    assert marked(job_offer, "32", "29", f"{BALANCE:.2f}") == 40
    assert marked(job_offer, "32", "29", "0.85") == 20


@pytest.mark.parametrize(("off", "counts"), [(0.014, True), (-0.014, True), (0.016, False), (-0.016, False)])
def test_a_balance_may_be_rounded_to_two_places(job_offer: Case, off, counts):
    assert marked(job_offer, "", "", f"{BALANCE + off:.6f}") == 20 * counts


@pytest.mark.parametrize("said", [("0", "0", "0"), ("0", "0", "1"), ("-1", "-1", "1"), ("7", "-7", "0")])
def test_sums_that_have_no_balance_earn_nothing_by_it(job_offer: Case, said):
    assert marked(job_offer, *said) == 0


@pytest.mark.parametrize("said", list(product(["1", "20"], ["1", "20"], ["0", "0.5", "1"])))
def test_invented_numbers_earn_no_more_than_the_third_that_is_computed_from_them(job_offer: Case, said):
    assert marked(job_offer, *said) <= 20


def test_numbers_are_read_in_many_spellings_and_problems_cost_their_line_only(job_offer: Case):
    said = ["0.75", "0,75", ".75", "75 %", "75%", "3/4", "\N{VULGAR FRACTION THREE QUARTERS}", "75 percent", "36 / 48"]
    for words in said:
        assert read_balance(job_offer, answer(f"Balance: {words}")).values == {"balance": 0.75}, words
    text = "Gift of the Candidate = +18 points.\nemployer: 29\nbalance: 75\nreciprocity balance: 1\nboth: 47"
    read = read_balance(job_offer, answer(text))
    assert read.values == {"candidate": 18, "employer": 29}
    assert [problem.split(";")[0] for problem in read.problems] == [
        "'75' is not a balance",
        "'reciprocity balance' stands there twice",
        "'both' isn't a line of this answer",
    ]


def test_findings_name_the_steps(job_offer: Case):
    text = "gifts by the candidate: 32\ngifts by the employer: 29\nbalance: 0.95"
    mark = mark_balance(job_offer, EIGHT_GIFTS, answer(text), 60)
    full = str(mark.report())
    for sentence in (
        "Gifts by the candidate: you said 32, but steps 3, 5 and 7 give 14 + 11 - 7 = 18.",
        "The gifts by the employer are right: steps 4, 6 and 8 give 10 + 12 + 7 = 29.",
        "The balance is right for your own two sums, so it counts; with the right ones it is "
        "1 - |18 - 29| / (18 + 29) = 0.77.",
    ):
        assert sentence in full


@given(st.lists(LINES, max_size=8))
def test_whatever_is_written_gets_a_mark(lines):
    text = "\n".join(f"{key}: {value}" for key, value in lines)
    mark = mark_balance(load_case("job-offer"), EIGHT_GIFTS, answer(text), 60)
    assert 0 <= mark.points <= 60
    assert mark.findings


@pytest.mark.parametrize("offers", [EIGHT_OFFERS, EIGHT_GIFTS[:4], log(*[(2, 2, 2, 1, 2, 2)] * 6)])
def test_a_log_whose_balance_is_not_that_of_the_plain_sums_cannot_be_marked(job_offer: Case, offers):
    with pytest.raises(NegotiationError, match="plain sums"):
        mark_balance(job_offer, offers, answer("balance: 1"), 60)
