"""The exchange game: what slips cost each rule, and the strip of one game."""

from statistics import mean

import pytest
import traitlets
from biggerpie.negotiation import GENEROUS, TIT_FOR_TAT, mean_exchange_points, play_exchange, slips
from biggerpie.widgets import ExchangeGame
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.exchange_game import echoing_exchange, generous_exchange


def test_the_expected_points_agree_with_played_games():
    rows = echoing_exchange().picture["table"]["rows"]
    assert rows[0] == ["0 %", "2.00", "2.00", "2.00"]
    assert rows[5] == ["5 %", "1.04", "1.75", "1.89"]
    for column, rule in ((1, TIT_FOR_TAT), (2, GENEROUS)):
        played = [mean_exchange_points(play_exchange(rule, rule, 200, 0.05, seed))[0] for seed in range(150)]
        assert mean(played) == pytest.approx(float(rows[5][column]), abs=0.04)


@pytest.mark.parametrize(("errors", "outcome"), [(0, "perfect"), (5, "half"), (10, "half")])
def test_the_outcome_is_the_claim_that_comes_nearest(errors, outcome):
    assert ExchangeGame(errors=errors, bet="slips").outcome() == outcome


def test_one_slip_echoes_through_the_first_game_shown():
    strip = echoing_exchange().picture["strip"]
    assert [sum(row["slips"]) for row in strip["rows"]] == [0, 1]
    assert "both gave 8 times, only one gave 32 times" in strip["sentence"]


def test_a_slip_is_marked_where_a_rule_did_what_it_never_means_to_do():
    rounds = [(True, True), (False, True), (True, False), (False, True), (True, True)]
    plainly = [(False, False), (True, False), (False, False), (False, False), (False, True)]
    assert slips((TIT_FOR_TAT, TIT_FOR_TAT), rounds) == plainly
    assert slips((GENEROUS, GENEROUS), rounds)[4] == (False, False), "giving after a keep may be generosity"
    meant = (True, True, False, False, True)
    assert [slip[0] for slip in slips((meant, TIT_FOR_TAT), rounds)] == [False, True, True, False, False]


@pytest.mark.parametrize(("trait", "value"), [("errors", 11), ("errors", -1), ("strategy", "grim"), ("game", -1)])
def test_a_value_that_the_game_does_not_know_is_refused(trait, value):
    with pytest.raises(traitlets.TraitError):
        setattr(echoing_exchange(), trait, value)


def test_the_exchange_game_is_moved_by_keyboard_alone(browser: Browser):
    widget = generous_exchange()
    with widget_page(browser, widget) as page:
        page.get_by_label("How often a hand slips").focus()
        page.keyboard.press("ArrowLeft")
        expect(page.locator(".bp-says").last).to_contain_text("slip in 7 %")
        page.get_by_role("radio", name="generous").focus()
        page.keyboard.press("ArrowDown")
        page.get_by_role("button", name="Another game").focus()
        before = page.locator(".bp-strip").get_attribute("aria-label")
        page.keyboard.press("Enter")
        expect(page.locator(".bp-strip")).not_to_have_attribute("aria-label", before or "")
        assert (widget.errors, widget.strategy, widget.game) == (7, "two_tats", 1)
