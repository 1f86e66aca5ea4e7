"""The table of the next offer: what a step gives and costs, and which issue it names."""

import json

import pytest
import traitlets
from biggerpie.negotiation import Offer, load_case, next_offer
from biggerpie.widgets import NextOfferTable
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.next_offer_table import TALK, dear_offer
from .states.next_offer_table import next_offer as opened


def told(*choices: int) -> list[str]:
    """What the table says to this offer."""
    widget = opened()
    widget.choices = list(choices)
    widget.revealed = True
    return widget.picture["findings"]


def test_a_cheap_gift_of_the_same_size_answers_in_kind():
    said = told(4, 3, 3, 4)
    assert said[0] == "Your step gives them 22 points and costs you 6."
    assert "Their last step gave you 22. With 22 you answer in kind." in said
    assert "At this price no package gives them more." in said
    assert not any("expensive part" in sentence for sentence in said)


def test_a_dear_gift_is_named_with_its_issue_and_what_the_price_could_have_bought():
    said = told(3, 1, 3, 4)
    assert said[0] == "Your step gives them 3 points and costs you 11."
    assert "An expensive part is “vegetable beds”: there you pay 11 and they receive 3." in said
    assert "For the same price you could have given them 33." in said
    assert "“quiet hours”, from until four to no quiet hours, would cost you 9 and give them 33." in said[-1]
    assert "Your 3 is a small answer to that." in said[2]


@pytest.mark.parametrize(
    ("choices", "kind"),
    [
        ((4, 3, 3, 4), "a concession"),
        ((4, 0, 3, 4), "a selfish step"),
        ((4, 1, 4, 4), "an unfortunate step"),
        ((3, 0, 3, 4), "an unfortunate step"),
    ],
)
def test_a_step_is_called_by_its_kind_in_plain_words(choices, kind):
    assert kind in told(*choices)[1]


def test_an_offer_that_nobody_would_sign_is_not_praised():
    assert any(sentence.startswith("But for them this offer is worse") for sentence in told(4, 0, 3, 4))
    assert any(sentence.startswith("But for you this offer is worse") for sentence in told(0, 4, 0, 0))


def test_what_the_step_gives_is_what_the_model_computes():
    widget = dear_offer()
    log = tuple(Offer(name, package) for name, package in TALK)
    model = next_offer(load_case("shared-garden"), log, "gardener", widget.package)
    assert (widget.step.gift, widget.step.cost) == (model.gift, model.cost) == (20, 20)
    rows = widget.picture["by_issue"]["rows"]
    assert sum(int(row[3]) for row in rows) == 20
    assert sum(int(row[4]) for row in rows) == 20


def test_nothing_of_the_other_sides_points_is_sent_before_the_learner_asks():
    widget = opened()
    widget.choices = [3, 1, 3, 4]
    sent = json.dumps(widget.get_state(["issues", "choices", "picture"]), default=str)
    assert "by_issue" not in sent
    assert widget.picture["findings"] == []
    assert [row[-1] for row in widget.picture["talk"]["rows"]] == ["100", "20", "97", "42"]


@pytest.mark.parametrize("choices", [[0], [5, 0, 0, 0], [-1, 0, 0, 0]])
def test_an_option_that_is_not_on_the_table_is_refused(choices):
    with pytest.raises(traitlets.TraitError):
        opened().choices = choices


def test_an_unchanged_offer_is_no_step_and_the_turn_must_be_the_learners():
    with pytest.raises(traitlets.TraitError, match="change something"):
        opened().revealed = True
    with pytest.raises(ValueError, match="not this party's turn"):
        NextOfferTable(load_case("shared-garden"), "grandmother", TALK)


def test_a_next_offer_is_made_by_keyboard_alone_and_moves_with_every_change(browser: Browser):
    widget = opened()
    with widget_page(browser, widget) as page:
        button = page.get_by_role("button", name="Show me what my step gives")
        expect(button).to_be_disabled()
        page.get_by_role("group", name="vegetable beds").get_by_role("radio").last.focus()
        page.keyboard.press("ArrowLeft")
        expect(button).to_be_enabled()
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("An expensive part is “vegetable beds”")).to_be_visible()
        page.get_by_role("group", name="vegetable beds").get_by_role("radio").nth(3).focus()
        page.keyboard.press("ArrowRight")
        page.get_by_role("group", name="quiet hours").get_by_role("radio").nth(1).focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        expect(page.get_by_text("With 22 you answer in kind.")).to_be_visible()
        assert widget.package == (4, 3, 3, 4)
