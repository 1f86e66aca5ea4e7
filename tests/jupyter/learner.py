"""What a learner does in a lesson, by keyboard: while outputs still load, they push controls about under a mouse."""

from contextlib import suppress

from playwright.sync_api import Locator, Page, expect

ANSWER = ("Store my choice", "Show the answer")
TRIES = 5


def cell_with(page: Page, source: str) -> Locator:
    return page.locator(".jp-CodeCell").filter(has=page.locator(".cm-content", has_text=source))


def seen(place: Page | Locator, text: str) -> Locator:
    """What is shown with this text; a screen reader is told most of it a moment later, in a place of its own."""
    return place.get_by_text(text).and_(place.locator(":not([role=status])"))


def press_key(control: Locator, key: str, times: int = 1) -> None:
    """Press a key on a control, once it is shown and enabled: before, it takes no focus and the key is lost.

    On a busy machine the focus was twice elsewhere a moment later, and nobody found why; a person goes there again.
    """
    expect(control).to_be_visible()
    expect(control).to_be_enabled()
    for _ in range(TRIES):
        control.focus()
        with suppress(AssertionError):
            expect(control).to_be_focused(timeout=2_000)
            break
    expect(control).to_be_focused()
    for _ in range(times):
        control.page.keyboard.press(key)


def press(place: Locator, *buttons: str) -> None:
    """Press buttons one after the other."""
    for name in buttons:
        press_key(place.get_by_role("button", name=name, exact=True), "Enter")


def predict(page: Page, source: str, choice: int) -> None:
    """Bet on a choice and run the simulation; the answer takes the focus, and with it the keys, when it comes."""
    _choose(cell_with(page, source), choice, "Store my prediction", "Run")
    expect(cell_with(page, source).locator(".bp-says[tabindex='-1']").first).to_be_focused()


def answer(page: Page, source: str, choice: int) -> None:
    """Answer a question that stands alone in its cell."""
    _choose(cell_with(page, source), choice, *ANSWER)


def recall(page: Page, number: int, choice: int) -> Locator:
    """Answer one of the three questions about earlier lessons, which share a cell; return its place."""
    question = cell_with(page, '"recall_1"').locator(".biggerpie").nth(number)
    _choose(question, choice, *ANSWER)
    return question


def _choose(place: Locator, choice: int, *buttons: str) -> None:
    place.scroll_into_view_if_needed()
    radio = place.locator(f'input[type="radio"][value="{choice}"]:visible')
    press_key(radio, "Space")
    expect(radio).to_be_checked()
    press(place, *buttons)
