"""Give or keep: what a round brings, what a slip is, and that what is done is done."""

import pytest
import traitlets
from biggerpie.negotiation import TIT_FOR_TAT, exchange_points, play_exchange
from biggerpie.widgets import PlayExchange
from biggerpie.widgets.exchange_game.play_exchange import FIRST_GAME
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.play_exchange import finished_exchange, fresh_exchange


def test_the_points_are_those_of_the_rounds_played():
    widget = finished_exchange()
    points = [exchange_points(moves) for moves in play_exchange([True] * 20, TIT_FOR_TAT, 20, 0.05, FIRST_GAME)]
    you, them = (sum(side) for side in zip(*points, strict=True))
    said = f"You have {you} points and they have {them}. If both had given each time: 40 each."
    assert said in widget.picture["summary"]
    assert widget.picture["over"]


def test_both_kinds_of_slips_are_met_in_the_first_game():
    rows = finished_exchange().picture["strip"]["rows"]
    assert [[at for at, slip in enumerate(row["slips"], 1) if slip] for row in rows] == [[10], [7]]


@pytest.mark.parametrize(
    ("move", "counterpart", "said"),
    [
        (True, "tit_for_tat", "you give, they give. You +2, they +2."),
        (False, "tit_for_tat", "you keep, they give. You +3, they −1."),
        (True, "always_keep", "you give, they keep. You −1, they +3."),
        (False, "always_keep", "you keep, they keep. You 0, they 0."),
    ],
)
def test_a_round_is_told_with_what_it_brings_both(move, counterpart, said):
    widget = PlayExchange(errors=0)
    widget.counterpart = counterpart
    widget.moves = [move]
    assert f"Round 1: {said}" in widget.picture["summary"]


def test_a_move_once_made_stands_and_a_new_game_begins_empty():
    widget = PlayExchange()
    widget.moves = [True]
    for changed in ([False], [True, True, True], [False, True]):
        with pytest.raises(traitlets.TraitError, match="added to those made"):
            widget.moves = changed
    widget.game += 1
    assert widget.moves == []
    with pytest.raises(ValueError, match="not in 50 %"):
        PlayExchange(errors=50)


def test_there_is_no_move_after_the_last_round():
    widget = finished_exchange()
    with pytest.raises(traitlets.TraitError):
        widget.moves = [*widget.moves, True]


def test_a_game_is_played_to_its_end_by_keyboard_alone(browser: Browser):
    widget = fresh_exchange()
    with widget_page(browser, widget) as page:
        page.get_by_role("button", name="Give").focus()
        for number in range(1, 20):
            page.keyboard.press("Enter")
            expect(page.locator(".bp-says")).to_contain_text(f"Round {number}:")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".bp-says")).to_contain_text("The game is over.")
        expect(page.get_by_role("button", name="Give")).to_be_disabled()
        page.get_by_role("button", name="New game").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".bp-says")).to_contain_text("Nothing is played yet.")
        assert widget.game == FIRST_GAME + 1
