"""What only a finger does: dragging a box of the interest map, and pushing a wide table aside."""

from playwright.sync_api import Browser

from ..finger import PHONE, drag
from ..plain_page import widget_page
from .states.concession_dance import halfway_dance
from .states.interest_map import linked_map
from .test_interest_map_in_browser import wait_for


def test_a_box_is_dragged_by_a_finger_and_the_page_stays(browser: Browser):
    widget = linked_map()
    with widget_page(browser, widget, **PHONE) as page:
        box = page.locator(".bp-box").first
        box.scroll_into_view_if_needed()
        key, at = box.get_attribute("data-key"), page.evaluate("scrollY")
        assert key not in widget.map["places"]
        drag(page, box, 60, 150)
        wait_for(page, lambda: key in widget.map["places"])
        assert page.evaluate("scrollY") == at


def test_a_table_that_is_too_wide_is_pushed_aside_and_the_page_is_not(browser: Browser):
    with widget_page(browser, halfway_dance(), **PHONE) as page:
        table = page.get_by_role("group", name="Your last deals")
        drag(page, table, -150)
        page.wait_for_function("(table) => table.scrollLeft > 50", arg=table.element_handle())
        assert page.evaluate("scrollX") == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]
