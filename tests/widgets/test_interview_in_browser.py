"""The interview in a real browser: by keyboard alone, by mouse, and as a screen reader is told of it."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import Interview
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.interview import locked_interview, mishearing_interview, run_interview


def test_somebody_who_cannot_use_a_mouse_asks_says_back_and_offers(browser: Browser):
    widget = Interview(load_case("job-offer"), "candidate", misheard=20, seed=6)
    with widget_page(browser, widget) as page:
        page.get_by_role("button", name="What matters most to you?").focus()
        page.keyboard.press("Enter")
        talk = page.get_by_role("list", name="The conversation")
        expect(talk.get_by_role("listitem")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Say it back")).to_be_focused()
        page.keyboard.press("Enter")
        expect(talk).to_contain_text("“Not quite.” “Most of all: salary and notice period.”")
        expect(page.get_by_text("You have one turn left")).to_be_visible()
        expect(page.get_by_role("button", name="Say it back")).to_have_count(0)
        offer = page.get_by_role("button", name="Make my offer")
        offer.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".bp-says").last).to_contain_text("it creates 100 %")
        expect(page.get_by_role("button", name="The same conversation again")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Nothing has been said yet.")).to_be_visible()
        expect(page.get_by_role("button", name="Did you find")).to_be_focused()
        assert (widget.moves, widget.offered, widget.seed) == ([], False, 6)


def test_the_answer_and_what_it_is_worth_are_announced(browser: Browser):
    widget = run_interview()
    widget.moves = []
    with widget_page(browser, widget) as page:
        page.get_by_role("button", name="What matters most to you?").click()
        expect(page.get_by_role("status")).to_contain_text(
            "“Most of all: salary and start date.” As far as you can know"
        )


def test_the_slider_waits_for_the_next_conversation(browser: Browser):
    widget = mishearing_interview()
    with widget_page(browser, widget) as page:
        slider = page.get_by_label("How often you mishear an answer")
        expect(slider).to_be_disabled()
        page.get_by_role("button", name="Another conversation").click()
        expect(slider).to_be_enabled()
        assert widget.seed == 327
        slider.focus()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_text("21\u00a0%")).to_be_visible()
        assert widget.misheard == 21


def test_the_first_interview_has_no_slider_and_nothing_to_say_back(browser: Browser):
    widget = locked_interview()
    widget.prediction = 0
    widget.ran = True
    with widget_page(browser, widget) as page:
        page.get_by_role("button", name="What matters most to you?").click()
        expect(page.get_by_text("salary and start date")).to_be_visible()
        expect(page.get_by_role("slider")).to_have_count(0)
        expect(page.get_by_role("button", name="Say it back")).to_have_count(0)
