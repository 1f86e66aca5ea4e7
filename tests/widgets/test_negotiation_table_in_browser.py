"""The negotiation table in a real browser: a whole talk by keyboard alone, another by mouse on a narrow screen."""

from typing import Literal

from biggerpie.negotiation import load_case
from biggerpie.negotiation.table import Ending, Manner, Remark
from biggerpie.widgets import NegotiationTable
from biggerpie.widgets._words import words
from biggerpie.widgets.negotiation_table.faces import FACES
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from ..plain_page import widget_page
from .agreed_table import agreed_table
from .test_in_browser import test_axe_finds_nothing_and_nothing_sticks_out as look_with_axe

ROUNDS = 5
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def table(**more) -> NegotiationTable:
    return NegotiationTable(load_case("job-offer"), "candidate", seed=3, rounds=ROUNDS, **more)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def write(page: Page, text: str) -> None:
    page.get_by_label("In your own words").focus()
    page.keyboard.type(text)


def answered(page: Page, count: int) -> None:
    """Wait until the other side has spoken so often, and find the focus in the conversation."""
    log = page.get_by_role("log")
    expect(log.locator(".bp-message-them")).to_have_count(count)
    expect(log).to_be_focused()


def test_somebody_who_cannot_use_a_mouse_prepares_is_unkind_apologises_leaves_and_does_better(browser: Browser):
    widget = table()
    with widget_page(browser, widget) as page:
        page.get_by_label("Question 1").focus()
        page.keyboard.press("ArrowDown")
        page.get_by_label("The least you'd accept").focus()
        page.keyboard.type("40")
        press(page, "Sit down at the table")
        expect(page.get_by_role("log")).to_be_focused()
        press(page, "What matters most to you?")
        press(page, "Make an offer")
        expect(page.get_by_label("salary").last).to_be_focused()
        press(page, "Say it")
        answered(page, 1)

        write(page, "You never move an inch.")
        expect(page.get_by_text("may sound like blame: “You never”")).to_be_visible()
        press(page, "Make an offer")
        press(page, "Say it")
        answered(page, 2)
        expect(page.get_by_role("img", name="Ilse looks annoyed.").first).to_be_visible()

        write(page, "I'm sorry, that was unfair of me.")
        press(page, "Build on their offer")
        assert [widget.draft["packages"][-1]] == [list(package) for package in widget.session.open_packages]
        press(page, "Take package 1 away")
        press(page, "Make an offer")
        page.get_by_label("start date").last.focus()
        page.keyboard.press("Home")
        expect(page.get_by_text("92 points to you")).to_be_visible()
        press(page, "Say it")
        answered(page, 3)
        expect(page.get_by_role("img", name="Ilse looks annoyed.")).to_have_count(1)

        said = [move.manner for message in widget.session.said[::2] for move in message.moves if type(move) is Remark]
        assert said == [Manner.BLAME, Manner.APOLOGISE]
        press(page, "Leave without a deal")
        expect(page.get_by_role("button", name="Stay")).to_be_focused()
        press(page, "Yes, leave")
        expect(page.get_by_text("You left without a deal.")).to_be_focused()
        expect(page.get_by_role("button", name="Say it")).to_be_hidden()

        page.get_by_label("Play again from your turn").focus()
        page.keyboard.press("End")
        press(page, "Play again from here")
        expect(page.locator(".bp-says")).to_contain_text("Round 4 of 5")
        expect(page.get_by_role("log")).to_be_focused()
        press(page, "Accept")
        expect(page.get_by_text("You have a deal:")).to_be_focused()
        expect(page.get_by_text("The time before: You left without a deal.")).to_be_visible()
    case = load_case("job-offer")
    assert case.payoffs(widget.session.agreement or ())[0] > case.reservation_values[0]


def test_on_a_narrow_screen_a_talk_is_held_by_mouse_and_left(browser: Browser):
    widget = table(prepare=False)
    with widget_page(browser, widget, width=360, dark=True) as page:
        page.get_by_role("button", name="Make an offer").click()
        page.get_by_role("button", name="Put another one beside it").click()
        expect(page.get_by_role("group", name="Package 2")).to_be_visible()
        expect(page.get_by_role("button", name="Say it")).to_be_disabled()
        page.get_by_label("salary").last.select_option("3")
        page.get_by_label("What would you like to do?").select_option("Tell how much an issue matters to me")
        page.get_by_label("How strongly?").select_option("a little")
        page.get_by_role("button", name="Add to what I say").click()
        page.get_by_role("button", name="Say it").click()
        answered(page, 1)
        assert len(widget.session.said[0].offer.packages) == 2
        page.get_by_role("button", name="Leave without a deal").click()
        page.get_by_role("button", name="Stay").click()
        page.get_by_role("button", name="Leave without a deal").click()
        page.get_by_role("button", name="Yes, leave").click()
        expect(page.get_by_text("You left without a deal.")).to_be_focused()
        assert widget.session.ending is Ending.WALKED_AWAY


def test_each_face_is_drawn_otherwise_and_says_its_mood(browser: Browser):
    widget = table(prepare=False)
    drawn = set()
    with widget_page(browser, widget) as page:
        for mood in FACES:
            widget.picture = {
                **widget.picture,
                "face": mood,
                "look": words("negotiation_table", "en").say("looks", mood, name="Ilse"),
            }
            page.evaluate("(picture) => window.plainHost.apply({ picture })", widget.picture)
            face = page.get_by_role("img", name=widget.picture["look"])
            drawn.add(face.locator("path").get_attribute("d"))
            for theme in THEMES:
                page.emulate_media(color_scheme=theme)
                face.screenshot(path=screenshot_folder() / f"face-{mood}-{theme}.png")
    assert len(drawn) == len(FACES)


def test_axe_finds_nothing_after_a_talk_and_nothing_sticks_out(browser: Browser):
    look_with_axe(browser, agreed_table)
