"""The concession dance: what its knobs do, what it says offer by offer, and how it is watched."""

import re
from statistics import mean

import pytest
import traitlets
from biggerpie.negotiation import Picking, Tactic, dance, frontier, load_case
from biggerpie.widgets import ConcessionDance
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.concession_dance import halfway_dance, locked_dance, random_dance, sandbox_dance


def sums(picking: Picking) -> list[int]:
    """The sums of both payoffs over 200 dances at an even pace, straight from the model."""
    case, tactic = load_case("job-offer"), Tactic(1, picking)
    return [sum(case.payoffs(dance(case, (tactic, tactic), 20, seed).agreement)) for seed in range(200)]


def test_the_first_bets_figures_are_the_means_of_two_hundred_dances():
    widget, at_random = locked_dance(), sums(Picking.RANDOM)
    figures = widget.figures()
    assert figures["before_together"] == round(mean(at_random)) == 122
    assert figures["after_together"] == sums(Picking.TRADE)[0] == 144
    assert (figures["after_you"], figures["after_them"]) == (72, 72)
    assert sum(random_dance().picture["here"]) == 122, "the first dance shown should be an ordinary one"


def test_a_late_and_an_early_side_divide_what_two_even_ones_have():
    figures = halfway_dance().figures()
    assert (figures["before_you"], figures["before_them"], figures["before_together"]) == (72, 72, 144)
    assert (figures["after_you"], figures["after_them"], figures["after_together"]) == (88, 56, 144)


def test_every_move_of_a_knob_shows_the_whole_dance_and_notes_its_deal():
    widget = halfway_dance()
    assert widget.picture["here"] is None
    widget.speeds = [0, 4]
    assert widget.shown == widget.picture["offers"] == 22
    assert widget.picture["here"] == [94, 45]
    assert [row[1:] for row in widget.picture["deals"]["rows"]] == [
        ["very late", "very early", "94", "45", "139"],
        ["late", "early", "88", "56", "144"],
        ["evenly", "evenly", "72", "72", "144"],
    ]


def test_it_is_enough_that_one_side_trades():
    widget = random_dance()
    widget.trades = [True, False]
    assert sum(widget.picture["here"]) == 144


def test_a_fresh_chance_draws_another_dance_and_no_setting_is_noted_twice():
    widget = random_dance()
    before = widget.picture["paths"]
    widget.chance += 1
    assert widget.picture["paths"] != before
    widget.chance -= 1
    assert widget.picture["paths"] == before
    assert len(widget.picture["deals"]["rows"]) == 3


def test_an_offer_is_told_by_what_changed_and_what_it_is_worth():
    widget = random_dance()
    widget.shown = 1
    assert widget.picture["summary"].startswith("Offer 1 of 25 is yours: salary: 60,000; days at home: 4 days;")
    widget.shown = 4
    said = "Offer 4 of 25 is theirs: days at home: 0 days → 1 day. Worth to you: 35. Worth to them: 97."
    assert widget.picture["summary"] == said
    assert [len(path["points"]) for path in widget.picture["paths"]] == [2, 2]
    assert [path["latest"] for path in widget.picture["paths"]] == [False, True]


def test_an_offer_beyond_the_last_is_the_last_and_the_last_says_how_it_ended():
    widget = halfway_dance()
    widget.shown = 999
    assert widget.shown == 18
    assert "Both together get 144 points" in widget.picture["summary"]


@pytest.mark.parametrize(
    ("trait", "value"), [("speeds", [5, 0]), ("speeds", [1]), ("trades", [True]), ("shown", 0), ("chance", -1)]
)
def test_a_value_that_the_dance_does_not_know_is_refused(trait, value):
    with pytest.raises(traitlets.TraitError):
        setattr(sandbox_dance(), trait, value)


def test_a_dance_is_set_and_watched_by_keyboard_alone(browser: Browser):
    widget = sandbox_dance()
    with widget_page(browser, widget) as page:
        page.get_by_label("When you come down").focus()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_label("When you come down")).to_have_attribute("aria-valuetext", "late")
        page.get_by_role("button", name="From the start").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".bp-says").last).to_contain_text("Offer 1 of")
        page.get_by_role("button", name="Next offer").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".bp-says").last).to_contain_text("Offer 2 of")
        page.get_by_role("group", name="What they offer").get_by_role("radio").last.focus()
        page.keyboard.press("ArrowUp")
        expect(page.get_by_role("button", name="Draw again")).to_be_enabled()
        page.get_by_role("button", name="Draw again").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".bp-says").last).to_contain_text("Both together get")
        assert widget.trades == [True, False]
        assert widget.speeds == [1, 3]
        assert widget.chance == 21


def test_who_asked_for_less_motion_sees_the_last_offer_at_once(browser: Browser):
    widget = halfway_dance()
    with widget_page(browser, widget) as page:
        page.get_by_role("button", name="Play").click()
        expect(page.get_by_text("You accept it.")).to_be_visible(timeout=3_000)
        expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_play_shows_offer_after_offer_and_pause_stops_it(browser: Browser):
    widget = halfway_dance()
    # The plain page asks for less motion; here the module is told that nobody did.
    widget._esm = widget._esm.replace("(prefers-reduced-motion: reduce)", "(max-width: 1px)")
    begun, offers = widget.shown, []
    widget.observe(lambda change: offers.append(change["new"]), "shown")
    with widget_page(browser, widget) as page:
        said = page.locator(".bp-says").last
        page.get_by_role("button", name="Play").click()
        expect(said).to_contain_text(re.compile(rf"Offer (?!{begun} |{begun + 1} )\d+ of"))
        page.get_by_role("button", name="Pause").click()
        expect(page.get_by_role("button", name="Play")).to_be_visible()
        shown = list(offers)
        assert shown == list(range(begun + 1, begun + 1 + len(shown)))
        assert shown[-1] < widget.picture["offers"]
        page.wait_for_timeout(1_200)
        assert offers == shown
        expect(said).to_contain_text(f"Offer {shown[-1]} of")


def test_the_other_side_can_begin_as_well():
    case = load_case("job-offer")
    widget = ConcessionDance(case, "employer", trades=(True, True))
    own, other = case.party("employer"), case.party("candidate")
    best = max(frontier(case), key=lambda point: (point.payoffs[1], point.payoffs[0])).package
    assert widget.picture["paths"][0]["points"][0] == [own.payoff(best), other.payoff(best)]
