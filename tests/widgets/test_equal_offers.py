"""Three equal offers: equal and unlike, what the answers tell, and the keys."""

import time
from fractions import Fraction
from itertools import combinations
from math import log2

import pytest
import traitlets
from biggerpie.negotiation import load_case, profile_payoff, profiles, reaction_bits
from biggerpie.negotiation.information.equal_offers import equal_offer, matters_most, prefers, reaction
from biggerpie.widgets import EqualOffers
from biggerpie.widgets.equal_offers.equal_offers import HIGHEST, LOWEST
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.equal_offers import answered_offers, locked_offers, unsent_offers

NEARLY = 1  # points


def test_at_every_level_the_offers_are_nearly_equal_and_differ_in_two_issues_or_more(job_offer):
    own = job_offer.parties[0]
    for level in range(LOWEST, HIGHEST + 1):
        offers = [equal_offer(job_offer, "candidate", give, level) for give in range(6)]
        assert all(abs(own.payoff(offer) - level) <= NEARLY for offer in offers)
        for one, other in combinations(offers, 2):
            assert sum(a != b for a, b in zip(one, other, strict=True)) >= 2


def test_an_offer_gives_way_wholly_where_it_says(job_offer):
    own = job_offer.parties[0]
    for give in range(6):
        assert own.points[give][equal_offer(job_offer, "candidate", give, 60)[give]] == min(own.points[give])


@pytest.mark.parametrize("name", ["job-offer", "attic-flat", "oat-mill"])
def test_of_offers_of_one_worth_the_most_even_is_made_exactly(name):
    case = load_case(name)
    own = case.parties[0]
    tops = [max(points) for points in own.points]
    for give in range(len(tops)):
        others = [place for place in range(len(tops)) if place != give]
        for level in range(LOWEST, HIGHEST + 1, 5):
            offer = equal_offer(case, own.name, give, level)
            even = Fraction(own.payoff(offer), sum(tops[place] for place in others))

            def unevenness(package, others=others, even=even):
                return sum((Fraction(own.points[place][package[place]], tops[place]) - even) ** 2 for place in others)

            alike = [p for p in case.packages() if p[give] == offer[give] and own.payoff(p) == own.payoff(offer)]
            assert offer == min(alike, key=lambda package: (unevenness(package), package))


def test_the_other_side_names_what_its_own_points_favour(job_offer):
    for level in range(LOWEST, HIGHEST + 1, 5):
        offers = tuple(equal_offer(job_offer, "candidate", give, level) for give in (1, 2, 0))
        worth = [job_offer.parties[1].payoff(offer) for offer in offers]
        assert worth[reaction(job_offer, "candidate", offers).named] == max(worth)


def test_the_figures_are_those_of_counting_by_hand(job_offer):
    widget = EqualOffers(load_case("job-offer"), "candidate")
    first, *_ = offers = widget.offers
    possible = profiles(job_offer, "employer")
    refused = [p for p in possible if profile_payoff(p, first) <= profile_payoff(p, job_offer.compromise)]
    share = len(refused) / len(possible)
    favourite = [p for p in possible if profile_payoff(p, offers[1]) == max(profile_payoff(p, o) for o in offers)]
    assert widget.figures() == {
        "all": 180,
        "left": len(favourite),
        "after_one": len(refused),
        "named": 2,
        "three": f"{reaction_bits(possible, offers):.2f}",
        "one": f"{-share * log2(share) - (1 - share) * log2(1 - share):.2f}",
    }
    assert not prefers(job_offer, job_offer.parties[1].points, first)


def test_before_any_answer_every_issue_is_as_likely_to_matter_most(job_offer):
    possible = profiles(job_offer, "employer")
    assert matters_most(possible) == pytest.approx([1 / 3] * 6)
    only = [float(profile == job_offer.parties[1].points) for profile in possible]
    assert matters_most(possible, only) == [1, 0, 1, 0, 0, 0]


def test_the_answer_to_three_points_to_the_start_date():
    rows = answered_offers().picture["table"]["rows"]
    assert [row[1] for row in rows] == ["33 %"] * 6
    assert rows[2] == ["start date", "33 %", "36 %", "64 %"]
    assert max(rows, key=lambda row: int(row[3].split()[0]))[0] == "start date"


