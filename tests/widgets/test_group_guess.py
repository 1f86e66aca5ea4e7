"""Guessing by the group: what the curves, the table and the verdicts say, and a run by keyboard alone."""

from math import erf, sqrt

import pytest
import traitlets
from biggerpie.negotiation import guess_people
from biggerpie.widgets import GroupGuess
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.group_guess import asked_group_guess, distant_group_guess, group_guess, locked_group_guess


def below(minutes: float, average: float) -> float:
    """The share of a normal group, spread by 4 minutes, that lies below so many minutes."""
    return (1 + erf((minutes - average) / 4 / sqrt(2))) / 2


@pytest.mark.parametrize(("apart", "outcome"), [(5, "two_in_five"), (15, "one_in_five"), (30, "one_in_twenty")])
def test_without_a_question_the_outcome_is_the_nearest_share(apart, outcome):
    assert GroupGuess(apart=apart, bet="guess").outcome() == outcome


@pytest.mark.parametrize(
    ("apart", "misheard", "outcome"), [(5, 30, "ask"), (5, 45, "guess"), (0, 50, "same"), (30, 10, "guess")]
)
def test_with_a_question_the_outcome_is_what_is_wrong_less_often(apart, misheard, outcome):
    assert GroupGuess(apart=apart, misheard=misheard, asks=True, bet="noise").outcome() == outcome


@pytest.mark.parametrize(("bet", "options"), [("guess", {}), ("noise", {"asks": True, "misheard": 30})])
def test_every_verdict_says_how_often_guessing_by_the_group_is_wrong(bet, options):
    widget = GroupGuess(bet=bet, **options)
    assert all("about 40" in widget.verdict_for(choice) for choice in range(3))


def test_the_noisy_lines_verdict_says_where_guessing_catches_up():
    widget = GroupGuess(asks=True, misheard=30, bet="noise")
    assert below(16, 16 + 1.05 * 4 / 2) == pytest.approx(0.3, abs=0.002)
    assert "1.0 standard deviations apart" in widget.verdict_for(1)


@pytest.mark.parametrize("apart", [0, 5, 10, 30])
def test_the_table_counts_the_people_under_the_curves(apart):
    rows = GroupGuess(apart=apart).picture["table"]["rows"]
    averages = (16 - apart * 0.2, 16 + apart * 0.2)
    assert [int(cell) for cell in rows[0][1:]] == [round(100 * below(8, average)) for average in averages]
    assert [int(cell) for cell in rows[3][1:]] == [
        round(100 * (below(20, average) - below(16, average))) for average in averages
    ]
    assert int(rows[-1][1]) == round(100 * (1 - below(16, averages[0]))) == round(100 * below(16, averages[1]))


def test_one_person_in_three_is_farther_than_the_spread_from_the_average():
    assert 1 - (below(20, 16) - below(12, 16)) == pytest.approx(1 / 3, abs=0.02)
    assert "about one person in three is more than 4 minutes away" in GroupGuess().picture["in_words"]
    assert "lie 2.0 minutes apart" in GroupGuess(apart=5).picture["in_words"]


def test_the_area_guessed_wrong_lies_under_both_curves():
    wrong, harbour, hill = (line["points"] for line in group_guess().picture["lines"] if len(line["points"]) > 1)
    assert [low for _, low in wrong] == [min(a, b) for (_, a), (_, b) in zip(harbour, hill, strict=True)]


def test_the_hundred_people_met_are_those_of_the_model():
    widget = asked_group_guess()
    found = guess_people(0.5, 0.3, 100, seed=1)
    assert [field["wrong"] for field in widget.picture["fields"]] == [
        round(100 * share) for share in (found.guessed, found.asked)
    ]
    before = widget.picture["fields"]
    widget.met = 2
    assert widget.picture["fields"] != before


def test_nobody_is_met_and_nothing_asked_before_the_learner_wants_it():
    assert group_guess().picture["fields"] == []
    widget = group_guess()
    widget.met = 1
    assert len(widget.picture["fields"]) == 1
    assert "asking" not in widget.picture["summary"].lower()


def test_the_summary_says_which_way_is_wrong_less_often():
    widget = GroupGuess(asks=True, misheard=10)
    assert "wrong about 40 of 100" in widget.picture["summary"]
    assert "until the averages lie 2.6 standard deviations apart" in widget.picture["summary"]
    widget.apart = 30
    assert "Here the guess is wrong less often" in widget.picture["summary"]
    widget.misheard = 50
    assert "an answer tells nothing" in widget.picture["summary"]
    widget.misheard = 0
    assert "asking is never wrong" in widget.picture["summary"]
    widget.apart, widget.misheard = 0, 50
    assert "both are wrong equally often" in widget.picture["summary"]


@pytest.mark.parametrize(("trait", "value"), [("apart", 31), ("apart", -1), ("misheard", 51), ("met", -1)])
def test_a_value_that_makes_no_sense_is_refused(trait, value):
    with pytest.raises(traitlets.TraitError):
        setattr(distant_group_guess(), trait, value)


def test_a_learner_bets_moves_and_meets_people_by_keyboard_alone(browser: Browser):
    widget = locked_group_guess()
    with widget_page(browser, widget) as page:
        for key in ("Tab", "Space", "Tab", "Enter"):
            page.keyboard.press(key)
        expect(page.get_by_role("button", name="Run")).to_be_enabled()
        for key in ("Tab", "Enter"):
            page.keyboard.press(key)
        expect(page.locator(".bp-says").first).to_contain_text("You're wrong about 40")
        page.get_by_label("How far apart the averages").focus()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_text("lie 2.4 minutes apart")).to_be_visible()
        assert page.get_by_role("slider").get_attribute("aria-valuetext") == "0.6 standard deviations"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Meet another 100 people")).to_be_focused()
        expect(page.get_by_role("status")).to_contain_text("Of these 100 people")
        assert (widget.apart, widget.met) == (6, 1)


def test_the_field_shows_a_cross_for_each_wrong_guess_and_a_ring_for_each_right_one(browser: Browser):
    widget = asked_group_guess()
    with widget_page(browser, widget) as page:
        for place, field in enumerate(widget.picture["fields"]):
            shown = page.locator(".bp-field").nth(place)
            marks = [shown.locator(name).get_attribute("d") or "" for name in (".bp-field-wrong", ".bp-field-right")]
            assert marks[0].count("M") == 2 * field["wrong"]
            assert marks[1].count("M") == 100 - field["wrong"]


def test_dragging_the_distance_with_the_mouse_moves_the_curves(browser: Browser):
    widget = group_guess()
    with widget_page(browser, widget) as page:
        curve = page.locator(".bp-chart-lines .bp-kind-you").first
        before = curve.get_attribute("d") or ""
        box = page.get_by_label("How far apart the averages").bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 6, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2, steps=6)
        page.mouse.up()
        expect(curve).not_to_have_attribute("d", before)
        assert widget.apart == 30
