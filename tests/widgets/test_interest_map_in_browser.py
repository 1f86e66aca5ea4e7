"""The interest map in a real browser: by keyboard alone, by mouse, and as plain controls."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from biggerpie.widgets import InterestMap
from playwright.sync_api import Browser, Locator, Page, expect

from ..plain_page import widget_page
from .states.interest_map import ALL, fresh_map, linked_map


def asked_map() -> InterestMap:
    """Every answer heard, nothing linked."""
    widget = fresh_map()
    widget.map = {**widget.map, "found": ALL}
    return widget


def box(page: Page, key: str) -> Locator:
    return page.locator(f'[data-key="{key}"]')


def wait_for(page: Page, true) -> None:
    for _ in range(150):
        if true():
            return
        page.wait_for_timeout(20)
    raise AssertionError("it never came")


def links_of(widget: InterestMap) -> list[tuple[str, ...]]:
    return [tuple(link.values()) for link in widget.map["links"]]


def overlaps(page: Page) -> int:
    return page.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll(".bp-box > rect")].map((node) => node.getBoundingClientRect());
          const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          return boxes.filter((a, i) => boxes.some((b, j) => i < j && !apart(a, b))).length;
        }"""
    )


@pytest.mark.parametrize("width", [320, 360, 700, 1000])
def test_no_box_lies_on_another_at_any_width(browser: Browser, width):
    widget = linked_map()
    widget.map = {**widget.map, "places": {key: [0.5, 0.5] for key in ALL}}
    with widget_page(browser, widget, width=width) as page:
        expect(page.locator(".bp-box")).to_have_count(6)
        assert overlaps(page) == 0
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_whole_map_is_made_by_keyboard_alone(browser: Browser):
    widget = fresh_map()
    with widget_page(browser, widget) as page:
        page.keyboard.press("Tab")
        for number in range(3):
            page.keyboard.press("Enter")
            expect(page.locator(".bp-box-own")).to_have_count(number + 1)
        page.get_by_role("button", name="Why? Ask them").focus()
        for number in range(3):
            page.keyboard.press("Enter")
            expect(page.locator(".bp-box-other")).to_have_count(number + 1)
        expect(page.locator(".bp-says").first).to_contain_text("Found: 6 of 6")
        page.get_by_role("radio", name="shared").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        while page.evaluate("document.activeElement.dataset.key") != "own-0":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(box(page, "own-0")).to_have_attribute("aria-pressed", "true")
        expect(page.get_by_role("status").first).to_contain_text("A link begins at “to be at the school gate")
        while page.evaluate("document.activeElement.dataset.key") != "other-0":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".bp-link-label")).to_have_count(1)
        assert links_of(widget) == [("own-0", "other-0", "different")]
        expect(box(page, "other-0")).to_be_focused()
        page.get_by_role("button", name="Check my links").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("1 right, 0 wrong, 3 missing")).to_be_visible()


def test_arrows_move_a_box_past_the_others_and_keep_the_focus(browser: Browser):
    widget = asked_map()
    with widget_page(browser, widget) as page:
        box(page, "own-0").focus()
        before = box(page, "own-0").bounding_box()
        assert before
        page.keyboard.press("ArrowRight")
        wait_for(page, lambda: "own-0" in widget.map["places"])
        expect(box(page, "own-0")).to_be_focused()
        after = box(page, "own-0").bounding_box()
        assert after
        assert after["x"] > before["x"]
        for _ in range(30):
            page.keyboard.press("ArrowDown")
            page.wait_for_timeout(30)
        assert overlaps(page) == 0
        moved, passed = (box(page, key).bounding_box() for key in ("own-0", "own-1"))
        assert moved
        assert passed
        assert moved["y"] > passed["y"]


def test_escape_gives_a_link_up_and_two_own_interests_are_not_linked(browser: Browser):
    widget = asked_map()
    with widget_page(browser, widget) as page:
        box(page, "own-0").focus()
        page.keyboard.press("l")
        page.keyboard.press("Escape")
        expect(box(page, "own-0")).to_have_attribute("aria-pressed", "false")
        page.keyboard.press("Enter")
        box(page, "own-1").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").first).to_contain_text("joins an interest of yours with one of theirs")
        assert links_of(widget) == []


def test_delete_removes_a_link_and_undo_and_redo_bring_it_back_and_forth(browser: Browser):
    widget = linked_map()
    with widget_page(browser, widget) as page:
        box(page, "own-1 other-1").focus()
        page.keyboard.press("Delete")
        expect(page.locator(".bp-link-label")).to_have_count(2)
        page.get_by_role("button", name="Undo").click()
        expect(page.locator(".bp-link-label")).to_have_count(3)
        assert ("own-1", "other-1", "shared") in links_of(widget)
        page.get_by_role("button", name="Redo").click()
        expect(page.locator(".bp-link-label")).to_have_count(2)
        expect(page.get_by_role("button", name="Redo")).to_be_disabled()


def test_f2_renames_an_interest(browser: Browser):
    widget = asked_map()
    with widget_page(browser, widget) as page:
        box(page, "other-2").focus()
        page.keyboard.press("F2")
        name = page.get_by_label("Its name on the map")
        expect(name).to_be_focused()
        page.keyboard.type("no more <b>ferries</b>")
        page.keyboard.press("Enter")
        expect(box(page, "other-2")).to_contain_text("no more <b>ferries</b>")
        expect(box(page, "other-2")).to_be_focused()
        assert widget.map["names"] == {"other-2": "no more <b>ferries</b>"}
        assert name.get_attribute("maxlength") == "80"


