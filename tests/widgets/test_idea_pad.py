"""The idea pad: what may be written, when it may be judged, and the keys."""

import pytest
import traitlets
from biggerpie.widgets import IdeaPad
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.idea_pad import empty_pad, filled_pad

FIVE = 5
HOSTILE = '<img src=x onerror="window.hurt = 1"><script>window.hurt = 1</script>${window.hurt = 1}'


def test_nothing_can_be_judged_before_the_inventing_is_done():
    pad = filled_pad()
    with pytest.raises(traitlets.TraitError, match="judge later"):
        pad.kept = [0]
    pad.done = True
    pad.kept = [2, 0, 0]
    assert pad.kept == [0, 2]


def test_going_on_inventing_takes_the_ticks_away():
    pad = filled_pad()
    pad.done = True
    pad.kept = [1]
    pad.done = False
    assert pad.kept == []
    pad.ideas = [*pad.ideas, "one more"]
    pad.done = True
    with pytest.raises(traitlets.TraitError, match="inventing is done"):
        pad.ideas = []
    with pytest.raises(traitlets.TraitError, match="there are 4 ideas"):
        pad.kept = [4]


@pytest.mark.parametrize("ideas", [["a"] * 21, ["a" * 201], [""], [" \n\t "], ["\u202e\u0000"], [7], 3])
def test_too_many_too_long_and_empty_ideas_are_refused(ideas):
    with pytest.raises(traitlets.TraitError):
        IdeaPad().ideas = ideas


def test_an_idea_becomes_one_line_of_what_can_be_seen():
    pad = IdeaPad()
    pad.ideas = ["  two\nlines \u202egnp.exe\u0007 ", "Grüße, 请"]
    assert pad.ideas == ["two lines gnp.exe", "Grüße, 请"]


def test_there_are_five_prompts_for_each_case_and_a_sixth_is_refused():
    for name in ("job-offer", "market-ferry", "own"):
        pad = IdeaPad(name)
        assert len({prompt["route"] for prompt in pad.prompts}) == FIVE
        assert all(prompt["question"].endswith("?") for prompt in pad.prompts)
        with pytest.raises(traitlets.TraitError):
            pad.prompt = FIVE
    with pytest.raises(ValueError, match="no prompts 'jb'"):
        IdeaPad("jb")


def test_hostile_text_is_shown_and_not_run(browser: Browser):
    pad = IdeaPad()
    pad.ideas = [HOSTILE, "{count} {route}"]
    with widget_page(browser, pad) as page:
        expect(page.get_by_text(HOSTILE)).to_be_visible()
        page.get_by_role("button", name="I'm done inventing").click()
        expect(page.get_by_text(HOSTILE)).to_be_visible()
        expect(page.get_by_text("{count} {route}")).to_be_visible()
        assert page.evaluate("window.hurt") is None
        assert page.locator(".bp-ideas img").count() == 0


def test_ideas_are_written_prompted_removed_and_judged_by_keyboard_alone(browser: Browser):
    pad = empty_pad()
    with widget_page(browser, pad) as page:
        done = page.get_by_role("button", name="I'm done inventing")
        expect(done).to_be_disabled()
        page.get_by_role("button", name="Help me with a question").focus()
        for place in (*range(FIVE), 0):
            page.keyboard.press("Enter")
            expect(page.locator(".bp-says")).to_contain_text(pad.prompts[place]["question"])
        expect(page.locator(".bp-says")).to_contain_text("Make the pie bigger")
        page.get_by_label("Your idea").focus()
        for idea in ("a tuba for the port", "a boat", "nothing"):
            page.keyboard.insert_text(idea)
            page.keyboard.press("Enter")
            expect(page.get_by_text(idea, exact=True)).to_be_visible()
        expect(page.get_by_role("checkbox")).to_have_count(0)
        page.get_by_role("button", name="Remove idea 3").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("paragraph").filter(has_text="Ideas: 2. Target: 10.")).to_be_visible()
        expect(page.get_by_label("Your idea")).to_be_focused()
        done.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Invent some more")).to_be_focused()
        page.get_by_role("checkbox", name="a boat").focus()
        page.keyboard.press("Space")
        expect(page.get_by_role("paragraph").filter(has_text="Ticked: 1 of 2.")).to_be_visible()
        expect(page.get_by_role("checkbox", name="a boat")).to_be_focused()
        assert pad.ideas == ["a tuba for the port", "a boat"]
        assert pad.kept == [1]


def test_a_full_pad_takes_no_more(browser: Browser):
    pad = IdeaPad(target=20)
    pad.ideas = [f"idea number {number}" for number in range(20)]
    with widget_page(browser, pad) as page:
        expect(page.get_by_role("button", name="Write it down")).to_be_disabled()
        expect(
            page.get_by_role("paragraph").filter(has_text="That's the most this pad holds: 20 ideas.")
        ).to_be_visible()


def test_at_the_target_the_pad_says_that_it_is_reached(browser: Browser):
    pad = IdeaPad(target=2)
    pad.ideas = ["a boat"]
    with widget_page(browser, pad) as page:
        expect(page.get_by_role("paragraph").filter(has_text="Ideas: 1. Target: 2.")).to_be_visible()
        page.get_by_label("Your idea").fill("a tuba")
        page.keyboard.press("Enter")
        said = page.get_by_role("paragraph").filter(has_text="Ideas: 2. Target reached: go on, or judge.")
        expect(said).to_be_visible()


def test_what_is_written_into_a_full_pad_stays_in_the_field(browser: Browser):
    pad = IdeaPad(target=20)
    pad.ideas = [f"idea number {number}" for number in range(20)]
    with widget_page(browser, pad) as page:
        page.get_by_label("Your idea").fill("one more")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Remove idea 20").press("Enter")
        expect(page.get_by_label("Your idea")).to_have_value("one more")
        page.keyboard.press("Enter")
        expect(page.get_by_text("one more", exact=True)).to_be_visible()


def test_a_pad_that_was_done_on_another_day_leaves_the_focus_where_it_is(browser: Browser):
    with widget_page(browser, empty_pad()) as page:
        page.get_by_role("button", name="Help me with a question").focus()
        page.evaluate("() => window.plainHost.apply({ ideas: ['a boat'], done: true })")
        expect(page.get_by_role("button", name="Invent some more")).to_be_visible()
        expect(page.get_by_role("button", name="Invent some more")).not_to_be_focused()
