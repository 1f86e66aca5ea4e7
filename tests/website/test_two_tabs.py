"""Two tabs of the site write into one record, and neither loses what the other wrote."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from ..browser import ALONE, QUIET, found_browser
from .conftest import needs_node
from .test_in_browser import bet_on_the_first_choice
from .test_python import in_charge, kept
from .with_python import EXERCISE, bicycle, everything, keeps, open_exercise, open_with_python, write, written

pytestmark = [pytest.mark.long, needs_node]
THANKS = "Thank you for your time."


@pytest.fixture
def page(visitor: Page) -> Page:
    return visitor


@pytest.fixture
def other(page: Page) -> Iterator[Page]:
    """Another tab of the same browser."""
    opened = page.context.new_page()
    yield opened
    opened.close()


def test_two_tabs_of_a_lesson_write_turn_by_turn_and_nothing_is_lost(page, other, live):
    for tab in (page, other):
        open_with_python(tab, live)
    bet_on_the_first_choice(page)
    other.locator("#simulation-2").get_by_label("In your own words").fill(THANKS)
    other.locator("#simulation-2").get_by_role("button", name="Say it").click()
    slider = page.locator("#simulation-3").get_by_role("slider").last
    slider.press("ArrowRight")
    keeps(other, THANKS)
    other.close()
    slider.press("ArrowRight")
    stands = slider.input_value()
    page.wait_for_timeout(1_000)
    assert THANKS in everything(page)
    assert bicycle(page)["ran"]
    page.reload()
    in_charge(page)
    expect(slider).to_have_value(stands)


def test_two_tabs_of_an_exercise_show_each_others_answers_and_put_aside_what_both_wrote(page, other, live):
    for tab in (page, other):
        open_exercise(tab, live)
    form = page.locator(".shown", has=page.locator("option[value=integrative]"))
    for choice in form.get_by_role("combobox").all():
        choice.select_option("integrative")
    form.get_by_role("button", name="Write and check").press("Enter")
    expect(page.locator("[data-test-of=labels] .checked")).to_contain_text("Mark for this part")
    answered = page.locator("textarea[data-answer=labels]").input_value()
    assert "integrative" in answered
    expect(other.locator("textarea[data-answer=labels]")).to_have_value(answered)
    other.locator("[data-test-of=labels] button").press("Enter")
    expect(other.locator("[data-test-of=labels] .checked")).to_contain_text("Mark for this part")
    assert other.locator("textarea[data-answer=labels]").input_value() == answered
    write(page, "Mine.")
    write(other, "Yours.")
    keeps(page, "Yours.")
    page.wait_for_timeout(1_000)
    assert "Mine." in everything(page)


def test_what_one_tab_deletes_no_other_writes_again(page, other, live):
    for tab in (page, other):
        open_with_python(tab, live)
    bet_on_the_first_choice(other)
    keeps(page, "one-price")
    page.on("dialog", lambda dialog: dialog.accept())
    with other.expect_navigation(), page.expect_navigation():
        page.locator("#kept-delete").click()
    for tab in (page, other):
        in_charge(tab)
        tab.wait_for_timeout(500)
        assert kept(tab) == {}
    expect(other.locator("#simulation-3").get_by_role("radio").first).not_to_be_checked()


def test_a_case_that_another_tab_left_is_told_and_takes_no_more_answers(page, other, live):
    for tab in (page, other):
        open_exercise(tab, live)
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Try another case").press("Enter")
    expect(other.locator("#alarms")).to_contain_text("went on to another case")
    expect(other.locator("textarea[data-answer=labels]")).to_be_disabled()


def test_a_tab_whose_python_is_still_coming_shows_what_another_wrote_meanwhile(page, other, live):
    held: list[Route] = []
    other.route("**/kit.zip", lambda route: held.append(route))  # noqa: PLW0108  # Playwright takes no method
    other.goto(f"{live}/{EXERCISE}")
    open_exercise(page, live)
    write(page, "Mine.")
    keeps(page, "Mine.")
    held[0].continue_()
    in_charge(other)
    expect(written(other)).to_have_value("Mine.")


def test_a_page_that_comes_back_by_the_button_shows_what_was_done_since(page, live):
    """Playwright switches the cache off that keeps a page one has left; here it is on."""
    kind = page.context.browser.browser_type
    arguments = {"args": [*QUIET, *ALONE], "ignore_default_args": ["--disable-back-forward-cache"]}
    with kind.launch(executable_path=found_browser(), **arguments) as browser:
        first = browser.new_page()
        open_exercise(first, live)
        first.evaluate("window.isTheSame = true")
        first.goto(f"{live}/{EXERCISE}?again")
        in_charge(first)
        assert not first.evaluate("window.isTheSame")
        write(first, THANKS)
        keeps(first, THANKS)
        first.go_back(wait_until="commit")
        assert first.evaluate("window.isTheSame"), "the browser kept no page, so this test says nothing"
        expect(written(first)).to_have_value(THANKS)