def test_each_prediction_gets_its_own_verdict_and_one_is_right():
    said = []
    for choice in range(3):
        widget = EqualOffers(load_case("job-offer"), "candidate", bet="three")
        widget.prediction = choice
        widget.ran = True
        said.append(widget.verdict)
    assert len({verdict.split(". ", 1)[1] for verdict in said}) == 3
    assert [verdict.startswith("You were right.") for verdict in said] == [False, True, False]
    assert all("1.46" in verdict and "0.86" in verdict and "{" not in verdict for verdict in said)


def test_other_offers_are_not_answered_before_they_are_sent():
    widget = unsent_offers()
    assert not widget.sent
    assert "Send them" in widget.picture["summary"]
    assert {len(row) for row in widget.picture["table"]["rows"]} == {2}
    widget.sent = True
    assert "they name offer" in widget.picture["summary"]


@pytest.mark.parametrize(
    ("trait", "value"), [("level", 44), ("level", 71), ("gives", [0, 0, 1]), ("gives", [0, 1]), ("gives", [0, 1, 6])]
)
def test_a_value_that_makes_no_sense_is_refused(trait, value):
    with pytest.raises(traitlets.TraitError):
        setattr(EqualOffers(load_case("job-offer"), "candidate"), trait, value)


def test_offers_are_chosen_by_the_names_of_issues():
    assert EqualOffers(load_case("job-offer"), "candidate", gives=["mentoring", "salary", "start date"]).gives == [
        4,
        0,
        2,
    ]
    with pytest.raises(ValueError, match="'pay' is not an issue"):
        EqualOffers(load_case("job-offer"), "candidate", gives=["pay", "salary", "start date"])


def test_a_move_is_answered_at_once():
    widget, seconds = EqualOffers(load_case("job-offer"), "candidate"), []
    for level in range(LOWEST, HIGHEST + 1):
        start = time.process_time()
        widget.level = level
        widget.sent = True
        seconds.append(time.process_time() - start)
    assert sorted(seconds)[len(seconds) // 2] < 0.03


def test_three_offers_are_sent_by_keyboard_alone(browser: Browser):
    widget = locked_offers()
    with widget_page(browser, widget) as page:
        page.get_by_role("radio", name="The three offers").focus()
        page.keyboard.press("Space")
        for name in ("Store my prediction", "Run"):
            page.get_by_role("button", name=name).focus()
            page.keyboard.press("Enter")
        expect(page.get_by_text("they name offer 2").first).to_be_visible()
        page.get_by_role("slider").focus()
        page.keyboard.press("ArrowRight")
        send = page.get_by_role("button", name="Send the three offers")
        expect(send).to_be_enabled()
        expect(page.locator(".bp-share-three")).to_have_count(1)
        pick = page.get_by_label("Offer 3 gives way on")
        pick.focus()
        page.keyboard.press("m")
        expect(page.get_by_role("cell", name="no time (you give way)")).to_be_visible()
        send.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Asked which of the three they like best")
        assert widget.gives == [1, 2, 4]
        assert widget.sent


def test_choosing_an_issue_of_another_offer_makes_the_two_change_places(browser: Browser):
    widget = unsent_offers()
    with widget_page(browser, widget) as page:
        page.get_by_label("Offer 1 gives way on").select_option(label="start date")
        expect(page.get_by_label("Offer 3 gives way on")).to_have_value("5")
        assert widget.gives == [2, 4, 5]


def test_the_other_side_can_make_the_offers_as_well(job_offer):
    widget, own = EqualOffers(job_offer, "employer"), job_offer.party("employer")
    assert all(abs(own.payoff(offer) - widget.level) <= NEARLY for offer in widget.offers)
    assert widget.picture["offers"]["rows"][-1][1:] == [str(own.payoff(offer)) for offer in widget.offers]
    worth = [job_offer.party("candidate").payoff(offer) for offer in widget.offers]
    assert worth[widget.figures()["named"] - 1] == max(worth)
