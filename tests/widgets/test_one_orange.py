"""One orange: what two answers add, without a browser and in one."""

import pytest
import traitlets
from biggerpie.negotiation import ORANGE, most_joint_worth
from biggerpie.widgets import OneOrange
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.one_orange import fought_orange, locked_orange, shared_orange


def joint(widget: OneOrange) -> int:
    return sum(widget.picture["here"])


def test_wherever_the_whole_orange_is_cut_both_together_get_one():
    widget = fought_orange()
    for tenths in range(11):
        widget.shares = [tenths, tenths]
        assert joint(widget) == 100
        assert "the most is 1.00" in widget.picture["summary"]


@pytest.mark.parametrize("heard", [["you"], ["them"], ["you", "them"]])
def test_one_answer_is_enough_to_divide_juice_and_peel(heard):
    widget = fought_orange()
    widget.heard = heard
    best = 0
    for juice in range(11):
        for peel in range(11):
            widget.shares = [juice, peel]
            assert widget.picture["here"] == [9 * juice + peel, (10 - juice) + 9 * (10 - peel)]
            best = max(best, joint(widget))
    assert best == 180 == 100 * most_joint_worth(ORANGE, ["juice", "peel"])
    assert len(widget.picture["cloud"]) == 2 * 121


def test_an_answer_is_shown_only_when_it_was_asked_for():
    widget = fought_orange()
    widget.heard = ["them"]
    assert "cake" in widget.picture["answers"]["them"]
    assert widget.picture["answers"]["you"] == ""


def test_before_anybody_was_asked_the_orange_is_divided_as_one():
    widget = fought_orange()
    with pytest.raises(traitlets.TraitError, match="divided as one"):
        widget.shares = [10, 0]
    widget.heard = ["you"]
    widget.shares = [10, 0]
    widget.heard = []
    assert widget.shares == [5, 5]
    assert joint(widget) == 100


@pytest.mark.parametrize(
    ("trait", "value"), [("shares", [1]), ("shares", [11, 11]), ("shares", [-1, -1]), ("heard", ["anton"])]
)
def test_a_value_that_makes_no_sense_is_refused(trait, value):
    with pytest.raises(traitlets.TraitError):
        setattr(fought_orange(), trait, value)


def test_each_prediction_gets_its_own_verdict_and_one_is_right():
    said = []
    for choice in range(3):
        widget = locked_orange()
        widget.prediction = choice
        widget.ran = True
        said.append(widget.verdict)
    assert len(set(said)) == 3
    assert [verdict.startswith("You were right.") for verdict in said] == [False, False, True]
    assert all("1.0" in verdict and "1.8" in verdict and "{" not in verdict for verdict in said)


def test_the_table_says_who_gets_what():
    rows = shared_orange().picture["table"]["rows"]
    assert rows[0] == ["the juice", "10/10", "0/10"]
    assert rows[-1][1:] == ["90 %", "90 %"]


def test_asking_why_by_keyboard_splits_the_slider_in_two(browser: Browser):
    widget = fought_orange()
    with widget_page(browser, widget) as page:
        expect(page.get_by_role("slider")).to_have_count(1)
        page.get_by_role("button", name="Why? Ask Anton").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("slider")).to_have_count(2)
        page.get_by_label("How much of the peel goes to you").focus()
        for _ in range(7):
            page.keyboard.press("ArrowLeft")
        expect(page.locator(".bp-says").last).to_contain_text("You get 63 %")
        assert widget.shares == [7, 0]
        page.get_by_role("button", name="Forget the answers").click()
        expect(page.get_by_role("slider")).to_have_count(1)
