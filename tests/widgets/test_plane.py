"""The payoff plane in a real browser: what its dots say, and what falls out of the zone of agreement."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import PayoffExplorer, SignedDeal
from biggerpie.widgets.plane import backdrop
from playwright.sync_api import Browser, Page, expect

from ..plain_page import widget_page
from .states.payoff_explorer import explorer, run_explorer
from .states.signed_deal import tried_signature


def told(page: Page) -> str:
    return page.locator(".bp-told").inner_text()


def point_at(page: Page, selector: str) -> None:
    mark = page.locator(selector)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_dot_that_is_pointed_at_says_its_package_and_what_it_is_worth(browser: Browser):
    with widget_page(browser, run_explorer()) as page:
        point_at(page, ".bp-here")
        assert told(page) == "here: Salary all their way; Days at home all your way: 24 for you, 24 for them"
        page.mouse.move(1, 1)
        expect(page.locator(".bp-told")).to_be_empty()


def test_a_finger_that_rests_on_a_dot_lets_it_speak(browser: Browser):
    with widget_page(browser, run_explorer()) as page:
        page.locator(".bp-here").dispatch_event("pointerdown", {"clientX": 0, "clientY": 0, "pointerType": "touch"})
        expect(page.locator(".bp-told")).to_be_empty()
        box = page.locator(".bp-middle").bounding_box()
        assert box
        at = {"clientX": box["x"] + 6, "clientY": box["y"] + 6, "pointerType": "touch", "bubbles": True}
        page.locator(".bp-plane").dispatch_event("pointerdown", at)
        assert told(page).startswith("the middle: Salary in the middle; Days at home in the middle: 16 for you")


def test_arrow_keys_go_from_dot_to_dot_and_escape_ends_it(browser: Browser):
    with widget_page(browser, run_explorer()) as page:
        page.get_by_role("application").focus()
        page.keyboard.press("ArrowRight")
        assert "24 for you, 24 for them" in told(page)
        page.keyboard.press("ArrowRight")
        assert told(page) == "Salary more their way; Days at home all your way: 26 for you, 18 for them"
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowUp")
        assert "24 for you, 24 for them" not in told(page)
        page.keyboard.press("Escape")
        expect(page.locator(".bp-told")).to_be_empty()


def test_the_signed_deal_says_its_options_by_name(browser: Browser):
    with widget_page(browser, tried_signature()) as page:
        point_at(page, ".bp-signed-mark")
        assert told(page).startswith("signed: salary 56,000; days at home 2 days; start date 1 April; ")


def test_what_falls_out_of_the_zone_of_agreement_fades(browser: Browser):
    widget = explorer()
    with widget_page(browser, widget) as page:
        zone = page.locator(".bp-zone")
        before = zone.get_attribute("width")
        fallen = page.locator(".bp-fallen")
        count = (fallen.get_attribute("d") or "").count("M")
        assert count == sum(you < 12 or them < 10 for you, them in cloud_of(widget))
        page.get_by_label("Your alternative, in points").focus()
        page.keyboard.press("ArrowRight")
        expect(zone).not_to_have_attribute("width", before or "")
        assert float(fallen.evaluate("(node) => getComputedStyle(node).opacity")) < 0.5


def cloud_of(widget: PayoffExplorer) -> list[tuple[int, int]]:
    flat = widget.picture["cloud"]
    return list(zip(flat[::2], flat[1::2], strict=True))


def test_each_dot_is_sent_with_the_package_that_it_is():
    case = load_case("job-offer")
    drawn = backdrop(case)
    flat = drawn["cloud"]
    for you, them, letters in zip(flat[::2], flat[1::2], drawn["packages"], strict=True):
        assert case.payoffs(tuple(int(letter) for letter in letters)) == (you, them)
    assert len(drawn["packages"]) <= 600


def test_where_the_other_sides_points_are_hidden_no_package_of_theirs_is_sent():
    case = load_case("attic-flat")
    widget = SignedDeal(case, "mapmaker", {"kitchen": "one long table"}, show_other=False)
    assert widget.picture["plane"] is None
