"""Matching: however a number is written, the option is found; a near miss gets a suggestion, never a guess."""

import pytest
from biggerpie.answers.matching import match_issue, match_option
from biggerpie.negotiation import Case, Issue, NegotiationError

SALARY = Issue("salary", "", ("52,000", "54,000", "56,000"))
DAYS = Issue("days", "", ("0 days", "1 day", "2 days"))
DATE = Issue("date", "", ("1 March", "15 March", "15 April"))
PART = Issue("part", "", ("1.5 %", "2.25 %", "15 %"))


@pytest.mark.parametrize(
    ("issue", "words", "option"),
    [
        (SALARY, "56,000", 2),
        (SALARY, "56.000", 2),
        (SALARY, "56 000", 2),
        (SALARY, "56\N{NO-BREAK SPACE}000", 2),
        (SALARY, "56'000", 2),
        (SALARY, "56000", 2),
        (SALARY, "€56,000", 2),
        (SALARY, "56,000 EUR", 2),
        (SALARY, "$ 56,000.00", 2),
        (SALARY, "56k", 2),
        (SALARY, "56K", 2),
        (SALARY, "US$ 56,000", 2),
        (SALARY, "EUR56000", 2),
        (SALARY, "56,000 a year", 2),
        (DAYS, "2 days a week", 2),
        (DATE, "1 Mar", 0),
        (DAYS, "2", 2),
        (DAYS, "2 Days", 2),
        (DAYS, "1 days", 1),
        (DAYS, "two days", 2),
        (DAYS, "Two", 2),
        (DATE, "march 1", 0),
        (DATE, "1st of March", 0),
        (DATE, "15. April", 2),
        (PART, "1,5 %", 0),
        (PART, "2.25", 1),
    ],
)
def test_the_option_is_found_however_it_is_written(issue, words, option):
    assert match_option(issue, words) == option


@pytest.mark.parametrize(
    ("issue", "words", "says"),
    [
        (SALARY, "57,000", "'57,000' is not an option of 'salary'; use '52,000', '54,000' or '56,000'."),
        (SALARY, "-56,000", "'-56,000' is not an option"),
        (SALARY, "56,0000", "'56,0000' is not an option"),
        (SALARY, "52,000 or 54,000", "is not an option"),
        (DAYS, "2 weeks", "'2 weeks' is not an option of 'days'"),
        (DAYS, "three days", "'three days' is not an option of 'days'; use '0 days', '1 day' or '2 days'."),
        (DATE, "15 Apirl", "use '1 March', '15 March' or '15 April'."),
        (DATE, "15", "'15' could be '15 March' or '15 April' of 'date'; write it out."),
        (SALARY, "9" * 150, "is not an option"),
        (SALARY, "", "is not an option"),
        (SALARY, "56,000 apples", "is not an option"),
        *((DAYS, f"{sign}2 days", "is not an option") for sign in ".<~\N{EN DASH}-"),
    ],
)
def test_what_is_no_option_is_never_guessed(issue, words, says):
    with pytest.raises(NegotiationError) as caught:
        match_option(issue, words)
    assert says in str(caught.value)


def test_an_issue_is_found_whatever_its_capitals_and_hyphens(job_offer: Case):
    assert match_issue(job_offer, "Days-at_HOME ") == 1
    with pytest.raises(NegotiationError, match=r"did you mean 'mentoring'\?"):
        match_issue(job_offer, "mentorng")


@pytest.mark.parametrize("words", ["1. salary", "1) Salary", "12.salary"])
def test_an_issue_is_found_behind_the_number_of_a_list(job_offer: Case, words):
    assert match_issue(job_offer, words) == match_issue(job_offer, "salary")
