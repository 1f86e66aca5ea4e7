"""Every widget on a plain page in real Chromium: accessible, usable by keyboard alone, photographed."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from ..plain_page import widget_page
from .catalogue import RICHEST_FIRST, WIDGETS
from .states.package_builder import builder, told_builder
from .states.payoff_explorer import explorer, locked_explorer
from .states.question import question

SIZES = [(1000, "light"), (360, "dark")]


@pytest.mark.parametrize("make", RICHEST_FIRST, ids=lambda make: make.__name__)
def test_axe_finds_nothing_and_nothing_sticks_out(browser: Browser, make):
    with widget_page(browser, make()) as page:
        page.evaluate("document.querySelectorAll('details').forEach((folded) => (folded.open = true))")
        for width, theme in SIZES:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            page.wait_for_timeout(100)  # what is drawn to the window's width is drawn anew
            page.screenshot(path=screenshot_folder() / f"{make.__name__}-{width}-{theme}.png", full_page=True)
            results = Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.outerHTML"))


@pytest.mark.parametrize("make", RICHEST_FIRST, ids=lambda make: make.__name__)
def test_tab_reaches_every_control_and_leaves_the_widget(browser: Browser, make):
    with widget_page(browser, make()) as page:
        page.evaluate("document.querySelectorAll('details').forEach((folded) => (folded.open = true))")
        groups = page.evaluate(
            """() => {
              const shown = (node) => !node.disabled && node.offsetParent !== null;
              const controls = "a[href], input, button, select, textarea, summary, [tabindex='0']";
              const all = [...document.querySelectorAll(controls)].filter(shown);
              const radios = new Set(all.filter((n) => n.type === "radio").map((n) => n.name));
              return all.filter((n) => n.type !== "radio").length + radios.size;
            }"""
        )
        seen = set()
        for _ in range(groups):
            page.keyboard.press("Tab")
            seen.add(focused(page))
        assert len(seen) == groups
        page.keyboard.press("Tab")
        assert page.evaluate("!document.getElementById('place').contains(document.activeElement)")


LOCKED = [make for make in WIDGETS if make().bet and not make().ran]


@pytest.mark.parametrize("make", LOCKED, ids=lambda make: make.__name__)
def test_every_bet_is_made_by_keyboard_and_opens_its_simulation(browser: Browser, make):
    widget = make()
    with widget_page(browser, widget) as page:
        page.get_by_role("radio").first.focus()
        for key in ("Space", "Tab", "Enter", "Tab", "Enter"):
            page.keyboard.press(key)
            page.wait_for_timeout(100)
        expect(page.locator(".bp-says").first).not_to_be_empty()
        if widget.redraws_on:
            expect(page.get_by_text(widget.words["as_table"])).to_be_visible()


def test_no_key_leaves_a_widget(browser: Browser):
    with widget_page(browser, builder()) as page:
        page.evaluate("document.addEventListener('keydown', (event) => (window.escaped = event.key))")
        page.get_by_role("radio").first.focus()
        page.keyboard.press("b")
        assert page.evaluate("window.escaped") is None


def test_the_bet_locks_the_simulation_until_it_is_stored(browser: Browser):
    widget = locked_explorer()
    with widget_page(browser, widget) as page:
        run = page.get_by_role("button", name="Run")
        expect(run).to_be_disabled()
        expect(page.get_by_role("img")).to_have_count(0)
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(run).to_be_enabled()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("img")).to_be_visible()
        expect(page.locator(".bp-says").first).to_contain_text("8 more")
        assert widget.prediction == widget.bet["order"][0]
        assert widget.ran


def test_arrow_keys_on_a_slider_change_the_picture_and_are_announced(browser: Browser):
    widget = explorer()
    with widget_page(browser, widget) as page:
        slider = page.get_by_label("Salary, to you")
        before = page.locator(".bp-frontier").get_attribute("d")
        slider.focus()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".bp-frontier")).not_to_have_attribute("d", before or "")
        assert widget.yours == [5, 6, 3]
        expect(page.get_by_role("status")).to_contain_text("In the middle of everything you get 28")


def test_dragging_a_slider_with_the_mouse_changes_the_picture(browser: Browser):
    widget = explorer()
    with widget_page(browser, widget) as page:
        box = page.get_by_label("Your alternative, in points").bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] * 0.22, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2, steps=6)
        page.mouse.up()
        expect(page.locator(".bp-says").last).to_contain_text("nothing to agree on")
        assert widget.alternatives[0] == 56


def test_a_package_is_built_by_keyboard_and_given_as_text(browser: Browser):
    widget = builder()
    with widget_page(browser, widget) as page:
        for issue, presses in (("first project", 1), ("mentoring", 4), ("notice period", 2)):
            group = page.get_by_role("group", name=issue)
            group.get_by_role("radio").first.focus()
            page.keyboard.press("Space")
            for _ in range(presses):
                page.keyboard.press("ArrowRight")
        page.get_by_text("This package as text").focus()
        page.keyboard.press("Enter")
        expect(page.locator("p.bp-question")).to_contain_text("This package is worth 67 points")
        assert widget.package == (2, 3, 0, 1, 4, 2)
        text = page.get_by_label("Copy this").input_value()
        assert text.startswith("%%answer package\nsalary: 56,000\n")


def test_the_other_sides_points_are_not_in_the_page_of_the_graded_exercise(browser: Browser):
    widget = builder()
    with widget_page(browser, widget) as page:
        shown = page.locator("#place").inner_text()
        assert "14 for you" in shown
        assert not re.search(r"they \d+", shown)
        assert "plane" not in widget.picture


def test_the_diagnosis_moves_with_the_package(browser: Browser):
    widget = told_builder()
    with widget_page(browser, widget) as page:
        findings = page.get_by_role("listitem")
        more = "One package would give each of you at least 22 more than this one."
        expect(findings.filter(has_text=more)).to_be_visible()
        page.get_by_role("group", name="vegetable beds").get_by_role("radio").last.check()
        page.get_by_role("group", name="quiet hours").get_by_role("radio").last.check()
        page.get_by_role("group", name="pear tree").get_by_role("radio").nth(3).check()
        expect(findings.filter(has_text="No package gives both of you more.")).to_be_visible()


def test_a_question_answers_each_choice_in_its_own_words(browser: Browser):
    said = set()
    for choice in range(3):
        with widget_page(browser, question()) as page:
            page.get_by_role("radio").nth(choice).check()
            page.get_by_role("button", name="Store my choice").click()
            page.get_by_role("button", name="Show the answer").click()
            expect(page.locator(".bp-says")).not_to_be_empty()
            said.add(page.locator(".bp-says").inner_text())
    assert len(said) == 3


def test_what_was_left_on_the_table_is_asked_for_by_keyboard(browser: Browser):
    widget = told_builder()
    widget.revealed = False
    with widget_page(browser, widget) as page:
        button = page.get_by_role("button", name="Show me what I left on the table")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("img")).to_be_visible()
        assert widget.revealed


def test_the_package_is_copied_by_keyboard(browser: Browser):
    with widget_page(browser, builder()) as page:
        page.get_by_text("This package as text").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text(re.compile(r"Copied\.|The text is selected"))).to_be_visible()
        assert page.evaluate("document.querySelector('textarea').selectionEnd") > 0


def test_every_slider_of_the_explorer_moves_by_keyboard(browser: Browser):
    widget = explorer()
    with widget_page(browser, widget) as page:
        sliders = page.get_by_role("slider")
        assert sliders.count() == 9
        for number in range(9):
            before = (list(widget.yours), list(widget.theirs), list(widget.alternatives), widget.stop)
            sliders.nth(number).focus()
            page.keyboard.press("ArrowLeft")
            for _ in range(100):
                page.wait_for_timeout(20)
                after = (list(widget.yours), list(widget.theirs), list(widget.alternatives), widget.stop)
                if after != before:
                    break
            assert after != before


def test_still_pictures_for_those_who_asked_for_less_motion(browser: Browser):
    with widget_page(browser, explorer()) as page:
        moving = (
            "[...document.querySelectorAll('*')].filter((n) => getComputedStyle(n).transitionDuration !== '0s').length"
        )
        assert page.evaluate(moving) == 0


def test_who_pressed_run_finds_the_focus_on_the_answer_and_the_question_on_top(browser: Browser):
    with widget_page(browser, locked_explorer()) as page:
        page.add_style_tag(content="#place { margin: 700px 0 }")
        page.get_by_role("radio").first.check()
        page.get_by_role("button", name="Store my prediction").click()
        page.get_by_role("button", name="Run").click()
        expect(page.locator(".bp-says").first).to_be_focused()
        assert abs(page.get_by_role("group").first.bounding_box()["y"]) < 30


def test_an_answer_that_comes_late_leaves_the_focus_where_the_learner_went_meanwhile(browser: Browser):
    with widget_page(browser, locked_explorer()) as page:
        page.evaluate("document.body.append(document.createElement('textarea'))")
        page.get_by_role("radio").first.check()
        page.get_by_role("button", name="Store my prediction").click()
        page.evaluate(
            "[...document.querySelectorAll('button')].find((one) => one.textContent === 'Run').click();"
            "document.querySelector('textarea').focus()"
        )
        expect(page.locator(".bp-says").first).not_to_be_empty()
        expect(page.locator("textarea")).to_be_focused()
