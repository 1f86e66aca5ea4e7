"""What a learner does in a lesson."""

from playwright.sync_api import Page, expect


def cell_with(page: Page, source: str) -> Page:
    return page.locator(".jp-CodeCell").filter(has=page.locator(".cm-content", has_text=source))


def predict(page: Page, source: str, choice: int, store: str = "Store my prediction", run: str = "Run") -> None:
    """Choose, store and run by keyboard: while other outputs still load, they push the controls about under a mouse."""
    cell = cell_with(page, source)
    cell.scroll_into_view_if_needed()
    cell.get_by_role("radio").nth(choice).focus()
    page.keyboard.press("Space")
    for name in (store, run):
        button = cell.get_by_role("button", name=name, exact=True)
        expect(button).to_be_enabled()
        button.focus()
        page.keyboard.press("Enter")
