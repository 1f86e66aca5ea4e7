"""The rubric `offer`: it answers the last gift and gives much at its price, or earns less."""

import pytest
from biggerpie.grading.dossiers.dossier import drawn_case
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.rubrics.next_offer import OFFER, mark_next_offer
from biggerpie.negotiation import Case, next_offer

from .texts import EIGHT_OFFERS, answer, written


def marked(case: Case, package: tuple[int, ...]) -> float:
    return mark_next_offer(case, EIGHT_OFFERS, answer(written(case, package)), "candidate", 100).points


def test_better_offers_earn_more(job_offer: Case):
    agreed_where_both_gain = [package for package in job_offer.packages() if package[3:5] == (1, 4)]
    packages = [*list(job_offer.packages())[::9], *agreed_where_both_gain]
    share = {package: next_offer(job_offer, EIGHT_OFFERS, "candidate", package).share for package in packages}
    perfect = max(share, key=share.__getitem__)
    a_good_trade, a_costly_answer = (3, 4, 0, 1, 4, 0), (2, 4, 3, 1, 4, 3)
    random_mark = sum(float(share[package]) for package in packages[:-625]) / (len(packages) - 625) * 100
    marks = [marked(job_offer, package) for package in (perfect, a_good_trade, a_costly_answer)]
    empty = mark_next_offer(job_offer, EIGHT_OFFERS, answer(""), "candidate", 100).points
    assert marks[0] == 100
    assert marks[0] > marks[1] > marks[2] > random_mark > empty == 0


def test_taking_back_standing_still_and_giving_everything_earn_little(job_offer: Case):
    last = EIGHT_OFFERS[6].package
    everything = (0, 0, 0, 1, 4, 4)
    assert marked(job_offer, last) == 0
    assert marked(job_offer, (4, 4, 4, 1, 4, 0)) == 0
    assert marked(job_offer, everything) == 0
    most_in_the_zone = (1, 1, 0, 1, 4, 3)
    assert 0 < marked(job_offer, most_in_the_zone) < 70


def test_findings_name_issues_gift_and_price(job_offer: Case):
    mark = mark_next_offer(job_offer, EIGHT_OFFERS, answer(written(job_offer, (2, 4, 3, 1, 4, 2))), "candidate", 40)
    full = str(mark.report())
    for part in ("Salary, '58,000' → '56,000': you lose 7, the employer would gain 7.", "reciprocity", "% of it"):
        assert part in full
    assert "leaves" in full


def test_an_incomplete_offer_says_what_is_missing(job_offer: Case):
    mark = mark_next_offer(job_offer, EIGHT_OFFERS, answer("salary: 58,000"), "candidate", 40)
    assert mark.points == 0
    assert "nothing is said about 'days at home'" in str(mark.report()).casefold()


@pytest.mark.parametrize("key", range(6))
def test_the_good_answer_shown_earns_nearly_everything(key):
    opened = drawn_case(named_case("village-hall company log"), f"good offer {key}")
    case, log = opened.case, opened.material["log"]
    bad = answer(written(case, case.compromise))
    *_, shown = OFFER.mark(case, opened.party, bad, 32, log=log).exhibits
    rows = [row.split(" | ")[:2] for row in shown.text().splitlines()[2:-1]]
    good = answer("\n".join(": ".join(row) for row in rows))
    assert OFFER.mark(case, opened.party, good, 32, log=log).points > 0.9 * 32
