"""A finger on a phone's screen: it is put down, moved and lifted, as only Chromium's own protocol can do it."""

from typing import Any

from playwright.sync_api import CDPSession, Locator, Page

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
STEPS = 10


def drag(page: Page, target: Locator, across: float, down: float = 0) -> None:
    """Put a finger on the middle of something, move it by so many pixels, and lift it."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    finger = page.context.new_cdp_session(page)
    _touch(finger, "touchStart", [{"x": x, "y": y}])
    for step in range(1, STEPS + 1):
        _touch(finger, "touchMove", [{"x": x + across * step / STEPS, "y": y + down * step / STEPS}])
    _touch(finger, "touchEnd", [])


def _touch(finger: CDPSession, kind: str, points: list[dict[str, float]]) -> None:
    finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
