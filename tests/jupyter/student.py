"""What a student of a course does in JupyterLab, from Fetch to Submit, with the mouse or by keyboard alone."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

PATIENCE = 60_000  # milliseconds for a kernel to start, or for Validate to run a notebook
IDLE = re.compile(r"\| Idle$")
MOST_STEPS = 80
ACTIVE = "[...document.querySelectorAll('.jp-Notebook .jp-Cell')].findIndex((it) => it.matches('.jp-mod-active'))"


def cell_at(page: Page, source: str) -> Locator:
    """The last cell whose source, or whose text if it is prose, holds these words."""
    return page.locator(".jp-Notebook .jp-Cell").filter(has=page.locator(".jp-InputArea", has_text=source)).last


def run_here(page: Page) -> None:
    """Press Shift + Enter, and wait until the cell has run."""
    at = page.evaluate(ACTIVE)
    page.keyboard.press("Shift+Enter")
    page.wait_for_timeout(150)
    prompt = "document.querySelectorAll('.jp-Notebook .jp-Cell')[at].querySelector('.jp-InputPrompt').innerText"
    page.wait_for_function(f"(at) => !/\\[[* ]\\]/.test({prompt})", arg=at, timeout=PATIENCE)


def run_to_the_end(page: Page) -> None:
    """Run cell after cell from the one that is chosen."""
    last = page.locator(".jp-Notebook .jp-Cell").count() - 1
    while page.evaluate(ACTIVE) < last:
        run_here(page)


@dataclass(frozen=True, slots=True)
class Mouse:
    """A student who clicks."""

    page: Page

    def open_list(self) -> None:
        """Open the assignment list."""
        self.page.get_by_role("menuitem", name="Nbgrader").click()
        self.page.get_by_role("menuitem", name="Assignment List").click()

    def press(self, button: Locator) -> None:
        """Press a button, or follow a link."""
        button.click()

    def go_to(self, source: str) -> None:
        """Choose a cell without changing it."""
        cell = cell_at(self.page, source)
        cell.scroll_into_view_if_needed()
        cell.locator(".jp-InputPrompt").click()

    def write(self, source: str, text: str) -> None:
        """Write a text in the place of a cell's own, and run the cell."""
        place = cell_at(self.page, source)
        place.scroll_into_view_if_needed()
        place.locator(".jp-InputArea-editor, .jp-MarkdownOutput").last.dblclick()
        place.locator(".cm-content").click()  # JupyterLab 4.6 opens a text at a double click, and does not go into it
        expect(place.locator(".cm-content")).to_be_focused()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)
        run_here(self.page)

    def choose(self, control: Locator, place: int) -> None:
        """Choose from a list; 0 is what stands there at first."""
        control.select_option(index=place)

    def validate(self) -> None:
        """Press Validate in the notebook's toolbar."""
        self.page.locator(".validate-button").click()


@dataclass(frozen=True, slots=True)
class Keys:
    """A student who has a keyboard only."""

    page: Page

    def open_list(self) -> None:
        """Open the assignment list by its name."""
        commands = self.page.locator(".lm-CommandPalette-input")
        found = self.page.locator(".lm-CommandPalette-item.lm-mod-active", has_text="Assignment List")
        for _ in range(MOST_STEPS):  # while JupyterLab loads, it hears nothing, or knows no such command
            if not commands.is_visible():
                self.page.keyboard.press("Control+Shift+c")
                self.page.wait_for_timeout(500)
                continue
            self.page.keyboard.press("Control+a")
            self.page.keyboard.type("Assignment List")
            self.page.wait_for_timeout(500)
            if found.is_visible():
                self.page.keyboard.press("Enter")
                return
        raise AssertionError("no command opens the assignment list")

    def press(self, button: Locator) -> None:
        """Tab to a button or link, and press Enter."""
        self._step_to(button, "Tab")
        self.page.keyboard.press("Enter")

    def go_to(self, source: str) -> None:
        """Leave what is written in, or the form, and go to a cell with the arrows."""
        self._leave()
        cell = cell_at(self.page, source)
        wanted = cell.evaluate("(it) => [...document.querySelectorAll('.jp-Notebook .jp-Cell')].indexOf(it)")
        for _ in range(MOST_STEPS):
            if (active := self.page.evaluate(ACTIVE)) == wanted:
                return
            self.page.keyboard.press("ArrowDown" if active < wanted else "ArrowUp")
        raise AssertionError(f"the arrows do not lead to {source!r}")

    def write(self, source: str, text: str) -> None:
        """Write a text in the place of a cell's own, and run the cell."""
        self.go_to(source)
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)
        run_here(self.page)

    def choose(self, control: Locator, place: int) -> None:
        """Tab to a list and go down in it; 0 is what stands there at first."""
        self._step_to(control, "Tab")
        for _ in range(place):
            self.page.keyboard.press("ArrowDown")

    def validate(self) -> None:
        """Go from the first cell back to the toolbar, along it to Validate, and press it."""
        self.go_to("Run each grey cell")
        self.page.keyboard.press("Shift+Tab")
        self._step_to(self.page.locator(".validate-button"), "ArrowRight")
        self.page.keyboard.press("Enter")

    def _step_to(self, wanted: Locator, key: str) -> None:
        for _ in range(MOST_STEPS):
            if wanted.evaluate("(it) => it === document.activeElement"):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{key} does not lead to {wanted}")

    def _leave(self) -> None:
        """Come back to the notebook from wherever the keys are."""
        inside = "document.activeElement.closest('.jp-Notebook') !== null"
        for _ in range(MOST_STEPS):
            if self.page.evaluate("document.activeElement.matches('.jp-Cell')"):
                return
            writing = self.page.evaluate("document.activeElement.matches('.cm-content')")
            self.page.keyboard.press("Escape" if writing else "Shift+Tab" if self.page.evaluate(inside) else "Tab")
        raise AssertionError("no key leads back to the notebook's cells")


Student = Mouse | Keys


def fetch(student: Student, exercise: str) -> None:
    """Fetch an exercise from the assignment list and open its notebook."""
    page = student.page
    student.open_list()
    row = page.locator("#released_assignments_list .list_item", has_text=exercise)
    row.get_by_role("button", name="Fetch").wait_for()
    student.press(row.get_by_role("button", name="Fetch"))
    fetched = page.locator("#fetched_assignments_list .list_item", has_text=exercise).first
    fetched.get_by_role("button", name="Submit").wait_for(timeout=PATIENCE)
    student.press(fetched.locator(".assignment-notebooks-link"))
    student.press(fetched.get_by_role("link", name="exercise", exact=True))
    page.get_by_text(IDLE).first.wait_for(timeout=PATIENCE)


def validate(student: Student, picture: str) -> str:
    """Press Validate, and return what its box says."""
    student.validate()
    box = student.page.get_by_role("dialog")
    expect(box).to_contain_text("Validation Results", timeout=PATIENCE)
    said = box.inner_text()
    student.page.screenshot(path=picture)
    student.page.keyboard.press("Enter")
    expect(box).to_have_count(0)
    return said


def submit(student: Student, exercise: str) -> None:
    """Go to the assignment list again and submit an exercise."""
    page = student.page
    student.open_list()
    row = page.locator("#fetched_assignments_list .list_item", has_text=exercise).first
    student.press(row.get_by_role("button", name="Submit"))
    done = page.locator("#submitted_assignments_list .list_item", has_text=exercise).first
    done.wait_for(timeout=PATIENCE)