def test_a_box_is_dragged_with_the_mouse_and_settles_beside_the_others(browser: Browser):
    widget = asked_map()
    with widget_page(browser, widget) as page:
        page.locator(".bp-map").scroll_into_view_if_needed()
        start, onto = (box(page, key).bounding_box() for key in ("own-0", "own-1"))
        assert start
        assert onto
        page.mouse.move(start["x"] + 20, start["y"] + 20)
        page.mouse.down()
        page.mouse.move(onto["x"] + 40, onto["y"] + 25, steps=5)
        assert overlaps(page) > 0
        page.mouse.up()
        wait_for(page, lambda: "own-0" in widget.map["places"])
        expect(box(page, "own-0")).to_be_visible()
        assert overlaps(page) == 0
        assert links_of(widget) == []


def handle(page: Page, key: str) -> tuple[float, float]:
    found = box(page, key).locator(".bp-handle").bounding_box()
    assert found
    return found["x"] + found["width"] / 2, found["y"] + found["height"] / 2


def test_a_link_is_dragged_from_a_handle_to_a_box_and_another_kind_takes_its_place(browser: Browser):
    widget = asked_map()
    with widget_page(browser, widget) as page:
        page.locator(".bp-map").scroll_into_view_if_needed()
        for kind in ("opposed", "shared"):
            page.get_by_role("radio", name=kind).check()
            page.mouse.move(*handle(page, "other-1"))
            page.mouse.down()
            x, y = handle(page, "own-1")
            page.mouse.move(x - 40, y, steps=5)
            expect(page.locator(".bp-pulled")).to_have_count(1)
            page.mouse.up()
            expect(page.locator(f".bp-link.bp-{kind}")).to_have_count(1)
            assert links_of(widget) == [("own-1", "other-1", kind)]
        expect(page.locator(".bp-link-label")).to_have_text("= shared")


def test_a_link_is_made_without_dragging_by_two_taps_and_taken_away_by_one(browser: Browser):
    widget = asked_map()
    with widget_page(browser, widget, width=360) as page:
        box(page, "own-2").scroll_into_view_if_needed()
        page.mouse.click(*handle(page, "own-2"))
        expect(box(page, "own-2")).to_have_attribute("aria-pressed", "true")
        box(page, "other-2").click(position={"x": 60, "y": 12})
        expect(page.locator(".bp-link-label")).to_have_text("=")
        page.locator(".bp-link-label").click()
        expect(page.locator(".bp-link-label")).to_have_count(0)


def test_the_list_does_all_that_the_map_does(browser: Browser):
    widget = asked_map()
    with widget_page(browser, widget) as page:
        page.get_by_text("The map as a list").click()
        page.get_by_label("Interest", exact=True).select_option("other-1")
        page.get_by_label("Its name on the map").fill("eleven families")
        page.get_by_role("button", name="Rename").click()
        page.get_by_label("Link this interest of yours").select_option("own-1")
        expect(page.get_by_label("with this one of theirs").locator("option").nth(1)).to_have_text("eleven families")
        page.get_by_label("with this one of theirs").select_option("other-1")
        page.get_by_label("as", exact=True).select_option("opposed")
        page.get_by_role("button", name="Link", exact=True).click()
        remove = page.get_by_role("button", name=re.compile("Remove the link between .*eleven families.*opposed"))
        expect(remove).to_be_visible()
        assert links_of(widget) == [("own-1", "other-1", "opposed")]
        page.get_by_role("button", name="Move left").click()
        wait_for(page, lambda: widget.map["places"].get("other-1", [1])[0] < 1)
        remove.click()
        expect(page.get_by_text("There are no links yet.")).to_be_visible()


def test_the_picture_is_saved_with_its_names_and_colours_written_in(browser: Browser, tmp_path: Path):
    widget = linked_map()
    with widget_page(browser, widget) as page:
        with page.expect_download() as downloaded:
            page.get_by_role("button", name="Save as picture").click()
        target = tmp_path / downloaded.value.suggested_filename
        downloaded.value.save_as(target)
        text = target.read_text("utf-8")
        root = ElementTree.fromstring(text)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert target.name == "interest-map.svg"
        assert "the school gate at three" in text
        assert "different" in text
        assert "var(" not in text
        fills = {node.get("fill") for node in root.iter() if node.tag.endswith(("rect", "text"))}
        assert all(re.match(r"rgb", fill or "") for fill in fills)
        page.goto(target.as_uri())
        page.screenshot(path=tmp_path / "map.png")
        assert page.evaluate("document.documentElement.querySelectorAll('text').length") > 6


def test_the_map_as_text_can_be_copied(browser: Browser):
    with widget_page(browser, linked_map()) as page:
        page.get_by_text("The map as text").click()
        page.get_by_role("button", name="Copy").click()
        expect(page.get_by_text(re.compile(r"Copied\.|The text is selected"))).to_be_visible()
        assert page.evaluate("document.querySelector('textarea').selectionEnd") > 100
