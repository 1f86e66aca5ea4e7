"""The blame spiral: what becomes of one sharp word, and what a reframed turn wins."""

import re

import pytest
import traitlets
from biggerpie.widgets import BlameSpiral
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.blame_spiral import reframed_spiral, shares_spiral, spiral


def both_after(turns: int, persistence: float, reactivity: float, reframed: tuple[int, ...] = ()) -> float:
    """The sum of both angers, which each turn multiplies by what is kept and blamed, or only by what is kept."""
    total = 1.0
    for turn in range(1, turns + 1):
        total *= persistence + (0 if turn in reframed else reactivity)
    return total


def settled(bet: str, choice: int, **options) -> BlameSpiral:
    """The widget after the bet on that choice."""
    widget = BlameSpiral(bet=bet, **options)
    widget.prediction = choice
    widget.ran = True
    return widget


@pytest.mark.parametrize(
    ("persistence", "reactivity", "outcome"),
    [
        (50, 60, "explodes"),
        (50, 40, "dies"),
        (50, 50, "stays"),
        (70, 30, "stays"),
        (41, 60, "explodes"),
        (0, 0, "dies"),
    ],
)
def test_the_same_first_insult_dies_stays_or_explodes(persistence, reactivity, outcome):
    widget = BlameSpiral(persistence=persistence, reactivity=reactivity)
    assert widget.outcome() == outcome
    assert widget.words[outcome].split("{")[0] in widget.picture["summary"]


def test_the_lines_the_table_and_the_summary_show_the_same_anger():
    widget = BlameSpiral(reactivity=40)
    ends = [line["points"][-1][1] for line in widget.picture["lines"]]
    assert sum(ends) == pytest.approx(both_after(20, 0.5, 0.4))
    assert widget.picture["table"]["rows"][2] == ["2", "0.41", "0.40"]
    assert "0.1 times" in widget.picture["summary"]


def test_a_reframed_turn_is_drawn_beside_what_would_have_been():
    widget = spiral()
    names = [line["name"] for line in widget.picture["lines"]]
    assert names == ["You", "They", "never reframed"]
    end = both_after(20, 0.5, 0.6, (3, 9))
    told = f"{end:.1f} times the first insult: about {end / 2:.1f} on each side. Reframed turns: 2."
    assert told in widget.picture["summary"]
    assert f"it would be {both_after(20, 0.5, 0.6):.1f} times" in widget.picture["summary"]
    assert "but 8.3 turns later" in widget.picture["summary"]
    widget.reframed = []
    assert len(widget.picture["lines"]) == 2


def test_reframed_turns_are_marked_and_what_is_beyond_the_picture_is_said():
    widget = spiral()
    assert [rule["at"] for rule in widget.picture["rules"] if rule.get("solid")] == [3, 9]
    widget = BlameSpiral(persistence=100, reactivity=100)
    assert both_after(20, 1, 1) > 1000
    assert "more than 1000 times" in widget.picture["summary"]
    assert "higher than this picture goes" in widget.picture["summary"]
    assert "higher than this picture goes" not in spiral().picture["summary"]


def test_reframing_where_anger_dies_by_itself_wins_no_turns():
    widget = BlameSpiral(reactivity=40, reframed=[2])
    assert widget.outcome() == "dies"
    assert "turns later" not in widget.picture["summary"]


def test_the_verdicts_state_what_the_model_computes():
    end, calmed = both_after(20, 0.5, 0.6), both_after(20, 0.5, 0.6, (5,))
    assert all(f"{end:.1f} times the first insult" in settled("insult", choice).verdict for choice in range(3))
    for choice in range(3):
        verdict = settled("reframe", choice, reframed=[5]).verdict
        for figure in ("won 8.3 turns", f"{calmed:.1f} times", f"{end:.1f} times"):
            assert figure in verdict


@pytest.mark.parametrize(
    ("trait", "value"),
    [
        ("persistence", -1),
        ("reactivity", 101),
        ("turn", 0),
        ("turn", 21),
        ("reframed", [21]),
        ("reframed", ["3"]),
        ("knobs", ["x"]),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(trait, value):
    with pytest.raises(traitlets.TraitError):
        setattr(spiral(), trait, value)


def test_a_turn_reframed_twice_counts_once():
    widget = spiral()
    widget.reframed = [9, 3, 9]
    assert widget.reframed == [3, 9]


def test_the_shares_move_by_keyboard_until_the_anger_dies_out(browser: Browser):
    widget = shares_spiral()
    with widget_page(browser, widget) as page:
        expect(page.get_by_role("slider")).to_have_count(2)
        expect(page.get_by_role("button", name="Reframe")).to_have_count(0)
        page.get_by_label("How much a side adds").focus()
        for together in range(109, 89, -1):
            page.keyboard.press("ArrowLeft")
            expect(page.locator(".bp-says").last).to_contain_text(re.compile(rf"come to (exactly )?{together} %"))
        expect(page.get_by_role("status")).to_contain_text("the anger dies out by itself")
        assert widget.reactivity == 40


def test_turns_are_reframed_and_taken_back_by_keyboard(browser: Browser):
    widget = reframed_spiral()
    with widget_page(browser, widget) as page:
        slider = page.get_by_label("The turn to reframe")
        slider.focus()
        for turn in range(6, 13):
            page.keyboard.press("ArrowRight")
            expect(page.get_by_role("button", name=f"Reframe in turn {turn}")).to_be_visible()
        button = page.get_by_role("button", name="Reframe in turn 12")
        expect(button).to_have_attribute("aria-pressed", "false")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        taken = page.get_by_role("button", name="Take back the reframing in turn 12")
        expect(taken).to_have_attribute("aria-pressed", "true")
        expect(taken).to_be_focused()
        expect(page.locator(".bp-says").last).to_contain_text("Reframed turns: 2.")
        assert widget.reframed == [5, 12]
        page.keyboard.press("Enter")
        expect(button).to_be_visible()
        assert widget.reframed == [5]
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Take all back")).to_be_disabled()
        expect(page.locator(".bp-says").last).to_contain_text("6.7 times the first insult: about 3.4 on each side.")
        assert widget.reframed == []
